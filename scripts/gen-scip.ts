import { ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { IndexSchema, PositionEncoding, SymbolRole, TextEncoding } from '@c4312/scip/scip_pb';
import { formatText } from './format-text';

const FILE = 'server/src/generated/scip-messages.ts';

/**
 * The fields of the messages that an index in SCIP is made of, and the values that are written in them, taken from the
 * bindings that are generated from `scip.proto`. The program has no use for the bindings themselves: they bring a runtime
 * of 150 KB with them.
 */
export async function scipMessages(): Promise<[file: string, text: string][]> {
  const values = {
    utf8: TextEncoding.UTF8,
    utf16FromLineStart: PositionEncoding.UTF16CodeUnitOffsetFromLineStart,
    definition: SymbolRole.Definition,
    readAccess: SymbolRole.ReadAccess,
  };
  const text = [
    '// Generated from scip.proto: do not edit; run `npm run gen`.',
    "import type { PositionEncoding, TextEncoding } from '@c4312/scip/scip_pb';",
    'type Values = { utf8: TextEncoding; utf16FromLineStart: PositionEncoding; definition: number; readAccess: number };',
    `export const SCIP_VALUES: Readonly<Values> = ${JSON.stringify(values)};`,
    `export const SCIP_MESSAGES = ${JSON.stringify(messagesFrom(IndexSchema))} as const;`,
  ];
  return [[FILE, await formatText(FILE, text.join('\n'))]];
}

/** The fields of a message and of all that it holds, in the order of their numbers, by the names of the messages. */
function messagesFrom(top: DescMessage): object {
  const found = new Map<string, readonly object[]>();
  const pending = [top];
  for (let message = pending.pop(); message !== undefined; message = pending.pop()) {
    if (found.has(message.name)) continue;
    const fields = [...message.fields].sort((a, b) => a.number - b.number);
    found.set(message.name, fields.map(fieldOf));
    pending.push(...fields.flatMap(field => field.message ?? []));
  }
  return Object.fromEntries(found);
}

function fieldOf({ localName, number, message, scalar }: DescField): object {
  return { name: localName, number, kind: message?.name ?? (scalar === ScalarType.STRING ? 'string' : 'number') };
}
