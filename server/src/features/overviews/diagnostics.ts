import { SEVERITIES, type PlacedFinding } from '../../model/finding';
import type { Workspace } from '../../workspace';

/** Editors keep no more than this per file. */
const MOST = 1000;

export interface Diagnostics {
  /** By position; where there are too many, the most severe. */
  readonly shown: readonly PlacedFinding[];
  /** Says how many others there are, at the start of the file. */
  readonly rest?: string;
}

/** What an editor is told about a file: at most 1,000 rows, the last of which counts the others. */
export function diagnostics(workspace: Workspace, path: string, isOpen: boolean): Diagnostics {
  const findings = workspace.findings(path).filter(({ severity }) => isOpen || severity !== 'hint');
  if (findings.length <= MOST) return { shown: findings };
  const shown = [...findings].sort((a, b) => rank(a) - rank(b)).slice(0, MOST - 1);
  const count = findings.length - shown.length;
  return { shown, rest: `${count} more findings in this file, none more severe than those shown, are left out here` };
}

function rank({ severity }: PlacedFinding): number {
  return SEVERITIES.indexOf(severity);
}
