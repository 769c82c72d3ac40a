import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldsCase } from '../../host/case-folding';
import { loadWorkspace } from '../../host/disk-files';
import { isReadOnly } from '../../host/read-only';
import { SIZE_LIMIT, textOf } from '../../host/read-text';
import { refresh } from '../../host/refresh';
import { isRootMark } from '../../host/root-marks';
import { rootOf } from '../../host/roots';
import { isLeftOut } from '../../host/ignore-scopes';
import { subjectOf } from '../../host/walk';
import type { Host } from './host';

/** Files on the disk of this machine. */
export const NODE_HOST: Host = {
  folderOf(uri) {
    try {
      return path.resolve(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  rootOf,
  isRootMark,
  subjectOf,
  foldsCase,
  isLeftOut,
  load: loadWorkspace,
  refresh,
  async loadCommit(engine, root, ref, checkpoint) {
    // Only who asks for history waits for the code that reads it.
    const { openHistory } = await import('../../host/git');
    const { loadCommit } = await import('../../host/load-commit');
    const history = openHistory(root, checkpoint);
    const commit = await history?.resolve(ref);
    if (history === undefined || commit === undefined) return false;
    await loadCommit(engine, history, commit, { check: false, checkpoint });
    return true;
  },
  async commitNames(root) {
    const { openHistory } = await import('../../host/git');
    return openHistory(root)?.names() ?? [];
  },
  readText: (root, at) => textOf(path.join(root, at)),
  isReadOnly: (root, at) => isReadOnly(path.join(root, at)),
  sizeLimit: SIZE_LIMIT,
  environmentWorkspace: process.env['CURSUS_WORKSPACE_ID'],
};
