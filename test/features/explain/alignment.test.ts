import assert from 'node:assert/strict';
import { explain } from '../../../server/src/features/explain/explain';
import { explainJson } from '../../../server/src/features/explain/json';
import { explainMarkdown } from '../../../server/src/features/explain/markdown';
import { explainText } from '../../../server/src/features/explain/text';
import type { Explanation } from '../../../server/src/model/explanation';
import type { Workspace } from '../../../server/src/workspace';
import { workspaceOf } from '../../support/fixture';

const REGISTRY = `#- src/cursus/registry/step_names.py
STEP_NAMES = {"Payload": {"builder_step_name": "PayloadStepBuilder", "sagemaker_step_type": "Processing"}}
`;
const CODE = `#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def _get_job_arguments(self):
        return ["--job-type", self.config.job_type]
#- src/cursus/steps/scripts/payload.py
import argparse, os
count = os.environ["COUNT"]
label = os.environ.get("LABEL")
parser = argparse.ArgumentParser()
parser.add_argument("--job_type", required=True)
args = parser.parse_args()
if __name__ == "__main__":
    input_paths = {"model": "/opt/ml/processing/input/model", "extra": "/opt/ml/processing/input/extra"}
    main(input_paths)
`;
const CONTRACT = `#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={
        "model_input": "/opt/ml/processing/input/model",
    },
    expected_output_paths={"sample": "/opt/ml/processing/output"},
    required_env_vars=["LABEL", "OTHER"],
)
#- src/cursus/steps/specs/payload_spec.py
from ..contracts.payload_contract import PAYLOAD_CONTRACT
PAYLOAD_SPEC = StepSpecification(
    step_type="Payload",
    script_contract=PAYLOAD_CONTRACT,
    dependencies=[DependencySpec(logical_name="model_input", required=False)],
    outputs=[],
)
`;

function explained(files: string): { workspace: Workspace; explanation: Explanation } {
  const workspace = workspaceOf(REGISTRY + files);
  const [explanation] = explain(workspace, 'Payload', { mode: 'automatic', profile: 'isolated' }, 'step');
  assert.ok(explanation);
  return { workspace, explanation };
}

function textOf(files: string): string {
  const { workspace, explanation } = explained(files);
  return /\n( {2}alignment\n[^]*?)(?:\n\n|$)/.exec(explainText(workspace, explanation))?.[1]?.trimEnd() ?? '';
}

describe('the alignment in an explanation', () => {
  it('has a column for each file and a row for each name, with the gaps', () => {
    assert.equal(
      textOf(CONTRACT + CODE),
      `  alignment
                                                contract     specification   builder     script
  ✔ input      model_input                      4            5 optional                  8
  ✘ input      /opt/ml/processing/input/extra   ✘ missing                                8
  ✘ output     sample                           6            ✘ missing
  ✘ argument   job-type                         –                            3           ✘ missing
  ✘ argument   job_type                         –                            ✘ missing   5 required
  ✔ variable   LABEL                            7 required                   –           3
  ✔ variable   OTHER                            7 required                   –           –
  ✘ variable   COUNT                            ✘ missing                    –           2 required`,
    );
  });

  it('says which output meets an input, with its score', () => {
    const typed = CONTRACT.replace('required=False', 'dependency_type="processing_output"');
    const other = `#- src/cursus/steps/specs/load_spec.py
SPEC = StepSpecification(step_type="Load", outputs=[OutputSpec(logical_name="model_input", output_type="processing_output")])
`;
    const met = (files: string): string | undefined => / (\S+ of Load .*)/.exec(textOf(typed + files + CODE))?.[1];
    assert.equal(met(other), 'model_input of Load (0.95) 1');
    assert.equal(met(other.replace('"model_input"', '"rows", aliases=words()')), undefined);
    assert.equal(met(other.replace('outputs=[', 'outputs=make() + [')), undefined);
    const { workspace, explanation } = explained(typed + other + CODE);
    assert.equal(explainJson(workspace, explanation).alignment?.items[0]?.metBy?.of, 'Load');
  });

  it('does not call missing what code may decide', () => {
    const open = CONTRACT.replace('outputs=[]', 'outputs=make_outputs()').replace('["LABEL", "OTHER"]', 'VARIABLES');
    assert.match(textOf(open + CODE), /\n {2}\? output +sample +6 +\? cannot tell\n/);
    assert.match(textOf(open + CODE), /\n {2}\? variable +COUNT +\? cannot tell +– +2 required$/);
  });

  it('is that of an interface', () => {
    const text = textOf(`#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
registry:
  sagemaker_step_type: Processing
contract:
  entry_point: payload.py
  inputs:
    model_input:
      path: /opt/ml/processing/input
spec:
  dependencies:
    model_input:
      required: true
${CODE}`);
    assert.match(text, /\n {2}✔ input +model_input +7 +11 required +8\n/);
  });

  it('says one thing of all specifications of a contract', () => {
    const second = CONTRACT.slice(CONTRACT.indexOf('#- src/cursus/steps/specs'))
      .replace('payload_spec.py', 'payload_testing_spec.py')
      .replace('PAYLOAD_SPEC', 'PAYLOAD_TESTING_SPEC')
      .replace('model_input', 'model');
    const text = textOf(CONTRACT + second + CODE);
    assert.match(text, /contract +2 specifications +builder +script\n/);
    assert.match(text, /\n {2}✘ input +model_input +4 +✘ missing in payload_testing_spec\.py +8\n/);
  });

  it('is not there without a contract', () => {
    const { workspace, explanation } = explained(CODE);
    assert.equal(explanation.alignment, undefined);
    assert.equal(explainJson(workspace, explanation).alignment, null);
  });

  it('links each cell in Markdown, and escapes names', () => {
    const { workspace, explanation } = explained(CONTRACT.replaceAll('model_input', 'a|`b') + CODE);
    const markdown = explainMarkdown(workspace, explanation, (path, line) => `${path}#${line}`);
    assert.match(
      markdown,
      /\n## Alignment\n\n\| {2}\| {2}\| {2}\| contract \| specification \| builder \| script \|\n/,
    );
    assert.ok(
      markdown.includes(
        '| ✔ | input | `` a\\|`b `` | [line 4](<src/cursus/steps/contracts/payload_contract.py#4>) | ' +
          '[line 5](<src/cursus/steps/specs/payload_spec.py#5>) optional |  | ' +
          '[line 8](<src/cursus/steps/scripts/payload.py#8>) |\n',
      ),
      markdown,
    );
  });

  it('is data in JSON', () => {
    const { workspace, explanation } = explained(CONTRACT + CODE);
    const { files, items } = explainJson(workspace, explanation).alignment!;
    assert.deepEqual(
      files.map(({ role }) => role),
      ['contract', 'specification', 'builder', 'script'],
    );
    const { kind, name, cells } = items.find(item => item.name === 'COUNT')!;
    assert.deepEqual(
      [kind, name, cells.map(cell => cell?.status)],
      ['variable', 'COUNT', ['missing', undefined, 'not mentioned', 'required']],
    );
    assert.equal(cells[3]?.location?.range.start.line, 2);
  });
});
