import { soleCheckpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import { summedUp } from '../../features/overviews/summed-up';
import { blindSpots } from '../../features/overviews/blind-spots';
import { copyOf, addMergeFindings } from '../../features/states/merge-findings';
import { refresh } from '../../host/refresh';
import { watchFolder } from '../../host/watch';
import type { PlacedFinding, Severity } from '../../model/finding';
import { jsonText } from '../../features/text/json';
import { lintJson } from '../output/lint-json';
import { lintText } from '../output/lint-text';
import { isInScope, openRepository, type Repository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';

/** The options of `watch`. */
export interface WatchOptions extends RepositoryOptions {
  readonly format: 'text' | 'json';
}

/**
 * Reports all findings, then as files change those of files whose findings have changed. Runs until the process is
 * stopped.
 */
export async function watch(paths: readonly string[], options: WatchOptions, terminal: Terminal): Promise<number> {
  const repository = await openRepository(paths, options, terminal, { check: true });
  const { root, workspace, scope } = repository;
  const inScope = (at: string): boolean => isInScope(at, scope);
  const shown = new Map<string, string>();
  /** Whether the findings of a file are other ones than at the last call for this file. */
  const differs = (at: string): boolean => {
    const now = JSON.stringify(workspace.findings(at).map(({ code, span, message }) => [code, span, message]));
    const before = shown.get(at);
    shown.set(at, now);
    return before !== now && !(before === undefined && now === '[]');
  };
  const checkpoint = soleCheckpoint();
  const foretell = (): Promise<void> => addMergeFindings(workspace, () => copyOf(workspace, checkpoint), checkpoint);
  await foretell();
  let last = Promise.resolve();
  const follow = (changed: ReadonlySet<string>): Promise<void> =>
    (last = last.then(async () => {
      const began = performance.now();
      await refresh(workspace, root, changed);
      workspace.check();
      await foretell();
      const files = [...workspace.takeChangedPaths()].filter(at => inScope(at) && differs(at));
      if (files.length > 0) report(repository, files, began, options, terminal);
    }));
  const { stop } = watchFolder(root, changed => void follow(changed));
  // What was read is reported first, and then what has changed before the folder was watched.
  const all = [...workspace.paths()].filter(inScope);
  all.forEach(differs);
  report(repository, all, 0, options, terminal);
  workspace.takeChangedPaths();
  void follow(new Set(['']));
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        stop();
        resolve(0);
      });
  });
}

/** Says what is found in files, and how long the round that began then has taken. JSON is one line for each report. */
function report(
  repository: Repository,
  files: readonly string[],
  began: number,
  { format }: WatchOptions,
  terminal: Terminal,
): void {
  const { workspace } = repository;
  const sorted = [...files].sort(compareStrings);
  const findings = sorted.flatMap(path => workspace.findings(path));
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  const fails = ({ severity }: PlacedFinding): boolean => severity === 'error';
  const result = {
    findings,
    counts,
    files: sorted,
    milliseconds: performance.now() - began,
    fails,
    suppressed: [],
    blindSpots: blindSpots(workspace),
  };
  const json = { ...lintJson(workspace, result), milliseconds: Math.round(result.milliseconds) };
  if (format === 'json') terminal.write(`${jsonText(json).replace(/\n */g, '')}\n`);
  else terminal.write(lintText(repository, { ...result, findings: summedUp(findings) }, terminal, ''));
}
