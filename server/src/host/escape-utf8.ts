/**
 * UTF-8 as a text, in which each byte that is none becomes a lone surrogate (U+DC80 to U+DCFF), as Python's `surrogateescape` has it. So a
 * text says by itself where it could not be decoded, and no two files become the same text.
 */
export function escapeUtf8(bytes: Buffer): string {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(bytes.toString('utf8', start, at), String.fromCharCode(0xdc00 + bytes.readUInt8(at)));
    start = ++at;
  }
  parts.push(bytes.toString('utf8', start));
  return parts.join('');
}

/** The length of the character at an offset; 0 where none begins there. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes.readUInt8(at);
  if (lead < 0x80) return 1;
  const shape = SHAPES.find(({ from, to }) => from <= lead && lead <= to);
  if (shape === undefined || at + shape.length > bytes.length) return 0;
  const second = bytes.readUInt8(at + 1);
  if (second < shape.least || second > shape.most) return 0;
  for (let i = 2; i < shape.length; i++) if (bytes.readUInt8(at + i) >> 6 !== 0b10) return 0;
  return shape.length;
}

/** Unicode 15, table 3-7: what the first byte of a character says of its length and its second byte. */
const SHAPES = [
  { from: 0xc2, to: 0xdf, length: 2, least: 0x80, most: 0xbf },
  { from: 0xe0, to: 0xe0, length: 3, least: 0xa0, most: 0xbf },
  { from: 0xe1, to: 0xec, length: 3, least: 0x80, most: 0xbf },
  { from: 0xed, to: 0xed, length: 3, least: 0x80, most: 0x9f },
  { from: 0xee, to: 0xef, length: 3, least: 0x80, most: 0xbf },
  { from: 0xf0, to: 0xf0, length: 4, least: 0x90, most: 0xbf },
  { from: 0xf1, to: 0xf3, length: 4, least: 0x80, most: 0xbf },
  { from: 0xf4, to: 0xf4, length: 4, least: 0x80, most: 0x8f },
];
