import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { ignoreLines } from '../../server/src/host/ignore-lines';
import { growthOf } from '../support/growth';
import { tries } from '../support/seed';

const segment = fc.constantFrom(
  'a',
  'b',
  'c.py',
  'A',
  '*',
  '*.py',
  'a*',
  '?',
  '[ab]',
  '**',
  'a*y',
  '*x*',
  'c.[a-z]y',
  'x y',
  '\\#a',
);
const line = fc
  .tuple(
    fc.constantFrom('', '!', '/', '!/', '# '),
    fc.array(segment, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '/', ' '),
  )
  .map(([before, segments, after]) => before + segments.join('/') + after);
const path = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', 'c.py', 'A', 'd', 'x y', '#a'), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([segments, isFolder]) => segments.join('/') + (isFolder ? '/' : ''));

describe('many lines of an ignore file', () => {
  it('say the same as when each is compared with each path', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 33, maxLength: 60 }),
        fc.array(path, { maxLength: 20 }),
        (lines, paths) => {
          const all = ignore({ ignorecase: process.platform !== 'linux', allowRelativePaths: true }).add(lines);
          const some = ignoreLines(lines);
          for (const each of paths) {
            const { ignored, unignored } = some.test(each);
            assert.deepEqual([each, ignored, unignored], [each, all.test(each).ignored, all.test(each).unignored]);
          }
        },
      ),
      { numRuns: tries(2000) },
    );
  });

  it('are compared with the paths alone that have what they say without wildcards', () => {
    const lines = (size: number, line: (i: number) => string): string[] =>
      Array.from({ length: size }, (_, i) => line(i));
    for (const line of [
      (i: number) => `a${i}*.tmp`,
      (i: number) => `*.x${i}`,
      (i: number) => `/**/b/*${i}_*`,
      (i: number) => `${i}?[ab]/*`,
      () => 'f*',
    ]) {
      const growth = growthOf(
        size => {
          const rules = ignoreLines(lines(size, line));
          for (let i = 0; i < size; i++) rules.test(`d${i % 10}/f${i}_.txt`);
        },
        400,
        1600,
        9,
      );
      assert.ok(growth < 9, `${line(1)}: 4 times the size took ${growth.toFixed(1)} times as long`);
    }
  }).timeout(120_000);
});
