import assert from 'node:assert/strict';
import type { ComponentItem } from '../../../../server/src/model/explanation';
import { componentsOf } from '../../../../server/src/systems/steps/components/components';
import { resolveStep } from '../../../../server/src/systems/steps/resolve/resolve';
import {
  classes,
  component,
  core,
  interfaceFile,
  inWorkspace,
  registry,
  workspaceWith,
  type Files,
  type Row,
} from '../registry-files';

const ROW = {
  config_class: 'XGBoostTrainingConfig',
  builder_step_name: 'XGBoostTrainingStepBuilder',
  spec_type: 'XGBoostTraining',
};
const STEP = 'XGBoostTraining';
const BUILDERS = 'src/cursus/steps/builders/builder_xgboost_training_step.py';

/** Folders of every component, so that an absence is certain. */
const FOLDERS: Files = Object.assign(
  {},
  ...['builders', 'configs', 'specs', 'contracts', 'scripts'].map(each => ({
    [`src/cursus/steps/${each}/other.py`]: [],
  })),
) as Files;

function items(
  files: Files,
  { step = STEP, workspace }: { step?: string; workspace?: string } = {},
): readonly ComponentItem[] {
  const { lookup } = workspaceWith(files);
  const { winner } = resolveStep(
    step,
    { profile: 'isolated', mode: 'automatic', ...(workspace && { workspace }) },
    lookup,
  );
  assert.ok(winner);
  return componentsOf(winner.definition, lookup);
}

/** `builder: found core`, for one component. */
function verdict(files: Files, kind: string, asked: { step?: string; workspace?: string } = {}): string {
  const item = items(files, asked).find(each => each.kind === kind);
  return item === undefined ? 'none' : [item.status, item.scope].filter(each => each !== undefined).join(' ');
}

function lastTried(files: Files, kind: string, asked: { step?: string; workspace?: string } = {}): string {
  return (
    items(files, asked)
      .find(each => each.kind === kind)
      ?.tried.at(-1) ?? ''
  );
}

const row = (fields: Row = {}): Readonly<Record<string, Row>> => ({ [STEP]: { ...ROW, ...fields } });
const builder = (path: string): Files => classes(path, 'XGBoostTrainingStepBuilder');
const own = inWorkspace('alice', 'steps/builders/anything.py');
const shared = inWorkspace('shared', 'steps/builders/builder_x_step.py');

