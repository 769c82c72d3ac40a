import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  DeclarationRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  HoverRequest,
  ImplementationRequest,
  InlayHintRequest,
  MarkupKind,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  WillRenameFilesRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
  type CancellationToken,
  type Connection,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type ProtocolRequestType,
  type SymbolInformation,
  type TextDocumentPositionParams,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { completion } from '../../features/at-cursor/completion';
import { definition, type Way } from '../../features/at-cursor/definition';
import { hierarchyAt } from '../../features/at-cursor/hierarchy';
import { hover } from '../../features/at-cursor/hover';
import { highlights, references } from '../../features/at-cursor/references';
import { symbols } from '../../features/at-cursor/symbols';
import {
  COMPARE,
  DASHBOARD,
  LATENCIES,
  EXPLAIN,
  EXPORT,
  GRAPH,
  MERGE_PREVIEW,
  NAMES,
  NEW_STEP,
  NEW_WORKSPACE,
  RELOAD,
  RENAME_ACROSS,
  SNAPSHOT,
  STATUS,
  TREE,
  WORKSPACES,
  type CompareParams,
  type ExplainParams,
  type ExportParams,
  type MergeParams,
  type NewStepParams,
  type NewWorkspaceParams,
  type RenameAcrossParams,
  type Scoped,
  type TreeParams,
} from '../../protocol';
import { actionsAt, isActionData, resolveAction } from './actions';
import { newStepOf, newWorkspaceOf } from './scaffolding';
import { completionsOf, linksOf, symbolsOf } from '../session/convert';
import { explained, listNames, listWorkspaces } from './explain';
import { failureOf } from '../session/errors';
import { incoming, itemOf, outgoing } from './hierarchy';
import { hintsIn, lensesIn, linksIn, resolveLens, symbolsEverywhere } from './annotations';
import { linkingOf } from './markdown-links';
import { nodesOf, statusOf } from './overview';
import { dashboardOf, graphOf } from './graph-and-dashboard';
import { placeOf, settled } from './places';
import { movedFiles, prepareRename, renamed, renamedAcross } from './rename';
import type { Session } from '../session/session';
import { comparisonOf, exportOf, mergePreviewOf, snapshotOf } from './states';

/** Answers one request; nothing where the text is not ours, which the client is told as null, never as an empty list. */
type Answer<P, R> = (params: P, session: Session, token: CancellationToken) => Promise<R | undefined> | R | undefined;
type Registration = (connection: Connection, session: () => Session) => void;

