import * as vscode from 'vscode';
import { ALICE, codeOf, find, findings, hoverAt, inRoot, ok, until } from './virtual';

const CONFIG = 'developer_workspaces/developers/alice/src/cursus_dev/steps/configs/config_of_nobody_step.py';

/** Desktop windows, where the server has a disk, whose folder is on none. */
describe('a folder of a virtual file system', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  before(async () => {
    document = await vscode.workspace.openTextDocument(inRoot(ALICE));
    editor = await vscode.window.showTextDocument(document);
    ok(document.uri.scheme === 'memfs' && vscode.env.remoteName !== 'memfs', document.uri.toString());
  });

  const isMissing = (): boolean => findings(document, 'step/missing-config', 'DeviceGraphEmbeddingConfig').length > 0;

  it('has findings, in files that are open and in those that are not', async () => {
    await until('findings', isMissing);
    const closed = (): number =>
      vscode.languages
        .getDiagnostics()
        .filter(([uri, all]) => uri.path !== document.uri.path && all.some(each => codeOf(each).includes('/')))
        .filter(([uri]) => uri.scheme === 'memfs').length;
    await until('findings in closed files', () => closed() > 3);
  });

  it('has hovers with links that lead into it', async () => {
    const at = find(document, 'XGBoostTraining', 'STEP_OVERRIDES').start.translate(0, 2);
    const text = await until('the hover', () => hoverAt(document, at));
    ok(text.includes('XGBoostTraining') && text.includes('alice'), text);
    ok(text.includes('(<memfs:/') || text.includes('(memfs:/'), text);
  });

  it('goes to a class in another file', async () => {
    const at = find(document, 'CustomXGBoostTrainingStepBuilder').start.translate(0, 2);
    const target = await until('a target', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      return found[0];
    });
    const uri = 'uri' in target ? target.uri : target.targetUri;
    ok(uri.scheme === 'memfs' && uri.path.endsWith('builder_xgboost_training_step.py'), uri.toString());
    ok((await vscode.workspace.openTextDocument(uri)).getText().includes('class Custom'), 'the link leads nowhere');
  });

  it('completes values', async () => {
    const at = find(document, 'Procesing').start.translate(0, 3);
    const labels = await until('completions', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return items.map(({ label }) => label);
    });
    ok(labels.includes('Processing'), labels.map(String).join());
  });

  it('sees what is typed', async () => {
    const edit = (from: string, to: string): Thenable<boolean> =>
      editor.edit(builder => builder.replace(find(document, from), to));
    await until('the finding', isMissing);
    await edit('DeviceGraphEmbeddingConfig', 'DeviceGraphEmbedConfig');
    await until('no finding', () => findings(document, 'step/missing-config', 'DeviceGraph').length === 0);
    await edit('DeviceGraphEmbedConfig', 'DeviceGraphEmbeddingConfig');
    await until('the finding again', isMissing);
  });

  it('sees files that come, change and go', async () => {
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(inRoot(CONFIG), new TextEncoder().encode(text));
    const theClass = 'class DeviceGraphEmbeddingConfig:\n    pass\n';
    await write(theClass);
    await until('no finding', () => !isMissing());
    await write('');
    await until('the finding again', isMissing);
    await write(theClass);
    await until('no finding, again', () => !isMissing());
    await vscode.workspace.fs.delete(inRoot(CONFIG));
    await until('the finding once more', isMissing);
  });
});
