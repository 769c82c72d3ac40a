import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { headerOf, type InterfaceEntry } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const interfaceAlignment: FactRule<InterfaceEntry> = {
  code: 'step/interface-alignment',
  severity: 'error',
  summary: 'A contract has an input or output that its specification does not have.',
  why:
    'When an interface is loaded, every input of the contract must be a dependency of the specification, and every output one ' +
    'of its outputs; otherwise validation fails (“Contract inputs missing from spec dependencies”) and the step is not ' +
    'available. More in the specification than in the contract is allowed. Files with variants that change the specification ' +
    'are left alone.',
  remedy: 'Give both the same name, or add what is missing to the specification.',
  bad: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
registry:
  sagemaker_step_type: Processing
contract:
  entry_point: null
  inputs:
    model_input:
#   ^^^^^^^^^^^ step/interface-alignment
      path: /opt/ml/processing/input/model
spec:
  dependencies:
    model:
      type: model_artifacts
`,
  good: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
registry:
  sagemaker_step_type: Processing
contract:
  entry_point: null
  inputs:
    model:
      path: /opt/ml/processing/input/model
spec:
  dependencies:
    model:
      type: model_artifacts
`,
  over: 'fact',
  kind: 'interface',
  *check(contents) {
    const names = contents.fields.map(({ name }) => name);
    const isPartial = contents.partial === true || headerOf(contents)?.file.incomplete === true;
    if (isPartial || !names.includes('spec') || names.some(name => /^variants\..*\.spec$/.test(name))) return;
    yield* absent(contents, 'contract.inputs.', 'spec.dependencies.', 'Input', 'dependency');
    yield* absent(contents, 'contract.outputs.', 'spec.outputs.', 'Output', 'output');
  },
};

/** Reports each key directly below the path `from` that is not below the path `to`. */
function* absent(contents: InterfaceEntry, from: string, to: string, what: string, needed: string): Iterable<Report> {
  const there = new Set(contents.fields.map(({ name }) => name));
  for (const [i, { name }] of contents.fields.entries()) {
    const key = name.slice(from.length);
    if (!name.startsWith(from) || key.includes('.') || there.has(to + key)) continue;
    yield {
      at: at(contents, Part.fieldName(i)),
      message: `${what} '${truncateName(key)}' is no ${needed} of the specification, so the interface is refused`,
    };
  }
}
