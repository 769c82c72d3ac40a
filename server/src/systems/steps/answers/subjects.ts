import type { Fact } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { contractsOfScript, specificationsOfContract } from '../components/terms';
import { isComponent, isStep } from '../facts';
import { stepKey } from '../keys';
import { isTerms, type TermsFact } from '../terms';

/**
 * The step of a row or an interface that is not loaded, those that a specification says it is for, and those of the
 * specifications that name a contract or that of a script.
 */
export function subjectsOf(fact: Fact, lookup: Lookup): readonly string[] {
  const stepTypes = isTerms(fact)
    ? contractsOf(fact, lookup)
        .flatMap(contract => specificationsOfContract(contract, lookup))
        .flatMap(({ file }) => lookup.contents(file).facts.flatMap(stepTypeOf))
    : stepTypeOf(fact);
  return [...new Set(stepTypes)].filter(name => lookup.providers(stepKey(name)).length > 0);
}

function stepTypeOf(fact: Fact): readonly string[] {
  if (isStep(fact)) return [fact.name];
  return isComponent(fact) && fact.stepType !== undefined ? [fact.stepType] : [];
}

function contractsOf(fact: TermsFact, lookup: Lookup): readonly TermsFact[] {
  if (fact.by === 'contract') return [fact];
  return fact.by === 'script' ? contractsOfScript(fact, lookup) : [];
}
