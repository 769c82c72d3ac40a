import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { completion } from '../../../server/src/features/at-cursor/completion';
import { definition } from '../../../server/src/features/at-cursor/definition';
import { hover } from '../../../server/src/features/at-cursor/hover';
import { nameAt } from '../../../server/src/features/at-cursor/name-at';
import { references } from '../../../server/src/features/at-cursor/references';
import { API_FUNCTIONS, API_TABLES } from '../../../server/src/systems/steps/read/registry-api';
import { checkFindings, parseFixture, workspaceOf } from '../../support/fixture';

const row = (name: string, type: string): string =>
  `"${name}": {"config_class": "${name}Config", "builder_step_name": "${name}StepBuilder", "spec_type": "${name}", ` +
  `"sagemaker_step_type": "${type}", "description": "A step"}`;

const registry = (id: string, name: string): string =>
  `#- developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {${row(name, 'Processing')}}
WORKSPACE_METADATA = {"developer_id": "${id}"}
`;

const FILES = `#- src/cursus/registry/step_names.py
STEP_NAMES = {${row('XGBoostTraining', 'Training')}, ${row('Package', 'Processing')}}
#- src/cursus/registry/hyperparameter_registry.py
HYPERPARAMETER_REGISTRY = {
    "XGBoostHyperparameters": {"class_name": "XGBoostHyperparameters", "module_path": "cursus.x", "model_type": "xgboost"},
}
#- src/cursus/steps/hyperparams/hyperparameters_xgboost.py
class XGBoostHyperparameters: ...
#- src/cursus/steps/configs/config_xgboost_training_step.py
class XGBoostTrainingConfig: ...
${registry('alice', 'AliceStep')}${registry('bob', 'BobStep')}`;

const CODES = ['step/unknown-argument', 'step/unknown-reference', 'step/legacy-alias'];

function check(code: string): void {
  checkFindings(`${FILES}#- pipelines/p.py\n${code}`, CODES);
}

/** A call of a function with one name at the place of its argument, and nothing where it expects others. */
function callOf(name: string, on: readonly string[] | undefined, position: number, text: string): string {
  const args = `${'x, '.repeat(position)}"${text}"`;
  const owner = on?.[0];
  return owner === undefined
    ? `from cursus.registry import ${name}\n${name}(${args})\n`
    : `from cursus.core import ${owner}\nmade = ${owner}()\nmade.${name}(${args})\n`;
}

const KNOWN: Readonly<Record<string, string>> = {
  step: 'XGBoostTraining',
  node: 'XGBoostTraining',
  config: 'XGBoostTrainingConfig',
  workspace: 'alice',
  hyperparameters: 'XGBoostHyperparameters',
  'spec type': 'XGBoostTraining',
  'sagemaker type': 'Training',
  'file name': 'xgboost_training',
  'job type': 'calibration',
  'model type': 'xgboost',
};

/** Whether a name at the cursor is completed, described, and listed among its own references. */
async function answersAt(code: string): Promise<readonly string[]> {
  const fixture = parseFixture(`${FILES}#- pipelines/p.py\n${code}`);
  const workspace = workspaceOf(fixture);
  assert.ok(fixture.cursor, 'no cursor');
  const { path, offset } = fixture.cursor;
  const offered = completion(workspace, path, offset, {});
  const mentions = await references(workspace, path, offset, {}, soleCheckpoint());
  return [
    ...((offered?.items.length ?? 0) > 0 ? ['completion'] : []),
    ...(hover(workspace, path, offset, {}, { linkTo: () => undefined }) === undefined ? [] : ['hover']),
    ...((definition(workspace, path, offset, {})?.targets.length ?? 0) > 0 ? ['definition'] : []),
    ...(mentions?.some(mention => mention.path === path) === true ? ['references'] : []),
  ];
}

