/** What Python's `re` makes of the text of a pattern: takes it, refuses it with a message, or it cannot be told here. */
export type PatternAnswer = 'taken' | 'unclear' | { readonly refused: string };

/**
 * What `re.compile(pattern)` says from Python 3.11 on (`re/_parser.py`). Flags that a pattern cannot state by itself are left out, except
 * that white space and comments are nothing where it `isVerbose`.
 */
export function readPattern(pattern: string, isVerbose: boolean): PatternAnswer {
  const reading: Reading = { pattern, isVerbose, at: 0, depth: 0, groups: 0, open: new Set(), names: new Set() };
  try {
    readAlternatives(reading);
    if (reading.at < pattern.length) refuse('unbalanced parenthesis');
    return 'taken';
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    if (error instanceof Unclear) return 'unclear';
    throw error;
  }
}

class Refused extends Error {}
class Unclear extends Error {}

interface Reading {
  readonly pattern: string;
  readonly isVerbose: boolean;
  at: number;
  /** How many groups the reading is in. */
  depth: number;
  groups: number;
  /** The numbers of groups that are not closed yet. */
  readonly open: Set<number>;
  readonly names: Set<string>;
}

function refuse(message: string): never {
  throw new Refused(message);
}

function rest({ pattern, at }: Reading): string {
  return pattern.slice(at);
}

/** Deeper nesting, Python's own recursion may refuse, and ours would end in an error. */
const DEEPEST = 50;

function readAlternatives(reading: Reading): void {
  if (++reading.depth > DEEPEST) throw new Unclear();
  readSequence(reading, reading.depth === 1);
  while (reading.pattern[reading.at] === '|') {
    reading.at++;
    readSequence(reading, false);
  }
  reading.depth--;
}

/** What the last part of a sequence is: a position such as `^`, and what is repeated already, cannot be repeated. */
type Part = 'none' | 'position' | 'item' | 'repeated';

/** `isFirst` is whether nothing but this sequence has been read yet: it may begin with flags. */
function readSequence(reading: Reading, isFirst: boolean): void {
  let part: Part = 'none';
  for (;;) {
    const char = reading.pattern[reading.at];
    if (char === undefined || char === '|' || char === ')') return;
    const repeat = repetition(reading);
    if (reading.isVerbose && /[ \t\n\r\v\f]/.test(char)) reading.at++;
    else if (reading.isVerbose && char === '#') skipComment(reading, '\n');
    else if (repeat > 0) {
      if (part === 'none' || part === 'position') refuse('nothing to repeat');
      if (part === 'repeated') refuse('multiple repeat');
      part = 'repeated';
      reading.at += repeat;
    } else part = readPart(reading, char, isFirst && part === 'none') ?? part;
  }
}

/** The length of a repetition with the sign behind it that makes it lazy or possessive; 0 if there is none here. */
function repetition(reading: Reading): number {
  const [all, bounds = ''] = /^(?:[*+?]|\{([\d,]+)\})[?+]?/.exec(rest(reading)) ?? ['', ''];
  const [least = '', most = '', ...others] = bounds.split(',');
  if (others.length > 0) return 0;
  if (least.length > 9 || most.length > 9) throw new Unclear();
  if (least !== '' && most !== '' && Number(most) < Number(least)) refuse('min repeat greater than max repeat');
  return all.length;
}

/** Reads one part of a sequence. Returns undefined for what is none, such as a comment. */
function readPart(reading: Reading, char: string, isStart: boolean): Part | undefined {
  if (char === '(') return readGroup(reading, isStart);
  if (char === '\\') return readEscape(reading);
  if (char === '[') readSet(reading);
  else reading.at++;
  return char === '^' || char === '$' ? 'position' : 'item';
}

function readEscape(reading: Reading): Part {
  const text = rest(reading);
  const next = text[1];
  if (next === undefined) refuse('bad escape (end of pattern)');
  if (/^[1-9]$/.test(next)) {
    if (/^\\\d\d/.test(text)) throw new Unclear();
    const group = Number(next);
    if (group > reading.groups) refuse(`invalid group reference ${group}`);
    if (reading.open.has(group)) refuse('cannot refer to an open group');
    reading.at += 2;
    return 'item';
  }
  if (/^[AZbB]$/.test(next)) {
    reading.at += 2;
    return 'position';
  }
  readCharacter(reading, 'dDsSwW');
  return 'item';
}