describe('builder and config', () => {
  it('are found by class, whatever the file is called', () => {
    const files = {
      ...core(row()),
      ...FOLDERS,
      ...classes('src/cursus/a/b.py', 'XGBoostTrainingStepBuilder', 'XGBoostTrainingConfig'),
    };
    assert.equal(verdict(files, 'builder'), 'found core');
    assert.equal(verdict(files, 'config'), 'found core');
  });

  it('are looked for in the workspace, then in shared, then in core', () => {
    const files = { ...core({}), ...FOLDERS, ...registry('alice', { locals: row() }) };
    const alice = { workspace: 'alice' };
    assert.equal(verdict(files, 'builder', alice), 'missing');
    assert.equal(verdict({ ...files, ...builder(BUILDERS) }, 'builder', alice), 'found core');
    assert.equal(verdict({ ...files, ...builder(BUILDERS), ...builder(shared) }, 'builder', alice), 'found shared');
    assert.equal(
      verdict({ ...files, ...builder(BUILDERS), ...builder(shared), ...builder(own) }, 'builder', alice),
      'found alice',
    );
  });

  it('of core are looked for in core only, and those of a workspace never in another', () => {
    const files = {
      ...core(row()),
      ...FOLDERS,
      ...builder(own),
      ...builder(shared),
      ...registry('bob', { locals: row() }),
    };
    assert.equal(verdict(files, 'builder'), 'missing');
    const bob = { ...files, [shared]: [] };
    assert.equal(verdict(bob, 'builder', { workspace: 'bob' }), 'missing');
  });

  it('in tests and mocks do not count', () => {
    assert.equal(verdict({ ...core(row()), ...FOLDERS, ...builder('src/cursus/tests/b.py') }, 'builder'), 'missing');
  });

  it('of a workspace that renames itself are shown under its id', () => {
    const files = {
      ...core({}),
      ...FOLDERS,
      ...registry('dev', { locals: row(), metadata: { developer_id: 'alice' } }),
    };
    const at = builder(inWorkspace('dev', 'steps/builders/b.py'));
    assert.equal(verdict({ ...files, ...at }, 'builder', { workspace: 'alice' }), 'found alice');
  });

  it('of an override come from core where the workspace has none', () => {
    const files = { ...core(row()), ...FOLDERS, ...builder(BUILDERS), ...registry('alice', { overrides: row() }) };
    assert.equal(verdict(files, 'builder', { workspace: 'alice' }), 'found core');
  });

  it('say what was likely meant', () => {
    const likely = (named: string, ...there: string[]): string =>
      lastTried(
        {
          ...core(row({ config_class: named })),
          ...FOLDERS,
          ...classes('src/cursus/steps/configs/config_xgboost_training_step.py', ...there),
        },
        'config',
      );
    assert.equal(
      likely('XGBoostTrainingConfig', 'XGBoostTrainingStepConfig'),
      "did you mean 'XGBoostTrainingStepConfig' (core)?",
    );
    assert.equal(
      likely('XGBoostTrainigConfig', 'XGBoostTrainingConfig', 'Other'),
      "did you mean 'XGBoostTrainingConfig' (core)?",
    );
    assert.equal(
      likely('XgboostTrainingConfig', 'XGBoostTrainingConfig'),
      "did you mean 'XGBoostTrainingConfig' (core)?",
    );
    assert.equal(likely('Something', 'XGBoostTrainingConfig'), "did you mean 'XGBoostTrainingConfig' (core)?");
    assert.match(likely('Something', 'Unrelated'), /^class 'Something' in core$/);
  });

  describe('cannot be told', () => {
    const why = (files: Files, workspace?: string): string => {
      const asked = workspace === undefined ? {} : { workspace };
      assert.equal(verdict(files, 'builder', asked), 'cannot tell');
      return lastTried(files, 'builder', asked);
    };

    it('without a folder of such components in sight', () => {
      assert.match(why(core(row())), /no folder 'src\/cursus\/steps\/builders'/);
    });

    it('without core in sight', () => {
      assert.match(why({ ...registry('alice', { locals: row() }), [own]: [] }, 'alice'), /no core registry/);
    });

    it('where builders are made from interfaces', () => {
      assert.match(why({ ...interfaceFile(STEP), ...FOLDERS }), /made from the interface/);
      assert.equal(verdict({ ...interfaceFile(STEP), ...builder(BUILDERS) }, 'builder'), 'found core');
    });

    it('where code makes the class, or names it', () => {
      const dynamic = classes(BUILDERS, { name: 'XGBoostTrainingStepBuilder', dynamic: true });
      assert.match(why({ ...core(row()), ...FOLDERS, ...dynamic }), /made at run time/);
      assert.match(why({ ...core(row({ builder_step_name: { unknown: 'f()' } })), ...FOLDERS }), /decided at run time/);
      assert.match(why({ ...core({ [STEP]: { $shape: 'unknown' } }), ...FOLDERS }), /decided at run time/);
    });

    it('where the class may be in a damaged file', () => {
      const damaged = { [BUILDERS]: [{ kind: 'damaged', name: '' }] };
      assert.match(why({ ...core(row()), ...FOLDERS, ...damaged }), /is damaged/);
    });

    it('where the row names none', () => {
      assert.match(why({ ...core({ [STEP]: {} }), ...FOLDERS }), /names no builder class/);
    });
  });
});

describe('spec, contract and script', () => {
  const specPath = 'src/cursus/steps/specs/xgb_spec.py';
  const contractPath = 'src/cursus/steps/contracts/xgboost_training_contract.py';
  const type = { sagemaker_step_type: 'Training' };
  const files = { ...core(row(type)), ...FOLDERS };

  it('are found by content, then by name', () => {
    assert.equal(verdict({ ...files, ...component(specPath, 'spec', { stepType: STEP }) }, 'spec'), 'found core');
    assert.equal(verdict({ ...files, ...component(contractPath, 'contract') }, 'contract'), 'found core');
    assert.equal(
      verdict({ ...files, ...component('src/cursus/steps/scripts/xgboost_training.py', 'script') }, 'script'),
      'found core',
    );
  });

  it('are found by the words of their names, as the run time finds them', () => {
    const evaluation = { ...core({ XGBoostModelEval: type }), ...FOLDERS };
    const step = { step: 'XGBoostModelEval' };
    const contract = component('src/cursus/steps/contracts/model_evaluation_xgb_contract.py', 'contract');
    assert.equal(verdict({ ...evaluation, ...contract }, 'contract', step), 'found core');
  });

  it('are found by the spec type where that is another name', () => {
    const other = { ...core(row({ ...type, spec_type: 'Booster' })), ...FOLDERS };
    assert.equal(verdict({ ...other, ...component(specPath, 'spec', { stepType: 'Booster' }) }, 'spec'), 'found core');
  });

  it('are missing where they are needed and nowhere', () => {
    for (const kind of ['spec', 'contract', 'script']) assert.equal(verdict(files, kind), 'missing', kind);
    assert.match(lastTried(files, 'spec'), /'xgboost_training_spec\.py', in core/);
  });

  it('of a workspace go before those of core', () => {
    const mine = component(inWorkspace('alice', 'steps/specs/s.py'), 'spec', { stepType: STEP });
    const both = {
      ...files,
      ...registry('alice', { overrides: row(type) }),
      ...component(specPath, 'spec', { stepType: STEP }),
    };
    assert.equal(verdict(both, 'spec', { workspace: 'alice' }), 'found core');
    assert.equal(verdict({ ...both, ...mine }, 'spec', { workspace: 'alice' }), 'found alice');
    assert.equal(verdict({ ...both, ...mine }, 'spec'), 'found core');
  });

  it('the script is the one that the contract names', () => {
    const contract = component(contractPath, 'contract', { entryPoint: 'train.py' });
    assert.equal(verdict({ ...files, ...contract }, 'script'), 'missing');
    assert.match(lastTried({ ...files, ...contract }, 'script'), /script 'train\.py', which .*_contract\.py names/);
    const script = component('src/cursus/steps/scripts/train.py', 'script');
    assert.equal(verdict({ ...files, ...contract, ...script }, 'script'), 'found core');
  });

  it('are in the interface itself', () => {
    const sections = { spec: 'mapping', contract: 'mapping', 'contract.entry_point': 'train.py' };
    const inside = { ...interfaceFile(STEP, { fields: sections }), 'src/cursus/steps/scripts/other.py': [] };
    assert.equal(verdict(inside, 'spec'), 'found core');
    assert.equal(verdict(inside, 'contract'), 'found core');
    assert.equal(verdict(inside, 'script'), 'missing');
    assert.equal(verdict(interfaceFile(STEP), 'contract'), 'none');
  });

  it('cannot be told without their folder, or beside a damaged file', () => {
    assert.equal(verdict(core(row(type)), 'spec'), 'cannot tell');
    const damaged = { 'src/cursus/steps/specs/x.py': [{ kind: 'damaged', name: '' }] };
    assert.equal(verdict({ ...files, ...damaged }, 'spec'), 'cannot tell');
  });
});

