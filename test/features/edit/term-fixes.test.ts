import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import { fileEditsOf } from '../../../server/src/features/edit/fixes';
import { parseFixture, workspaceOf } from '../../support/fixture';

/** Makes the fix called `title` of a finding in the fixture, and compares the one file that it changes. Nothing expected: nobody offers it. */
function checkFix(fixture: string, title: string, after: string | undefined): void {
  const parsed = parseFixture(fixture);
  const workspace = workspaceOf(parsed);
  const fixes = [...parsed.files.keys()].flatMap(path => workspace.findings(path)).flatMap(each => each.fixes);
  const fix = fixes.find(each => each.title === title);
  const [file, ...others] = (fix && fileEditsOf(workspace, fix)) ?? [];
  assert.deepEqual(others, []);
  if (after !== undefined) assert.ok(fix, `offered: ${fixes.map(each => each.title).join(', ')}`);
  assert.equal(file && 'edits' in file ? applyEdits(parsed.files.get(file.path)!, file.edits) : undefined, after);
}

const SCRIPT = `#- src/cursus/steps/scripts/payload.py
import os
count = os.environ["COUNT"]
`;

/** A contract before and after it requires what its script reads. */
function checkRequired(before: string, after: string | undefined, name = 'C'): void {
  checkFix(
    `#- src/cursus/steps/contracts/payload_contract.py\n${before}\n${SCRIPT}`,
    `Add 'COUNT' to the required variables of '${name}'`,
    after === undefined ? undefined : `${after}\n`,
  );
}

function checkRequiredInInterface(before: string, after: string): void {
  const head = 'step_type: Payload\nregistry:\n  sagemaker_step_type: Processing\n';
  checkFix(
    `#- src/cursus/steps/interfaces/payload.step.yaml\n${head}${before}${SCRIPT}`,
    `Add 'COUNT' to the required variables of 'Payload'`,
    head + after,
  );
}

describe('fixes: a variable is added to a contract', () => {
  const contract = (rest: string): string => `C = ScriptContract(\n    entry_point="payload.py",\n${rest})`;

  it('in a list on one line', () => {
    checkRequired(
      'C = ScriptContract(entry_point="payload.py", required_env_vars=["A"])',
      'C = ScriptContract(entry_point="payload.py", required_env_vars=["A", "COUNT"])',
    );
    checkRequired(
      "C = ScriptContract(entry_point='payload.py', required_env_vars=['A', ])",
      "C = ScriptContract(entry_point='payload.py', required_env_vars=['A', 'COUNT', ])",
    );
  });

  it('in a list of several lines, clear of comments', () => {
    checkRequired(
      contract('    required_env_vars=[\n        "A",\n        "B"  # why, [\n    ],\n'),
      contract('    required_env_vars=[\n        "A",\n        "B",  # why, [\n        "COUNT"\n    ],\n'),
    );
    checkRequired(
      contract('    required_env_vars=["A",\n                       "B"],\n'),
      contract('    required_env_vars=["A",\n                       "B",\n                       "COUNT"],\n'),
    );
  });

  it('in an empty list, with the quotes of the contract', () => {
    checkRequired(
      contract('    required_env_vars=[],\n').replaceAll('"', "'"),
      contract('    required_env_vars=["COUNT"],\n').replaceAll('"', "'"),
    );
    checkRequired(
      contract('    required_env_vars=[\n        # none\n    ],\n'),
      contract('    required_env_vars=[\n        "COUNT",\n        # none\n    ],\n'),
    );
  });

  it('as an argument, where the contract has no such list', () => {
    checkRequired(
      'C = ScriptContract(entry_point="payload.py")',
      'C = ScriptContract(entry_point="payload.py", required_env_vars=["COUNT"])',
    );
    checkRequired(contract(''), contract('    required_env_vars=["COUNT"],\n'));
  });

  it('keeps the ends of lines', () => {
    checkRequired(
      contract('    required_env_vars=[\n        "A",\n    ],\n').replaceAll('\n', '\r\n'),
      contract('    required_env_vars=[\n        "A",\n        "COUNT",\n    ],\n').replaceAll('\n', '\r\n'),
    );
  });

  it('in an interface, whatever is there of the section', () => {
    const required = (rest: string): string => `contract:\n  entry_point: payload.py\n  env_vars:\n${rest}`;
    checkRequiredInInterface(
      required('    required:\n      - A\n      - B  # b\n    optional:\n      C: "1"\n'),
      required('    required:\n      - A\n      - B  # b\n      - COUNT\n    optional:\n      C: "1"\n'),
    );
    checkRequiredInInterface(
      required('    required:\n    - A\n# end\n'),
      required('    required:\n    - A\n    - COUNT\n# end\n'),
    );
    checkRequiredInInterface(required('    required: [A]\n'), required('    required: [A, COUNT]\n'));
    checkRequiredInInterface(required('    required: ["A"]\n'), required('    required: ["A", "COUNT"]\n'));
    checkRequiredInInterface(required('    required: []\n'), required('    required: [COUNT]\n'));
    checkRequiredInInterface(required('    required:\n'), required('    required:\n      - COUNT\n'));
    checkRequiredInInterface(
      required('    optional:\n      C: "1"\n'),
      required('    optional:\n      C: "1"\n    required: [COUNT]\n'),
    );
    checkRequiredInInterface(
      'contract:\n  entry_point: payload.py\n  env_vars: {}\n',
      'contract:\n  entry_point: payload.py\n  env_vars: {required: [COUNT]}\n',
    );
    checkRequiredInInterface(
      'contract: {entry_point: payload.py, env_vars: {}}\n',
      'contract: {entry_point: payload.py, env_vars: {required: [COUNT]}}\n',
    );
  });
});

