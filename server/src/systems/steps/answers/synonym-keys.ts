import type { Key, Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { aliasKey, componentKey, stepKey, variantKey } from '../keys';
import { stepNamedBy } from '../define/known-names';

/**
 * The other keys under which a name is mentioned: a step is also named by its variants (`XGBoostTraining_Training`) and
 * by its specifications; references by an old name look like references to a step.
 */
export function synonymKeys(named: NamedSymbol, lookup: Lookup): readonly Key[] {
  if (named.kind === 'alias') return [stepKey(named.name)];
  if (named.kind !== 'step') return [];
  const aliases = lookup.providers(aliasKey(named.name));
  if (lookup.providers(stepKey(named.name)).length === 0) return aliases.length > 0 ? [aliasKey(named.name)] : [];
  const references = lookup.readers(variantKey(named.name)).map(({ name }) => name);
  const specs = lookup.providers(componentKey(named.name)).flatMap(({ stepType }) => stepType ?? []);
  const variants = [...references, ...specs].filter(name => stepNamedBy(name, lookup)?.step === named.name);
  return [componentKey(named.name), ...new Set(variants.map(stepKey))];
}
