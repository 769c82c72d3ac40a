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
  ExecuteCommandRequest,
  ErrorCodes,
  HoverRequest,
  ImplementationRequest,
  InlayHintRequest,
  MarkupKind,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  TextDocumentContentRequest,
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
import { definition, type DefinitionKind } from '../../features/at-cursor/definition';
import { hierarchyAt } from '../../features/at-cursor/hierarchy';
import { hover } from '../../features/at-cursor/hover';
import { highlights, references } from '../../features/at-cursor/references';
import { documentSymbols } from '../../features/at-cursor/symbols';
import {
  COMMIT_NAMES,
  COMPARE,
  COUNTED,
  DASHBOARD,
  LATENCIES,
  EXPLAIN,
  EXPLAINABLE,
  EXPORT,
  GRAPH,
  type GraphParams,
  MERGE_PREVIEW,
  NAMES,
  NEW_STEP,
  NEW_WORKSPACE,
  RELOAD,
  RENAME_ACROSS,
  REVIEW,
  RULE_PAGE,
  SNAPSHOT,
  STATUS,
  TOOL,
  TREE,
  WORKSPACES,
  type CompareParams,
  type CountedParams,
  type ExplainParams,
  type ExportParams,
  type MergeParams,
  type NewStepParams,
  type NewWorkspaceParams,
  type RenameAcrossParams,
  type ReviewParams,
  type Scoped,
  type ToolParams,
  type TreeParams,
} from '../../protocol';
import { toolAnswerOf } from './agent-tools';
import { actionsAt, isActionData, resolveAction } from './actions';
import { contentOf, execute } from './commands';
import { newStepOf, newWorkspaceOf } from './scaffolding';
import { completionsOf, linksOf, symbolsOf } from '../session/convert';
import { explanationOf, listExplainable, listNames, listWorkspaces } from './explain';
import { failureOf } from '../session/errors';
import { incomingCalls, itemOf, outgoingCalls } from './hierarchy';
import { inlayHintsOf, codeLensesOf, documentLinksOf, resolveLens, workspaceSymbolsOf } from './annotations';
import { linkingOf, rulePageOf } from './markdown-links';
import { treeNodesOf, statusOf } from './overview';
import { countedOf, dashboardOf, graphOf } from './graph-and-dashboard';
import { placeOf, placeOnceRead } from './places';
import { editsOfMovedFiles, prepareRename, renameEdits, renameAcross } from './rename';
import { reviewOf } from './review';
import type { Session } from '../session/session';
import { commitNamesOf, comparisonOf, exportOf, mergePreviewOf, snapshotOf } from './states';

/** Answers one request; nothing where the text is not ours, which the client is told as null, never as an empty list. */
type Answer<P, R> = (params: P, session: Session, token: CancellationToken) => Promise<R | undefined> | R | undefined;
type Registration = (connection: Connection, session: () => Session) => void;

