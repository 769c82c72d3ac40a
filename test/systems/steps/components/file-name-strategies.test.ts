import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalName } from '../../../../server/src/systems/steps/components/file-name-strategies';

/** In the order of the real registry, which decides between equally similar names. */
const NAMES = new Set([
  ...['Base', 'Processing', 'CradleDataLoading', 'TabularPreprocessing', 'RiskTableMapping', 'CurrencyConversion'],
  ...['XGBoostTraining', 'PyTorchTraining', 'DummyTraining', 'XGBoostModel', 'PyTorchModel', 'XGBoostModelEval'],
  ...['ModelCalibration', 'Package', 'Registration', 'Payload', 'HyperparameterPrep', 'BatchTransform'],
]);

/** As the code of document 002 answers, run with these names. */
const EXPECTED: readonly (readonly [file: string, name: string | undefined, strategy: number | undefined])[] = [
  ['package', 'Package', 1],
  ['risk_table_mapping', 'RiskTableMapping', 1],
  ['dummy_training', 'DummyTraining', 1],
  ['cradle_data_loading_validation', 'CradleDataLoading', 2],
  ['tabular_preprocessing_training', 'TabularPreprocessing', 2],
  ['xgboost_training', 'XGBoostTraining', 3],
  ['xgboost_Training', 'XGBoostTraining', 3],
  ['tabular_preprocess', 'TabularPreprocessing', 3],
  ['mims_package', 'Package', 3],
  ['pytorch_model_validation', 'PyTorchModel', 3],
  ['model_evaluation_xgb', 'XGBoostModelEval', 4],
  ['xgboost_model_evaluation', 'XGBoostModelEval', 4],
  ['data_loading_cradle', 'CradleDataLoading', 4],
  ['model_xgb', 'XGBoostModel', 5],
  ['training', 'XGBoostTraining', 5],
  ['preprocess_tabular', 'TabularPreprocessing', 5],
  ['__', 'Base', 5],
  ['lightgbm_training', undefined, undefined],
  ['contract_utils', undefined, undefined],
  ['MIMS_package', undefined, undefined],
  ['mims', undefined, undefined],
  ['', undefined, undefined],
];

describe('file name → step', () => {
  for (const [file, name, strategy] of EXPECTED)
    it(`'${file}' is ${name ?? 'nothing'}`, () => {
      const guess = canonicalName(file, NAMES);
      assert.deepEqual([guess.name, guess.strategy], [name, strategy]);
    });

  it('says what it tried, in order', () => {
    assert.deepEqual(canonicalName('xgb_evaluation_of_model_training', new Set()).tried, [
      'XgbEvaluationOfModelTraining',
      'XgbEvaluationOfModel',
      'XGBoostEvaluationOfModelTraining',
      'XGBoostEvaluationOfModel',
      'TrainingXGBoostEval',
      'XGBoostEvalTraining',
    ]);
    assert.deepEqual(canonicalName('package', NAMES).tried, ['Package']);
  });

  it('takes the first of equally similar names', () => {
    assert.equal(canonicalName('b', new Set(['Abc', 'Bcd'])).name, 'Abc');
    assert.equal(canonicalName('b', new Set(['Bcd', 'Abc'])).name, 'Bcd');
  });

  it('answers whatever the file is called, with a name that exists', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '_', 'é', '𝒳', '.', '0') }), file => {
        const { name, strategy } = canonicalName(file, NAMES);
        assert.ok(name === undefined ? strategy === undefined : NAMES.has(name));
      }),
    );
  });
});
