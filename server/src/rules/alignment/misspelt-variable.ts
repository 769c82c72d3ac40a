import { truncateName } from '../../base/message-text';
import { editDistance } from '../../base/similarity';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import {
  changeEverywhere,
  configOfContract,
  contractsOfScript,
  giverOfContract,
  mayLackTerms,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const misspeltVariable: FactRule<TermsFact> = {
  code: 'alignment/misspelt-variable',
  severity: 'hint',
  summary: 'A script and those who give it environment variables spell one differently.',
  why:
    'Scripts read most variables with a default, so that a variable with another name is not missed: the script goes on with the default. Said where ' +
    'one side alone has a name, and the other side one that differs by a letter or two swapped ones. A string in capitals may be ' +
    'something else than a variable, so this is a hint.',
  remedy: 'Spell the variable alike in the contract, the builder, the config and the script.',
  bad: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", optional_env_vars={"CONTENT_TYPES": "text/csv"})
#- src/cursus/steps/scripts/payload.py
import os
types = os.environ.get("CONTENT_TPYES", "text/csv")
#                      ^^^^^^^^^^^^^^^ alignment/misspelt-variable
`,
  good: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", optional_env_vars={"CONTENT_TYPES": "text/csv"})
#- src/cursus/steps/scripts/payload.py
import os
types = os.environ.get("CONTENT_TYPES", "text/csv")
`,
  over: 'fact',
  kind: 'terms',
  *check(script, lookup) {
    if (script.by !== 'script' || mayLackTerms(script)) return;
    const contracts = contractsOfScript(script, lookup);
    const givers = contracts.flatMap(each =>
      [giverOfContract(each, lookup), configOfContract(each, lookup)].flatMap(fact => fact ?? []),
    );
    if (contracts.length === 0 || [...contracts, ...givers].some(mayLackTerms)) return;
    const read = namesIn([script]);
    const listed = namesIn(contracts);
    const given = namesIn([...contracts, ...givers]);
    // What the contract requires and the script does not mention is said there.
    const required = new Set(
      contracts.flatMap(each =>
        termsOf(each, 'variable').flatMap(({ term }) => (term.required === true ? [term.name] : [])),
      ),
    );
    yield* slips(script, given, name => read.has(name) || !required.has(name), 'nobody sets it');
    for (const giver of new Set(givers))
      yield* slips(
        giver,
        new Set([...read, ...listed]),
        name => !namesIn([giver]).has(name),
        'the script does not read it',
      );
  },
};

function namesIn(facts: readonly TermsFact[]): ReadonlySet<string> {
  return new Set(facts.flatMap(fact => termsOf(fact, 'variable').map(({ term }) => term.name)));
}

/** Reports variables that only `fact` has and that are one slip away from one of `others` that it does not have. */
function* slips(
  fact: TermsFact,
  others: ReadonlySet<string>,
  isFree: (name: string) => boolean,
  consequence: string,
): Iterable<Report> {
  for (const { term, index } of termsOf(fact, 'variable')) {
    const { name } = term;
    if (name.length < 6 || others.has(name)) continue;
    const meant = [...others].find(other => isFree(other) && isSlip(name, other));
    if (meant === undefined) continue;
    yield {
      at: at(fact, Part.fieldName(index)),
      message: `'${truncateName(name)}' is spelled '${truncateName(meant)}' elsewhere in this step, so ${consequence}`,
      fixes: [changeEverywhere(fact, index, meant)],
    };
  }
}

/** Whether two names differ by one letter that is neither a digit nor the S of a plural, or by two that are swapped. */
function isSlip(one: string, other: string): boolean {
  return editDistance(one, other, 1) !== undefined && one.replace(/\d|S$/g, '') !== other.replace(/\d|S$/g, '');
}
