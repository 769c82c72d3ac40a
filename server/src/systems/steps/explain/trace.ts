import { compareStrings, groupBy } from '../../../base/collections';
import type { TraceItem } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isUnknown } from '../../../model/value';
import { definitionInWords, type Candidate } from '../resolve/candidates';
import { coreOf } from '../define/core';
import type { Definition } from '../define/definitions';
import { stepsTable } from '../define/steps-table';
import type { StepEntry } from '../facts';
import { stepKey } from '../keys';
import type { Resolution } from '../resolve/resolve';

/**
 * The rows of a step in the order in which the profile consults their tables; then the rows of tables that the profile
 * never consults; then rows in files that no loader reads. Each row of the step appears exactly once.
 */
export function traceOf(resolution: Resolution, lookup: Lookup): TraceItem[] {
  const tables = consultedTables(resolution);
  const consulted = tables.flatMap(table => itemsOf(table, resolution, lookup));
  const rowsOfTables = new Set(tables.flatMap(({ rows }) => rows));
  const others = resolution.definitions.filter(row => !rowsOfTables.has(row)).sort(byWorkspace);
  return [...consulted, ...others.map(row => itemOf(row, resolution)), ...rowsNotRead(resolution, lookup)];
}

/** A table of core or of a workspace that the profile consults, with its rows of the step. */
interface ConsultedTable {
  readonly scope: Definition['scope'];
  readonly workspace: string | undefined;
  /** The table gets a line in the trace even if it has no row of the step. */
  readonly isAlwaysListed: boolean;
  readonly rows: readonly Definition[];
}

function consultedTables({ definitions, effectiveContext: { profile, workspace } }: Resolution): ConsultedTable[] {
  const rowsByTable = groupBy(definitions, row => `${row.scope} ${row.workspace ?? ''}`);
  const table = (scope: Definition['scope'], owner: string | undefined, isAlwaysListed = false): ConsultedTable => {
    return { scope, workspace: owner, isAlwaysListed, rows: rowsByTable.get(`${scope} ${owner ?? ''}`) ?? [] };
  };
  const core = table('core', undefined, true);
  const owners = new Set(definitions.flatMap(row => row.workspace ?? []));
  const others = [...owners].filter(id => id !== workspace).sort(compareStrings);
  if (profile === 'isolated')
    return workspace === undefined
      ? [core]
      : [table('override', workspace, true), table('workspace', workspace, true), core];
  if (profile === 'hybrid') {
    const own =
      workspace === undefined ? [] : [table('workspace', workspace, true), table('override', workspace, true)];
    return [...own, ...others.flatMap(id => [table('workspace', id), table('override', id)]), core];
  }
  const ids = [...owners].sort(compareStrings);
  const absent = workspace === undefined || owners.has(workspace) ? [] : [table('workspace', workspace, true)];
  return [core, ...ids.flatMap(id => [table('override', id), table('workspace', id)]), ...absent];
}

function byWorkspace(a: Definition, b: Definition): number {
  return compareStrings(a.workspace ?? '', b.workspace ?? '');
}

function itemsOf(table: ConsultedTable, resolution: Resolution, lookup: Lookup): TraceItem[] {
  if (table.rows.length > 0) return table.rows.map(row => itemOf(row, resolution));
  if (!table.isAlwaysListed) return [];
  const source =
    table.scope === 'core'
      ? 'core'
      : `${table.scope === 'override' ? 'STEP_OVERRIDES' : stepsTable(lookup)} of ${table.workspace ?? ''}`;
  return [{ source, verdict: 'absent', why: whyAbsent(table, resolution, lookup) }];
}

function whyAbsent(table: ConsultedTable, { effectiveContext: { info } }: Resolution, lookup: Lookup): string {
  if (table.scope === 'core') {
    const core = coreOf(lookup);
    if (core === undefined) return 'no core registry is in sight';
    return core.open ? NOT_CERTAIN : 'not there';
  }
  if (info === undefined) return `no registry of workspace '${table.workspace ?? ''}' is in sight`;
  return info.header.open || info.header.file.incomplete ? NOT_CERTAIN : 'not there';
}

const NOT_CERTAIN = 'not there as far as its text tells, but code decides part of it, or the text is damaged';

function itemOf(row: Definition, resolution: Resolution): TraceItem {
  const source = row.scope === 'core' ? 'core' : `${row.entry.table} of ${row.workspace ?? ''}`;
  const at = nameOf(row.entry);
  const { loaded, reason: why = '' } = row;
  if (loaded === null) return { source, at, verdict: 'cannot tell', why };
  if (!loaded) return { source, at, verdict: row.replaced ? 'dropped' : 'not loaded', why };
  const { winner, contenders, reason } = resolution;
  if (winner?.definition === row) return { source, at, verdict: 'selected', why: reason };
  const candidate = contenders.find(each => each.definition === row);
  if (candidate === undefined) return { source, at, ...whyNotContender(row, resolution) };
  if (winner === undefined)
    return { source, at, verdict: 'excluded', why: 'nothing decides between it and the others' };
  return { source, at, verdict: 'shadowed', why: whyShadowed(candidate, winner, resolution) };
}

function whyNotContender(
  { scope }: Definition,
  { effectiveContext: { profile } }: Resolution,
): Pick<TraceItem, 'verdict' | 'why'> {
  if (profile === 'intelligent') return { verdict: 'shadowed', why: `its workspace puts up the override instead` };
  const why = scope === 'core' ? 'core is not asked' : 'other workspaces are never asked in this profile';
  return { verdict: 'excluded', why };
}

function whyShadowed(loser: Candidate, winner: Candidate, { effectiveContext, strategy, tied }: Resolution): string {
  if (effectiveContext.profile !== 'intelligent')
    return `hidden by the ${definitionInWords(winner)}, which is asked before`;
  if (strategy === 'workspace_priority') return `it is not of workspace '${effectiveContext.workspace ?? ''}'`;
  if (strategy === 'framework_match')
    return typeof loser.framework === 'string' ? `it is for framework '${loser.framework}'` : 'it names no framework';
  if (strategy === 'environment_match') return `it is for environment '${tagsInWords(loser.environment)}'`;
  if (tied.includes(loser)) return `its priority is the same, but ${winnerInWords(winner)} comes before it in order`;
  return `its priority ${isUnknown(loser.priority) ? '' : loser.priority} is not the lowest number`;
}

function winnerInWords(winner: Candidate): string {
  return winner.scope === 'core' ? 'core' : `'${winner.workspace ?? ''}'`;
}

function tagsInWords(environment: Candidate['environment']): string {
  return isUnknown(environment) ? '' : environment.join(', ');
}

/** Rows of the step in files that look like registries, but are not loaded: another registry is in force. */
function rowsNotRead({ name, definitions }: Resolution, lookup: Lookup): TraceItem[] {
  const known = new Set(definitions.map(({ entry }) => entry));
  const rows = lookup.providers(stepKey(name)).filter(entry => !known.has(entry));
  return rows.map(entry => {
    const [source, at] = [`${entry.table} in ${entry.file.path}`, nameOf(entry)];
    if (entry.unaskable === true)
      return { source, at, verdict: 'excluded', why: 'its key is no text, so nobody asks for it' };
    const why = entry.table === 'STEP_NAMES' ? 'it is not the core registry in force' : 'no loader reads this file';
    return { source, at, verdict: 'not loaded', why };
  });
}

function nameOf(entry: StepEntry): Place {
  return { fact: entry, part: Part.name };
}
