import type { Task } from '../../../base/cooperative-task';
import { fileName } from '../../../base/paths';
import { isTestPath } from '../layout';
import { readInterface } from './interface';
import { readPythonFile } from './python';
import { readTable } from './yaml-table';
import type { FactWriter, Source } from '../../system';

/** Files that may say something about steps: any Python, interfaces, and the YAML table (formats 1.1, 1.7). */
export function claims(path: string): boolean {
  return path.endsWith('.py') || path.endsWith('.step.yaml') || isTable(path);
}

/** Files that are registries by their name, whatever is in them. */
export function vital(path: string): boolean {
  if (isTestPath(path)) return false;
  return (
    path.endsWith('.step.yaml') ||
    isTable(path) ||
    /^(workspace_registry|step_names(_original|_base)?)\.py$/.test(fileName(path))
  );
}

export function* read(source: Source, out: FactWriter): Task {
  const { path } = source.file;
  if (path.endsWith('.py')) yield* readPythonFile(source, out);
  else if (path.endsWith('.step.yaml')) readInterface(source, out);
  else readTable(source, out);
}

function isTable(path: string): boolean {
  return /^step_names\.ya?ml$/.test(fileName(path));
}
