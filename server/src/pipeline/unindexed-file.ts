import { runToEnd } from '../base/cooperative-task';
import type { System } from '../systems/system';
import { emptyFile, headersAmong, type FileState } from './files';
import { plainPositions } from './positions';
import type { TextReader } from './read-file';

/** What reads a text that is in no index. */
export interface ReadingContext {
  readonly systems: readonly System[];
  readonly reader: TextReader;
}

/** A text read by itself: it can be asked about, but the index knows nothing of it. */
export function readUnindexed(path: string, text: string, { systems, reader }: ReadingContext): FileState {
  const file: FileState = { ...emptyFile(path), openText: text, findings: new Map() };
  const read = runToEnd(reader.readFile(systems, file, text));
  const incomplete = read.problems.some(problem => problem.damage);
  return Object.assign(file, read, {
    headers: headersAmong(read.facts, systems),
    incomplete,
    positions: plainPositions(read.positions),
  });
}
