import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  mayLackTerms,
  nearestTerm,
  removeTerm,
  renameTerm,
  scriptOfContract,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unusedByScript: FactRule<TermsFact> = {
  code: 'alignment/unused-by-script',
  severity: 'hint',
  summary: 'A contract requires an environment variable that its script does not mention.',
  why:
    'Whoever configures the step has to give a required variable, and here it changes nothing; often the script reads the variable under another ' +
    'name. The script may still have it read by a module that it imports, so this is a hint.',
  remedy: 'Take the variable out of the contract, or give it the name that the script reads.',
  bad: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", required_env_vars=["TIMESTAMP_FIELD"])
#                                                                              ^^^^^^^^^^^^^^^^^ alignment/unused-by-script
#- src/cursus/steps/scripts/payload.py
import os
field = os.environ.get("TEMPORAL_FIELD")
`,
  good: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", required_env_vars=["TEMPORAL_FIELD"])
#- src/cursus/steps/scripts/payload.py
import os
field = os.environ.get("TEMPORAL_FIELD")
`,
  over: 'fact',
  kind: 'terms',
  *check(contract, lookup) {
    if (contract.by !== 'contract' || mayLackTerms(contract)) return;
    const script = scriptOfContract(contract, lookup);
    if (script === undefined || mayLackTerms(script)) return;
    const listed = new Set(termsOf(contract, 'variable').map(({ term }) => term.name));
    const mentioned = new Set(termsOf(script, 'variable').map(({ term }) => term.name));
    for (const { term, index } of termsOf(contract, 'variable')) {
      if (term.required !== true || mentioned.has(term.name) || !/^[A-Z][A-Z0-9_]+$/.test(term.name)) continue;
      const meant = nearestTerm(term.name, script, 'variable', each => !listed.has(each.name));
      yield {
        at: at(contract, Part.fieldName(index)),
        message: `The script '${truncateName(script.name)}' does not mention '${truncateName(term.name)}', so requiring it is of no use`,
        fixes: [
          ...(meant === undefined ? [] : [renameTerm(contract, index, meant.term.name)]),
          removeTerm(contract, index),
        ],
      };
    }
  },
};
