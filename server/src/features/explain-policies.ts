import type { Explanation, PolicyItem } from '../model/explanation';
import type { Fact } from '../model/fact';
import { breaches, breachInWords, isAbout, policiesOf, type PolicyEntry, type PolicyInForce } from '../model/policy';
import type { Answers } from '../systems/system';
import type { Workspace } from '../workspace';

/** An explanation with what policy packs say about each definition in it. */
export function withPolicies(explanation: Explanation, answers: Answers, { lookup }: Workspace): Explanation {
  const { policed } = answers;
  const inForce = policiesOf(lookup);
  if (policed === undefined || inForce.length === 0) return explanation;
  const facts = new Set<Fact>();
  for (const { at } of explanation.trace) if (at !== undefined) facts.add(at.fact);
  for (const { name, place } of answers.list(undefined, lookup))
    if (name === explanation.subject) facts.add(place.fact);
  const entries = [...facts].flatMap(fact =>
    policed.kinds.includes(fact.kind) ? (policed.entry(fact, lookup) ?? []) : [],
  );
  const policies = entries.flatMap(entry =>
    inForce.filter(({ policy }) => isAbout(policy, entry)).flatMap(each => itemsOf(each, entry)),
  );
  return { ...explanation, policies };
}

function itemsOf(inForce: PolicyInForce, entry: PolicyEntry): PolicyItem[] {
  const { policy, pack, at } = inForce;
  const base = { policy: policy.name, pack: pack.name, at, of: entry.place };
  const broken = breaches(policy, entry).map((breach): PolicyItem => {
    return { ...base, verdict: 'broken', why: breachInWords(breach, entry.name, inForce) };
  });
  const said = decisions(inForce);
  const decides: PolicyItem[] = said === '' ? [] : [{ ...base, verdict: 'decides', why: said }];
  const isKept = broken.length === 0 && decides.length === 0;
  return isKept ? [{ ...base, verdict: 'kept', why: policy.description ?? '' }] : [...broken, ...decides];
}

/** What a policy would decide; the outcome says whether one that is about less goes over it. */
function decisions({ policy: { versionPolicy, precedence } }: PolicyInForce): string {
  return [
    ...(versionPolicy === undefined ? [] : [`version_policy ${versionPolicy}`]),
    ...(precedence === undefined ? [] : [`precedence ${precedence}`]),
  ].join(', ');
}
