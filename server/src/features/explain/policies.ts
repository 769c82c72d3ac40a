import type { Explanation, PolicyItem } from '../../model/explanation';
import type { Fact } from '../../model/fact';
import {
  breaches,
  breachInWords,
  isAbout,
  policiesOf,
  policyInWords,
  type Policy,
  type PolicyEntry,
  type PolicyInForce,
} from '../../model/policy';
import type { Answers, DecidingPolicies } from '../../systems/system';
import type { Workspace } from '../../workspace';

/** Adds to an explanation what policy packs say about each definition in it. */
export function withPolicies(explanation: Explanation, answers: Answers, { lookup }: Workspace): Explanation {
  const { policySubjects } = answers;
  const inForce = policiesOf(lookup);
  if (policySubjects === undefined || inForce.length === 0) return explanation;
  const facts = new Set<Fact>();
  for (const { at } of explanation.trace) if (at !== undefined) facts.add(at.fact);
  for (const { name, place } of answers.list(undefined, lookup))
    if (name === explanation.subject) facts.add(place.fact);
  const entries = [...facts].flatMap(fact =>
    policySubjects.kinds.includes(fact.kind) ? (policySubjects.entry(fact, lookup) ?? []) : [],
  );
  const policies = entries.flatMap(entry =>
    inForce
      .filter(({ policy }) => isAbout(policy, entry))
      .flatMap(each => itemsOf(each, entry, policySubjects.decidingPolicies?.(entry.place.fact, lookup))),
  );
  return { ...explanation, policies };
}

function itemsOf(inForce: PolicyInForce, entry: PolicyEntry, deciding: DecidingPolicies | undefined): PolicyItem[] {
  const { policy, pack, at } = inForce;
  const base = { policy: policy.name, pack: pack.name, at, of: entry.place };
  const broken = breaches(policy, entry).map((breach): PolicyItem => {
    return { ...base, verdict: 'broken', why: breachInWords(breach, entry.name, inForce) };
  });
  const decisions = deciding === undefined ? [] : decisionsOf(inForce, deciding).map(each => ({ ...base, ...each }));
  const isKept = broken.length === 0 && demandsAnything(policy);
  const kept: PolicyItem[] = isKept ? [{ ...base, verdict: 'kept', why: policy.description ?? '' }] : [];
  return [...broken, ...kept, ...decisions];
}

function demandsAnything({ allow, deny, naming, patterns, require }: Policy): boolean {
  return [allow, naming, patterns].some(each => each !== undefined) || deny.length + require.length > 0;
}

/** What a policy states about precedence and versions, and whether that decides or something else overrules it. */
function decisionsOf({ policy }: PolicyInForce, deciding: DecidingPolicies): Pick<PolicyItem, 'verdict' | 'why'>[] {
  const { versionPolicy, precedence } = policy;
  const statements = [
    ...(versionPolicy === undefined ? [] : [{ what: `version_policy ${versionPolicy}`, by: deciding.versionPolicy }]),
    ...(precedence === undefined ? [] : [{ what: `precedence ${precedence}`, by: deciding.precedence }]),
  ];
  return statements.map(({ what, by }) => {
    if (by?.policy === policy) return { verdict: 'decides', why: what };
    const other = by === undefined ? 'the project file goes over it' : `${policyInWords(by)} goes over it`;
    return { verdict: 'overruled', why: `${what}: ${other}` };
  });
}
