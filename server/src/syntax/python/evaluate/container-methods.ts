import { builtinClass } from './builtin-classes';
import { areEqual } from './comparing';
import { itemsOf, membersOf } from './iterating';
import { className, classOf } from './kinds';
import {
  contentOf,
  copyDict,
  deleteEntry,
  entriesOf,
  entry,
  lookUp,
  loseEntries,
  loseItems,
  newDict,
  putEntry,
  reachOf,
  setEntry,
} from './mappings';
import { newList, newSet, newTuple } from './objects';
import { combinedSets, extendList, mergeDict } from './operators';
import { doubtful, isUnknown, raise, unknown, used } from './outcomes';
import { insideIfOutside } from './outside';
import { withParameters, type Given } from './parameters';
import { sortItems } from './sorting';
import { Operator } from '../tree';
import { reprOf } from './texts';
import type {
  Argument,
  Arguments,
  Entry,
  NativeFunction,
  PyDict,
  PyList,
  PySet,
  PyValue,
  Run,
  Unknown,
} from './values';

// Dicts.

function dictOf(run: Run, value: PyValue | undefined): PyDict {
  const dict = typeof value === 'object' && value?.kind === 'proxy' ? value.of : value;
  if (typeof dict === 'object' && dict?.kind === 'dict') return dict;
  return raise(run, 'TypeError', `a dict is expected, not ${className(value ?? null)}`);
}

type DictBody = (run: Run, self: PyDict, rest: Given, args: Arguments) => PyValue;

function dictMethod(name: string, parameters: string, body: DictBody): [string, NativeFunction] {
  return [
    name,
    withParameters(name, `self ${parameters}`, (run, [self, ...rest], args) =>
      body(run, dictOf(run, self), rest, args),
    ),
  ];
}

const READING_METHODS: readonly [string, NativeFunction][] = [
  dictMethod('get', 'key default? /', (run, self, [key = null, otherwise = null]) => {
    const content = contentOf(run, self);
    const found = lookUp(run, content, key);
    if (found === undefined) return otherwise;
    const inside = insideIfOutside(run, content, key, otherwise);
    if (inside !== undefined) return inside;
    return isUnknown(found) ? eitherOf(found, otherwise) : found.value;
  }),
  dictMethod('keys', '/', (run, self) => view(run, 'dict_keys', self, one => one.key)),
  dictMethod('values', '/', (run, self) => view(run, 'dict_values', self, one => one.value)),
  dictMethod('items', '/', (run, self) => view(run, 'dict_items', self, one => newTuple([one.key, one.value]))),
  dictMethod('copy', '/', (run, self) => copyDict(run, self, kindOf(self))),
];

/** What cannot be told, or something else. */
function eitherOf(found: Unknown, otherwise: PyValue): Unknown {
  const { class: type, ...rest } = found;
  const isSame = type !== undefined && classOf(otherwise) === type;
  return { ...rest, ...(isSame ? { class: type } : {}), reach: [...(found.reach ?? []), ...reachOf(otherwise)] };
}

/** The class of a dict, for another one like it. */
function kindOf({ class: type, factory }: PyDict): Pick<PyDict, 'class' | 'factory'> {
  return { ...(type === undefined ? {} : { class: type }), ...(factory === undefined ? {} : { factory }) };
}

/** A view of a dict: whoever goes through it finds what is there then. */
function view(run: Run, name: string, dict: PyDict, part: (one: Entry) => PyValue): PyValue {
  const now = (): readonly PyValue[] | Unknown => {
    const content = contentOf(run, dict);
    const entries = entriesOf(run, content);
    if (!isUnknown(entries)) return entries.map(part);
    const inside = [...content.entries.values()].flatMap(one => reachOf(one.value));
    return { ...entries, reach: [...(entries.reach ?? []), ...inside] };
  };
  return { kind: 'iterator', name, view: { items: now, of: dict }, content: { items: [] }, epoch: 0 };
}

/** The methods of a `mappingproxy`. */
export const PROXY_METHODS: ReadonlyMap<string, NativeFunction> = new Map(READING_METHODS);

/** The methods of `dict`. */
export const DICT_METHODS: ReadonlyMap<string, NativeFunction> = new Map([
  ...READING_METHODS,
  dictMethod('setdefault', 'key default? /', setDefault),
  dictMethod('pop', 'key default? /', pop),
  dictMethod('popitem', '/', popItem),
  dictMethod('clear', '/', (_, self) => {
    self.content = { entries: new Map() };
    self.epoch = -1;
    return null;
  }),
  ['update', update],
  ['fromkeys', withParameters('fromkeys', 'iterable value? /', fromKeys)],
]);

