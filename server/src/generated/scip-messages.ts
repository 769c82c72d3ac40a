// Generated from scip.proto: do not edit; run `npm run gen`.
import type { PositionEncoding, TextEncoding } from '@c4312/scip/scip_pb';
type Values = { utf8: TextEncoding; utf16FromLineStart: PositionEncoding; definition: number; readAccess: number };
export const SCIP_VALUES: Readonly<Values> = { utf8: 1, utf16FromLineStart: 2, definition: 1, readAccess: 8 };
export const SCIP_MESSAGES = {
  Index: [
    { name: 'metadata', number: 1, kind: 'Metadata' },
    { name: 'documents', number: 2, kind: 'Document' },
    { name: 'externalSymbols', number: 3, kind: 'SymbolInformation' },
  ],
  SymbolInformation: [
    { name: 'symbol', number: 1, kind: 'string' },
    { name: 'documentation', number: 3, kind: 'string' },
    { name: 'relationships', number: 4, kind: 'Relationship' },
    { name: 'kind', number: 5, kind: 'number' },
    { name: 'displayName', number: 6, kind: 'string' },
    { name: 'signatureDocumentation', number: 7, kind: 'Document' },
    { name: 'enclosingSymbol', number: 8, kind: 'string' },
  ],
  Document: [
    { name: 'relativePath', number: 1, kind: 'string' },
    { name: 'occurrences', number: 2, kind: 'Occurrence' },
    { name: 'symbols', number: 3, kind: 'SymbolInformation' },
    { name: 'language', number: 4, kind: 'string' },
    { name: 'text', number: 5, kind: 'string' },
    { name: 'positionEncoding', number: 6, kind: 'number' },
  ],
  Occurrence: [
    { name: 'range', number: 1, kind: 'number' },
    { name: 'symbol', number: 2, kind: 'string' },
    { name: 'symbolRoles', number: 3, kind: 'number' },
    { name: 'overrideDocumentation', number: 4, kind: 'string' },
    { name: 'syntaxKind', number: 5, kind: 'number' },
    { name: 'diagnostics', number: 6, kind: 'Diagnostic' },
    { name: 'enclosingRange', number: 7, kind: 'number' },
  ],
  Diagnostic: [
    { name: 'severity', number: 1, kind: 'number' },
    { name: 'code', number: 2, kind: 'string' },
    { name: 'message', number: 3, kind: 'string' },
    { name: 'source', number: 4, kind: 'string' },
    { name: 'tags', number: 5, kind: 'number' },
  ],
  Relationship: [
    { name: 'symbol', number: 1, kind: 'string' },
    { name: 'isReference', number: 2, kind: 'number' },
    { name: 'isImplementation', number: 3, kind: 'number' },
    { name: 'isTypeDefinition', number: 4, kind: 'number' },
    { name: 'isDefinition', number: 5, kind: 'number' },
  ],
  Metadata: [
    { name: 'version', number: 1, kind: 'number' },
    { name: 'toolInfo', number: 2, kind: 'ToolInfo' },
    { name: 'projectRoot', number: 3, kind: 'string' },
    { name: 'textDocumentEncoding', number: 4, kind: 'number' },
  ],
  ToolInfo: [
    { name: 'name', number: 1, kind: 'string' },
    { name: 'version', number: 2, kind: 'string' },
    { name: 'arguments', number: 3, kind: 'string' },
  ],
} as const;
