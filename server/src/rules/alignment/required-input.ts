import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { isSectionOf, mayLackTerms, type TermsFact, termsOf } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const requiredInput: FactRule<TermsFact> = {
  code: 'alignment/required-input',
  severity: 'info',
  summary: 'Contract and specification of an interface disagree about whether an input is required.',
  why:
    'When a pipeline is built, the specification decides: an optional dependency that nothing meets is passed over, and the script finds nothing at a ' +
    'path that its contract calls required; a required one that nothing meets ends the build, although the script could do without. Said where ' +
    'both say it in so many words.',
  remedy: 'Let both say the same.',
  bad: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
contract:
  entry_point: payload.py
  inputs:
    model_input:
      path: /opt/ml/processing/input/model
      required: true
spec:
  dependencies:
    model_input:
#   ^^^^^^^^^^^ alignment/required-input
      type: model_artifacts
      required: false
`,
  good: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
contract:
  entry_point: payload.py
  inputs:
    model_input:
      path: /opt/ml/processing/input/model
      required: true
spec:
  dependencies:
    model_input:
      type: model_artifacts
      required: true
`,
  over: 'fact',
  kind: 'terms',
  *check(specification, lookup) {
    if (specification.by !== 'specification' || mayLackTerms(specification) || specification.open.includes('input'))
      return;
    const contract = lookup.contents(specification.file).facts.find(fact => isSectionOf(fact, 'contract'));
    if (contract === undefined || contract.open.includes('input')) return;
    const inputs = new Map(termsOf(contract, 'input').map(each => [each.term.name, each]));
    for (const { term, index } of termsOf(specification, 'input')) {
      if (term.isOpen === true) continue;
      const input = inputs.get(term.name);
      if (input?.term.required === undefined || term.required === undefined || input.term.required === term.required)
        continue;
      const words = (required: boolean): string => (required ? 'required' : 'optional');
      yield {
        at: at(specification, Part.fieldName(index)),
        message: `'${truncateName(term.name)}' is ${words(term.required)} here and ${words(input.term.required)} in the contract: this one counts`,
        related: [{ at: at(contract, Part.fieldName(input.index)), message: 'the input of the contract' }],
      };
    }
  },
};
