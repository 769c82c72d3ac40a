import { compareStrings, groupBy } from '../../../base/collections';
import type { TraceItem } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { isUnknown } from '../../../model/value';
import { ownerOf, type Candidate } from '../resolve/candidates';
import { coreOf } from '../define/core';
import type { Definition } from '../define/definitions';
import type { StepEntry } from '../facts';
import { stepKey } from '../keys';
import type { Resolution } from '../resolve/resolve';

/**
 * Everything that was or could have been asked, in the order asked; then what the profile never asks, then rows in files
 * that nothing loads. Every row of the name appears once.
 */
export function traceOf(resolution: Resolution, lookup: Lookup): TraceItem[] {
  const slots = slotsOf(resolution);
  const asked = slots.flatMap(slot => itemsOf(slot, resolution, lookup));
  const slotted = new Set(slots.flatMap(({ rows }) => rows));
  const others = resolution.definitions.filter(row => !slotted.has(row)).sort(byWorkspace);
  return [...asked, ...others.map(row => itemOf(row, resolution)), ...unread(resolution, lookup)];
}

/** A table that is asked, with the rows of the name that it holds. */
interface Slot {
  readonly scope: Definition['scope'];
  readonly workspace: string | undefined;
  /** Worth a line even when it holds nothing. */
  readonly always: boolean;
  readonly rows: readonly Definition[];
}

function slotsOf({ definitions, situation: { profile, workspace } }: Resolution): Slot[] {
  const tables = groupBy(definitions, row => `${row.scope} ${row.workspace ?? ''}`);
  const slot = (scope: Definition['scope'], owner: string | undefined, always = false): Slot => {
    return { scope, workspace: owner, always, rows: tables.get(`${scope} ${owner ?? ''}`) ?? [] };
  };
  const core = slot('core', undefined, true);
  const owners = new Set(definitions.flatMap(row => row.workspace ?? []));
  const others = [...owners].filter(id => id !== workspace).sort(compareStrings);
  if (profile === 'isolated')
    return workspace === undefined
      ? [core]
      : [slot('override', workspace, true), slot('workspace', workspace, true), core];
  if (profile === 'hybrid') {
    const own = workspace === undefined ? [] : [slot('workspace', workspace, true), slot('override', workspace, true)];
    return [...own, ...others.flatMap(id => [slot('workspace', id), slot('override', id)]), core];
  }
  const ids = [...owners].sort(compareStrings);
  const absent = workspace === undefined || owners.has(workspace) ? [] : [slot('workspace', workspace, true)];
  return [core, ...ids.flatMap(id => [slot('override', id), slot('workspace', id)]), ...absent];
}

function byWorkspace(a: Definition, b: Definition): number {
  return compareStrings(a.workspace ?? '', b.workspace ?? '');
}

function itemsOf(slot: Slot, resolution: Resolution, lookup: Lookup): TraceItem[] {
  if (slot.rows.length > 0) return slot.rows.map(row => itemOf(row, resolution));
  if (!slot.always) return [];
  const source = slot.scope === 'core' ? 'core' : `${tableOf(slot.scope)} of ${slot.workspace ?? ''}`;
  return [{ source, verdict: 'absent', why: whyAbsent(slot, resolution, lookup) }];
}

function tableOf(scope: Definition['scope']): string {
  return scope === 'override' ? 'STEP_OVERRIDES' : 'LOCAL_STEPS';
}

function whyAbsent(slot: Slot, { situation: { info } }: Resolution, lookup: Lookup): string {
  if (slot.scope === 'core') {
    const core = coreOf(lookup);
    if (core === undefined) return 'no core registry is in sight';
    return core.open ? OPEN : 'not there';
  }
  if (info === undefined) return `no registry of workspace '${slot.workspace ?? ''}' is in sight`;
  return info.header.open || info.header.file.incomplete ? OPEN : 'not there';
}

const OPEN = 'not there as far as its text tells, but code decides part of it, or the text is damaged';

function itemOf(row: Definition, resolution: Resolution): TraceItem {
  const source = row.scope === 'core' ? 'core' : `${row.entry.table} of ${row.workspace ?? ''}`;
  const at = nameOf(row.entry);
  if (row.lost !== undefined) return { source, at, verdict: row.replaced ? 'dropped' : 'not loaded', why: row.lost };
  const { winner, asked, reason } = resolution;
  if (winner?.definition === row) return { source, at, verdict: 'selected', why: reason };
  const candidate = asked.find(each => each.definition === row);
  if (candidate === undefined) return { source, at, ...unasked(row, resolution) };
  if (winner === undefined)
    return { source, at, verdict: 'excluded', why: 'nothing decides between it and the others' };
  return { source, at, verdict: 'shadowed', why: whyShadowed(candidate, winner, resolution) };
}

function unasked({ scope }: Definition, { situation: { profile } }: Resolution): Pick<TraceItem, 'verdict' | 'why'> {
  if (profile === 'intelligent') return { verdict: 'shadowed', why: `its workspace puts up the override instead` };
  const why = scope === 'core' ? 'core is not asked' : 'other workspaces are never asked in this profile';
  return { verdict: 'excluded', why };
}

function whyShadowed(loser: Candidate, winner: Candidate, { situation, strategy, tied }: Resolution): string {
  if (situation.profile !== 'intelligent') return `hidden by the ${ownerOf(winner)}, which is asked before`;
  if (strategy === 'workspace_priority') return `it is not of workspace '${situation.workspace ?? ''}'`;
  if (strategy === 'framework_match')
    return typeof loser.framework === 'string' ? `it is for framework '${loser.framework}'` : 'it names no framework';
  if (strategy === 'environment_match') return `it is for environment '${listed(loser.environment)}'`;
  if (tied.includes(loser)) return `its priority is the same, but ${place(winner)} comes before it in order`;
  return `its priority ${isUnknown(loser.priority) ? '' : loser.priority} is not the lowest number`;
}

function place(winner: Candidate): string {
  return winner.scope === 'core' ? 'core' : `'${winner.workspace ?? ''}'`;
}

function listed(environment: Candidate['environment']): string {
  return isUnknown(environment) ? '' : environment.join(', ');
}

/** Rows of the name in files that look like a registry and are none, or not the one in force. */
function unread({ name, definitions }: Resolution, lookup: Lookup): TraceItem[] {
  const known = new Set(definitions.map(({ entry }) => entry));
  const rows = (lookup.providers(stepKey(name)) as readonly StepEntry[]).filter(entry => !known.has(entry));
  return rows.map(entry => ({
    source: `${entry.table} in ${entry.file.path}`,
    at: nameOf(entry),
    verdict: 'not loaded',
    why: entry.table === 'STEP_NAMES' ? 'it is not the core registry in force' : 'no loader reads this file',
  }));
}

function nameOf(entry: StepEntry): Place {
  return { fact: entry, part: Part.name };
}
