import { contentOf, loseEntries, loseItems, putEntry } from './mappings';
import { unknown } from './outcomes';
import type {
  Argument,
  Arguments,
  MappingContent,
  NativeFunction,
  PyIterator,
  PyList,
  PyNative,
  PySet,
  PyTuple,
  PyValue,
  Run,
  Unknown,
} from './values';

/** A new list with these items. */
export function newList(run: Run, items: readonly PyValue[]): PyList {
  return run.heap.add<PyList>({ kind: 'list', content: { items: [...items] }, epoch: 0 });
}

/** A tuple of these items. */
export function newTuple(items: readonly PyValue[]): PyTuple {
  return { kind: 'tuple', items };
}

/** A new set or frozenset of these items; equal ones are one. */
export function newSet(run: Run, items: readonly PyValue[], frozen = false): PySet {
  const content: MappingContent = { entries: new Map() };
  // Which of two equal elements comes first is not defined.
  content.unordered = true;
  for (const key of items)
    putEntry(run, content, { key, value: null, keyAt: run.site, valueAt: run.site, certain: true });
  return run.heap.add<PySet>({ kind: 'set', frozen, content, epoch: 0 });
}

/** An iterator over items that are there, or that `start` makes when they are asked for. */
export function newIterator(run: Run, name: string, items: readonly PyValue[] | (() => PyValue[])): PyIterator {
  const isReady = typeof items !== 'function';
  const content = isReady ? { items: [...items] } : { items: [], start: items };
  return run.heap.add<PyIterator>({ kind: 'iterator', name, content, epoch: 0 });
}

/** A function that is not written in the text. */
export function native(name: string, call: NativeFunction): PyNative {
  return { kind: 'native', name, call };
}

/** Arguments without names. */
export function argumentsOf(run: Run, ...values: readonly PyValue[]): Arguments {
  return { positional: values.map((value): Argument => ({ value, at: run.site })), named: new Map() };
}

/**
 * Something that nobody can see through has had these values: whatever can be changed through them may have been changed.
 * Classes and functions are taken to be left as they are.
 */
export function taint(run: Run, values: readonly PyValue[], reason: string): void {
  const seen = new Set<PyValue>();
  const waiting = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    waiting.push(...taintOne(run, value, unknown(run, reason)));
  }
}

/** Makes the content of one object unknown. The answer is what else can be reached through it. */
function taintOne(run: Run, value: PyValue & object, why: Unknown): readonly PyValue[] {
  switch (value.kind) {
    case 'unknown':
      return value.reach ?? [];
    case 'dict': {
      const { entries, outside } = contentOf(run, value);
      const inside = [...entries.values()].map(entry => entry.value);
      if (outside !== undefined) inside.push(...run.outside.dicts.values());
      loseEntries(run, value, why);
      return value.factory === undefined ? inside : [...inside, value.factory];
    }
    case 'set':
      if (!value.frozen) loseEntries(run, value, why);
      return [];
    case 'list':
    case 'iterator': {
      const inside = [...value.content.items];
      loseItems(run, value, why);
      return inside;
    }
    case 'tuple':
      return value.items;
    case 'proxy':
      return [value.of];
    case 'bound':
      return [value.self];
    case 'instance':
      return [value.names, ...(value.base === undefined ? [] : [value.base])];
    default:
      return [];
  }
}

/** A list of which nothing is known but that it is one. */
export function openList(run: Run, why: Unknown): PyList {
  const list = newList(run, []);
  list.content.open = why;
  return list;
}
