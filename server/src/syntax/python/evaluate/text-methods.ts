import { builtinClass } from './builtin-classes';
import { className } from './kinds';
import { membersOf } from './iterating';
import { newList, newTuple } from './objects';
import { doubtful, isUnknown, raise, unknown, used } from './outcomes';
import { pure, withParameters, type Given } from './parameters';
import { formatMethod } from './format-method';
import type { NativeFunction, PyClass, PyValue, Run } from './values';

const STR = builtinClass('str');
const BOOL = builtinClass('bool');
const INT = builtinClass('int');

/** Characters that Python's `str.strip` and `str.split` take for white space. */
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function text(run: Run, value: PyValue | undefined): string {
  if (typeof value === 'string') return value;
  return raise(run, 'TypeError', `a str is expected, not ${className(value ?? null)}`);
}

function integer(run: Run, value: PyValue | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  return raise(run, 'TypeError', `'${className(value)}' object cannot be interpreted as an integer`);
}

type TextBody = (run: Run, self: string, rest: Given) => PyValue;

/** A method of `str` that looks at its arguments only. */
function method(
  name: string,
  parameters: string,
  result: PyClass | undefined,
  body: TextBody,
): [string, NativeFunction] {
  const call = pure(name, `self ${parameters}`, result, (run, [self, ...rest]) => body(run, text(run, self), rest));
  return [name, call];
}

/** A method that is decided for ASCII letters alone: of other letters, JavaScript and Python may think differently. */
function asciiOnly(name: string, result: PyClass, body: (self: string) => PyValue): [string, NativeFunction] {
  return method(name, '/', result, (run, self) =>
    /^[\0-\x7f]*$/.test(self) ? body(self) : unknown(run, `\`.${name}()\` of unusual letters`, { class: result }),
  );
}

function test(name: string, pattern: RegExp): [string, NativeFunction] {
  return asciiOnly(name, BOOL, self => pattern.test(self));
}

/** The methods of `str`. */
export const TEXT_METHODS: ReadonlyMap<string, NativeFunction> = new Map([
  method('upper', '/', STR, (_, self) => self.toUpperCase()),
  method('lower', '/', STR, (_, self) => self.toLowerCase()),
  asciiOnly('casefold', STR, self => self.toLowerCase()),
  asciiOnly('title', STR, self =>
    self.toLowerCase().replace(/[a-z]+/g, word => word.charAt(0).toUpperCase() + word.slice(1)),
  ),
  asciiOnly('capitalize', STR, self => self.charAt(0).toUpperCase() + self.slice(1).toLowerCase()),
  asciiOnly('swapcase', STR, self => self.replace(/[a-zA-Z]/g, swapped)),
  test('isalnum', /^[a-zA-Z0-9]+$/),
  test('isalpha', /^[a-zA-Z]+$/),
  method('isascii', '/', BOOL, (_, self) => /^[\0-\x7f]*$/.test(self)),
  test('isdecimal', /^[0-9]+$/),
  test('isdigit', /^[0-9]+$/),
  test('isnumeric', /^[0-9]+$/),
  test('isidentifier', /^[a-zA-Z_][a-zA-Z0-9_]*$/),
  test('islower', /^(?=[^]*[a-z])[^A-Z]*$/),
  test('isupper', /^(?=[^]*[A-Z])[^a-z]*$/),
  test('isprintable', /^[\x20-\x7e]*$/),
  test('isspace', /^[\t-\r\x1c-\x20]+$/),
  test('istitle', /^[^a-zA-Z]*(?:[A-Z][a-z]*(?:[^a-zA-Z]+|$))+$/),
  method('strip', 'chars? /', STR, (run, self, [set]) => stripped(run, self, set, true, true)),
  method('lstrip', 'chars? /', STR, (run, self, [set]) => stripped(run, self, set, true, false)),
  method('rstrip', 'chars? /', STR, (run, self, [set]) => stripped(run, self, set, false, true)),
  method('removeprefix', 'prefix /', STR, (run, self, [prefix]) => {
    const start = text(run, prefix);
    return self.startsWith(start) ? self.slice(start.length) : self;
  }),
  method('removesuffix', 'suffix /', STR, (run, self, [suffix]) => {
    const end = text(run, suffix);
    return end !== '' && self.endsWith(end) ? self.slice(0, -end.length) : self;
  }),
  method('replace', 'old new / count?', STR, replaced),
  method('startswith', 'prefix start? end? /', BOOL, (run, self, given) => hasAffix(run, self, given, 'startsWith')),
  method('endswith', 'suffix start? end? /', BOOL, (run, self, given) => hasAffix(run, self, given, 'endsWith')),
  method('find', 'sub start? end? /', INT, (run, self, given) => found(run, self, given, 'indexOf')),
  method('rfind', 'sub start? end? /', INT, (run, self, given) => found(run, self, given, 'lastIndexOf')),
  method('index', 'sub start? end? /', INT, (run, self, given) => indexIn(run, self, given, 'indexOf')),
  method('rindex', 'sub start? end? /', INT, (run, self, given) => indexIn(run, self, given, 'lastIndexOf')),
  method('count', 'sub start? end? /', INT, (run, self, [sub, ...bounds]) => {
    const part = text(run, sub);
    const range = part === '' ? undefined : bounded(run, self, bounds);
    return range === undefined
      ? unknown(run, 'a text is counted', { class: INT })
      : BigInt(range.text.split(part).length - 1);
  }),
  method('split', 'sep? maxsplit?', undefined, (run, self, given) => newList(run, splitText(run, self, given))),
  method('rsplit', 'sep? maxsplit?', undefined, (run, self, given) => newList(run, splitFromRight(run, self, given))),
  method('splitlines', 'keepends?', undefined, splitLines),
  method('partition', 'sep /', undefined, (run, self, [sep]) => parted(run, self, text(run, sep), false)),
  method('rpartition', 'sep /', undefined, (run, self, [sep]) => parted(run, self, text(run, sep), true)),
  method('center', 'width fillchar? /', STR, (run, self, given) => justified(run, self, given, 'both')),
  method('ljust', 'width fillchar? /', STR, (run, self, given) => justified(run, self, given, 'right')),
  method('rjust', 'width fillchar? /', STR, (run, self, given) => justified(run, self, given, 'left')),
  method('zfill', 'width /', STR, (run, self, [width]) => {
    const [, sign = '', digits = ''] = /^([-+]?)([^]*)$/.exec(self) ?? [];
    return sign + digits.padStart(integer(run, width, 0) - sign.length, '0');
  }),
  method('encode', 'encoding? errors?', undefined, (run, self, [encoding = 'utf-8']) =>
    encoding === 'utf-8' || (encoding === 'ascii' && /^[\0-\x7f]*$/.test(self))
      ? { kind: 'bytes', text: String.fromCharCode(...new TextEncoder().encode(self)) }
      : unknown(run, 'a text is encoded'),
  ),
  ['join', withParameters('join', 'self iterable /', joined)],
  ['format', formatMethod],
]);

