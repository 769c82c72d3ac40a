import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, find, findings, until } from './editor';
import { hoverAt } from './virtual';

/**
 * Two folders in one window: the examples, and another repository in which a third one lies. All three define a step
 * `XGBoostTraining`, so that an answer from the wrong one would show.
 */
const OTHER = 'developer_workspaces/developers/carol/src/cursus_dev/registry/workspace_registry.py';
const INNER = `vendored/${OTHER.replace('carol', 'dan')}`;
const ALICE = OTHER.replace('carol', 'alice');

function inFolder(index: number, relative: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[index];
  assert.ok(folder, `there is no folder ${index}`);
  return vscode.Uri.joinPath(folder.uri, relative);
}

async function open(index: number, relative: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inFolder(index, relative));
  await vscode.window.showTextDocument(document);
  return document;
}

async function explain(name: string, document: vscode.TextDocument): Promise<string> {
  const question = { name, uri: document.uri.toString() };
  await vscode.commands.executeCommand('registryIntelligence.explainResolution', question);
  await vscode.commands.executeCommand('registryIntelligence.copyExplanationAsMarkdown');
  return vscode.env.clipboard.readText();
}

const hover = (document: vscode.TextDocument, name = 'XGBoostTraining'): Promise<string> =>
  hoverAt(document, find(document, name).start.translate(0, 2));

describe('several folders', () => {
  afterEach(closeAll);

  it('have the findings of their own repository each', async () => {
    const [first, other, inner] = [await open(0, ALICE), await open(1, OTHER), await open(1, INNER)];
    await until('findings in the first', () => findings(first, 'step/missing-config', 'DeviceGraphEmbeddingConfig')[0]);
    await until('findings in the second', () => findings(other, 'step/unknown-sagemaker-type', 'CarolsType')[0]);
    await until('findings in the one inside', () => findings(inner, 'step/unknown-sagemaker-type', 'DansType')[0]);
    // Nobody else defines it in the same repository, though all three have it.
    for (const document of [other, inner])
      assert.ok(
        !vscode.languages.getDiagnostics(document.uri).some(each => codeOf(each) === 'step/conflict'),
        document.uri.path,
      );
  });

  it('answer for their own repository each', async () => {
    for (const [index, file, own, others] of [
      [0, ALICE, 'alice', /carol|dan\b/],
      [1, OTHER, 'carol', /alice|dan\b/],
      [1, INNER, 'dan', /alice|carol/],
    ] as const) {
      const document = await open(index, file);
      const text = await until('the hover', () => hover(document));
      assert.ok(text.includes(own) && !others.test(text), `${file}: ${text}`);
      const explanation = await explain('XGBoostTraining', document);
      const said = explanation.replace(/\(<?file:[^)]*\)/g, '');
      assert.ok(said.includes(own) && !others.test(said), `${file}: ${explanation}`);
    }
  });

  it('have an active workspace each, which hover and explanation follow, and no setting of the repository is written', async () => {
    const document = await open(1, 'pipelines/run.py');
    const isSeenBy = (text: string, id: string): boolean => new RegExp(`\\b${id}\\b`).test(text);
    await until('an answer for core', async () => {
      const text = await hover(document);
      return text !== '' && !isSeenBy(text.split('\n\n')[0] ?? '', 'carol');
    });
    await vscode.commands.executeCommand('registryIntelligence.setActiveWorkspace', { workspace: 'carol' });
    await until('an answer for carol', async () => isSeenBy((await hover(document)).split('\n\n')[0] ?? '', 'carol'));
    assert.match(await explain('XGBoostTraining', document), /carol/);
    const settings = vscode.workspace
      .getConfiguration('registryIntelligence', inFolder(1, '.'))
      .inspect('activeWorkspace');
    assert.equal(settings?.workspaceFolderValue ?? settings?.workspaceValue ?? settings?.globalValue, undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(inFolder(1, '.vscode/settings.json')));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('registryIntelligence.setActiveWorkspace', { workspace: '' });
    await until(
      'an answer for core again',
      async () => !isSeenBy((await hover(document)).split('\n\n')[0] ?? '', 'carol'),
    );
  });
});
