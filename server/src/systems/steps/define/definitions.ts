import { defined } from '../../../base/defined';
import type { FactFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { coreEntries, coreOf, isCoreRow, rowsIn, type Core } from './core';
import { headerOf, type StepEntry } from '../facts';
import { stepKey } from '../keys';
import { abortVerdict, LOADED, replacedInFile, verdictInWorkspace, type Verdict } from './verdict';
import { workspaceIdOf, workspacesOf } from './workspaces';

/** A row, together with its owner and whether it is loaded. */
export interface Definition extends Verdict {
  readonly entry: StepEntry;
  readonly scope: 'core' | 'workspace' | 'override';
  /** The id of the owning workspace; undefined for core. */
  readonly workspace: string | undefined;
}

/** Every row that whoever asks for `name` may find in core or in a developer workspace, loaded or not, by path and place. */
export function definitionsOf(name: string, lookup: Lookup): Definition[] {
  const conditions = loadingConditionsOf(lookup);
  const entries = lookup.providers(stepKey(name)).filter(({ unaskable }) => unaskable !== true);
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
  readonly lastFile: FactFile | undefined;
}

function coreRows(name: string, core: Core, lookup: Lookup): CoreRows {
  const rows = lookup.providers(stepKey(name));
  // This is called for every override. With few rows, computing is faster than remembering an answer for each name.
  if (rows.length <= MAX_ROWS_WITHOUT_CACHE) return coreRowsAmong(rows, core, lookup);
  return lookup.remember(`core rows:${name}`, inner =>
    coreRowsAmong(inner.providers(stepKey(name)), defined(coreOf(inner), 'the core registry'), inner),
  );
}

const MAX_ROWS_WITHOUT_CACHE = 8;

function coreRowsAmong(rows: readonly StepEntry[], { ranks }: Core, lookup: Lookup): CoreRows {
  const rankOf = ({ file }: StepEntry): number => ranks.get(file) ?? -1;
  let last = -1;
  for (const row of rows) last = Math.max(last, rankOf(row));
  const isLoaded = (row: StepEntry): boolean =>
    ranks.has(row.file) &&
    headerOf(row)?.form !== 'workspace' &&
    replacedInFile(row, lookup) === undefined &&
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

/** The definitions of a step that are loaded for certain. */
export function loadedDefinitionsOf(name: string, lookup: Lookup): Definition[] {
  return definitionsOf(name, lookup).filter(({ loaded }) => loaded === true);
}

/** The definitions in core and in all workspaces, loaded or not. */
export function allDefinitions(lookup: Lookup): Definition[] {
  const inWorkspaces = workspacesOf(lookup).flatMap(info => rowsIn(info.header, lookup));
  return definitionsOfEntries([...coreEntries(lookup), ...inWorkspaces], lookup);
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
  return [...new Set(coreEntries(lookup).map(entry => entry.name))];
}

/** What decides, beside a row itself, whether the row is loaded. */
interface LoadingConditions {
  readonly core: Core | undefined;
  readonly lookup: Lookup;
}

function loadingConditionsOf(lookup: Lookup): LoadingConditions {
  return { core: coreOf(lookup), lookup };
}

/** The definition of a row; undefined if no loader reads its file. `same` are all rows of the name. */
function definitionOf(
  entry: StepEntry,
  same: readonly StepEntry[],
  { core, lookup }: LoadingConditions,
): Definition | undefined {
  const header = headerOf(entry);
  if (header?.form === 'workspace') {
    const scope = entry.table === 'STEP_OVERRIDES' ? 'override' : 'workspace';
    return { entry, scope, workspace: workspaceIdOf(entry.file), ...verdictInWorkspace(entry, header, lookup) };
  }
  if (core === undefined || !isCoreRow(entry, core)) return undefined;
  const verdict =
    abortVerdict(lookup) ??
    replacedInFile(entry, lookup) ??
    (same.length < 2 ? undefined : replacedByOtherFile(entry, core, lookup)) ??
    LOADED;
  return { entry, scope: 'core', workspace: undefined, ...verdict };
}

/**
 * Says that a core row is lost to a later file: the last interface of a step is kept, and step packs replace package rows.
 */
function replacedByOtherFile(entry: StepEntry, core: Core, lookup: Lookup): Verdict | undefined {
  const { lastFile } = coreRows(entry.name, core, lookup);
  if (lastFile === undefined) return undefined;
  const rank = defined(core.ranks.get(lastFile), 'the rank of a file of core');
  if (rank <= (core.ranks.get(entry.file) ?? -1)) return undefined;
  return { loaded: false, reason: `the one in ${lastFile.path} replaces it`, replaced: true };
}