describe('steps that go without', () => {
  const kinds = (name: string, fields: Row = {}): string[] =>
    items({ ...core({ [name]: { ...ROW, ...fields } }), ...FOLDERS }, { step: name }).map(({ kind }) => kind);

  it('need nothing: the abstract ones, those of another kit', () => {
    for (const [name, builder, config] of [
      ['Base', 'StepBuilderBase', 'BasePipelineConfig'],
      ['Processing', 'ProcessingStepBuilder', 'ProcessingStepConfigBase'],
      ['CradleDataLoading', 'CradleDataLoadingStepBuilder', 'CradleDataLoadConfig'],
      ['RedshiftDataLoading', 'RedshiftDataLoadingStepBuilder', 'RedshiftDataLoadingConfig'],
      ['Registration', 'RegistrationStepBuilder', 'RegistrationConfig'],
      ['DataUploading', 'DataUploadingStepBuilder', 'DataUploadingConfig'],
    ] as const) {
      const row = { builder_step_name: builder, config_class: config, sagemaker_step_type: 'Processing' };
      assert.deepEqual(kinds(name, row), [], name);
      assert.deepEqual(kinds(name, { ...row, builder_step_name: 'XStepBuilder' }), ['builder'], name);
    }
  });

  it('need no script and contract: models, transforms, unknown kinds', () => {
    for (const type of ['CreateModel', 'RegisterModel', 'Transform', 'Other'])
      assert.deepEqual(kinds('S', { sagemaker_step_type: type }), ['builder', 'config', 'spec'], type);
    assert.deepEqual(kinds('S'), ['builder', 'config', 'spec']);
    assert.deepEqual(kinds('S', { sagemaker_step_type: 'Lambda' }), ['builder', 'config']);
    assert.deepEqual(kinds('S', { sagemaker_step_type: 'Processing' }), [
      'builder',
      'config',
      'spec',
      'contract',
      'script',
    ]);
  });

  it('show what they have all the same', () => {
    const files = { ...core({ Base: ROW }), ...classes('src/cursus/core/base.py', 'XGBoostTrainingConfig') };
    assert.equal(verdict(files, 'config', { step: 'Base' }), 'found core');
  });
});

describe('hyperparameters', () => {
  const table = (type: string | null): Files => ({
    'src/cursus/registry/hyperparameter_registry.py': [
      { kind: 'hyperparameter', name: 'H', fields: { class_name: 'H', model_type: type } },
    ],
    ...classes('src/cursus/steps/hyperparams/hyperparameters_x.py', 'H'),
  });
  const training = (fields: Row = {}): Files => core(row({ sagemaker_step_type: 'Training', ...fields }));

  it('are those of the framework, else of the name', () => {
    assert.equal(verdict({ ...training(), ...table('xgboost') }, 'hyperparameters'), 'found core');
    assert.equal(
      verdict({ ...training({ framework: 'xgboost' }), ...table('xgboost') }, 'hyperparameters'),
      'found core',
    );
    assert.equal(verdict({ ...training({ framework: 'pytorch' }), ...table('xgboost') }, 'hyperparameters'), 'none');
    assert.equal(verdict({ ...training(), ...table(null) }, 'hyperparameters'), 'none');
    assert.equal(verdict({ ...core(row()), ...table('xgboost') }, 'hyperparameters'), 'none');
  });
});
