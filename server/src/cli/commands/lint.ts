import { defined } from '../../base/defined';
import path from 'node:path';
import { soleCheckpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import { pluralize } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { blindSpots } from '../../features/overviews/blind-spots';
import { possibleConflicts, type Conflict } from '../../features/overviews/conflicts';
import { countsBySeverity, summedUp } from '../../features/overviews/summed-up';
import { copyOf, addMergeFindings } from '../../features/states/merge-findings';
import { jsonText } from '../../features/text/json';
import { readText } from '../../host/read-text';
import { exists } from '../../host/roots';
import { writeAll } from '../../host/write';
import { SEVERITIES, type PlacedFinding, type Severity } from '../../model/finding';
import { isLink } from '../../model/link';
import { silences } from '../../model/suppression';
import { RULES } from '../../rules';
import type { Workspace } from '../../workspace';
import { baselineText, compareWithBaseline, readBaseline } from './baseline';
import { fixAll } from './fix';
import type { KnownFinding, LintResult } from '../output/lint-result';
import { changedSince } from './only-changed';
import { patchOf } from '../output/patch-text';
import {
  checkAllSeen,
  checkWorkspace,
  isInScope,
  openRepository,
  type Repository,
  type RepositoryOptions,
  noteInterrupted,
} from '../environment/repository';
import { conflictsText } from '../output/conflicts-text';
import { agentText } from '../output/agent-text';
import { githubText } from '../output/github';
import { gitlabReport } from '../output/gitlab';
import { conflictJson, lintJson } from '../output/lint-json';
import { junitText } from '../output/junit';
import { rdjson } from '../output/rdjson';
import { sarifLog } from '../output/sarif';
import { lintText } from '../output/lint-text';
import type { Terminal } from '../environment/terminal';
import { unknownName, WrongUse } from '../environment/wrong-use';

/** The options of `lint`. */
export interface LintOptions extends RepositoryOptions {
  /** By default for whoever reads: an agent or a person. */
  readonly format?: 'text' | 'json' | 'sarif' | 'github' | 'junit' | 'gitlab' | 'rdjson' | 'agent';
  readonly failOn: Severity | 'never';
  readonly rule?: readonly string[];
  readonly strict?: boolean;
  readonly all?: boolean;
  readonly maxWarnings?: number;
  readonly workspace?: string;
  readonly checkConflicts?: boolean;
  readonly onlyChanged?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** Reports findings. Exit code 1 when one is as severe as `--fail-on`, or when there are too many warnings. */
export async function lint(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<number> {
  const rules = options.rule?.map(pattern => knownRule(pattern));
  const known = baselineFor(options);
  if (options.fixDryRun === true && options.format !== undefined && options.format !== 'text')
    throw new WrongUse('--fix-dry-run writes a patch, and its report to standard error: it takes no --format.');
  const repository = await openRepository(paths, options, terminal, { check: true, writes: options.fix === true });
  const { workspace } = repository;
  checkWorkspace(workspace, options.workspace);
  const isNew =
    options.onlyChanged === undefined ? undefined : await changedSince(repository, options.onlyChanged, options);
  const files = filesOf(repository, options.workspace);
  const chosen = (of: (path: string) => readonly PlacedFinding[]): PlacedFinding[] => {
    const all = files.flatMap(path =>
      of(path).map(each => (options.strict === true ? withStrictSeverity(each, workspace) : each)),
    );
    const some = isNew === undefined ? all : isNew(all);
    return some.filter(({ code }) => rules === undefined || rules.some(pattern => silences(pattern, code)));
  };
  const now = (): PlacedFinding[] => chosen(path => workspace.findings(path));
  if (options.fix === true || options.fixDryRun === true) fixFindings(repository, now, options, terminal);
  const checkpoint = soleCheckpoint();
  await addMergeFindings(workspace, () => copyOf(workspace, checkpoint), checkpoint);
  const found = now();
  if (options.updateBaseline === true) {
    checkAllSeen(repository, terminal);
    return writeBaseline(defined(options.baseline, 'the baseline to update'), found, terminal);
  }
  const baseline = known === undefined ? undefined : compareWithBaseline(found, known);
  const findings = baseline?.fresh ?? found;
  const result = {
    findings,
    counts: countsBySeverity(findings),
    files,
    milliseconds: performance.now(),
    fails: ({ severity }: PlacedFinding) => failingSeverities(options.failOn).includes(severity),
    suppressed: chosen(path => workspace.suppressed(path)),
    blindSpots: blindSpots(workspace).filter(
      each =>
        rules === undefined ||
        each.rules.some(code => rules.some(pattern => silences(pattern, code) || silences(code, pattern))),
    ),
    ...(baseline === undefined ? {} : { baseline }),
  };
  const clashes = options.checkConflicts === true ? possibleConflicts(workspace, options.workspace) : undefined;
  report(repository, result, clashes, options, terminal);
  if (files.length === 0) terminal.note(nothingRead(repository, options.workspace));
  return fails(result, options) || clashes?.some(({ certain }) => certain) === true ? 1 : 0;
}

function report(
  repository: Repository,
  result: LintResult,
  clashes: readonly Conflict[] | undefined,
  { format: asked, all, fixDryRun }: LintOptions,
  terminal: Terminal,
): void {
  const { workspace } = repository;
  const format = asked ?? (terminal.isForAgent ? 'agent' : 'text');
  const forPeople = all === true ? result : { ...result, findings: summedUp(result.findings) };
  if (format === 'sarif') terminal.write(jsonText(sarifLog(workspace, result, workspace.rules)));
  else if (format === 'github') terminal.command(githubText(repository, forPeople));
  else if (format === 'junit') terminal.write(junitText(repository, result));
  else if (format === 'gitlab') terminal.write(jsonText(gitlabReport(repository, result)));
  else if (format === 'rdjson') terminal.write(jsonText(rdjson(repository, result)));
  else if (format === 'json') {
    const also = clashes && { conflicts: clashes.map(each => conflictJson(workspace, each)) };
    terminal.write(jsonText({ ...lintJson(workspace, result), ...also }));
  } else {
    const also = clashes === undefined ? '' : conflictsText(repository, clashes, terminal);
    const text =
      format === 'agent' ? agentText(repository, result) + also : lintText(repository, forPeople, terminal, also);
    // The patch alone is the result.
    if (fixDryRun === true) terminal.note(text);
    else terminal.write(text);
  }
}

function baselineFor({ baseline, updateBaseline }: LintOptions): KnownFinding[] | undefined {
  if (updateBaseline === true && baseline === undefined)
    throw new WrongUse('Say which file: registry-intel lint --baseline <file> --update-baseline');
  return baseline === undefined || updateBaseline === true ? undefined : readBaseline(baseline);
}

/** The one file that is replaced without a question: it holds nothing but what this command wrote. */
function writeBaseline(file: string, findings: readonly PlacedFinding[], terminal: Terminal): number {
  const [folder, name] = [path.dirname(path.resolve(file)), path.basename(file)];
  noteInterrupted(folder, true, terminal);
  const before = exists(file) ? readText(file)?.text : undefined;
  if (before !== undefined) readBaseline(file);
  writeAll(folder, [{ path: name, text: baselineText(findings), ...(before === undefined ? {} : { before }) }]);
  terminal.note(`${pluralize(findings.length, 'finding', 'findings')} in ${escapeInvisible(file)}\n`);
  return 0;
}

/**
 * Makes safe fixes, in memory and with `--fix` on disk; says on standard error what has become of which file. Without that, the patch is the
 * result.
 */
function fixFindings(
  { root, workspace, pathOf }: Repository,
  now: () => readonly PlacedFinding[],
  { fixDryRun }: LintOptions,
  terminal: Terminal,
): void {
  const { count: made, changes } = fixAll(workspace, now);
  if (fixDryRun !== true) writeAll(root, changes);
  const did = fixDryRun === true ? 'Would fix' : 'Fixed';
  for (const change of changes)
    if (fixDryRun === true) terminal.write(patchOf(change));
    else terminal.note(`Changed ${escapeInvisible(pathOf(change.path))}\n`);
  terminal.note(`${did} ${pluralize(made, 'finding', 'findings')} in ${pluralize(changes.length, 'file', 'files')}\n`);
}

/** The files asked about that were read, sorted. */
function filesOf({ workspace, scope }: Repository, id: string | undefined): string[] {
  const files = [...workspace.paths()].filter(path => {
    if (!isInScope(path, scope) || isBareLink(workspace, path)) return false;
    return id === undefined || workspace.workspaceOf(defined(workspace.file(path), 'a file that was read')) === id;
  });
  return files.sort(compareStrings);
}

/** Whether a path is a link without facts or findings, which does not count as a file. */
function isBareLink(workspace: Repository['workspace'], path: string): boolean {
  return (
    workspace.file(path)?.facts.every(isLink) === true &&
    workspace.links.has(path) &&
    workspace.findings(path).length === 0
  );
}

/** A finding as `--strict` judges it. */
function withStrictSeverity(finding: PlacedFinding, workspace: Workspace): PlacedFinding {
  const { code, severity } = finding;
  return severity === 'warning' && workspace.isStrict(code) ? { ...finding, severity: 'error' } : finding;
}

/** A code, or a family as `step/*` or `step`. */
function knownRule(pattern: string): string {
  const codes = RULES.map(rule => rule.code);
  const full = pattern.includes('/') ? pattern : `${pattern}/*`;
  if (codes.some(code => silences(full, code))) return full;
  const families = codes.map(code => code.slice(0, code.indexOf('/')));
  throw new WrongUse(unknownName('rule', pattern, [...codes, ...new Set(families)]));
}

function fails({ counts }: LintResult, { failOn, maxWarnings }: LintOptions): boolean {
  return (
    failingSeverities(failOn).some(severity => counts[severity] > 0) ||
    (maxWarnings !== undefined && counts.warning > maxWarnings)
  );
}

function failingSeverities(failOn: LintOptions['failOn']): readonly Severity[] {
  return failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
}

function nothingRead({ scope, pathOf }: Repository, id: string | undefined): string {
  const where = scope.map(path => `'${escapeInvisible(pathOf(path))}'`).join(', ');
  const whose = id === undefined ? '' : ` of workspace '${escapeInvisible(id)}'`;
  return `Nothing${whose} was read in ${where}: no file there can hold a registry, or git ignores it.\n`;
}
