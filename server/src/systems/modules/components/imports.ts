import { folderOf, joinPath } from '../../../base/paths';
import { truncateName } from '../../../base/message-text';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import {
  isModule,
  isPythonNames,
  type ImportedName,
  type ImportEvent,
  type ModuleFact,
  type PythonNamesFact,
} from '../facts';
import { modulePresence } from '../../../syntax/python/evaluate/library-presence';
import { importFromPackages } from '../read/packages';
import { fileFact } from './file-facts';

/** What becomes of the import of a Python file, with that of the files of the repository that it imports. */
export type ImportVerdict =
  | { readonly status: 'well' }
  | { readonly status: 'fails'; readonly exception: string; readonly message: string; readonly at: Place }
  | { readonly status: 'cannot tell'; readonly why: string; readonly at: Place };

const WELL: ImportVerdict = { status: 'well' };

/**
 * The import of a module file as discovery runs it: with no package around it. Whatever is raised loses the module, so an
 * exception that is certain decides, and else the first thing that cannot be told.
 */
export function importVerdict(fact: ModuleFact, lookup: Lookup): ImportVerdict {
  return verdictOfEvents(fact, fact.events ?? [], true, lookup, new Set([fact.file.path]));
}

function verdictOfEvents(
  fact: Fact,
  events: readonly ImportEvent[],
  isAlone: boolean,
  lookup: Lookup,
  seen: Set<string>,
): ImportVerdict {
  let doubt: ImportVerdict | undefined;
  for (const [i, event] of events.entries()) {
    const at = { fact, part: Part.fieldName(i) };
    const verdict = verdictOf(event, at, isAlone, lookup, seen);
    if (verdict.status === 'fails') return verdict;
    if (verdict.status === 'cannot tell') doubt ??= verdict;
  }
  return doubt ?? WELL;
}

function verdictOf(event: ImportEvent, at: Place, isAlone: boolean, lookup: Lookup, seen: Set<string>): ImportVerdict {
  if (event.is === 'stop') return { status: 'fails', exception: event.exception, message: event.message, at };
  if (event.is === 'doubt') return { status: 'cannot tell', why: event.reason, at };
  if (event.of.level > 0 && isAlone)
    return {
      status: 'fails',
      exception: 'ImportError',
      message: 'attempted relative import with no known parent package',
      at,
    };
  return importOf(event.of, at, lookup, seen);
}

/** Whether a module, and the name of it that is asked for, can be imported from the file at `at`. */
function importOf({ module, level, name }: ImportedName, at: Place, lookup: Lookup, seen: Set<string>): ImportVerdict {
  const base = baseOf(level, at.fact.file.path);
  const parts = module === '' ? [] : module.split('.');
  let folder = base;
  for (const [i, part] of parts.entries()) {
    const path = joinPath(folder, part);
    const found = foundAt(path, lookup);
    if (found === undefined) {
      const missing = parts.slice(0, i + 1).join('.');
      return i === 0 && level === 0 ? outside(module, at, lookup) : noModule(missing, at, lookup);
    }
    const verdict = found === 'folder' ? WELL : runs(found, at, lookup, seen);
    if (verdict.status !== 'well') return verdict;
    folder = path;
  }
  return name === undefined ? WELL : nameIn(name, module, folder, at, lookup, seen);
}

/** Where relative imports begin; absolute ones begin at the root of the repository. */
function baseOf(level: number, path: string): string {
  if (level === 0) return '';
  let folder = folderOf(path);
  for (let i = 1; i < level; i++) folder = folderOf(folder);
  return folder;
}

/** The file that is run for a module, or that it is a package without one. */
function foundAt(path: string, lookup: Lookup): string | undefined {
  return (
    [`${path}/__init__.py`, `${path}.py`].find(each => lookup.hasFile(each)) ??
    (lookup.hasFolder(path) ? 'folder' : undefined)
  );
}

