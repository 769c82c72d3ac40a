import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../server/src/base/cancellation';
import { lineStarts, positionAt, type Span } from '../../server/src/base/text';
import { copyOf, addMergeFindings } from '../../server/src/features/states/merge-findings';
import type { PlacedFinding } from '../../server/src/model/finding';
import { silences } from '../../server/src/model/suppression';
import { Workspace, type WorkspaceOptions } from '../../server/src/workspace';

/** Where a fixture without `#- path` stands. */
export const DEFAULT_PATH = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';

/** Files in text form, with their marks taken out. */
export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  /** What comments of carets say is found, in the order of the text. */
  readonly marks: readonly Mark[];
  readonly cursor: { readonly path: string; readonly offset: number } | undefined;
}

export interface Mark {
  readonly path: string;
  readonly code: string;
  readonly span: Span;
  /** Written `^^..`: the range goes on in a later line, so only its start is said. */
  readonly goesOn: boolean;
}

/**
 * Reads a fixture. `#- path` starts a file; a text without one is the single file `path`. `$0` is the cursor. A comment
 * of carets and a code marks a range of the nearest line above that is no such comment; columns are UTF-16 units, and a
 * `#` in column 0 right before the carets counts as one.
 *
 *     train: a
 *     train: b
 *     #^^^^ registry/duplicate-key
 */
export function parseFixture(text: string, path = DEFAULT_PATH): Fixture {
  const files = new Map<string, string>();
  const marks: Mark[] = [];
  let cursor: Fixture['cursor'];
  for (const [name, body] of splitFiles(text, path)) {
    assert.ok(!files.has(name), `the fixture has ${name} twice`);
    const file = readBody(name, body);
    files.set(name, file.text);
    marks.push(...file.marks);
    if (file.cursor === undefined) continue;
    assert.equal(cursor, undefined, 'the fixture has two cursors');
    cursor = { path: name, offset: file.cursor };
  }
  return { files, marks, cursor };
}

/** A complete workspace of a fixture's files, settled, with nothing left to take. */
export function workspaceOf(fixture: Fixture | string, options: WorkspaceOptions = {}): Workspace {
  const { files } = typeof fixture === 'string' ? parseFixture(fixture) : fixture;
  return workspaceOfFiles(files, options);
}

/** The same from texts by path; they are taken in the order of the map. */
export function workspaceOfFiles(files: ReadonlyMap<string, string>, options: WorkspaceOptions = {}): Workspace {
  const workspace = new Workspace({ readText: path => files.get(path), ...options });
  for (const [path, text] of files)
    if (workspace.claims(path)) workspace.takeChanges(new Map([[path, { text, open: false }]]));
    else workspace.addPath(path);
  workspace.complete();
  workspace.check();
  workspace.takeChangedPaths();
  return workspace;
}

/**
 * Asserts that the findings are exactly the marked ones, by code and range. Only findings of `codes` count (a family is
 * `step/*`); by default those of the codes that are marked, and of every rule where nothing is marked. What must always
 * hold is asserted of all findings. Returns the workspace, for further questions.
 */
export function checkFindings(
  fixture: Fixture | string,
  codes?: readonly string[],
  options: WorkspaceOptions = {},
): Workspace {
  const parsed = typeof fixture === 'string' ? parseFixture(fixture) : fixture;
  const workspace = workspaceOf(parsed, options);
  checkMarks(workspace, parsed, codes);
  return workspace;
}

/** The same of a workspace that has the files of a fixture. */
export function checkMarks(workspace: Workspace, parsed: Fixture, codes?: readonly string[]): void {
  const all = [...parsed.files.keys()].flatMap(path => workspace.findings(path));
  checkInvariants(all, parsed.files);
  const counts = (code: string) =>
    codes?.some(pattern => silences(pattern, code)) ??
    (parsed.marks.length === 0 || parsed.marks.some(mark => mark.code === code));
  const found = all.filter(({ code }) => counts(code)).map(finding => describe(finding, parsed));
  assert.deepEqual(found.sort(), parsed.marks.map(mark => describe(mark, parsed)).sort());
}

/** Puts what a merge preview shows among the findings, where the project file asks for it. */
export async function foretell(workspace: Workspace): Promise<Workspace> {
  const checkpoint = soleCheckpoint();
  await addMergeFindings(workspace, () => copyOf(workspace, checkpoint), checkpoint);
  return workspace;
}

