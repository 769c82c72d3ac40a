import { memoizePerObject } from '../../../base/memoize-per-object';
import { fileName } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { dotsBefore } from '../../../syntax/python/import-statements';
import { isModuleImports, type ModuleImport, type ModuleImportsFact, type ModuleNamesFact } from '../facts';
import { importedModule, type ImportedModule, type ImportSite, importSite, namesFactOf } from './imported-modules';

/** An import that fails whenever it is run. */
export interface DeadImport {
  readonly fact: ModuleImportsFact;
  readonly of: ModuleImport;
  /** The first of its fields. */
  readonly field: number;
  /** Where there is no module, or where there is one that lacks names. */
  readonly found: Exclude<ImportedModule, { readonly status: 'cannot tell' }>;
  /** The indexes of the names that the module has not. */
  readonly missing: readonly number[];
}

type Found = Extract<ImportedModule, { readonly status: 'found' }>;

/** The imports of a file that certainly fail. Remembered, since they cost many lookups and several rules ask. */
export function deadImports(path: string, lookup: Lookup): readonly DeadImport[] {
  if (importSite(path, lookup) === undefined) return [];
  return lookup.remember(`dead imports:${path}`, inner => {
    const site = importSite(path, inner);
    const fact = inner.file(path)?.facts.find(isModuleImports);
    return site === undefined || fact === undefined ? [] : [...deadAmong(fact, site, inner)];
  });
}

function* deadAmong(fact: ModuleImportsFact, site: ImportSite, lookup: Lookup): Iterable<DeadImport> {
  let field = 0;
  for (const of of fact.imports) {
    const found = importedModule(of.module, site, lookup);
    if (found.status === 'missing' || found.status === 'beyond') yield { fact, of, field, found, missing: [] };
    if (found.status === 'found') {
      const missing = missingNames(of, site, found, lookup);
      if (missing.length > 0) yield { fact, of, field, found, missing };
    }
    field += Math.max(1, of.names.length);
  }
}

/** The names of an import that the module it leads to certainly has not, by their indexes. */
function missingNames({ module, names }: ModuleImport, site: ImportSite, found: Found, lookup: Lookup): number[] {
  if (names.every(isGiven)) return [];
  const facts = namesFactsOf(found, lookup);
  if (facts === undefined) return [];
  const base = dotsBefore(module) === module.length ? module : `${module}.`;
  return names.flatMap((name, i) => {
    if (isGiven(name) || facts.some(fact => namesIn(fact).has(name))) return [];
    // `from package import name` finds a module of the package, too.
    const isSubmodule = found.is !== 'module' && importedModule(base + name, site, lookup).status !== 'missing';
    return isSubmodule ? [] : [i];
  });
}

/** Everything has these: `*` asks for nothing certain, and Python itself gives names such as `__file__`. */
function isGiven(name: string): boolean {
  return name === '*' || /^__\w+__$/.test(name);
}

const namesIn = memoizePerObject(
  ({ own, imported }: ModuleNamesFact) => new Set([...own.split(' '), ...imported.split(' ')]),
);

/** The names that a module may have; undefined where nobody can tell them all. */
export function namesOf(found: Found, lookup: Lookup): ReadonlySet<string> | undefined {
  const facts = namesFactsOf(found, lookup);
  return facts && new Set(facts.flatMap(fact => [...namesIn(fact)]));
}

/** The names among its `__all__` that a file certainly has not, by their indexes: it neither has such a name nor such a module. */
export function missingExports(fact: ModuleNamesFact, lookup: Lookup): readonly number[] {
  const { exported = [], file } = fact;
  const site = importSite(file.path, lookup);
  if (exported.length === 0 || site === undefined || fact.file.incomplete) return [];
  const is = fileName(file.path) === '__init__.py' ? 'package' : 'module';
  return missingNames(
    { module: '.', names: exported, run: 'import' },
    site,
    { status: 'found', path: file.path, is },
    lookup,
  );
}

/** The files that a module has its names of: itself, and those that it imports everything of. */
function namesFactsOf(found: Found, lookup: Lookup): ModuleNamesFact[] | undefined {
  const facts: ModuleNamesFact[] = [];
  const seen = new Set<string>();
  const waiting = [found];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const { path, is } = each;
    if (is === 'folder' || seen.has(path)) continue;
    seen.add(path);
    const fact = namesFactOf(path, lookup);
    if (fact === undefined || fact.open === true) return undefined;
    facts.push(fact);
    const site = fact.stars.length === 0 ? undefined : importSite(path, lookup);
    for (const star of fact.stars) {
      const from = site && importedModule(star, site, lookup);
      if (from?.status !== 'found') return undefined;
      waiting.push(from);
    }
  }
  return facts;
}
