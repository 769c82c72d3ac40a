import { soleCheckpoint, type Checkpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import { rangeOf } from '../text/locations';
import { registryState, type RegistryState } from './registry-state';
import { diffStates, type StateDiff } from './state-diff';
import { SEVERITIES, type Severity } from '../../model/finding';
import type { Workspace } from '../../workspace';
import { marksOf } from './finding-fingerprints';

/** Everything that is known of a workspace as it is now, as plain data that later changes leave alone. */
export interface Moment {
  readonly state: RegistryState;
  /** By mark, in order of path and position. */
  readonly findings: ReadonlyMap<string, PlainFinding>;
}

export interface PlainFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a change does: to definitions and winners, and to what is found. */
export interface Consequences {
  readonly diff: StateDiff;
  readonly fresh: readonly PlainFinding[];
  readonly gone: readonly PlainFinding[];
}

export async function momentOf(workspace: Workspace): Promise<Moment> {
  return { state: registryState(workspace), findings: await findingsOf(workspace, soleCheckpoint()) };
}

/** Everything that is found, by mark, in order of path and position. */
export async function findingsOf(workspace: Workspace, checkpoint: Checkpoint): Promise<Moment['findings']> {
  const findings = new Map<string, PlainFinding>();
  for (const at of [...workspace.paths()].sort(compareStrings)) {
    await checkpoint.pass();
    const found = workspace.findings(at);
    const marks = marksOf(found);
    found.forEach(({ code, severity, path, span, message }, i) => {
      const { start } = rangeOf(workspace, path, span);
      findings.set(marks[i]!, { code, severity, path, line: start.line, column: start.column, message });
    });
  }
  return findings;
}

export function consequences(before: Moment, after: Moment): Consequences {
  return {
    diff: diffStates(before.state, after.state),
    fresh: onlyIn(after.findings, before.findings),
    gone: onlyIn(before.findings, after.findings),
  };
}

/** The findings of one moment that another does not have. */
export function onlyIn(some: Moment['findings'], other: Moment['findings']): PlainFinding[] {
  return [...some].flatMap(([mark, finding]) => (other.has(mark) ? [] : [finding]));
}

/** Whether one of them is as severe as `failOn`. */
export function anyFails(findings: readonly PlainFinding[], failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  const least = SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
}
