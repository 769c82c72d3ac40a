import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBelow, parseUri, pathBelow, uriAbove, uriBelow } from '../../../server/src/lsp/hosts/uri';

const below = (folder: string, uri: string, foldsCase = false) => {
  const parts = parseUri(uri);
  return parts && pathBelow(parseUri(folder)!, parts, foldsCase);
};

describe('uri', () => {
  it('finds paths below a folder, however they are escaped', () => {
    assert.equal(below('file:///a%20b', 'file:///a b/c%2Ed/e'), 'c.d/e');
    assert.equal(below('file:///c%3A/x', 'file:///C:/x/y'), 'y');
    assert.equal(below('file:///a/', 'file:///a'), '');
    assert.equal(below('file:///a', 'file:///ab'), undefined);
    assert.equal(below('file:///', 'file:///ab'), 'ab');
    assert.equal(below('file://host/a', 'file:///a/b'), undefined);
    assert.equal(below('vscode-remote://ssh%2Bbox/a', 'vscode-remote://ssh%2Bbox/a/b'), 'b');
  });

  it('folds case only where asked, and gives the path as it was written', () => {
    assert.equal(below('file:///A', 'file:///a/B'), undefined);
    assert.equal(below('file:///A', 'file:///a/B', true), 'B');
  });

  it('refuses what is no plain file', () => {
    for (const uri of [
      '',
      'x',
      'untitled:Untitled-1',
      'git:/a/b?{}',
      'file:///a?x',
      'file:///a#b',
      'file:///a/%2e%2e/b',
      'file:///a%2Fb',
      'file:///%',
      'file:///a%00',
    ])
      assert.equal(parseUri(uri), undefined, uri);
  });

  it('knows the top of a file system', () => {
    assert.equal(uriAbove('file:///a/b', 2), 'file://');
    assert.equal(uriBelow('file:///', 'a'), 'file:///a');
    assert.equal(below('file://', 'file:///a'), 'a');
  });

  it('takes the top of any file system as a folder, with or without slashes', () => {
    for (const top of ['memfs:', 'memfs:/', 'memfs://', 'memfs:///']) {
      assert.equal(below(top, top), '', top);
      assert.equal(below(top, 'memfs:/a/b'), 'a/b', top);
      assert.equal(below(top, 'memfs:///a/b'), 'a/b', top);
      assert.equal(below(top, 'memfs://host/a'), undefined, top);
      assert.equal(below(top, 'other:/a'), undefined, top);
    }
    assert.equal(below('vscode-vfs://github', 'vscode-vfs://github/a'), 'a');
    assert.equal(uriBelow('memfs:/', 'a b'), 'memfs:/a%20b');
    assert.equal(uriBelow('memfs:', ''), 'memfs:');
    assert.equal(uriAbove('memfs:/a/b', 2), 'memfs:');
  });

  it('tells the folders of virtual file systems apart by their authority', () => {
    const folder = 'vscode-vfs://github%2B7b2276223a317d/owner/repo';
    assert.equal(below(folder, 'vscode-vfs://github%2b7b2276223a317d/owner/repo/a%20%C3%A4%23.py'), 'a ä#.py');
    assert.equal(below(folder, 'vscode-vfs://github/owner/repo/a.py'), undefined);
    assert.equal(below(folder, 'vscode-vfs://github%2B7b2276223a317d/owner/repository/a.py'), undefined);
    assert.equal(below('vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/a%2fb'), undefined, 'no part has a slash');
    assert.equal(uriBelow(folder, 'a ä#.py'), `${folder}/a%20%C3%A4%23.py`);
  });

  it('goes up in the spelling of the client', () => {
    assert.equal(uriAbove('file:///c%3A/a/b/', 1), 'file:///c%3A/a');
    assert.equal(uriAbove('file:///a', 0), 'file:///a');
    assert.ok(
      isBelow('file:///a', 'file:///a/b') && isBelow('file:///a', 'file:///a') && !isBelow('file:///a/b', 'file:///a'),
    );
  });

  it('comes back from every path', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 4 }), segments => {
        const path = segments
          .map(each => each.replace(/[/\0]/g, '_'))
          .filter(each => each !== '..')
          .join('/')
          .replace(/\/+$/, '');
        fc.pre(path !== '' && !path.includes('//'));
        assert.equal(below('file:///r', uriBelow('file:///r', path)), path);
      }),
    ));
});
