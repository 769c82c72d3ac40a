import type { PlacedFinding } from '../../model/finding';
import type { Workspace } from '../../workspace';
import { bySeverity, summedUp } from './summed-up';

/** Editors keep no more than this per file. */
const MAX_DIAGNOSTICS = 1000;

export interface Diagnostics {
  /** Sorted by position; the most severe ones if there are too many. */
  readonly shown: readonly PlacedFinding[];
  /** Says how many findings are not shown; for the start of the file. */
  readonly omittedNote?: string;
}

/**
 * The findings of a file for an editor, summed up: at most 1,000 diagnostics, with a note in place of the last one if
 * there are more.
 */
export function diagnostics(workspace: Workspace, path: string, isOpen: boolean): Diagnostics {
  const findings = summedUp(workspace.findings(path).filter(({ severity }) => isOpen || severity !== 'hint'));
  if (findings.length <= MAX_DIAGNOSTICS) return { shown: findings };
  const shown = bySeverity(findings).slice(0, MAX_DIAGNOSTICS - 1);
  const count = findings.length - shown.length;
  return {
    shown,
    omittedNote: `${count} more findings in this file, none more severe than those shown, are left out here`,
  };
}
