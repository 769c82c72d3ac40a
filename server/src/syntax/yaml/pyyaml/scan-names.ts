import { type Cursor, isBlankOrEnd, isBreakOrEnd, isSpaceOrEnd, isWordCharacter } from './cursor';
import { Refusal } from './refusal';
import type { DirectiveToken, NameToken, TagToken } from './tokens';

/** Scans `&name` or `*name` (`Scanner.scan_anchor`). */
export function scanAnchor(cursor: Cursor): NameToken {
  const start = cursor.at;
  const type = cursor.take(1) === '*' ? 'alias' : 'anchor';
  const name = takeWord(cursor);
  const next = cursor.peek();
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(String.fromCharCode(next))))
    throw new Refusal(cursor.at, `The name of an ${type} consists of letters, digits, '-' and '_'`);
  return { type, name, start, end: cursor.at };
}

/** Scans `!name`, `!!name`, `!handle!name` or `!<uri>` (`Scanner.scan_tag`). */
export function scanTag(cursor: Cursor): TagToken {
  const start = cursor.at;
  const { handle, suffix } = scanTagParts(cursor);
  if (!isSpaceOrEnd(cursor.peek())) throw new Refusal(cursor.at, 'A tag ends with a space');
  return { type: 'tag', handle, suffix, start, end: cursor.at };
}

function scanTagParts(cursor: Cursor): Pick<TagToken, 'handle' | 'suffix'> {
  if (cursor.startsWith('!<')) {
    cursor.forward(2);
    const suffix = scanUri(cursor);
    if (cursor.take(1) !== '>') throw new Refusal(cursor.at - 1, "A tag that begins with '!<' ends with '>'");
    return { handle: undefined, suffix };
  }
  if (isBlankOrEnd(cursor.peek(1))) {
    cursor.forward();
    return { handle: undefined, suffix: '!' };
  }
  let length = 1;
  while (!isSpaceOrEnd(cursor.peek(length)) && cursor.peek(length) !== EXCLAMATION) length++;
  const handle = cursor.peek(length) === EXCLAMATION ? scanHandle(cursor) : cursor.take(1);
  return { handle, suffix: scanUri(cursor) };
}

/** `!`, `!!` or `!name!`. */
function scanHandle(cursor: Cursor): string {
  const start = cursor.at;
  if (cursor.take(1) !== '!') throw new Refusal(start, "The handle of a tag begins with '!'");
  if (cursor.peek() === SPACE) return '!';
  takeWord(cursor);
  if (cursor.take(1) !== '!') throw new Refusal(cursor.at - 1, "The handle of a tag ends with '!'");
  return cursor.text.slice(start, cursor.at);
}

function scanUri(cursor: Cursor): string {
  const start = cursor.at;
  const [written = ''] = /^[-0-9A-Za-z;/?:@&=+$,_.!~*'()[\]%]*/.exec(cursor.text.slice(start, start + 1000)) ?? [];
  if (written === '') throw new Refusal(start, 'A tag has no name here');
  cursor.forward(written.length);
  try {
    return decodeURIComponent(written);
  } catch {
    throw new Refusal(start, 'What is escaped in this tag is no text', cursor.at);
  }
}

/** Scans a line that begins with `%` (`Scanner.scan_directive`); those but `%YAML` and `%TAG` are passed over. */
export function scanDirective(cursor: Cursor): DirectiveToken {
  const start = cursor.at;
  cursor.forward();
  const name = takeWord(cursor);
  if (name === '' || !isSpaceOrEnd(cursor.peek()))
    throw new Refusal(cursor.at, "After '%' comes the name of a directive");
  const said = name === 'YAML' ? scanVersion(cursor) : name === 'TAG' ? scanTagDirective(cursor) : {};
  const end = cursor.at;
  if (name !== 'YAML' && name !== 'TAG') while (!isBreakOrEnd(cursor.peek())) cursor.forward();
  cursor.skipSpaces();
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.peek())) throw new Refusal(cursor.at, 'A directive ends with its line');
  cursor.takeBreak();
  return { type: 'directive', name, ...said, start, end };
}

function scanVersion(cursor: Cursor): Pick<DirectiveToken, 'major'> {
  cursor.skipSpaces();
  const start = cursor.at;
  const [written = '', major] = /^(\d+)\.\d+/.exec(cursor.text.slice(start, start + 100)) ?? [];
  cursor.forward(written.length);
  if (major === undefined || !isSpaceOrEnd(cursor.peek()))
    throw new Refusal(start, 'A version such as 1.1 belongs here');
  return { major: Number(major) };
}

function scanTagDirective(cursor: Cursor): Pick<DirectiveToken, 'handle' | 'prefix'> {
  cursor.skipSpaces();
  const handle = scanHandle(cursor);
  if (cursor.peek() !== SPACE) throw new Refusal(cursor.at, 'A space belongs after the handle of a tag');
  cursor.skipSpaces();
  const prefix = scanUri(cursor);
  if (!isSpaceOrEnd(cursor.peek())) throw new Refusal(cursor.at, 'The prefix of a tag ends with a space');
  return { handle, prefix };
}

function takeWord(cursor: Cursor): string {
  let length = 0;
  while (isWordCharacter(cursor.peek(length))) length++;
  return cursor.take(length);
}

const EXCLAMATION = 33;
const SPACE = 32;
