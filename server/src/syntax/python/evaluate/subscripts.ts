import { builtinClass, CLASS_NAMES } from './builtin-classes';
import { rangeLength } from './comparing';
import { partOfVersion } from './python-version';
import { itemsOf } from './iterating';
import { className, classOf } from './kinds';
import { contentOf, deleteEntry, entry, lookUp, loseItems, nameIn, reachOf, setEntry } from './mappings';
import { argumentsOf, newList, newTuple, taint } from './objects';
import { doubtful, isUnknown, raise, unknown, used } from './outcomes';
import { insideIfOutside } from './outside';
import { refuseArguments, refuseParameters } from './typing-classes';
import { reprOf } from './texts';
import type { Place, PyBytes, PyClass, PyDict, PyList, PyRange, PySlice, PySpecial, PyValue, Run } from './values';

/** `object[key]` */
export function subscript(run: Run, object: PyValue, key: PyValue): PyValue {
  run.count();
  if (typeof object === 'string') return letters(run, object, key);
  if (typeof object !== 'object' || object === null) return notSubscriptable(run, object);
  switch (object.kind) {
    case 'unknown':
      return partOfVersion(run, object, key) ?? used(run, object);
    case 'dict':
      return itemOfDict(run, object, key);
    case 'proxy':
      return itemOfDict(run, object.of, key);
    case 'list':
      if (object.content.open !== undefined)
        return doubtful(run, 'operation', object.content.open.reason, object.content.open);
      return isSlice(key)
        ? sliced(run, object.content.items, key, items => newList(run, items))
        : itemAt(run, object.content.items, key, 'list');
    case 'tuple':
      return isSlice(key) ? sliced(run, object.items, key, newTuple) : itemAt(run, object.items, key, 'tuple');
    case 'range':
    case 'bytes':
      return itemOfOther(run, object, key);
    case 'class':
      return parameterized(run, object, key);
    case 'special':
      return classOf(object) === undefined ? specialOf(run, object, key) : notSubscriptable(run, object);
    case 'instance':
      return object.base === undefined
        ? doubtful(run, 'operation', 'an object is subscripted')
        : subscript(run, object.base, key);
    default:
      return notSubscriptable(run, object);
  }
}

/** How many parameters those names of `typing` take that take a fixed number of them. */
const PARAMETERS: ReadonlyMap<string, number> = new Map([
  ['Any', 0],
  ...'List Set FrozenSet Type Optional Sequence Iterable Iterator Collection ClassVar Final Deque Counter'
    .split(' ')
    .map(name => [name, 1] as const),
  ...'Dict Mapping MutableMapping DefaultDict OrderedDict'.split(' ').map(name => [name, 2] as const),
]);

/** `Dict[str, int]` */
function specialOf(run: Run, object: PySpecial, key: PyValue): PyValue {
  if (PARAMETERS.has(object.name) && object.parameters?.every(isConcrete) === true)
    return raise(run, 'TypeError', `typing.${object.name}[…] is not a generic class`);
  if (object.name === 'Callable' && object.parameters === undefined && !isUnknown(key) && partsOf(key).length !== 2)
    return raise(run, 'TypeError', 'Callable must be used as Callable[[arg, ...], result]');
  const count = typeof key === 'object' && key?.kind === 'tuple' ? key.items.length : 1;
  const wanted = PARAMETERS.get(object.name) ?? Math.max(count, 1);
  return count === wanted
    ? { ...object, parameters: partsOf(key) }
    : doubtful(run, 'operation', `\`${object.name}\` is given other parameters`);
}

/** Whether a type has no type variable in it that could be given a value. */
function isConcrete(type: PyValue): boolean {
  if (typeof type !== 'object' || type === null || type.kind === 'class') return true;
  return type.kind === 'special' && type.parameters?.every(isConcrete) === true;
}

function partsOf(key: PyValue): readonly PyValue[] {
  return typeof key === 'object' && key?.kind === 'tuple' ? key.items : [key];
}

function notSubscriptable(run: Run, object: PyValue): never {
  return raise(run, 'TypeError', `'${className(object)}' object is not subscriptable`);
}

function itemOfDict(run: Run, dict: PyDict, key: PyValue): PyValue {
  const content = contentOf(run, dict);
  const found = lookUp(run, content, key);
  if (found === undefined) return missing(run, dict, key);
  const inside = dict.factory === undefined ? insideIfOutside(run, content, key) : undefined;
  if (inside !== undefined) return inside;
  if (!isUnknown(found)) return found.value;
  if (dict.factory !== undefined) return unknown(run, found.reason);
  run.mayRaise({ kind: 'operation', reason: found.reason, at: run.site, exception: builtinClass('KeyError') });
  // Once it has not failed, an entry that may have been absent is there.
  return found;
}

