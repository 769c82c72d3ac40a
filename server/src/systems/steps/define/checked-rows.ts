import type { Lookup } from '../../../model/lookup';
import { coreOf, isCore } from './core';
import { headerOf, type StepEntry } from '../facts';

/**
 * Whether rules look at a row: it stands in a developer workspace, or in the core registry in force. Copies of a registry,
 * step packs and files that no loader reads are left alone.
 */
export function isJudged(entry: StepEntry, lookup: Lookup): boolean {
  return isOfWorkspace(entry) || isCore(entry, coreOf(lookup));
}

export function isOfWorkspace(entry: StepEntry): boolean {
  return headerOf(entry)?.form === 'workspace';
}
