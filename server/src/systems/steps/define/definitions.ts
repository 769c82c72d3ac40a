import { folderOf } from '../../../base/paths';
import { perObject } from '../../../base/per-object';
import type { Fact, SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { stepSettings } from '../settings';
import { coreEntries, coreOf, isCoreRow, type Core } from './core';
import { headerOf, isStep, type RegistryHeader, type StepEntry, type Table } from '../facts';
import { stepKey } from '../keys';
import { workspaceFolder } from '../layout';
import { workspaceIdOf, workspacesOf } from './workspaces';

/** A row together with whose it is and whether anything loads it. */
export interface Definition {
  readonly entry: StepEntry;
  readonly scope: 'core' | 'workspace' | 'override';
  /** The id of the workspace; absent in core. */
  readonly workspace: string | undefined;
  /** Why nothing loads it; absent when it is loaded. */
  readonly reasonNotLoaded?: string;
  /** It is read, but another row of the same registry replaces it: `lost` says which. */
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

/** What becomes of the rows of one name in a core. */
interface CoreRows {
  /** The row that is loaded. */
  readonly loaded: StepEntry | undefined;
  /** Of the files of the core, the last that has such a row: its row stays. */
  readonly lastFile: SourceFile | undefined;
}

function coreRows(name: string, core: Core, lookup: Lookup): CoreRows {
  const rows = lookup.providers(stepKey(name));
  // Every override asks. But looking through a few rows is faster than keeping an answer for each name of a repository.
  if (rows.length <= MAX_ROWS_WITHOUT_CACHE) return coreRowsAmong(rows, core);
  return lookup.remember(`core rows:${name}`, inner => coreRowsAmong(inner.providers(stepKey(name)), coreOf(inner)!));
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
 * A row as rules look at it beyond its own text; nothing for one that no loader reads, that a later one replaces, or that is
 * refused for itself. A row that is lost to an earlier one's fault is looked at: it will be back.
 */
export function checkedDefinition(entry: StepEntry, lookup: Lookup): Definition | undefined {
  if (entry.refused !== undefined) return undefined;
  const [definition] = definitionsOfEntries([entry], lookup);
  return definition?.replaced === true ? undefined : definition;
}

/** The rows that are loaded. */
export function loadedDefinitionsOf(name: string, lookup: Lookup): Definition[] {
  return definitionsOf(name, lookup).filter(definition => definition.reasonNotLoaded === undefined);
}

/** Every row of core and of all workspaces (or of one), loaded or not. */
export function allDefinitions(lookup: Lookup, workspace?: string): Definition[] {
  const inWorkspaces = workspacesOf(lookup)
    .filter(info => workspace === undefined || info.id === workspace)
    .flatMap(info => info.header.file.facts.filter(isStep));
  return definitionsOfEntries([...coreEntries(coreOf(lookup)), ...inWorkspaces], lookup);
}

/** The definitions that rows are, without those of rows that no loader reads. */
export function definitionsOfEntries(entries: readonly StepEntry[], lookup: Lookup): Definition[] {
  const conditions = loadingConditionsOf(lookup);
  return entries.flatMap(entry => {
    const same = lookup.providers(stepKey(entry.name));
    return definitionOf(entry, same, conditions) ?? [];
  });
}

/** The names of core steps, in order, each once. */
export function coreNames(lookup: Lookup): string[] {
  return [...new Set(coreEntries(coreOf(lookup)).map(entry => entry.name))];
}

/** What rows are judged by, wherever they stand. */
interface LoadingConditions {
  readonly core: Core | undefined;
  /** The folder that workspaces have to lie in, if the project says so. */
  readonly workspaces: string | undefined;
  readonly lookup: Lookup;
}

function loadingConditionsOf(lookup: Lookup): LoadingConditions {
  return { core: coreOf(lookup), workspaces: stepSettings(lookup).workspaces, lookup };
}

/** `same` are all rows of that name. Nothing for a row in a file that no loader reads. */
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
  if (!isCoreRow(entry, core)) return undefined;
  const reasonNotLoaded =
    whyReplacedInFile(entry) ?? (same.length < 2 ? undefined : whyReplacedByOtherFile(entry, core!, lookup));
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
 * LOCAL_STEPS are loaded before STEP_OVERRIDES, whatever their order in the text; within a table, a name that is given
 * twice is loaded where it first stands.
 */
function isLoadedBefore(entry: StepEntry, stop: { table: Table; name: string }): boolean {
  if (entry.table !== stop.table) return entry.table === 'LOCAL_STEPS';
  const rows = occurrencesOf(entry.file.facts).get(stop.table);
  return (rows?.get(entry.name)?.first ?? -1) < (rows?.get(stop.name)?.first ?? -1);
}

/** Where each name of each table first and last stands among the facts of a file. */
const occurrencesOf = perObject((facts: readonly Fact[]): ReadonlyMap<Table, ReadonlyMap<string, Occurrences>> => {
  const tables = new Map<Table, Map<string, Occurrences>>();
  facts.forEach((fact, i) => {
    if (!isStep(fact)) return;
    const rows = tables.get(fact.table) ?? new Map<string, Occurrences>();
    tables.set(fact.table, rows);
    rows.set(fact.name, { first: rows.get(fact.name)?.first ?? i, last: fact });
  });
  return tables;
});

interface Occurrences {
  readonly first: number;
  readonly last: StepEntry;
}

/** Python keeps the last of several equal keys, and each assignment replaces the one before. */
function whyReplacedInFile(entry: StepEntry): string | undefined {
  const last = occurrencesOf(entry.file.facts).get(entry.table)?.get(entry.name)?.last;
  return last === undefined || last === entry ? undefined : 'a later entry of the same name replaces it';
}

/** Of interfaces with one step type the last is kept; the rows of a step pack go over those of the package. */
function whyReplacedByOtherFile(entry: StepEntry, core: Core, lookup: Lookup): string | undefined {
  const { lastFile } = coreRows(entry.name, core, lookup);
  return lastFile === undefined || core.ranks.get(lastFile)! <= (core.ranks.get(entry.file) ?? -1)
    ? undefined
    : `the one in ${lastFile.path} replaces it`;
}