/** Every request that is answered. */
const REQUESTS: readonly Registration[] = [
  onStandard(HoverRequest.type, async (params, session, token) => {
    const place = await placeOnceRead(params, session, token);
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

  onStandard(CompletionRequest.type, (params, session) => {
    const place = placeOf(params, session);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    const found = completion(root.workspace, path, offset, root.preferences);
    const items = found && completionsOf(found, span => root.positions.rangeIn(path, span), session.client);
    return items && { isIncomplete: found.incomplete || !root.isReady, items };
  }),

  onStandard(DefinitionRequest.type, navigation('definitions')),
  onStandard(DeclarationRequest.type, navigation('declarations')),
  onStandard(ImplementationRequest.type, navigation('implementations')),

  onStandard(ReferencesRequest.type, async (params, session, token) => {
    const place = await placeOnceRead(params, session, token);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    const { workspace, preferences } = root;
    const found = await references(workspace, path, offset, preferences, root.checkpoint(token));
    const asked = found?.filter(({ isDefinition }) => !isDefinition || params.context.includeDeclaration);
    return asked?.map(mention => ({
      uri: root.positions.uriOf(mention.path),
      range: root.positions.rangeIn(mention.path, mention.span),
    }));
  }),

  onStandard(DocumentHighlightRequest.type, (params, session) => {
    const place = placeOf(params, session);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    return highlights(root.workspace, path, offset, root.preferences)?.map(({ span, isDefinition }) => ({
      range: root.positions.rangeIn(path, span),
      kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }),

  onStandard(PrepareRenameRequest.type, prepareRename),
  onStandard(RenameRequest.type, renameEdits),
  onStandard(WillRenameFilesRequest.type, ({ files }, session) => editsOfMovedFiles(files, session)),

  onStandard(CodeLensRequest.type, ({ textDocument }, session) => codeLensesOf(textDocument.uri, session)),
  onStandard(CodeLensResolveRequest.type, resolveLens),
  onStandard(InlayHintRequest.type, inlayHintsOf),
  onStandard(DocumentLinkRequest.type, ({ textDocument }, session) => documentLinksOf(textDocument.uri, session)),
  onStandard(WorkspaceSymbolRequest.type, ({ query }, session) => workspaceSymbolsOf(query, session)),

  onStandard(CallHierarchyPrepareRequest.type, async (params, session, token) => {
    const place = await placeOnceRead(params, session, token);
    const item = place && hierarchyAt(place.root.workspace, place.path, place.offset);
    return item && [itemOf(place.root, item)];
  }),
  onStandard(CallHierarchyOutgoingCallsRequest.type, ({ item }, session) => outgoingCalls(item, session)),
  onStandard(CallHierarchyIncomingCallsRequest.type, ({ item }, session) => incomingCalls(item, session)),

  onStandard(DocumentSymbolRequest.type, ({ textDocument: { uri } }, session) => {
    const located = session.at(uri);
    const found = located && documentSymbols(located.root.workspace, located.path);
    if (located === undefined || found === undefined) return undefined;
    const nested = symbolsOf(located.path, found, located.root.positions);
    return session.client.hasNestedSymbols ? nested : flattened(nested, uri);
  }),

  onStandard(CodeActionRequest.type, (params, session) => {
    const { textDocument, range } = params;
    const from = placeOf({ textDocument, position: range.start }, session);
    const to = placeOf({ textDocument, position: range.end }, session);
    if (from === undefined || to === undefined) return undefined;
    return actionsAt(from, { start: from.offset, end: to.offset }, params, session.client);
  }),

  onStandard(CodeActionResolveRequest.type, (action, session) => {
    const data: unknown = action.data;
    const edit = isActionData(data) ? resolveAction(data, session) : undefined;
    if (edit === undefined)
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The text has changed: this fix does not apply any more');
    return { ...action, edit };
  }),

  onStandard(DocumentDiagnosticRequest.type, ({ textDocument: { uri } }, session) => {
    const located = session.at(uri);
    const items = located === undefined ? [] : located.root.findings.of(located.path);
    return { kind: 'full' as const, items };
  }),
  onStandard(WorkspaceDiagnosticRequest.type, async (_, session, token) => {
    await session.ready(token);
    return { items: await everyFinding(session, token) };
  }),

  onStandard(ExecuteCommandRequest.type, execute),
  onRequest(TextDocumentContentRequest.method, (params, session, token) =>
    contentOf(params as { uri: string }, session, token),
  ),
  onRequest(EXPLAIN, (params, session, token) => explanationOf(params as ExplainParams, session, token)),
  onRequest(RULE_PAGE, rulePageOf),
  onRequest(RENAME_ACROSS, (params, session, token) => renameAcross(params as RenameAcrossParams, session, token)),
  onRequestOnceRead<ReviewParams>(REVIEW, reviewOf),
  onRequestOnceRead<ToolParams>(TOOL, toolAnswerOf),
  onRequestOnceRead<Scoped>(WORKSPACES, listWorkspaces),
  onRequestOnceRead<Scoped>(NAMES, listNames),
  onRequestOnceRead<Scoped>(EXPLAINABLE, listExplainable),
  onRequest(
    TREE,
    async (params, session, token) => (await session.ready(token), treeNodesOf(params as TreeParams, session)),
  ),
  onRequest(
    GRAPH,
    async (params, session, token) => (await session.ready(token), graphOf(params as GraphParams, session, token)),
  ),
  onRequest(LATENCIES, (_, session) => session.latencies.all()),
  onRequest(DASHBOARD, async (_, session, token) => (await session.ready(token), dashboardOf(session, token))),
  onRequest(
    COUNTED,
    async (params, session, token) => (await session.ready(token), countedOf(params as CountedParams, session, token)),
  ),
  onRequestOnceRead<NewWorkspaceParams>(NEW_WORKSPACE, newWorkspaceOf),
  onRequestOnceRead<Scoped | NewStepParams>(NEW_STEP, newStepOf),
  onRequestOnceRead<Scoped>(SNAPSHOT, snapshotOf),
  onRequestOnceRead<Scoped>(COMMIT_NAMES, commitNamesOf),
  onRequestOnceRead<CompareParams>(COMPARE, comparisonOf),
  onRequestOnceRead<MergeParams>(MERGE_PREVIEW, mergePreviewOf),
  onRequestOnceRead<Scoped | ExportParams>(EXPORT, exportOf),
  onRequest(STATUS, async (params, session, token) => {
    await session.ready(token);
    return statusOf((params as { uri?: string } | undefined)?.uri, session);
  }),
  onRequest(RELOAD, async (_, session) => {
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
function navigation(way: DefinitionKind): Answer<TextDocumentPositionParams, LocationLink[] | Location[] | null> {
  return async (params, session, token) => {
    const place = await placeOnceRead(params, session, token);
    if (place === undefined) return undefined;
    const { root, path, offset } = place;
    const found = definition(root.workspace, path, offset, root.preferences, way);
    const links = found && linksOf(path, found, root.positions);
    if (session.client.hasLinks) return links;
    return links?.map(link => ({ uri: link.targetUri, range: link.targetSelectionRange }));
  };
}

/** Registers a request of the protocol. */
function onStandard<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, answer: Answer<P, R>): Registration {
  return onRequest(type.method, answer as Answer<unknown, unknown>);
}

/** Registers a request of our own whose answer needs everything to have been read. */
function onRequestOnceRead<P>(method: string, answer: Answer<P, unknown>): Registration {
  return onRequest(method, async (params, session, token) => {
    await session.ready(token);
    return answer((params ?? {}) as P, session, token);
  });
}

/** Registers a request. This is the one place where what goes wrong becomes an answer. */
function onRequest(method: string, answer: Answer<unknown, unknown>): Registration {
  return (connection, session) => {
    connection.onRequest(method, async (...received: unknown[]) => {
      // A request without parameters hands over the token alone.
      const token = received.at(-1) as CancellationToken;
      const params = received.length > 1 ? received[0] : undefined;
      const began = performance.now();
      try {
        const answered = (await answer(params, session(), token)) ?? null;
        if (method.startsWith('textDocument/')) session().latencies.record(method.slice(13), performance.now() - began);
        return answered;
      } catch (error) {
        return error instanceof ResponseError ? error : failureOf(error, token, connection.console);
      }
    });
  };
}

function flattened(items: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  return items.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range } },
    ...flattened(children, uri),
  ]);
}
