import { isTestPath } from '../../../base/test-paths';
import type { Task } from '../../../base/cooperative-task';
import { fileName } from '../../../base/paths';
import { NO_PARTS } from '../../../model/fact-parts';
import { isWorkspaceRegistry } from '../layout';
import { isCatalogueIndex, readCatalogueIndex } from './catalogue-index';
import { isDagFile, readDagFile } from './dags';
import { readInterface } from './interface';
import { readPythonFile } from './python';
import { readTable } from './yaml-table';
import type { FactWriter, Source } from '../../system';
import type { IgnoreFact } from '../facts';

/**
 * Whether a file may say something about steps: any Python file, interfaces, DAGs and the index of their catalogue, and the YAML table
 * (formats 1.1, 1.7). What git ignores is not in sight, so its files are read, too.
 */
export function claims(path: string): boolean {
  if (path.endsWith('.py') || path.endsWith('.step.yaml') || isTable(path)) return true;
  return isIgnoreFile(path) || isDagFile(path) || isCatalogueIndex(path);
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

/** Reads a file of the steps by its ending and place. */
export function* read(source: Source, out: FactWriter): Task {
  const { path } = source.file;
  if (path.endsWith('.py')) yield* readPythonFile(source, out);
  else if (path.endsWith('.step.yaml')) readInterface(source, out);
  else if (isIgnoreFile(path)) readIgnoreFile(source, out);
  else if (isDagFile(path)) readDagFile(source, out);
  else if (isCatalogueIndex(path)) readCatalogueIndex(source, out);
  else readTable(source, out);
}

function isTable(path: string): boolean {
  return /^step_names\.ya?ml$/.test(fileName(path));
}

function isIgnoreFile(path: string): boolean {
  return fileName(path) === '.gitignore';
}

function readIgnoreFile({ file, text }: Source, out: FactWriter): void {
  const fact: IgnoreFact = { kind: 'git-ignore', name: '', file, text };
  out.fact(fact, NO_PARTS);
}
