import type { CodeIndex, IndexedDocument, IndexedMention } from '../../features/export/code-index';
import type { Thing } from '../../features/export/symbol-occurrences';
import { languageOf, symbolOf, TOOL } from './index-symbols';
import { Message } from './protobuf';

/** Numbers of fields and values as `scip.proto` has them. */
const INDEX = { metadata: 1, documents: 2, external: 3 } as const;
const METADATA = { tool: 2, root: 3, encoding: 4 } as const;
const DOCUMENT = { path: 1, occurrences: 2, symbols: 3, language: 4, positions: 6 } as const;
const OCCURRENCE = { range: 1, symbol: 2, roles: 3 } as const;
const SYMBOL = { symbol: 1, documentation: 3, relationships: 4, name: 6 } as const;
const RELATIONSHIP = { symbol: 1, reference: 2, implementation: 3, definition: 5 } as const;
const UTF8 = 1;
const UTF16_FROM_LINE_START = 2;
const ROLE = { definition: 1, readAccess: 8 } as const;

/** An index in SCIP, piece by piece: the fields of its one message may follow each other in any number of writes. */
export function* scip(index: CodeIndex, root: string, version: string): Iterable<Uint8Array> {
  const tool = new Message().text(1, TOOL).text(2, version);
  const metadata = new Message().message(METADATA.tool, tool).text(METADATA.root, root).number(METADATA.encoding, UTF8);
  yield new Message().message(INDEX.metadata, metadata).finish();
  for (const document of index.documents())
    yield new Message().message(INDEX.documents, documentOf(document, index)).finish();
  for (const thing of index.things())
    if (isExternal(thing)) yield new Message().message(INDEX.external, informationOf(thing, index)).finish();
}

/** Whether a file is a SCIP index that this program wrote, by its first bytes. */
export function isScip(head: Buffer): boolean {
  const name = Buffer.from(`\n${String.fromCharCode(TOOL.length)}${TOOL}`);
  return head[0] === ((INDEX.metadata << 3) | 2) && head.subarray(0, 8 + name.length).includes(name);
}

/** What nothing in the repository defines or stands for; everything else is described in a document. */
function isExternal({ isDefined, means }: Thing): boolean {
  return !isDefined && means === undefined;
}

function documentOf({ path, mentions }: IndexedDocument, index: CodeIndex): Message {
  const document = new Message().text(DOCUMENT.path, path);
  for (const mention of mentions) document.message(DOCUMENT.occurrences, occurrenceOf(mention));
  for (const { thing, isHome } of mentions)
    if (isHome && !isExternal(thing)) document.message(DOCUMENT.symbols, informationOf(thing, index));
  return document.text(DOCUMENT.language, languageOf(path).scip).number(DOCUMENT.positions, UTF16_FROM_LINE_START);
}

function occurrenceOf({ thing, defines, start, end }: IndexedMention): Message {
  const last = start.line === end.line ? [end.column] : [end.line, end.column];
  return new Message()
    .packed(OCCURRENCE.range, [start.line, start.column, ...last])
    .text(OCCURRENCE.symbol, symbolOf(thing))
    .number(OCCURRENCE.roles, defines ? ROLE.definition : ROLE.readAccess);
}

function informationOf(thing: Thing, index: CodeIndex): Message {
  const information = new Message()
    .text(SYMBOL.symbol, symbolOf(thing))
    .text(SYMBOL.documentation, index.describe(thing) ?? '');
  const { over, within, means } = thing;
  for (const other of new Set([over, means, ...within]))
    if (other !== undefined)
      information.message(
        SYMBOL.relationships,
        new Message()
          .text(RELATIONSHIP.symbol, symbolOf(other))
          .flag(RELATIONSHIP.reference, other === over || within.includes(other))
          .flag(RELATIONSHIP.implementation, other === over)
          .flag(RELATIONSHIP.definition, other === means),
      );
  return information.text(SYMBOL.name, thing.named.name);
}
