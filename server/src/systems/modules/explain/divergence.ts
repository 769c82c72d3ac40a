import type { Explanation } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import { mappedKey } from '../keys';
import { mergedFields } from '../resolve/companion-merge';
import type { DiscoveredModule, DiscoveryRun } from '../resolve/discovery';
import type { MappingFact } from '../facts';
import { ID_PATTERN } from '../vocabulary';

type Difference = Explanation['divergence'][number];

/** Where the design document (003) and the real code differ about a module (formats 2.10), or the two implementations do. */
export function divergenceOf(
  { module, outcome }: DiscoveredModule,
  { discovery, aborted, language }: DiscoveryRun,
  lookup: Lookup,
): Difference[] {
  const found: Difference[] = [];
  const mapping = mappingOf(module, discovery.idMap, lookup);
  if (mapping?.className !== undefined && mapping.id !== undefined && mapping.id !== mapping.path)
    found.push({
      when: 'document 003',
      winner: mapping.className,
      why: 'the class of the ID map is injected; the real registry looks it up under the wrong name and ignores it',
    });
  if (aborted?.code === 'DEPENDENCY_NOT_FOUND' && aborted.certain !== false)
    found.push({
      when: 'document 003',
      winner: 'ModuleLoadError',
      why: 'the real registry raises DependencyNotFoundError',
    });
  if (aborted?.code === 'DEPENDENCY_VERSION_MISMATCH' || aborted?.code === 'VERSION_CONSTRAINT_INVALID')
    found.push({
      when: 'document 003',
      winner: 'registered',
      why: 'versions of dependencies were not enforced when it was written; the real registry does',
    });
  const merged = mergedFields(module, lookup).find(({ name }) => name === 'annotations');
  if (merged?.winner === 'both')
    found.push({
      when: 'document 003',
      winner: 'annotations of the companion alone',
      why: 'it replaces the whole mapping; the real registry merges it key by key',
    });
  if (language === 'python' && outcome === 'registered' && !ID_PATTERN.test(module.id))
    found.push({
      when: 'register() and the TypeScript implementation',
      winner: 'refused',
      why: 'they check the pattern of ids; discovery of Python files does not',
    });
  return found;
}

function mappingOf(
  { id, placed }: DiscoveredModule['module'],
  idMap: string | undefined,
  lookup: Lookup,
): MappingFact | undefined {
  const entries = idMap === undefined ? [] : lookup.providers(mappedKey(idMap, id));
  return entries.findLast(({ path }) => path === placed.mappedAs);
}
