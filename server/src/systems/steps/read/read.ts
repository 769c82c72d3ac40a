import type { Task } from '../../../base/cooperative-task';
import { fileName } from '../../../base/paths';
import { isTestPath, isWorkspaceRegistry } from '../layout';
import { readInterface } from './interface';
import { readPythonFile } from './python';
import { readTable } from './yaml-table';
import type { FactWriter, Source } from '../../system';

/** Whether a file may say something about steps: any Python file, interfaces, and the YAML table (formats 1.1, 1.7). */
export function claims(path: string): boolean {
  return path.endsWith('.py') || path.endsWith('.step.yaml') || isTable(path);
}

/** Whether a file is a registry by its name, whatever it contains. */
export function expectsRegistry(path: string): boolean {
  if (isWorkspaceRegistry(path)) return true;
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
