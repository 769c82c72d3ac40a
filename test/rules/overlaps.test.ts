import assert from 'node:assert/strict';
import { fileEditsOf } from '../../server/src/features/edit/fixes';
import { applyEdits } from '../../server/src/features/edit/text-edit';
import { parseFixture, workspaceOf } from '../support/fixture';
import { stepKey } from '../../server/src/systems/steps/keys';

/** Asserts that exactly these rules speak about a fixture; hints and infos count as well. */
function checkSaid(fixture: string, codes: readonly string[]): void {
  const parsed = parseFixture(fixture);
  const workspace = workspaceOf(parsed);
  const said = [...parsed.files.keys()].flatMap(path => workspace.findings(path)).map(({ code }) => code);
  assert.deepEqual(said.filter(code => !BESIDE.has(code)).sort(), [...codes].sort());
}

/** What small fixtures always lack, and none of these cases is about. */
const BESIDE = new Set([
  'registry/missing-section',
  'registry/no-core',
  'step/missing-field',
  'workspace/missing-directory',
]);

const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev';
const BOB = 'developer_workspaces/developers/bob/src/cursus_dev';
const REGISTRY = `#- ${ALICE}/registry/workspace_registry.py\n`;
const CORE = `#- src/cursus/core/base/builder_base.py
class StepBuilderBase: ...
#- src/cursus/steps/builders/builder_train_step.py
class TrainStepBuilder(StepBuilderBase): ...
#- src/cursus/steps/configs/config_train_step.py
class TrainConfig: ...
#- src/cursus/steps/specs/train_spec.py
SPEC = StepSpecification(step_type="Train")
#- src/cursus/steps/contracts/train_contract.py
CONTRACT = ScriptContract(entry_point="train.py")
#- src/cursus/steps/scripts/train.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "Train": {
        "config_class": "TrainConfig",
        "builder_step_name": "TrainStepBuilder",
        "spec_type": "Train",
        "sagemaker_step_type": "Training",
        "description": "Trains",
    },
}
`;

