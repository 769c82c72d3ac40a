import { runToEnd } from '../base/cooperative-task';
import type { System } from '../systems/system';
import type { FileState } from './driver';
import { NO_POSITIONS } from './positions';
import { readFile } from './read-file';

/** A text read by itself: it can be asked about, but the index knows nothing of it. */
export function looseFile(path: string, text: string, systems: readonly System[]): FileState {
  const file: FileState = {
    path,
    facts: [],
    problems: [],
    incomplete: false,
    positions: NO_POSITIONS,
    suppressions: [],
    openText: text,
    intact: [],
    named: undefined,
    findings: new Map(),
    indexedBy: new Map(),
  };
  const read = runToEnd(readFile(systems, file, text));
  const incomplete = read.problems.some(problem => problem.damage);
  return Object.assign(file, read, { incomplete });
}
