import assert from 'node:assert/strict';
import { matchesPattern } from '../../server/src/base/fnmatch';

describe('patterns of names', () => {
  const cases: readonly [pattern: string, fits: readonly string[], fitsNot: readonly string[]][] = [
    ['Train', ['Train'], ['train', 'Trainer', '']],
    ['*Training', ['Training', 'XGBoostTraining'], ['TrainingStep']],
    ['a*b*c', ['abc', 'a-b-b-c', 'abbc'], ['ab', 'acb']],
    ['?', ['a', '𝒳', 'é'], ['', 'ab']],
    ['[A-Z]*', ['Train', 'T'], ['train', '', 'Étape']],
    ['v[0-9].[0-9_-]', ['v1.0', 'v1._', 'v1.-'], ['v1', 'v1.x']],
    ['[!0-9]*', ['Train'], ['1Train', '']],
    ['[!]x', ['[!]x'], ['ax']],
    ['a[', ['a['], ['a', 'ab']],
    ['[]]', [']'], ['[]]', '']],
    ['dev/*@1.*', ['dev/stamper@1.0.0'], ['dev/stamper@2.0.0', 'stamper@1.0.0']],
    ['(a+)+$', ['(a+)+$'], ['aaa']],
    ['', [''], ['a']],
    ['**', ['', 'a/b'], []],
  ];
  for (const [pattern, fits, fitsNot] of cases)
    it(`'${pattern}' fits what it says`, () => {
      for (const text of fits) assert.ok(matchesPattern(pattern, text), `'${text}' fits`);
      for (const text of fitsNot) assert.ok(!matchesPattern(pattern, text), `'${text}' does not fit`);
    });

  it('come to an end on texts made to keep them busy', () => {
    assert.ok(!matchesPattern('*a'.repeat(100) + 'b', 'a'.repeat(20_000)));
    assert.ok(!matchesPattern('['.repeat(20_000), 'a'));
    assert.ok(matchesPattern('[a]'.repeat(20_000), 'a'.repeat(20_000)));
  });
});