describe('one cause is one finding', () => {
  it('a healthy core says nothing', () => checkSaid(CORE, []));

  it('a local step that hides a core step is no conflict', () =>
    checkSaid(`${CORE}${REGISTRY}LOCAL_STEPS = {"Train": {"builder_step_name": "TrainStepBuilder"}}`, [
      'step/shadows-core',
    ]));

  it('a step in both tables neither hides core nor overrides nothing', () => {
    const both = (name: string) =>
      `${CORE}${REGISTRY}LOCAL_STEPS = {"${name}": {"builder_step_name": "TrainStepBuilder"}}
STEP_OVERRIDES = {"${name}": {"builder_step_name": "TrainStepBuilder"}}`;
    checkSaid(both('Train'), ['step/local-and-override']);
    checkSaid(both('Tr'), ['step/local-and-override', 'step/missing-component', 'step/missing-component']);
  });

  it('a name that is refused is not unconventional, and its components are not looked for', () =>
    checkSaid(`${CORE}${REGISTRY}LOCAL_STEPS = {"no good": {"builder_step_name": "NoGood", "config_class": "No"}}`, [
      'step/invalid-name',
    ]));

  it('an entry that is no dict lacks no fields', () =>
    checkSaid(`${CORE}${REGISTRY}LOCAL_STEPS = {"DataPrep": 7}`, ['step/not-a-mapping']));

  it('a builder of the wrong type is not missing', () =>
    checkSaid(`${CORE}${REGISTRY}LOCAL_STEPS = {"DataPrep": {"builder_step_name": 7}}`, ['step/invalid-field-type']));

  it('a builder that is nowhere has no wrong base, and its step no missing files', () =>
    checkSaid(
      `${CORE}${REGISTRY}LOCAL_STEPS = {"Prep": {"builder_step_name": "PrepStepBuilder", "config_class": "TrainConfig"}}`,
      ['step/duplicate-config-class', 'step/missing-builder'],
    ));

  it('a class that is nowhere is not unconventional besides; one that is there is', () => {
    const row = (config: string) =>
      `${CORE}#- src/cursus/steps/configs/config_prep_step.py
class PrepSettings: ...
${REGISTRY}LOCAL_STEPS = {"Prep": {"builder_step_name": "TrainStepBuild", "config_class": "${config}"}}`;
    checkSaid(row('TrainConfi'), ['step/missing-builder', 'step/missing-config']);
    checkSaid(row('PrepSettings'), ['step/missing-builder', 'step/naming-convention']);
  });

  it('the fields of a row that nothing reads are one finding, whose fix removes them', () => {
    const fixture = `#- ${ALICE}/registry/workspace_registry.py
LOCAL_STEPS = {
    "Prep": {
        "builder_step_name": "PrepStepBuilder",
        "priority": 80,  # sooner
        "framework": "pandas",
        "compatibility_tags": ["small"],
        "environment_tags": ["cpu"],
    },
}
`;
    const parsed = parseFixture(fixture);
    const workspace = workspaceOf(parsed);
    const [path] = [...parsed.files.keys()];
    const found = workspace.findings(path ?? '').filter(({ code }) => code === 'step/dropped-field');
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        "'priority', 'compatibility_tags' and 'environment_tags' are not read at run time " +
          '(some are used by the intelligent profile only)',
      ],
    );
    const [fix] = found[0]?.fixes ?? [];
    const [made] = (fix && fileEditsOf(workspace, fix)) ?? [];
    assert.equal(
      made && 'edits' in made ? applyEdits(workspace.text(path ?? '') ?? '', made.edits) : undefined,
      'LOCAL_STEPS = {\n    "Prep": {\n        "builder_step_name": "PrepStepBuilder",\n        "framework": "pandas",\n    },\n}\n',
    );
  });

  it('a syntax error has one colon or one full stop, not both', () => {
    const parsed = parseFixture('#- src/cursus/registry/step_names.py\nSTEP_NAMES = {"A": {"x": "y" "z": 1}}\n');
    const messages = workspaceOf(parsed)
      .findings('src/cursus/registry/step_names.py')
      .map(({ message }) => message);
    assert.ok(
      messages.some(message => message.startsWith('A comma is missing before this: the file')),
      messages.join(),
    );
  });

  it('a misspelt field is not missing besides', () => {
    const fields = '"builder_step_name": "TrainStepBuilder", "spec_type": "x", "description": "x"';
    const type = '"sagemaker_step_type": "Training"';
    const text = `${CORE}${REGISTRY}STEP_OVERRIDES = {"Train": {${fields}, ${type}, "config_clas": "TrainConfig"}}`;
    const found = workspaceOf(text).findings(`${ALICE}/registry/workspace_registry.py`);
    assert.deepEqual(
      found.map(({ code }) => code).filter(code => code.endsWith('-field')),
      ['step/unknown-field'],
    );
  });

  it('of an entry that a later one replaces nothing else is said', () =>
    checkSaid(
      `${CORE}${REGISTRY}STEP_OVERRIDES = {
    "Train": {"builder_step_name": "NowhereStepBuilder", "config_class": "NowhereConfig"},
    "Train": {"builder_step_name": "TrainStepBuilder"},
}`,
      ['registry/duplicate-key'],
    ));

  it('two directories with one id are not both renamed, too', () =>
    checkSaid(
      `${REGISTRY}WORKSPACE_METADATA = {"developer_id": "bob"}
#- ${BOB}/registry/workspace_registry.py
WORKSPACE_METADATA = {"developer_id": "bob"}`,
      ['workspace/id-clash', 'workspace/id-clash'],
    ));

  it('steps that the loader refuses anyway are not lost to another directory of the same id', () => {
    const clashes = (row: string): string[] => {
      const alice = `${REGISTRY}LOCAL_STEPS = {"A": ${row}}\n`;
      const parsed = parseFixture(
        `${alice}#- ${BOB}/registry/workspace_registry.py\nWORKSPACE_METADATA = {"developer_id": "alice"}`,
      );
      const found = workspaceOf(parsed).findings(`${ALICE}/registry/workspace_registry.py`);
      return found.flatMap(({ code, severity }) => (code === 'workspace/id-clash' ? severity : []));
    };
    assert.deepEqual(clashes('{}'), ['error']);
    assert.deepEqual(clashes('3'), ['warning']);
    assert.deepEqual(clashes('input()'), ['warning']);
  });

  it('an id that is refused is no other id', () =>
    checkSaid(`${REGISTRY}WORKSPACE_METADATA = {"developer_id": "a.b"}`, ['workspace/invalid-id']));

  it('an interface with a wrong type breaks its schema, and that is all', () =>
    checkSaid(
      `#- src/cursus/steps/interfaces/train.step.yaml
step_type: Train
registry:
  sagemaker_step_type: Trainig
contract:
  entry_point: null`,
      ['step/interface-invalid'],
    ));

  it('a contract whose script is gone lacks no script besides', () =>
    checkSaid(CORE.replace('entry_point="train.py"', 'entry_point="trian.py"'), ['step/entry-point-missing']));

  it('a step that two workspaces define is in conflict, not its config', () => {
    const registry = 'LOCAL_STEPS = {"Score": {"config_class": "ScoreConfig"}}\n';
    const config = (home: string) => `#- ${home}/steps/configs/config_score_step.py\nclass ScoreConfig: ...\n`;
    checkSaid(
      `${REGISTRY}${registry}#- ${BOB}/registry/workspace_registry.py\n${registry}${config(ALICE)}${config(BOB)}`,
      ['step/conflict', 'step/conflict'],
    );
  });

  it('steps in a variable that nothing reads are in no conflict', () =>
    checkSaid(`${CORE}${REGISTRY}WORKSPACE_STEPS = {"Train": {"builder_step_name": "TrainStepBuilder"}}`, [
      'registry/ignored-variable',
    ]));

  it('an old name is known', () =>
    checkSaid(
      `${CORE}#- src/cursus/registry/builder_registry.py
class StepBuilderRegistry:
    LEGACY_ALIASES = {"Training": "Train"}
#- pipelines/train.py
from cursus.registry import get_config_class_name

get_config_class_name("Training")`,
      ['step/legacy-alias'],
    ));

  it('a table that is assigned again has no rows of its own', () => {
    const table = (name: string): string => `LOCAL_STEPS = {"${name}": {"builder_step_name": "NowhereStepBuilder"}}\n`;
    const twice = table('First') + table('Second');
    checkSaid(CORE + REGISTRY + twice, ['registry/duplicate-key', 'step/missing-builder']);
    const rows = workspaceOf(parseFixture(REGISTRY + twice)).lookup;
    assert.deepEqual(
      ['First', 'Second'].map(name => rows.providers(stepKey(name)).map(({ gone }) => gone)),
      [['removed'], [undefined]],
    );
  });

  it('a table that is assigned again under a condition, or from itself, keeps its rows', () => {
    for (const again of ['if x:\n    LOCAL_STEPS = {}\n', 'LOCAL_STEPS = {**LOCAL_STEPS}\n', 'LOCAL_STEPS |= {}\n']) {
      const rows = workspaceOf(parseFixture(`${REGISTRY}LOCAL_STEPS = {"First": {}}\n${again}`)).lookup;
      assert.equal(rows.providers(stepKey('First')).length, 1, again);
    }
  });
});