/** The arguments of a specification before and after it has all that its contract has. */
function checkPort(before: string, title: string, after: string | undefined): void {
  const head = 'from ..contracts.payload_contract import C\n';
  const contract = `C = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model"},
    expected_output_paths={"payload_sample": "/opt/ml/processing/output"},
    required_env_vars=[],
)`;
  checkFix(
    `#- src/cursus/steps/contracts/payload_contract.py\n${contract}\n#- src/cursus/steps/specs/payload_spec.py\n${head}${before}\n`,
    title,
    after === undefined ? undefined : `${head}${after}\n`,
  );
}

describe('fixes: a specification gets what its contract has', () => {
  const spec = (inputs: string, outputs: string): string =>
    `S = StepSpecification(\n    script_contract=C,\n    dependencies=${inputs},\n    outputs=${outputs},\n)`;
  const addInput = `Add the optional dependency 'model_input' to the specification`;
  const addOutput = `Add the output 'payload_sample' to the specification`;

  it('like the last one, as that is laid out', () => {
    checkPort(
      spec('[DependencySpec(logical_name="other", dependency_type=T.X)]', '[]'),
      addInput,
      spec(
        '[DependencySpec(logical_name="other", dependency_type=T.X), DependencySpec(logical_name="model_input", dependency_type=T.X, required=False)]',
        '[]',
      ),
    );
    const call = (name: string, rest: string): string =>
      `        DependencySpec(\n            logical_name="${name}",\n            dependency_type=T.X,  # a, b\n${rest}        ),\n`;
    checkPort(
      spec(`[\n${call('other', '            required=True,\n            description="(",\n')}    ]`, '[]'),
      addInput,
      spec(
        `[\n${call('other', '            required=True,\n            description="(",\n')}${call('model_input', '            required=False,\n').replace('  # a, b', '')}    ]`,
        '[]',
      ),
    );
  });

  it('with the path of another output of the job', () => {
    const output = (name: string): string =>
      `OutputSpec(\n        logical_name="${name}",\n        property_path="properties.ProcessingOutputConfig.Outputs['${name}'].S3Output.S3Uri",\n    )`;
    checkPort(
      spec('[]', `[${output('other')}]`),
      addOutput,
      spec('[]', `[${output('other')}, ${output('payload_sample')}]`),
    );
    checkPort(
      spec('[]', '[OutputSpec(logical_name="other", property_path="properties.ModelName")]'),
      addOutput,
      undefined,
    );
  });

  it('in a dict and in a tuple', () => {
    checkPort(
      spec('{"other": DependencySpec(logical_name="other")}', '[]'),
      addInput,
      spec(
        '{"other": DependencySpec(logical_name="other"), "model_input": DependencySpec(logical_name="model_input", required=False)}',
        '[]',
      ),
    );
    checkPort(
      spec('(DependencySpec(logical_name="other"),)', '[]'),
      addInput,
      spec('(DependencySpec(logical_name="other"), DependencySpec(logical_name="model_input", required=False),)', '[]'),
    );
  });

  it('unless it has nothing that the new one could be like, or an alias of that name', () => {
    checkPort(spec('[]', '[]'), addInput, undefined);
    const aliased = `[OutputSpec(logical_name="sample", aliases=["Payload_Sample"], property_path="properties.ProcessingOutputConfig.Outputs['sample'].S3Output.S3Uri")]`;
    checkPort(spec('[]', aliased), addOutput, undefined);
  });

  it('by another name of what it has, with its property path', () => {
    const output = (name: string): string =>
      `[OutputSpec(logical_name="${name}", property_path='properties.ProcessingOutputConfig.Outputs["${name}"].S3Output.S3Uri')]`;
    checkPort(
      spec('[]', output('payload_samples')),
      `Rename the output 'payload_samples' to 'payload_sample'`,
      spec('[]', output('payload_sample')),
    );
  });

  it('by the name that was its alias', () => {
    const output = (name: string, alias: string): string =>
      `[OutputSpec(logical_name="${name}", aliases=["x", "${alias}"], property_path="properties.ModelName")]`;
    checkPort(
      spec('[]', output('sample', 'payload_sample')),
      `Rename the output 'sample' to 'payload_sample', with 'sample' as its alias`,
      spec('[]', output('payload_sample', 'sample')),
    );
  });

  it('but not where a constant stands for the name', () => {
    checkPort(
      `NAME = "model_inputs"\n${spec('[DependencySpec(logical_name=NAME)]', '[]')}`,
      `Rename the dependency 'model_inputs' to 'model_input'`,
      undefined,
    );
  });
});

