import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  closest,
  mayLackTerms,
  removeTerm,
  reportWithSuggestion,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const directInput: FactRule<TermsFact> = {
  code: 'alignment/direct-input',
  severity: 'info',
  summary: 'A name among direct_input_keys is no input of the contract.',
  why:
    'patterns.direct_input_keys names the inputs that a builder takes from its caller as they are. A name that no input of the contract ' +
    'has never applies: often it is the name of an output, or of an input before it was renamed, and the input that was meant is not ' +
    'taken directly. Interfaces with variants of their contract are left alone.',
  remedy: 'Use the names of the inputs of the contract, or take the name out.',
  bad: `
#- src/cursus/steps/interfaces/currency_conversion.step.yaml
step_type: CurrencyConversion
registry:
  sagemaker_step_type: Processing
patterns:
  direct_input_keys: [data_input]
#                     ^^^^^^^^^^ alignment/direct-input
contract:
  entry_point: currency_conversion.py
  inputs:
    input_data:
      path: /opt/ml/processing/input/data
`,
  good: `
#- src/cursus/steps/interfaces/currency_conversion.step.yaml
step_type: CurrencyConversion
registry:
  sagemaker_step_type: Processing
patterns:
  direct_input_keys: [input_data]
contract:
  entry_point: currency_conversion.py
  inputs:
    input_data:
      path: /opt/ml/processing/input/data
`,
  over: 'fact',
  kind: 'terms',
  *check(contract) {
    if (contract.by !== 'contract' || mayLackTerms(contract) || contract.open.includes('input')) return;
    const inputs = new Set(termsOf(contract, 'input').map(({ term }) => term.name));
    for (const { term, index } of termsOf(contract, 'direct input')) {
      if (inputs.has(term.name)) continue;
      const message = `No input of the contract is called '${truncateName(term.name)}', so this name never applies`;
      const report = reportWithSuggestion(at(contract, Part.fieldName(index)), message, closest(term.name, inputs));
      yield { ...report, fixes: [...(report.fixes ?? []), removeTerm(contract, index)] };
    }
  },
};
