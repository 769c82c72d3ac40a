import type { Lookup } from '../../model/lookup';
import { coreEntries, coreOf, isCore, type Core } from './core';
import { headerOf, isStep, type RegistryHeader, type StepEntry, type Table } from './facts';
import { stepKey } from './keys';
import { folderOf } from './layout';
import { workspaceIdOf, workspacesOf } from './workspaces';

/** A row together with whose it is and whether anything loads it. */
export interface Definition {
  readonly entry: StepEntry;
  readonly scope: 'core' | 'workspace' | 'override';
  /** The id of the workspace; absent in core. */
  readonly workspace: string | undefined;
  /** Why nothing loads it; absent when it is loaded. */
  readonly lost?: string;
}

/** Every row that defines `name` in core or in a developer workspace, loaded or not, by path and place. */
export function definitionsOf(name: string, lookup: Lookup): Definition[] {
  const core = coreOf(lookup);
  const entries = lookup.providers(stepKey(name)) as readonly StepEntry[];
  const repeats = repeatedIn(entries);
  return entries.flatMap(entry => definitionOf(entry, core, repeats) ?? []);
}

/** The row of the core step `name` that is loaded. */
export function coreDefinition(name: string, lookup: Lookup): StepEntry | undefined {
  return loadedDefinitionsOf(name, lookup).find(({ scope }) => scope === 'core')?.entry;
}

/** The rows that are loaded. */
export function loadedDefinitionsOf(name: string, lookup: Lookup): Definition[] {
  return definitionsOf(name, lookup).filter(definition => definition.lost === undefined);
}

/** Every row of core and of all workspaces (or of one), loaded or not. */
export function allDefinitions(lookup: Lookup, workspace?: string): Definition[] {
  const core = coreOf(lookup);
  const inWorkspaces = workspacesOf(lookup)
    .filter(info => workspace === undefined || info.id === workspace)
    .flatMap(info => info.header.file.facts.filter(isStep));
  return [...coreEntries(core), ...inWorkspaces].flatMap(
    entry => definitionOf(entry, core, repeatedIn(lookup.providers(stepKey(entry.name)) as readonly StepEntry[])) ?? [],
  );
}

/** The names of core steps, in order, each once. */
export function coreNames(lookup: Lookup): string[] {
  return [...new Set(coreEntries(coreOf(lookup)).map(entry => entry.name))];
}

/** Nothing for a row in a file that no loader reads at all. */
function definitionOf(entry: StepEntry, core: Core | undefined, repeats: Repeats): Definition | undefined {
  const header = headerOf(entry);
  if (header?.form === 'workspace') {
    const scope = entry.table === 'STEP_OVERRIDES' ? 'override' : 'workspace';
    return {
      entry,
      scope,
      workspace: workspaceIdOf(entry.file),
      ...lost(lostInWorkspace(entry, header) ?? lostToRepeat(entry, repeats)),
    };
  }
  if (!isCore(entry, core)) return undefined;
  return { entry, scope: 'core', workspace: undefined, ...lost(lostToRepeat(entry, repeats)) };
}

function lost(reason: string | undefined): { lost?: string } {
  return reason === undefined ? {} : { lost: reason };
}

function lostInWorkspace(entry: StepEntry, header: RegistryHeader): string | undefined {
  if (entry.table === 'WORKSPACE_STEPS') return 'the registry manager reads LOCAL_STEPS, not WORKSPACE_STEPS';
  if (entry.shape === 'other') return 'its value is not a dict';
  const stop = header.stopsAt;
  if (stop === undefined || comesBefore(entry, stop, entry.file.facts.filter(isStep))) return undefined;
  return `loading of this registry stops at '${stop.name}'`;
}

/** LOCAL_STEPS are loaded before STEP_OVERRIDES, whatever their order in the text. */
function comesBefore(entry: StepEntry, stop: { table: Table; name: string }, rows: readonly StepEntry[]): boolean {
  if (entry.table !== stop.table) return entry.table === 'LOCAL_STEPS';
  const stopRow = rows.findIndex(row => row.table === stop.table && row.name === stop.name);
  return rows.indexOf(entry) < stopRow;
}

/** Rows of one name that a later one of the same file and table replaces. */
type Repeats = ReadonlySet<StepEntry>;

/**
 * Python keeps the last of several equal keys, and each assignment replaces the one before; of interfaces with one name the
 * loader keeps the last of the folder. `same` is in order of path and place.
 */
function repeatedIn(same: readonly StepEntry[]): Repeats {
  const repeated = new Set<StepEntry>();
  const last = new Map<string, StepEntry>();
  for (const entry of same) {
    const { path } = entry.file;
    const key = entry.table === 'interface' ? folderOf(path) : `${entry.table} ${path}`;
    const before = last.get(key);
    if (before !== undefined) repeated.add(before);
    last.set(key, entry);
  }
  return repeated;
}

function lostToRepeat(entry: StepEntry, repeats: Repeats): string | undefined {
  return repeats.has(entry) ? 'a later entry of the same name replaces it' : undefined;
}
