import type { Lookup } from '../../../model/lookup';
import { coreOf, isCoreRow } from './core';
import { headerOf, type StepEntry } from '../facts';

/**
 * Whether rules look at a row: it stands in a developer workspace, or in the core registry in force. Copies of a
 * registry, step packs and files that no loader reads are left alone.
 */
export function isChecked(entry: StepEntry, lookup: Lookup): boolean {
  return isWorkspaceRow(entry) || isCoreRow(entry, coreOf(lookup));
}

export function isWorkspaceRow(entry: StepEntry): boolean {
  return headerOf(entry)?.form === 'workspace';
}
