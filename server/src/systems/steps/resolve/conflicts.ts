import type { Explanation } from '../../../model/explanation';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { coreOf } from '../define/core';
import type { Definition } from '../define/definitions';
import type { Resolution } from './resolve';

type Conflicts = Explanation['conflicts'];

/** All conflicts between the definitions of one step (resolution.md, What is a conflict). */
export function conflictsOf(resolution: Resolution, lookup: Lookup): Conflicts {
  const loaded = resolution.candidates.map(({ definition }) => definition);
  const core = loaded.some(({ scope }) => scope === 'core');
  const overrides = new Map(loaded.flatMap(row => (row.scope === 'override' ? [[row.workspace, row]] : [])));
  return [
    ...betweenWorkspaces(loaded),
    ...loaded.flatMap(row =>
      row.scope === 'workspace' ? withinWorkspace(row, overrides.get(row.workspace), core) : [],
    ),
    ...(core ? [] : loaded.filter(({ scope }) => scope === 'override').flatMap(row => overridesNothing(row, lookup))),
    ...openChoice(resolution),
  ];
}

function betweenWorkspaces(loaded: readonly Definition[]): Conflicts {
  const rows = loaded.filter(({ workspace }) => workspace !== undefined);
  if (new Set(rows.map(({ workspace }) => workspace)).size < 2) return [];
  return rows.map(row =>
    conflict(row, `also a step of other workspaces: workspace '${row.workspace ?? ''}' has it in ${row.entry.table}`),
  );
}

function withinWorkspace(local: Definition, override: Definition | undefined, core: boolean): Conflicts {
  const both = `in LOCAL_STEPS and in STEP_OVERRIDES of '${local.workspace ?? ''}': lookups by name take the local one, the merged STEP_NAMES takes the override`;
  const hides = `the local of '${local.workspace ?? ''}' hides the core step in this workspace only; if that is meant, it belongs in STEP_OVERRIDES`;
  if (override !== undefined) return [conflict(override, both)];
  return core ? [conflict(local, hides)] : [];
}

/** An override of a step that core does not have. Says nothing if core is unknown or code adds steps to it. */
function overridesNothing(row: Definition, lookup: Lookup): Conflicts {
  if (coreOf(lookup)?.open !== false) return [];
  return [conflict(row, `core has no such step, so the override of '${row.workspace ?? ''}' overrides nothing`)];
}

function openChoice({ ambiguous, contenders, reason }: Resolution): Conflicts {
  const [first] = contenders;
  return ambiguous && first !== undefined ? [conflict(first.definition, reason)] : [];
}

function conflict({ entry }: Definition, message: string): Conflicts[number] {
  return { message, at: { fact: entry, part: Part.name } };
}
