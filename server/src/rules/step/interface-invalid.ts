import { Part, type SourceFile } from '../../model/fact';
import { fieldOf, fieldPlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import { isInterface } from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const interfaceInvalid: FileRule = {
  code: 'step/interface-invalid',
  severity: 'error',
  summary: 'A step interface breaks its schema, or does not say its SageMaker type.',
  why:
    'Interfaces are checked when they are loaded: a value outside the schema makes the step unavailable, and without ' +
    'sagemaker_step_type importing the registry raises ValueError. Keys that the schema does not know are allowed.',
  remedy: 'Correct the value; hover over a key to see what it may hold.',
  bad: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
registry:
#^^^^^^^ step/interface-invalid
  description: Writes sample requests
contract:
  entry_point: null
`,
  good: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
registry:
  sagemaker_step_type: Processing
  description: Writes sample requests
contract:
  entry_point: null
`,
  over: 'file',
  *check(file) {
    for (const { code, span, message } of file.problems)
      if (code === 'step/interface-invalid') yield { at: { file, span }, message };
    yield* withoutType(file);
  },
};

/** Reports a missing sagemaker_step_type. The loader ignores files without step_type, so these are not reported. */
function* withoutType(file: SourceFile): Iterable<Report> {
  const contents = file.facts.find(isInterface);
  if (contents === undefined || contents.name === '' || contents.partial === true || file.incomplete) return;
  const type = fieldOf(contents, 'registry.sagemaker_step_type');
  if (type !== undefined && type !== null && type !== '') return;
  const has = fieldOf(contents, 'registry') !== undefined;
  yield {
    at: has ? fieldPlace(contents, 'registry') : at(contents, Part.name),
    message: `There is no sagemaker_step_type${has ? ' here' : ' in a registry block'}, so importing the registry fails`,
  };
}
