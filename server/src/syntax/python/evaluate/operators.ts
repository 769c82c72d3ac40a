import { Operator } from '../tree';
import { builtinClass } from './builtin-classes';
import { areEqual, isSame, order, truthOf } from './comparing';
import { className, classOf } from './kinds';
import { itemsOf, itemsOneByOne, nextItem } from './iterating';
import { changeable, contentOf, copyDict, entry, lookUp, loseEntries, loseItems, putEntry, setEntry } from './mappings';
import { newList, newSet, newTuple, taint } from './objects';
import { doubtful, isUnknown, raise, unknown, used } from './outcomes';
import { spreadOutside } from './outside';
import { percentFormat } from './percent';
import { isOrderedVersion, orderOfVersion } from './python-version';
import type { PyClass, PyDict, PyIterator, PyList, PySet, PyValue, Run } from './values';

const SYMBOLS: Readonly<Record<Operator, string>> = {
  [Operator.Add]: '+',
  [Operator.Subtract]: '-',
  [Operator.Multiply]: '*',
  [Operator.MatrixMultiply]: '@',
  [Operator.Divide]: '/',
  [Operator.FloorDivide]: '//',
  [Operator.Modulo]: '%',
  [Operator.Power]: '** or pow()',
  [Operator.ShiftLeft]: '<<',
  [Operator.ShiftRight]: '>>',
  [Operator.BitAnd]: '&',
  [Operator.BitOr]: '|',
  [Operator.BitXor]: '^',
  [Operator.Not]: 'not',
  [Operator.Negative]: '-',
  [Operator.Positive]: '+',
  [Operator.Invert]: '~',
  [Operator.And]: 'and',
  [Operator.Or]: 'or',
  [Operator.Equal]: '==',
  [Operator.NotEqual]: '!=',
  [Operator.Less]: '<',
  [Operator.LessEqual]: '<=',
  [Operator.Greater]: '>',
  [Operator.GreaterEqual]: '>=',
  [Operator.In]: 'in',
  [Operator.NotIn]: 'not in',
  [Operator.Is]: 'is',
  [Operator.IsNot]: 'is not',
};

const BOOL = builtinClass('bool');

/** Numbers with more digits, and sequences with more items, are not made. */
const LARGEST = 100_000;

/** `left operator right` */
export function binary(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue {
  run.count();
  if (isOpaque(left) || isOpaque(right)) return withUnknown(run, operator, left, right);
  const result =
    operator === Operator.Modulo && (typeof left === 'string' || isBytes(left))
      ? typeof left === 'string'
        ? percentFormat(run, left, right)
        : unknown(run, 'bytes are formatted')
      : (numeric(run, operator, left, right) ??
        concatenated(run, operator, left, right) ??
        repeated(run, operator, left, right) ??
        combined(run, operator, left, right) ??
        union(run, operator, left, right));
  if (result !== undefined) return result;
  const types = `'${className(left)}' and '${className(right)}'`;
  return raise(run, 'TypeError', `unsupported operand type(s) for ${SYMBOLS[operator]}: ${types}`);
}

/** Whether a class of the text or of nobody knows whom may say what an operator does; views of dicts count among them. */
function isOpaque(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value.kind === 'iterator') return value.view !== undefined;
  if (value.kind === 'class') return value.order === undefined;
  if (value.kind === 'special') return classOf(value) === undefined;
  return value.kind === 'unknown' || value.kind === 'instance';
}

function isBytes(value: PyValue): boolean {
  return typeof value === 'object' && value?.kind === 'bytes';
}

