import { isTestPath } from '../../../base/test-paths';
import type { Lookup } from '../../../model/lookup';
import { damagedSettings } from '../../../model/settings';
import { coreOf } from './core';
import { isStep, textOf, type StepEntry } from '../facts';
import { aliasKey, specTypeKey, stepKey, WORKSPACES_KEY } from '../keys';
import { workspaceDirectory } from '../layout';
import { variantOf, type Variant } from '../naming';
import { workspaceNamed } from './workspaces';

/** Whether some registry has a name; `cannot tell` if a registry may have steps that are not known. */
export type NameVerdict = 'known' | 'unknown' | 'cannot tell';

/**
 * Whether `name` is that of a step, of a variant (`XGBoostTraining_Training`), an old name, or a spec type. With
 * `workspace` only this workspace and core count, as at run time; otherwise every registry does.
 */
export function nameVerdict(name: string, workspace: string | undefined, lookup: Lookup): NameVerdict {
  if (lookup.providers(aliasKey(name)).length > 0) return 'known';
  if (variantOf(name, step => isStepOrType(step, workspace, lookup)) !== undefined) return 'known';
  const core = coreOf(lookup);
  if (core === undefined || core.open) return 'cannot tell';
  return workspace !== undefined && isOpen(workspace, lookup) ? 'cannot tell' : 'unknown';
}

/** Whether a name is an old one that the builder registry replaces, and no row has it. */
export function isOnlyOldName(name: string, lookup: Lookup): boolean {
  const isNamed = variantOf(name, step => isStepOrType(step, undefined, lookup)) !== undefined;
  return !isNamed && lookup.providers(aliasKey(name)).length > 0;
}

/** The step that a name stands for, with its job type if it has one; undefined if no row has such a name. */
export function stepNamedBy(name: string, lookup: Lookup): Variant | undefined {
  return variantOf(name, each => lookup.providers(stepKey(each)).length > 0);
}

/** Whether some workspace may have steps that are not known, so that an unknown name may be one of them. */
export function isAnyWorkspaceOpen(lookup: Lookup): boolean {
  const isOpen = lookup.remember('open workspaces:any', inner =>
    inner.providers(WORKSPACES_KEY).some(header => header.open || header.file.incomplete),
  );
  return isOpen || lookup.unseen().length > 0 || damagedSettings(lookup) !== undefined;
}

/** Whether a row that is visible in `workspace` has this name or spec type. Rows that are not loaded count as well. */
function isStepOrType(name: string, workspace: string | undefined, lookup: Lookup): boolean {
  const rows = lookup.providers(stepKey(name));
  if (rows.some(row => isVisible(row, workspace, lookup))) return true;
  const users = lookup.readers(specTypeKey(name)).filter(isStep);
  return users.some(row => textOf(row, 'spec_type') === name && isVisible(row, workspace, lookup));
}

function isVisible(row: StepEntry, workspace: string | undefined, lookup: Lookup): boolean {
  const { path } = row.file;
  const directory = workspaceDirectory(path);
  if (workspace === undefined || directory === undefined) return !isTestPath(path);
  const named = workspaceNamed(workspace, lookup);
  return named === undefined || named.directory === directory;
}

function isOpen(workspace: string, lookup: Lookup): boolean {
  const header = workspaceNamed(workspace, lookup)?.header;
  return header === undefined || header.open || header.file.incomplete;
}
