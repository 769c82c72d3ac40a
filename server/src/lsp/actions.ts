import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { lineStarts, type Span } from '../base/text';
import { fileFixes, quickFixes, type FileFix, type QuickFix } from '../features/fixes';
import type { Client } from './client';
import { diagnosticOf, rangeOf } from './convert';
import type { Root } from './root';
import type { Located } from './session';

/** Quick fixes as code actions. Where the client asks again for the edits, they are left out until it does. */

/** Finds a fix again: texts may have moved in between. */
export interface ActionData {
  readonly uri: string;
  readonly code: string;
  readonly key: string;
  readonly message: string;
  readonly title: string;
  /** Which of the fixes that agree in all this. */
  readonly nth: number;
}

/** Nothing when the text at `span` has no finding that can be repaired now. */
export function actionsAt(
  { root, path }: Located,
  span: Span,
  params: CodeActionParams,
  client: Client,
): CodeAction[] | undefined {
  const { only, diagnostics } = params.context;
  if (only?.some(kind => kind === '' || kind === CodeActionKind.QuickFix) === false) return undefined;
  const fixes = quickFixes(root.workspace, path, span);
  const actions = fixes.flatMap((fix): CodeAction[] => {
    const edit = editOf(root, fix, client);
    if (edit === undefined) return [];
    const isOnly = fix.finding.fixes.length === 1;
    return [
      {
        title: fix.fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [sameAs(fix, root, diagnostics)],
        ...(fix.fix.safe && isOnly ? { isPreferred: true } : {}),
        ...(client.resolvesActions ? { data: dataOf(fix, fixes, params.textDocument.uri) } : { edit }),
      },
    ];
  });
  return actions.length === 0 ? undefined : actions;
}

/** The edits of an action in the present texts; nothing when it cannot be made any more. */
export function resolveAction({ root, path }: Located, data: ActionData, client: Client): WorkspaceEdit | undefined {
  const whole = { start: 0, end: Number.MAX_SAFE_INTEGER };
  const fix = quickFixes(root.workspace, path, whole).filter(each => isMeant(each, data))[data.nth];
  return fix && editOf(root, fix, client);
}

/** Data comes back from the client as it went, but may be anything all the same. */
export function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'uri' in data && typeof data.uri === 'string' && 'nth' in data;
}

function dataOf(fix: QuickFix, all: readonly QuickFix[], uri: string): ActionData {
  const { code, key, message } = fix.finding;
  const data = { uri, code, key, message, title: fix.fix.title };
  return { ...data, nth: all.filter(each => isMeant(each, data)).indexOf(fix) };
}

function isMeant({ finding, fix }: QuickFix, data: Omit<ActionData, 'nth'>): boolean {
  return (
    finding.code === data.code &&
    finding.key === data.key &&
    finding.message === data.message &&
    fix.title === data.title
  );
}

/** The diagnostic as the client sent it, so that it knows which one the action is for. */
function sameAs({ finding }: QuickFix, root: Root, sent: readonly Diagnostic[]): Diagnostic {
  const own = diagnosticOf(finding, root);
  const found = sent.find(
    each => each.code === own.code && each.message === own.message && sameRange(each.range, own.range),
  );
  return found ?? own;
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** Nothing for what the client cannot do. */
function editOf(root: Root, { fix }: QuickFix, client: Client): WorkspaceEdit | undefined {
  const files = fileFixes(root.workspace, fix);
  if (files === undefined) return undefined;
  if (client.hasDocumentChanges) {
    if (!client.createsFiles && files.some(file => 'create' in file)) return undefined;
    if (!client.renamesFiles && files.some(file => 'rename' in file)) return undefined;
    return { documentChanges: files.flatMap(file => documentChanges(root, file)) };
  }
  const changes: Record<string, TextEdit[]> = {};
  for (const file of files) {
    if ('create' in file || 'rename' in file) return undefined;
    changes[root.uriOf(file.path)] = textEdits(root, file);
  }
  return { changes };
}

function documentChanges(root: Root, file: FileFix): NonNullable<WorkspaceEdit['documentChanges']> {
  const uri = root.uriOf(file.path);
  if ('create' in file) {
    const start = { line: 0, character: 0 };
    const edits = [{ range: { start, end: start }, newText: file.create }];
    return [
      { kind: 'create', uri, options: { overwrite: false } },
      { textDocument: { uri, version: null }, edits },
    ];
  }
  if ('rename' in file)
    return [{ kind: 'rename', oldUri: uri, newUri: root.uriOf(file.rename), options: { overwrite: false } }];
  const version = root.versionOf(file.path) ?? null;
  return [{ textDocument: { uri, version }, edits: textEdits(root, file) }];
}

function textEdits(root: Root, { path, edits }: Extract<FileFix, { edits: unknown }>): TextEdit[] {
  const text = root.workspace.text(path) ?? '';
  const starts = lineStarts(text);
  return edits.map(edit => ({ range: rangeOf(starts, edit.span), newText: edit.text }));
}
