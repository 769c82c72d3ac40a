import { setTimeout as pause } from 'node:timers/promises';
import { refresh } from '../../host/refresh';
import { watchFolder } from '../../host/watch';
import type { RunSettings } from '../../model/lookup';
import { openRoot, type OpenedRoot } from '../environment/repository';
import { capturingTerminal } from '../environment/terminal';

/** A root that is read once, when it is first asked about, and follows what happens in it from then on. */
export interface LiveRoot {
  /** Puts a question to the root as it is now, checked. Questions wait for each other, so that nothing changes under one. */
  ask<T>(question: (opened: OpenedRoot) => T | Promise<T>): Promise<T>;
  close(): void;
}

/**
 * `settings` are those of the whole session. Where a folder cannot be watched (a system has room for so many), all is looked at again for
 * each question: that is slow, but never old.
 */
export function liveRoot(root: string, settings: RunSettings): LiveRoot {
  const changed = new Set<string>();
  let watching: ReturnType<typeof watchFolder> | undefined;
  let opened: OpenedRoot | undefined;
  const watchAll = (): void => {
    const lost = (): void => {
      watching?.stop();
      watching = undefined;
    };
    try {
      watching = watchFolder(root, paths => paths.forEach(each => changed.add(each)), lost);
    } catch {
      watching = undefined;
    }
  };
  const now = async (): Promise<OpenedRoot> => {
    if (opened === undefined) {
      watchAll();
      opened = await openRoot(root, settings, capturingTerminal({ out: '', err: '' }), { check: true, whole: false });
      return opened;
    }
    await pause(NOTICED_MS);
    watching?.flush();
    if (watching === undefined) changed.add('');
    if (changed.size > 0) {
      const paths = new Set(changed);
      changed.clear();
      await refresh(opened.workspace, root, paths);
      opened.workspace.check();
    }
    return opened;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask(question) {
      const answer = last.then(async () => question(await now()));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => watching?.stop(),
  };
}

/** As long as the system may take to tell of a file that was written before a question was put. */
const NOTICED_MS = 10;
