import type { PlacedFinding } from '../../model/finding';
import type { Workspace } from '../../workspace';
import { summedUp } from './summed-up';

/** The findings of a file for an editor, sorted by position and summed up: a few tens of each rule at most. Hints are for open files. */
export function diagnostics(workspace: Workspace, path: string, isOpen: boolean): readonly PlacedFinding[] {
  return summedUp(workspace.findings(path).filter(({ severity }) => isOpen || severity !== 'hint'));
}
