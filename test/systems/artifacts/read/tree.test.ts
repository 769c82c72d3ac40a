import assert from 'node:assert/strict';
import { workspaceOfFiles } from '../../../support/fixture';

const FILE = `- name: node.py
  type: file
  namespace: python://nodes.node
  children: null
`;
const DISK = { 'src/nodes/node.py': 'x = 1\n', 'src/nodes/tools.py': 'y = 1\n' };

function findings(children: string): string[] {
  const tree = `name: nodes\ntype: directory\nchildren:\n${children}`;
  const workspace = workspaceOfFiles(new Map(Object.entries({ '.onextree': tree, ...DISK })));
  return workspace.findings('.onextree').map(({ code, severity }) => `${severity} ${code}`);
}

describe('a tree', () => {
  it('may say of a file that it has no children', () => {
    assert.deepEqual(findings(FILE), ['info tree/untracked-file']);
    assert.deepEqual(findings(FILE.replace('null', '~')), ['info tree/untracked-file']);
  });

  it('is held against the disk where it says a key twice, of which the later counts', () => {
    assert.deepEqual(findings(FILE.replace(/^( *)(type: .*)$/m, '$1$2\n$1$2')), ['info tree/untracked-file']);
  });

  it('may say nothing of the children of a directory, which loaders take for an empty one', () => {
    for (const none of ['', '  children: null\n', '  children:\n'])
      assert.deepEqual(
        findings(`${FILE}- name: tools\n  type: directory\n${none}`).filter(each => each.includes('invalid')),
        ['info tree/invalid'],
        none,
      );
  });

  it('has no children below a file', () => {
    assert.deepEqual(findings(FILE.replace('null', '[]')), ['error tree/invalid']);
  });
});
