import type {
  Alignment,
  AlignmentItem,
  ComponentItem,
  Context,
  Explanation,
  Outcome,
} from '../../../model/explanation';
import { Part, type Fact } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { unseenAnywhere, unseenInWords } from '../../../model/unseen';
import { alignmentOf } from '../components/alignment';
import { definitionInWords } from '../resolve/candidates';
import { componentsOf } from '../components/components';
import { matchesOf, outputOf, takenOf } from '../components/dependency-match';
import { conflictsOf } from '../resolve/conflicts';
import { coreOf } from '../define/core';
import { counterfactualsOf, counterfactualInWords } from './counterfactuals';
import { divergenceOf } from './divergence';
import { recommendationsOf } from './recommendations';
import { resolveStep, type Resolution } from '../resolve/resolve';
import { reportedContextOf } from '../resolve/effective-context';
import { isTerms, type TermsFact } from '../terms';
import { traceOf } from './trace';

/** Explains which definition a step name stands for in a context (resolution.md, Explanation). Accepts any name. */
export function explainStep(name: string, context: Context, lookup: Lookup): Explanation {
  const resolution = resolveStep(name, context, lookup);
  const { winner } = resolution;
  const components = winner === undefined ? [] : componentsOf(winner.definition, lookup);
  const alignment = stepAlignment(components, lookup);
  return {
    kind: 'step',
    subject: name,
    context: reportedContextOf(context, resolution.effectiveContext),
    outcome: outcomeOf(resolution, lookup),
    trace: traceOf(resolution, lookup),
    components,
    ...(alignment === undefined ? {} : { alignment }),
    pipeline: [],
    divergence: divergenceOf(resolution, lookup),
    conflicts: conflictsOf(resolution, lookup),
    recommendations: recommendationsOf(resolution, components, lookup),
    counterfactuals: counterfactualsOf(resolution, context, lookup).map(counterfactualInWords),
  };
}

/** What the files of a step say of what it needs and gives; nothing without a contract that can be read. */
function stepAlignment(components: readonly ComponentItem[], lookup: Lookup): Alignment | undefined {
  const termsOfRole = (role: TermsFact['by']): TermsFact | undefined => {
    const path = components.find(({ kind, status }) => kind === role && status === 'found')?.at?.fact.file.path;
    const facts = path === undefined ? [] : (lookup.file(path)?.facts ?? []);
    const [fact, ...others] = facts.filter(isTerms).filter(({ by }) => by === role);
    return others.length > 0 ? undefined : fact;
  };
  const contract = termsOfRole('contract');
  if (contract === undefined) return undefined;
  const { files, items } = alignmentOf(contract, lookup, termsOfRole('builder'));
  return { files, items: items.map(item => ({ ...item, ...metByField(item, lookup) })) };
}

/** Which output meets an input best, by the first specification that depends on it. */
function metByField({ kind, name, cells }: AlignmentItem, lookup: Lookup): Pick<AlignmentItem, 'metBy'> {
  const place = cells.find(cell => cell?.at !== undefined && isSpecification(cell.at.fact))?.at;
  if (kind !== 'input' || place === undefined || !isSpecification(place.fact)) return {};
  const term = place.fact.terms.find(each => each.of === 'input' && each.name === name);
  const best = term && takenOf(matchesOf(place.fact, term, lookup));
  if (best === undefined) return {};
  const { specification, output, score } = best;
  const at = { fact: specification, part: Part.fieldName(output) };
  return { metBy: { output: outputOf(best), of: specification.stepType ?? specification.name, score, at } };
}

function isSpecification(fact: Fact): fact is TermsFact {
  return isTerms(fact) && fact.by === 'specification';
}

/** Who wins, without the rest of the explanation. */
export function outcomeOfStep(name: string, context: Context, lookup: Lookup): Outcome {
  return outcomeOf(resolveStep(name, context, lookup), lookup);
}

function outcomeOf(resolution: Resolution, lookup: Lookup): Outcome {
  const { winner, strategy, reason, undecided } = resolution;
  if (undecided !== undefined)
    return { resolved: null, reason, ...(undecided.at === undefined ? {} : { at: undecided.at }) };
  const choices = resolution.asksPerson === true ? { choices: resolution.contenders.map(definitionInWords) } : {};
  if (winner === undefined) return { ...outcomeWithoutWinner(resolution, lookup), ...choices };
  const at = { fact: winner.definition.entry, part: Part.name };
  return {
    resolved: true,
    winner: definitionInWords(winner),
    at,
    ...(strategy === undefined ? {} : { strategy }),
    reason,
    ...choices,
  };
}

/** Says that nobody wins, or that a core registry which cannot be read may have the step. */
function outcomeWithoutWinner({ contenders, reason }: Resolution, lookup: Lookup): Outcome {
  const isSeen = contenders.length > 0 || coreOf(lookup) !== undefined;
  const unseen = isSeen ? undefined : unseenAnywhere(lookup);
  if (unseen !== undefined) return { resolved: null, reason: `cannot tell: ${unseenInWords(unseen, lookup)}` };
  return { resolved: false, reason: isSeen ? reason : `${reason}, but no core registry is in sight` };
}
