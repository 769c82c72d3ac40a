import path from 'node:path';
import { escapeInvisible } from '../../base/message-text';
import { newWorkspace, type WorkspaceTemplate } from '../../features/edit/new-workspace';
import { writeEdits, type EditOptions } from './edit';
import { checkWorkspace, openRepository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** The options of `init-workspace`. */
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
  if (options.dryRun !== true) terminal.note(nextSteps(id, escapeInvisible(pathOf(made.registry))));
  return 0;
}

/** What a person does next, in the order of doing it. */
function nextSteps(id: string, registry: string): string {
  return `Next:
  1. add a step: registry-intel add-step <name> --workspace ${id}, or write a row in ${registry}
  2. replace one of core: registry-intel add-step <name> --override --workspace ${id}
  3. see what is in force: registry-intel list steps --workspace ${id}
  4. check it: registry-intel lint --workspace ${id}
`;
}

/** The path of a folder from the root. */
function belowRoot(folder: string): string {
  const segments = path.posix.normalize(folder.split(path.sep).join('/')).replace(/\/$/, '');
  if (path.isAbsolute(folder) || segments === '..' || segments.startsWith('../'))
    throw new WrongUse('--workspace-path is a folder below the root.');
  return segments;
}
