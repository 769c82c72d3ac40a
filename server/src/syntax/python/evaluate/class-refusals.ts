import { ABC_META, builtinClass, isSubclass, libraryClass, PROTOCOL_META } from './builtin-classes';
import { className } from './kinds';
import { contentOf, nameIn } from './mappings';
import { raise } from './outcomes';
import type { PyClass, PyValue, Run } from './values';

/** What Python refuses when it makes a class, whatever stands in its body (`Objects/typeobject.c`, `typing.py`). */

/** Raises TypeError for values that are no base, and for bases that no class can have together. */
export function refuseBases(run: Run, bases: readonly PyValue[]): void {
  for (const base of bases)
    if (isNoBase(base)) raise(run, 'TypeError', `a class cannot have a base of type '${className(base)}'`);
    else if (isFinal(base)) raise(run, 'TypeError', `type '${base.name}' is not an acceptable base type`);
    else if (isNoClass(base)) raise(run, 'TypeError', 'a form of `typing` cannot be a base');
  const layouts = bases.flatMap(base => layoutOf(run, base) ?? []);
  for (const [i, one] of layouts.entries())
    for (const other of layouts.slice(i + 1))
      if (!isSubclass(one, other) && !isSubclass(other, one))
        raise(run, 'TypeError', 'multiple bases have instance lay-out conflict');
}

/** Values that Python refuses as a base: those that are no class and have no say in the matter. */
function isNoBase(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return ['dict', 'list', 'tuple', 'set', 'bytes', 'function', 'module', 'range', 'proxy'].includes(value.kind);
}

/** Classes of Python that refuse to be a base. */
function isFinal(base: PyValue): base is PyClass {
  return typeof base === 'object' && base?.kind === 'class' && base.written === undefined && FINAL.has(base.name);
}

const FINAL: ReadonlySet<string> = new Set(
  'bool range slice memoryview NoneType ellipsis NotImplementedType function method generator mappingproxy'.split(' '),
);

/** Forms of `typing` that stand for no class. */
function isNoClass(base: PyValue): boolean {
  return typeof base === 'object' && base?.kind === 'special' && NO_CLASSES.has(base.name);
}

const NO_CLASSES: ReadonlySet<string> = new Set(
  'Optional Union Literal ClassVar Final NoReturn Never Self LiteralString TypeAlias Required NotRequired'.split(' '),
);

/** The class that says how instances of a base are laid out in memory; nothing if there is none, or it cannot be told. */
function layoutOf(run: Run, base: PyValue): PyClass | undefined {
  if (typeof base !== 'object' || base === null) return undefined;
  if (base.kind === 'special') {
    const name = SPECIAL_LAYOUTS.get(base.name);
    return name === undefined ? undefined : builtinClass(name);
  }
  return base.kind === 'class' ? base.order?.find(one => one.hasLayout === true || hasSlots(run, one)) : undefined;
}

/** What `list[int]` and the like have their layout of. */
const SPECIAL_LAYOUTS: ReadonlyMap<string, string> = new Map([
  ...['list', 'dict', 'tuple', 'set', 'frozenset', 'type'].map(name => [name, name] as const),
  ...['List', 'Dict', 'Tuple', 'Set', 'FrozenSet'].map(name => [name, name.toLowerCase()] as const),
  ['NamedTuple', 'tuple'],
  ['TypedDict', 'dict'],
]);

function hasSlots(run: Run, type: PyClass): boolean {
  return slotsOf(run, type).some(slot => slot !== '__dict__' && slot !== '__weakref__');
}

