import { compareStrings } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import type { FileChange } from '../../host/write';
import type { Workspace } from '../../workspace';
import { writeEdits, type EditOptions } from './edit';
import { backupOf } from '../environment/backup';
import { openRepository } from '../environment/repository';
import { openState, registryTexts } from '../environment/states';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/**
 * Gives registry files the texts that they had in another state. What they say now goes to a snapshot beside them
 * first, in the same step: all is written or nothing. Files that the state does not have stay.
 */
export async function restore(from: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const { root, workspace, pathOf } = await openRepository([], options, terminal, {
    check: false,
    whole: true,
    writes: options.dryRun !== true,
  });
  const then = await (await openState(from, { ...options, root }, terminal)).files();
  if (then === undefined)
    throw new WrongUse(
      `'${escapeInvisible(from)}' carries no files: registry-intel snapshot --with-files writes them down.`,
    );
  const changes = [...then].flatMap(([at, text]) => changeTo(at, text, workspace));
  const more = [...registryTexts(workspace).keys()].filter(at => !then.has(at)).map(at => escapeInvisible(pathOf(at)));
  if (more.length > 0)
    terminal.note(`Not in it, and left as they are: ${more.slice(0, 5).join(', ')}${more.length > 5 ? ', …' : ''}\n`);
  const backup = changes.length > 0 && options.dryRun !== true ? [backupOf(root, workspace)] : [];
  const all = [...changes, ...backup].sort((a, b) => compareStrings(a.path, b.path));
  writeEdits(root, all, options.dryRun === true, terminal, pathOf);
  return 0;
}

/**
 * The change that restores one file. Throws `WrongUse` unless it is a registry file below the root: a snapshot is not
 * trusted.
 */
function changeTo(at: string, text: string, workspace: Workspace): FileChange[] {
  const segments = at.split('/');
  const isBelow =
    !/^[A-Za-z]:|\\|\0/.test(at) && !segments.some(segment => ['', '.', '..', '.git'].includes(segment.toLowerCase()));
  if (!isBelow || !workspace.expectsRegistry(at))
    throw new WrongUse(`'${escapeInvisible(at)}' is no registry file below the root.`);
  const before = workspace.text(at);
  return before === text ? [] : [{ path: at, text, ...(before === undefined ? {} : { before }) }];
}
