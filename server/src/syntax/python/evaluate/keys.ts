import { builtinClass } from './builtin-classes';
import { className, hasOwn } from './kinds';
import { doubtful, raise, unknown } from './outcomes';
import type { PyObject, PySet, PyValue, Run, Unknown } from './values';

/**
 * What tells a value apart from others as the key of a dict: equal values have equal texts. Raises TypeError for
 * values that cannot be keys; unknown where a class of the text may decide.
 */
export function keyOf(run: Run, value: PyValue): string | Unknown {
  switch (typeof value) {
    case 'string':
      return `s:${value}`;
    case 'boolean':
      return value ? 'n:1' : 'n:0';
    case 'bigint':
      return `n:${value}`;
    case 'number':
      return Number.isNaN(value)
        ? unknown(run, 'NaN is a key')
        : `n:${Number.isInteger(value) ? BigInt(value) : value}`;
    default:
      return value === null ? 'None' : keyOfObject(run, value);
  }
}

function keyOfObject(run: Run, value: PyObject): string | Unknown {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'tuple':
      return keyOfItems(run, value.items, 't');
    case 'bytes':
      return `b:${value.text}`;
    case 'special':
      return `special:${value.name}`;
    case 'dict':
    case 'list':
    case 'proxy':
      return raise(run, 'TypeError', `unhashable type: '${className(value)}'`);
    case 'slice':
      // From Python 3.12 on, slices can be keys.
      return doubtful(run, 'operation', 'a slice is a key, which depends on the version of Python', {
        exception: builtinClass('TypeError'),
      });
    case 'set':
      return keyOfSet(run, value);
    case 'instance':
      if (value.base !== undefined || hasOwn(value, '__eq__', '__hash__')) return unknown(run, 'an object is a key');
      return `o:${run.heap.identity(value)}`;
    case 'range':
    case 'bound':
      return unknown(run, 'an object is a key');
    default:
      return `o:${run.heap.identity(value)}`;
  }
}

function keyOfItems(run: Run, items: readonly PyValue[], prefix: string): string | Unknown {
  const keys = items.map(item => keyOf(run, item));
  const found = keys.find(key => typeof key !== 'string');
  return found ?? `${prefix}:${JSON.stringify(keys)}`;
}

function keyOfSet(run: Run, { content, frozen }: PySet): string | Unknown {
  if (!frozen) return raise(run, 'TypeError', "unhashable type: 'set'");
  return content.open ?? `f:${JSON.stringify([...content.entries.keys()].sort())}`;
}
