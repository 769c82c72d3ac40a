import assert from 'node:assert/strict';
import { matchesGlob } from '../../server/src/base/glob';

describe('globs', () => {
  const yes: [string, string][] = [
    ['**', 'a/b.py'],
    ['a/*.py', 'a/b.py'],
    ['**/b.py', 'b.py'],
    ['a/**/z.py', 'a/z.py'],
    ['a/**/z.py', 'a/b/c/z.py'],
    ['a/?.py', 'a/b.py'],
    ['*_registry.py', 'workspace_registry.py'],
  ];
  const no: [string, string][] = [
    ['*.py', 'a/b.py'],
    ['a/*', 'a/b/c'],
    ['a/**/z.py', 'a/b/z.pyc'],
    ['?', ''],
    ['a.py', 'axpy'],
  ];
  for (const [glob, path] of yes) it(`${glob} matches ${path}`, () => assert.ok(matchesGlob(glob, path)));
  for (const [glob, path] of no) it(`${glob} does not match ${path}`, () => assert.ok(!matchesGlob(glob, path)));

  it('takes no exponential time', () => {
    const count = (stars: number): boolean => matchesGlob(`${'*a'.repeat(stars)}b`, 'a'.repeat(5000));
    assert.equal(count(40), false);
  });
});