describe('names in code', () => {
  it('are completed, described, found and listed in every argument of every function', async () => {
    for (const [name, { takes, on }] of API_FUNCTIONS)
      for (const { to, position } of takes) {
        if (position === undefined) continue;
        const known = KNOWN[to]!;
        const code = callOf(name, on, position, `${known.slice(0, 2)}$0${known.slice(2)}`);
        // A job type is written nowhere else.
        const expected = ['completion', 'hover', ...(to === 'job type' ? [] : ['definition']), 'references'];
        assert.deepEqual(await answersAt(code), expected, `${name}: ${to}`);
      }
  });

  it('are so as keys of mappings, be they variables or what functions return', async () => {
    const given = [...API_FUNCTIONS].flatMap(([name, { gives, on }]) =>
      gives === undefined || on !== undefined ? [] : [[`${name}()`, gives] as const],
    );
    for (const [mapping, to] of [...API_TABLES, ...given]) {
      const name = mapping.replace('()', '');
      const known = KNOWN[to]!;
      const code = `from cursus.registry import ${name}\n${mapping}["${known.slice(0, 2)}$0${known.slice(2)}"]\n`;
      assert.ok((await answersAt(code)).includes('hover'), `${mapping}: ${to}`);
      assert.ok((await answersAt(code)).includes('completion'), `${mapping}: ${to}`);
    }
  });

  it('that nothing has are reported with what happens', () =>
    check(`from cursus.registry import *
get_steps_by_sagemaker_type("Trainng")
#                           ^^^^^^^^^ step/unknown-argument
get_canonical_name_from_file_name("frobnicate_widget")
#                                 ^^^^^^^^^^^^^^^^^^^ step/unknown-argument
get_spec_step_type_with_job_type("XGBoostTraining", "trainin")
#                                                   ^^^^^^^^^ step/unknown-argument
get_hyperparameter_class_by_model_type("xgbost")
#                                      ^^^^^^^^ step/unknown-argument
get_module_path("XGBoostHyperparameter")
#               ^^^^^^^^^^^^^^^^^^^^^^^ step/unknown-argument
set_workspace_context("nobody")
#                     ^^^^^^^^ step/unknown-argument
get_local_only_definitions("alise")
#                          ^^^^^^^ step/unknown-argument
get_config_class_name("BobStep", workspace_id="alice")
#                     ^^^^^^^^^ step/unknown-reference
get_step_names("alice")["BobStep"]
#                       ^^^^^^^^^ step/unknown-reference
register_global_builder("XgboostTrainng", x)
#                       ^^^^^^^^^^^^^^^^ step/unknown-reference
get_global_registry().get_builder_for_step_type("XgboostTrainng")
#                                               ^^^^^^^^^^^^^^^^ step/unknown-reference
HYPERPARAMETER_REGISTRY["XGBoostHyperparameter"]
#                       ^^^^^^^^^^^^^^^^^^^^^^^ step/unknown-argument
`));

  it('that the run time takes, or that are only asked about, are no mistakes', () =>
    check(`from cursus.registry import *
get_steps_by_sagemaker_type("Lambda")
get_canonical_name_from_file_name("alice_step")
get_spec_step_type_with_job_type("XGBoostTraining", "Nightly")
validate_sagemaker_step_type("Trainng")
validate_file_name("frobnicate_widget")
validate_hyperparameter_class("Nothing")
get_global_registry().is_step_type_supported("Nothing")
get_config_class_name("AliceStep", workspace_id="alice")
`));

  it('are judged by methods only on objects of the classes that have them', () =>
    check(`from cursus.registry.hybrid.manager import UnifiedRegistryManager as Manager, ResolutionContext
from cursus.api.dag import PipelineDAG
from wizard import Wizard

manager = Manager()
wizard = Wizard()
manager.get_step("XgboostTrainng", ResolutionContext(workspace_id="nobody"))
#                ^^^^^^^^^^^^^^^^ step/unknown-reference
#                                                                 ^^^^^^^^ step/unknown-argument
manager.get_step("BobStep", ResolutionContext(workspace_id="alice"))
Manager().get_step("XgboostTrainng")
#                  ^^^^^^^^^^^^^^^^ step/unknown-reference
wizard.get_step("XgboostTrainng")
dag = PipelineDAG()
dag.add_node("AnyName")

def run(given: Manager, other: Wizard):
    given.get_step("XgboostTrainng")
#                  ^^^^^^^^^^^^^^^^ step/unknown-reference
    other.get_step("XgboostTrainng")
`));

  it('leave the code of strangers alone, whatever they call their functions', () =>
    check(`from django.contrib.formtools.wizard import WizardView
from flask import Blueprint
from sklearn.pipeline import Pipeline
from sphinx.registry import SphinxComponentRegistry
from networkx import DiGraph as PipelineDAG

class Checkout(WizardView):
    def done(self, registry: SphinxComponentRegistry):
        self.get_step("biling")
        self.has_step("biling", "nobody")
        return registry.get_module_path("XGBoostHyperparameter")

pipeline = Pipeline()
pipeline.add_step("scaler")
PipelineDAG().add_node("Packge")
get_steps_by_sagemaker_type("Trainng")
`));
});

describe('a string that is to the letter the name of a step', () => {
  const asked = (line: string) => {
    const fixture = parseFixture(`${FILES}#- pipelines/p.py\n${line}`);
    assert.ok(fixture.cursor, 'no cursor');
    const { path, offset } = fixture.cursor;
    const workspace = workspaceOf(fixture);
    const targets = definition(workspace, path, offset, {})?.targets.map(target => target.path);
    const said = hover(workspace, path, offset, {}, { linkTo: () => undefined })?.markdown.split('\n')[0];
    return { said: said?.trimEnd(), targets, named: nameAt(workspace, path, offset, {}) };
  };

  it('is described and followed wherever it stands in Python, and is no reference that a rename would change', () => {
    const core = ['src/cursus/registry/step_names.py'];
    const said = '**XGBoostTraining** — core';
    assert.deepEqual(asked('ORDER = ["Package", "XGBoost$0Training"]\n'), { said, targets: core, named: undefined });
    assert.deepEqual(asked('ORDER = {"first": ("Pack$0age",)}\n').targets, core);
    const [alice] = asked('ORDER = ["Alice$0Step"]\n').targets ?? [];
    assert.equal(alice, 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py');
  });

  it('is nothing if it is only nearly that', () => {
    for (const text of ['["Packag$0"]', '[f"{x}Pack$0age"]', '["Pack" "ag$0e"]', '[Pack$0age]'])
      assert.deepEqual(asked(`ORDER = ${text}\n`), { said: undefined, targets: undefined, named: undefined }, text);
  });
});
