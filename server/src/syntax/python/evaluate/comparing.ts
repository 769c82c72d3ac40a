import { className, classOf, hasOwn } from './kinds';
import { contentOf } from './mappings';
import { isUnknown, raise } from './outcomes';
import type { MappingContent, PyInstance, PyObject, PyRange, PyValue, Run } from './values';

/** Whether a value counts as true; nothing if that cannot be told. */
export function truthOf(run: Run, value: PyValue): boolean | undefined {
  if (typeof value !== 'object') return typeof value === 'number' ? value !== 0 : Boolean(value);
  if (value === null) return false;
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'instance':
      return truthOfInstance(run, value);
    case 'dict':
      return truthOfMapping(contentOf(run, value));
    case 'proxy':
      return truthOfMapping(contentOf(run, value.of));
    case 'set':
      return truthOfMapping(value.content);
    case 'list':
      return value.content.open === undefined ? value.content.items.length > 0 : undefined;
    case 'tuple':
      return value.items.length > 0;
    case 'bytes':
      return value.text !== '';
    case 'range':
      return rangeLength(value) > 0;
    case 'class':
      return value.order === undefined ? undefined : true;
    default:
      return true;
  }
}

/** Why it cannot be told whether a value counts as true. */
export function reasonOf(value: PyValue): string {
  return isUnknown(value) ? value.reason : 'a condition cannot be told';
}

function truthOfInstance(run: Run, value: PyInstance): boolean | undefined {
  if (hasOwn(value, '__bool__', '__len__')) return undefined;
  return value.base === undefined ? true : truthOf(run, value.base);
}

function truthOfMapping({ entries, open }: MappingContent): boolean | undefined {
  for (const { certain } of entries.values()) if (certain) return true;
  return entries.size > 0 || open !== undefined ? undefined : false;
}

/** `len(range(…))`. */
export function rangeLength({ start, stop, step }: PyRange): number {
  const distance = step > 0n ? stop - start : start - stop;
  const size = step > 0n ? step : -step;
  return distance <= 0n ? 0 : Number((distance + size - 1n) / size);
}

/** Whether two values are the same object; nothing if that cannot be told, as of two equal texts. */
export function isSame(a: PyValue, b: PyValue): boolean | undefined {
  if (isUnknown(a) || isUnknown(b)) return undefined;
  if (a === null || b === null || typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  if (typeof a === 'object' && typeof b === 'object') {
    if (a.kind === 'special' && b.kind === 'special') return a.name === b.name;
    if (a.kind !== b.kind || (a.kind !== 'tuple' && a.kind !== 'bytes' && a.kind !== 'set')) return a === b;
    return a === b ? true : undefined;
  }
  return typeof a !== typeof b || a !== b ? false : undefined;
}

/** Whether `a == b`; nothing if that cannot be told. */
export function areEqual(run: Run, a: PyValue, b: PyValue): boolean | undefined {
  run.count();
  if (isUnknown(a) || isUnknown(b)) return undefined;
  const [one, other] = [numberOf(a), numberOf(b)];
  if (one !== undefined && other !== undefined) return one == other;
  if (typeof a === 'string' || typeof b === 'string') return textsAreEqual(a, b);
  if (a === null || b === null) return a === b || mayDecide(a) || mayDecide(b) ? isNone(a, b) : false;
  if (typeof a !== 'object' || typeof b !== 'object') return mayDecide(a) || mayDecide(b) ? undefined : false;
  return run.deeper(() => objectsAreEqual(run, a, b));
}

function isNone(a: PyValue, b: PyValue): boolean | undefined {
  return a === b ? true : undefined;
}

function textsAreEqual(a: PyValue, b: PyValue): boolean | undefined {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return mayDecide(a) || mayDecide(b) ? undefined : false;
}

/** Whether a class of the text may say what equals the value. */
function mayDecide(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    (value.kind === 'instance' && (value.base !== undefined || hasOwn(value, '__eq__'))) || value.kind === 'unknown'
  );
}