/** The result of an operator on values that cannot be told: the sum of two texts is a text, whatever they say. */
function withUnknown(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue {
  const [one, other] = [classOf(left), classOf(right)];
  const reason = [left, right].find(isUnknown)?.reason ?? 'an object says what the operator does';
  const isText = one?.name === 'str' && other?.name === 'str' && operator === Operator.Add;
  if (isText) return unknown(run, reason, { class: one });
  if (one !== undefined && other !== undefined && SUMS.has(operator) && areNumbers(one, other))
    return unknown(run, reason, { class: one.name === 'int' && other.name === 'int' ? one : builtinClass('float') });
  if (operator === Operator.Divide && isUnknown(left) && left.harmless === 'Path' && isPathPart(right))
    return { ...unknown(run, reason), harmless: 'Path' };
  return doubtful(run, 'operation', reason, {
    reach: [left, right].flatMap(value => (isUnknown(value) ? (value.reach ?? []) : [])),
  });
}

/** What numbers can be given to, whatever they are. */
const SUMS: ReadonlySet<Operator> = new Set([Operator.Add, Operator.Subtract, Operator.Multiply]);

function areNumbers(...types: readonly PyClass[]): boolean {
  return types.every(({ name }) => name === 'int' || name === 'float');
}

function isPathPart(value: PyValue): boolean {
  return classOf(value)?.name === 'str' || (isUnknown(value) && value.harmless === 'Path');
}

/** `before operator= operand`: lists, dicts and sets are changed, of everything else there is a new value. */
export function augmented(run: Run, operator: Operator, before: PyValue, operand: PyValue): PyValue {
  if (typeof before !== 'object' || before === null) return binary(run, operator, before, operand);
  if (before.kind === 'list') return augmentedList(run, operator, before, operand);
  if (before.kind === 'dict' && operator === Operator.BitOr) return augmentedDict(run, before, operand);
  if (before.kind === 'set' && !before.frozen && isSet(operand)) return augmentedSet(run, operator, before, operand);
  if (isOpaque(before)) taint(run, [before], 'it may have been changed');
  return binary(run, operator, before, operand);
}

function augmentedList(run: Run, operator: Operator, before: PyList, operand: PyValue): PyValue {
  if (operator === Operator.Multiply) {
    const more = binary(run, operator, before, operand);
    const isKnown = typeof more === 'object' && more?.kind === 'list' && more.content.open === undefined;
    if (isKnown) run.heap.change(before).items.splice(0, before.content.items.length, ...more.content.items);
    else loseItems(run, before, unknown(run, 'a list is repeated'));
    return before;
  }
  if (operator !== Operator.Add) return binary(run, operator, before, operand);
  extendList(run, before, operand);
  return before;
}

/** Puts what can be iterated over behind the items of a list. */
export function extendList(run: Run, list: PyList, iterable: PyValue): void {
  const more = itemsOf(run, iterable);
  if (isUnknown(more)) loseItems(run, list, more, iterable);
  else run.heap.change(list).items.push(...more);
}

function augmentedDict(run: Run, before: PyDict, operand: PyValue): PyValue {
  const from = typeof operand === 'object' && operand?.kind === 'proxy' ? operand.of : operand;
  if (isUnknown(from)) loseEntries(run, before, doubtful(run, 'operation', from.reason, { reach: from.reach ?? [] }));
  else if (typeof from === 'object' && from?.kind === 'dict') mergeDict(run, before, from);
  else {
    const pairs = itemsOf(run, from);
    if (isUnknown(pairs)) loseEntries(run, before, pairs);
    else for (const pair of pairs) addPair(run, before, pair);
  }
  return before;
}

function addPair(run: Run, dict: PyDict, pair: PyValue): void {
  const parts = itemsOf(run, pair);
  if (isUnknown(parts)) loseEntries(run, dict, parts);
  else if (parts.length !== 2) raise(run, 'ValueError', 'a dictionary update sequence element has not two items');
  else setEntry(run, dict, entry(parts[0] ?? null, parts[1] ?? null, run.site, run.site));
}

function augmentedSet(run: Run, operator: Operator, before: PySet, operand: PySet): PyValue {
  const more = combinedSets(run, operator, before, operand);
  if (typeof more === 'object' && more?.kind === 'set') {
    const { entries } = run.heap.change(before);
    entries.clear();
    for (const [key, one] of more.content.entries) entries.set(key, one);
  } else if (isUnknown(more)) loseEntries(run, before, more);
  else return binary(run, operator, before, operand);
  return before;
}

// Numbers.

function asNumber(value: PyValue): bigint | number | undefined {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'bigint' || typeof value === 'number' ? value : undefined;
}

function numeric(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue | undefined {
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a === undefined || b === undefined) return undefined;
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    if (operator === Operator.BitAnd) return left && right;
    if (operator === Operator.BitOr) return left || right;
    if (operator === Operator.BitXor) return left !== right;
  }
  if (typeof a === 'bigint' && typeof b === 'bigint') return integers(run, operator, a, b);
  return floats(run, operator, Number(a), Number(b));
}

