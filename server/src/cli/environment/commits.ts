import { escapeInvisible } from '../../base/message-text';
import { openHistory, type History } from '../../host/git';
import { WrongUse } from './wrong-use';

/** The history of a repository, and the commit that a ref names in it. */
export async function commitAt(root: string, ref: string): Promise<{ history: History; commit: string }> {
  const history = openHistory(root);
  const name = escapeInvisible(ref);
  if (history === undefined)
    throw new WrongUse(`There is no branch or commit '${name}': ${escapeInvisible(root)} is in no Git repository.`);
  const commit = await history.resolve(ref);
  if (commit === undefined) throw new WrongUse(`There is no branch, tag or commit '${name}'.`);
  return { history, commit };
}
