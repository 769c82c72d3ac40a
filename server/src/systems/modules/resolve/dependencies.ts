import { inWords } from '../../../base/in-words';
import { joinPath } from '../../../base/paths';
import { truncateName } from '../../../base/message-text';
import { MOST_CANDIDATES, nearest } from '../../../base/similarity';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isLink } from '../../../model/link';
import { moduleClassesOf } from '../components/classes';
import { fileFact } from '../components/file-facts';
import { plainFileVerdict } from '../components/plain-files';
import { configurationOf, namespaceOf, type Discovery } from '../define/configuration';
import { idsOf } from '../define/places';
import {
  DEPENDENCY,
  isCompanion,
  isDependency,
  isModule,
  isMultiClass,
  isPythonNames,
  isRegistration,
  type Crash,
  type DependencyFact,
  type Language,
  type PythonNamesFact,
} from '../facts';
import { lastKey, namedKey, siblingsKey } from '../keys';
import { modulesOf, modulesWithId, versionOf, type Doubt, type Module } from './module';
import { moduleWithId } from './same-id';
import { companionPath, ENDINGS, languageOf } from '../layout';
import { isOutOfSight } from '../define/scan-links';
import { malformedPart, satisfies } from '../versions';

/** What stage 7 finds at one entry of a dependency list (formats 2.7). */
export type DependencyStatus =
  | { readonly status: 'met'; readonly module: Module }
  /** No module of that id reaches stage 6: it failed (`failed`), a file of that id has none (`plain`), or there is no such file. */
  | { readonly status: 'missing'; readonly failed?: Module; readonly plain?: PythonNamesFact }
  | { readonly status: 'malformed'; readonly part: string }
  | { readonly status: 'mismatch'; readonly module: Module; readonly version: string; readonly constraint: string }
  /** Looking up the id, or checking the constraint, raises an exception of Python. */
  | { readonly status: 'crash'; readonly crash: Crash; readonly field: number }
  | ({ readonly status: 'cannot tell' } & Doubt);

/** Whether a dependency is met among the modules of a discovery. */
export function statusOf(
  dependency: DependencyFact,
  discovery: Discovery,
  language: Language,
  lookup: Lookup,
): DependencyStatus {
  const { strangeId, strangeVersion, version } = dependency;
  if (strangeId !== undefined)
    return strangeId.crash === undefined
      ? MISSING
      : { status: 'crash', crash: strangeId.crash, field: DEPENDENCY.module };
  const target = targetOf(dependency, discovery, language, lookup);
  if (target === undefined) {
    const [byHand] = language === 'python' ? lookup.providers(namedKey(dependency.name)).filter(isRegistration) : [];
    if (byHand !== undefined)
      return {
        status: 'cannot tell',
        why: `${truncateName(byHand.file.path)} registers '${truncateName(dependency.name)}', and no text says whether before discovery`,
        at: { fact: byHand, part: Part.name },
      };
    if (mayExist(dependency.name, discovery, language, lookup))
      return unsure(dependency, `whether there is a module '${truncateName(dependency.name)}' is not in sight`);
    const [plain] = filesOfId(dependency.name, discovery, language, lookup).flatMap(
      at => plainFileAt(at, lookup) ?? [],
    );
    return plain === undefined ? MISSING : { ...MISSING, plain };
  }
  if (target.ready === 'no') return { status: 'missing', failed: target };
  if (target.doubt !== undefined) return { status: 'cannot tell', ...target.doubt };
  if (strangeVersion !== undefined) return { status: 'crash', crash: strangeVersion.crash, field: DEPENDENCY.version };
  if (version === undefined) return { status: 'met', module: target };
  const part = malformedPart(version);
  if (part !== undefined) return { status: 'malformed', part };
  const actual = versionOf(target, lookup);
  if (actual === undefined)
    return unsure(dependency, `the version of '${truncateName(dependency.name)}' is decided by code`);
  return satisfies(actual, version) === true
    ? { status: 'met', module: target }
    : { status: 'mismatch', module: target, version: actual, constraint: version };
}

function unsure(fact: DependencyFact, why: string): DependencyStatus {
  return { status: 'cannot tell', why, at: { fact, part: Part.fieldValue(DEPENDENCY.module) } };
}

/** Why there is a file, but no module of an id; undefined if there is no such file. */
export function whyFileIsNone({ failed, plain }: Extract<DependencyStatus, { status: 'missing' }>): string | undefined {
  if (plain !== undefined) return `${truncateName(plain.file.path)} has no module`;
  return failed === undefined ? undefined : whyNotRegistered(failed);
}

const MISSING = { status: 'missing' } as const;

/** The module that an entry names. Returns undefined if no file has its id. */
export function targetOf(
  { name }: DependencyFact,
  discovery: Discovery,
  language: Language,
  lookup: Lookup,
): Module | undefined {
  return moduleWithId(discovery, language, name, lookup);
}

/**
 * Whether a file stands where the id says, whose text was no reason to read it as a module but which may inherit everything, or
 * something is unseen; of links it is known what they hide.
 */
export function mayExist(id: string, discovery: Discovery, language: Language, lookup: Lookup): boolean {
  if (lookup.unseen().some(({ path }) => lookup.file(path)?.facts.some(isLink) !== true)) return true;
  const { links } = configurationOf(lookup);
  return (
    pathsOfId(id, discovery, ENDINGS[language]).some(at => isOutOfSight(at, links)) ||
    filesOfId(id, discovery, language, lookup).some(at => plainFileAt(at, lookup) === undefined) ||
    isPartOfFile(id, discovery, language, lookup)
  );
}

