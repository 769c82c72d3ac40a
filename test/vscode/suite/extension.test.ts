import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ALICE, closeAll, EXTENSION, find, findings, open, replace, serverProcesses, until } from './editor';

describe('the packed extension', () => {
  afterEach(closeAll);

  it('is what runs, not the development folder', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.match(extension?.extensionPath ?? '', /registry-intelligence\.registry-intelligence-\d+\.\d+\.\d+/);
  });

  it('wakes up on a Python file and offers its commands', async () => {
    await open(ALICE);
    await until('activation', () => vscode.extensions.getExtension(EXTENSION)?.isActive);
    const commands = new Set(await vscode.commands.getCommands(true));
    const declared = vscode.extensions.getExtension(EXTENSION)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const missing = declared.contributes.commands.filter(({ command }) => !commands.has(command));
    assert.deepEqual(missing, []);
  });

  it('has settings that say where they apply', () => {
    const settings = vscode.workspace.getConfiguration('registryIntelligence');
    assert.equal(settings.get('resolutionProfile'), '');
    assert.equal(settings.get('activeWorkspace'), '');
  });

  it('comes back after a crash of its server, with the unsaved text', async function () {
    if (process.platform !== 'linux') this.skip();
    const editor = await open(ALICE);
    const { document } = editor;
    const before = await until('a server', () => serverProcesses()[0]);
    await replace(editor, find(document, 'CustomXGBoostTrainingStepBuilder'), 'NoSuchStepBuilder');
    await until('the finding', () => findings(document, 'step/missing-builder', 'NoSuchStepBuilder')[0]);
    process.kill(before, 'SIGKILL');
    const after = await until('another server', () => serverProcesses().find(pid => pid !== before));
    assert.notEqual(after, before);
    await until('the finding again', () => findings(document, 'step/missing-builder', 'NoSuchStepBuilder')[0]);
  });
});