function setDefault(run: Run, self: PyDict, [key = null, otherwise = null]: Given, { positional }: Arguments): PyValue {
  const found = lookUp(run, contentOf(run, self), key);
  if (found !== undefined && !isUnknown(found)) return found.value;
  const [keyAt = run.site, valueAt = keyAt] = positional.slice(1).map(({ at }) => at);
  setEntry(run, self, { ...entry(key, otherwise, keyAt, valueAt), certain: found === undefined });
  return found === undefined ? otherwise : eitherOf(found, otherwise);
}

function pop(run: Run, self: PyDict, [key = null, otherwise]: Given): PyValue {
  const content = contentOf(run, self);
  const found = lookUp(run, content, key);
  if (found === undefined) {
    if (otherwise !== undefined) return otherwise;
    const text = reprOf(run, key);
    return raise(run, 'KeyError', isUnknown(text) ? 'a key is missing' : text);
  }
  const inside = insideIfOutside(run, content, key, otherwise);
  deleteEntry(run, self, key);
  if (inside !== undefined) return inside;
  if (!isUnknown(found)) return found.value;
  if (otherwise !== undefined) return eitherOf(found, otherwise);
  return doubtful(run, 'operation', found.reason, { exception: builtinClass('KeyError'), reach: found.reach ?? [] });
}

function popItem(run: Run, self: PyDict): PyValue {
  const entries = entriesOf(run, contentOf(run, self));
  if (isUnknown(entries)) {
    loseEntries(run, self, entries);
    return doubtful(run, 'operation', entries.reason);
  }
  const last = entries.at(-1);
  if (last === undefined) return raise(run, 'KeyError', 'popitem(): dictionary is empty');
  deleteEntry(run, self, last.key);
  return newTuple([last.key, last.value]);
}

/** `dict.update(mapping or pairs, **names)` */
function update(run: Run, args: Arguments): PyValue {
  const [self, from, ...more] = args.positional;
  if (more.length > 0) raise(run, 'TypeError', 'update expected at most 1 argument');
  fillDict(run, dictOf(run, self?.value), from, args);
  return null;
}

/** Puts what `dict(…)` and `update(…)` are given into a dict. */
export function fillDict(run: Run, dict: PyDict, from: Argument | undefined, args: Arguments): void {
  if (from !== undefined) addEntries(run, dict, from);
  for (const [name, { value, at, nameAt }] of args.named) setEntry(run, dict, entry(name, value, nameAt ?? at, at));
  if (args.open !== undefined) loseEntries(run, dict, doubtful(run, 'operation', args.open.reason));
}

function addEntries(run: Run, dict: PyDict, { value, at }: Argument): void {
  const mapping = typeof value === 'object' && value?.kind === 'proxy' ? value.of : value;
  if (typeof mapping === 'object' && mapping?.kind === 'dict') return mergeDict(run, dict, mapping);
  if (typeof mapping === 'object' && mapping?.kind === 'instance') {
    loseEntries(run, dict, doubtful(run, 'operation', 'an object is read as a mapping'));
    return;
  }
  const pairs = itemsOf(run, mapping);
  if (isUnknown(pairs)) {
    loseEntries(run, dict, doubtful(run, 'operation', pairs.reason, { reach: pairs.reach ?? [] }));
    return;
  }
  for (const pair of pairs) {
    const parts = itemsOf(run, pair);
    if (isUnknown(parts)) loseEntries(run, dict, parts);
    else if (parts.length !== 2) raise(run, 'ValueError', 'a dictionary update sequence element has not two items');
    else setEntry(run, dict, entry(parts[0] ?? null, parts[1] ?? null, at, at));
  }
}

function fromKeys(run: Run, [iterable = null, value = null]: Given, { positional }: Arguments): PyValue {
  const dict = newDict(run);
  const keys = itemsOf(run, iterable);
  const [keyAt = run.site, valueAt = keyAt] = positional.map(({ at }) => at);
  if (isUnknown(keys)) loseEntries(run, dict, doubtful(run, 'operation', keys.reason, { reach: reachOf(value) }));
  else for (const key of keys) setEntry(run, dict, entry(key, value, keyAt, valueAt));
  return dict;
}

// Lists.

function listOf(run: Run, value: PyValue | undefined): PyList {
  if (typeof value === 'object' && value?.kind === 'list') return value;
  return raise(run, 'TypeError', `a list is expected, not ${className(value ?? null)}`);
}

