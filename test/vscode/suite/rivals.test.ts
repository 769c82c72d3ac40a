import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ALICE, closeAll, find, inRoot, open, serverProcesses, until } from './editor';

/**
 * Another extension that answers for Python and YAML, as Pylance and the YAML extension do, stands beside ours. Whoever
 * registered last is asked first, so everything is asked in both orders: the second time after our server has come anew.
 */
const SELECTOR: vscode.DocumentSelector = [{ language: 'python' }, { language: 'yaml' }];
const LINE = new vscode.Range(0, 0, 0, 3);
const LEGEND = new vscode.SemanticTokensLegend(['rival']);

function registerRivals(): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerFoldingRangeProvider(SELECTOR, { provideFoldingRanges: () => [new vscode.FoldingRange(0, 1)] }),
    languages.registerDocumentHighlightProvider(SELECTOR, {
      provideDocumentHighlights: () => [new vscode.DocumentHighlight(LINE)],
    }),
    languages.registerRenameProvider(SELECTOR, {
      prepareRename: (document, at) => ({ range: document.getWordRangeAtPosition(at) ?? LINE, placeholder: 'rival' }),
      provideRenameEdits({ uri }, _, name) {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(uri, LINE, name);
        return edit;
      },
    }),
    languages.registerDocumentSemanticTokensProvider(
      SELECTOR,
      { provideDocumentSemanticTokens: () => new vscode.SemanticTokensBuilder(LEGEND).build() },
      LEGEND,
    ),
    languages.registerSelectionRangeProvider(SELECTOR, {
      provideSelectionRanges: (_, positions) => positions.map(() => new vscode.SelectionRange(LINE)),
    }),
    languages.registerCallHierarchyProvider('python', {
      prepareCallHierarchy: ({ uri }) =>
        new vscode.CallHierarchyItem(vscode.SymbolKind.Function, 'rival', '', uri, LINE, LINE),
      provideCallHierarchyIncomingCalls: () => [],
      provideCallHierarchyOutgoingCalls: () => [],
    }),
  );
}

describe('beside another extension for Python and YAML', () => {
  let rivals: vscode.Disposable;
  before(() => {
    rivals = registerRivals();
  });
  after(() => {
    rivals.dispose();
  });
  afterEach(closeAll);

  for (const order of ['registered later', 'registered earlier'] as const) {
    describe(`that has ${order}`, () => {
      before(async function () {
        if (order === 'registered later') return;
        if (process.platform !== 'linux') this.skip();
        await open(ALICE);
        const server = await until('a server', () => serverProcesses()[0]);
        process.kill(server, 'SIGKILL');
        await until('another server', () => serverProcesses().find(pid => pid !== server));
      });

      it('leaves it everything in Python that is not ours', async () => {
        const { document } = await open(ALICE);
        await ownAnswer(document);
        await checkRival(document, find(document, 'LOCAL_STEPS').start.translate(0, 1), 'python');
        const plain = await open('pipelines/train_pipeline.py');
        await checkRival(plain.document, find(plain.document, 'def describe').start.translate(0, 5), 'python');
      });

      it('leaves it everything in YAML that is not ours', async () => {
        const uri = inRoot('plain.yaml');
        await vscode.workspace.fs.writeFile(uri, Buffer.from('a: XGBoostTraining\nb:\n  c: 1\n'));
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document);
        await checkRival(document, new vscode.Position(0, 5), 'yaml');
        await vscode.workspace.fs.delete(uri);
      });
    });
  }
});

/** Waits until our server answers, so that what is asked next is asked of both. */
async function ownAnswer(document: vscode.TextDocument): Promise<void> {
  await until('lenses', async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    return all.length > 0;
  });
}

async function checkRival(document: vscode.TextDocument, at: vscode.Position, language: string): Promise<void> {
  const ask = <T>(command: string, ...rest: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...rest);
  const folding = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider');
  assert.deepEqual(
    folding.map(({ start, end }) => [start, end]),
    [[0, 1]],
    'folding',
  );
  const highlights = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', at);
  assert.deepEqual(
    highlights.map(({ range }) => range),
    [LINE],
    'highlights',
  );
  const target = await ask<{ placeholder: string }>('prepareRename', at);
  assert.equal(target.placeholder, 'rival', 'prepare rename');
  const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', at, 'x');
  assert.deepEqual(
    edit.get(document.uri).map(({ newText }) => newText),
    ['x'],
    'rename',
  );
  const legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend');
  assert.deepEqual(legend.tokenTypes, ['rival'], 'tokens');
  const [selection] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', [at]);
  assert.ok(selection, 'selection ranges');
  if (language !== 'python') return;
  const [item] = await ask<vscode.CallHierarchyItem[]>('prepareCallHierarchy', at);
  assert.equal(item?.name, 'rival', 'call hierarchy');
}
