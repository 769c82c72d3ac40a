import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  DocumentSchema,
  IndexSchema,
  OccurrenceSchema,
  RelationshipSchema,
  SymbolInformationSchema,
} from '@c4312/scip/scip_pb';
import type { CodeIndex, IndexedDocument, IndexedMention } from '../../features/export/code-index';
import type { Thing } from '../../features/export/symbol-occurrences';
import { SCIP_MESSAGES, SCIP_VALUES } from '../../generated/scip-messages';
import { languageOf, symbolOf, TOOL } from './index-symbols';
import { encode } from './protobuf';

/** An index in SCIP, piece by piece: the fields of its one message may follow each other in any number of writes. */
export function* scip(index: CodeIndex, root: string, version: string): Iterable<Uint8Array> {
  const toolInfo = { name: TOOL, version };
  yield piece({ metadata: { toolInfo, projectRoot: root, textDocumentEncoding: SCIP_VALUES.utf8 } });
  for (const document of index.documents()) yield piece({ documents: [documentOf(document, index)] });
  for (const thing of index.things())
    if (isExternal(thing)) yield piece({ externalSymbols: [informationOf(thing, index)] });
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
function isExternal({ isDefined, means }: Thing): boolean {
  return !isDefined && means === undefined;
}

function documentOf({ path, mentions }: IndexedDocument, index: CodeIndex): MessageInitShape<typeof DocumentSchema> {
  return {
    relativePath: path,
    occurrences: mentions.map(occurrenceOf),
    symbols: mentions
      .filter(({ thing, isHome }) => isHome && !isExternal(thing))
      .map(({ thing }) => informationOf(thing, index)),
    language: languageOf(path).scip,
    positionEncoding: SCIP_VALUES.utf16FromLineStart,
  };
}

function occurrenceOf({ thing, defines, start, end }: IndexedMention): MessageInitShape<typeof OccurrenceSchema> {
  const last = start.line === end.line ? [end.column] : [end.line, end.column];
  return {
    range: [start.line, start.column, ...last],
    symbol: symbolOf(thing),
    symbolRoles: defines ? SCIP_VALUES.definition : SCIP_VALUES.readAccess,
  };
}

function informationOf(thing: Thing, index: CodeIndex): MessageInitShape<typeof SymbolInformationSchema> {
  const { over, within, means } = thing;
  const others = new Set([over, means, ...within].filter(other => other !== undefined));
  return {
    symbol: symbolOf(thing),
    documentation: [index.describe(thing) ?? ''],
    relationships: Array.from(others, other => relationship(thing, other)),
    displayName: thing.named.name,
  };
}

function relationship({ over, within, means }: Thing, other: Thing): MessageInitShape<typeof RelationshipSchema> {
  return {
    symbol: symbolOf(other),
    isReference: other === over || within.includes(other),
    isImplementation: other === over,
    isDefinition: other === means,
  };
}
