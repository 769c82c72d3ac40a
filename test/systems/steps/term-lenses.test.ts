import assert from 'node:assert/strict';
import { lenses, lensText } from '../../../server/src/features/at-cursor/lenses';
import { locate } from '../../../server/src/features/text/locations';
import { workspaceOf } from '../../support/fixture';

const CONTRACT = 'src/cursus/steps/contracts/payload_contract.py';
const SCRIPT = 'src/cursus/steps/scripts/payload.py';
const FILES = `#- ${CONTRACT}
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model", "other": "/opt/ml/processing/input/other"},
    expected_output_paths={},
    required_env_vars=["LABEL"],
)
#- src/cursus/steps/specs/payload_spec.py
from ..contracts.payload_contract import PAYLOAD_CONTRACT
A = StepSpecification(script_contract=PAYLOAD_CONTRACT, dependencies=[], outputs=[])
#- src/cursus/steps/specs/payload_testing_spec.py
from ..contracts.payload_contract import PAYLOAD_CONTRACT
B = StepSpecification(script_contract=PAYLOAD_CONTRACT, dependencies=[DependencySpec(logical_name="other")], outputs=[])
#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def _get_job_arguments(self):
        return ["--job_type", self.config.job_type]
#- ${SCRIPT}
import argparse, os
count = os.environ["COUNT"]
label = os.environ["LABEL"] + os.environ["SECOND"]
parser = argparse.ArgumentParser()
parser.add_argument("--job_type", required=True)
args = parser.parse_args()
`;

/** The lenses of a file that say something, with the places that they lead to. */
function shown(files: string, path: string): string[] {
  const workspace = workspaceOf(files);
  return (lenses(workspace, path) ?? []).flatMap(({ id, span }) => {
    const text = lensText(workspace, path, id);
    const places = text?.places.map(
      place => `${place.fact.file.path.split('/').at(-1)!}:${locate(workspace, place)!.range.start.line}`,
    );
    return text === undefined ? [] : [`${span.start} ${text.title}: ${places!.join(' ')}`];
  });
}

describe('lenses of contracts and scripts', () => {
  it('say who has to do with a contract, and what does not fit', () => {
    assert.deepEqual(shown(FILES, CONTRACT), [
      '0 2 specifications, 1 builder, 1 script: payload_spec.py:2 payload_testing_spec.py:2 builder_payload_step.py:1 payload.py:1',
      '0 2 inputs or outputs missing in a specification, script needs 2 variables that the contract does not list: ' +
        'payload_contract.py:3 payload_contract.py:3 payload.py:2 payload.py:3',
    ]);
  });

  it('say above a script what its contract and builder lack for it', () => {
    assert.deepEqual(shown(FILES.replace('"--job_type", self', '"--job-type", self'), SCRIPT), [
      '0 1 contract: payload_contract.py:1',
      '0 builder does not give 1 argument that the script requires, script does not know 1 argument that the builder gives, ' +
        'script needs 2 variables that the contract does not list: payload.py:5 builder_payload_step.py:3 payload.py:2 payload.py:3',
    ]);
  });

  it('say nothing of a script without a contract, nor of gaps that code may fill', () => {
    assert.deepEqual(shown(FILES.replace('entry_point="payload.py"', 'entry_point="other.py"'), SCRIPT), []);
    const open = FILES.replace('["LABEL"]', 'VARIABLES').replaceAll(/dependencies=\[[^\]]*\]/g, 'dependencies=made()');
    assert.deepEqual(
      shown(open, CONTRACT).map(each => each.split(':')[0]),
      ['0 2 specifications, 1 builder, 1 script'],
    );
  });
});