type ListBody = (run: Run, self: PyList, rest: Given) => PyValue;

/** A method that changes a list. Of a list that cannot be told, it leaves one that cannot be told. */
function listMethod(name: string, parameters: string, body: ListBody): [string, NativeFunction] {
  const call = withParameters(name, `self ${parameters}`, (run, [self, ...rest]) => {
    const list = listOf(run, self);
    const { open } = list.content;
    if (open === undefined) return body(run, list, rest);
    const isHarmless = name === 'append' || name === 'extend' || name === 'clear' || name === 'reverse';
    const result = isHarmless ? null : doubtful(run, 'operation', open.reason, { reach: open.reach ?? [] });
    loseItems(run, list, open, ...rest.map(value => value ?? null));
    return result;
  });
  return [name, call];
}

/** The methods of `list`. */
export const LIST_METHODS: ReadonlyMap<string, NativeFunction> = new Map([
  listMethod('append', 'object /', (run, self, [item = null]) => {
    run.heap.change(self).items.push(item);
    return null;
  }),
  listMethod('extend', 'iterable /', (run, self, [iterable = null]) => {
    extendList(run, self, iterable);
    return null;
  }),
  listMethod('insert', 'index object /', (run, self, [index = null, item = null]) => {
    if (typeof index === 'bigint' || typeof index === 'boolean')
      run.heap.change(self).items.splice(Number(index), 0, item);
    else if (isUnknown(index)) loseItems(run, self, used(run, index), item);
    else raise(run, 'TypeError', `'${className(index)}' object cannot be interpreted as an integer`);
    return null;
  }),
  listMethod('pop', 'index? /', popFromList),
  listMethod('remove', 'value /', (run, self, [value = null]) => {
    const at = positionOf(run, self.content.items, value);
    if (at === undefined) loseItems(run, self, unknown(run, 'an item is removed'));
    else run.heap.change(self).items.splice(at, 1);
    return null;
  }),
  listMethod('clear', '/', (run, self) => {
    run.heap.change(self).items.length = 0;
    return null;
  }),
  listMethod('reverse', '/', (run, self) => {
    run.heap.change(self).items.reverse();
    return null;
  }),
  listMethod('copy', '/', (run, { content }) => newList(run, content.items)),
  listMethod('index', 'value start? stop? /', (run, { content }, [value = null, start]) => {
    const at = start === undefined ? positionOf(run, content.items, value) : undefined;
    return at === undefined ? doubtful(run, 'operation', 'an item is searched') : BigInt(at);
  }),
  listMethod('count', 'value /', (run, { content }, [value = null]) => countOf(run, content.items, value)),
  listMethod('sort', '* key? reverse?', (run, self, [key, reverse]) => {
    const sorted = sortItems(run, self.content.items, key, reverse);
    if (isUnknown(sorted)) loseItems(run, self, sorted);
    else run.heap.change(self).items.splice(0, self.content.items.length, ...sorted);
    return null;
  }),
]);

function popFromList(run: Run, self: PyList, [index = -1n]: Given): PyValue {
  if (isUnknown(index)) {
    const why = used(run, index);
    loseItems(run, self, why);
    return { ...why, reach: self.content.items.flatMap(reachOf) };
  }
  if (typeof index !== 'bigint' && typeof index !== 'boolean')
    return raise(run, 'TypeError', `'${className(index)}' object cannot be interpreted as an integer`);
  const { items } = run.heap.change(self);
  const at = Number(index) < 0 ? Number(index) + items.length : Number(index);
  const [item] = at < 0 ? [] : items.splice(at, 1);
  return item === undefined ? raise(run, 'IndexError', 'pop index out of range') : item;
}

/** Where the first equal item stands; raises ValueError; nothing if it cannot be told. */
function positionOf(run: Run, items: readonly PyValue[], value: PyValue): number | undefined {
  for (const [at, item] of items.entries()) {
    const answer = areEqual(run, item, value);
    if (answer !== false) {
      if (answer === undefined) doubtful(run, 'operation', 'an item is searched');
      return answer === true ? at : undefined;
    }
  }
  return raise(run, 'ValueError', 'the list has no such item');
}

function countOf(run: Run, items: readonly PyValue[], value: PyValue): PyValue {
  const answers = items.map(item => areEqual(run, item, value));
  return answers.includes(undefined) ? unknown(run, 'items are counted') : BigInt(answers.filter(Boolean).length);
}