/** The repository does not have it: it may be installed, or lie in a folder that is on the path when the code runs. */
function outside(module: string, at: Place, lookup: Lookup): ImportVerdict {
  const [first = ''] = module.split('.');
  const beside = joinPath(folderOf(at.fact.file.path), first);
  const where =
    foundAt(beside, lookup) === undefined ? 'may not be installed' : 'is found only where its folder is on the path';
  return { status: 'cannot tell', why: `'${truncateName(module)}' is imported, which ${where}`, at };
}

function noModule(module: string, at: Place, lookup: Lookup): ImportVerdict {
  if (lookup.unseen().length > 0)
    return { status: 'cannot tell', why: `'${truncateName(module)}' is imported, which is not in sight`, at };
  return { status: 'fails', exception: 'ModuleNotFoundError', message: `No module named '${module}'`, at };
}

/** What running the file at `path` as part of a package comes to. */
function runs(path: string, at: Place, lookup: Lookup, seen: Set<string>): ImportVerdict {
  if (seen.has(path)) return WELL;
  seen.add(path);
  const module = fileFact(path, isModule, lookup);
  const names = module === undefined ? fileFact(path, isPythonNames, lookup) : undefined;
  if (module !== undefined) return above(verdictOfEvents(module, module.events ?? [], false, lookup, seen), path, at);
  if (names === undefined) return { status: 'cannot tell', why: `what ${truncateName(path)} does is not in sight`, at };
  for (const each of names.imports) {
    const verdict = importInPlain(each, names, lookup, seen);
    if (verdict.status !== 'well') return above(verdict, path, at);
  }
  return names.isPlain
    ? WELL
    : { status: 'cannot tell', why: `${truncateName(path)} runs code when it is imported`, at };
}

function importInPlain(of: ImportedName, names: PythonNamesFact, lookup: Lookup, seen: Set<string>): ImportVerdict {
  const at = { fact: names, part: Part.whole };
  return isOfPython(of) ? WELL : importOf(of, at, lookup, seen);
}

/** Python's own library, and the packages that modules are written with: of these it is known what they have. */
function isOfPython(of: ImportedName): boolean {
  if (of.level > 0) return false;
  return modulePresence(of.module) !== undefined || importFromPackages(of) !== undefined;
}

/** An exception in an imported file comes out of the import statement. */
function above(verdict: ImportVerdict, path: string, at: Place): ImportVerdict {
  if (verdict.status === 'well') return verdict;
  if (verdict.status === 'cannot tell') return { ...verdict, at };
  return { ...verdict, message: `${verdict.message}, in ${truncateName(path)}`, at };
}

/** Whether `from module import name` finds the name: one of its file, or a module beside it. */
function nameIn(
  name: string,
  module: string,
  folder: string,
  at: Place,
  lookup: Lookup,
  seen: Set<string>,
): ImportVerdict {
  const path = foundAt(folder, lookup) ?? 'folder';
  const names = path === 'folder' ? [] : namesOf(path, lookup);
  if (names === undefined)
    return { status: 'cannot tell', why: `what names ${truncateName(path)} has is decided by code`, at };
  if (names.includes(name)) return WELL;
  const inner = joinPath(folder, name);
  const found = path === 'folder' || path.endsWith('/__init__.py') ? foundAt(inner, lookup) : undefined;
  if (found !== undefined) return found === 'folder' ? WELL : runs(found, at, lookup, seen);
  if (lookup.unseen().length > 0)
    return { status: 'cannot tell', why: `whether there is a '${truncateName(name)}' is not in sight`, at };
  return { status: 'fails', exception: 'ImportError', message: `cannot import name '${name}' from '${module}'`, at };
}

/** The names of a file, once it has been run. Returns undefined where there may be more. */
function namesOf(path: string, lookup: Lookup): readonly string[] | undefined {
  const module = fileFact(path, isModule, lookup);
  if (module !== undefined)
    return module.bindings === undefined || module.dynamic ? undefined : module.bindings.map(({ name }) => name);
  const names = fileFact(path, isPythonNames, lookup);
  return names?.isPlain === true || names?.names.length === 0 ? names.names : undefined;
}
