import { Operator } from '../tree';
import { builtinClass, CLASS_NAMES, isSubclass } from './builtin-classes';
import { order, rangeLength, truthOf } from './comparing';
import { fillDict } from './container-methods';
import { formatValue } from './formatting';
import { itemsOf, itemsOneByOne, membersOf, nextItem } from './iterating';
import { keyOf } from './keys';
import { className, classOf, hasOwn } from './kinds';
import { loseItems, newDict } from './mappings';
import { argumentsOf, native, newIterator, newList, newSet, newTuple, openList, taint } from './objects';
import { binary } from './operators';
import { doubtful, exceptionOf, isUnknown, raise, Raised, unknown, used } from './outcomes';
import { pure, valuesOf, withParameters, type Given } from './parameters';
import { sortItems } from './sorting';
import { MOST_DIGITS, TOO_MANY_DIGITS, reprOf, textOf } from './texts';
import type { Arguments, NativeFunction, PyClass, PyDict, PyValue, Run, Unknown } from './values';

const BOOL = builtinClass('bool');
const INT = builtinClass('int');
const STR = builtinClass('str');
const FLOAT = builtinClass('float');

function one(
  name: string,
  parameters: string,
  body: (run: Run, given: Given, args: Arguments) => PyValue,
): [string, NativeFunction] {
  return [name, withParameters(name, parameters, body)];
}

/** Functions that look at their arguments only. */
function looking(
  name: string,
  parameters: string,
  result: PyClass | undefined,
  body: (run: Run, given: Given) => PyValue,
): [string, NativeFunction] {
  return [name, pure(name, parameters, result, body)];
}

