import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { groupBy } from '../../base/collections';
import type { Span } from '../../base/text';
import { fixActions, fixAll, refactorActions, type Action } from '../../features/edit/actions';
import { explainableAt } from '../../features/explain/explainable';
import type { FileEdits } from '../../features/edit/fixes';
import type { PlacedFinding } from '../../model/finding';
import { RULES } from '../../rules';
import { EXPLAIN_ACTION, FIX_ALL_ACTION, type ExplainParams } from '../../protocol';
import type { Client } from '../session/client-capabilities';
import { commandsFor } from './commands';
import { diagnosticOf, textEditsOf } from '../session/convert';
import type { Root } from '../session/root';
import type { Located } from '../session/root-set';
import type { Session } from '../session/session';

/** Quick fixes and other changes as code actions. Where the client asks again for the edits, they are left out until it does. */

/** Finds a fix again: texts may have moved in between. */
export interface ActionData {
  readonly uri: string;
  readonly code: string;
  readonly key: string;
  readonly message: string;
  readonly title: string;
  /** The index among the fixes that agree in all other fields. */
  readonly nth: number;
}

/** The code actions at `span`. Refactorings and explanations are offered only to a person who asks for actions. */
export function actionsAt(
  located: Located,
  span: Span,
  params: CodeActionParams,
  client: Client,
): CodeAction[] | undefined {
  const { only, triggerKind } = params.context;
  const wants = (kind: string): boolean =>
    only?.some(each => each === '' || kind === each || kind.startsWith(`${each}.`)) !== false;
  const isAsked = only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
  const actions = [
    ...(wants(CodeActionKind.QuickFix) ? quickFixesAt(located, span, params, client) : []),
    ...(wants(CodeActionKind.QuickFix) ? rulePagesAt(located, span, params, client) : []),
    ...(isAsked && wants(CodeActionKind.Refactor) ? refactorsAt(located, span, client) : []),
    ...(isAsked && wants(EXPLAIN_ACTION) ? explainActionAt(located, span, client) : []),
    ...(only !== undefined && wants(FIX_ALL_ACTION) ? fixAllAction(located, client) : []),
  ];
  return actions.length === 0 ? undefined : actions;
}

/** The edits of an action in the present texts; nothing when it cannot be made any more. */
export function resolveAction(data: ActionData, session: Session): WorkspaceEdit | undefined {
  const located = session.at(data.uri);
  if (located === undefined) return undefined;
  const { root, path } = located;
  const whole = { start: 0, end: Number.MAX_SAFE_INTEGER };
  const fixes = fixesOf(root, path, whole);
  const [found] = fixes.filter(each => isSameFix(each, data)).slice(data.nth);
  return found && editOf(root, found.edits(), session.client);
}

/** The fixes of a finding, each with the data that `resolveAction` takes. */
export function fixesOfFinding(
  { root, path }: Located,
  { code, key, span }: PlacedFinding,
): { readonly title: string; readonly data: ActionData }[] {
  const fixes = fixesOf(root, path, span);
  return fixes
    .filter(({ finding }) => finding.code === code && finding.key === key && finding.span.start === span.start)
    .map(action => ({ title: action.title, data: dataOf(action, fixes, root.positions.uriOf(path)) }));
}

/** Whether this is the data of an action of ours: a client gives back what it was given, but it may send anything. */
export function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'uri' in data && typeof data.uri === 'string' && 'nth' in data;
}

type FixAction = Action & { readonly finding: PlacedFinding };

function fixesOf({ workspace }: Root, path: string, span: Span): FixAction[] {
  return fixActions(workspace, path, span).filter((action): action is FixAction => action.finding !== undefined);
}

function quickFixesAt({ root, path }: Located, span: Span, params: CodeActionParams, client: Client): CodeAction[] {
  const fixes = fixesOf(root, path, span);
  const shared = new Set<string>();
  return fixes.flatMap((action): CodeAction[] => {
    if (action.isShared === true && shared.size === shared.add(action.title).size) return [];
    const resolves = client.resolvesActions && canBeMade(action, client);
    const edit = resolves ? undefined : editOf(root, action.edits(), client);
    if (!resolves && edit === undefined) return [];
    return [
      {
        title: action.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticAsSent(action.finding, root, params.context.diagnostics)],
        ...(action.preferred ? { isPreferred: true } : {}),
        ...(edit === undefined ? { data: dataOf(action, fixes, params.textDocument.uri) } : { edit }),
      },
    ];
  });
}