function integers(run: Run, operator: Operator, a: bigint, b: bigint): PyValue | undefined {
  switch (operator) {
    case Operator.Add:
      return a + b;
    case Operator.Subtract:
      return a - b;
    case Operator.Multiply:
      return a * b;
    case Operator.Divide:
      return b === 0n ? byZero(run, 'division by zero') : divided(run, a, b);
    case Operator.FloorDivide:
      return b === 0n ? byZero(run, 'integer division or modulo by zero') : floorDivide(a, b);
    case Operator.Modulo:
      return b === 0n ? byZero(run, 'integer division or modulo by zero') : a - floorDivide(a, b) * b;
    case Operator.Power:
      return power(run, a, b);
    case Operator.ShiftLeft:
    case Operator.ShiftRight:
      return shifted(run, operator, a, b);
    case Operator.BitAnd:
      return a & b;
    case Operator.BitOr:
      return a | b;
    case Operator.BitXor:
      return a ^ b;
    default:
      return undefined;
  }
}

/** The quotient of two integers; unknown for large ones, which JavaScript may round otherwise than Python. */
function divided(run: Run, a: bigint, b: bigint): PyValue {
  const isSafe = Number.isSafeInteger(Number(a)) && Number.isSafeInteger(Number(b));
  return isSafe ? Number(a) / Number(b) : unknown(run, 'large numbers are divided');
}

