import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf, EXTENSION, inRoot, open, root, serverProcesses, settle, until } from './editor';

const REGISTRY = 'developer_workspaces/developers/dana/src/cursus_dev/registry/workspace_registry.py';

describe('a folder without registries', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('wakes the client, but no server', async () => {
    await open('hello.py');
    await until('activation', () => vscode.extensions.getExtension(EXTENSION)?.isActive);
    await settle();
    assert.deepEqual(serverProcesses(), []);
  });

  it('gets its server when a registry appears', async () => {
    const file = path.join(root().fsPath, REGISTRY);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, 'LOCAL_STEPS = {\n    "My Step": {"config_class": "MyConfig"},\n}\n');
    await until('a server', () => serverProcesses().length > 0);
    await until('findings', () => vscode.languages.getDiagnostics(inRoot(REGISTRY)).map(codeOf).length > 0);
  });

  it('takes a copy of the sample repository', async () => {
    await vscode.commands.executeCommand('registryIntelligence.openSample', { to: inRoot('sample').toString() });
    const registry = inRoot(
      'sample/developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py',
    );
    await vscode.workspace.openTextDocument(registry);
    const codes = (): string[] => vscode.languages.getDiagnostics(registry).map(codeOf);
    await until('its findings', () => codes().includes('step/unknown-sagemaker-type'));
  });
});
