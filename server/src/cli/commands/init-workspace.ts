import path from 'node:path';
import { newWorkspace, type WorkspaceTemplate } from '../../features/edit/new-workspace';
import { writeEdits, type EditOptions } from './edit';
import { checkWorkspace, openRepository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

export interface InitOptions extends EditOptions {
  readonly template: WorkspaceTemplate;
  readonly workspacePath?: string;
  readonly copyFrom?: string;
}

/** Makes a new developer workspace. Nothing is overwritten. */
export async function initWorkspace(id: string, options: InitOptions, terminal: Terminal): Promise<number> {
  const { workspacePath, copyFrom, template } = options;
  const { root, workspace, pathOf } = await openRepository([], options, terminal, {
    check: false,
    writes: options.dryRun !== true,
  });
  checkWorkspace(workspace, copyFrom);
  const folder = workspacePath === undefined ? undefined : belowRoot(workspacePath);
  const made = newWorkspace(workspace, id, { template, folder, copyFrom });
  if ('refused' in made) throw new WrongUse(made.refused);
  writeEdits(root, made.files, options.dryRun === true, terminal, pathOf);
  return 0;
}

/** The path of a folder from the root. */
function belowRoot(folder: string): string {
  const segments = path.posix.normalize(folder.split(path.sep).join('/')).replace(/\/$/, '');
  if (path.isAbsolute(folder) || segments === '..' || segments.startsWith('../'))
    throw new WrongUse('--workspace-path is a folder below the root.');
  return segments;
}
