import { isCallOf, isLibrary, type PyClass, type PyLibrary, type PyValue } from './values';

/** What a class is to pydantic; `unclear` where a base cannot be told. */
export type ClassKind =
  | 'model'
  | 'root model'
  | 'enum'
  | 'typed dict'
  | 'named tuple'
  | 'dataclass'
  | 'pydantic dataclass'
  | 'plain'
  | 'unclear';

/** A class of the repository or a library in the method resolution order. */
export type Ancestor = PyClass | PyLibrary;

/** More ancestors than any person gives a class. */
const MOST_ANCESTORS = 200;

/** The method resolution order of a class. Returns undefined if a base cannot be told, or the order is not consistent. */
export function mroOf(of: PyClass): readonly Ancestor[] | undefined {
  return linearize(of, new Set());
}

function linearize(of: PyClass, above: Set<PyClass>): Ancestor[] | undefined {
  if (above.has(of) || above.size > MOST_ANCESTORS) return undefined;
  above.add(of);
  const lists: Ancestor[][] = [];
  const direct: Ancestor[] = [];
  for (const base of of.bases) {
    const own = ancestorOf(base);
    if (own === undefined) return undefined;
    const list = own.kind === 'class' ? linearize(own, above) : libraryLine(own);
    if (list === undefined) return undefined;
    lists.push(list);
    direct.push(own);
  }
  above.delete(of);
  const merged = merge([...lists, direct]);
  return merged && [of, ...merged];
}

/** The class behind a base: of `Page[int]`, `Page`. */
export function ancestorOf(base: PyValue): Ancestor | undefined {
  if (base.kind === 'class' || base.kind === 'library') return base;
  if (base.kind === 'subscript') return base.origin;
  return isCallOf(base, 'collections.namedtuple', 'typing.NamedTuple') ? (base.callee as PyLibrary) : undefined;
}

/** A class of a library with what it derives from, as far as somebody asks. */
function libraryLine(of: PyLibrary): Ancestor[] {
  const above = LIBRARY_BASES.get(of.name) ?? [];
  return [of, ...above.map((name): PyLibrary => ({ kind: 'library', name }))];
}

const LIBRARY_BASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['pydantic.RootModel', ['pydantic.BaseModel']],
  ['enum.StrEnum', ['str', 'enum.Enum']],
  ['enum.IntEnum', ['int', 'enum.Enum']],
  ['enum.IntFlag', ['int', 'enum.Flag', 'enum.Enum']],
  ['enum.Flag', ['enum.Enum']],
]);

/** The merge of C3: each ancestor behind all that derive from it. */
function merge(lists: readonly (readonly Ancestor[])[]): Ancestor[] | undefined {
  let rest = lists.map(list => [...list]).filter(list => list.length > 0);
  const merged: Ancestor[] = [];
  while (rest.length > 0) {
    const next = rest
      .map(([head]) => head)
      .find(head => head !== undefined && rest.every(list => !list.slice(1).some(each => isSame(each, head))));
    if (next === undefined) return undefined;
    merged.push(next);
    rest = rest.map(list => list.filter(each => !isSame(each, next))).filter(list => list.length > 0);
  }
  return merged;
}

function isSame(a: Ancestor, b: Ancestor): boolean {
  return a === b || (a.kind === 'library' && b.kind === 'library' && a.name === b.name);
}

/** The classes of the repository among the ancestors, the class itself first. */
export function localAncestors(of: PyClass): readonly PyClass[] {
  return (mroOf(of) ?? [of]).filter(each => each.kind === 'class');
}

/** What pydantic takes a class for. */
export function classKind(of: PyClass): ClassKind {
  const mro = mroOf(of);
  if (mro === undefined) return 'unclear';
  const has = (name: string) => mro.some(each => isLibrary(each, name));
  if (has('pydantic.RootModel')) return 'root model';
  if (has('pydantic.BaseModel')) return 'model';
  if (has('enum.Enum')) return 'enum';
  if (has('typing.TypedDict')) return 'typed dict';
  if (has('typing.NamedTuple') || has('collections.namedtuple')) return 'named tuple';
  if (decorates(of, 'pydantic.dataclasses.dataclass')) return 'pydantic dataclass';
  const local = localAncestors(of);
  if (local.some(each => decorates(each, 'pydantic.dataclasses.dataclass'))) return 'pydantic dataclass';
  if (local.some(each => decorates(each, 'dataclasses.dataclass'))) return 'dataclass';
  return mro.every(each => each.kind === 'class' || HARMLESS_BASES.has(each.name)) ? 'plain' : 'unclear';
}

/** Whether a class derives from pydantic's `BaseModel`. */
export function isModel(of: PyClass): boolean {
  const kind = classKind(of);
  return kind === 'model' || kind === 'root model';
}

const HARMLESS_BASES: ReadonlySet<string> = new Set([
  'object',
  'abc.ABC',
  'typing.Generic',
  'typing.Protocol',
  'str',
  'int',
  'float',
  'bytes',
  'list',
  'dict',
  'set',
  'tuple',
  'frozenset',
  'Exception',
]);

/** Whether a class has a decorator, with or without arguments. */
export function decorates({ decorators }: PyClass, name: string): boolean {
  return decorators.some(each => isLibrary(each, name) || isCallOf(each, name));
}
