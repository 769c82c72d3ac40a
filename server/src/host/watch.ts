import fs from 'node:fs';
import path from 'node:path';
import { isBelowNeverEntered, isNeverEntered } from './ignore-rules';

/** Long enough to gather what one save or one switch of branches does. */
const QUIET_MS = 100;

/**
 * Calls `changed` with paths below a folder, some time after something happened there; more than once for one event.
 */
export function watchFolder(root: string, changed: (paths: ReadonlySet<string>) => void): () => void {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = fs.watch(root, { recursive: true }, (_, name) => {
    const at = (name ?? '').split(path.sep).join('/');
    if (isNeverEntered(at) || isBelowNeverEntered(at)) return;
    pending.add(at);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = new Set(pending);
      pending.clear();
      changed(paths);
    }, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