/** The files where an id says, whether they have a module or not. */
function filesOfId(id: string, discovery: Discovery, language: Language, lookup: Lookup): string[] {
  const configuration = configurationOf(lookup);
  return pathsOfId(id, discovery, ENDINGS[language]).filter(
    at => lookup.hasFile(at) && idsOf(at, discovery, configuration).includes(id),
  );
}

/** The file at `path` if it is certain that it has no module. */
function plainFileAt(path: string, lookup: Lookup): PythonNamesFact | undefined {
  const fact = fileFact(path, isPythonNames, lookup);
  const companion = lookup.file(companionPath(path));
  if (fact === undefined || fact.file.incomplete || companion?.incomplete === true) return undefined;
  const verdict = plainFileVerdict(fact, companion?.facts.find(isCompanion), lookup);
  return verdict === 'no module' ? fact : undefined;
}

/** Whether the id may be that of one of several modules of a file: the file's own, and a segment for each. */
function isPartOfFile(id: string, discovery: Discovery, language: Language, lookup: Lookup): boolean {
  const own = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  if (own === '') return false;
  const of = modulesWithId(discovery, own, lookup).find(({ placed }) => placed.language === language);
  return of !== undefined && moduleClassesOf(of.fact.file.path, lookup).some(isMultiClass);
}

/** Where a file may stand that gives an id, but for ID maps and dots in names. */
export function pathsOfId(
  id: string,
  { roots, isMulti }: Discovery,
  endings: readonly string[] = Object.values(ENDINGS).flat(),
): string[] {
  return roots.flatMap(root => {
    const prefix = isMulti ? `${namespaceOf(root)}.` : '';
    if (!id.startsWith(prefix)) return [];
    const own = id.slice(prefix.length).replaceAll('.', '/');
    return endings.map(ending => joinPath(root.path, own + ending));
  });
}

/** The dependencies in the companion at `path`. Goes through the lookup, so that whoever asks runs again when that file changes. */
export function dependenciesIn(path: string, lookup: Lookup): readonly DependencyFact[] {
  return lookup.file(path)?.facts.filter(isDependency) ?? [];
}

/** The module that was most likely meant by an id: one beside where it would be, or one with the same last word. */
export function closestModule(
  id: string,
  discovery: Discovery,
  language: Language,
  lookup: Lookup,
): string | undefined {
  const near = [...lookup.providers(siblingsKey(discovery, id)), ...lookup.providers(lastKey(discovery, id))];
  // No more are compared in any case, and each missing dependency would ask for them all.
  if (near.length > MOST_CANDIDATES) return undefined;
  const ids = near
    .filter(fact => isModule(fact) && languageOf(fact.file.path) === language)
    .flatMap(({ file }) => idsOf(file.path, discovery, configurationOf(lookup)));
  const last = id.slice(id.lastIndexOf('.') + 1);
  const named = ids.filter(each => each !== id && each.endsWith(`.${last}`) && id.includes('.'));
  return nearest(id, ids) ?? (named.length === 1 ? named[0] : undefined);
}

/** What a message adds to an id where the ID map of its discovery is damaged: the map may give that id, or another one, when it is whole. */
export function damagedMapAside({ idMap }: Discovery, lookup: Lookup): string {
  if (idMap === undefined || lookup.file(idMap)?.incomplete !== true) return '';
  return ` (${truncateName(idMap)} is damaged)`;
}

/** What a message adds to a version where the companion that may say another one is damaged. */
export function damagedCompanionAside({ companion }: Module): string {
  return companion?.file.incomplete === true ? ` (${truncateName(companion.file.path)} is damaged)` : '';
}

/** `'orders' is not registered`; of a file that has several ids, with all that share its fate. */
export function lostInWords(module: Module, lookup: Lookup): string {
  const alike = modulesOf(module.fact, lookup).filter(({ entry }) => entry.status === module.entry.status);
  // Another file may be registered with the id.
  if (alike.some(({ id, placed }) => modulesWithId(placed.discovery, id, lookup).length > 1))
    return 'nothing of this file is registered';
  const names = [...new Set(alike.map(({ id }) => `'${truncateName(id)}'`))];
  const few = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), 'others'] : names;
  return `${inWords(few, 'and')} ${names.length === 1 ? 'is' : 'are'} not registered`;
}

const MOST_NAMES = 4;

/** How a message names the module that fails. */
export function whyNotRegistered({ fact, entry, invalid, placed }: Module): string {
  const path = truncateName(fact.file.path);
  const what = placed.language === 'python' ? 'class' : 'export';
  if (entry.status === 'none') return `${path} holds no module`;
  if (entry.status === 'ambiguous') return `${path} holds more than one module`;
  if (entry.status === 'not found') return `${path} has no ${what} '${truncateName(entry.className)}'`;
  if (entry.status === 'import fails')
    return `importing ${path} fails: ${entry.exception}: ${truncateName(entry.message)}`;
  if (entry.status === 'crash') return 'the entry_point of its companion is no text';
  return `its ${what} is not valid (${invalid[0]?.attribute ?? 'it'})`;
}
