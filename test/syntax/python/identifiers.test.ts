import assert from 'node:assert/strict';
import { identifiers } from '../../../server/src/syntax/python/identifiers';

describe('identifiers', () => {
  const starts = (text: string, name: string) => identifiers(text, name).map(({ start }) => start);

  it('are names and parts of dotted names, not strings, comments or parts of words', () => {
    assert.deepEqual(starts('from a.x import x as y\ndef f(b: x) -> "x": x.x(xx, _x) # x\n', 'x'), [7, 16, 32, 43, 45]);
    assert.deepEqual(starts('f"{x}" + """\nx""" + x', 'x'), [3, 20]);
  });

  it('are found in damaged texts too', () => assert.deepEqual(starts('class x(\n"""x\nx', 'x').slice(0, 1), [6]));
});
