import { soleCheckpoint } from '../../base/cancellation';
import { explainableNames } from '../../features/explain/explain';
import { rename } from '../../features/edit/rename';
import { applyEdits } from '../../features/edit/text-edit';
import { NotWritten } from '../../host/not-written';
import { isReadOnly } from '../../host/read-only';
import { writeEdits, type EditOptions } from './edit';
import { backupOf } from '../environment/backup';
import { checkWorkspace, kindsOf, openRepository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { unknownName, WrongUse } from '../environment/wrong-use';

/** Gives a step another name wherever it is mentioned; refused where another definition would win or lose by it. */
export async function renameStep(from: string, to: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const { root, workspace, pathOf } = await openRepository([], options, terminal, {
    check: false,
    writes: options.dryRun !== true,
  });
  checkWorkspace(workspace, options.workspace);
  const place = workspace.answers
    .filter(answers => answers.rename !== undefined)
    .flatMap(answers => answers.list(undefined, workspace.lookup))
    .find(
      item => item.name === from && (options.workspace === undefined || item.workspace === options.workspace),
    )?.place;
  const span = place && workspace.span(place);
  if (place === undefined || span === undefined)
    throw new WrongUse(unknownName(kindsOf(workspace, undefined), from, explainableNames(workspace)));
  const { path } = place.fact.file;
  const how = { across: false, isReadOnly: (at: string) => isReadOnly(`${root}/${at}`) };
  const done = await rename(workspace, path, span.start + 1, to, {}, how, soleCheckpoint());
  if (done === undefined) throw new WrongUse('The text there cannot be edited by itself.');
  if ('refused' in done) throw new WrongUse(done.refused);
  const changes = [...done.files].map(([at, edits]) => {
    const before = workspace.textToEdit(at);
    if (before === undefined) throw new NotWritten(`'${at}' has changed since it was read.`);
    return { path: at, before, text: applyEdits(before, edits) };
  });
  const saved = options.backup === true && options.dryRun !== true ? [backupOf(root, workspace)] : [];
  writeEdits(root, [...changes, ...saved], options.dryRun === true, terminal, pathOf);
  return 0;
}
