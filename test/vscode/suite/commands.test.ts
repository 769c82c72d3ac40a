import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ALICE, closeAll, find, inRoot, open, replace, root, until } from './editor';

function run(command: string, argument?: object): Thenable<unknown> {
  return vscode.commands.executeCommand(`registryIntelligence.${command}`, argument);
}

async function exists(relative: string): Promise<boolean> {
  return vscode.workspace.fs.stat(inRoot(relative)).then(
    () => true,
    () => false,
  );
}

/** Waits for a report that says something. */
async function report(says: RegExp): Promise<void> {
  const texts = (): string[] =>
    vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'registry-report').map(each => each.getText());
  await until(String(says), () => texts().some(text => says.test(text)));
}

describe('New Developer Workspace', () => {
  afterEach(closeAll);

  it('makes the files of a template and opens the registry; nothing is wrong with it', async () => {
    await run('newWorkspace', { id: 'zoe', template: 'advanced' });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document !== undefined);
    assert.match(document.uri.path, /zoe\/src\/cursus_dev\/registry\/workspace_registry\.py$/);
    assert.match(document.getText(), /"developer_id": "zoe"/);
    for (const file of ['README.md', 'src/cursus_dev/steps/builders/__init__.py', 'test/__init__.py'])
      assert.ok(await exists(`developer_workspaces/developers/zoe/${file}`), file);
    await until('no findings', () => vscode.languages.getDiagnostics(document.uri).length === 0);
    assert.ok(!document.isDirty);
  });

  it('takes over the registry of another', async () => {
    await run('newWorkspace', { id: 'yan', copyFrom: 'alice' });
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /"developer_id": "yan"/);
    assert.match(text, /"FraudVelocityFeatures"/);
  });

  it('changes nothing where there is one of that name', async () => {
    void run('newWorkspace', { id: 'alice', template: 'minimal' });
    await new Promise(resolve => setTimeout(resolve, 1000));
    assert.equal(vscode.window.activeTextEditor, undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('New Step', () => {
  afterEach(closeAll);

  it('adds a row, a builder and a config, unsaved, and can be undone', async () => {
    const { document } = await open(ALICE);
    const before = document.getText();
    await run('newStep', { name: 'RefundScoring', type: 'Processing', workspace: 'alice' });
    assert.match(document.getText(), /"RefundScoring": \{\s*"config_class": "RefundScoringConfig",/);
    const steps = 'developer_workspaces/developers/alice/src/cursus_dev/steps';
    const [builder, config] = ['builder', 'config'].map(each => `${steps}/${each}s/${each}_refund_scoring_step.py`) as [
      string,
      string,
    ];
    const class_ = await vscode.workspace.openTextDocument(inRoot(builder));
    assert.match(class_.getText(), /class RefundScoringStepBuilder\(StepBuilderBase\)/);
    assert.ok(await exists(config));
    assert.ok(document.isDirty);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    for (const file of [builder, config]) if (await exists(file)) await vscode.workspace.fs.delete(inRoot(file));
  });
});

describe('snapshots and comparisons', () => {
  afterEach(closeAll);

  it('takes a snapshot that a later state can be compared with', async () => {
    await run('takeSnapshot');
    const snapshot = vscode.window.activeTextEditor?.document;
    assert.equal(snapshot?.languageId, 'json');
    const { entries } = JSON.parse(snapshot.getText()) as { entries: { name: string }[] };
    assert.ok(entries.some(({ name }) => name === 'FraudVelocityFeatures'));
    const file = inRoot('before.json');
    await vscode.workspace.fs.writeFile(file, Buffer.from(snapshot.getText()));
    const editor = await open(ALICE);
    await replace(editor, find(editor.document, 'FraudVelocityFeatures'), 'FraudSpeedFeatures');
    await run('compareStates', { from: { kind: 'snapshot', file: file.toString() }, to: { kind: 'files' } });
    await report(/`before\.json`[^]*1 added[^]*`FraudSpeedFeatures`[^]*1 removed[^]*`FraudVelocityFeatures`/);
    await vscode.workspace.fs.delete(file);
  });

  it('compares with a commit, as a page that follows the files', async () => {
    const editor = await open(ALICE);
    await run('compareStates', { from: { kind: 'commit', ref: 'HEAD' }, to: { kind: 'files' } });
    await report(/`HEAD` → `files as they are`/);
    const shown = (): boolean =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('registryReport'));
    await until('the rendered page', shown);
    const back = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await replace(back, find(editor.document, 'FraudVelocityFeatures'), 'FraudSpeedFeatures');
    await report(/`HEAD`[^]*FraudSpeedFeatures/);
  });
});

describe('Preview Merge of Workspaces', () => {
  afterEach(closeAll);

  it('says what happens if workspaces land in core, and changes nothing', async () => {
    await run('previewMerge', { workspaces: ['alice', 'bob'] });
    await report(/2 workspaces land in core/);
    await report(/\| error \| \[`developer_workspaces\/developers\/alice\/[^`]*:31`\]\(<[^>]*#L31>\) \| `'Procesing'/);
    const { document } = await open(ALICE);
    assert.ok(!document.isDirty);
  });
});

describe('Export Step Names', () => {
  afterEach(closeAll);

  it('writes a derived dictionary in the language that is asked for', async () => {
    await run('exportStepNames', { table: 'builder-names', format: 'python', workspace: 'alice' });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'python', root().toString());
    assert.match(document.getText(), /"XGBoostTraining": "CustomXGBoostTrainingStepBuilder"/);
  });
});
