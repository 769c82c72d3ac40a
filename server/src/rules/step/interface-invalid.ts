import { Part, type Fact, type SourceFile } from '../../model/fact';
import { fieldOf, fieldPlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import { coreOf, isCoreRow, isInterface, isStep } from '../../systems/steps/public';
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
  *check(file, lookup) {
    for (const { code, span, message } of file.problems)
      if (code === 'step/interface-invalid') yield { at: { file, span }, message };
    yield* withoutType(file, lookup);
  },
};

/**
 * Reports a missing sagemaker_step_type where core makes its rows from interfaces. The loader ignores files without
 * step_type, and a core with a table of its own has the type there (formats 1.1), so these are not reported.
 */
function* withoutType(file: SourceFile, lookup: Lookup): Iterable<Report> {
  const contents = file.facts.find(isInterface);
  if (contents === undefined || contents.name === '' || contents.partial === true || file.incomplete) return;
  const type = fieldOf(contents, 'registry.sagemaker_step_type');
  if ((type !== undefined && type !== null && type !== '') || !file.facts.some(isRowOfCore(lookup))) return;
  // A table of core that has the type may lie in what cannot be seen.
  if (unseenAnywhere(lookup) !== undefined) return;
  const has = fieldOf(contents, 'registry') !== undefined;
  yield {
    at: has ? fieldPlace(contents, 'registry') : at(contents, Part.name),
    message: `There is no sagemaker_step_type${has ? ' here' : ' in a registry block'}, so importing the registry fails`,
  };
}

function isRowOfCore(lookup: Lookup): (fact: Fact) => boolean {
  const core = coreOf(lookup);
  return fact => isStep(fact) && isCoreRow(fact, core);
}