function missing(run: Run, dict: PyDict, key: PyValue): PyValue {
  if (dict.factory === undefined || dict.factory === null) {
    const text = reprOf(run, key);
    return raise(run, 'KeyError', isUnknown(text) ? 'a key is missing' : text);
  }
  const value = run.call(dict.factory, argumentsOf(run));
  setEntry(run, dict, entry(key, value, run.site, run.site));
  return value;
}

/** An index as a position; raises for one that is out of range or no number. */
function position(run: Run, size: number, key: PyValue, kind: string): number | undefined {
  if (isUnknown(key)) return undefined;
  if (typeof key !== 'bigint' && typeof key !== 'boolean') {
    if (typeof key === 'object' && key?.kind === 'instance') return undefined;
    return raise(run, 'TypeError', `${kind} indices must be integers or slices, not ${className(key)}`);
  }
  const index = Number(key);
  const at = index < 0 ? index + size : index;
  return at >= 0 && at < size ? at : raise(run, 'IndexError', `${kind} index out of range`);
}

function itemAt(run: Run, items: readonly PyValue[], key: PyValue, kind: string): PyValue {
  const at = position(run, items.length, key, kind);
  return at === undefined
    ? doubtful(run, 'operation', 'an index cannot be told', { reach: items.flatMap(reachOf) })
    : (items[at] ?? null);
}

function letters(run: Run, text: string, key: PyValue): PyValue {
  const all = Array.from(text);
  if (isSlice(key)) return sliced(run, all, key, items => items.join(''));
  return itemAt(run, all, key, 'string');
}

function itemOfOther(run: Run, object: PyRange | PyBytes, key: PyValue): PyValue {
  if (object.kind === 'range' && rangeLength(object) > 10_000) return doubtful(run, 'operation', 'a range is long');
  const items = itemsOf(run, object);
  if (isUnknown(items) || isSlice(key)) return doubtful(run, 'operation', 'a part of an object is taken');
  return itemAt(run, items, key, object.kind);
}

/** `list[int]`; what a class of the text makes of it, nobody says. */
function parameterized(run: Run, object: PyClass, key: PyValue): PyValue {
  const members = nameIn(run, object.names, '_member_map_')?.value;
  if (typeof members === 'object' && members?.kind === 'dict') return itemOfDict(run, members, key);
  const isGeneric =
    /^(?:list|dict|tuple|set|frozenset|type|OrderedDict|defaultdict|deque|Counter|ChainMap|Generic|Protocol)$/;
  if (object.written === undefined && isGeneric.test(object.name)) {
    const parameters = partsOf(key);
    if (object.name === 'Generic' || object.name === 'Protocol') refuseParameters(run, object.name, parameters);
    return { kind: 'special', name: object.name, parameters };
  }
  // A class of a package, or one that derives from `Generic`: what comes of it stands for the class itself.
  if (object.written === undefined && CLASS_NAMES.get(object.name) !== object) return object;
  if (isGenericClass(object)) {
    refuseArguments(run, object, partsOf(key).length);
    return object;
  }
  if (object.written === undefined && object.order !== undefined)
    return raise(run, 'TypeError', `type '${object.name}' is not subscriptable`);
  return doubtful(run, 'operation', 'a class is subscripted');
}

/** Whether a class of a text derives from `Generic[…]`, `Protocol[…]`, or a class that does. */
function isGenericClass({ bases, written }: PyClass): boolean {
  if (written === undefined) return false;
  return bases.some(
    base =>
      typeof base === 'object' &&
      ((base?.kind === 'special' && /^(?:Generic|Protocol)$/.test(base.name)) ||
        (base?.kind === 'class' && isGenericClass(base))),
  );
}

function isSlice(key: PyValue): key is PySlice {
  return typeof key === 'object' && key?.kind === 'slice';
}

/** The positions that a slice takes; nothing if they cannot be told. */
function slicePositions(run: Run, size: number, { start, stop, step }: PySlice): number[] | undefined {
  const bounds = [start, stop, step].map(value => {
    if (value === null || typeof value === 'bigint') return value;
    if (isUnknown(value)) return undefined;
    return typeof value === 'boolean'
      ? BigInt(value)
      : raise(run, 'TypeError', 'slice indices must be integers or None');
  });
  const [from, to, by] = bounds;
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const stride = by === null ? 1 : Number(by);
  if (stride === 0) return raise(run, 'ValueError', 'slice step cannot be zero');
  const [lowest, highest] = stride > 0 ? [0, size] : [-1, size - 1];
  const clamp = (value: bigint | null, otherwise: number): number => {
    if (value === null) return otherwise;
    const index = Number(value) < 0 ? Number(value) + size : Number(value);
    return Math.min(Math.max(index, lowest), highest);
  };
  const found: number[] = [];
  const [first, last] = [clamp(from, stride > 0 ? lowest : highest), clamp(to, stride > 0 ? highest : lowest)];
  for (let at = first; stride > 0 ? at < last : at > last; at += stride) found.push(at);
  return found;
}

