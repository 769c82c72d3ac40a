import assert from 'node:assert/strict';
import { parseFixture, workspaceOf } from '../support/fixture';

/** What rules say of a repository, with their severities. */
function said(fixture: string, code: string): string[] {
  const parsed = parseFixture(fixture);
  const workspace = workspaceOf(parsed);
  const found = [...parsed.files.keys()].flatMap(path => workspace.findings(path));
  return found
    .filter(each => each.code === code)
    .map(({ path, severity, message }) => `${path.replace(/^.*\//, '')} ${severity} ${message}`);
}

const ROW = '"config_class": "AConfig", "builder_step_name": "AStepBuilder", "spec_type": "A", "description": "a"';

describe('what has one cause is said once', () => {
  it('a field that no row of a table has', () => {
    const all = said(
      `#- src/cursus/registry/step_names.py\nSTEP_NAMES = {"A": {${ROW}}, "B": {${ROW}}, "C": {${ROW}}}\n`,
      'step/missing-field',
    );
    const message =
      'No row of STEP_NAMES has sagemaker_step_type: what kind of SageMaker step each of them is stays unknown';
    assert.deepEqual(all, [`step_names.py warning ${message}`]);
  });

  it('and of each row what others have', () => {
    const all = said(
      `#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "A": {${ROW}},
    "B": {"config_class": "BConfig", "builder_step_name": "BStepBuilder", "spec_type": "B"},
}
`,
      'step/missing-field',
    );
    assert.equal(all.length, 2);
    assert.match(all[0] ?? '', /No row of STEP_NAMES has sagemaker_step_type/);
    assert.match(all[1] ?? '', /'B' has no description: lists show nothing about it$/);
  });

  it('a commit that no version has, and a namespace that all write alike', () => {
    const entry = (name: string) => `  - name: ${name}
    versions:
      - {version: 1.0.0, path: src/onex/nodes/${name}/v1_0_0, metadata_file: node.onex.yaml, status: active}
`;
    const metadata = (name: string) => `#- src/onex/nodes/${name}/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: ${name}
version: 1.0.0
namespace: yaml://onex.nodes.${name}
`;
    const fixture = `#- src/onex/registry/registry.yaml\nnodes:\n${entry('a_node')}${entry('b_node')}${metadata('a_node')}${metadata('b_node')}`;
    const [commit, ...others] = said(fixture, 'artifact/commit-missing');
    assert.deepEqual(others, []);
    assert.match(commit ?? '', /missing here and in 'src\/onex\/nodes\/b_node\/v1_0_0'/);
    const namespaces = said(fixture, 'artifact/invalid-metadata').filter(each => each.includes("'namespace'"));
    assert.equal(namespaces.length, 1);
    assert.match(namespaces[0] ?? '', /here and in src\/onex\/nodes\/b_node/);
  });
});

describe('suggestions', () => {
  const CORE = `#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"PyTorchTraining": {"spec_type": "PyTorchTraining"}}
#- src/cursus/registry/builder_registry.py
`;

  it('never repeat the name that is wrong', () => {
    const all = said(
      `${CORE}class StepBuilderRegistry:\n    LEGACY_ALIASES = {"PyTorchTraining": "PytorchTraining"}\n`,
      'step/unknown-reference',
    );
    assert.equal(all.length, 1);
    assert.match(all[0] ?? '', /'PyTorchTraining' itself is a step: turn this row round$/);
  });

  it('name a module of the package, not one of a folder that happens to have such a class', () => {
    const all = said(
      `${CORE}#- src/cursus/registry/hyperparameter_registry.py
HYPERPARAMETER_REGISTRY = {"Base": {"class_name": "BaseHyperparameters", "module_path": "src.gone.base"}}
#- src/cursus/core/base/hyperparameters_base.py
class BaseHyperparameters: ...
#- dockers/atoz/hyperparams/hyperparameters_base.py
class BaseHyperparameters: ...
`,
      'hyperparameter/missing-module',
    );
    assert.equal(all.length, 1);
    assert.match(all[0] ?? '', /Did you mean 'cursus\.core\.base\.hyperparameters_base'\?$/);
  });

  it('are made for sources that are old names, unless a specification states such a type', () => {
    const aliases = 'class StepBuilderRegistry:\n    LEGACY_ALIASES = {"PytorchTraining": "PyTorchTraining"}\n';
    const user = `#- src/cursus/steps/specs/eval_spec.py
SPEC = StepSpecification(step_type="Eval", dependencies=[DependencySpec(compatible_sources=["PytorchTraining"])])
`;
    const states = `#- src/cursus/steps/specs/pytorch_training_spec.py
SPEC = StepSpecification(step_type="PytorchTraining", dependencies=[])
`;
    assert.equal(said(CORE + aliases + user, 'step/unknown-source').length, 1);
    assert.equal(said(CORE + aliases + user + states, 'step/unknown-source').length, 0);
  });
});
