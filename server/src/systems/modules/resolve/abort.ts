import { compareStrings } from '../../../base/collections';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { unseenAt } from '../../../model/unseen';
import {
  configurationOf,
  CONFIGS_KEY,
  mappingsKey,
  namespaceOf,
  OUTSIDE_REPOSITORY,
  type Discovery,
} from '../define/configuration';
import { idsOf } from '../define/places';
import { CONFIG_INVALID, type CompanionFact, type IdMapFact, type Language } from '../facts';
import { abortingKey, exitingKey } from '../keys';
import { companionPath, languageOf } from '../layout';
import { isEphemeral } from '../vocabulary';
import { filesOfCompanion, type Module } from './module';
import type { Stage } from './stages';

/** Why discovery ends early: nothing that comes later is registered. */
export interface Abort {
  readonly stage: Stage;
  /** The error code of the real run time, where it has one; else the name of the exception. */
  readonly code: string;
  readonly message: string;
  readonly at: Place;
  /** Present where it cannot be told whether it comes to that. */
  readonly certain?: false;
  /** Present where discovery ends for certain, but cannot be told to end with this: why. */
  readonly unknown?: string;
}

/** What ends a discovery before it has looked at any class: its ID map, its roots, a companion that cannot be read. */
export function earlyAbort(
  discovery: Discovery,
  language: Language,
  modules: readonly Module[],
  lookup: Lookup,
): Abort | undefined {
  return decisiveOf([
    idMapAbort(discovery, modules, lookup),
    namespaceAbort(discovery, modules, lookup),
    missingRoot(discovery, modules, lookup),
    ephemeralAbort(modules),
    metadataAbort(discovery, language, modules, lookup),
  ]);
}

/**
 * Of what may end a discovery, in the order in which it comes to it: the first that is certain, else the first. Whether something else
 * ends it before what is certain cannot be told.
 */
export function decisiveOf(aborts: readonly (Abort | undefined)[]): Abort | undefined {
  const [first] = aborts.filter(each => each !== undefined);
  const sure = aborts.find(each => each !== undefined && each.certain !== false);
  if (first === undefined || sure === undefined || first.code === sure.code) return sure ?? first;
  return { ...sure, unknown: sure.unknown ?? `it may be ${first.code} before: ${first.message}` };
}

/**
 * What ends a discovery in Python while it goes through modules, root by root. Within a root it meets them in the order in which the disk lists
 * files (`os.scandir`, formats 2.2): where they end it with different errors, which one that is cannot be told.
 */
export function firstMet(aborts: readonly (readonly [Module, Abort | undefined])[]): Abort | undefined {
  const first = decisiveOf(aborts.map(([, abort]) => abort));
  const rank = aborts.find(([, abort]) => abort === first)?.[0].placed.rank;
  const [, other] = aborts.find(([{ placed }, abort]) => placed.rank === rank && isOther(abort, first)) ?? [];
  if (first === undefined || other === undefined) return first;
  return {
    ...first,
    unknown: `the order of the disk decides whether it is ${first.code} or ${other.code}: ${other.message}`,
  };
}

function isOther(abort: Abort | undefined, first: Abort | undefined): boolean {
  return abort !== undefined && abort.certain !== false && first?.certain !== false && abort.code !== first?.code;
}

/** What an abort of the configuration is placed at: `apcore.yaml` or, where another file or the run says the roots, a module. */
function configurationPlace(
  discovery: Discovery,
  field: number,
  modules: readonly Module[],
  lookup: Lookup,
): Place | undefined {
  const config = lookup.providers(CONFIGS_KEY).find(({ name }) => name === discovery.name);
  if (config !== undefined && discovery.by === 'apcore') return { fact: config, part: Part.fieldValue(field) };
  const fact = config ?? modules[0]?.fact;
  return fact && { fact, part: Part.name };
}

/** The registry reads its ID map before anything else (formats 2.4). */
function idMapAbort(discovery: Discovery, modules: readonly Module[], lookup: Lookup): Abort | undefined {
  const { idMap } = discovery;
  if (idMap === undefined || idMap === OUTSIDE_REPOSITORY) return undefined;
  const map = lookup.providers(mappingsKey(idMap)).find((fact): fact is IdMapFact => fact.kind === 'id-map');
  if (map?.crash !== undefined) {
    const { exception, message } = map.crash;
    return { stage: 'ID map', code: exception, message, at: { fact: map, part: Part.fieldValue(0) } };
  }
  if (lookup.hasFile(idMap) || unseenAt(idMap, lookup) !== undefined) return undefined;
  const at = configurationPlace(discovery, discovery.roots.length, modules, lookup);
  if (at === undefined) return undefined;
  return lookup.hasFolder(idMap)
    ? { stage: 'ID map', code: 'IsADirectoryError', message: `Is a directory: '${idMap}'`, at }
    : { stage: 'ID map', code: 'CONFIG_NOT_FOUND', message: `Configuration file not found: ${idMap}`, at };
}

