import { isTestPath } from '../../../base/test-paths';
import type { Lookup } from '../../../model/lookup';
import { stepNamedBy } from '../define/known-names';
import { SPECIFICATIONS_KEY } from '../keys';
import { packageOf, workspaceDirectory } from '../layout';
import { termsOf, type Term, type TermsFact } from '../terms';
import { nameLikeness } from './name-likeness';
import { mayLackTerms, mayMissTerms } from './terms';

/** An output that may meet a dependency, and how well, from 0 to 1; above `LEAST_SCORE` the resolver takes it. */
export interface Match {
  readonly specification: TermsFact;
  /** Its index among the terms of the specification. */
  readonly output: number;
  readonly score: number;
}

/** What an output has to score more than for the resolver to take it. */
export const LEAST_SCORE = 0.5;

/**
 * How well an output meets a dependency, as the resolver of the run time reckons it (`core/deps/dependency_resolver.py`): 0.4 for its type (0.2
 * for one that will do), 0.2 for what it holds (0.1), up to 0.25 for its name or an alias and 0.05 if that is the same, 0.1 for a step
 * that is among the sources (0.05 if there are none), up to 0.05 for keywords. Nothing if its type will not do.
 */
export function scoreOf(dependency: Term, output: Term, aliases: readonly string[], step: string | undefined): number {
  const type = typeScore(dependency.type, output.type);
  if (type === 0) return 0;
  const names = [output.name, ...aliases];
  const likeness = Math.max(...names.map(name => nameLikeness(dependency.name, name)));
  const source =
    dependency.sources === undefined ? 0.05 : step !== undefined && dependency.sources.includes(step) ? 0.1 : 0;
  const score =
    type +
    dataScore(dependency.dataType ?? 'S3Uri', output.dataType ?? 'S3Uri') +
    likeness * 0.25 +
    (names.includes(dependency.name) ? 0.05 : 0) +
    source +
    keywordScore(dependency.keywords ?? [], output.name) * 0.05;
  return Math.min(score, 1);
}

const TYPES: Readonly<Record<string, readonly string[] | undefined>> = {
  training_data: ['processing_output'],
  processing_output: ['training_data'],
  hyperparameters: ['custom_property'],
  payload_samples: ['processing_output'],
};

function typeScore(wanted: string | undefined, given: string | undefined): number {
  if (wanted === undefined || given === undefined) return 0;
  if (wanted === given) return 0.4;
  return TYPES[wanted]?.includes(given) === true ? 0.2 : 0;
}

const DATA: Readonly<Record<string, string | undefined>> = {
  S3Uri: 'String',
  String: 'S3Uri',
  Integer: 'Float',
  Float: 'Integer',
};

function dataScore(wanted: string, given: string): number {
  return wanted === given ? 0.2 : DATA[wanted] === given ? 0.1 : 0;
}

function keywordScore(keywords: readonly string[], name: string): number {
  const words = [...new Set(keywords.map(word => word.trim().toLowerCase()).filter(word => word !== ''))];
  if (words.length === 0) return 0;
  return words.filter(word => name.toLowerCase().includes(word)).length / words.length;
}

/**
 * The outputs of other specifications of its package with what they score for a dependency, the best first; those that score nothing are left
 * out. Undefined where a specification may have more outputs than its text gives, or may not have been read; where only its aliases are not known, the score is the most that is possible.
 */
export function matchesOf(specification: TermsFact, dependency: Term, lookup: Lookup): readonly Match[] | undefined {
  const home = packageOf(specification.file.path);
  if (mayMissTerms(lookup)) return undefined;
  const others = lookup
    .providers(SPECIFICATIONS_KEY)
    .filter(other => other !== specification && packageOf(other.file.path) === home && !isTestPath(other.file.path));
  return matchesAmong(dependency, others, lookup);
}

/** The matches of a dependency among the outputs of these specifications. */
function matchesAmong(
  dependency: Term,
  specifications: readonly TermsFact[],
  lookup: Lookup,
): readonly Match[] | undefined {
  const matches: Match[] = [];
  for (const other of specifications) {
    if (mayLackTerms(other) || other.open.includes('output')) return undefined;
    const step = stepOf(other, lookup);
    for (const [output, term] of other.terms.entries()) {
      if (term.of !== 'output') continue;
      if (term.type === undefined || term.isOpen) return undefined;
      // Where the aliases cannot be told, one may be just what is asked for.
      const aliases = other.open.includes('alias') ? [dependency.name] : aliasesOf(term.name, other);
      const score = scoreOf(dependency, term, aliases, step);
      if (score > 0) matches.push({ specification: other, output, score });
    }
  }
  return matches.sort((one, another) => another.score - one.score);
}

/** The match that the resolver takes, as far as the texts decide that: where aliases are not known, a score is only the most that is possible. */
export function takenOf(matches: readonly Match[] = []): Match | undefined {
  const [best] = matches;
  return best === undefined || best.score <= LEAST_SCORE || best.specification.open.includes('alias')
    ? undefined
    : best;
}

/** A dependency of a specification with the output that meets it best, where the resolver takes that. */
export interface Meeting {
  readonly dependency: string;
  readonly match: Match;
}

/** How the outputs of `sources` meet the dependencies of `specifications` that may take theirs; nothing of what the texts do not decide. */
export function meetingsOf(
  specifications: readonly TermsFact[],
  sources: readonly TermsFact[],
  lookup: Lookup,
): readonly Meeting[] {
  const met = new Map<string, Meeting>();
  for (const { term } of specifications.flatMap(each => termsOf(each, 'input'))) {
    if (term.isOpen || term.type === undefined) continue;
    const match = takenOf(matchesAmong(term, sources, lookup));
    if (match === undefined) continue;
    if (match.score > (met.get(term.name)?.match.score ?? 0)) met.set(term.name, { dependency: term.name, match });
  }
  return [...met.values()];
}

/** The name of the output of a match. */
export function outputOf({ specification, output }: Match): string {
  return specification.terms[output]?.name ?? '';
}

/** The step that a specification is for: the row that its type names, else the type as it stands. */
export function stepOf({ stepType }: TermsFact, lookup: Lookup): string | undefined {
  return stepType === undefined ? undefined : (stepNamedBy(stepType, lookup)?.step ?? stepType);
}

/** Whether a specification with outputs is known of a step. */
export function hasOutputs(step: string, lookup: Lookup): boolean {
  return lookup
    .providers(SPECIFICATIONS_KEY)
    .some(each => stepOf(each, lookup) === step && each.terms.some(({ of }) => of === 'output'));
}

function aliasesOf(output: string, { terms }: TermsFact): readonly string[] {
  return terms.flatMap(each => (each.of === 'alias' && each.output === output ? [each.name] : []));
}

/** Whether a file belongs to core rather than a workspace. */
export function isOfCore({ file }: TermsFact): boolean {
  return workspaceDirectory(file.path) === undefined;
}