/** What must hold of any finding, whatever the rule. */
export function checkInvariants(findings: readonly PlacedFinding[], files: ReadonlyMap<string, string>): void {
  for (const finding of findings) {
    checkSpan(finding, files);
    checkMessage(finding.message, finding.code);
    assert.ok(finding.related.length <= 3, `${finding.code} has more than three related places`);
    for (const related of finding.related) {
      checkSpan({ ...related, code: finding.code }, files);
      checkMessage(related.message, finding.code);
    }
    for (const fix of finding.fixes) {
      checkMessage(fix.title, finding.code);
      assert.ok(fix.edits.length > 0, `a fix of ${finding.code} changes nothing`);
      for (const edit of fix.edits) if (edit.do === 'replace-span') checkSpan({ ...edit, code: finding.code }, files);
    }
  }
}

function checkSpan(of: { path: string; span: Span; code: string }, files: ReadonlyMap<string, string>): void {
  const text = files.get(of.path);
  const where = `${of.code} at ${of.path}:${of.span.start}-${of.span.end}`;
  assert.ok(text !== undefined, `${where}: no such file`);
  assert.ok(of.span.start >= 0 && of.span.start <= of.span.end && of.span.end <= text.length, `${where}: outside`);
  for (const offset of [of.span.start, of.span.end])
    assert.ok(!/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)), `${where}: splits a pair`);
}

function checkMessage(message: string, code: string): void {
  assert.ok(message.trim() !== '', `${code} says nothing`);
  assert.ok(!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(message), `${code} says control characters: ${message}`);
  assert.ok(!message.startsWith('This check failed'), `${code}: ${message}`);
}

/** One line per finding or mark, so that a failed comparison reads like a list. */
function describe(of: Mark | PlacedFinding, { files, marks }: Fixture): string {
  const starts = lineStarts(files.get(of.path)!);
  const [from, to] = [positionAt(starts, of.span.start), positionAt(starts, of.span.end)];
  const goesOn =
    'goesOn' in of
      ? of.goesOn
      : to.line > from.line &&
        marks.some(mark => mark.goesOn && mark.path === of.path && mark.span.start === of.span.start);
  const end = goesOn ? 'later' : from.line === to.line ? String(to.column) : `${to.line + 1}:${to.column}`;
  return `${of.path}:${from.line + 1}:${from.column}-${end} ${of.code}`;
}

function splitFiles(text: string, path: string): [string, string[]][] {
  const files: [string, string[]][] = [];
  let current: [string, string[]] = [path, []];
  for (const line of text.split('\n')) {
    const name = /^#- (\S.*?)\s*$/.exec(line)?.[1];
    if (name === undefined) {
      current[1].push(line);
      continue;
    }
    if (files.length > 0) current[1].push('');
    else assert.ok(current[1].join('').trim() === '', 'the fixture has text before its first file');
    files.push((current = [name, []]));
  }
  if (files.length > 0) return files;
  // A template literal begins with a line end that is not meant.
  if (current[1][0] === '' && current[1].length > 1) current[1].shift();
  return [current];
}

const CARETS = /^(\s*#[^\S\n]*)(\^+)(\.\.)?[^\S\n]+([a-z0-9-]+(?:\/[a-z0-9-]+)?)\s*$/;

function readBody(path: string, lines: readonly string[]): { text: string; marks: Mark[]; cursor: number | undefined } {
  const kept: string[] = [];
  const marks: Mark[] = [];
  let cursor: number | undefined;
  let lineStart = 0;
  let next = 0;
  for (const line of lines) {
    const match = CARETS.exec(line);
    if (match !== null) {
      marks.push({ path, ...markOf(match, lineStart, kept.at(-1)) });
      continue;
    }
    const at = line.indexOf('$0');
    if (at >= 0) {
      assert.equal(cursor, undefined, 'the fixture has two cursors');
      cursor = next + at;
    }
    kept.push(at < 0 ? line : line.slice(0, at) + line.slice(at + 2));
    lineStart = next;
    next += kept.at(-1)!.length + 1;
  }
  return { text: kept.join('\n'), marks, cursor };
}

function markOf(match: RegExpExecArray, lineStart: number, line: string | undefined): Omit<Mark, 'path'> {
  const [, before, carets, goesOn, code] = match;
  assert.ok(line !== undefined, 'the fixture marks a line above its first');
  const start = before === '#' ? 0 : before!.length;
  const end = before!.length + carets!.length;
  assert.ok(end <= line.length, `the fixture marks beyond the end of: ${line}`);
  return { code: code!, goesOn: goesOn !== undefined, span: { start: lineStart + start, end: lineStart + end } };
}
