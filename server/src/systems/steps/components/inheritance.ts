import { bareClassName, classKey, type ClassFact } from '../../../model/class-outline';
import type { Lookup } from '../../../model/lookup';
import { isModulePath } from '../../../syntax/python/imports';

/**
 * Whether a class derives from `base`, directly or not. A matching name is enough for `yes`. The answer is `no` only if
 * every ancestor was found and is the one that its subclass's file imports; otherwise it is `cannot tell`.
 */
export function derivesFrom(fact: ClassFact, base: string, lookup: Lookup): 'yes' | 'no' | 'cannot tell' {
  return derives(fact, base, lookup, new Set());
}

function derives(fact: ClassFact, base: string, lookup: Lookup, seen: Set<ClassFact>): 'yes' | 'no' | 'cannot tell' {
  if (fact.dynamic || fact.file.incomplete || seen.size === MAX_ANCESTORS) return 'cannot tell';
  seen.add(fact);
  let verdict: 'no' | 'cannot tell' = 'no';
  for (const dotted of fact.bases) {
    const name = bareClassName(dotted);
    if (name === base) return 'yes';
    if (HARMLESS.has(name)) continue;
    const parents = parentsOf(dotted, fact.file.path, lookup);
    if (parents.length === 0) verdict = 'cannot tell';
    for (const parent of parents) {
      const answer = seen.has(parent) ? 'no' : derives(parent, base, lookup, seen);
      if (answer === 'yes') return answer;
      if (answer === 'cannot tell') verdict = answer;
    }
  }
  return verdict;
}

/** The search gives up on a class with more ancestors than a person would write. */
const MAX_ANCESTORS = 100;

/** Well-known bases that cannot lead to a base class of steps. */
const HARMLESS = new Set(['ABC', 'object', 'BaseModel', 'Enum', 'Protocol', 'Generic', 'Exception']);

/**
 * A class and all that it derives from, nearest first; undefined unless each of them can be told. Bases of the standard library and of
 * pydantic end the search.
 */
export function lineageOf(fact: ClassFact, lookup: Lookup): readonly ClassFact[] | undefined {
  const lineage = new Set<ClassFact>([fact]);
  for (const each of lineage) {
    if (each.dynamic || each.file.incomplete || lineage.size > MAX_ANCESTORS) return undefined;
    for (const dotted of each.bases) {
      if (HARMLESS.has(bareClassName(dotted))) continue;
      const [parent, other] = parentsOf(dotted, each.file.path, lookup);
      if (parent === undefined || other !== undefined) return undefined;
      lineage.add(parent);
    }
  }
  return [...lineage];
}

/** The classes that a base in the file at `path` may be: those of its module, or of a package that re-exports them. */
function parentsOf(dotted: string, path: string, lookup: Lookup): ClassFact[] {
  const name = bareClassName(dotted);
  const all = lookup.providers(classKey(name));
  const module = dotted.slice(0, -name.length);
  return all.filter(({ file }) => (module === '' ? file.path === path : isModulePath(module, file.path, path)));
}
