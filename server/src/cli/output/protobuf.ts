import { defined } from '../../base/defined';

/** The wire types of protobuf that are used here. */
const VARINT = 0;
const BYTES = 2;

/** The fields of messages, in the order of their numbers, by the names of the messages. */
export type MessageTypes = Readonly<Record<string, readonly MessageField[]>>;

interface MessageField {
  readonly name: string;
  readonly number: number;
  /** `string`, `number` (whole numbers and booleans), or the name of the message that it holds. */
  readonly kind: string;
}

/**
 * A message in protobuf's binary format. What is empty or 0 is the default and left out. Halves of pairs have no UTF-8:
 * U+FFFD stands for them.
 */
export function encode(message: object, type: string, types: MessageTypes): Buffer {
  const out = new Output();
  for (const { name, number, kind } of defined(types[type], 'the message type')) {
    const value = (message as Readonly<Record<string, unknown>>)[name];
    const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    if (kind === 'number' && Array.isArray(value)) out.bytes(number, packed(value as number[]));
    else if (kind === 'number') for (const each of values) out.number(number, Number(each));
    else if (kind === 'string') for (const each of values) out.text(number, each as string);
    else for (const each of values) out.bytes(number, encode(each as object, kind, types));
  }
  return out.finish();
}

function packed(values: readonly number[]): Buffer {
  const out = new Output();
  for (const value of values) out.varint(value);
  return out.finish();
}

/** A buffer that grows. */
class Output {
  private buffer = Buffer.alloc(256);
  private length = 0;

  /** What was written; to be used before anything else is. */
  finish(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  number(field: number, value: number): void {
    if (value !== 0) this.varint((field << 3) | VARINT).varint(value);
  }

  text(field: number, value: string): void {
    if (value !== '') this.bytes(field, Buffer.from(value));
  }

  bytes(field: number, value: Buffer): void {
    this.varint((field << 3) | BYTES).varint(value.length);
    this.reserve(value.length);
    this.length += value.copy(this.buffer, this.length);
  }

  /** `value` is a whole number from 0, below 2 to the 32nd. */
  varint(value: number): this {
    this.reserve(5);
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.buffer[this.length++] = (rest & 127) | 128;
    this.buffer[this.length++] = rest;
    return this;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const grown = Buffer.alloc(2 * (this.length + more));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
  }
}
