import type { Lookup } from '../../model/lookup';
import type { Named } from '../system';
import { isStep, type AliasFact, type ReferenceFact } from './facts';
import { aliasKey, referenceKey, stepKey, variantKey } from './keys';
import { variantOf } from './names';

/**
 * A step is also named by its variants (`XGBoostTraining_Training`); an old name is a row of its own and a reference like
 * one to a step.
 */
export function otherKeys(named: Named, lookup: Lookup): readonly string[] {
  if (named.kind === 'alias') return [stepKey(named.name)];
  if (named.kind !== 'step') return [];
  const known = (name: string): boolean => lookup.providers(stepKey(name)).some(isStep);
  const aliases = lookup.providers(aliasKey(named.name)) as readonly AliasFact[];
  if (!known(named.name)) return aliases.length > 0 ? [aliasKey(named.name)] : [];
  const variants = (lookup.readers(variantKey(named.name)) as readonly ReferenceFact[]).filter(
    ({ name }) => variantOf(name, known)?.step === named.name,
  );
  return [...new Set(variants.map(referenceKey))];
}
