import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocuments } from '../../../server/src/lsp/session/open-documents';
import { Workspace } from '../../../server/src/workspace';
import { TOY, TOY_RULES } from '../../support/toy-system';

const document = (uri: string, text: string, version = 1): TextDocument =>
  TextDocument.create(uri, 'python', version, text);
const newWorkspace = (): Workspace => new Workspace({ systems: [TOY], rules: TOY_RULES });

describe('OpenDocuments', () => {
  it('puts files into a workspace, and cells of notebooks beside it', () => {
    const documents = new OpenDocuments(1000);
    documents.set('a.toy.py', document('file:///a.toy.py', 'A = {"X": {}}\n', 7));
    documents.set('n.ipynb#c1.py', document('vscode-notebook-cell:/n.ipynb#c1', 'use("X")\n'));
    const workspace = newWorkspace();
    documents.putAll(workspace);
    assert.deepEqual([...workspace.paths()], ['a.toy.py']);
    assert.equal(workspace.isUnindexed('n.ipynb#c1.py'), true);
    assert.deepEqual([[...documents.filePaths()], documents.versionOf('a.toy.py')], [['a.toy.py'], 7]);
  });

  it('puts those files only that are meant', () => {
    const documents = new OpenDocuments(1000);
    for (const path of ['a.toy.py', 'b.toy.py']) documents.set(path, document(`file:///${path}`, 'use("X")\n'));
    const workspace = newWorkspace();
    documents.putAll(workspace, path => path === 'b.toy.py');
    assert.deepEqual([...workspace.paths()], ['b.toy.py']);
  });

  it('lets a cell see what the other cells of its notebook import', () => {
    const documents = new OpenDocuments(1000);
    documents.set('n.ipynb#c1.py', document('vscode-notebook-cell:/n.ipynb#c1', 'import a\n'));
    documents.set('n.ipynb#c2.py', document('vscode-notebook-cell:/n.ipynb#c2', 'use("X")\n'));
    documents.set('m.ipynb#c1.py', document('vscode-notebook-cell:/m.ipynb#c1', 'import b\n'));
    const workspace = newWorkspace();
    documents.put('n.ipynb#c1.py', workspace);
    assert.equal(workspace.text('n.ipynb#c2.py'), 'use("X")\n\nimport a\n');
    assert.equal(workspace.isUnindexed('m.ipynb#c1.py'), false);
  });

  it('does not read what is too large', () => {
    const documents = new OpenDocuments(10);
    documents.set('a.toy.py', document('file:///a.toy.py', 'A = {"X": {}}\n'));
    const workspace = newWorkspace();
    documents.put('a.toy.py', workspace);
    assert.equal(workspace.text('a.toy.py'), '');
  });
});
