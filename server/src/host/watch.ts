import fs from 'node:fs';
import path from 'node:path';
import { isBelowNeverEntered, isNeverEntered } from './ignore-rules';

/** Long enough to gather what one save or one switch of branches does. */
const QUIET_MS = 100;

/**
 * Calls `changed` with paths below a folder, some time after something happened there; more than once for one event. `failed` is
 * called if the folder cannot be watched any longer; without it that is an error of the process. `flush` tells at once what has been
 * noticed.
 */
export function watchFolder(
  root: string,
  changed: (paths: ReadonlySet<string>) => void,
  failed?: () => void,
): { readonly stop: () => void; readonly flush: () => void } {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    if (pending.size === 0) return;
    const paths = new Set(pending);
    pending.clear();
    changed(paths);
  };
  const watcher = fs.watch(root, { recursive: true }, (_, name) => {
    const at = (name ?? '').split(path.sep).join('/');
    if (isNeverEntered(at) || isBelowNeverEntered(at)) return;
    pending.add(at);
    clearTimeout(timer);
    timer = setTimeout(flush, QUIET_MS);
  });
  if (failed !== undefined) watcher.on('error', failed);
  return {
    flush,
    stop() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
