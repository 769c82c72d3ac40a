import { soleCheckpoint } from '../../base/cancellation';
import { rename } from '../../features/edit/rename';
import { applyEdits } from '../../features/edit/text-edit';
import { NotWritten } from '../../host/not-written';
import { isReadOnly } from '../../host/read-only';
import { backupOf } from '../environment/backup';
import { openPlace, type PlaceInRepository } from '../environment/place';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';
import { writeEdits, type EditOptions } from './edit';

/** Gives what is named at a place another name wherever it is mentioned, as the editor does. */
export async function renameAt(said: string, to: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const place = await openPlace(said, options, terminal, { writes: options.dryRun !== true });
  return writeRename(place, to, options, terminal);
}

/** Writes a rename; it is refused where another definition would win or lose by it, or where files would have to move. */
export async function writeRename(
  { root, workspace, pathOf, path, offset, preferences }: Omit<PlaceInRepository, 'scope'>,
  to: string,
  { dryRun = false, backup }: EditOptions,
  terminal: Terminal,
): Promise<number> {
  const how = { across: false, isReadOnly: (at: string) => isReadOnly(`${root}/${at}`) };
  const done = await rename(workspace, path, offset, to, preferences, how, soleCheckpoint());
  if (done === undefined) throw new WrongUse('Nothing that can be renamed stands there.');
  if ('refused' in done) throw new WrongUse(done.refused);
  if (done.moves.length > 0) throw new WrongUse('Files would have to move with it: rename it in an editor.');
  const changes = [...done.files].map(([at, edits]) => {
    const before = workspace.textToEdit(at);
    if (before === undefined) throw new NotWritten(`'${at}' has changed since it was read.`);
    return { path: at, before, text: applyEdits(before, edits) };
  });
  const saved = backup === true && !dryRun ? [backupOf(root, workspace)] : [];
  writeEdits(root, [...changes, ...saved], dryRun, terminal, pathOf);
  return 0;
}
