import { NONE, firstChild, nextChild } from '../tree';
import { keyOf } from './keys';
import { readPair } from './literals';
import { isUnknown, unknown } from './outcomes';
import type {
  Entry,
  ListContent,
  MappingContent,
  Place,
  PyClass,
  PyDict,
  PyIterator,
  PyList,
  PySet,
  PyValue,
  Run,
  Unknown,
  WrittenDict,
} from './values';

/** What a dict holds, to be read only. */
export function contentOf(run: Run, dict: PyDict): MappingContent {
  return dict.content ?? pristineOf(run, dict);
}

/** What a dict that is written as a literal held at first. */
export function pristineOf(run: Run, dict: PyDict): MappingContent {
  return (dict.pristine ??= expand(run, dict.written));
}

/** What a dict holds, to be changed. */
export function changeable(run: Run, dict: PyDict): MappingContent {
  dict.content ??= contentOf(run, dict);
  return run.heap.change<MappingContent>(dict as PyDict & { content: MappingContent });
}

function expand(run: Run, written: WrittenDict | undefined): MappingContent {
  const entries = new Map<string, Entry>();
  if (written === undefined) return { entries };
  const { tree, node } = written;
  for (let item = firstChild(tree, node); item !== NONE; item = nextChild(tree, node, item)) {
    const pair = readPair(run, written, item);
    if (pair !== undefined) putEntry(run, { entries }, { ...pair, certain: true });
  }
  return { entries };
}

/** Whether nothing has been changed in a value since it was written as a literal, at any depth. */
export function isAsWritten(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value.kind === 'tuple') return value.items.every(isAsWritten);
  if (value.kind === 'list') return value.content === value.pristine && value.content.items.every(isAsWritten);
  if (value.kind !== 'dict') return true;
  if (value.content !== undefined || value.written === undefined) return false;
  return [...(value.pristine?.entries.values() ?? [])].every(entry => isAsWritten(entry.value));
}

/** A new dict with these entries, of which a later one replaces an earlier one of an equal key. */
export function newDict(
  run: Run,
  entries: Iterable<Entry> = [],
  more: { class?: PyClass; factory?: PyValue } = {},
): PyDict {
  const dict = run.heap.add<PyDict>({ kind: 'dict', content: { entries: new Map() }, epoch: 0, ...more });
  for (const entry of entries) setEntry(run, dict, entry);
  return dict;
}

/** A dict with the entries of another. */
export function copyDict(run: Run, dict: PyDict, more: { class?: PyClass; factory?: PyValue } = {}): PyDict {
  const { entries, ...rest } = contentOf(run, dict);
  return run.heap.add<PyDict>({ kind: 'dict', content: { ...rest, entries: new Map(entries) }, epoch: 0, ...more });
}

/** What a dict has under a key: a value, nothing, or what cannot be told. */
export function lookUp(run: Run, content: MappingContent, key: PyValue): Entry | Unknown | undefined {
  const hash = keyOf(run, key);
  if (typeof hash !== 'string') {
    if (content.entries.size === 0 && content.open === undefined) return undefined;
    // Any of the values may be the one.
    const others = content.open?.reach ?? [];
    const reach = [...content.entries.values()].flatMap(({ value }) => reachOf(value));
    return unknown(run, hash.reason, { reach: [...reach, ...others] });
  }
  const entry = content.entries.get(hash);
  if (entry === undefined) return isTakenOut(content, key) ? undefined : content.open;
  return entry.certain
    ? entry
    : unknown(run, 'an entry may be absent', { was: entry.value, reach: reachOf(entry.value) });
}

/** Whether a key of a mapping of another text has been taken out of a dict that has the others. */
export function isTakenOut({ outside }: MappingContent, key: PyValue): boolean {
  return typeof key === 'string' && outside?.without?.includes(key) === true;
}

/** Puts an entry into a dict, in the place of the one with the same key. */
export function setEntry(run: Run, dict: PyDict, entry: Entry): void {
  putEntry(run, changeable(run, dict), entry);
}

