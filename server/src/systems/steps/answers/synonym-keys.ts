import type { Key, Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { aliasKey, componentKey, stepKey, variantKey } from '../keys';
import { variantOf } from '../naming';

/**
 * The other keys under which a name is mentioned: a step is also named by its variants (`XGBoostTraining_Training`) and
 * by its specifications; references by an old name look like references to a step.
 */
export function synonymKeys(named: NamedSymbol, lookup: Lookup): readonly Key[] {
  if (named.kind === 'alias') return [stepKey(named.name)];
  if (named.kind !== 'step') return [];
  const known = (name: string): boolean => lookup.providers(stepKey(name)).length > 0;
  const aliases = lookup.providers(aliasKey(named.name));
  if (!known(named.name)) return aliases.length > 0 ? [aliasKey(named.name)] : [];
  const references = lookup.readers(variantKey(named.name)).map(({ name }) => name);
  const specs = lookup.providers(componentKey(named.name)).flatMap(({ stepType }) => stepType ?? []);
  const variants = [...references, ...specs].filter(name => variantOf(name, known)?.step === named.name);
  return [componentKey(named.name), ...new Set(variants.map(stepKey))];
}