function namespaceAbort(discovery: Discovery, modules: readonly Module[], lookup: Lookup): Abort | undefined {
  if (!discovery.isMulti) return undefined;
  const names = discovery.roots.map(namespaceOf);
  const second = names.findIndex((name, i) => names.indexOf(name) < i);
  const at = second < 0 ? undefined : configurationPlace(discovery, second, modules, lookup);
  const message = `Duplicate namespace: '${names[second] ?? ''}'`;
  return at && { stage: 'scan', code: CONFIG_INVALID, message, at };
}

/** A root that no file is seen in may be there all the same: git may ignore it, and empty folders are not seen. */
function missingRoot(discovery: Discovery, modules: readonly Module[], lookup: Lookup): Abort | undefined {
  const isThere = (path: string): boolean =>
    path === '' || lookup.hasFolder(path) || lookup.hasFile(path) || unseenAt(path, lookup) !== undefined;
  const index = discovery.roots.findIndex(({ path }) => !isThere(path));
  const root = discovery.roots[index];
  const at = root && configurationPlace(discovery, index, modules, lookup);
  const message = `Configuration file not found: ${root?.path ?? ''}`;
  return at && { stage: 'scan', code: 'CONFIG_NOT_FOUND', message, at, certain: false };
}

/** The TypeScript implementation throws at such a file (formats 2.8). */
function ephemeralAbort(modules: readonly Module[]): Abort | undefined {
  const module = modules.find(({ id, placed }) => placed.language === 'typescript' && isEphemeral(id));
  if (module === undefined) return undefined;
  const message = `InvalidInputError: ids that begin with 'ephemeral.' are not for files: ${module.id}`;
  return { stage: 'scan', code: 'InvalidInputError', message, at: { fact: module.fact, part: Part.name } };
}

/** Companions are read before anything is asked about classes, so one aborts also beside a file that is no module. */
function metadataAbort(
  discovery: Discovery,
  language: Language,
  modules: readonly Module[],
  lookup: Lookup,
): Abort | undefined {
  const [first] = lookup
    .providers(abortingKey(discovery))
    .flatMap(companion => readFor(companion, discovery, language, lookup))
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.path, b.path));
  if (first?.companion.loadCrash !== undefined) {
    const { exception, message } = first.companion.loadCrash;
    return { stage: 'metadata', code: exception, message, at: { fact: first.companion, part: Part.name } };
  }
  const beside = modules.find(isBesideFolder);
  if (beside === undefined) return undefined;
  const message = `Is a directory: '${companionPath(beside.fact.file.path)}'`;
  return { stage: 'metadata', code: 'IsADirectoryError', message, at: { fact: beside.fact, part: Part.name } };
}

function isBesideFolder({ hasFolder, placed }: Module): boolean {
  return hasFolder && placed.language === 'python';
}

/** The module files that a companion is read for. */
function readFor(
  companion: CompanionFact,
  discovery: Discovery,
  language: Language,
  lookup: Lookup,
): { readonly companion: CompanionFact; readonly path: string; readonly id: string }[] {
  return filesOfCompanion(companion.file.path, lookup).flatMap(path => {
    if (languageOf(path) !== language) return [];
    return idsOf(path, discovery, configurationOf(lookup)).map(id => ({ companion, path, id }));
  });
}

/** Discovery imports file after file and catches exceptions, but not what ends Python: `SystemExit`, say. */
export function exitAbort(module: Module): Abort | undefined {
  const { entry } = module;
  if (entry.status !== 'import fails' || entry.isExit === undefined) return undefined;
  const { exception, message: text, at, isExit } = entry;
  const message = `${exception}: ${text}, while ${module.fact.file.path} is imported`;
  return { stage: 'entry point', code: exception, message, at, ...(isExit === 'yes' ? {} : { certain: false }) };
}

/** The abort that a file may cause of which only its names are read: a word in it shows that it may call `exit()`. */
export function perhapsExits(discovery: Discovery, lookup: Lookup): Abort | undefined {
  const [fact] = lookup.providers(exitingKey(discovery));
  if (fact === undefined) return undefined;
  const message = `importing ${fact.file.path} may end Python`;
  return { stage: 'entry point', code: 'SystemExit', message, at: { fact, part: Part.name }, certain: false };
}
