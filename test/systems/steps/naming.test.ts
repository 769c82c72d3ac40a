import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  canonicalKey,
  canonicalToSnake,
  closest,
  conventionalBuilder,
  conventionalFile,
  fileRole,
  variantOf,
  wordKey,
} from '../../../server/src/systems/steps/naming';

/** Names of the real registry whose capitals do not tell their words apart, and the stems of their interface files. */
const REAL: readonly (readonly [name: string, stem: string])[] = [
  ['XGBoostTraining', 'xgboost_training'],
  ['XGBoostModelEval', 'xgboost_model_eval'],
  ['XgboostMtTraining', 'xgboost_mt_training'],
  ['LightGBMMTModelInference', 'lightgbmmt_model_inference'],
  ['LightGBMModelEval', 'lightgbm_model_eval'],
  ['PyTorchModel', 'pytorch_model'],
  ['TSATabularPreprocessing', 'tsa_tabular_preprocessing'],
  ['SOPAInstructionTuning', 'sopa_instruction_tuning'],
  ['EdxUploading', 'edx_uploading'],
  ['MissingValueImputation', 'missing_value_imputation'],
  ['Package', 'package'],
];

describe('names of files', () => {
  for (const [name, stem] of REAL) it(`${name} is ${stem}`, () => assert.equal(canonicalToSnake(name), stem));

  it('are the same name as the step whatever their words', () => {
    assert.equal(canonicalKey('GraphStormGNNTraining'), canonicalKey('graphstorm_gnn_training'));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', 'C', 'd', '1', '_') }), name => {
        assert.equal(canonicalKey(canonicalToSnake(name)), canonicalKey(name));
      }),
    );
  });

  it('agree with the step by their words', () => {
    for (const file of ['model_evaluation_xgb', 'xgboost_model_eval', 'XGBoostModelEval', 'xgboost-model.evaluation'])
      assert.equal(wordKey(file), 'evaluation model xgboost');
    assert.equal(wordKey('mims_package'), wordKey('Package'));
    assert.notEqual(wordKey('XGBoostModel'), wordKey('XGBoostModelEval'));
  });

  it('say the role of the file', () => {
    const roles: readonly (readonly [path: string, role: string | undefined])[] = [
      ['src/cursus/steps/builders/builder_xgboost_training_step.py', 'builder xgboost_training'],
      ['src/cursus/steps/configs/config_package_step.py', 'config package'],
      ['src/cursus/steps/contracts/package_contract.py', 'contract package'],
      ['specs/package_training_spec.py', 'spec package_training'],
      ['anywhere/package_spec.py', 'spec package'],
      ['src/cursus/steps/scripts/package.py', 'script package'],
      ['src/cursus/steps/scripts/package_spec.py', 'script package_spec'],
      ['src/cursus/steps/builders/my_custom_step_builder.py', undefined],
      ['src/cursus/steps/builders/__init__.py', undefined],
      ['src/other/package.py', undefined],
      ['builder_a_step.py', 'builder a'],
    ];
    for (const [path, expected] of roles) {
      const role = fileRole(path);
      assert.equal(role && `${role.role} ${role.base}`, expected, path);
    }
  });

  it('follow the convention', () => {
    assert.equal(conventionalFile('builder', 'XGBoostTraining'), 'builders/builder_xgboost_training_step.py');
    assert.equal(conventionalFile('spec', 'XGBoostTraining'), 'specs/xgboost_training_spec.py');
    assert.equal(conventionalFile('script', 'XGBoostTraining'), 'scripts/xgboost_training.py');
    assert.equal(conventionalBuilder('CustomProcessingStep'), 'CustomProcessingStepBuilder');
    assert.equal(conventionalBuilder('Package'), 'PackageStepBuilder');
    assert.equal(conventionalBuilder('Step'), 'StepStepBuilder');
  });
});

describe('job types', () => {
  const isStep = (name: string): boolean => ['XGBoostTraining', 'TabularPreprocessing', 'A_B'].includes(name);

  it('are taken off the end until a step is left', () => {
    assert.deepEqual(variantOf('XGBoostTraining', isStep), { step: 'XGBoostTraining' });
    assert.deepEqual(variantOf('XGBoostTraining_Training', isStep), { step: 'XGBoostTraining', jobType: 'Training' });
    assert.deepEqual(variantOf('TabularPreprocessing-Training', isStep), {
      step: 'TabularPreprocessing',
      jobType: 'Training',
    });
    assert.deepEqual(variantOf('A_B_calibration_2', isStep), { step: 'A_B', jobType: 'calibration_2' });
    assert.deepEqual(variantOf('A_B', isStep), { step: 'A_B' });
  });

  it('are nothing by themselves', () => {
    for (const name of ['Training', '_Training', 'Unknown_Training', '', '_'])
      assert.equal(variantOf(name, isStep), undefined);
  });
});

describe('did you mean', () => {
  const STEPS = [
    'XGBoostTraining',
    'XGBoostModel',
    'XGBoostModelEval',
    'PyTorchTraining',
    'Package',
    'Payload',
    'Base',
  ];
  const meant: readonly (readonly [name: string, candidates: readonly string[], expected: string | undefined])[] = [
    ['XGBoostTrainning', STEPS, 'XGBoostTraining'],
    ['XgboostTraining', STEPS, 'XGBoostTraining'],
    ['xgboost_training', STEPS, 'XGBoostTraining'],
    ['PytorchTraining', STEPS, 'PyTorchTraining'],
    ['XGBoostModelEvl', STEPS, 'XGBoostModelEval'],
    ['PackageStep', STEPS, 'Package'],
    ['PyTorchModelConfig', ['PyTorchModelStepConfig', 'PyTorchTrainingConfig'], 'PyTorchModelStepConfig'],
    ['CustomXGBoostTrainingConfig', ['CustomXGBoostTrainConfig'], 'CustomXGBoostTrainConfig'],
    ['LightGBMTraining', STEPS, undefined],
    ['TSATraining', STEPS, undefined],
    ['PackageStepBuilder', ['PayloadStepBuilder', 'PackingStepBuilder'], undefined],
    ['XGBoostModelConfig', ['XGBoostModelEvalConfig'], undefined],
    ['Bse', STEPS, undefined],
    ['Config', ['Builder', 'StepConfig'], undefined],
  ];
  for (const [name, candidates, expected] of meant)
    it(`${name} → ${expected ?? 'nothing'}`, () => assert.equal(closest(name, candidates), expected));
});