const FUNCTIONS: ReadonlyMap<string, NativeFunction> = new Map([
  looking('abs', 'x /', undefined, (run, [value = null]) => {
    if (typeof value === 'number') return Math.abs(value);
    if (typeof value === 'bigint' || typeof value === 'boolean')
      return BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
    return wrongType(run, 'abs', value);
  }),
  one('all', 'iterable /', (run, given) => quantified(run, given, false)),
  one('any', 'iterable /', (run, given) => quantified(run, given, true)),
  looking('bin', 'number /', STR, (run, given) => inRadix(run, given, 2, '0b')),
  looking('oct', 'number /', STR, (run, given) => inRadix(run, given, 8, '0o')),
  looking('hex', 'number /', STR, (run, given) => inRadix(run, given, 16, '0x')),
  one('callable', 'object /', (_, [value = null]) => isCallable(value)),
  looking('chr', 'i /', STR, (run, [value = null]) => {
    if (typeof value !== 'bigint') return wrongType(run, 'chr', value);
    return value >= 0n && value <= 0x10ffffn
      ? String.fromCodePoint(Number(value))
      : raise(run, 'ValueError', 'chr() arg not in range(0x110000)');
  }),
  looking('ord', 'c /', INT, (run, [value = null]) => {
    const letters = typeof value === 'string' ? Array.from(value) : [];
    return letters.length === 1 ? BigInt(letters[0]?.codePointAt(0) ?? 0) : wrongType(run, 'ord', value);
  }),
  looking('divmod', 'x y /', undefined, (run, [x = null, y = null]) =>
    newTuple([binary(run, Operator.FloorDivide, x, y), binary(run, Operator.Modulo, x, y)]),
  ),
  looking('pow', 'base exp mod?', undefined, (run, [base = null, exponent = null, modulus]) =>
    modulus === undefined ? binary(run, Operator.Power, base, exponent) : unknown(run, '`pow()` is called'),
  ),
  looking('round', 'number ndigits?', undefined, rounded),
  looking('format', 'value specification? /', STR, (run, [value = null, specification = '']) =>
    typeof specification === 'string'
      ? formatValue(run, value, specification)
      : wrongType(run, 'format', specification),
  ),
  looking('repr', 'object /', STR, (run, [value = null]) => reprOf(run, value)),
  looking('ascii', 'object /', STR, run => unknown(run, '`ascii()` is called', { class: STR })),
  one('hash', 'object /', (run, [value = null]) => {
    keyOf(run, value);
    return unknown(run, '`hash()` is called', { class: INT });
  }),
  one('id', 'object /', run => unknown(run, '`id()` is called', { class: INT })),
  one('len', 'obj /', (run, [value = null]) => sizeOf(run, value)),
  one('iter', 'object /', (run, [value = null]) => iteratorOf(run, value)),
  one('next', 'iterator default? /', next),
  ['print', print],
  ['max', (run, args) => extreme(run, 'max', args)],
  ['min', (run, args) => extreme(run, 'min', args)],
  one('sorted', 'iterable / * key? reverse?', (run, [iterable = null, key, reverse]) => {
    const members = membersOf(run, iterable);
    const items = isUnknown(members) ? members : sortItems(run, members, key, reverse);
    return isUnknown(items) ? openList(run, items) : newList(run, items);
  }),
  one('sum', 'iterable / start?', (run, [iterable = null, start = 0n]) => {
    const items = membersOf(run, iterable);
    if (typeof start === 'string') return raise(run, 'TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
    return isUnknown(items)
      ? doubtful(run, 'operation', items.reason)
      : items.reduce((sum, item) => binary(run, Operator.Add, sum, item), start);
  }),
  one('isinstance', 'obj classes /', (run, [value = null, classes = null]) => isInstance(run, classOf(value), classes)),
  one('issubclass', 'cls classes /', (run, [value = null, classes = null]) =>
    isInstance(run, typeof value === 'object' && value?.kind === 'class' ? value : undefined, classes),
  ),
  ...['open', 'input', 'breakpoint', 'compile', '__import__', 'aiter', 'anext', 'help', 'memoryview'].map(notEvaluated),
  ...['exit', 'quit'].map((name): [string, NativeFunction] => [
    name,
    (run, args) => {
      throw new Raised(exceptionOf(run, builtinClass('SystemExit'), valuesOf(args)), `${name}() is called`, run.site);
    },
  ]),
]);

const PRINT_KEYWORDS = new Set(['sep', 'end', 'file', 'flush']);

function print(run: Run, { named }: Arguments): PyValue {
  for (const [name, { value }] of named) {
    if (!PRINT_KEYWORDS.has(name))
      return raise(run, 'TypeError', `'${name}' is an invalid keyword argument for print()`);
    const isText = value === null || typeof value === 'string' || typeof value === 'object';
    if ((name === 'sep' || name === 'end') && !isText)
      return raise(run, 'TypeError', `${name} must be None or a string, not ${className(value)}`);
  }
  return null;
}

function notEvaluated(name: string): [string, NativeFunction] {
  return [
    name,
    (run, args) => {
      taint(run, valuesOf(args), `it is given to \`${name}()\``);
      return doubtful(run, 'call', `\`${name}()\` is called`);
    },
  ];
}

function wrongType(run: Run, name: string, value: PyValue): never {
  return raise(run, 'TypeError', `${name}() cannot be called with a value of type '${className(value)}'`);
}

function quantified(run: Run, [iterable = null]: Given, wanted: boolean): PyValue {
  const items = isInstanceOf(iterable, 'iterator') ? itemsOneByOne(run, iterable) : membersOf(run, iterable);
  if (isUnknown(items)) return unknown(run, items.reason, { class: BOOL });
  for (const item of items) {
    const truth = truthOf(run, item);
    if (truth === wanted) return wanted;
    if (truth === undefined) return unknown(run, 'a condition cannot be told', { class: BOOL });
  }
  return !wanted;
}

function inRadix(run: Run, [value = null]: Given, radix: number, prefix: string): PyValue {
  if (typeof value !== 'bigint' && typeof value !== 'boolean') return wrongType(run, 'bin', value);
  const number = BigInt(value);
  return number < 0n ? `-${prefix}${(-number).toString(radix)}` : prefix + number.toString(radix);
}

function isCallable(value: PyValue): PyValue {
  if (typeof value !== 'object' || value === null) return false;
  if (value.kind === 'unknown') return value;
  if (value.kind === 'instance') return hasOwn(value, '__call__');
  return value.kind === 'special'
    ? value.name !== 'Ellipsis'
    : ['function', 'native', 'bound', 'class'].includes(value.kind);
}

function rounded(run: Run, [value = null, digits]: Given): PyValue {
  if (typeof value === 'bigint' || typeof value === 'boolean')
    return digits === undefined ? BigInt(value) : unknown(run, '`round()` is called', { class: INT });
  if (typeof value !== 'number') return wrongType(run, 'round', value);
  if (digits !== undefined && digits !== null) return unknown(run, '`round()` is called', { class: FLOAT });
  if (!Number.isFinite(value))
    return raise(run, Number.isNaN(value) ? 'ValueError' : 'OverflowError', 'cannot convert float to integer');
  const floor = Math.floor(value);
  const isUp = value - floor > 0.5 || (value - floor === 0.5 && floor % 2 !== 0);
  return BigInt(isUp ? floor + 1 : floor);
}

/** How many items a value has. */
function sizeOf(run: Run, value: PyValue): PyValue {
  if (typeof value === 'string') return BigInt(Array.from(value).length);
  if (typeof value !== 'object' || value === null) return noSize(run, value);
  if (value.kind === 'range') return BigInt(rangeLength(value));
  if (value.kind === 'unknown')
    return value.class === undefined ? used(run, value, { class: INT }) : { ...value, class: INT };
  if (value.kind === 'instance' || value.kind === 'class')
    return value.kind === 'instance' && !hasOwn(value, '__len__') && value.base === undefined
      ? noSize(run, value)
      : doubtful(run, 'operation', 'the size of an object', { class: INT });
  const isSized =
    ['list', 'tuple', 'dict', 'set', 'bytes', 'proxy'].includes(value.kind) ||
    (value.kind === 'iterator' && value.view !== undefined);
  if (!isSized) return noSize(run, value);
  const items = membersOf(run, value);
  return isUnknown(items) ? { ...items, class: INT } : BigInt(items.length);
}

function noSize(run: Run, value: PyValue): never {
  return raise(run, 'TypeError', `object of type '${className(value)}' has no len()`);
}

function iteratorOf(run: Run, value: PyValue): PyValue {
  if (typeof value === 'object' && value?.kind === 'iterator' && value.view === undefined) return value;
  const items = itemsOf(run, value);
  return isUnknown(items) ? items : newIterator(run, 'iterator', items);
}

function next(run: Run, [iterator = null, otherwise]: Given): PyValue {
  if (isUnknown(iterator)) return doubtful(run, 'operation', iterator.reason, { reach: iterator.reach ?? [] });
  if (typeof iterator !== 'object' || iterator?.kind !== 'iterator' || iterator.view !== undefined)
    return isInstanceOf(iterator, 'instance')
      ? doubtful(run, 'call', '`next()` is called')
      : raise(run, 'TypeError', `'${className(iterator)}' object is not an iterator`);
  const item = nextItem(run, iterator);
  if (item !== undefined) return item;
  return otherwise === undefined ? raise(run, 'StopIteration', 'the iterator has no more items') : otherwise;
}

function isInstanceOf(value: PyValue, kind: string): boolean {
  return typeof value === 'object' && value?.kind === kind;
}

/** `max(…)` and `min(…)`, of an iterable or of several arguments. */
function extreme(run: Run, name: 'max' | 'min', args: Arguments): PyValue {
  const [first, ...rest] = args.positional;
  if (first === undefined || args.open !== undefined) return doubtful(run, 'call', `\`${name}()\` is called`);
  const items = rest.length === 0 ? membersOf(run, first.value) : [first, ...rest].map(({ value }) => value);
  if (isUnknown(items)) return doubtful(run, 'operation', items.reason, { reach: items.reach ?? [] });
  const key = args.named.get('key')?.value ?? null;
  const otherwise = args.named.get('default')?.value;
  const [start, ...others] = items;
  if (start === undefined)
    return otherwise === undefined ? raise(run, 'ValueError', `${name}() of an empty sequence`) : otherwise;
  const by = (item: PyValue): PyValue => (key === null ? item : run.call(key, argumentsOf(run, item)));
  let best = start;
  for (const item of others) {
    const found = order(run, by(item), by(best));
    if (found === undefined) return doubtful(run, 'operation', 'values that cannot be told are compared');
    if (name === 'max' ? found > 0 : found < 0) best = item;
  }
  return best;
}

/** Whether a class is one of `classes`, or below one. */
function isInstance(run: Run, type: PyClass | undefined, classes: PyValue): PyValue {
  if (typeof classes === 'object' && classes?.kind === 'tuple') {
    let doubt: PyValue = false;
    // Python asks one after the other, and none behind the first that answers yes.
    for (const item of classes.items) {
      const answer = isInstance(run, type, item);
      if (answer === true) return true;
      if (isUnknown(answer)) doubt = answer;
    }
    return doubt;
  }
  const why = 'the class of a value cannot be told';
  if (typeof classes !== 'object' || classes?.kind !== 'class') {
    const isOpaque =
      typeof classes === 'object' && (classes === null || classes.kind === 'unknown' || classes.kind === 'special');
    return isOpaque
      ? unknown(run, why, { class: BOOL })
      : raise(run, 'TypeError', 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  }
  if (type?.order === undefined) return unknown(run, why, { class: BOOL });
  return isSubclass(type, classes) ? true : isAbstract(classes) ? unknown(run, why, { class: BOOL }) : false;
}

/** Whether a class may say itself what its instances are. */
function isAbstract({ order: classes, written }: PyClass): boolean {
  return (
    classes === undefined ||
    written?.keywords.has('metaclass') === true ||
    classes.some(({ name }) => name === 'ABC' || name === 'Protocol')
  );
}

// Classes that are called.

/** What calling a built-in class gives. */
export const CONSTRUCTORS: ReadonlyMap<string, NativeFunction> = new Map([
  one('bool', 'x? /', (run, [value = false]) => {
    const truth = truthOf(run, value);
    return truth ?? unknown(run, isUnknown(value) ? value.reason : 'a condition cannot be told', { class: BOOL });
  }),
  looking('int', 'x? / base?', INT, makeInteger),
  looking('float', 'x? /', FLOAT, makeFloat),
  looking('str', 'object? encoding? errors?', STR, (run, [value = '', encoding]) =>
    encoding === undefined ? textOf(run, value) : unknown(run, 'bytes are decoded', { class: STR }),
  ),
  one('list', 'iterable? /', (run, [iterable = newTuple([])]) => {
    const items = itemsOf(run, iterable);
    return isUnknown(items) ? openList(run, items) : newList(run, items);
  }),
  one('tuple', 'iterable? /', (run, [iterable = newTuple([])]) => {
    const items = itemsOf(run, iterable);
    return isUnknown(items)
      ? unknown(run, items.reason, { class: builtinClass('tuple'), reach: items.reach ?? [] })
      : newTuple(items);
  }),
  one('set', 'iterable? /', (run, [iterable = newTuple([])]) => makeSet(run, iterable, false)),
  one('frozenset', 'iterable? /', (run, [iterable = newTuple([])]) => makeSet(run, iterable, true)),
  ['dict', (run, args) => makeDict(run, args)],
  one('range', 'start stop? step? /', makeRange),
  one('slice', 'start stop? step? /', (_, [start = null, stop, step = null]) =>
    stop === undefined ? { kind: 'slice', start: null, stop: start, step: null } : { kind: 'slice', start, stop, step },
  ),
  one('enumerate', 'iterable start?', (run, [iterable = null, start = 0n]) =>
    iterated(run, 'enumerate', [iterable], ([items = []]) =>
      items.map((item, at) => newTuple([binary(run, Operator.Add, start, BigInt(at)), item])),
    ),
  ),
  one('reversed', 'sequence /', (run, [sequence = null]) => {
    const isRefused =
      typeof sequence === 'object' &&
      (sequence?.kind === 'set' || (sequence?.kind === 'iterator' && sequence.view === undefined));
    if (isRefused) return raise(run, 'TypeError', `'${className(sequence)}' object is not reversible`);
    return iterated(run, 'reversed', [sequence], ([items = []]) => items.toReversed());
  }),
  ['zip', zipped],
  ['map', mapped],
  one('filter', 'function iterable /', (run, [test = null, iterable = null]) => filtered(run, test, iterable)),
  ['type', typeCall],
  [
    'object',
    (run, args) =>
      args.positional.length > 0 ? raise(run, 'TypeError', 'object() takes no arguments') : bareObject(run),
  ],
  ...['property', 'classmethod', 'staticmethod'].map(descriptor),
]);

function makeInteger(run: Run, [value = 0n, base]: Given): PyValue {
  if (typeof value === 'boolean' || typeof value === 'bigint')
    return base === undefined ? BigInt(value) : wrongType(run, 'int', value);
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? BigInt(Math.trunc(value))
      : raise(run, Number.isNaN(value) ? 'ValueError' : 'OverflowError', 'cannot convert float to integer');
  if (typeof value !== 'string')
    return typeof value === 'object' && (value?.kind === 'instance' || value?.kind === 'bytes')
      ? doubtful(run, 'operation', 'an object is made a number', { class: INT })
      : wrongType(run, 'int', value);
  if (base !== undefined || !/^[\0-\x7f]*$/.test(value))
    return doubtful(run, 'operation', 'a text is made a number', { class: INT });
  const digits = value.trim();
  if (!/^[-+]?\d+(?:_\d+)*$/.test(digits)) return raise(run, 'ValueError', 'invalid literal for int()');
  const plain = digits.replace(/[+_]/g, '');
  return plain.replace('-', '').length > MOST_DIGITS ? raise(run, 'ValueError', TOO_MANY_DIGITS) : BigInt(plain);
}

function makeFloat(run: Run, [value = 0n]: Given): PyValue {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string')
    return typeof value === 'object' && (value?.kind === 'instance' || value?.kind === 'bytes')
      ? doubtful(run, 'operation', 'an object is made a number', { class: FLOAT })
      : wrongType(run, 'float', value);
  const digits = value.trim();
  if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(digits)) return Number(digits);
  return /^[-+]?(?:inf|infinity|nan)$|_|[^\0-\x7f]/i.test(digits)
    ? unknown(run, 'a text is made a number', { class: FLOAT })
    : raise(run, 'ValueError', 'could not convert string to float');
}

function makeSet(run: Run, iterable: PyValue, frozen: boolean): PyValue {
  const items = membersOf(run, iterable);
  const set = newSet(run, isUnknown(items) ? [] : items, frozen);
  if (isUnknown(items)) set.content.open = items;
  return set;
}

function makeDict(run: Run, args: Arguments): PyValue {
  const dict: PyDict = newDict(run);
  const [from, ...more] = args.positional;
  if (more.length > 0) raise(run, 'TypeError', 'dict expected at most 1 argument');
  fillDict(run, dict, from, args);
  return dict;
}

function makeRange(run: Run, [start = null, stop, step = 1n]: Given): PyValue {
  const bounds = (stop === undefined ? [0n, start, step] : [start, stop, step]).map(value => {
    if (typeof value === 'bigint' || typeof value === 'boolean') return BigInt(value);
    if (isUnknown(value)) return value;
    return raise(run, 'TypeError', `'${className(value)}' object cannot be interpreted as an integer`);
  });
  const [from = 0n, to = 0n, by = 1n] = bounds;
  if (isUnknown(from) || isUnknown(to) || isUnknown(by))
    return unknown(run, 'a range', { class: builtinClass('range') });
  return by === 0n
    ? raise(run, 'ValueError', 'range() arg 3 must not be zero')
    : { kind: 'range', start: from, stop: to, step: by };
}

/** An iterator over what `make` makes of the items of some values, or one whose items cannot be told. */
function iterated(
  run: Run,
  name: string,
  values: readonly PyValue[],
  make: (items: (readonly PyValue[])[]) => PyValue[],
): PyValue {
  const all = allItemsOf(run, values);
  if (!isUnknown(all)) return newIterator(run, name, make(all));
  const iterator = newIterator(run, name, []);
  iterator.content.open = all;
  return iterator;
}

/** The items of each of some values; unknown if those of one are. */
function allItemsOf(run: Run, values: readonly PyValue[]): (readonly PyValue[])[] | Unknown {
  const all: (readonly PyValue[])[] = [];
  for (const value of values) {
    const items = itemsOneByOne(run, value);
    if (isUnknown(items)) return items;
    all.push(items);
  }
  return all;
}

function zipped(run: Run, args: Arguments): PyValue {
  const values = args.positional.map(({ value }) => value);
  if (args.open !== undefined || args.named.size > 0) return doubtful(run, 'call', '`zip()` is called');
  return iterated(run, 'zip', values, all => {
    const size = all.length === 0 ? 0 : Math.min(...all.map(items => items.length));
    return Array.from({ length: size }, (_, at) => newTuple(all.map(items => items[at] ?? null)));
  });
}

function mapped(run: Run, args: Arguments): PyValue {
  const [callee, ...values] = args.positional.map(({ value }) => value);
  if (callee === undefined || args.open !== undefined || values.length === 0)
    return doubtful(run, 'call', '`map()` is called');
  const known = allItemsOf(run, values);
  if (isUnknown(known)) return unknown(run, known.reason, { reach: known.reach ?? [] });
  const size = Math.min(...known.map(items => items.length));
  return newIterator(run, 'map', () =>
    Array.from({ length: size }, (_, at) =>
      run.call(callee, argumentsOf(run, ...known.map(items => items[at] ?? null))),
    ),
  );
}

function filtered(run: Run, test: PyValue, iterable: PyValue): PyValue {
  const items = itemsOneByOne(run, iterable);
  if (isUnknown(items)) return unknown(run, items.reason);
  const iterator = newIterator(run, 'filter', () => {
    const answers = items.map(item => truthOf(run, test === null ? item : run.call(test, argumentsOf(run, item))));
    if (answers.includes(undefined)) loseItems(run, iterator, unknown(run, 'a condition cannot be told'));
    return items.filter((_, at) => answers[at] === true);
  });
  return iterator;
}

function typeCall(run: Run, args: Arguments): PyValue {
  const [first, ...rest] = args.positional;
  if (first === undefined || rest.length > 0) return doubtful(run, 'call', '`type()` is called');
  return classOf(first.value) ?? unknown(run, 'the class of a value cannot be told');
}

function bareObject(run: Run): PyValue {
  return { kind: 'instance', class: builtinClass('object'), names: newDict(run) };
}

function descriptor(name: string): [string, NativeFunction] {
  return [
    name,
    (run, { positional }) => {
      const at = run.site;
      const value = positional[0]?.value ?? null;
      const entry = { key: '__func__', value, keyAt: at, valueAt: at, certain: true };
      return { kind: 'instance', class: builtinClass(name), names: newDict(run, [entry]) };
    },
  ];
}

/** What a name stands for that no scope binds. */
export const BUILTINS: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ...CLASS_NAMES,
  ...[...FUNCTIONS].map(([name, call]): [string, PyValue] => [name, native(name, call)]),
  ...[
    'getattr',
    'setattr',
    'hasattr',
    'delattr',
    'globals',
    'locals',
    'vars',
    'dir',
    'eval',
    'exec',
    '__build_class__',
  ].map((name): [string, PyValue] => [name, native(name, (run, args) => FUNCTIONS.get('open')?.(run, args) ?? null)]),
  ['Ellipsis', { kind: 'special', name: 'Ellipsis' }],
  ['NotImplemented', { kind: 'special', name: 'NotImplemented' }],
  ['__debug__', true],
]);