/** Reads `\n`, `\x41` and the like, or a class of characters among those that are given. Returns the code of the character. */
function readCharacter(reading: Reading, classes: string): number | 'class' {
  const text = rest(reading);
  const [, next = ''] = text;
  const hex = { x: 2, u: 4, U: 8 }[next];
  if (next === 'N' || next === '0' || (hex !== undefined && !/^[\dA-Fa-f]+$/.test(text.slice(2, 2 + hex))))
    throw new Unclear();
  if (hex !== undefined) {
    if (text.length < 2 + hex) throw new Unclear();
    reading.at += 2 + hex;
    return Number.parseInt(text.slice(2, 2 + hex), 16);
  }
  reading.at += 2;
  if (classes.includes(next)) return 'class';
  const control = CONTROLS[next];
  if (control !== undefined) return control;
  if (/^[A-Za-z\d]$/.test(next)) refuse(`bad escape \\${next}`);
  return next.codePointAt(0) ?? 0;
}

const CONTROLS: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };

function readSet(reading: Reading): void {
  reading.at++;
  if (reading.pattern[reading.at] === '^') reading.at++;
  for (let first = true; ; first = false) {
    const char = reading.pattern[reading.at];
    if (char === undefined) refuse('unterminated character set');
    if (char === ']' && !first) break;
    const low = readMember(reading);
    if (reading.pattern[reading.at] !== '-') continue;
    if (reading.at + 1 >= reading.pattern.length) refuse('unterminated character set');
    if (reading.pattern[reading.at + 1] === ']') continue;
    reading.at++;
    const high = readMember(reading);
    if (low === 'class' || high === 'class' || high < low) refuse('bad character range');
  }
  reading.at++;
}

function readMember(reading: Reading): number | 'class' {
  const code = reading.pattern.codePointAt(reading.at) ?? 0;
  if (code !== BACKSLASH) {
    reading.at += code > 0xffff ? 2 : 1;
    return code;
  }
  const [, next] = rest(reading);
  if (next === undefined) refuse('bad escape (end of pattern)');
  if (/^\d$/.test(next)) throw new Unclear();
  return readCharacter(reading, 'dDsSwW');
}

const BACKSLASH = 0x5c;

function readGroup(reading: Reading, isStart: boolean): Part | undefined {
  const [opening, name] = /^\((?:\?(?:[:>=!]|P<([^>]*)>))?/.exec(rest(reading)) ?? ['('];
  reading.at += opening.length;
  if (opening === '(' && reading.pattern[reading.at] === '?') {
    readExtension(reading, isStart);
    return undefined;
  }
  const isCapturing = opening === '(' || name !== undefined;
  if (name !== undefined && !/^[A-Za-z_]\w*$/.test(name)) {
    if (/[^ -~]/.test(name)) throw new Unclear();
    refuse(name === '' ? 'missing group name' : `bad character in group name '${name}'`);
  }
  if (name !== undefined && reading.names.has(name)) refuse(`redefinition of group name '${name}'`);
  const number = isCapturing ? ++reading.groups : 0;
  if (isCapturing) reading.open.add(number);
  if (name !== undefined) reading.names.add(name);
  readAlternatives(reading);
  if (reading.pattern[reading.at] !== ')') refuse('missing ), unterminated subpattern');
  reading.at++;
  reading.open.delete(number);
  return 'item';
}

/** `(?i)` and comments. Conditions, look-behind and flags within a group are not gone into. */
function readExtension(reading: Reading, isStart: boolean): void {
  const text = rest(reading);
  if (text.startsWith('?#')) {
    skipComment(reading, ')');
    if (reading.at >= reading.pattern.length) refuse('missing ), unterminated comment');
    reading.at++;
    return;
  }
  const flags = /^\?[ims]+\)/.exec(text);
  if (flags === null) {
    if (/^\?<?[(\-aiLmsuxP=!]/.test(text)) throw new Unclear();
    refuse(`unknown extension ${text.slice(0, 2)}`);
  }
  if (!isStart) refuse('global flags not at the start of the expression');
  reading.at += flags[0].length;
}

/** Goes on up to the end of a comment. A backslash belongs to the character behind it here, too, so that it may hide the end. */
function skipComment(reading: Reading, end: string): void {
  const { pattern } = reading;
  while (reading.at < pattern.length && pattern[reading.at] !== end) {
    if (pattern[reading.at] === '\\' && reading.at + 1 === pattern.length) refuse('bad escape (end of pattern)');
    reading.at += pattern[reading.at] === '\\' ? 2 : 1;
  }
}
