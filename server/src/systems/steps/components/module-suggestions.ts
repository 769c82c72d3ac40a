import { fileName, folderOf, isBelow } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { MODULE_NAMES_KEY } from '../keys';
import { type DeadImport, namesOf } from './dead-imports';
import { dottedName, importedModule, type ImportSite, importSite } from './imported-modules';

/**
 * The module that was most likely meant by an import, written as the import is: the only one of its package that defines all that is
 * imported or, where there are several or none, the one of them that has the last part of the name. It exists and has the names.
 */
export function moduleMeant({ fact: { file }, of: { module, names } }: DeadImport, lookup: Lookup): string | undefined {
  const site = importSite(file.path, lookup);
  if (site === undefined) return undefined;
  const wanted = names.filter(name => name !== '*');
  const { byName, byStem } = modulesOf(site.top, lookup);
  const namesakes = (byStem.get(lastPart(module)) ?? []).filter(path => path !== file.path);
  const [first = [], ...others] = wanted.map(name => byName.get(name) ?? []);
  const defining = first.filter(path => path !== file.path && others.every(paths => paths.includes(path)));
  const [candidates, among] =
    defining.length > 0
      ? [defining, new Set(namesakes)]
      : [namesakes, new Set(namesakes.filter(path => hasNames(path, wanted, site, lookup)))];
  const close = candidates.filter(path => among.has(path));
  return written(only(defining) ?? only(close), module, site);
}

/** The only module of the package, other than that at `except`, which defines `name`; written as the import is. */
export function moduleDefining(
  name: string,
  { fact: { file }, of: { module } }: DeadImport,
  except: string,
  lookup: Lookup,
): string | undefined {
  const site = importSite(file.path, lookup);
  if (site === undefined) return undefined;
  const paths = modulesOf(site.top, lookup).byName.get(name) ?? [];
  return written(only(paths.filter(path => path !== file.path && path !== except)), module, site);
}

interface Modules {
  /** The paths of the modules that define a name. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** The paths of the modules by the last part of their dotted names. */
  readonly byStem: ReadonlyMap<string, readonly string[]>;
}

/** What the modules of a package define. Asked only where an import leads nowhere. */
function modulesOf(top: string, lookup: Lookup): Modules {
  return lookup.remember(`modules of:${top}`, inner => {
    const [byName, byStem] = [new Map<string, string[]>(), new Map<string, string[]>()];
    for (const { own, imported, file } of inner.providers(MODULE_NAMES_KEY)) {
      if (!isBelow(file.path, top)) continue;
      add(byStem, lastPart(dottedName(file.path, top)), file.path);
      // A name that is imported as well is given a stand-in for when the import fails.
      const others = new Set(imported.split(' '));
      for (const name of own.split(' ')) if (!others.has(name)) add(byName, name, file.path);
    }
    return { byName, byStem };
  });
}

function add(paths: Map<string, string[]>, name: string, path: string): void {
  const known = paths.get(name);
  if (known === undefined) paths.set(name, [path]);
  else known.push(path);
}

function hasNames(path: string, wanted: readonly string[], site: ImportSite, lookup: Lookup): boolean {
  const found = importedModule(relativeName(path, site.path), site, lookup);
  if (found.status !== 'found') return false;
  const names = wanted.length === 0 ? new Set<string>() : namesOf(found, lookup);
  return names !== undefined && wanted.every(name => names.has(name));
}

function only(paths: readonly string[]): string | undefined {
  return paths.length === 1 ? paths[0] : undefined;
}

function lastPart(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1);
}

/** A module as an import names it: with dots where `like` has them. */
function written(path: string | undefined, like: string, site: ImportSite): string | undefined {
  if (path === undefined) return undefined;
  return like.startsWith('.') ? relativeName(path, site.path) : dottedName(path, site.top);
}

/** `src/cursus/core/base.py` from `src/cursus/steps/x.py`: `..core.base`. */
function relativeName(path: string, from: string): string {
  const here = folderOf(from).split('/');
  const there = (fileName(path) === '__init__.py' ? folderOf(path) : path.replace(/\.py$/, '')).split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared++;
  return '.'.repeat(here.length - shared + 1) + there.slice(shared).join('.');
}
