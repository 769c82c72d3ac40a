import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { ignoreLines } from '../../server/src/host/ignore-lines';
import { tries } from '../support/seed';

const segment = fc.constantFrom('a', 'b', 'c.py', 'A', '*', '*.py', 'a*', '?', '[ab]', '**', 'x y', '\\#a');
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
});
