import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver';
import { CONTENT_SCHEMES, DIAGNOSTIC_SOURCE, EXPLAIN_ACTION, FIX_ALL_ACTION, SERVER_COMMANDS } from '../../protocol';
import type { Client } from '../session/client-capabilities';
import { name, version } from '../../../../package.json';

/** What the server says it can do: what exists, and nothing else. */
export function initializeResult({ options }: Client): InitializeResult {
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
      // In VS Code one provider alone is asked: in Python that has to be Python's own.
      callHierarchyProvider: { id: 'dependencies', documentSelector: [{ language: 'yaml' }] },
      ...(options.pullDiagnostics === true
        ? {
            diagnosticProvider: {
              identifier: DIAGNOSTIC_SOURCE,
              interFileDependencies: true,
              workspaceDiagnostics: true,
            },
          }
        : {}),
      // Our own client has commands and texts of its own.
      ...(options.explainCommand === true
        ? {}
        : { executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) } }),
      documentSymbolProvider: true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL_ACTION, EXPLAIN_ACTION],
        resolveProvider: true,
      },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        ...(options.explainCommand === true
          ? {}
          : { textDocumentContent: { schemes: Object.values(CONTENT_SCHEMES) } }),
        fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**' } }] } },
      },
    },
  };
}
