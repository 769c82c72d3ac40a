import { compareStrings } from '../base/collections';
import { visible } from '../base/visible';
import { conflicts } from '../features/conflicts';
import { SEVERITIES, type PlacedFinding, type Severity } from '../model/finding';
import { silences } from '../model/suppression';
import { RULES } from '../rules/index';
import { writeJson } from './json';
import type { LintResult } from './lint-result';
import { checkWorkspace, isInScope, openRepository, type Repository, type RepositoryOptions } from './repository';
import { conflictsText } from './report-conflicts';
import { conflictJson, lintJson } from './report-json';
import { lintText } from './report-text';
import type { Terminal } from './terminal';
import { unknownName, WrongUse } from './wrong-use';

export interface LintOptions extends RepositoryOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity | 'never';
  readonly rule?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly workspace?: string;
  readonly checkConflicts?: boolean;
}

/** Reports findings. Exit code 1 when one is as severe as `--fail-on`, or when there are too many warnings. */
export async function lint(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<number> {
  const rules = options.rule?.map(pattern => knownRule(pattern));
  const repository = await openRepository(paths, options, terminal, { check: true });
  checkWorkspace(repository.workspace, options.workspace);
  const files = filesOf(repository, options.workspace);
  const findings = files.flatMap(path => findingsOf(repository, path, rules, options.strict ?? false));
  const result = { findings, counts: count(findings), files: files.length, milliseconds: performance.now() };
  const clashes = options.checkConflicts === true ? conflicts(repository.workspace, options.workspace) : undefined;
  if (options.format === 'json') {
    const also = clashes && { conflicts: clashes.map(each => conflictJson(repository.workspace, each)) };
    writeJson({ ...lintJson(repository.workspace, result), ...also }, terminal);
  } else {
    const also = clashes === undefined ? '' : conflictsText(repository, clashes, terminal);
    terminal.write(lintText(repository, result, terminal, also));
  }
  if (files.length === 0) terminal.note(nothingRead(repository, options.workspace));
  return fails(result, options) || (clashes?.length ?? 0) > 0 ? 1 : 0;
}

/** The files asked about that were read, sorted. */
function filesOf({ workspace, scope }: Repository, id: string | undefined): string[] {
  const files = [...workspace.paths()].filter(path => {
    if (!isInScope(path, scope)) return false;
    return id === undefined || workspace.workspaceOf(workspace.file(path)!) === id;
  });
  return files.sort(compareStrings);
}

function findingsOf(
  { workspace }: Repository,
  path: string,
  rules: readonly string[] | undefined,
  strict: boolean,
): PlacedFinding[] {
  return workspace
    .findings(path)
    .filter(({ code }) => rules === undefined || rules.some(pattern => silences(pattern, code)))
    .map(finding => (strict && isStrict(finding) ? { ...finding, severity: 'error' } : finding));
}

/** What `--strict` does not tolerate: open conflicts, and artifacts that do not conform. */
function isStrict({ code, severity }: PlacedFinding): boolean {
  return severity === 'warning' && STRICT.some(pattern => silences(pattern, code));
}

const STRICT = ['step/conflict', 'step/ambiguous-resolution', 'artifact/*'];

/** A code, or a family as `step/*` or `step`. */
function knownRule(pattern: string): string {
  const codes = RULES.map(rule => rule.code);
  const full = pattern.includes('/') ? pattern : `${pattern}/*`;
  if (codes.some(code => silences(full, code))) return full;
  const families = codes.map(code => code.slice(0, code.indexOf('/')));
  throw new WrongUse(unknownName('rule', pattern, [...codes, ...new Set(families)]));
}

function count(findings: readonly PlacedFinding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function fails({ counts }: LintResult, { failOn, maxWarnings }: LintOptions): boolean {
  const failing = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return failing.some(severity => counts[severity] > 0) || (maxWarnings !== undefined && counts.warning > maxWarnings);
}

function nothingRead({ scope, pathOf }: Repository, id: string | undefined): string {
  const where = scope.map(path => `'${visible(pathOf(path))}'`).join(', ');
  const whose = id === undefined ? '' : ` of workspace '${visible(id)}'`;
  return `Nothing${whose} was read in ${where}: no file there can hold a registry, or git ignores it.\n`;
}