/** What a class of a text names in `__slots__`, as far as that is certain. */
function slotsOf(run: Run, { names, written }: PyClass): readonly PyValue[] {
  const stated = written === undefined ? undefined : nameIn(run, names, '__slots__');
  if (stated?.certain !== true) return [];
  const { value } = stated;
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (value.kind === 'tuple') return value.items;
  return value.kind === 'list' && value.content.open === undefined ? value.content.items : [];
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Raises TypeError or ValueError for what `__slots__` cannot name. */
export function refuseSlots(run: Run, type: PyClass): void {
  const slots = slotsOf(run, type);
  const sized = type.order?.find(
    one => one.written === undefined && ['int', 'tuple', 'bytes', 'type'].includes(one.name),
  );
  if (slots.length > 0 && sized !== undefined)
    raise(run, 'TypeError', `nonempty __slots__ not supported for subtype of '${sized.name}'`);
  for (const slot of slots) {
    if (typeof slot === 'bigint' || typeof slot === 'boolean' || typeof slot === 'number' || slot === null)
      raise(run, 'TypeError', `__slots__ items must be strings, not '${className(slot)}'`);
    if (typeof slot !== 'string') continue;
    if (!IDENTIFIER.test(slot)) raise(run, 'TypeError', '__slots__ must be identifiers');
    if (nameIn(run, type.names, slot)?.certain === true && !slot.startsWith('__'))
      raise(run, 'ValueError', `'${slot}' in __slots__ conflicts with class variable`);
  }
}

/** The metaclass of a new class, which derives from those of all of its bases; nothing if one cannot be told. Raises TypeError if there is none. */
export function metaclassFor(run: Run, bases: readonly PyValue[], stated: PyValue | undefined): PyClass | undefined {
  const isKnown = stated === undefined || (typeof stated === 'object' && stated?.kind === 'class');
  if (!isKnown) return undefined;
  let winner = stated ?? builtinClass('type');
  for (const base of bases) {
    const next = metaclassOf(base);
    if (next?.order === undefined || winner.order === undefined) return undefined;
    if (isSubclass(winner, next)) continue;
    if (!isSubclass(next, winner))
      raise(run, 'TypeError', 'the metaclass of a class has to derive from the metaclasses of all its bases');
    winner = next;
  }
  // What `NamedTuple` makes is a plain class.
  return bases.some(base => isSpecial(base, 'NamedTuple')) ? builtinClass('type') : winner;
}

function metaclassOf(base: PyValue): PyClass | undefined {
  if (typeof base !== 'object' || base === null) return undefined;
  if (base.kind === 'special') return SPECIAL_METACLASSES.get(base.name);
  if (base.kind !== 'class' || base.written !== undefined) return base.kind === 'class' ? base.metaclass : undefined;
  return base.order?.find(one => one.metaclass !== undefined)?.metaclass ?? builtinClass('type');
}

const SPECIAL_METACLASSES: ReadonlyMap<string, PyClass> = new Map([
  ['Protocol', PROTOCOL_META],
  ...['NamedTuple', 'TypedDict'].map(name => [name, libraryClass(`${name}Meta`, builtinClass('type'))] as const),
  ...['Generic', 'list', 'dict', 'tuple', 'set', 'frozenset', 'List', 'Dict', 'Tuple', 'Set', 'FrozenSet'].map(
    name => [name, builtinClass('type')] as const,
  ),
  ...['Mapping', 'MutableMapping', 'Sequence', 'Iterable', 'Iterator', 'Collection', 'Hashable', 'Callable'].map(
    name => [name, ABC_META] as const,
  ),
]);

/** Whether a base is one of these forms of `typing`. */
export function isSpecial(base: PyValue | undefined, ...names: readonly string[]): boolean {
  return typeof base === 'object' && base?.kind === 'special' && names.includes(base.name);
}

/** Whether an instance of a class is refused while it leaves abstract methods open: `ABCMeta` looks after that. */
export function checksAbstract({ metaclass, order }: PyClass): boolean {
  if (metaclass !== undefined) return isSubclass(metaclass, ABC_META);
  return (order ?? []).some(one => one.name === 'ABC' || one.written?.keywords.has('metaclass') === true);
}

/** The certain entries among the names of a class. */
export function certainNames(run: Run, { names }: PyClass): ReadonlyMap<string, PyValue> {
  const entries = [...contentOf(run, names).entries.values()];
  return new Map(
    entries.flatMap(({ key, value, certain }) => (certain && typeof key === 'string' ? [[key, value] as const] : [])),
  );
}
