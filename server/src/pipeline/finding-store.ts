import type { BareKey } from '../model/lookup';
import { groupBy } from '../base/collections';
import { fileOf, isPlace, type Finding } from '../model/finding';
import { mayHaveFindings, type FileState } from './files';
import { compareFindings } from './finding-comparison';
import type { Subject } from './subject';

/**
 * The findings, by the subject that they were found under: a check replaces those of its subject and no others. Each is kept with the
 * file that shows it, too, and the store notes which files look different.
 */
export class FindingStore {
  private readonly bySubject = new Map<Subject, readonly Finding[]>();
  private changedPaths = new Set<string>();

  /** Puts findings in the place of those that the subject had. Whatever says the same as before keeps its identity. */
  replace(subject: Subject, findings: readonly Finding[]): void {
    const before = this.bySubject.get(subject) ?? [];
    const { now, changed } = compareFindings(before, findings);
    if (changed.length === 0) return;
    const states = new Set(changed.map(stateOf));
    const after = groupBy(
      now.filter(finding => states.has(stateOf(finding))),
      stateOf,
    );
    for (const state of states) {
      const own = after.get(state);
      if (own !== undefined) (state.findings ??= new Map()).set(subject, own);
      else if (state.findings?.delete(subject) === true && state.findings.size === 0) state.findings = undefined;
      this.markChanged(state.path);
    }
    if (now.length === 0) this.bySubject.delete(subject);
    else this.bySubject.set(subject, now);
  }

  /** Takes findings that no check of a subject has made, such as those of a merge preview, in the place of the last ones. */
  setPredicted(findings: readonly Finding[]): void {
    this.replace(PREDICTED, findings);
  }

  /** Notes that the findings of a file may look different, or that their places may be others. */
  markChanged(path: string): void {
    this.changedPaths.add(path);
  }

  /** Notes that every file which may show findings looks different. */
  markAllChanged(files: Iterable<FileState>): void {
    for (const state of files) if (mayHaveFindings(state)) this.markChanged(state.path);
  }

  /** Notes that somebody has seen the findings of a file as they are. */
  unmarkChanged(path: string): void {
    this.changedPaths.delete(path);
  }

  /** The paths that were marked since the last call. The set is the caller's own. */
  takeChangedPaths(): Set<string> {
    const taken = this.changedPaths;
    this.changedPaths = new Set();
    return taken;
  }
}

/** Whether a file shows something that was found under a subject about a fact that it no longer has. */
export function showsRemovedFact({ facts, findings }: FileState, subject: Subject): boolean {
  const isLost = ({ at }: Finding): boolean => isPlace(at) && !facts.includes(at.fact);
  return findings?.get(subject)?.some(isLost) === true;
}

/** The subject of predicted findings. It stands for no key and no fact, so no check ever replaces them. */
const PREDICTED = 'predicted:' as BareKey;

function stateOf(finding: Finding): FileState {
  return fileOf(finding.at) as FileState;
}
