import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, nearest } from '../../server/src/base/similarity';
import { tries } from '../support/seed';

describe('edit distance', () => {
  const cases: readonly [string, string, number][] = [
    ['', '', 0],
    ['a', '', 1],
    ['training', 'training', 0],
    ['traning', 'training', 1],
    ['trainnig', 'training', 1],
    ['trianing', 'training', 1],
    ['tarinnig', 'training', 2],
    ['kitten', 'sitting', 3],
  ];
  for (const [a, b, distance] of cases)
    it(`${a} → ${b} takes ${distance}`, () => {
      assert.equal(editDistance(a, b, 5), distance);
      assert.equal(editDistance(a, b, distance), distance);
      if (distance > 0) assert.equal(editDistance(a, b, distance - 1), undefined);
    });

  it('agrees with the full table, whatever the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
        const exact = fullDistance(a, b);
        assert.equal(editDistance(a, b, limit), exact <= limit ? exact : undefined);
      }),
      { numRuns: tries(2000) },
    );
  });
});

describe('nearest', () => {
  it('prefers case and separators to doubled letters, and those to slips', () => {
    assert.equal(
      nearest('Xgboost_Training', ['XGBoostTrainin', 'XGBoostTraining', 'XGBoostTrainning']),
      'XGBoostTraining',
    );
    assert.equal(nearest('XGBoostTrainning', ['XGBoostTrainnig', 'XGBoostTraining']), 'XGBoostTraining');
  });

  it('gives nothing rather than something silly', () => {
    assert.equal(nearest('Train', ['Eval', 'Grain2', 'Base', '']), undefined);
    assert.equal(nearest('Map', ['Tap', 'Ma']), undefined);
    assert.equal(nearest('___', ['---', 'a']), undefined);
    assert.equal(nearest('model_v1', ['model_v2']), undefined);
    assert.equal(nearest('a'.repeat(100_000), ['b', 'a'.repeat(99_999)]), undefined);
  });

  it('does not depend on the order of the candidates, nor suggests the name itself', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '_', '1'), maxLength: 8 });
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 6 }), (wanted, candidates) => {
        const found = nearest(wanted, candidates);
        assert.equal(nearest(wanted, candidates.toReversed()), found);
        assert.notEqual(found, wanted);
      }),
    );
  });
});

/** The textbook table, with swaps of neighbours. */
function fullDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}