/** The methods of `tuple`. */
export const TUPLE_METHODS: ReadonlyMap<string, NativeFunction> = new Map<string, NativeFunction>([
  [
    'count',
    withParameters('count', 'self value /', (run, [self = null, value = null]) => {
      const items = itemsOf(run, self);
      return isUnknown(items) ? items : countOf(run, items, value);
    }),
  ],
  [
    'index',
    withParameters('index', 'self value /', (run, [self = null, value = null]) => {
      const items = itemsOf(run, self);
      const at = isUnknown(items) ? undefined : positionOf(run, items, value);
      return at === undefined ? doubtful(run, 'operation', 'an item is searched') : BigInt(at);
    }),
  ],
]);

// Sets.

function setOf(run: Run, value: PyValue | undefined): PySet {
  if (typeof value === 'object' && value?.kind === 'set') return value;
  return raise(run, 'TypeError', `a set is expected, not ${className(value ?? null)}`);
}

type SetBody = (run: Run, self: PySet, rest: Given) => PyValue;

function setMethod(name: string, parameters: string, body: SetBody): [string, NativeFunction] {
  return [
    name,
    withParameters(name, `self ${parameters}`, (run, [self, ...rest]) => body(run, setOf(run, self), rest)),
  ];
}

function combining(name: string, operator: Operator): [string, NativeFunction] {
  return setMethod(name, 'other /', (run, self, [other = null]) => {
    const items = membersOf(run, other);
    if (isUnknown(items)) return unknown(run, items.reason, { class: builtinClass('set') });
    return combinedSets(run, operator, self, newSet(run, items)) ?? unknown(run, 'sets are combined');
  });
}

function comparing(
  name: string,
  test: (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean,
): [string, NativeFunction] {
  return setMethod(name, 'other /', (run, self, [other = null]) => {
    const items = membersOf(run, other);
    const own = membersOf(run, self);
    if (isUnknown(items) || isUnknown(own)) return unknown(run, 'sets are compared', { class: builtinClass('bool') });
    return test(new Set(self.content.entries.keys()), new Set(newSet(run, items).content.entries.keys()));
  });
}

const contains = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...b].every(key => a.has(key));

/** The methods of `frozenset`. */
export const FROZENSET_METHODS: ReadonlyMap<string, NativeFunction> = new Map([
  combining('union', Operator.BitOr),
  combining('intersection', Operator.BitAnd),
  combining('difference', Operator.Subtract),
  combining('symmetric_difference', Operator.BitXor),
  comparing('issubset', (a, b) => contains(b, a)),
  comparing('issuperset', contains),
  comparing('isdisjoint', (a, b) => ![...a].some(key => b.has(key))),
  setMethod('copy', '/', (run, self) => (self.frozen ? self : copySet(run, self))),
]);

function copySet(run: Run, { content }: PySet): PySet {
  return run.heap.add<PySet>({
    kind: 'set',
    frozen: false,
    content: { ...content, entries: new Map(content.entries) },
    epoch: 0,
  });
}

/** The methods of `set`. */
export const SET_METHODS: ReadonlyMap<string, NativeFunction> = new Map([
  ...FROZENSET_METHODS,
  setMethod('add', 'element /', (run, self, [element = null]) => {
    putEntry(run, run.heap.change(self), entry(element, null, run.site, run.site));
    return null;
  }),
  setMethod('update', 'other? /', (run, self, [other = newTuple([])]) => {
    const items = membersOf(run, other);
    if (isUnknown(items)) loseEntries(run, self, items);
    else for (const item of items) putEntry(run, run.heap.change(self), entry(item, null, run.site, run.site));
    return null;
  }),
  setMethod('discard', 'element /', (run, self, [element = null]) => {
    removeElement(run, self, element);
    return null;
  }),
  setMethod('remove', 'element /', (run, self, [element = null]) => {
    const answer = removeElement(run, self, element);
    if (answer === false) raise(run, 'KeyError', 'the set has no such element');
    if (answer === undefined)
      doubtful(run, 'operation', 'an element may be absent', { exception: builtinClass('KeyError') });
    return null;
  }),
  setMethod('clear', '/', (run, self) => {
    run.heap.change(self).entries.clear();
    return null;
  }),
]);

function removeElement(run: Run, self: PySet, element: PyValue): boolean | undefined {
  const content = run.heap.change(self);
  const found = lookUp(run, content, element);
  if (found === undefined) return false;
  if (isUnknown(found)) loseEntries(run, self, found);
  else content.entries.forEach((one, key) => one === found && content.entries.delete(key));
  return isUnknown(found) ? undefined : true;
}
