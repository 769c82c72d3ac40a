import path from 'node:path';
import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import type { History, TreeFile } from './git';
import type { Engine } from './load';
import type { Reading } from './file-source';

/** Fills an engine with the files of a commit, as `loadWorkspace` does with those on disk. Gives the files. */
export async function loadCommit(
  engine: Engine,
  history: History,
  commit: string,
  options: { readonly check?: boolean; readonly checkpoint?: Checkpoint; readonly texts?: Map<string, string> } = {},
): Promise<ReadonlyMap<string, TreeFile>> {
  const { checkpoint = soleCheckpoint() } = options;
  const files = await history.files(commit);
  for (const at of files.keys()) {
    await checkpoint.pass();
    if (!engine.claims(at)) engine.addPath(at);
    else {
      const reading = await readAt(history, files, at);
      if (reading !== undefined) options.texts?.set(at, reading.text);
      if (reading !== undefined) await checkpoint.untilDone(engine.takeTextInParts(at, { ...reading, open: false }));
    }
  }
  await checkpoint.untilDone(mayGoOn => engine.connect(mayGoOn));
  engine.complete();
  if (options.check !== false) await checkpoint.untilDone(mayGoOn => engine.check(mayGoOn));
  return files;
}

/** The text of a file of a commit; of a link, what it leads to, if that is a file of the same root. */
export async function readAt(history: History, files: ReadonlyMap<string, TreeFile>, at: string): Promise<Reading> {
  const file = files.get(at);
  if (file?.isLink !== true) return file && history.read(file, at);
  const to = (await history.read(file, at))?.text ?? '';
  const target = files.get(path.posix.normalize(path.posix.join(path.posix.dirname(at), to)));
  return target === undefined || target.isLink ? undefined : history.read(target, at);
}
