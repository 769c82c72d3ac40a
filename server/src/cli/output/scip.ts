import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  DocumentSchema,
  IndexSchema,
  OccurrenceSchema,
  RelationshipSchema,
  SymbolInformationSchema,
} from '@c4312/scip/scip_pb';
import type { CodeIndex, IndexedDocument, IndexedOccurrence } from '../../features/export/code-index';
import type { RegistrySymbol } from '../../features/export/symbol-occurrences';
import { SCIP_MESSAGES, SCIP_VALUES } from '../../generated/scip-messages';
import { languageOf, symbolOf, TOOL } from './index-symbols';
import { encode } from './protobuf';

/** An index in SCIP, piece by piece: the fields of its one message may follow each other in any number of writes. */
export function* scip(index: CodeIndex, root: string, version: string): Iterable<Uint8Array> {
  const toolInfo = { name: TOOL, version };
  yield piece({ metadata: { toolInfo, projectRoot: root, textDocumentEncoding: SCIP_VALUES.utf8 } });
  for (const document of index.documents()) yield piece({ documents: [documentOf(document, index)] });
  for (const symbol of index.symbols())
    if (isExternal(symbol)) yield piece({ externalSymbols: [informationOf(symbol, index)] });
}

function piece(index: MessageInitShape<typeof IndexSchema>): Uint8Array {
  return encode(index, 'Index', SCIP_MESSAGES);
}

/** Whether a file is a SCIP index that this program wrote, by its first bytes. */
export function isScip(head: Buffer): boolean {
  const name = Buffer.from(`\n${String.fromCharCode(TOOL.length)}${TOOL}`);
  return head[0] === piece({ metadata: {} })[0] && head.subarray(0, 8 + name.length).includes(name);
}

/** What nothing in the repository defines or stands for; everything else is described in a document. */
function isExternal({ isDefined, resolvesTo }: RegistrySymbol): boolean {
  return !isDefined && resolvesTo === undefined;
}

function documentOf({ path, occurrences }: IndexedDocument, index: CodeIndex): MessageInitShape<typeof DocumentSchema> {
  return {
    relativePath: path,
    occurrences: occurrences.map(occurrenceOf),
    symbols: occurrences
      .filter(({ symbol, isMainOccurrence }) => isMainOccurrence && !isExternal(symbol))
      .map(({ symbol }) => informationOf(symbol, index)),
    language: languageOf(path).scip,
    positionEncoding: SCIP_VALUES.utf16FromLineStart,
  };
}

function occurrenceOf({
  symbol,
  isDefinition,
  start,
  end,
}: IndexedOccurrence): MessageInitShape<typeof OccurrenceSchema> {
  const last = start.line === end.line ? [end.column] : [end.line, end.column];
  return {
    range: [start.line, start.column, ...last],
    symbol: symbolOf(symbol),
    symbolRoles: isDefinition ? SCIP_VALUES.definition : SCIP_VALUES.readAccess,
  };
}

function informationOf(symbol: RegistrySymbol, index: CodeIndex): MessageInitShape<typeof SymbolInformationSchema> {
  const { overridden, includedIn, resolvesTo } = symbol;
  const others = new Set([overridden, resolvesTo, ...includedIn].filter(other => other !== undefined));
  return {
    symbol: symbolOf(symbol),
    documentation: [index.describe(symbol) ?? ''],
    relationships: Array.from(others, other => relationship(symbol, other)),
    displayName: symbol.named.name,
  };
}

function relationship(
  { overridden, includedIn, resolvesTo }: RegistrySymbol,
  other: RegistrySymbol,
): MessageInitShape<typeof RelationshipSchema> {
  return {
    symbol: symbolOf(other),
    isReference: other === overridden || includedIn.includes(other),
    isImplementation: other === overridden,
    isDefinition: other === resolvesTo,
  };
}
