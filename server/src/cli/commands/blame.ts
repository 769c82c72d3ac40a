import type { Blame } from '../../features/states/diff-report';
import { sameWin, winnerOf } from '../../features/states/registry-state';
import { winAfter, type ChangedWinner } from '../../features/states/state-diff';
import type { Commit, History, TreeFile } from '../../host/git';
import { loadCommit, readAt } from '../../host/load-commit';
import { Workspace } from '../../workspace';
import { settingsFor, type RepositoryOptions } from '../environment/repository';

/**
 * Finds for each changed winner the commit since which it wins: walks back from `to` along first parents, as far as the
 * common ancestor of both commits. A change that came with a merge is blamed on the merge. The blame is undefined for a
 * change that is not committed. One workspace follows the walk and reads only what each commit changed.
 */
export async function blameWinners(
  changed: readonly ChangedWinner[],
  history: History,
  { from, to }: { readonly from: string; readonly to: string },
  options: RepositoryOptions,
  root = '',
): Promise<(Blame | undefined)[]> {
  const base = (await history.mergeBase(from, to)) ?? from;
  const workspace = new Workspace({ settings: settingsFor(root, options) });
  let files = await loadCommit(workspace, history, to, { check: false });
  const found = changed.map((): Blame | undefined => undefined);
  const open = new Map([...changed.entries()].filter(([, each]) => isAsAfter(workspace, each)));
  for (let commit = await history.commit(to); open.size > 0;) {
    const parent = commit.parents[0];
    if (parent === undefined) for (const i of open.keys()) found[i] = blameOfCommit(commit);
    if (parent === undefined || commit.id === base) break;
    files = await moveToCommit(workspace, history, files, parent);
    for (const [i, each] of open)
      if (!isAsAfter(workspace, each)) {
        found[i] = blameOfCommit(commit);
        open.delete(i);
      }
    commit = await history.commit(parent);
  }
  return found;
}

/** Whether the name is won as it is after the change. */
function isAsAfter(workspace: Workspace, each: ChangedWinner): boolean {
  return sameWin(winnerOf(workspace, each, each.workspace) ?? { winner: null }, winAfter(each));
}

function blameOfCommit({ id, title, author, time }: Commit): Blame {
  return { commit: id, title, author, date: new Date(time * 1000).toISOString() };
}

/** Takes over what differs between the commit that the workspace is at and another. */
async function moveToCommit(
  workspace: Workspace,
  history: History,
  files: ReadonlyMap<string, TreeFile>,
  commit: string,
): Promise<ReadonlyMap<string, TreeFile>> {
  const next = await history.files(commit);
  for (const path of files.keys()) if (!next.has(path)) workspace.takeChanges(new Map([[path, undefined]]));
  for (const [path, file] of next) {
    if (files.get(path)?.id === file.id) continue;
    if (!workspace.claims(path)) workspace.addPath(path);
    else {
      const reading = await readAt(history, next, path);
      if (reading !== undefined) workspace.takeChanges(new Map([[path, { ...reading, open: false }]]));
    }
  }
  return next;
}