/** Puts an entry into a mapping. A key that cannot be told makes the mapping open, one that cannot be hashed raises TypeError. */
export function putEntry(run: Run, content: MappingContent, entry: Entry): void {
  const hash = keyOf(run, entry.key);
  if (typeof hash !== 'string') {
    weaken(content, unknown(run, 'a key cannot be told', { reach: reachOf(entry.value) }));
    return;
  }
  const before = content.entries.get(hash);
  if (entry.certain || before === undefined) {
    content.entries.set(hash, before === undefined ? entry : { ...entry, key: before.key });
    if (before?.certain === false) content.unordered = true;
    return;
  }
  const value = unknown(run, 'an entry may have been replaced', {
    was: before.value,
    reach: [...reachOf(before.value), ...reachOf(entry.value)],
  });
  content.entries.set(hash, { ...before, value, certain: before.certain });
}

/** Removes an entry. The answer is whether there was one; nothing if that cannot be told. */
export function deleteEntry(run: Run, dict: PyDict, key: PyValue): boolean | undefined {
  const hash = keyOf(run, key);
  const content = changeable(run, dict);
  const { outside } = content;
  if (typeof hash !== 'string') {
    delete content.outside;
    for (const [name, entry] of content.entries) content.entries.set(name, { ...entry, certain: false });
    return content.entries.size === 0 && content.open === undefined ? false : undefined;
  }
  const entry = content.entries.get(hash);
  const isAbsent = entry === undefined && (content.open === undefined || isTakenOut(content, key));
  content.entries.delete(hash);
  if (outside !== undefined && typeof key === 'string' && !isTakenOut(content, key))
    content.outside = { ...outside, without: [...(outside.without ?? []), key] };
  if (isAbsent) return false;
  return entry?.certain === true ? true : undefined;
}

/** From here on, a dict or set may have other entries and other values. */
export function loseEntries(run: Run, object: PyDict | PySet, why: Unknown): void {
  weaken(object.kind === 'dict' ? changeable(run, object) : run.heap.change(object), why);
}

/** From here on, a list or iterator may have any items; `more` may be among them. */
export function loseItems(run: Run, list: PyList | PyIterator, why: Unknown, ...more: readonly PyValue[]): void {
  const content = run.heap.change<ListContent>(list);
  const { reach = [] } = content.open ?? why;
  content.open = {
    ...(content.open ?? why),
    reach: [...new Set([...reach, ...content.items.flatMap(reachOf), ...more.flatMap(reachOf)])],
  };
}

function weaken(content: MappingContent, why: Unknown): void {
  for (const [name, entry] of content.entries) {
    const reach = [...new Set([...reachOf(entry.value), ...(why.reach ?? [])])];
    const value: Unknown = { ...why, was: entry.value, reach };
    content.entries.set(name, { ...entry, value, certain: false });
  }
  content.open = why;
  delete content.outside;
  content.unordered = true;
}

/** The objects that can be had from a value. */
export function reachOf(value: PyValue): NonNullable<Unknown['reach']> {
  if (typeof value !== 'object' || value === null) return [];
  return isUnknown(value) ? (value.reach ?? []) : [value];
}

/** The entries of a mapping in their order; unknown if there may be others, or another order. */
export function entriesOf(run: Run, content: MappingContent): readonly Entry[] | Unknown {
  if (content.open !== undefined) return content.open;
  const entries = [...content.entries.values()];
  if (content.unordered === true) return unknown(run, 'the order of the entries cannot be told');
  return entries.every(({ certain }) => certain) ? entries : unknown(run, 'an entry may be absent');
}

/** An entry that is certainly there. */
export function entry(key: PyValue, value: PyValue, keyAt: Place, valueAt: Place): Entry {
  return { key, value, keyAt, valueAt, certain: true };
}

// Names of scopes, classes, modules and instances are dicts with texts as keys.

/** The entry of a name; it may be uncertain. */
export function nameIn(run: Run, names: PyDict, name: string): Entry | undefined {
  return contentOf(run, names).entries.get(`s:${name}`);
}

/** Binds a name of a namespace to a value. */
export function bind(run: Run, names: PyDict, name: string, value: PyValue, keyAt: Place, valueAt: Place): void {
  setEntry(run, names, entry(name, value, keyAt, valueAt));
}
