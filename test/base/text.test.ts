import fc from 'fast-check';
import assert from 'node:assert/strict';
import { lineStarts, lineStartsAfter, positionAt, sharedParts } from '../../server/src/base/text';
import { tries } from '../support/seed';

describe('lines', () => {
  const cases: [string, number[]][] = [
    ['', [0]],
    ['a\nb\n', [0, 2, 4]],
    ['a\r\nb\rc\n\nd', [0, 3, 5, 7, 8]],
    ['a\fb\u2028c', [0]],
  ];
  for (const [text, starts] of cases)
    it(`start at ${JSON.stringify(starts)} in ${JSON.stringify(text)}`, () =>
      assert.deepEqual([...lineStarts(text)], starts));

  it('are the same after an edit as found afresh', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (head, gone, come, tail) => {
        const [before, after] = [head + gone + tail, head + come + tail];
        const shift = after.length - before.length;
        for (const edit of [{ head: head.length, tail: head.length + gone.length, shift }, sharedParts(before, after)])
          assert.deepEqual(lineStartsAfter(lineStarts(before), after, edit), lineStarts(after));
      }),
      { numRuns: tries(5000) },
    );
  });

  it('count columns in UTF-16 units', () => {
    assert.deepEqual(positionAt(lineStarts('x\n😀b'), 4), { line: 1, column: 2 });
  });
});