function objectsAreEqual(run: Run, a: PyObject, b: PyObject): boolean | undefined {
  if (a === b) return a.kind === 'instance' && hasOwn(a, '__eq__') ? undefined : true;
  if (mayDecide(a) || mayDecide(b)) return undefined;
  if (a.kind === 'proxy') return objectsAreEqual(run, a.of, b);
  if (b.kind === 'proxy') return objectsAreEqual(run, a, b.of);
  if (a.kind !== b.kind) return false;
  if (a.kind === 'tuple' && b.kind === 'tuple') return itemsAreEqual(run, a.items, b.items);
  if (a.kind === 'bytes' && b.kind === 'bytes') return a.text === b.text;
  if (a.kind === 'special' && b.kind === 'special') return a.name === b.name;
  if (a.kind === 'list' && b.kind === 'list')
    return a.content.open || b.content.open ? undefined : itemsAreEqual(run, a.content.items, b.content.items);
  if (a.kind === 'set' && b.kind === 'set') return mappingsAreEqual(run, a.content, b.content);
  if (a.kind === 'dict' && b.kind === 'dict') return mappingsAreEqual(run, contentOf(run, a), contentOf(run, b));
  return a.kind === 'range' || a.kind === 'bound' || a.kind === 'slice' ? undefined : false;
}

function itemsAreEqual(run: Run, a: readonly PyValue[], b: readonly PyValue[]): boolean | undefined {
  if (a.length !== b.length) return false;
  return all(a.map((item, index) => areEqual(run, item, b[index] ?? null)));
}

function mappingsAreEqual(run: Run, a: MappingContent, b: MappingContent): boolean | undefined {
  if (a.open || b.open || [...a.entries.values(), ...b.entries.values()].some(({ certain }) => !certain))
    return undefined;
  if (a.entries.size !== b.entries.size) return false;
  return all(
    [...a.entries].map(([key, { value }]) => {
      const other = b.entries.get(key);
      return other !== undefined && areEqual(run, value, other.value);
    }),
  );
}

/** True if all are, false if one is not, nothing if that cannot be told. */
function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The number that a value is worth, as JavaScript compares it. */
function numberOf(value: PyValue): bigint | number | undefined {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'bigint' || typeof value === 'number' ? value : undefined;
}

/** Negative, zero or positive, as `a` stands before, beside or behind `b`; raises TypeError; nothing if it cannot be told. */
export function order(run: Run, a: PyValue, b: PyValue, operator = '<'): number | undefined {
  run.count();
  if (isUnknown(a) || isUnknown(b)) return undefined;
  const [one, other] = [numberOf(a), numberOf(b)];
  if (one !== undefined && other !== undefined)
    return Number.isNaN(one) || Number.isNaN(other) ? undefined : one < other ? -1 : one > other ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return orderOfTexts(a, b);
  const [first, second] = [sequenceOf(a), sequenceOf(b)];
  if (first !== undefined && second?.kind === first.kind)
    return run.deeper(() => orderOfItems(run, first.items, second.items, operator));
  if (!isPlain(a) || !isPlain(b) || isAlike(a, b)) return undefined;
  const types = `'${className(a)}' and '${className(b)}'`;
  return raise(run, 'TypeError', `'${operator}' not supported between instances of ${types}`);
}

/** Whether two objects are of one kind, which may have an order that is not told here. */
function isAlike(a: PyValue, b: PyValue): boolean {
  const kinds = [a, b].map(value => (typeof value === 'object' && value !== null ? value.kind : undefined));
  return kinds[0] === kinds[1] && ['set', 'bytes', 'iterator'].includes(kinds[0] ?? '');
}

/** Whether nothing but Python itself says how the value is compared. */
function isPlain(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value.kind === 'list') return value.content.open === undefined;
  if (value.kind === 'special') return classOf(value) !== undefined;
  return ['tuple', 'dict', 'range', 'proxy', 'set', 'bytes', 'iterator', 'function', 'native', 'bound'].includes(
    value.kind,
  );
}

function sequenceOf(value: PyValue): { kind: string; items: readonly PyValue[] } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.kind === 'tuple') return value;
  return value.kind === 'list' && value.content.open === undefined
    ? { kind: 'list', items: value.content.items }
    : undefined;
}

function orderOfItems(run: Run, a: readonly PyValue[], b: readonly PyValue[], operator: string): number | undefined {
  for (const [index, item] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const equal = areEqual(run, item, other);
    if (equal === undefined) return undefined;
    if (!equal) return order(run, item, other, operator);
  }
  return a.length - b.length;
}

/** By code points; JavaScript compares the halves of surrogate pairs. */
function orderOfTexts(a: string, b: string): number {
  const [one, other] = [Array.from(a), Array.from(b)];
  const index = one.findIndex((letter, at) => letter !== other[at]);
  const [first, second] = [one[index]?.codePointAt(0), other[index]?.codePointAt(0)];
  return index < 0 ? one.length - other.length : (first ?? -1) - (second ?? -1);
}
