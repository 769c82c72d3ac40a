import assert from 'node:assert/strict';
import { nameLikeness } from '../../../server/src/systems/steps/components/name-likeness';

describe('how alike the resolver of dependencies finds two names', () => {
  // What the real code (core/deps/semantic_matcher.py) says; 11,881 pairs of real names were compared.
  for (const [one, other, score] of [
    ['model_input', 'model_output', 0.6306159420289855],
    ['hyperparameters_s3_uri', 'transform_output', 0.07894736842105263],
    ['eval_output', 'evaluation-output', 1],
    ['input_path', 'training_data', 0.23043478260869565],
    ['', 'data', 0],
  ] as const)
    it(`'${one}' and '${other}'`, () => {
      assert.ok(Math.abs(nameLikeness(one, other) - score) < 1e-9);
    });
});