/** Every request that is answered. */
const REQUESTS: readonly Registration[] = [
  on(HoverRequest.type, async (params, session, token) => {
    const place = await settled(params, session, token);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    const found = hover(root.workspace, path, offset, root.preferences, linkingOf(root, session.client));
    return (
      found && {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: root.positions.rangeIn(path, found.span),
      }
    );
  }),

  on(CompletionRequest.type, (params, session) => {
    const place = placeOf(params, session);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    const found = completion(root.workspace, path, offset, root.preferences);
    const items = found && completionsOf(found, span => root.positions.rangeIn(path, span), session.client.hasSnippets);
    return items && { isIncomplete: found.incomplete || !root.isReady, items };
  }),

  on(DefinitionRequest.type, leadingTo('definitions')),
  on(DeclarationRequest.type, leadingTo('declarations')),
  on(ImplementationRequest.type, leadingTo('implementations')),

  on(ReferencesRequest.type, async (params, session, token) => {
    const place = await settled(params, session, token);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    const { workspace, preferences } = root;
    const found = await references(workspace, path, offset, preferences, root.checkpoint(token));
    const asked = found?.filter(({ defines }) => !defines || params.context.includeDeclaration);
    return asked?.map(mention => ({
      uri: root.positions.uriOf(mention.path),
      range: root.positions.rangeIn(mention.path, mention.span),
    }));
  }),

  on(DocumentHighlightRequest.type, (params, session) => {
    const place = placeOf(params, session);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    return highlights(root.workspace, path, offset, root.preferences)?.map(({ span, defines }) => ({
      range: root.positions.rangeIn(path, span),
      kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }),

  on(PrepareRenameRequest.type, prepareRename),
  on(RenameRequest.type, renamed),
  on(WillRenameFilesRequest.type, ({ files }, session) => movedFiles(files, session)),

  on(CodeLensRequest.type, ({ textDocument }, session) => lensesIn(textDocument.uri, session)),
  on(CodeLensResolveRequest.type, resolveLens),
  on(InlayHintRequest.type, hintsIn),
  on(DocumentLinkRequest.type, ({ textDocument }, session) => linksIn(textDocument.uri, session)),
  on(WorkspaceSymbolRequest.type, ({ query }, session) => symbolsEverywhere(query, session)),

  on(CallHierarchyPrepareRequest.type, async (params, session, token) => {
    const place = await settled(params, session, token);
    const item = place && hierarchyAt(place.root.workspace, place.path, place.offset);
    return item && [itemOf(place.root, item)];
  }),
  on(CallHierarchyOutgoingCallsRequest.type, ({ item }, session) => outgoing(item, session)),
  on(CallHierarchyIncomingCallsRequest.type, ({ item }, session) => incoming(item, session)),

  on(DocumentSymbolRequest.type, ({ textDocument: { uri } }, session) => {
    const located = session.at(uri);
    const found = located && symbols(located.root.workspace, located.path);
    if (found === undefined) return undefined;
    const nested = symbolsOf(located!.path, found, located!.root.positions);
    return session.client.hasNestedSymbols ? nested : flat(nested, uri);
  }),

  on(CodeActionRequest.type, (params, session) => {
    const { textDocument, range } = params;
    const from = placeOf({ textDocument, position: range.start }, session);
    const to = placeOf({ textDocument, position: range.end }, session);
    if (from === undefined || to === undefined) return undefined;
    return actionsAt(from, { start: from.offset, end: to.offset }, params, session.client);
  }),

  on(CodeActionResolveRequest.type, (action, session) => {
    const data: unknown = action.data;
    const located = isActionData(data) ? session.at(data.uri) : undefined;
    const edit = located && resolveAction(located, data as never, session.client);
    if (edit === undefined)
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The text has changed: this fix does not apply any more');
    return { ...action, edit };
  }),

  on(DocumentDiagnosticRequest.type, ({ textDocument: { uri } }, session) => {
    const located = session.at(uri);
    const items = located === undefined ? [] : located.root.findings.of(located.path);
    return { kind: 'full' as const, items };
  }),
  on(WorkspaceDiagnosticRequest.type, async (_, session, token) => {
    await session.ready(token);
    return { items: await everyFinding(session, token) };
  }),

  onOurs(EXPLAIN, (params, session, token) => explained(params as ExplainParams, session, token)),
  onOurs(RENAME_ACROSS, (params, session, token) => renamedAcross(params as RenameAcrossParams, session, token)),
  onceReady<Scoped>(WORKSPACES, listWorkspaces),
  onceReady<Scoped>(NAMES, listNames),
  onOurs(TREE, async (params, session, token) => (await session.ready(token), nodesOf(params as TreeParams, session))),
  onOurs(GRAPH, async (_, session, token) => (await session.ready(token), graphOf(session, token))),
  onOurs(LATENCIES, (_, session) => session.latencies.all()),
  onOurs(DASHBOARD, async (_, session, token) => (await session.ready(token), dashboardOf(session, token))),
  onceReady<NewWorkspaceParams>(NEW_WORKSPACE, newWorkspaceOf),
  onceReady<Scoped | NewStepParams>(NEW_STEP, newStepOf),
  onceReady<Scoped>(SNAPSHOT, snapshotOf),
  onceReady<CompareParams>(COMPARE, comparisonOf),
  onceReady<MergeParams>(MERGE_PREVIEW, mergePreviewOf),
  onceReady<Scoped | ExportParams>(EXPORT, exportOf),
  onOurs(STATUS, async (params, session, token) => {
    await session.ready(token);
    return statusOf((params as { uri?: string } | undefined)?.uri, session);
  }),
  onOurs(RELOAD, async (_, session) => {
    await session.reload();
    return undefined;
  }),
];

/** Makes the connection answer every request of the table. */
export function answerRequests(connection: Connection, session: () => Session): void {
  for (const register of REQUESTS) register(connection, session);
}

async function everyFinding(session: Session, token: CancellationToken): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  for (const root of session.allRoots()) {
    const checkpoint = root.checkpoint(token);
    for (const path of [...root.workspace.paths()]) {
      await checkpoint.pass();
      const items = root.findings.of(path);
      const version = root.documents.versionOf(path) ?? null;
      if (items.length > 0) reports.push({ kind: 'full', uri: root.positions.uriOf(path), version, items });
    }
  }
  return reports;
}

/** Links where the client knows them, else plain locations. */
function leadingTo(way: Way): Answer<TextDocumentPositionParams, LocationLink[] | Location[] | null> {
  return async (params, session, token) => {
    const place = await settled(params, session, token);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    const found = definition(root.workspace, path, offset, root.preferences, way);
    const links = found && linksOf(path, found, root.positions);
    if (session.client.hasLinks) return links;
    return links?.map(link => ({ uri: link.targetUri, range: link.targetSelectionRange }));
  };
}

function on<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, answer: Answer<P, R>): Registration {
  return onOurs(type.method, answer as Answer<unknown, unknown>);
}

/** For answers that need everything to have been read. */
function onceReady<P>(method: string, answer: Answer<P, unknown>): Registration {
  return onOurs(method, async (params, session, token) => {
    await session.ready(token);
    return answer((params ?? {}) as P, session, token);
  });
}

/** The one place where what goes wrong becomes an answer. */
function onOurs(method: string, answer: Answer<unknown, unknown>): Registration {
  return (connection, session) => {
    connection.onRequest(method, async (...received: unknown[]) => {
      // A request without parameters hands over the token alone.
      const token = received.at(-1) as CancellationToken;
      const params = received.length > 1 ? received[0] : undefined;
      const began = performance.now();
      try {
        const answered = (await answer(params, session(), token)) ?? null;
        if (method.startsWith('textDocument/')) session().latencies.note(method.slice(13), performance.now() - began);
        return answered;
      } catch (error) {
        return error instanceof ResponseError ? error : failureOf(error, token, connection.console);
      }
    });
  };
}

function flat(items: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  return items.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range } },
    ...flat(children, uri),
  ]);
}
