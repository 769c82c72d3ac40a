import { explainableNames } from '../../features/explain/explain';
import { checkWorkspace, kindsOf, openRepository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { unknownName, WrongUse } from '../environment/wrong-use';
import type { EditOptions } from './edit';
import { writeRename } from './rename';

/** Gives a step another name wherever it is mentioned; refused where another definition would win or lose by it. */
export async function renameStep(from: string, to: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const repository = await openRepository([], options, terminal, { check: false, writes: options.dryRun !== true });
  const { workspace } = repository;
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
  const at = { ...repository, path: place.fact.file.path, offset: span.start + 1, preferences: {} };
  return writeRename(at, to, options, terminal);
}
