import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import {
  changeEverywhere,
  contractsOfScript,
  giverOfContract,
  mayLackTerms,
  nearestTerm,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const scriptArgument: FactRule<TermsFact> = {
  code: 'alignment/script-argument',
  severity: 'warning',
  summary: 'A builder starts a script without an argument that it requires, or with one that it does not know.',
  why:
    'A parser of argparse ends the script at once when a required argument is missing or when there is one that it does not know; ' +
    '--job-type and --job_type are two arguments. The builder gives what its method _get_job_arguments returns; a builder without that ' +
    'method gives the arguments of the contract, and is left alone here, as are methods and parsers of which code decides more than the ' +
    'text says. Where interfaces make the builders, the config gives them (get_job_arguments), and the interface declares them (job_arguments).',
  remedy: 'Spell the argument alike in the script and the builder, or add it where it is missing.',
  bad: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py")
#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def _get_job_arguments(self):
        return ["--job-type", self.config.job_type]
#- src/cursus/steps/scripts/payload.py
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--job_type", required=True)
#                   ^^^^^^^^^^^^ alignment/script-argument
parser.add_argument("--job-type-name")
args = parser.parse_args()
`,
  good: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py")
#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def _get_job_arguments(self):
        return ["--job_type", self.config.job_type]
#- src/cursus/steps/scripts/payload.py
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--job_type", required=True)
args = parser.parse_args()
`,
  over: 'fact',
  kind: 'terms',
  *check(script, lookup) {
    if (script.by !== 'script' || script.open.includes('argument') || mayLackTerms(script)) return;
    const contracts = contractsOfScript(script, lookup);
    const givers = new Set(contracts.flatMap(each => giverOfContract(each, lookup) ?? []));
    const [giver, another] = givers;
    if (giver !== undefined && another === undefined && !mayLackTerms(giver)) {
      if (!giver.open.includes('argument')) yield* notGiven(script, giver);
      yield* notKnown(script, giver);
    }
    for (const contract of contracts) if (!mayLackTerms(contract)) yield* notKnown(script, contract, giver);
  },
};

function* notGiven(script: TermsFact, giver: TermsFact): Iterable<Report> {
  const known = new Set(termsOf(script, 'argument').map(({ term }) => term.name));
  const mentioned = new Set(termsOf(giver, 'argument').map(({ term }) => term.name));
  for (const { term, index } of termsOf(script, 'argument')) {
    if (term.required !== true || mentioned.has(term.name)) continue;
    const meant = nearestTerm(term.name, giver, 'argument', each => each.required === true && !known.has(each.name));
    yield {
      at: at(script, Part.fieldName(index)),
      message: `The ${giver.by} of this step does not give '--${truncateName(term.name)}', which the script requires: it ends when it starts`,
      related: [{ at: at(giver, Part.whole), message: `the ${giver.by}` }],
      fixes: meant === undefined ? [] : [changeEverywhere(giver, meant.index, `--${term.name}`)],
    };
  }
}

/** Reports arguments that the parser refuses, but for those that somebody else gives; the start of a longer argument stands for it. */
function* notKnown(script: TermsFact, giver: TermsFact, saidAlready?: TermsFact): Iterable<Report> {
  const said = new Set(
    saidAlready?.terms.flatMap(({ of, name, required }) => (of === 'argument' && required === true ? [name] : [])),
  );
  const known = termsOf(script, 'argument').map(({ term }) => term.name);
  const given = new Set(termsOf(giver, 'argument').map(({ term }) => term.name));
  for (const { term, index } of termsOf(giver, 'argument')) {
    if (term.required !== true || said.has(term.name) || known.some(name => name.startsWith(term.name))) continue;
    const meant = nearestTerm(term.name, script, 'argument', each => !given.has(each.name));
    yield {
      at: at(giver, Part.fieldName(index)),
      message: `The script '${truncateName(script.name)}' knows no argument '--${truncateName(term.name)}': given it, the script ends when it starts`,
      related: [{ at: at(script, Part.whole), message: 'the script' }],
      fixes: meant === undefined ? [] : [changeEverywhere(giver, index, `--${meant.term.name}`)],
    };
  }
}
