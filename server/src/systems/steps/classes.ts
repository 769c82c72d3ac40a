import type { ClassFact } from '../../model/class-outline';
import { classKey, DAMAGED_KEY } from '../../model/class-outline';
import type { Lookup } from '../../model/lookup';
import { isTestPath, SHARED, workspaceDirectory } from './layout';

/** Where a class that a row names is, as far as texts can tell. */
export type ClassVerdict =
  | { readonly status: 'found'; readonly fact: ClassFact; readonly scope: string }
  | { readonly status: 'missing' }
  | { readonly status: 'cannot tell'; readonly why: string };

/**
 * Looks a class up as the run time does (formats 1.7): the workspace's own files, then the shared workspace, then core.
 * `directory` is the folder name of the workspace, absent for core. Other workspaces and tests never count.
 */
export function findClass(name: string, directory: string | undefined, lookup: Lookup): ClassVerdict {
  const found = (lookup.providers(classKey(name)) as readonly ClassFact[]).filter(fact => !isTestPath(fact.file.path));
  const scopes = directory === undefined ? [undefined] : [directory, SHARED, undefined];
  for (const scope of scopes) {
    const fact = found.find(each => workspaceDirectory(each.file.path) === scope);
    if (fact?.dynamic === true) return { status: 'cannot tell', why: `'${name}' is made at run time` };
    if (fact !== undefined) return { status: 'found', fact, scope: scope ?? 'core' };
  }
  const damaged = lookup.providers(DAMAGED_KEY).find(({ file }) => file.incomplete && mayHold(file.path, scopes));
  if (damaged !== undefined) return { status: 'cannot tell', why: `${damaged.file.path} is damaged` };
  return { status: 'missing' };
}

/**
 * The classes of a name by place: the directory name of a workspace, `shared`, or nothing for core; the first by path of each.
 * For rules over a class, which many rows may name: made once, it answers for all of them.
 */
export function classesByPlace(name: string, lookup: Lookup): ReadonlyMap<string | undefined, ClassFact> {
  const places = new Map<string | undefined, ClassFact>();
  for (const fact of lookup.providers(classKey(name)) as readonly ClassFact[]) {
    const place = workspaceDirectory(fact.file.path);
    if (!places.has(place) && !isTestPath(fact.file.path)) places.set(place, fact);
  }
  return places;
}

/** The one of `classesByPlace` that a row of `directory` (absent for core) gets. */
export function classFor(
  directory: string | undefined,
  places: ReadonlyMap<string | undefined, ClassFact>,
): ClassFact | undefined {
  return directory === undefined
    ? places.get(undefined)
    : (places.get(directory) ?? places.get(SHARED) ?? places.get(undefined));
}

/** Whether a damaged file may hold a component for one of the scopes. */
function mayHold(path: string, scopes: readonly (string | undefined)[]): boolean {
  return path.includes('steps/') && !isTestPath(path) && scopes.includes(workspaceDirectory(path));
}

/** Whether a class derives from `base`, in one step or more; `cannot tell` when a base is not in sight. */
export function derivesFrom(fact: ClassFact, base: string, lookup: Lookup): 'yes' | 'no' | 'cannot tell' {
  return derives(fact, base, lookup, new Set());
}

function derives(fact: ClassFact, base: string, lookup: Lookup, seen: Set<string>): 'yes' | 'no' | 'cannot tell' {
  if (fact.dynamic) return 'cannot tell';
  let verdict: 'no' | 'cannot tell' = 'no';
  for (const written of fact.bases) {
    const name = written.slice(written.lastIndexOf('.') + 1);
    if (name === base) return 'yes';
    if (seen.has(name) || name === 'object') continue;
    seen.add(name);
    const parents = lookup.providers(classKey(name)) as readonly ClassFact[];
    if (parents.length === 0 && !HARMLESS.has(name)) verdict = 'cannot tell';
    for (const parent of parents) {
      const answer = derives(parent, base, lookup, seen);
      if (answer === 'yes') return answer;
      if (answer === 'cannot tell') verdict = answer;
    }
  }
  return verdict;
}

/** Well-known bases that cannot lead to a base class of steps. */
const HARMLESS = new Set(['ABC', 'object', 'BaseModel', 'Enum', 'Protocol', 'Generic', 'Exception']);
