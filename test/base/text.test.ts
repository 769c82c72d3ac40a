import assert from 'node:assert/strict';
import { lineStarts, positionAt } from '../../server/src/base/text';

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

  it('count columns in UTF-16 units', () => {
    assert.deepEqual(positionAt(lineStarts('x\n😀b'), 4), { line: 1, column: 2 });
  });
});
