import { groupBy } from '../../../base/collections';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Discovery } from '../define/configuration';
import { dependenciesOf, type Language } from '../facts';
import { makeModule, modulesWithId, type Module } from './module';
import { registrationOf } from './registration';

/**
 * The module that discovery goes on with of an id. Of several files that have it, those of later roots come later: the last one
 * whose entry point is found wins, valid or not, and the companion of the very last counts for all. Within one root the disk decides
 * which file is met first, or last.
 */
export function moduleWithId(discovery: Discovery, language: Language, id: string, lookup: Lookup): Module | undefined {
  const modules = modulesWithId(discovery, id, lookup).filter(({ placed }) => placed.language === language);
  const [first, ...others] = modules;
  if (first === undefined || others.length === 0 || language === 'typescript') return first;
  const [last = modules, ...before] = byLaterRoot(modules);
  return last.length > 1 ? oneOf(last, modules, lookup) : lastFound(last[0] ?? first, before, lookup);
}

/** The modules of each root, those of the last one first. */
function byLaterRoot(modules: readonly Module[]): readonly (readonly Module[])[] {
  const groups = groupBy(modules, ({ placed }) => placed.rank);
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/** The last module whose class is found: with the companion of `last`, which is looked up by the id. */
function lastFound(last: Module, before: readonly (readonly Module[])[], lookup: Lookup): Module {
  if (isFoundOrOpen(last)) return last;
  for (const group of before) {
    const made = group.map(({ fact, placed }) => makeModule(fact, placed, lookup, last.fact.file.path));
    const [found, another] = made.filter(isFoundOrOpen);
    if (found !== undefined) return another === undefined ? found : inDoubt(found, another);
  }
  return last;
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
    doubt: { why: whyOpen(other), at: { fact: module.fact, part: Part.name } },
  };
}

/** Why nobody can tell which of two files an id belongs to. */
export function whyOpen({ fact, id }: Module): string {
  return `${fact.file.path} has the id '${id}' as well, and the disk decides which of the two is found`;
}
