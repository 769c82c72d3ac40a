import type { Alignment, ComponentItem } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { alignmentOf } from '../components/alignment';
import { isTerms, type TermsFact } from '../terms';

/** What the files of a step say of what it needs and gives; nothing without a contract that can be read. */
export function stepAlignment(components: readonly ComponentItem[], lookup: Lookup): Alignment | undefined {
  const termsOfRole = (role: TermsFact['by']): TermsFact | undefined => {
    const path = components.find(({ kind, status }) => kind === role && status === 'found')?.at?.fact.file.path;
    const facts = path === undefined ? [] : (lookup.file(path)?.facts ?? []);
    const [fact, ...others] = facts.filter(isTerms).filter(({ by }) => by === role);
    return others.length > 0 ? undefined : fact;
  };
  const contract = termsOfRole('contract');
  return contract && alignmentOf(contract, lookup, termsOfRole('builder'));
}
