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
import { modulePresence, namePresence } from '../../../syntax/python/evaluate/library-presence';
import { importFromPackages } from '../read/packages';
import { fileFact } from './file-facts';

/** What becomes of the import of a Python file, with that of the files of the repository that it imports. */
export type ImportVerdict =
  | { readonly status: 'well' }
  | {
      readonly status: 'fails';
      readonly exception: string;
      readonly message: string;
      readonly at: Place;
      /** Discovery does not catch it, unless something that it does catch is raised before. */
      readonly isExit?: 'yes' | 'perhaps';
    }
  | { readonly status: 'cannot tell'; readonly why: string; readonly at: Place };

const WELL: ImportVerdict = { status: 'well' };

/** The files of the repository that the import has come to; of one that is still being run, at which of its events it is. */
type Running = Map<string, number | 'done'>;

/**
 * The import of a module file as discovery runs it: with no package around it. Whatever is raised loses the module, so an
 * exception that is certain decides, and else the first thing that cannot be told.
 */
export function importVerdict(fact: ModuleFact, lookup: Lookup): ImportVerdict {
  // Discovery gives the module a name of its own, so that a file which imports it runs it again.
  return verdictOfEvents(fact, fact.events ?? [], true, lookup, new Map());
}

function verdictOfEvents(
  fact: Fact,
  events: readonly ImportEvent[],
  isAlone: boolean,
  lookup: Lookup,
  running: Running,
): ImportVerdict {
  let doubt: ImportVerdict | undefined;
  for (const [i, event] of events.entries()) {
    const at = { fact, part: Part.fieldName(i) };
    if (!isAlone) running.set(fact.file.path, i);
    const verdict = verdictOf(event, at, isAlone, lookup, running);
    if (verdict.status === 'fails')
      return verdict.isExit === undefined || doubt === undefined ? verdict : { ...verdict, isExit: 'perhaps' };
    if (verdict.status === 'cannot tell') doubt ??= verdict;
  }
  return doubt ?? WELL;
}

function verdictOf(event: ImportEvent, at: Place, isAlone: boolean, lookup: Lookup, running: Running): ImportVerdict {
  if (event.is === 'stop') {
    const { exception, message, isExit } = event;
    return { status: 'fails', exception, message, at, ...(isExit === undefined ? {} : { isExit: 'yes' }) };
  }
  if (event.is === 'doubt') return { status: 'cannot tell', why: event.reason, at };
  if (event.of.level > 0 && isAlone)
    return {
      status: 'fails',
      exception: 'ImportError',
      message: 'attempted relative import with no known parent package',
      at,
    };
  const verdict = importOf(event.of, at, lookup, running);
  return event.isGuarded === true ? guarded(verdict, event.of, at, lookup) : verdict;
}

/** An import in a `try` may fail as one of a missing module does; whether something else that it raises is caught is not gone into. */
function guarded(verdict: ImportVerdict, { module, level }: ImportedName, at: Place, lookup: Lookup): ImportVerdict {
  const [first = ''] = module.split('.');
  if (foundAt(joinPath(baseOf(level, at.fact.file.path), first), lookup) === undefined) return WELL;
  if (verdict.status !== 'fails') return verdict;
  if (verdict.exception === 'ImportError' || verdict.exception === 'ModuleNotFoundError') return WELL;
  return {
    status: 'cannot tell',
    why: `'${truncateName(module)}' is imported in a 'try', and fails with ${verdict.exception}`,
    at,
  };
}

/** Whether a module, and the name of it that is asked for, can be imported from the file at `at`. */
function importOf({ module, level, name }: ImportedName, at: Place, lookup: Lookup, running: Running): ImportVerdict {
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
    const verdict = found === 'folder' ? WELL : runs(found, at, lookup, running);
    if (verdict.status !== 'well') return verdict;
    folder = path;
  }
  return name === undefined ? WELL : nameIn(name, module, folder, at, lookup, running);
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
function runs(path: string, at: Place, lookup: Lookup, running: Running): ImportVerdict {
  if (running.has(path)) return WELL;
  running.set(path, 0);
  const verdict = runOf(path, at, lookup, running);
  running.set(path, 'done');
  return verdict;
}

