import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprint } from '../../server/src/base/fingerprint';
import { tries } from '../support/seed';

/** Plain values of one type, as findings are. */
const value = fc.array(
  fc.record({
    message: fc.string({ maxLength: 5 }),
    range: fc.record({ line: fc.nat(9), character: fc.nat(9) }),
    tags: fc.option(fc.array(fc.nat(2), { maxLength: 2 }), { nil: undefined }),
    related: fc.array(fc.string({ maxLength: 2 }), { maxLength: 3 }),
    isOpen: fc.boolean(),
  }),
  { maxLength: 4 },
);

describe('fingerprint', () => {
  it('is the same for two values exactly if they are', () =>
    fc.assert(
      fc.property(value, value, (a, b) => {
        assert.equal(fingerprint(a), fingerprint(structuredClone(a)));
        assert.equal(fingerprint(a) === fingerprint(b), JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: tries(2000) },
    ));

  it('tells apart where one text ends and the next begins, and what holds what', () => {
    const values = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      [['ab'], 'c'],
      [['ab', 'c']],
      ['ab', ['c']],
      [],
      [[]],
      '',
      0,
      '0',
      null,
      'null',
    ];
    assert.equal(new Set(values.map(fingerprint)).size, values.length);
  });
});
