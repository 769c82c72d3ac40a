import type { Key, Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { mappedKey, misshapenKey, moduleClassKey, moduleKey, moduleKeyParts, namedKey } from '../keys';
import { discoveryOf } from './name-at';

/**
 * A module is also named by the class that it is, by the entry of the ID map that gives it its id, and by dependencies of a
 * wrong shape, and by code.
 */
export function synonymKeys(named: NamedSymbol, lookup: Lookup): readonly Key[] {
  const discovery = named.key.startsWith('module:') ? discoveryOf(named, lookup) : undefined;
  if (discovery === undefined) return [];
  const id = idNamed(named);
  const files = lookup.providers(moduleKey(discovery, id));
  const map = discovery.idMap === undefined ? [] : [mappedKey(discovery.idMap, id)];
  return [...map, namedKey(id), misshapenKey(discovery, id), ...files.map(({ file }) => moduleClassKey(file.path))];
}

/** An entry point is called after its class, but belongs to a module. */
function idNamed({ key }: NamedSymbol): string {
  return moduleKeyParts(key.slice('module:'.length)).id;
}
