import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  builderOfContract,
  changeEverywhere,
  contractsOfScript,
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
    'text says.',
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
    const builders = buildersOf(script, lookup);
    const [builder] = builders;
    if (builder === undefined || builders.length > 1 || builder.open.includes('argument') || mayLackTerms(builder))
      return;
    yield* notGiven(script, builder);
    yield* notKnown(script, builder);
  },
};

/** The builders of the contracts that name a script, as far as they can be found. */
function buildersOf(script: TermsFact, lookup: Lookup): readonly TermsFact[] {
  return [...new Set(contractsOfScript(script, lookup).flatMap(each => builderOfContract(each, lookup) ?? []))];
}

function* notGiven(script: TermsFact, builder: TermsFact): Iterable<Report> {
  const known = new Set(termsOf(script, 'argument').map(({ term }) => term.name));
  const mentioned = new Set(termsOf(builder, 'argument').map(({ term }) => term.name));
  for (const { term, index } of termsOf(script, 'argument')) {
    if (term.required !== true || mentioned.has(term.name)) continue;
    const meant = nearestTerm(term.name, builder, 'argument', each => each.required === true && !known.has(each.name));
    yield {
      at: at(script, Part.fieldName(index)),
      message: `The builder of this step does not give '--${truncateName(term.name)}', which the script requires: it ends when it starts`,
      related: [{ at: at(builder, Part.whole), message: 'the builder' }],
      fixes: meant === undefined ? [] : [changeEverywhere(builder, meant.index, `--${term.name}`)],
    };
  }
}

/** Reports arguments that the parser refuses; the start of a longer argument stands for it. */
function* notKnown(script: TermsFact, builder: TermsFact): Iterable<Report> {
  const known = termsOf(script, 'argument').map(({ term }) => term.name);
  const given = new Set(termsOf(builder, 'argument').map(({ term }) => term.name));
  for (const { term, index } of termsOf(builder, 'argument')) {
    if (term.required !== true || known.some(name => name.startsWith(term.name))) continue;
    const meant = nearestTerm(term.name, script, 'argument', each => !given.has(each.name));
    yield {
      at: at(builder, Part.fieldName(index)),
      message: `The script '${truncateName(script.name)}' knows no argument '--${truncateName(term.name)}': given it, the script ends when it starts`,
      related: [{ at: at(script, Part.whole), message: 'the script' }],
      fixes: meant === undefined ? [] : [changeEverywhere(builder, index, `--${meant.term.name}`)],
    };
  }
}