function runOf(path: string, at: Place, lookup: Lookup, running: Running): ImportVerdict {
  const module = fileFact(path, isModule, lookup);
  const names = module === undefined ? fileFact(path, isPythonNames, lookup) : undefined;
  if (module !== undefined)
    return above(verdictOfEvents(module, module.events ?? [], false, lookup, running), path, at);
  if (names === undefined) return { status: 'cannot tell', why: `what ${truncateName(path)} does is not in sight`, at };
  for (const [i, each] of names.imports.entries()) {
    running.set(path, i);
    const verdict = importInPlain(each, names, lookup, running);
    if (verdict.status !== 'well') return above(verdict, path, at);
  }
  return names.isPlain
    ? WELL
    : { status: 'cannot tell', why: `${truncateName(path)} runs code when it is imported`, at };
}

function importInPlain(of: ImportedName, names: PythonNamesFact, lookup: Lookup, running: Running): ImportVerdict {
  const at = { fact: names, part: Part.whole };
  const presence = of.level === 0 ? modulePresence(of.module) : undefined;
  if (of.level > 0 || (presence === undefined && importFromPackages(of) === undefined))
    return importOf(of, at, lookup, running);
  if (presence === undefined) return WELL;
  if (presence === 'never') return noModule(of.module, at, lookup);
  if (of.name !== undefined && of.name !== '*' && namePresence(of.module, of.name) === 'never')
    return missingName(of.name, of.module, at);
  return presence === 'always'
    ? WELL
    : {
        status: 'cannot tell',
        why: `whether Python has '${truncateName(of.module)}' depends on its version and system`,
        at,
      };
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
  running: Running,
): ImportVerdict {
  const path = foundAt(folder, lookup) ?? 'folder';
  const names = path === 'folder' ? [] : namesOf(path, lookup);
  if (names === undefined)
    return { status: 'cannot tell', why: `what names ${truncateName(path)} has is decided by code`, at };
  if (names.includes(name)) return isBoundYet(name, path, lookup, running) ? WELL : tooEarly(name, module, at);
  const inner = joinPath(folder, name);
  const found = path === 'folder' || path.endsWith('/__init__.py') ? foundAt(inner, lookup) : undefined;
  if (found !== undefined) return found === 'folder' ? WELL : runs(found, at, lookup, running);
  // A module that has this function is asked for the names that it lacks.
  if (names.includes('__getattr__'))
    return {
      status: 'cannot tell',
      why: `'__getattr__' of ${truncateName(path)} may give '${truncateName(name)}'`,
      at,
    };
  if (lookup.unseen().length > 0)
    return { status: 'cannot tell', why: `whether there is a '${truncateName(name)}' is not in sight`, at };
  return missingName(name, module, at);
}

function missingName(name: string, module: string, at: Place): ImportVerdict {
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

/** Whether a name has been bound in a file that the import has come to: one that is still being run has those before its place. */
function isBoundYet(name: string, path: string, lookup: Lookup, running: Running): boolean {
  const place = running.get(path) ?? 'done';
  if (place === 'done') return true;
  const bound = fileFact(path, isModule, lookup)?.bindings?.find(each => each.name === name);
  if (bound !== undefined) return bound.after <= place;
  const names = fileFact(path, isPythonNames, lookup);
  const known = names?.imports[place]?.known;
  return names === undefined || known === undefined || names.names.indexOf(name) < known;
}

function tooEarly(name: string, module: string, at: Place): ImportVerdict {
  const message = `cannot import name '${name}' from partially initialized module '${module}' (most likely due to a circular import)`;
  return { status: 'fails', exception: 'ImportError', message, at };
}