function swapped(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

function stripped(run: Run, self: string, set: PyValue | undefined, atStart: boolean, atEnd: boolean): PyValue {
  const isSpace = set === undefined || set === null;
  const letters = isSpace ? undefined : new Set(text(run, set));
  const all = Array.from(self);
  const keep = (letter: string): boolean => (letters === undefined ? !SPACE.test(letter) : !letters.has(letter));
  const first = atStart ? all.findIndex(keep) : 0;
  const last = atEnd ? all.findLastIndex(keep) : all.length - 1;
  return first < 0 ? '' : all.slice(first, last + 1).join('');
}

function replaced(run: Run, self: string, [old, replacement, count]: Given): PyValue {
  const [from, to] = [text(run, old), text(run, replacement)];
  const most = integer(run, count, -1);
  if (from === '') return unknown(run, 'nothing is replaced', { class: STR });
  const parts = self.split(from);
  if (most < 0 || most >= parts.length) return parts.join(to);
  return [...parts.slice(0, most).map(part => part + to), parts.slice(most).join(from)].join('');
}

/** The part of a text between two indices, and where it starts; nothing if the text has letters of two units. */
function bounded(run: Run, self: string, [start, end]: Given): { text: string; start: number } | undefined {
  if (/[\ud800-\udfff]/.test(self)) return undefined;
  const index = (value: PyValue | undefined, otherwise: number): number => {
    const at = value === null ? otherwise : integer(run, value, otherwise);
    return Math.min(Math.max(at < 0 ? at + self.length : at, 0), self.length);
  };
  const from = index(start, 0);
  return { text: self.slice(from, Math.max(from, index(end, self.length))), start: from };
}

function hasAffix(run: Run, self: string, [affix, ...bounds]: Given, way: 'startsWith' | 'endsWith'): PyValue {
  const all = typeof affix === 'object' && affix?.kind === 'tuple' ? affix.items : [affix];
  const range = bounds.every(one => one === undefined) ? { text: self } : bounded(run, self, bounds);
  if (range === undefined || all.some(isUnknown)) return unknown(run, 'parts of a text are compared', { class: BOOL });
  return all.some(one => range.text[way](text(run, one)));
}

function found(run: Run, self: string, [sub, ...bounds]: Given, way: 'indexOf' | 'lastIndexOf'): PyValue {
  const range = bounded(run, self, bounds);
  const part = text(run, sub);
  if (range === undefined || part === '') return unknown(run, 'a text is searched', { class: INT });
  const at = range.text[way](part);
  return at < 0 ? -1n : BigInt(at + range.start);
}

function indexIn(run: Run, self: string, given: Given, way: 'indexOf' | 'lastIndexOf'): PyValue {
  const at = found(run, self, given, way);
  return at === -1n ? raise(run, 'ValueError', 'substring not found') : at;
}

function splitText(run: Run, self: string, [sep, maxsplit]: Given): string[] {
  const most = integer(run, maxsplit, -1);
  if (sep !== undefined && sep !== null) {
    const by = text(run, sep);
    if (by === '') return raise(run, 'ValueError', 'empty separator');
    const parts = self.split(by);
    return most < 0 || most >= parts.length ? parts : [...parts.slice(0, most), parts.slice(most).join(by)];
  }
  return wordsOf(self, most);
}

/** The words of a text between its white space; when there are `most`, all that follows is one more. */
function wordsOf(self: string, most: number): string[] {
  const isSpaceAt = (at: number): boolean => SPACE.test(self.charAt(at));
  let length = self.length;
  while (isSpaceAt(length - 1)) length--;
  const words: string[] = [];
  for (let at = 0; at < length;) {
    while (isSpaceAt(at)) at++;
    let end = words.length === most ? length : at;
    while (end < length && !isSpaceAt(end)) end++;
    words.push(self.slice(at, end));
    at = end;
  }
  return words;
}

function splitFromRight(run: Run, self: string, given: Given): string[] {
  const backwards = (one: string): string => Array.from(one).reverse().join('');
  const [sep, maxsplit] = given;
  const turned = typeof sep === 'string' ? backwards(sep) : sep;
  return splitText(run, backwards(self), [turned, maxsplit]).map(backwards).reverse();
}

function splitLines(run: Run, self: string, [keep]: Given): PyValue {
  if (keep !== undefined && keep !== false) return unknown(run, 'lines are split');
  const lines = self.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  if (lines.at(-1) === '') lines.pop();
  return newList(run, lines);
}

function parted(run: Run, self: string, sep: string, isLast: boolean): PyValue {
  if (sep === '') return raise(run, 'ValueError', 'empty separator');
  const at = isLast ? self.lastIndexOf(sep) : self.indexOf(sep);
  if (at < 0) return newTuple(isLast ? ['', '', self] : [self, '', '']);
  return newTuple([self.slice(0, at), sep, self.slice(at + sep.length)]);
}

function justified(run: Run, self: string, [width, fill = ' ']: Given, side: 'left' | 'right' | 'both'): PyValue {
  const missing = Math.max(0, integer(run, width, 0) - Array.from(self).length);
  const letter = text(run, fill);
  if (Array.from(letter).length !== 1)
    return raise(run, 'TypeError', 'The fill character must be exactly one character long');
  // CPython puts the odd one to the left if the width is odd as well.
  const half = Math.floor(missing / 2) + ((missing % 2) & ((missing + Array.from(self).length) % 2));
  const before = side === 'left' ? missing : side === 'right' ? 0 : half;
  return letter.repeat(before) + self + letter.repeat(missing - before);
}

function joined(run: Run, [self, iterable = null]: Given): PyValue {
  const members = membersOf(run, iterable);
  if (isUnknown(self) || isUnknown(members)) return doubtful(run, 'operation', 'texts are joined', { class: STR });
  const texts = members.filter(item => typeof item === 'string');
  const wrong = members.find(item => typeof item !== 'string');
  if (wrong === undefined) {
    const isOrdered = texts.length < 2 || typeof iterable !== 'object' || iterable?.kind !== 'set';
    return isOrdered ? texts.join(text(run, self)) : unknown(run, 'the order of a set is not defined', { class: STR });
  }
  if (isUnknown(wrong)) return wrong.class === STR ? wrong : used(run, wrong, { class: STR });
  if (typeof wrong === 'object' && wrong?.kind === 'instance')
    return doubtful(run, 'operation', 'objects are joined', { class: STR });
  return raise(run, 'TypeError', `sequence item: expected str instance, ${className(wrong)} found`);
}