function sliced<Item extends PyValue>(
  run: Run,
  items: readonly Item[],
  key: PySlice,
  make: (items: Item[]) => PyValue,
): PyValue {
  const positions = slicePositions(run, items.length, key);
  if (positions === undefined)
    return doubtful(run, 'operation', 'a part of a sequence cannot be told', { reach: items.flatMap(reachOf) });
  return make(positions.flatMap(at => items.slice(at, at + 1)));
}

/** `object[key] = value` */
export function setSubscript(
  run: Run,
  object: PyValue,
  key: PyValue,
  value: PyValue,
  keyAt: Place,
  valueAt: Place,
): void {
  if (typeof object !== 'object' || object === null) return notAssignable(run, object);
  switch (object.kind) {
    case 'dict':
      return setEntry(run, object, entry(key, value, keyAt, valueAt));
    case 'list':
      return setItem(run, object, key, value);
    case 'unknown':
    case 'instance':
      doubtful(run, 'operation', object.kind === 'unknown' ? object.reason : 'an item of an object is assigned');
      return taint(run, object.kind === 'unknown' ? (object.reach ?? []) : [object], 'it may have been changed');
    default:
      return notAssignable(run, object);
  }
}

function notAssignable(run: Run, object: PyValue): never {
  return raise(run, 'TypeError', `'${className(object)}' object does not support item assignment`);
}

function setItem(run: Run, list: PyList, key: PyValue, value: PyValue): void {
  const { items, open } = list.content;
  if (open !== undefined) return loseItems(run, list, used(run, open), value);
  if (isSlice(key)) return setSlice(run, list, key, value);
  const at = position(run, items.length, key, 'list assignment');
  if (at !== undefined) run.heap.change(list).items[at] = value;
  else loseItems(run, list, doubtful(run, 'operation', 'an index cannot be told'), value);
}

function setSlice(run: Run, list: PyList, key: PySlice, value: PyValue): void {
  const more = itemsOf(run, value);
  const size = list.content.items.length;
  const positions = slicePositions(run, size, key);
  if (positions === undefined || isUnknown(more))
    return loseItems(run, list, doubtful(run, 'operation', 'a part of a list is replaced'), value);
  const { items } = run.heap.change(list);
  if (key.step !== null && key.step !== 1n) {
    if (positions.length !== more.length)
      raise(run, 'ValueError', 'attempt to assign a sequence of another size to an extended slice');
    positions.forEach((at, index) => (items[at] = more[index] ?? null));
    return;
  }
  const [from] = slicePositions(run, size + 1, { ...key, stop: null }) ?? [];
  items.splice(positions[0] ?? from ?? size, positions.length, ...more);
}

/** `del object[key]` */
export function deleteSubscript(run: Run, object: PyValue, key: PyValue): void {
  if (typeof object !== 'object' || object === null) return notDeletable(run, object);
  switch (object.kind) {
    case 'dict':
      return deleteItem(run, object, key);
    case 'list':
      return deleteFromList(run, object, key);
    case 'unknown':
    case 'instance':
      doubtful(run, 'operation', object.kind === 'unknown' ? object.reason : 'an item of an object is deleted');
      return taint(run, object.kind === 'unknown' ? (object.reach ?? []) : [object], 'it may have been changed');
    default:
      return notDeletable(run, object);
  }
}

function notDeletable(run: Run, object: PyValue): never {
  return raise(run, 'TypeError', `'${className(object)}' object doesn't support item deletion`);
}

function deleteItem(run: Run, dict: PyDict, key: PyValue): void {
  const isOutside = insideIfOutside(run, contentOf(run, dict), key) !== undefined;
  const found = deleteEntry(run, dict, key);
  if (found === true || isOutside) return;
  const text = reprOf(run, key);
  const reason = isUnknown(text) ? 'a key is missing' : text;
  if (found === false) raise(run, 'KeyError', reason);
  run.mayRaise({ kind: 'operation', reason: 'a key may be absent', at: run.site, exception: builtinClass('KeyError') });
}

function deleteFromList(run: Run, list: PyList, key: PyValue): void {
  const { items, open } = list.content;
  if (open !== undefined) return loseItems(run, list, used(run, open));
  if (isSlice(key)) {
    const positions = slicePositions(run, items.length, key);
    if (positions === undefined) return loseItems(run, list, doubtful(run, 'operation', 'a part of a list is deleted'));
    const content = run.heap.change(list);
    for (const at of positions.toSorted((a, b) => b - a)) content.items.splice(at, 1);
    return;
  }
  const at = position(run, items.length, key, 'list assignment');
  if (at !== undefined) run.heap.change(list).items.splice(at, 1);
  else loseItems(run, list, doubtful(run, 'operation', 'an index cannot be told'));
}
