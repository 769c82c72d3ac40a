import { runToEnd } from '../base/cooperative-task';
import type { System } from '../systems/system';
import { emptyFile, type FileState } from './files';
import { readFile } from './read-file';

/** A text read by itself: it can be asked about, but the index knows nothing of it. */
export function looseFile(path: string, text: string, systems: readonly System[]): FileState {
  const file: FileState = { ...emptyFile(path), openText: text, findings: new Map() };
  const read = runToEnd(readFile(systems, file, text));
  const incomplete = read.problems.some(problem => problem.damage);
  return Object.assign(file, read, { incomplete });
}
