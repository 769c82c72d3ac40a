import { groupBy, pushTo } from '../../base/collections';
import { sharedEnd, sharedStart, type Span } from '../../base/text';
import type { Fact } from '../../model/fact';
import type { PlacedFinding } from '../../model/finding';
import type { Fix, FixEdit } from '../../model/fix';
import type { Value } from '../../model/value';
import type { Workspace } from '../../workspace';
import { addItem, removeListItem } from './list-edits';
import { addMember } from './member-edits';
import { addEntries, addField, moveEntry, removeEntry } from './entry-edits';
import { removeFields } from './field-removal';
import { editTargetAt, type EditTarget } from './fix-target';
import { indentBefore, isBlank, lineEnd, nextLine, skipBack } from '../text/text-layout';
import { isYamlOrString, withoutQuotes, rewriteLiteral, styleAt, writeValue } from '../text/literal-style';
import { sortedEdits, remove, type TextEdit } from './text-edit';

/** The change of one file by a fix. Edits are in the order of the text and never overlap. */
export type FileEdits =
  | { readonly path: string; readonly edits: readonly TextEdit[] }
  /** The file does not exist yet. */
  | { readonly path: string; readonly create: string }
  /** The file gets another path, as it is. */
  | { readonly path: string; readonly rename: string };

/** A fix together with the finding it repairs. */
export interface QuickFix {
  readonly finding: PlacedFinding;
  readonly fix: Fix;
}

/** The fixes of the findings that touch `span`, without those that cannot be made in the present texts. */
export function quickFixes(workspace: Workspace, path: string, span: Span): readonly QuickFix[] {
  return workspace
    .findings(path)
    .filter(finding => finding.span.start <= span.end && span.start <= finding.span.end)
    .flatMap(finding => finding.fixes.map(fix => ({ finding, fix })))
    .filter(({ fix }) => fileEditsOf(workspace, fix) !== undefined);
}

/**
 * The changes that a fix makes, computed for the present texts. Returns undefined if they cannot all be made: a damaged
 * text does not show a place, a file has changed on disk since it was read, or a value is decided at run time.
 */
export function fileEditsOf(workspace: Workspace, fix: Fix): readonly FileEdits[] | undefined {
  const edits = new Map<string, TextEdit[]>();
  const created: FileEdits[] = [];
  const targets = new Map<string, EditTarget | undefined>();
  /** Notes what is to be made in a file; false if it cannot be. */
  const take = (path: string, make: (target: EditTarget) => readonly TextEdit[] | undefined): boolean => {
    if (!targets.has(path)) targets.set(path, editTargetAt(workspace, path));
    const target = targets.get(path);
    const made = target && make(target);
    for (const each of made ?? []) pushTo(edits, path, each);
    return made !== undefined;
  };
  const entries = groupBy(
    fix.edits.filter(edit => edit.do === 'add-entry'),
    ({ path, to }) => `${path}\0${to}`,
  );
  // What is added to one variable stands in one place, in the order of the edits.
  for (const group of entries.values())
    if (!take(group[0].path, target => addEntries(target, group[0].to, group))) return undefined;
  for (const edit of fix.edits) {
    if (edit.do === 'add-entry') continue;
    if (edit.do === 'create-file') {
      if (!isFree(workspace, edit.path)) return undefined;
      created.push({ path: edit.path, create: edit.text });
      continue;
    }
    if (edit.do === 'rename-file') {
      if (!isFree(workspace, edit.to) || !workspace.lookup.hasFile(edit.path)) return undefined;
      created.push({ path: edit.path, rename: edit.to });
      continue;
    }
    if (!take('path' in edit ? edit.path : factOf(edit).file.path, target => editsOf(target, edit))) return undefined;
  }
  const changed: FileEdits[] = [];
  for (const [path, all] of edits) {
    const inOrder = sortedEdits(all);
    if (inOrder === undefined) return undefined;
    changed.push({ path, edits: inOrder });
  }
  return [...created, ...changed];
}

function factOf(edit: Exclude<TextFixEdit, { readonly path: string }>): Fact {
  if ('in' in edit) return edit.in.fact;
  return 'at' in edit ? edit.at.fact : edit.fact;
}

type TextFixEdit = Exclude<FixEdit, { do: 'create-file' | 'rename-file' | 'add-entry' }>;

