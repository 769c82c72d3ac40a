import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { InitializationOptions } from '../../protocol';

/** What the client can do, as far as it makes a difference to us. */
export interface Client {
  readonly options: InitializationOptions;
  /** Can be asked for settings. */
  readonly hasConfiguration: boolean;
  readonly hasConfigurationEvents: boolean;
  readonly hasProgress: boolean;
  readonly hasFolders: boolean;
  /** Can be told what to watch. */
  readonly hasWatchers: boolean;
  /** Can be told to watch outside of the opened folders. */
  readonly hasRelativePatterns: boolean;
  readonly hasSnippets: boolean;
  /** Shows details beside every suggestion, not beside the focused one alone. */
  readonly hasLabelDetails: boolean;
  readonly hasLinks: boolean;
  readonly hasNestedSymbols: boolean;
  /** Asks for the edits of a code action when it is chosen. */
  readonly resolvesActions: boolean;
  readonly hasDocumentChanges: boolean;
  readonly createsFiles: boolean;
  /** Can be told to ask again for what is shown in the text. */
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesFindings: boolean;
  readonly renamesFiles: boolean;
  /** Can be told to show a file, or a text that it asks us for. */
  readonly showsDocuments: boolean;
  readonly asksForTexts: boolean;
}

/** Reads what a client says of itself when it connects; what it does not say, it cannot do. */
export function clientOf(params: InitializeParams): Client {
  const { workspace, textDocument, window } = params.capabilities;
  const action = textDocument?.codeAction;
  const edit = workspace?.workspaceEdit;
  return {
    options: optionsOf(params),
    hasConfiguration: workspace?.configuration === true,
    hasConfigurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hasProgress: window?.workDoneProgress === true,
    hasFolders: workspace?.workspaceFolders === true,
    hasWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    hasLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    hasSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    hasLinks: textDocument?.definition?.linkSupport === true,
    hasNestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    resolvesActions: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    hasDocumentChanges: edit?.documentChanges === true,
    createsFiles: edit?.resourceOperations?.includes('create') === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesFindings: workspace?.diagnostics?.refreshSupport === true && optionsOf(params).pullDiagnostics === true,
    renamesFiles: edit?.resourceOperations?.includes('rename') === true,
    showsDocuments: window?.showDocument?.support === true,
    asksForTexts: workspace?.textDocumentContent !== undefined,
  };
}

/** What our own client says about itself; nothing of it from others. */
function optionsOf(params: InitializeParams): InitializationOptions {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

/** The folders that are open at the start. */
export function foldersOf({ workspaceFolders, ...params }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  // Older clients know one folder only, under a name that is deprecated.
  const rootUri = (params as { rootUri?: string | null }).rootUri;
  return rootUri ? [{ uri: rootUri, name: '' }] : [];
}
