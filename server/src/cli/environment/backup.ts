import path from 'node:path';
import { registryState } from '../../features/states/registry-state';
import { snapshotText } from '../../features/states/snapshot';
import { exists } from '../../host/roots';
import type { FileChange } from '../../host/write';
import type { Workspace } from '../../workspace';
import { registryTexts } from './states';

/** The state before, as a snapshot with files that `restore` takes, under the first name that is free. */
export function backupOf(root: string, workspace: Workspace): FileChange {
  const name = (n: number): string => `registry-backup-${n}.json`;
  let n = 1;
  while (exists(path.join(root, name(n)))) n++;
  return { path: name(n), text: snapshotText(registryState(workspace), registryTexts(workspace)) };
}