describe('fixes: names that are spelled nearly alike', () => {
  const contract = (variables: string, paths = '{"a": "/opt/ml/processing/input/models"}'): string =>
    `#- src/cursus/steps/contracts/payload_contract.py\nC = ScriptContract(entry_point="payload.py", expected_input_paths=${paths}, expected_output_paths={}, required_env_vars=${variables})\n`;
  const script = (name: string, path = 'model'): string =>
    `import os\nlabel = os.environ["${name}"]\nother = os.environ["${name}"]\nif __name__ == "__main__":\n    input_paths = {"a": "/opt/ml/processing/input/${path}"}\n    main(input_paths)\n`;
  const both = (variables: string, name: string, path?: string): string =>
    `${contract(variables)}#- src/cursus/steps/scripts/payload.py\n${script(name, path)}`;

  it('are changed wherever a script reads them', () => {
    checkFix(both('["LABEL_NAME"]', 'LABEL_NAMES', 'models'), `Change to 'LABEL_NAME'`, script('LABEL_NAME', 'models'));
  });

  it('are changed in the contract, or taken out of it', () => {
    const file = (variables: string): string => contract(variables).split('\n').slice(1).join('\n');
    checkFix(both('["LABEL_NAME"]', 'LABEL_NAMES', 'models'), `Change to 'LABEL_NAMES'`, file('["LABEL_NAMES"]'));
    checkFix(both('["LABEL_NAME"]', 'LABEL_NAMES', 'models'), `Remove 'LABEL_NAME'`, file('[]'));
  });

  it('are changed in the path of a script', () => {
    checkFix(both('["A"]', 'A'), `Change to '/opt/ml/processing/input/models'`, script('A', 'models'));
  });

  it('are changed in the builder, which gives arguments, not in the script, whose code depends on them', () => {
    const builder = (name: string): string =>
      `class PayloadStepBuilder(StepBuilderBase):\n    def _get_job_arguments(self):\n        return ["${name}", self.config.job_type]\n`;
    const all = `#- src/cursus/steps/contracts/payload_contract.py\nC = ScriptContract(entry_point="payload.py")\n#- src/cursus/steps/builders/builder_payload_step.py\n${builder('--job-type')}#- src/cursus/steps/scripts/payload.py\nimport argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--job_type", required=True)\nargs = parser.parse_args()\n`;
    checkFix(all, `Change to '--job_type' in the builder`, builder('--job_type'));
  });
});

describe('fixes: a path is added to a contract', () => {
  it('in an interface, as those beside it', () => {
    const text = (more: string): string => `step_type: Payload
contract:
  entry_point: payload.py
  outputs:
    sample:
      path: /opt/ml/processing/output/sample
${more}spec:
  outputs:
    sample: {}
    metadata: {}
`;
    checkFix(
      `#- src/cursus/steps/interfaces/payload.step.yaml\n${text('')}`,
      "Add the output 'metadata' to the contract",
      text('    metadata:\n      path: "/opt/ml/processing/output/metadata"\n'),
    );
  });
});
