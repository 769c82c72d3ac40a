import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isUnknown, nonEmptyText } from '../../../model/value';
import { inheritedAttribute } from '../components/classes';
import { fileFact } from '../components/file-facts';
import { importVerdict, type ImportVerdict } from '../components/imports';
import { configurationOf, type Discovery } from '../define/configuration';
import { idOf, modulePlacesOf, placeOf, type ModulePlace } from '../define/places';
import {
  attributePlace,
  entryPointOf,
  invalidIn,
  uncertainAttribute,
  type EntryPoint,
  type Invalid,
  type Wanted,
} from '../components/entry-point';
import { isCompanion, isModule, type Attribute, type CompanionFact, type ModuleFact } from '../facts';
import { moduleKey, modulesKey } from '../keys';
import { companionPath, ENDINGS, stemOfCompanion } from '../layout';

/** A module as stages 1 to 5 see it: by itself, without what it depends on. */
export interface Module {
  readonly fact: ModuleFact;
  readonly placed: ModulePlace;
  readonly id: string;
  /** Before the ID map. */
  readonly derived: string;
  readonly companion: CompanionFact | undefined;
  /** A folder stands where its companion would. */
  readonly hasFolder: boolean;
  readonly entry: EntryPoint;
  readonly invalid: readonly Invalid[];
  /** Whether it reaches stage 6; `cannot tell` where its class is not wholly in sight. */
  readonly ready: 'yes' | 'no' | 'cannot tell';
  /** Why that cannot be told. */
  readonly doubt?: Doubt;
  /** The files of one root that have the id: the disk decides which of them it is. What they agree in can be told. */
  readonly rivals?: readonly Module[];
}

/** Why something cannot be told, and where that is decided. */
export interface Doubt {
  readonly why: string;
  readonly at: Place;
}

/** The modules that discoveries make of a file: one for each id that it gets in one, none if all scans pass over it. */
export function modulesOf(fact: ModuleFact, lookup: Lookup): readonly Module[] {
  return lookup.remember(`module:${fact.file.path}`, inner => {
    // What is remembered goes by the path: another fact there has to be asked about anew.
    inner.file(fact.file.path);
    return modulePlacesOf(fact.file.path, configurationOf(inner)).map(placed => makeModule(fact, placed, inner));
  });
}

/** The module of a file for questions that are about the file alone: its class and its companion. */
export function moduleOf(fact: ModuleFact, lookup: Lookup): Module | undefined {
  return modulesOf(fact, lookup)[0];
}

/** The modules of a discovery that have an id, by path: of each file one at most. */
export function modulesWithId(discovery: Discovery, id: string, lookup: Lookup): readonly Module[] {
  return lookup
    .providers(moduleKey(discovery, id))
    .flatMap(fact => modulesOf(fact, lookup))
    .filter(module => module.id === id && module.placed.discovery.name === discovery.name);
}

