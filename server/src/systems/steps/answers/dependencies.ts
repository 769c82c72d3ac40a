import { compareStrings, pushTo } from '../../../base/collections';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Dependency } from '../../system';
import { definitionsOf } from '../define/definitions';
import { isComponent, isReference, isStep, type ReferenceFact } from '../facts';
import { componentKey, stepKey, variantKey } from '../keys';
import { meetingsOf, outputOf } from '../components/dependency-match';
import { isTerms, type TermsFact } from '../terms';
import { stepNamedBy } from '../define/known-names';

/**
 * The steps that a step may take its data from: those that its specification names in `compatible_sources`. They are
 * candidates, so a cycle among them is no error.
 */
export function dependencies(name: string, lookup: Lookup): readonly Dependency[] {
  const stated = new Map<string, Place[]>();
  for (const source of specFiles(name, lookup).flatMap(fact => sourcesIn(fact, lookup))) {
    const step = stepNamedBy(source.name, lookup)?.step;
    if (step !== undefined) pushTo(stated, step, { fact: source, part: Part.name });
  }
  return dependenciesFrom(stated, lookup, source => meetingsInWords(name, source, lookup));
}

/** The steps whose specifications name this step as a source. */
export function dependants(name: string, lookup: Lookup): readonly Dependency[] {
  const stated = new Map<string, Place[]>();
  for (const fact of [...lookup.readers(stepKey(name)), ...lookup.readers(variantKey(name))]) {
    if (!isSource(fact) || stepNamedBy(fact.name, lookup)?.step !== name) continue;
    for (const step of servedBy(fact, lookup)) pushTo(stated, step, { fact, part: Part.name });
  }
  return dependenciesFrom(stated, lookup, user => meetingsInWords(user, name, lookup));
}

/** Which outputs of a source meet dependencies of a step, with what they score: `'input_path' by 'processed_data' (0.87)`. */
function meetingsInWords(step: string, source: string, lookup: Lookup): readonly string[] {
  const specifications = (of: string): TermsFact[] =>
    specFiles(of, lookup)
      .flatMap(({ file }) => lookup.contents(file).facts.filter(isTerms))
      .filter(({ by }) => by === 'specification');
  return meetingsOf(specifications(step), specifications(source), lookup).map(
    ({ dependency, match }) => `'${dependency}' by '${outputOf(match)}' (${match.score.toFixed(2)})`,
  );
}

/** Makes dependencies of step names and the places that state them; names without a row are dropped. */
function dependenciesFrom(
  stated: ReadonlyMap<string, readonly Place[]>,
  lookup: Lookup,
  metBy: (name: string) => readonly string[],
): Dependency[] {
  return [...stated].flatMap(([name, places]) => {
    // Interfaces of another era are no definitions, but there they are.
    const row = definitionsOf(name, lookup)[0]?.entry ?? lookup.providers(stepKey(name))[0];
    return row === undefined
      ? []
      : [{ name, place: { fact: row, part: Part.name }, statedAt: places, isPossible: true, met: () => metBy(name) }];
  });
}

/** A fact in each file that specifies the step: specifications in Python with its step type, and its interface. */
function specFiles(name: string, lookup: Lookup): Fact[] {
  const specs = lookup
    .providers(componentKey(name))
    .filter(
      ({ role, stepType }) => role === 'spec' && stepType !== undefined && stepNamedBy(stepType, lookup)?.step === name,
    );
  const interfaces = lookup.providers(stepKey(name)).filter(({ table }) => table === 'interface');
  return [...new Map([...specs, ...interfaces].map(fact => [fact.file, fact])).values()];
}

function sourcesIn({ file }: Fact, lookup: Lookup): ReferenceFact[] {
  return lookup.contents(file).facts.filter(isSource);
}

/** The steps that the file of a fact specifies, sorted. */
function servedBy({ file }: Fact, lookup: Lookup): string[] {
  const names = lookup.contents(file).facts.flatMap(fact => {
    if (isStep(fact) && fact.table === 'interface') return [fact.name];
    const stepType = isComponent(fact) ? fact.stepType : undefined;
    return (stepType === undefined ? undefined : stepNamedBy(stepType, lookup)?.step) ?? [];
  });
  return [...new Set(names)].sort(compareStrings);
}

function isSource(fact: Fact): fact is ReferenceFact {
  return isReference(fact) && fact.to === 'source';
}
