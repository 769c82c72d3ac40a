import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver';
import { name, version } from '../../../package.json';

/** What the server says it can do: what exists, and nothing else. */
export function initializeResult(): InitializeResult {
  return {
    serverInfo: { name, version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      completionProvider: { triggerCharacters: ['"', "'"] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      declarationProvider: true,
      implementationProvider: true,
      workspaceSymbolProvider: true,
      documentLinkProvider: {},
      codeLensProvider: { resolveProvider: true },
      inlayHintProvider: true,
      callHierarchyProvider: true,
      documentSymbolProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: true },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**' } }] } },
      },
    },
  };
}