function byZero(run: Run, message: string): never {
  return raise(run, 'ZeroDivisionError', message);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function power(run: Run, a: bigint, b: bigint): PyValue {
  if (b < 0n)
    return a === 0n
      ? byZero(run, '0.0 cannot be raised to a negative power')
      : (floats(run, Operator.Power, Number(a), Number(b)) ?? null);
  return b * BigInt(a.toString(2).length) > BigInt(LARGEST) ? unknown(run, 'a number is large') : a ** b;
}

function shifted(run: Run, operator: Operator, a: bigint, b: bigint): PyValue {
  if (b < 0n) return raise(run, 'ValueError', 'negative shift count');
  if (operator === Operator.ShiftRight) return a >> b;
  return b > BigInt(LARGEST) ? unknown(run, 'a number is large') : a << b;
}

function floats(run: Run, operator: Operator, a: number, b: number): PyValue | undefined {
  switch (operator) {
    case Operator.Add:
      return a + b;
    case Operator.Subtract:
      return a - b;
    case Operator.Multiply:
      return a * b;
    case Operator.Divide:
      return b === 0 ? byZero(run, 'float division by zero') : a / b;
    case Operator.FloorDivide:
      return b === 0 ? byZero(run, 'float floor division by zero') : floatFloor(a, b);
    case Operator.Modulo:
      return b === 0 ? byZero(run, 'float modulo') : modulo(a, b);
    case Operator.Power:
      return floatPower(run, a, b);
    default:
      return undefined;
  }
}

/** The floor of a quotient of floats, reckoned from the remainder as CPython does, so that 1 // 0.1 is 9. */
function floatFloor(a: number, b: number): number {
  const quotient = (a - modulo(a, b)) / b;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** Libraries may round the last digit of a power in different ways. */
function floatPower(run: Run, a: number, b: number): PyValue {
  if (a === 0 && b < 0) return byZero(run, '0.0 cannot be raised to a negative power');
  const value = a ** b;
  const isExact = b === 2 || b === -1 || b === 1 || b === 0 || (Number.isSafeInteger(value) && Number.isInteger(a));
  return isExact ? value : unknown(run, 'a power is a fraction');
}

// Sequences.

function concatenated(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue | undefined {
  if (operator !== Operator.Add) return undefined;
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (typeof left === 'string')
    return raise(run, 'TypeError', `can only concatenate str (not "${className(right)}") to str`);
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return undefined;
  if (left.kind === 'list' && right.kind === 'list') return joinedLists(run, left, right);
  if (left.kind === 'tuple' && right.kind === 'tuple') return newTuple([...left.items, ...right.items]);
  if (left.kind === 'bytes' && right.kind === 'bytes') return { kind: 'bytes', text: left.text + right.text };
  return undefined;
}

function joinedLists(run: Run, left: PyList, right: PyList): PyValue {
  const list = newList(run, [...left.content.items, ...right.content.items]);
  const open = left.content.open ?? right.content.open;
  if (open !== undefined) list.content.open = open;
  return list;
}

function repeated(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue | undefined {
  if (operator !== Operator.Multiply) return undefined;
  const [sequence, times] = asNumber(left) === undefined ? [left, right] : [right, left];
  const factor = asNumber(times);
  if (typeof factor !== 'bigint') return undefined;
  const count = factor < 0n ? 0 : Number(factor);
  if (typeof sequence === 'string')
    return count * sequence.length > LARGEST ? unknown(run, 'a text is long') : sequence.repeat(count);
  if (typeof sequence !== 'object' || sequence === null) return undefined;
  if (sequence.kind === 'bytes')
    return count > LARGEST ? unknown(run, 'bytes are many') : { kind: 'bytes', text: sequence.text.repeat(count) };
  if (sequence.kind !== 'list' && sequence.kind !== 'tuple') return undefined;
  const items = sequence.kind === 'list' ? sequence.content.items : sequence.items;
  if (count * items.length > LARGEST) return unknown(run, 'a sequence is long');
  const all = Array.from({ length: count }, () => items).flat();
  if (sequence.kind === 'tuple') return newTuple(all);
  const list = newList(run, all);
  if (sequence.content.open !== undefined) list.content.open = sequence.content.open;
  return list;
}

// Dicts and sets.

function combined(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue | undefined {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return undefined;
  const [a, b] = [left.kind === 'proxy' ? left.of : left, right.kind === 'proxy' ? right.of : right];
  if (a.kind === 'dict' && b.kind === 'dict' && operator === Operator.BitOr) return mergedDicts(run, a, b);
  return a.kind === 'set' && b.kind === 'set' ? combinedSets(run, operator, a, b) : undefined;
}

function mergedDicts(run: Run, a: PyDict, b: PyDict): PyValue {
  const more = {
    ...(a.class === undefined ? {} : { class: a.class }),
    ...(a.factory === undefined ? {} : { factory: a.factory }),
  };
  const merged = copyDict(run, a, more);
  mergeDict(run, merged, b);
  return merged;
}

/** Puts the entries of one dict into another. */
export function mergeDict(run: Run, dict: PyDict, from: PyDict): void {
  const content = contentOf(run, from);
  if (content.open !== undefined && !spreadOutside(run, dict, content)) loseEntries(run, dict, content.open);
  for (const one of [...content.entries.values()]) setEntry(run, dict, one);
  if (content.unordered === true) changeable(run, dict).unordered = true;
}

/** The set that an operator makes of two, as far as their elements are known. */
export function combinedSets(run: Run, operator: Operator, a: PySet, b: PySet): PyValue | undefined {
  const isUncertain = [a, b].some(
    ({ content }) => content.open !== undefined || [...content.entries.values()].some(one => !one.certain),
  );
  const [one, other] = [a.content.entries, b.content.entries];
  const keep = keeper(operator);
  if (keep === undefined) return undefined;
  if (isUncertain) return unknown(run, 'what is in a set cannot be told');
  const set = newSet(run, [], a.frozen);
  for (const [key, element] of one) if (keep(true, other.has(key))) putEntry(run, set.content, element);
  for (const [key, element] of other) if (!one.has(key) && keep(false, true)) putEntry(run, set.content, element);
  return set;
}

function keeper(operator: Operator): ((inFirst: boolean, inSecond: boolean) => boolean) | undefined {
  switch (operator) {
    case Operator.BitOr:
      return () => true;
    case Operator.BitAnd:
      return (inFirst, inSecond) => inFirst && inSecond;
    case Operator.Subtract:
      return (inFirst, inSecond) => inFirst && !inSecond;
    case Operator.BitXor:
      return (inFirst, inSecond) => inFirst !== inSecond;
    default:
      return undefined;
  }
}

/** `int | None` */
function union(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue | undefined {
  const isType = (value: PyValue): boolean => value === null || (typeof value === 'object' && value.kind === 'class');
  const isUnion = operator === Operator.BitOr && isType(left) && isType(right) && (left !== null || right !== null);
  const isPlain = [left, right].every(
    value => typeof value !== 'object' || value?.kind !== 'class' || value.order !== undefined,
  );
  if (isUnion)
    return isPlain ? { kind: 'special', name: 'types.UnionType' } : unknown(run, 'a class says what the operator does');
  const hasClass = [left, right].some(value => typeof value === 'object' && value?.kind === 'class');
  return hasClass && !isPlain ? doubtful(run, 'operation', 'a class says what the operator does') : undefined;
}

// One operand.

/** `-operand`, `not operand` and so on. */
export function unary(run: Run, operator: Operator, operand: PyValue): PyValue {
  if (operator === Operator.Not) {
    const truth = truthOf(run, operand);
    const reason = isUnknown(operand) ? operand.reason : 'a condition cannot be told';
    return truth === undefined ? unknown(run, reason, { class: BOOL }) : !truth;
  }
  if (isOpaque(operand)) return withUnknown(run, operator, operand, null);
  const value = asNumber(operand);
  if (value !== undefined && operator === Operator.Negative) return -value;
  if (value !== undefined && operator === Operator.Positive) return value;
  if (typeof value === 'bigint') return ~value;
  return raise(run, 'TypeError', `bad operand type for unary ${SYMBOLS[operator]}: '${className(operand)}'`);
}

// Comparisons.

/** `left operator right` for operators that compare. */
export function compare(run: Run, operator: Operator, left: PyValue, right: PyValue): PyValue {
  const answer = compared(run, operator, left, right);
  if (answer !== undefined) return answer;
  const reason = [left, right].find(isUnknown)?.reason ?? 'a comparison cannot be told';
  return unknown(run, reason, { class: BOOL });
}

function compared(run: Run, operator: Operator, left: PyValue, right: PyValue): boolean | undefined {
  switch (operator) {
    case Operator.Equal:
      return areEqual(run, left, right);
    case Operator.NotEqual:
      return negated(areEqual(run, left, right));
    case Operator.Is:
      return isSame(left, right);
    case Operator.IsNot:
      return negated(isSame(left, right));
    case Operator.In:
      return contains(run, right, left);
    case Operator.NotIn:
      return negated(contains(run, right, left));
    default:
      return ordered(run, operator, left, right);
  }
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function ordered(run: Run, operator: Operator, left: PyValue, right: PyValue): boolean | undefined {
  if (isSet(left) && isSet(right)) return orderedSets(operator, left, right);
  const found = orderOfVersion(left, right) ?? order(run, left, right, SYMBOLS[operator]);
  if (found === undefined) {
    if (!haveOrder(left, right) && (isOpaque(left) || isOpaque(right)))
      doubtful(run, 'operation', 'values that cannot be told are compared');
    return undefined;
  }
  if (operator === Operator.Less) return found < 0;
  if (operator === Operator.LessEqual) return found <= 0;
  return operator === Operator.Greater ? found > 0 : found >= 0;
}

/** Whether two values can be compared, whatever they are. */
function haveOrder(left: PyValue, right: PyValue): boolean {
  if (isOrderedVersion(left, right) || isOrderedVersion(right, left)) return true;
  const [one, other] = [classOf(left), classOf(right)];
  if (one === undefined || other === undefined) return false;
  return areNumbers(one, other) || (one.name === 'str' && other.name === 'str');
}

/** `<=` and the like say which of two sets is part of the other. */
function orderedSets(operator: Operator, left: PySet, right: PySet): boolean | undefined {
  const isCertain = [left, right].every(
    ({ content }) => content.open === undefined && [...content.entries.values()].every(({ certain }) => certain),
  );
  if (!isCertain) return undefined;
  const isGreater = operator === Operator.Greater || operator === Operator.GreaterEqual;
  const [part, whole] = isGreater
    ? [right.content.entries, left.content.entries]
    : [left.content.entries, right.content.entries];
  const isPart = [...part.keys()].every(key => whole.has(key));
  const isStrict = operator === Operator.Less || operator === Operator.Greater;
  return isPart && (!isStrict || part.size < whole.size);
}

function isSet(value: PyValue): value is PySet {
  return typeof value === 'object' && value?.kind === 'set';
}

/** Whether `item in container`; nothing if that cannot be told. */
function contains(run: Run, container: PyValue, item: PyValue): boolean | undefined {
  if (typeof container === 'string') {
    if (typeof item === 'string') return container.includes(item);
    if (isOpaque(item)) return undefined;
    return raise(run, 'TypeError', `'in <string>' requires string as left operand, not ${className(item)}`);
  }
  const mapping = typeof container === 'object' && container?.kind === 'proxy' ? container.of : container;
  if (typeof mapping === 'object' && (mapping?.kind === 'dict' || mapping?.kind === 'set')) {
    // A set looks for another as if it were frozen.
    const wanted = mapping.kind === 'set' && isSet(item) ? { ...item, frozen: true } : item;
    const found = lookUp(run, mapping.kind === 'dict' ? contentOf(run, mapping) : mapping.content, wanted);
    return isUnknown(found) ? undefined : found !== undefined;
  }
  if (isUnknown(container) && classOf(container) === undefined) used(run, container);
  if (isOpaque(container)) return undefined;
  if (typeof container === 'object' && container?.kind === 'bytes' && !isOpaque(item)) {
    if (typeof item === 'object' && item?.kind === 'bytes') return container.text.includes(item.text);
    if (typeof item !== 'bigint' && typeof item !== 'boolean')
      return raise(run, 'TypeError', `a bytes-like object is required, not '${className(item)}'`);
  }
  if (typeof container === 'object' && container?.kind === 'iterator' && container.view === undefined)
    return isDrawn(run, container, item);
  const items = itemsOneByOne(run, container);
  if (isUnknown(items)) return undefined;
  const answers = items.map(one => areEqual(run, one, item));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** Whether an iterator gives an item: it is used up to there. */
function isDrawn(run: Run, iterator: PyIterator, wanted: PyValue): boolean | undefined {
  for (let item = nextItem(run, iterator); item !== undefined; item = nextItem(run, iterator)) {
    const answer = areEqual(run, item, wanted);
    if (answer === undefined) loseItems(run, iterator, unknown(run, 'an iterator is searched'));
    if (answer !== false) return answer;
  }
  return false;
}
