import { fieldOf } from '../../../model/fields';
import { settingsOf } from '../../../model/settings';
import type { Lookup } from '../../../model/lookup';
import { effectiveRow } from '../define/core-rows';
import type { Definition } from '../define/definitions';
import { textOf } from '../facts';
import { metadataOf, toleranceOf } from '../define/workspaces';

/**
 * The definitions for which their own workspace cannot decide (resolution.md, Modes). This happens in the profile
 * `intelligent` if several definitions compete and the strategy is `manual`, and either the mode is `strict` or the
 * workspace has `conflict_tolerance` low. `inForce` is the result of `preferredDefinitions`.
 */
export function ambiguousDefinitions(inForce: readonly Definition[], lookup: Lookup): Definition[] {
  if (inForce.length < 2) return [];
  const { profile, mode } = settingsOf(lookup).resolution;
  if (profile !== 'intelligent') return [];
  return inForce.filter(
    ({ entry, workspace }) =>
      workspace !== undefined &&
      strategyOf(effectiveRow(entry, lookup)) === 'manual' &&
      (mode === 'strict' || toleranceOf(entry.file) === 'low'),
  );
}

/** One definition for core and for each workspace: of a workspace its override, else its local step. */
export function preferredDefinitions(definitions: readonly Definition[]): Definition[] {
  const chosen = new Map<string | undefined, Definition>();
  for (const definition of definitions) {
    const before = chosen.get(definition.workspace);
    if (before?.scope !== 'override' || definition.scope === 'override') chosen.set(definition.workspace, definition);
  }
  return [...chosen.values()];
}

/** The resolution strategy of a row: its own, else the default of its workspace. */
function strategyOf(entry: Definition['entry']): string | undefined {
  const own = textOf(entry, 'conflict_resolution_strategy');
  const metadata = own === undefined ? metadataOf(entry.file) : undefined;
  const preferred = metadata && fieldOf(metadata, 'default_resolution_strategy');
  return own ?? (typeof preferred === 'string' ? preferred : undefined);
}
