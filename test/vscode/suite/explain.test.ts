import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ALICE, closeAll, find, open, replace, until } from './editor';

const COMMAND = 'registryIntelligence.explainResolution';

describe('Explain Resolution', () => {
  afterEach(closeAll);

  it('opens a page about the name under the cursor', async () => {
    const editor = await open(ALICE);
    const at = find(editor.document, 'XGBoostTraining', 'STEP_OVERRIDES').start;
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand(COMMAND);
    await until('the page', () => pages().includes('XGBoostTraining'));
  });

  it('answers a link, and can be copied as Markdown and as JSON', async () => {
    const { document } = await open(ALICE);
    await vscode.commands.executeCommand(COMMAND, { name: 'XGBoostTraining', uri: document.uri.toString() });
    await vscode.commands.executeCommand('registryIntelligence.copyExplanationAsMarkdown');
    assert.match(await vscode.env.clipboard.readText(), /alice/);
    await vscode.commands.executeCommand('registryIntelligence.copyExplanationAsJson');
    const json: unknown = JSON.parse(await vscode.env.clipboard.readText());
    assert.ok(typeof json === 'object' && json !== null);
  });

  it('follows the text it is about', async () => {
    const editor = await open(ALICE);
    await vscode.commands.executeCommand(COMMAND, { name: 'XGBoostTraining', uri: editor.document.uri.toString() });
    await vscode.commands.executeCommand('registryIntelligence.openExplanationAsMarkdown');
    const explanation = vscode.window.activeTextEditor?.document;
    assert.ok(explanation?.uri.scheme === 'registry-explain' && explanation.getText().includes('alice'));
    const before = explanation.getText();
    const back = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await replace(back, find(editor.document, 'XGBoostTraining', 'STEP_OVERRIDES'), 'XGBoostTrainingX');
    await until('another answer', () => explanation.getText() !== before);
  });
});

describe('Review Findings', () => {
  afterEach(closeAll);

  it('opens a page about the finding at the caret, goes on to the next one, and makes fixes', async () => {
    const editor = await open(ALICE);
    const { document } = editor;
    const at = find(document, 'Procesing').start;
    await until('the finding', () =>
      vscode.languages.getDiagnostics(document.uri).some(each => each.range.contains(at)),
    );
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('registryIntelligence.reviewFindings');
    await until('its page', () => pages().includes('step/unknown-sagemaker-type'));
    const from = { uri: document.uri.toString(), position: { line: at.line, character: at.character } };
    await vscode.commands.executeCommand('registryIntelligence.reviewFindings', { ...from, step: 1 });
    await until('the next page', () => pages().includes('step/conflict'));
    assert.ok((vscode.window.activeTextEditor?.selection.start.line ?? 0) > at.line);
    const message = vscode.languages.getDiagnostics(document.uri).find(each => each.range.contains(at))?.message;
    const fix = {
      uri: from.uri,
      code: 'step/unknown-sagemaker-type',
      message,
      title: "Change to 'Processing'",
      nth: 0,
    };
    await vscode.commands.executeCommand('registryIntelligence.applyFix', { ...fix, key: 'step:ChargebackLabeling' });
    await until('the text', () => document.getText(document.lineAt(at.line).range).includes('"Processing"'));
  });
});

/** Titles of the pages that are open. */
function pages(): string[] {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label);
}
