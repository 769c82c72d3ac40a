import { groupBy } from '../../../base/collections';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { fileFact } from '../components/file-facts';
import { plainFileVerdict } from '../components/plain-files';
import { configurationOf, type Discovery } from '../define/configuration';
import { idOf, modulePlacesOf } from '../define/places';
import { dependenciesOf, isCompanion, type Language, type PythonNamesFact } from '../facts';
import { plainFileKey } from '../keys';
import { companionPath } from '../layout';
import { makeModule, modulesWithId, type Doubt, type Module } from './module';
import { registrationOf } from './registration';

/**
 * The module that discovery goes on with of an id. Of several files that have it, those of later roots come later: the last one
 * whose entry point is found wins, valid or not, and the companion of the very last counts for all, also of a file without a module. Within
 * one root the disk decides which file is met first, or last.
 */
export function moduleWithId(discovery: Discovery, language: Language, id: string, lookup: Lookup): Module | undefined {
  const modules = modulesWithId(discovery, id, lookup).filter(({ placed }) => placed.language === language);
  const [first, ...others] = modules;
  if (first === undefined || language === 'typescript') return first;
  const plain = plainFilesWithId(discovery, id, lookup);
  if (others.length === 0 && plain.length === 0) return first;
  const [last = modules, ...before] = byLaterRoot(modules);
  const beside = plain.filter(({ rank }) => rank >= rankOf(last));
  if (beside.length > 0) return besidePlain(beside, [last, ...before], lookup);
  return last.length > 1 ? oneOf(last, modules, lookup) : lastFound(last[0] ?? first, before, lookup);
}

function rankOf(group: readonly Module[]): number {
  return group[0]?.placed.rank ?? 0;
}

/** The modules of each root, those of the last one first. */
function byLaterRoot(modules: readonly Module[]): readonly (readonly Module[])[] {
  const groups = groupBy(modules, ({ placed }) => placed.rank);
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/** A file that is read for its names alone, and the root that it lies below. */
interface PlainFile {
  readonly fact: PythonNamesFact;
  readonly rank: number;
}

function plainFilesWithId(discovery: Discovery, id: string, lookup: Lookup): PlainFile[] {
  return lookup.providers(plainFileKey(discovery, id)).flatMap(fact => {
    const places = modulePlacesOf(fact.file.path, configurationOf(lookup));
    const place = places.find(each => each.discovery.name === discovery.name && idOf(each).id === id);
    return place === undefined ? [] : [{ fact, rank: place.rank }];
  });
}

/** Files without the words of modules that come after all modules of their id: of one alone it can be told what it leaves of them. */
function besidePlain(
  plain: readonly PlainFile[],
  groups: readonly (readonly Module[])[],
  lookup: Lookup,
): Module | undefined {
  const first = groups[0]?.[0];
  const rank = Math.max(...plain.map(each => each.rank));
  const [last, another] = plain.filter(each => each.rank === rank);
  if (first === undefined || last === undefined) return first;
  const { path } = last.fact.file;
  const companion = fileFact(companionPath(path), isCompanion, lookup);
  const isOpen = another !== undefined || rank === first.placed.rank || companion?.file.incomplete === true;
  if (isOpen || plain.some(({ fact }) => plainFileVerdict(fact, companion, lookup) === 'cannot tell'))
    return { ...first, ready: 'cannot tell', doubt: doubtOf(path, first) };
  return foundIn(groups, path, lookup) ?? makeModule(first.fact, first.placed, lookup, path);
}

/** The last module whose class is found: with the companion of `last`, which is looked up by the id. */
function lastFound(last: Module, before: readonly (readonly Module[])[], lookup: Lookup): Module {
  return isFoundOrOpen(last) ? last : (foundIn(before, last.fact.file.path, lookup) ?? last);
}

/** The last module whose class is found with the companion of the file at `metaOf`. */
function foundIn(groups: readonly (readonly Module[])[], metaOf: string, lookup: Lookup): Module | undefined {
  for (const group of groups) {
    const made = group.map(({ fact, placed }) => makeModule(fact, placed, lookup, metaOf));
    const [found, another] = made.filter(isFoundOrOpen);
    if (found !== undefined) return another === undefined ? found : inDoubt(found, another);
  }
  return undefined;
}

function isFoundOrOpen({ entry }: Module): boolean {
  return entry.status === 'found' || entry.status === 'cannot tell';
}

/** Files of one root: where nothing depends on which of them it is, the id is as good as registered. */
function oneOf(group: readonly Module[], all: readonly Module[], lookup: Lookup): Module {
  const [first, second] = group as readonly [Module, Module];
  const isPlain = group.every(({ companion }) => companion?.entryPoint === undefined);
  if (isPlain && all.length === group.length && group.every(({ ready }) => ready === 'no')) return first;
  const isAlike =
    isPlain &&
    group.every(
      each =>
        each.ready === 'yes' &&
        dependenciesOf(each.companion, lookup).length === 0 &&
        registrationOf(each, lookup).status === 'registered',
    );
  return { ...(isAlike ? first : inDoubt(first, second)), rivals: group };
}

function inDoubt(module: Module, other: Module): Module {
  return {
    ...module,
    ready: 'cannot tell',
    doubt: doubtOf(other.fact.file.path, module),
  };
}

function doubtOf(otherPath: string, { fact, id }: Pick<Module, 'fact' | 'id'>): Doubt {
  const why = `${otherPath} has the id '${id}' as well, and the disk or its code decides which of the two is found`;
  return { why, at: { fact, part: Part.name } };
}

/** Why nobody can tell which of two files an id belongs to. */
export function whyOpen({ fact, id }: Module): string {
  return doubtOf(fact.file.path, { fact, id }).why;
}