/** The pages of the rules that speak here. */
function rulePagesAt({ root, path }: Located, span: Span, params: CodeActionParams, client: Client): CodeAction[] {
  const { showRule } = commandsFor(client);
  if (showRule === undefined) return [];
  const touched = root.workspace
    .findings(path)
    .filter(finding => finding.span.start <= span.end && span.start <= finding.span.end);
  return [...groupBy(touched, ({ code }) => code)].flatMap(([code, findings]) => {
    if (!RULES.some(rule => rule.code === code)) return [];
    const title = `Show what ${code} means`;
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: findings.map(finding => diagnosticAsSent(finding, root, params.context.diagnostics)),
        command: { title, command: showRule, arguments: [code] },
      },
    ];
  });
}

/** Whether the client can do everything that a fix may take, so that asking for its edits can wait. */
function canBeMade({ finding }: FixAction, client: Client): boolean {
  const creates = finding.fixes.some(({ edits }) => edits.some(edit => edit.do === 'create-file'));
  return client.hasDocumentChanges && (client.createsFiles || !creates);
}

function refactorsAt({ root, path }: Located, { start }: Span, client: Client): CodeAction[] {
  return refactorActions(root.workspace, path, start).flatMap(action => {
    const edit = editOf(root, action.edits(), client);
    return edit === undefined ? [] : [{ title: action.title, kind: CodeActionKind.Refactor, edit }];
  });
}

function explainActionAt({ root, path }: Located, { start }: Span, client: Client): CodeAction[] {
  const found = explainableAt(root.workspace, path, start, root.preferences);
  if (found === undefined) return [];
  const { name, context } = found;
  const asked: ExplainParams = {
    uri: root.positions.uriOf(path),
    name,
    profile: context.profile,
    ...(context.workspace === undefined ? {} : { workspace: context.workspace }),
  };
  const title = `Explain resolution of '${name}'`;
  return [
    { title, kind: EXPLAIN_ACTION, command: { title, command: commandsFor(client).explain, arguments: [asked] } },
  ];
}

function fixAllAction({ root, path }: Located, client: Client): CodeAction[] {
  const edit = editOf(root, fixAll(root.workspace, path), client);
  return edit === undefined ? [] : [{ title: 'Fix all that is safe to fix', kind: FIX_ALL_ACTION, edit }];
}

function dataOf(action: FixAction, all: readonly FixAction[], uri: string): ActionData {
  const { code, key, message } = action.finding;
  const data = { uri, code, key, message, title: action.title };
  return { ...data, nth: all.filter(each => isSameFix(each, data)).indexOf(action) };
}

function isSameFix({ finding, title }: FixAction, data: Omit<ActionData, 'nth'>): boolean {
  return (
    finding.code === data.code && finding.key === data.key && finding.message === data.message && title === data.title
  );
}

/** The diagnostic as the client sent it, so that it knows which one the action is for. */
function diagnosticAsSent(finding: PlacedFinding, root: Root, sent: readonly Diagnostic[]): Diagnostic {
  const own = diagnosticOf(finding, root.positions);
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

/** The edits in the words of the protocol; nothing where the client cannot do them. */
export function editOf(root: Root, files: readonly FileEdits[] | undefined, client: Client): WorkspaceEdit | undefined {
  if (files === undefined) return undefined;
  if (client.hasDocumentChanges) {
    if (!client.createsFiles && files.some(file => 'create' in file)) return undefined;
    if (!client.renamesFiles && files.some(file => 'rename' in file)) return undefined;
    return { documentChanges: files.flatMap(file => documentChanges(root, file)) };
  }
  const changes: Record<string, TextEdit[]> = {};
  for (const file of files) {
    if ('create' in file || 'rename' in file) return undefined;
    changes[root.positions.uriOf(file.path)] = textEdits(root, file);
  }
  return { changes };
}

function documentChanges(root: Root, file: FileEdits): NonNullable<WorkspaceEdit['documentChanges']> {
  const uri = root.positions.uriOf(file.path);
  if ('create' in file) {
    const start = { line: 0, character: 0 };
    const edits = [{ range: { start, end: start }, newText: file.create }];
    return [
      { kind: 'create', uri, options: { overwrite: false } },
      { textDocument: { uri, version: null }, edits },
    ];
  }
  if ('rename' in file)
    return [{ kind: 'rename', oldUri: uri, newUri: root.positions.uriOf(file.rename), options: { overwrite: false } }];
  const version = root.documents.versionOf(file.path) ?? null;
  return [{ textDocument: { uri, version }, edits: textEdits(root, file) }];
}

function textEdits(root: Root, { path, edits }: Extract<FileEdits, { edits: unknown }>): TextEdit[] {
  return textEditsOf(root.workspace.text(path) ?? '', edits);
}
