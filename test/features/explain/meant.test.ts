import assert from 'node:assert/strict';
import { contextOf } from '../../../server/src/features/context';
import { explain } from '../../../server/src/features/explain/explain';
import { parseFixture, workspaceOf } from '../../support/fixture';

const FILES = `#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBTrain",
        "sagemaker_step_type": "Training",
    },
    "Package": {"config_class": "PackageConfig", "builder_step_name": "PackageStepBuilder", "spec_type": "Package"},
}
#- src/cursus/registry/builder_registry.py
class StepBuilderRegistry:
    LEGACY_ALIASES = {"MIMSPackaging": "Package"}
#- src/cursus/steps/builders/builder_xgboost_training_step.py
class XGBoostTrainingStepBuilder(StepBuilderBase):
    pass
#- pipelines/p.py
from cursus.registry import get_config_class_name

get_config_class_name("Package")
#- extensions/orders.py
class Orders:
    description = "Takes orders"
    def execute(self, inputs, context): ...
#- apcore.yaml
extensions:
  root: ./extensions
`;

/** The subjects of the answers, each with what was tried on the way. */
function asked(text: string): string[] {
  const workspace = workspaceOf(parseFixture(FILES));
  return explain(workspace, text, contextOf(workspace, undefined, {})).map(({ subject, trace }) => {
    const tried = trace.map(({ source, verdict }) => (verdict === 'selected' ? source : `(${source})`));
    return `${subject}: ${tried.join('; ')}`;
  });
}

describe('what is explained', () => {
  const NOT_OLD = '(old names)';
  const cases: Readonly<Record<string, string>> = {
    XGBoostTraining: 'XGBoostTraining: core',
    MIMSPackaging: `Package: old name of 'Package'; core`,
    XGBoostTraining_Calibration: `XGBoostTraining: ${NOT_OLD}; 'XGBoostTraining' with the job type 'Calibration'; core`,
    XGBoostTrainingConfig: `XGBoostTraining: ${NOT_OLD}; config class of 'XGBoostTraining'; core`,
    XGBoostTrainingStepBuilder: `XGBoostTraining: ${NOT_OLD}; builder class of 'XGBoostTraining'; core`,
    XGBTrain_Testing: `XGBoostTraining: ${NOT_OLD}; (classes); spec type of 'XGBoostTraining'; core`,
    xgboost_training:
      `XGBoostTraining: ${NOT_OLD}; (classes); (spec types); ` +
      `file name 'xgboost_training' of 'XGBoostTraining', by strategy 3 of 5, after 'XgboostTraining', 'Xgboost'; core`,
    'src/cursus/steps/builders/builder_xgboost_training_step.py':
      `XGBoostTraining: ${NOT_OLD}; (classes); (spec types); ` +
      `file name 'xgboost_training' of 'XGBoostTraining', by strategy 3 of 5, after 'XgboostTraining', 'Xgboost'; core`,
    'src/cursus/registry/step_names.py:6': `XGBoostTraining: line 6 of src/cursus/registry/step_names.py; core`,
    'src/cursus/registry/step_names.py:7': `XGBoostTraining: line 7 of src/cursus/registry/step_names.py; core`,
    'pipelines/p.py:3:1': `Package: line 3 of pipelines/p.py; core`,
    'src/cursus/steps/builders/builder_xgboost_training_step.py:1':
      'XGBoostTraining: line 1 of src/cursus/steps/builders/builder_xgboost_training_step.py; core',
  };
  for (const [text, expected] of Object.entries(cases))
    it(`is, for ${text}, the step that it means`, () => assert.deepEqual(asked(text), [expected]));

  it('is the one thing that a file holds', () => assert.match(asked('extensions/orders.py').join(), /^orders: /));

  it('is told once where a text means nothing', () => assert.deepEqual(asked('Nothing').length, 1));

  it('is no step that only resembles what looks like the name of one', () =>
    assert.match(asked('Training').join(), /^Training: /));
});
