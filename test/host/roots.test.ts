import assert from 'node:assert/strict';
import path from 'node:path';
import { rootOf } from '../../server/src/host/roots';
import { makeTree } from '../support/disk';

const TREE = {
  '.git/HEAD': '',
  'a/b/c.py': '',
  'part/registry-intelligence.yaml': '',
  'part/sub/d.py': '',
  'tree/.git': 'gitdir: elsewhere',
  'tree/e.py': '',
};

describe('the root of a path', () => {
  let root: string;
  before(() => {
    root = makeTree(TREE);
  });
  const check = (from: string, expected: string): void =>
    assert.equal(rootOf(path.join(root, from)), path.join(root, expected));

  it('is the nearest folder above with a project file or .git', () => {
    check('a/b/c.py', '');
    check('', '');
    check('part/sub/d.py', 'part');
    check('part', 'part');
    check('tree/e.py', 'tree');
  });

  it('is found for a path that is not there', () => check('a/gone/x.py', ''));

  it('is the folder itself where nothing marks one', () => {
    const bare = makeTree({ 'x/y.py': '' });
    assert.equal(rootOf(path.join(bare, 'x')), path.join(bare, 'x'));
    assert.equal(rootOf(path.join(bare, 'x/y.py')), path.join(bare, 'x'));
  });
});