/** Makes the module of a file at a place, with the companion in `metaOf`: its own, but for ids that several files have. */
export function makeModule(
  fact: ModuleFact,
  placed: ModulePlace,
  lookup: Lookup,
  metaOf: string = fact.file.path,
): Module {
  const beside = companionPath(metaOf);
  const companion = fileFact(beside, isCompanion, lookup);
  const isUnread = companion?.file.incomplete === true || lookup.unseen().some(({ path }) => path === beside);
  const ids = idOf(placed);
  const imported = placed.language === 'python' ? importVerdict(fact, lookup) : undefined;
  const found = isUnread ? UNREAD : entryPointOf(fact, wantedClass(ids.id, placed, companion), lookup);
  const entry: EntryPoint = imported?.status === 'fails' ? { ...imported, status: 'import fails' } : found;
  const invalid = entry.status === 'found' && entry.mayBeOther !== true ? invalidIn(entry.entry, lookup) : [];
  const doubt = doubtOf(fact, entry, invalid, lookup) ?? importDoubt(entry, invalid, imported);
  const isReady = entry.status === 'found' && invalid.length === 0;
  const ready = doubt !== undefined ? 'cannot tell' : isReady ? 'yes' : 'no';
  const hasFolder = companion === undefined && lookup.hasFolder(beside);
  return {
    fact,
    placed,
    ...ids,
    companion,
    hasFolder,
    entry,
    invalid,
    ready,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** The companion says which class is meant, and may say anything else. */
const UNREAD: EntryPoint = { status: 'cannot tell', why: 'its companion cannot be read as a whole' };

/**
 * The class that the companion names or, where it names none, the ID map. The run time looks that up by the id that it has already
 * given, as if that were a file (formats 2.4).
 */
function wantedClass(id: string, { discovery }: ModulePlace, companion: CompanionFact | undefined): Wanted | undefined {
  if (companion?.entryPoint !== undefined) return { ...companion.entryPoint, by: companion };
  const className = discovery.mapped.get(id)?.className;
  return className === undefined ? undefined : { className: className.slice(className.lastIndexOf(':') + 1) };
}

/** A file without a valid module class is lost, however its import ends. */
function importDoubt(
  entry: EntryPoint,
  invalid: readonly Invalid[],
  imported: ImportVerdict | undefined,
): Doubt | undefined {
  if (entry.status !== 'found' || invalid.length > 0 || imported?.status !== 'cannot tell') return undefined;
  return { why: `its import may fail: ${imported.why}`, at: imported.at };
}

function doubtOf(fact: ModuleFact, entry: EntryPoint, invalid: readonly Invalid[], lookup: Lookup): Doubt | undefined {
  if (entry.status === 'cannot tell') return { why: entry.why, at: { fact, part: Part.name } };
  if (entry.status !== 'found') return undefined;
  if (entry.doubt !== undefined) return { why: entry.doubt, at: { fact: entry.entry, part: Part.name } };
  if (invalid.length > 0) return undefined;
  const attribute = uncertainAttribute(entry.entry, lookup);
  if (attribute === undefined) return undefined;
  return {
    why: `what '${entry.entry.name}' has as ${attribute} is decided by code`,
    at: attributePlace(entry.entry, attribute),
  };
}

/** Whether a file is the first of its discovery, by path: findings about the whole that have no other place stand there. */
export function isFirstModule(fact: ModuleFact, discovery: Discovery, lookup: Lookup): boolean {
  return lookup.providers(modulesKey(discovery))[0] === fact;
}

/** The modules that a companion belongs to: one for each language and each id that its file gets. */
export function modulesOfCompanion(companion: CompanionFact, lookup: Lookup): Module[] {
  return filesOfCompanion(companion.file.path, lookup).flatMap(path => {
    const fact = fileFact(path, isModule, lookup);
    return fact === undefined ? [] : modulesOf(fact, lookup);
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
export function versionOf({ companion, entry, rivals }: Module, lookup: Lookup): string | undefined {
  if (rivals !== undefined) return agreed(rivals, each => versionOf(each, lookup));
  if (companion?.version !== undefined) return companion.version;
  if (entry.status !== 'found') return undefined;
  const own = inheritedAttribute('version', entry.entry, lookup);
  if (own.status === 'cannot tell') return undefined;
  if (own.status === 'missing') return DEFAULT_VERSION;
  return versionText(own.attribute);
}

/** The property that all these modules share; nothing where they differ. */
export function agreed(modules: readonly Module[], of: (module: Module) => string | undefined): string | undefined {
  const [first, ...others] = modules.map(of);
  return others.every(each => each === first) ? first : undefined;
}

/** `str()` of an attribute that counts as true; nothing where code decides it. */
export function versionText({ form, value, text }: Attribute): string | undefined {
  if (form !== 'literal' || isUnknown(value)) return undefined;
  return typeof value === 'string' ? (nonEmptyText(value) ?? DEFAULT_VERSION) : (text ?? DEFAULT_VERSION);
}

/** The version of a module that states none. */
export const DEFAULT_VERSION = '1.0.0';
