import { defined } from '../../../base/defined';
import { folderOf } from '../../../base/paths';
import { memoizePerObject } from '../../../base/memoize-per-object';
import type { Fact, SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { stepSettings } from '../settings';
import { coreEntries, coreOf, isCoreRow, type Core } from './core';
import { headerOf, isStep, type RegistryHeader, type StepEntry, type Table } from '../facts';
import { stepKey } from '../keys';
import { workspaceFolder } from '../layout';
import { workspaceIdOf, workspacesOf } from './workspaces';

/** A row, together with its owner and whether it is loaded. */
export interface Definition {
  readonly entry: StepEntry;
  readonly scope: 'core' | 'workspace' | 'override';
  /** The id of the owning workspace; undefined for core. */
  readonly workspace: string | undefined;
  /** Why the row is not loaded, as the end of a sentence; absent if it is loaded. */
  readonly reasonNotLoaded?: string;
  /** Another row of the same registry replaces this one; `reasonNotLoaded` says which. */
  readonly replaced?: true;
}

/** Every row that defines `name` in core or in a developer workspace, loaded or not, by path and place. */
export function definitionsOf(name: string, lookup: Lookup): Definition[] {
  const conditions = loadingConditionsOf(lookup);
  const entries = lookup.providers(stepKey(name));
  return entries.flatMap(entry => definitionOf(entry, entries, conditions) ?? []);
}

/** The row of the core step `name` that is loaded. */
export function coreDefinition(name: string, lookup: Lookup): StepEntry | undefined {
  const core = coreOf(lookup);
  if (core === undefined) return undefined;
  return coreRows(name, core, lookup).loaded;
}

/** Which of the rows of one name core loads. */
interface CoreRows {
  readonly loaded: StepEntry | undefined;
  /** The last file of core, in load order, with a row of the name. Its row replaces all others. */
  readonly lastFile: SourceFile | undefined;
}

function coreRows(name: string, core: Core, lookup: Lookup): CoreRows {
  const rows = lookup.providers(stepKey(name));
  // This is called for every override. With few rows, computing is faster than remembering an answer for each name.
  if (rows.length <= MAX_ROWS_WITHOUT_CACHE) return coreRowsAmong(rows, core);
  return lookup.remember(`core rows:${name}`, inner =>
    coreRowsAmong(inner.providers(stepKey(name)), defined(coreOf(inner), 'the core registry')),
  );
}

const MAX_ROWS_WITHOUT_CACHE = 8;

function coreRowsAmong(rows: readonly StepEntry[], { ranks }: Core): CoreRows {
  const rankOf = ({ file }: StepEntry): number => ranks.get(file) ?? -1;
  let last = -1;
  for (const row of rows) last = Math.max(last, rankOf(row));
  const isLoaded = (row: StepEntry): boolean =>
    ranks.has(row.file) &&
    headerOf(row)?.form !== 'workspace' &&
    whyReplacedInFile(row) === undefined &&
    rankOf(row) === last;
  return { loaded: rows.find(isLoaded), lastFile: rows.find(row => last >= 0 && rankOf(row) === last)?.file };
}

/**
 * The definition that rules check for a row. Returns undefined if no loader reads the row, a later row replaces it, or
 * the loader refuses it. A row that is not loaded because of an earlier refused row is checked: repairing that one
 * brings it back.
 */
export function checkedDefinition(entry: StepEntry, lookup: Lookup): Definition | undefined {
  if (entry.refused !== undefined) return undefined;
  const [definition] = definitionsOfEntries([entry], lookup);
  return definition?.replaced === true ? undefined : definition;
}

/** The definitions of a step that are loaded. */
export function loadedDefinitionsOf(name: string, lookup: Lookup): Definition[] {
  return definitionsOf(name, lookup).filter(definition => definition.reasonNotLoaded === undefined);
}

/** The definitions in core and in all workspaces (or in one), loaded or not. */
export function allDefinitions(lookup: Lookup, workspace?: string): Definition[] {
  const inWorkspaces = workspacesOf(lookup)
    .filter(info => workspace === undefined || info.id === workspace)
    .flatMap(info => info.header.file.facts.filter(isStep));
  return definitionsOfEntries([...coreEntries(coreOf(lookup)), ...inWorkspaces], lookup);
}

/** The definitions of some rows; rows that no loader reads have none. */
export function definitionsOfEntries(entries: readonly StepEntry[], lookup: Lookup): Definition[] {
  const conditions = loadingConditionsOf(lookup);
  return entries.flatMap(entry => {
    const same = lookup.providers(stepKey(entry.name));
    return definitionOf(entry, same, conditions) ?? [];
  });
}

/** The names of core steps, in load order, without repetition. */
export function coreNames(lookup: Lookup): string[] {
  return [...new Set(coreEntries(coreOf(lookup)).map(entry => entry.name))];
}

/** What decides, beside a row itself, whether the row is loaded. */
interface LoadingConditions {
  readonly core: Core | undefined;
  /** The folder that workspaces must lie in; undefined if the project file does not say. */
  readonly workspaces: string | undefined;
  readonly lookup: Lookup;
}

function loadingConditionsOf(lookup: Lookup): LoadingConditions {
  return { core: coreOf(lookup), workspaces: stepSettings(lookup).workspaces, lookup };
}

/** The definition of a row; undefined if no loader reads its file. `same` are all rows of the name. */
function definitionOf(
  entry: StepEntry,
  same: readonly StepEntry[],
  { core, workspaces, lookup }: LoadingConditions,
): Definition | undefined {
  const header = headerOf(entry);
  if (header?.form === 'workspace') {
    const scope = entry.table === 'STEP_OVERRIDES' ? 'override' : 'workspace';
    const workspace = workspaceIdOf(entry.file);
    const reasonNotLoaded = whyOutsideWorkspaces(entry, workspaces) ?? whyNotLoadedInWorkspace(entry, header);
    if (reasonNotLoaded !== undefined) return { entry, scope, workspace, reasonNotLoaded };
    const repeat = whyReplacedInFile(entry);
    return repeat === undefined
      ? { entry, scope, workspace }
      : { entry, scope, workspace, reasonNotLoaded: repeat, replaced: true };
  }
  if (core === undefined || !isCoreRow(entry, core)) return undefined;
  const reasonNotLoaded =
    whyReplacedInFile(entry) ?? (same.length < 2 ? undefined : whyReplacedByOtherFile(entry, core, lookup));
  const definition = { entry, scope: 'core', workspace: undefined } as const;
  return reasonNotLoaded === undefined ? definition : { ...definition, reasonNotLoaded, replaced: true };
}

function whyOutsideWorkspaces({ file: { path } }: StepEntry, workspaces: string | undefined): string | undefined {
  if (workspaces === undefined || folderOf(workspaceFolder(path) ?? '') === workspaces) return undefined;
  return `it is not in '${workspaces}', where the project file says that workspaces are`;
}

function whyNotLoadedInWorkspace(entry: StepEntry, header: RegistryHeader): string | undefined {
  if (entry.table === 'WORKSPACE_STEPS') return 'the registry manager reads LOCAL_STEPS, not WORKSPACE_STEPS';
  if (entry.shape === 'other') return 'its value is not a dict';
  const stop = header.stopsAt;
  if (stop === undefined || isLoadedBefore(entry, stop)) return undefined;
  return `loading of this registry stops at '${stop.name}'`;
}

/**
 * Whether a row is loaded before the one at which loading stops. LOCAL_STEPS are loaded before STEP_OVERRIDES, whatever
 * their order in the text; in a table, a name that is given twice is loaded at the position of its first row.
 */
function isLoadedBefore(entry: StepEntry, stop: { table: Table; name: string }): boolean {
  if (entry.table !== stop.table) return entry.table === 'LOCAL_STEPS';
  const rows = occurrencesOf(entry.file.facts).get(stop.table);
  return (rows?.get(entry.name)?.first ?? -1) < (rows?.get(stop.name)?.first ?? -1);
}

/** For each table and name, the first and the last row among the facts of a file. */
const occurrencesOf = memoizePerObject(
  (facts: readonly Fact[]): ReadonlyMap<Table, ReadonlyMap<string, Occurrences>> => {
    const tables = new Map<Table, Map<string, Occurrences>>();
    facts.forEach((fact, i) => {
      if (!isStep(fact)) return;
      const rows = tables.get(fact.table) ?? new Map<string, Occurrences>();
      tables.set(fact.table, rows);
      rows.set(fact.name, { first: rows.get(fact.name)?.first ?? i, last: fact });
    });
    return tables;
  },
);

interface Occurrences {
  readonly first: number;
  readonly last: StepEntry;
}

/**
 * Why an earlier row is lost to a later one of its file: Python keeps the last of equal keys, and the last assignment.
 */
function whyReplacedInFile(entry: StepEntry): string | undefined {
  const last = occurrencesOf(entry.file.facts).get(entry.table)?.get(entry.name)?.last;
  return last === undefined || last === entry ? undefined : 'a later entry of the same name replaces it';
}

/**
 * Why a core row is lost to a later file: the last interface of a step is kept, and step packs replace package rows.
 */
function whyReplacedByOtherFile(entry: StepEntry, core: Core, lookup: Lookup): string | undefined {
  const { lastFile } = coreRows(entry.name, core, lookup);
  return lastFile === undefined ||
    defined(core.ranks.get(lastFile), 'the rank of a file of core') <= (core.ranks.get(entry.file) ?? -1)
    ? undefined
    : `the one in ${lastFile.path} replaces it`;
}
