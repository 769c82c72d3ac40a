import { constants } from 'node:buffer';
import type { Readable } from 'node:stream';

/** No header of the protocol is longer, in bytes. */
const LONGEST_HEADER = 4096;
/** No text of the runtime is longer, so no message can be. In bytes. */
const LONGEST_MESSAGE = constants.MAX_STRING_LENGTH;

/**
 * Listens to what a client sends, and calls `broken` once where messages can no longer be told apart: a header without end or without
 * a length, or a length that no message has. The library that reads messages would wait for the rest for ever.
 */
export function watchFraming(input: Readable, broken: (why: string) => void): void {
  let header = '';
  let bodyLeft = 0;
  const listen = (chunk: Buffer): void => {
    let at = 0;
    while (at < chunk.length) {
      const skipped = Math.min(bodyLeft, chunk.length - at);
      bodyLeft -= skipped;
      at += skipped;
      if (at === chunk.length) return;
      const before = header.length;
      header += chunk.toString('latin1', at, at + LONGEST_HEADER + 1);
      const end = header.indexOf('\r\n\r\n');
      const why = end < 0 ? unendedHeader(header) : undefined;
      const length = end < 0 ? undefined : contentLength(header.slice(0, end));
      if (why !== undefined || typeof length === 'string') {
        input.off('data', listen);
        broken(why ?? String(length));
        return;
      }
      if (length === undefined) return;
      at += end + 4 - before;
      header = '';
      bodyLeft = length;
    }
  };
  input.on('data', listen);
}

function unendedHeader(header: string): string | undefined {
  if (header.length > LONGEST_HEADER) return 'a header does not end';
  const isHeader = /^[A-Za-z-]*(?::|$)/.test(header) && !/[^\r]\n/.test(header);
  return isHeader ? undefined : `this is no header: ${start(header)}`;
}

/** The length that a header gives, or what is wrong with it. */
function contentLength(header: string): number | string {
  const value = header
    .split('\r\n')
    .map(line => /^content-length:[ \t]*(\d{1,10})[ \t]*$/i.exec(line)?.[1])
    .findLast(each => each !== undefined);
  if (value === undefined) return `a header has no Content-Length: ${start(header)}`;
  return Number(value) > LONGEST_MESSAGE ? `no message is ${value} bytes long` : Number(value);
}

function start(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
