import * as vscode from 'vscode';
import type { Memory } from '../memory/extension';
import { ALICE, codeOf, EXTENSION, find, findings, hoverAt, inRoot, ok, until } from '../suite/virtual';

/** The same package in a browser: no process, no disk, files that nobody can write. */
describe('VS Code in a browser', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await vscode.workspace.openTextDocument(inRoot(ALICE));
    await vscode.window.showTextDocument(document);
  });

  it('runs the extension and its server in workers', async () => {
    ok(vscode.env.uiKind === vscode.UIKind.Web, 'this is no browser');
    await until('activation', () => vscode.extensions.getExtension(EXTENSION)?.isActive);
  });

  it('finds what is wrong, in files that are open and in those that are not', async () => {
    await until('findings', () => findings(document, 'step/missing-config', 'DeviceGraphEmbeddingConfig')[0]);
    const closed = (): number =>
      vscode.languages
        .getDiagnostics()
        .filter(([uri, all]) => uri.path !== document.uri.path && all.some(each => codeOf(each).includes('/'))).length;
    await until('findings in closed files', () => closed() > 3);
  });

  it('says on hover which definition wins', async () => {
    const at = find(document, 'XGBoostTraining', 'STEP_OVERRIDES').start.translate(0, 2);
    const text = await until('the hover', () => hoverAt(document, at));
    ok(text.includes('XGBoostTraining') && text.includes('alice'), text);
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
  });

  it('opens the dashboard, the graph and an explanation', async () => {
    const pages = (): string[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .flatMap(({ input }) => (input instanceof vscode.TabInputWebview ? [input.viewType] : []));
    for (const [command, view] of [
      ['showHealthDashboard', 'registryDashboard'],
      ['showDependencyGraph', 'registryGraph'],
    ] as const) {
      await vscode.commands.executeCommand(`registryIntelligence.${command}`);
      await until(view, () => pages().some(each => each.endsWith(view)));
    }
    await vscode.window.showTextDocument(document);
    const question = { name: 'XGBoostTraining', uri: document.uri.toString() };
    await vscode.commands.executeCommand('registryIntelligence.explainResolution', question);
    await until('the page', () => pages().some(each => each.endsWith('registryExplanation')));
  });

  it('has written nothing', () => {
    const memory = vscode.extensions.getExtension<Memory>('registry-intelligence.memory-files');
    ok(memory?.isActive === true, 'no files in memory');
    ok(memory.exports.attempts.length === 0, memory.exports.attempts.join());
  });
});
