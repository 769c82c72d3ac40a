/** The wire types of protobuf that are used here. */
const VARINT = 0;
const BYTES = 2;

/** Writes one message of protobuf's binary format, field by field; what is empty or 0 is the default and left out. */
export class Message {
  private buffer = Buffer.alloc(256);
  private length = 0;

  number(field: number, value: number): this {
    if (value !== 0) this.varint((field << 3) | VARINT).varint(value);
    return this;
  }

  flag(field: number, value: boolean): this {
    return this.number(field, value ? 1 : 0);
  }

  /** Halves of pairs have no UTF-8: U+FFFD stands for them. */
  text(field: number, value: string): this {
    return value === '' ? this : this.bytes(field, Buffer.from(value));
  }

  packed(field: number, values: readonly number[]): this {
    const list = new Message();
    for (const value of values) list.varint(value);
    return this.message(field, list);
  }

  message(field: number, value: Message): this {
    return this.bytes(field, value.finish());
  }

  /** What was written; to be used before anything else is. */
  finish(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private bytes(field: number, value: Buffer): this {
    this.varint((field << 3) | BYTES)
      .varint(value.length)
      .reserve(value.length);
    this.length += value.copy(this.buffer, this.length);
    return this;
  }

  /** `value` is a whole number from 0, below 2 to the 32nd. */
  private varint(value: number): this {
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
