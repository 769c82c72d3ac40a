import { fileName } from './layout';
import { readInterface } from './read-interface';
import { readPythonFile } from './read-python';
import { readTable } from './read-table';
import type { FactWriter, Source } from '../system';

/** Files that may say something about steps: any Python, interfaces, and the YAML table (formats 1.1, 1.7). */
export function claims(path: string): boolean {
  return path.endsWith('.py') || path.endsWith('.step.yaml') || isTable(path);
}

export function read(source: Source, out: FactWriter): void {
  const { path } = source.file;
  if (path.endsWith('.py')) readPythonFile(source, out);
  else if (path.endsWith('.step.yaml')) readInterface(source, out);
  else readTable(source, out);
}

function isTable(path: string): boolean {
  return /^step_names\.ya?ml$/.test(fileName(path));
}
