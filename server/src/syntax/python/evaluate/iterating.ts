import { rangeLength } from './comparing';
import { className, classOf, hasOwn } from './kinds';
import { contentOf, entriesOf, nameIn } from './mappings';
import { doubtful, isUnknown, raise, Raised, unknown, used } from './outcomes';
import type {
  IteratorContent,
  PyClass,
  PyDict,
  PyInstance,
  PyIterator,
  PyObject,
  PySet,
  PyValue,
  Run,
  Unknown,
} from './values';

/** Longer ranges are not made. */
const LONGEST = 10_000;

/** What a `for` over a value goes through. Raises TypeError if nothing; an iterator is used up. */
export function itemsOf(run: Run, value: PyValue): readonly PyValue[] | Unknown {
  if (typeof value === 'string') return Array.from(value);
  if (typeof value !== 'object' || value === null) return notIterable(run, value);
  switch (value.kind) {
    case 'unknown':
      return used(run, value);
    case 'tuple':
      return value.items;
    case 'list':
      return value.content.open ?? [...value.content.items];
    case 'dict':
      return keysOf(run, value);
    case 'proxy':
      return keysOf(run, value.of);
    case 'set':
      return elementsOf(run, value);
    case 'bytes':
      return Array.from(value.text, letter => BigInt(letter.charCodeAt(0)));
    case 'range':
      if (rangeLength(value) > LONGEST) return unknown(run, 'a range is long');
      return Array.from({ length: rangeLength(value) }, (_, index) => value.start + BigInt(index) * value.step);
    case 'iterator':
      return takeAll(run, value);
    default:
      return itemsOfObject(run, value);
  }
}

function keysOf(run: Run, dict: PyDict): readonly PyValue[] | Unknown {
  const entries = entriesOf(run, contentOf(run, dict));
  return isUnknown(entries) ? entries : entries.map(({ key }) => key);
}

/** The elements of a set; unknown if there are several, since their order is not defined. */
function elementsOf(run: Run, { content }: PySet): readonly PyValue[] | Unknown {
  if (content.open !== undefined) return content.open;
  const entries = [...content.entries.values()];
  if (!entries.every(({ certain }) => certain)) return unknown(run, 'an element may be absent');
  return entries.length > 1 ? unknown(run, 'the order of a set is not defined') : entries.map(({ key }) => key);
}

/**
 * As `itemsOf`, for whoever may stop before the last item, or does something else between two of them. A generator is run to its end here
 * all the same: what it changes meanwhile may be changed, or may not be.
 */
export function itemsOneByOne(run: Run, value: PyValue): readonly PyValue[] | Unknown {
  if (typeof value !== 'object' || value?.kind !== 'iterator') return itemsOf(run, value);
  fillPerhaps(run, value);
  const { end } = value.content;
  if (!(end instanceof Raised)) return itemsOf(run, value);
  const exception = classOf(end.exception);
  const reason = end.message === '' ? 'a generator may raise an exception' : end.message;
  return doubtful(run, 'operation', reason, exception === undefined ? {} : { exception });
}

/** The items of a value in any order, so that sets and dicts can be told as well; see `itemsOf`. */
export function membersOf(run: Run, value: PyValue): readonly PyValue[] | Unknown {
  const mapping = typeof value === 'object' && value?.kind === 'proxy' ? value.of : value;
  const isMapping = typeof mapping === 'object' && (mapping?.kind === 'set' || mapping?.kind === 'dict');
  if (!isMapping) return itemsOf(run, value);
  const content = mapping.kind === 'set' ? mapping.content : contentOf(run, mapping);
  const entries = entriesOf(run, { ...content, unordered: false });
  return isUnknown(entries) ? entries : entries.map(({ key }) => key);
}

/** What an iterator has left. */
function takeAll(run: Run, iterator: PyIterator): readonly PyValue[] | Unknown {
  if (iterator.view !== undefined) return iterator.view.items();
  const content = filled(run, iterator);
  const { items, open, end } = content;
  const left = items.splice(0);
  if (open !== undefined) return open;
  delete content.end;
  if (end instanceof Raised) throw end;
  return left;
}

/** The content of an iterator, to be changed, with all its items made. */
function filled(run: Run, iterator: PyIterator): IteratorContent {
  fill(run, iterator, make => make());
  return run.heap.change<IteratorContent>(iterator);
}

/** Makes the items of an iterator that has made none yet; `running` runs what makes them. */
function fill(run: Run, iterator: PyIterator, running: (make: () => void) => void): void {
  const { start } = iterator.content;
  if (start === undefined) return;
  let items: PyValue[] = [];
  let end: Raised | undefined;
  running(() => {
    try {
      items = start();
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      end = error;
    }
  });
  const content = run.heap.change<IteratorContent>(iterator);
  delete content.start;
  content.items.push(...items);
  if (end !== undefined) content.end = end;
}

/** Makes the items of an iterator of which the program may not take all: what they do may not happen; see `fill`. */
function fillPerhaps(run: Run, iterator: PyIterator): void {
  fill(run, iterator, make => run.perhaps(make, 'a generator may not be used up'));
}

/** What an iterator gives next; nothing behind its last item. */
export function nextItem(run: Run, iterator: PyIterator): PyValue | undefined {
  fillPerhaps(run, iterator);
  const content = run.heap.change<IteratorContent>(iterator);
  const item = content.items.shift();
  if (content.open !== undefined) return doubtful(run, 'operation', content.open.reason);
  if (item === undefined && content.end instanceof Raised) throw content.end;
  return item;
}

function itemsOfObject(run: Run, value: PyObject): readonly PyValue[] | Unknown {
  if (value.kind === 'class') return itemsOfClass(run, value);
  if (value.kind === 'instance') return itemsOfInstance(run, value);
  const isOpaque = value.kind === 'special' && classOf(value) === undefined;
  return isOpaque ? unknown(run, `\`${value.name}\` is iterated over`) : notIterable(run, value);
}

/** The members of an enumeration. */
function itemsOfClass(run: Run, value: PyClass): readonly PyValue[] | Unknown {
  const members = nameIn(run, value.names, '_member_map_')?.value;
  if (typeof members === 'object' && members?.kind === 'dict') {
    const entries = entriesOf(run, contentOf(run, members));
    return isUnknown(entries) ? entries : entries.map(one => one.value);
  }
  if (value.order === undefined || value.written !== undefined)
    return doubtful(run, 'operation', 'a class is iterated over');
  return notIterable(run, value);
}

function itemsOfInstance(run: Run, value: PyInstance): readonly PyValue[] | Unknown {
  if (value.base !== undefined) return itemsOf(run, value.base);
  if (hasOwn(value, '__iter__', '__getitem__')) return doubtful(run, 'operation', 'an object is iterated over');
  return notIterable(run, value);
}

function notIterable(run: Run, value: PyValue): never {
  return raise(run, 'TypeError', `'${className(value)}' object is not iterable`);
}
