import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Fix } from '../../model/fix';
import {
  configOfContract,
  changeEverywhere,
  contractsOfScript,
  giverOfContract,
  isOfPlatform,
  mayLackTerms,
  nearestTerm,
  requireVariable,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const scriptVariable: FactRule<TermsFact> = {
  code: 'alignment/script-variable',
  severity: 'warning',
  summary: 'A script cannot do without an environment variable that its contract does not list.',
  why:
    'A builder sets the environment variables that the contract lists. os.environ["X"] raises KeyError when X is not set. Silent where the script ' +
    'mentions the variable elsewhere, such as in os.environ.get or in a check, where it catches KeyError, where the builder mentions the variable, ' +
    'and of variables that the platform sets (AWS_*, SM_*, SAGEMAKER_* and those of a shell).',
  remedy: 'Add the variable to the contract, or read it with a default: os.environ.get("X", default).',
  bad: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", required_env_vars=["LABEL_FIELD"])
#- src/cursus/steps/scripts/payload.py
import os
label = os.environ["LABEL_FIELD"]
count = os.environ["SAMPLE_COUNT"]
#                  ^^^^^^^^^^^^^^ alignment/script-variable
`,
  good: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", required_env_vars=["LABEL_FIELD"])
#- src/cursus/steps/scripts/payload.py
import os
label = os.environ["LABEL_FIELD"]
count = os.environ.get("SAMPLE_COUNT", "10")
`,
  over: 'fact',
  kind: 'terms',
  *check(script, lookup) {
    if (script.by !== 'script' || mayLackTerms(script)) return;
    const contracts = contractsOfScript(script, lookup);
    if (contracts.length === 0 || contracts.some(each => each.open.includes('variable') || mayLackTerms(each))) return;
    const listed = [
      ...contracts,
      ...contracts.flatMap(each =>
        [giverOfContract(each, lookup), configOfContract(each, lookup)].flatMap(fact => fact ?? []),
      ),
    ];
    const given = new Set(listed.flatMap(each => termsOf(each, 'variable').map(({ term }) => term.name)));
    for (const { term, index } of termsOf(script, 'variable')) {
      if (term.required !== true || given.has(term.name) || isOfPlatform(term.name)) continue;
      yield {
        at: at(script, Part.fieldName(index)),
        message: `The contract of this script does not list '${truncateName(term.name)}': where nobody sets it, reading it raises KeyError`,
        related: contracts.slice(0, 3).map(each => ({ at: at(each, Part.name), message: 'the contract' })),
        fixes: waysToList(script, index, contracts),
      };
    }
  },
};

/** Lets the script read what the contract calls nearly so, or adds the variable to the contract. */
function waysToList(script: TermsFact, index: number, contracts: readonly TermsFact[]): Fix[] {
  const [contract] = contracts;
  const name = script.terms[index]?.name ?? '';
  if (contract === undefined || contracts.length > 1) return [];
  const mentioned = new Set(termsOf(script, 'variable').map(({ term }) => term.name));
  const meant = nearestTerm(name, contract, 'variable', term => !mentioned.has(term.name));
  const rename = meant === undefined ? [] : [changeEverywhere(script, index, meant.term.name)];
  return [...rename, requireVariable(contract, name)];
}
