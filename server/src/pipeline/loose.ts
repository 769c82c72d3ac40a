import type { System } from '../systems/system';
import type { FileState } from './driver';
import { readFile } from './read';

/** A text read by itself: it can be asked about, but the index knows nothing of it. */
export function looseFile(path: string, text: string, systems: readonly System[]): FileState {
  const file: FileState = {
    path,
    facts: [],
    problems: [],
    incomplete: false,
    spans: { offsets: new Uint32Array(1), data: new Uint32Array(0) },
    suppressions: [],
    lineStarts: new Uint32Array(1),
    openText: text,
    intact: [],
    findings: new Map(),
  };
  const read = readFile(systems, file, text);
  const incomplete = read.problems.some(problem => problem.damage);
  return Object.assign(file, read, { incomplete });
}
