import { soleCheckpoint, type Checkpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import { rangeOf } from '../text/locations';
import { stateWithSchemas, type RegistryState } from './registry-state';
import { diffStates, type StateDiff } from './state-diff';
import { SEVERITIES, type Severity } from '../../model/finding';
import type { Workspace } from '../../workspace';
import { identifiedFindings } from './finding-fingerprints';

/** Definitions, winners and findings of a workspace at one moment, as plain data that later changes leave alone. */
export interface WorkspaceState {
  readonly state: RegistryState;
  /** By identity (see `findingIdentities`), in the order of path and position. */
  readonly findings: ReadonlyMap<string, FindingData>;
}

/**
 * A finding as plain data, as the command line and reports show it. `line` and `column` say where it starts; both are
 * 1-based, and columns count UTF-16 units.
 */
export interface FindingData {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a change does to definitions, winners and findings. */
export interface Consequences {
  readonly diff: StateDiff;
  readonly newFindings: readonly FindingData[];
  readonly goneFindings: readonly FindingData[];
}

/** Takes the state that a workspace is in now. Findings of every file are asked for, which takes long: input has its turn in between. */
export async function workspaceStateOf(workspace: Workspace): Promise<WorkspaceState> {
  return { state: stateWithSchemas(workspace), findings: await findingsOf(workspace, soleCheckpoint()) };
}

/** All findings by identity, in the order of path and position. */
export async function findingsOf(workspace: Workspace, checkpoint: Checkpoint): Promise<WorkspaceState['findings']> {
  const findings = new Map<string, FindingData>();
  for (const at of [...workspace.paths()].sort(compareStrings)) {
    await checkpoint.pass();
    for (const { finding, identity } of identifiedFindings(workspace.findings(at))) {
      const { code, severity, path, span, message } = finding;
      const { start } = rangeOf(workspace, path, span);
      findings.set(identity, { code, severity, path, line: start.line, column: start.column, message });
    }
  }
  return findings;
}

/**
 * The consequences of whatever lies between two states of one repository. A finding that merely moved to other lines is
 * neither new nor gone.
 */
export function consequences(before: WorkspaceState, after: WorkspaceState): Consequences {
  return {
    diff: diffStates(before.state, after.state),
    newFindings: findingsOnlyIn(after.findings, before.findings),
    goneFindings: findingsOnlyIn(before.findings, after.findings),
  };
}

/** The findings of one state that another does not have. */
export function findingsOnlyIn(some: WorkspaceState['findings'], other: WorkspaceState['findings']): FindingData[] {
  return [...some].flatMap(([mark, finding]) => (other.has(mark) ? [] : [finding]));
}

/** Whether a finding is at least as severe as `failOn`. */
export function hasFindingAtLeast(findings: readonly FindingData[], failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  const least = SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
}
