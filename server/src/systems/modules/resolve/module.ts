import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isUnknown, nonEmptyText } from '../../../model/value';
import { inheritedAttribute } from '../components/classes';
import { configurationOf, idOf, placeOf, type Discovery, type ModulePlace } from '../define/configuration';
import {
  entryPointOf,
  fileFact,
  invalidIn,
  isUncertain,
  type EntryPoint,
  type Invalid,
} from '../components/entry-point';
import { isCompanion, isModule, type CompanionFact, type Language, type ModuleFact } from '../facts';
import { moduleKey } from '../keys';
import { companionPath, ENDINGS, languageOf, stemOfCompanion } from '../layout';

/** A module as stages 1 to 5 see it: by itself, without what it depends on. */
export interface Module {
  readonly fact: ModuleFact;
  readonly placed: ModulePlace;
  readonly id: string;
  /** Before the ID map. */
  readonly derived: string;
  readonly companion: CompanionFact | undefined;
  readonly entry: EntryPoint;
  readonly invalid: readonly Invalid[];
  /** Whether it reaches stage 6; `cannot tell` where its class is not wholly in sight. */
  readonly ready: 'yes' | 'no' | 'cannot tell';
}

/** The module of a file. Returns undefined for a file that discovery passes over. */
export function moduleOf(fact: ModuleFact, lookup: Lookup): Module | undefined {
  return lookup.remember(`module:${fact.file.path}`, inner => makeModule(fact, inner));
}

function makeModule(fact: ModuleFact, lookup: Lookup): Module | undefined {
  // What is remembered goes by the path: another fact there has to be asked about anew.
  lookup.file(fact.file.path);
  const placed = placeOf(fact.file.path, configurationOf(lookup));
  if (placed === undefined || placed.skipped !== undefined) return undefined;
  const beside = companionPath(fact.file.path);
  const companion = fileFact(beside, isCompanion, lookup);
  const isUnread = companion?.file.incomplete === true || lookup.unseen().some(({ path }) => path === beside);
  const entry = isUnread ? UNREAD : entryPointOf(fact, companion, lookup);
  const invalid = entry.status === 'found' ? invalidIn(entry.entry, lookup) : [];
  return { fact, placed, ...idOf(placed), companion, entry, invalid, ready: readiness(entry, invalid, lookup) };
}

/** The companion says which class is meant, and may say anything else. */
const UNREAD: EntryPoint = { status: 'cannot tell', why: 'its companion cannot be read as a whole' };

function readiness(entry: EntryPoint, invalid: readonly Invalid[], lookup: Lookup): Module['ready'] {
  if (entry.status === 'cannot tell') return 'cannot tell';
  if (entry.status !== 'found' || invalid.length > 0) return 'no';
  return isUncertain(entry.entry, lookup) ? 'cannot tell' : 'yes';
}

/** The files of a discovery that have an id, in the order of their paths; the first is kept. */
export function filesWithId(
  discovery: Discovery,
  language: Language,
  id: string,
  lookup: Lookup,
): readonly ModuleFact[] {
  return lookup.providers(moduleKey(discovery, id)).filter(({ file }) => languageOf(file.path) === language);
}

/** The modules that a companion belongs to: one, but for a stem with both languages. */
export function modulesOfCompanion(companion: CompanionFact, lookup: Lookup): Module[] {
  return filesOfCompanion(companion.file.path, lookup).flatMap(path => {
    const fact = fileFact(path, isModule, lookup);
    return fact === undefined ? [] : (moduleOf(fact, lookup) ?? []);
  });
}

/** The module files beside a companion: one for a language at most. */
export function filesOfCompanion(path: string, lookup: Lookup): string[] {
  const stem = stemOfCompanion(path);
  return [ENDINGS.python, ENDINGS.typescript].flatMap(endings => {
    const ending = endings.find(each => lookup.hasFile(stem + each));
    return ending === undefined ? [] : [stem + ending];
  });
}

/** Where a companion stands: as the module file that it would belong to. Nothing outside of discoveries. */
export function placeOfCompanion(path: string, lookup: Lookup): ModulePlace | undefined {
  return placeOf(stemOfCompanion(path) + ENDINGS.python[0], configurationOf(lookup));
}

/** The version that constraints are held against: the companion's, else the class's, else 1.0.0 (formats 2.7). */
export function versionOf({ companion, entry }: Module, lookup: Lookup): string | undefined {
  const stated = companion && fieldOf(companion, 'version');
  if (typeof stated === 'string' && stated !== '') return stated;
  if (typeof stated === 'number') return String(stated);
  if (entry.status !== 'found') return undefined;
  const own = inheritedAttribute('version', entry.entry, lookup);
  if (own.status === 'cannot tell') return undefined;
  if (own.status === 'missing') return DEFAULT_VERSION;
  const { value } = own.attribute;
  if (own.attribute.form !== 'literal' || isUnknown(value)) return undefined;
  return value === '' ? DEFAULT_VERSION : nonEmptyText(value);
}

export const DEFAULT_VERSION = '1.0.0';
