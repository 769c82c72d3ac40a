import fs from 'node:fs';
import { digestAt, endJournal, interrupted, type Interrupted, type Staged } from './journal';
import { moveToFreeName, remove, removeEmpty } from './replace';

/** What has become of a run that was killed while it wrote. */
export interface Recovered {
  readonly outcome: 'finished' | 'undone';
  /** The files that it was about to write. */
  readonly files: number;
  /** Files that somebody has changed since then: they stay as they are. */
  readonly changed: readonly string[];
}

/**
 * Finishes what an earlier run has begun to write in a root, or undoes it: where it had replaced nothing yet, or where somebody has changed
 * a file since then. Clears what it has left. Returns undefined if there was no such run.
 */
export function recover(root: string): Recovered | undefined {
  const plan = interrupted(root);
  if (plan === undefined) return undefined;
  const isFinished = plan.isCommitted && plan.staged.every(isAsLeft);
  const changed = isFinished ? [] : plan.isCommitted ? plan.staged.filter(each => !putBack(each)) : [];
  if (isFinished) for (const each of plan.staged) finish(each);
  clear(plan, isFinished, changed);
  endJournal(root);
  const outcome = isFinished ? 'finished' : 'undone';
  return { outcome, files: plan.staged.length, changed: changed.map(({ target }) => target) };
}

/** Whether a file is still what it was, or is what it was to become. */
function isAsLeft({ target, was, becomes }: Staged): boolean {
  const now = digestAt(target);
  return now === was || now === becomes;
}

function finish({ target, temporary, kept, becomes }: Staged): void {
  if (digestAt(target) === becomes || !fs.existsSync(temporary)) return;
  if (kept === undefined) moveToFreeName(temporary, target);
  else fs.renameSync(temporary, target);
}

/** Puts the old file back. Returns false if somebody has changed the new one. */
function putBack({ target, kept, was, becomes }: Staged): boolean {
  const now = digestAt(target);
  if (now === was) return true;
  if (now !== becomes) return false;
  if (kept === undefined) remove(target);
  else if (fs.existsSync(kept)) fs.renameSync(kept, target);
  return true;
}

function clear({ staged, folders }: Interrupted, isFinished: boolean, changed: readonly Staged[]): void {
  for (const each of staged) {
    remove(each.temporary);
    if (each.kept !== undefined && !changed.includes(each)) remove(each.kept);
  }
  if (!isFinished) for (const folder of folders.toReversed()) removeEmpty(folder);
}
