import { Operator } from '../../../../syntax/python/tree';
import { bool, equalityKey, float, int, text, truth, unknown, type PyValue } from './values';

/** Longer results are not made: nobody writes such constants, and hostile texts could. */
const LONGEST = 100_000;

/** `left operator right` for constants; annotations (`int | None`) are not looked at here. */
export function binary(operator: Operator, left: PyValue, right: PyValue): PyValue {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  const numbers = numeric(left) !== undefined && numeric(right) !== undefined;
  return (numbers ? arithmetic(operator, left, right) : joined(operator, left, right)) ?? NOT_TOLD;
}

const NOT_TOLD = unknown('an operator whose result is not known');

/** The value of an operator before an operand. */
export function unary(operator: Operator, operand: PyValue): PyValue {
  if (operand.kind === 'unknown') return operand;
  if (operator === Operator.Not) {
    const value = truth(operand);
    return value === undefined ? NOT_TOLD : bool(!value);
  }
  const value = numeric(operand);
  if (value === undefined) return NOT_TOLD;
  if (operator === Operator.Positive) return typeof value === 'bigint' ? int(value) : float(value);
  if (operator === Operator.Negative) return typeof value === 'bigint' ? int(-value) : float(-value);
  return operator === Operator.Invert && typeof value === 'bigint' ? int(~value) : NOT_TOLD;
}

/** Whether two constants are equal; nothing where that cannot be told. */
export function equal(left: PyValue, right: PyValue): boolean | undefined {
  const [a, b] = [equalityKey(left), equalityKey(right)];
  return a === undefined || b === undefined ? undefined : a === b;
}

function numeric(value: PyValue): bigint | number | undefined {
  if (value.kind === 'bool') return value.value ? 1n : 0n;
  return value.kind === 'int' || value.kind === 'float' ? value.value : undefined;
}

function arithmetic(operator: Operator, left: PyValue, right: PyValue): PyValue | undefined {
  const [a, b] = [numeric(left), numeric(right)];
  if (typeof a === 'bigint' && typeof b === 'bigint') return ofIntegers(operator, a, b);
  return ofFloats(operator, Number(a), Number(b));
}

function ofIntegers(operator: Operator, a: bigint, b: bigint): PyValue | undefined {
  return INTEGERS[operator]?.(a, b);
}

type OfIntegers = (a: bigint, b: bigint) => PyValue | undefined;

/** Larger powers are not made. */
const HIGHEST_POWER = 10_000n;

const INTEGERS: Partial<Record<Operator, OfIntegers>> = {
  [Operator.Add]: (a, b) => int(a + b),
  [Operator.Subtract]: (a, b) => int(a - b),
  [Operator.Multiply]: (a, b) => int(a * b),
  [Operator.Divide]: (a, b) => (b === 0n ? undefined : float(Number(a) / Number(b))),
  [Operator.FloorDivide]: (a, b) => (b === 0n ? undefined : int(floorDivide(a, b))),
  [Operator.Modulo]: (a, b) => (b === 0n ? undefined : int(a - floorDivide(a, b) * b)),
  [Operator.Power]: power,
  [Operator.ShiftLeft]: (a, b) => (b < 0n || b > HIGHEST_POWER ? undefined : int(a << b)),
  [Operator.ShiftRight]: (a, b) => (b < 0n ? undefined : int(a >> b)),
  [Operator.BitAnd]: (a, b) => int(a & b),
  [Operator.BitOr]: (a, b) => int(a | b),
  [Operator.BitXor]: (a, b) => int(a ^ b),
};

function power(a: bigint, b: bigint): PyValue | undefined {
  if (b < 0n) return a === 0n ? undefined : float(Number(a) ** Number(b));
  return b > HIGHEST_POWER ? undefined : int(a ** b);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function ofFloats(operator: Operator, a: number, b: number): PyValue | undefined {
  if (operator === Operator.Add) return float(a + b);
  if (operator === Operator.Subtract) return float(a - b);
  if (operator === Operator.Multiply) return float(a * b);
  if (operator === Operator.Divide) return b === 0 ? undefined : float(a / b);
  return operator === Operator.Power && a >= 0 ? float(a ** b) : undefined;
}

/** Texts and collections joined or repeated. */
function joined(operator: Operator, left: PyValue, right: PyValue): PyValue | undefined {
  if (operator === Operator.Multiply) return repeated(left, right) ?? repeated(right, left);
  if (operator === Operator.Add) {
    if (left.kind === 'str' && right.kind === 'str') return text(left.value + right.value);
    if (left.kind === 'bytes' && right.kind === 'bytes') return { kind: 'bytes', value: left.value + right.value };
    if ((left.kind === 'list' || left.kind === 'tuple') && left.kind === right.kind)
      return { kind: left.kind, items: [...left.items, ...right.items] };
  }
  if (operator === Operator.BitOr && left.kind === 'dict' && right.kind === 'dict')
    return dictOf([...left.entries, ...right.entries]);
  if (operator === Operator.BitOr && left.kind === 'set' && right.kind === 'set')
    return setOf('set', [...left.items, ...right.items]);
  return undefined;
}

function repeated(value: PyValue, times: PyValue): PyValue | undefined {
  const count = times.kind === 'int' ? Number(times.value) : times.kind === 'bool' ? Number(times.value) : undefined;
  if (count === undefined) return undefined;
  if (value.kind === 'str' && value.value.length * count <= LONGEST)
    return text(value.value.repeat(Math.max(0, count)));
  if ((value.kind === 'list' || value.kind === 'tuple') && value.items.length * count <= LONGEST)
    return { kind: value.kind, items: Array.from({ length: Math.max(0, count) }, () => value.items).flat() };
  return undefined;
}

/** A dict of entries: the first place and the last value of each key. */
export function dictOf(entries: readonly (readonly [PyValue, PyValue])[]): PyValue {
  const found = new Map<string, readonly [PyValue, PyValue]>();
  for (const [key, value] of entries) {
    const at = equalityKey(key);
    if (at === undefined) return key.kind === 'unknown' ? key : unknown('a dict whose keys are not known');
    found.set(at, [found.get(at)?.[0] ?? key, value]);
  }
  return { kind: 'dict', entries: [...found.values()] };
}

/** A set of items, each once. */
export function setOf(kind: 'set' | 'frozenset', items: readonly PyValue[]): PyValue {
  const found = new Map<string, PyValue>();
  for (const item of items) {
    const at = equalityKey(item);
    if (at === undefined) return item.kind === 'unknown' ? item : unknown('a set whose items are not known');
    if (!found.has(at)) found.set(at, item);
  }
  return { kind, items: [...found.values()] };
}
