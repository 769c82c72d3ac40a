import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf, inRoot, root, until, write } from './editor';

/** The opened folder is one developer's; the core lies above it, in the repository that holds it. */
describe('a part of a repository', () => {
  const registry = () => inRoot('src/cursus_dev/registry/workspace_registry.py');
  const codes = () => vscode.languages.getDiagnostics(registry()).map(codeOf);

  it('is judged by the whole repository', async () => {
    await vscode.window.showTextDocument(registry());
    await until('findings', () => codes().includes('step/missing-config'));
  });

  it('notices files that appear above it', async () => {
    const config = '../../shared/src/cursus_dev/steps/configs/config_device_graph_embedding_step.py';
    await write(path.resolve(root().fsPath, config), 'class DeviceGraphEmbeddingConfig:\n    pass\n');
    await until('no finding', () => !codes().includes('step/missing-config'));
  });
});