function editsOf(target: EditTarget, edit: TextFixEdit): TextEdit[] | undefined {
  const { workspace } = target;
  switch (edit.do) {
    case 'replace':
      return replaceName(target, workspace.span(edit.at), edit.text);
    case 'rewrite': {
      const span = workspace.span(edit.at);
      return span && [{ span, text: edit.text }];
    }
    case 'replace-span':
      return [edit.text === '' ? removalEdit(target.text, edit.span) : { span: edit.span, text: edit.text }];
    case 'remove-entry':
      return removeEntry(target, edit.fact);
    case 'add-field':
      return addField(target, edit.fact, edit.name, edit.value);
    case 'remove-fields':
      return removeFields(target, edit.fact, edit.indices);
    case 'move-entry':
      return moveEntry(target, edit.fact, edit.to);
    case 'replace-value':
      return replaceValue(target, workspace.span(edit.at), edit.value);
    case 'add-item':
      return addItem(target, edit.fact, edit.value);
    case 'remove-item':
      return removeListItem(target.text, workspace.span(edit.at));
    case 'replace-string':
      return replaceString(target, workspace.span(edit.at), edit);
    case 'add-member':
      return addMember(target, edit.in, edit.member);
  }
}

function isFree(workspace: Workspace, path: string): boolean {
  const isInside = !path.startsWith('/') && !/(^|\/)\.\.(\/|$)|[\\:\0]/.test(path);
  return isInside && !workspace.lookup.hasFile(path) && !workspace.lookup.hasFolder(path);
}

/**
 * Replaces a name, or the content of a string. Returns undefined if the text does not show it (`span` is undefined).
 */
export function replaceName({ path, text }: EditTarget, span: Span | undefined, to: string): TextEdit[] | undefined {
  if (span === undefined) return undefined;
  const made = rewriteLiteral(text.slice(span.start, span.end), to, styleAt(path, text, span.start));
  return [{ span: { start: span.start + made.span.start, end: span.start + made.span.end }, text: made.text }];
}

/**
 * Replaces a string, and all others of the file that are the same if they have to stay alike. Returns undefined if something else stands
 * there, such as the name of a constant.
 */
function replaceString(
  target: EditTarget,
  span: Span | undefined,
  { text: to, everywhere }: Extract<FixEdit, { do: 'replace-string' }>,
): TextEdit[] | undefined {
  const { path, text } = target;
  if (span === undefined || !isYamlOrString(path, text, span)) return undefined;
  const literal = text.slice(span.start, span.end);
  if (everywhere !== true) return replaceInString(target, span, to);
  const edits: TextEdit[] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length))
    edits.push(...(replaceInString(target, { start: at, end: at + literal.length }, to) ?? []));
  return edits;
}

/** Replaces the part of a string that differs, where nothing in it has to be written otherwise than it is read. */
function replaceInString(target: EditTarget, span: Span, to: string): TextEdit[] | undefined {
  const inner = withoutQuotes(target.text, span);
  const from = target.text.slice(inner.start, inner.end);
  const start = sharedStart(from, to);
  const end = sharedEnd(from.slice(start), to.slice(start));
  const added = to.slice(start, to.length - end);
  const quote = inner.start === span.start ? '\\' : target.text.charAt(inner.start - 1);
  const isAsRead = !/[\\\n\r]/.test(from) && !from.includes(quote) && /^[\w./-]+$/.test(added);
  if (!isAsRead || start + end === 0) return replaceName(target, span, to);
  return [{ span: { start: inner.start + start, end: inner.end - end }, text: added }];
}

function replaceValue({ path, text }: EditTarget, span: Span | undefined, value: Value): TextEdit[] | undefined {
  const made = span && writeValue(value, styleAt(path, text, span.start));
  return span === undefined || made === undefined ? undefined : [{ span, text: made }];
}

/** Removes a span; at the end of a line also the spaces before it, and the line itself if nothing else is on it. */
function removalEdit(text: string, span: Span): TextEdit {
  if (!isBlank(text.slice(span.end, lineEnd(text, span.end)))) return remove(span.start, span.end);
  const indent = indentBefore(text, span.start);
  if (indent !== undefined) return remove(span.start - indent.length, nextLine(text, span.end));
  return remove(skipBack(text, span.start, /[ \t]/), lineEnd(text, span.end));
}
