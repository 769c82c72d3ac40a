import { soleCheckpoint } from '../../base/cancellation';
import { copyOf, addMergeFindings } from '../../features/states/merge-findings';
import { openHistory } from '../../host/git';
import { loadCommit, readAt } from '../../host/load-commit';
import type { PlacedFinding } from '../../model/finding';
import { Workspace } from '../../workspace';
import { commitAt } from '../environment/states';
import { settingsFor, type Repository, type RepositoryOptions } from '../environment/repository';
import { fingerprinted } from '../output/lint-result';

/**
 * A filter for the findings that the work since `ref` is responsible for: all findings in files that it changed, and
 * new findings in other files. As in a pull request, the work begins at the common ancestor of `ref` and `HEAD`.
 */
export async function changedSince(
  { root, workspace }: Repository,
  ref: string,
  options: RepositoryOptions,
): Promise<(findings: readonly PlacedFinding[]) => PlacedFinding[]> {
  // Before the first commit there is no HEAD, and everything is new.
  const here = ref === 'HEAD' ? openHistory(root) : undefined;
  if (here !== undefined && (await here.resolve('HEAD')) === undefined) return findings => [...findings];
  const { history, commit } = await commitAt(root, ref);
  const head = await history.resolve('HEAD');
  const base = (head === undefined ? undefined : await history.mergeBase(commit, head)) ?? commit;
  const then = new Workspace({ settings: settingsFor(root, options) });
  const files = await loadCommit(then, history, base, { check: true });
  const textThen = async (path: string): Promise<string | undefined> => (await readAt(history, files, path))?.text;
  const checkpoint = soleCheckpoint();
  await addMergeFindings(then, () => copyOf(then, checkpoint, textThen), checkpoint);
  const changed = new Set<string>();
  for (const at of workspace.paths()) {
    const before = files.has(at) ? await textThen(at) : undefined;
    if (before !== workspace.text(at)) changed.add(at);
  }
  const known = new Set<string>();
  for (const at of then.paths()) for (const { fingerprint } of fingerprinted(then.findings(at))) known.add(fingerprint);
  return findings =>
    fingerprinted(findings).flatMap(({ finding, fingerprint }) =>
      changed.has(finding.path) || !known.has(fingerprint) ? [finding] : [],
    );
}
