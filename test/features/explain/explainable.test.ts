import assert from 'node:assert/strict';
import { explainMarkdown } from '../../../server/src/features/explain/markdown';
import { explain } from '../../../server/src/features/explain/explain';
import { explainableAround, explainableByRegistry } from '../../../server/src/features/explain/explainable';
import { parseFixture, workspaceOf } from '../../support/fixture';

const REPOSITORY = `#- registry-intelligence.yaml
extensions:
  root: extensions
#- src/cursus/registry/step_names_original.py
STEP_NAMES = {
    "Train": {"config_class": "TrainConfig", "builder_step_name": "TrainStepBuilder", "spec_type": "Train", "description": "Trains"},
    "Load": {"config_class": "LoadConfig", "builder_step_name": "LoadStepBuilder", "spec_type": "Load"},
}
`;

/** The name that is explained where the caret (`$0`) is. */
function explained(file: string): string | undefined {
  const fixture = parseFixture(REPOSITORY + file);
  assert.ok(fixture.cursor);
  const { path, offset } = fixture.cursor;
  return explainableAround(workspaceOf(fixture), path, offset, {})?.name;
}

describe('Explain Resolution, of what is at the caret', () => {
  const own = '#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py\n';

  it('explains the row that the caret is in, wherever it is there', () => {
    for (const row of [
      '"Own": {$0"framework": "x"}',
      '"Own": {"frame$0work": "x"}',
      '"Own": {"framework": "x$0"}',
      '"Own": {\n    # a comment$0\n    "framework": "x",\n}',
      '"Own"$0: {}',
    ])
      assert.equal(explained(`${own}LOCAL_STEPS = {"Other": {}, ${row}}\n`), 'Own', row);
  });

  it('explains the step of an interface, a class, a specification', () => {
    assert.equal(
      explained('#- src/cursus/steps/interfaces/train.step.yaml\nstep_type: Train\nnode_type: inter$0nal\n'),
      'Train',
    );
    const builder = (text: string): string => `#- src/cursus/steps/builders/builder_train_step.py\n${text}`;
    assert.equal(explained(builder('class Train$0StepBuilder:\n    pass\n')), 'Train');
    assert.equal(explained(builder('import os$0\nclass TrainStepBuilder:\n    def go(self): ...\n')), 'Train');
    assert.equal(explained(`${own}LOCAL_STEPS = {"Own": {"config_class": "Load$0Config"}}\n`), 'Own');
  });

  it('explains the module of a companion', () => {
    const files = (module: string, companion: string): string => `#- extensions/shop/orders.py
class Input(BaseModel):
    x: int = 1${module}

class Orders:
    description = "Orders"
    input_schema = Input
    output_schema = Input

    def execute(self, inputs, context): ...
#- extensions/shop/orders_meta.yaml
description: ${companion}orders
`;
    assert.equal(explained(files('', '$0')), 'shop.orders');
    assert.equal(explained(files('$0', '')), 'shop.orders');
  });

  it('explains the step of a contract and a script, by the specification that names the contract', () => {
    const files = (contract: string, script: string): string => `#- src/cursus/steps/specs/train_spec.py
from ..contracts.train_contract import TRAIN_CONTRACT
TRAIN_SPEC = StepSpecification(step_type="Train", script_contract=TRAIN_CONTRACT)
#- src/cursus/steps/contracts/train_contract.py
TRAIN_CONTRACT = ScriptContract(entry_point="train.py", required_env_vars=["A"${contract}])
#- src/cursus/steps/scripts/train.py
import os${script}
print(os.environ["A"])
`;
    assert.equal(explained(files('$0', '')), 'Train');
    assert.equal(explained(files('', '$0')), 'Train');
  });

  it('leaves it to the person where the caret may mean several things', () => {
    assert.equal(explained(`${own}LOCAL_STEPS = {"A": {}, "B": {}}$0\n`), undefined);
    assert.equal(explained('#- notes.py\nx = 1$0\n'), undefined);
    assert.equal(explained('#- run.py\nx = 1$0\nget_config_class_name("Train")\n'), undefined);
  });

  it('lists names by registry, those of the workspace at hand first, with what they are', () => {
    const workspace = workspaceOf(`${REPOSITORY}${own}LOCAL_STEPS = {"Own": {}}\n`);
    const shown = explainableByRegistry(workspace, 'alice');
    assert.deepEqual(
      shown.map(({ registry, name, description }) => [registry, name, description]),
      [
        ['steps of alice', 'Own', ''],
        ['core steps', 'Load', ''],
        ['core steps', 'Train', 'Trains'],
      ],
    );
  });

  it('says first what surprises most: that by default the workspace is not asked', () => {
    const workspace = workspaceOf(`${REPOSITORY}${own}LOCAL_STEPS = {}\nSTEP_OVERRIDES = {"Train": {}}\n`);
    const [found] = explain(workspace, 'Train', { workspace: 'alice', mode: 'automatic', profile: 'isolated' });
    assert.ok(found);
    assert.match(
      explainMarkdown(workspace, found, () => undefined),
      /^# `Train`\n\n.*\n\n⚠ \*\*By default .*unset.* core wins\*\*/,
    );
  });
});
