import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ALICE, closeAll, EXTENSION, find, findings, inRoot, open, replace, until } from './editor';

describe('a registry in the editor', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  beforeEach(async () => {
    editor = await open(ALICE);
    document = editor.document;
  });
  afterEach(closeAll);

  it('has a finding under a class that is nowhere, with a page to read', async () => {
    const finding = await until(
      'the finding',
      () => findings(document, 'step/missing-config', 'DeviceGraphEmbeddingConfig')[0],
    );
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(typeof finding.code === 'object' && finding.code.target.query.includes('missing-config'), 'no page');
  });

  it('loses the finding as the name is typed right, and has it back on undo', async () => {
    await until('the finding', () => findings(document, 'step/missing-config', 'DeviceGraphEmbeddingConfig')[0]);
    await replace(editor, find(document, 'DeviceGraphEmbeddingConfig'), 'DeviceGraphEmbedConfig');
    await until('no finding', () => findings(document, 'step/missing-config', 'DeviceGraph').length === 0);
    await vscode.commands.executeCommand('undo');
    await until('the finding again', () => findings(document, 'step/missing-config', 'DeviceGraphEmbeddingConfig')[0]);
  });

  it('offers a quick fix for a typo, and it mends', async () => {
    const finding = await until('the finding', () => findings(document, 'step/unknown-sagemaker-type', 'Procesing')[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      undefined,
      // Edits are made when they are asked for.
      5,
    );
    const fix = actions.find(action => action.title.includes("'Processing'"));
    assert.ok(fix?.edit, `offered: ${actions.map(action => action.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await until('no finding', () => findings(document, 'step/unknown-sagemaker-type', '').length === 0);
  });

  it('says on hover which definition wins and why', async () => {
    const text = await until('the hover', () =>
      hoverAt(document, find(document, 'XGBoostTraining', 'STEP_OVERRIDES').start.translate(0, 2)),
    );
    assert.match(text, /XGBoostTraining/);
    assert.match(text, /alice/);
    assert.match(text, /command:registryIntelligence\.explainResolution/);
  });

  it('goes from a builder to its class', async () => {
    const from = find(document, 'CustomXGBoostTrainingStepBuilder').start.translate(0, 2);
    const [target] = await until('a target', () => definitionsAt(document, from));
    assert.match(target?.path ?? '', /builder_xgboost_training_step\.py$/);
  });

  it('completes the SageMaker types over the whole value', async () => {
    const value = find(document, 'Procesing');
    const list = await until('completions', async () => {
      const found = await completionsAt(document, value.start.translate(0, 3));
      return found.length > 0 && found;
    });
    const item = list.find(({ label }) => label === 'Processing');
    assert.ok(
      item,
      `offered: ${list.map(({ label }) => (typeof label === 'string' ? label : label.label)).join(', ')}`,
    );
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    assert.ok(range?.contains(value), 'half of the old value would stay behind');
  });

  it('leaves the rest of Python alone', async () => {
    const uri = inRoot('plain.py');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('colours = {"red": "Training"}\n'));
    const plain = await vscode.workspace.openTextDocument(uri);
    assert.equal(await hoverAt(plain, new vscode.Position(0, 13)), '');
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    await vscode.workspace.fs.delete(uri);
  });
});

describe('agents in the editor', () => {
  it('have the tools of the manifest, which the running server answers', async function () {
    const lm = vscode.lm as typeof vscode.lm & Partial<Tools>;
    if (!lm.invokeTool) return this.skip();
    const { contributes } = vscode.extensions.getExtension(EXTENSION)?.packageJSON as Manifest;
    const names = contributes.languageModelTools.map(({ name }) => name);
    assert.ok(names.length >= 5);
    const known = (): string[] => (lm.tools ?? []).map(({ name }) => name);
    await until('the tools', () => names.every(name => known().includes(name)));
    const ask = async (name: string, input: object): Promise<string> =>
      (await lm.invokeTool?.(name, { input, toolInvocationToken: undefined }))?.content
        .map(({ value }) => value)
        .join('') ?? '';
    assert.match(await ask('registry_explain', { name: 'XGBoostTraining', workspace: 'alice' }), /override of alice/);
    assert.match(await ask('registry_findings', { rule: 'step/unknown-sagemaker-type' }), /^error .*'Procesing'/);
  });
});

/** What VS Code has from 1.95 on. */
interface Tools {
  readonly tools: readonly { readonly name: string }[];
  invokeTool(
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
  ): Promise<{ readonly content: readonly { readonly value: string }[] }>;
}

interface Manifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

async function definitionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Uri[] | undefined> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return found.length > 0 ? found.map(target => ('uri' in target ? target.uri : target.targetUri)) : undefined;
}

async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}
