/**
 * What an expression of Python is worth, as far as schemas ask: constants, and the things that annotations are made of. Values do
 * not change; what code may have changed is `unknown`.
 */
export type PyValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'str'; readonly value: string }
  /** A character for each byte. */
  | { readonly kind: 'bytes'; readonly value: string }
  | PySequence
  | PyDict
  | PyLibrary
  | PyModule
  | PyClass
  | PyFunction
  | PyMember
  /** A method of a constant that is not called yet. */
  | { readonly kind: 'method'; readonly of: PyValue; readonly name: string }
  | PyCall
  | PyTypeVariable
  | { readonly kind: 'newtype'; readonly name: string; readonly of: PyValue }
  | PySubscript
  | { readonly kind: 'union'; readonly members: readonly PyValue[] }
  | { readonly kind: 'annotated'; readonly type: PyValue; readonly metadata: readonly PyValue[] }
  | PyUnknown;

/** A list, tuple, set or frozenset. */
export interface PySequence {
  readonly kind: 'list' | 'tuple' | 'set' | 'frozenset';
  readonly items: readonly PyValue[];
}

/** A dict. */
export interface PyDict {
  readonly kind: 'dict';
  readonly entries: readonly (readonly [PyValue, PyValue])[];
}

/** A module, class or function of the standard library or of a package, by its canonical name: `typing.Optional`, `int`. */
export interface PyLibrary {
  readonly kind: 'library';
  readonly name: string;
  /** How it was written, where that shows in the name of a generic model: `List` of `typing.List`, which is `list`. */
  readonly spelling?: string;
}

/** A file of the repository as a module. */
export interface PyModule {
  readonly kind: 'module';
  readonly path: string;
  /** Its `__name__`, which distinguishes classes of one name in `$defs`. */
  readonly name: string;
  /**
   * Whether it is in `sys.modules`. apcore loads a module file without putting it there, so that annotations that are text find no
   * name of the file (formats 2.9).
   */
  readonly isImported: boolean;
  readonly names: Map<string, PyValue>;
  readonly hasFutureAnnotations: boolean;
}

/** A class of the text. */
export interface PyClass {
  readonly kind: 'class';
  readonly name: string;
  readonly qualname: string;
  readonly module: PyModule;
  readonly bases: readonly PyValue[];
  /** `class Model(BaseModel, extra="forbid")` */
  readonly keywords: ReadonlyMap<string, PyValue>;
  readonly decorators: readonly PyValue[];
  /** What its body binds, in order. */
  readonly names: Map<string, PyValue>;
  /** The annotations of its body, in order; text where they are text or `from __future__ import annotations` makes them so. */
  readonly annotations: Map<string, PyValue>;
  /** The texts that stand below fields. */
  readonly docstrings: Map<string, string>;
  /** The names of the class that it is written in: annotations that are text see them, too. */
  readonly enclosing?: ReadonlyMap<string, PyValue>;
  /** Why its body, or what is done to the class later, cannot be told. */
  unclear?: string;
  /** `__doc__`, uncleaned. */
  doc?: string;
  /** The module rebuilds the model, so that its text annotations find the names of the module. */
  isRebuilt: boolean;
}

/** A function of the text. */
export interface PyFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly decorators: readonly PyValue[];
}

/** A member of an enum. */
export interface PyMember {
  readonly kind: 'member';
  readonly of: PyClass;
  readonly name: string;
  readonly value: PyValue;
}

/** What a call makes whose meaning its reader knows: `Field(…)`, `timedelta(days=1)`, `Item(n=1)`. */
export interface PyCall {
  readonly kind: 'call';
  readonly callee: PyLibrary | PyClass | PySubscript;
  readonly args: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
}

/** A `TypeVar`. */
export interface PyTypeVariable {
  readonly kind: 'typevar';
  readonly name: string;
  readonly constraints: readonly PyValue[];
  readonly bound?: PyValue;
  readonly default?: PyValue;
}

/** `list[int]`, `Page[Item]`, `Literal["a"]`, `ClassVar[int]` */
export interface PySubscript {
  readonly kind: 'subscript';
  readonly origin: PyLibrary | PyClass;
  readonly args: readonly PyValue[];
}

/** A value that cannot be told. */
export interface PyUnknown {
  readonly kind: 'unknown';
  /** As the end of "cannot tell: …". */
  readonly reason: string;
}

/** `None`. */
export const NONE_VALUE: PyValue = { kind: 'none' };
/** `...`. */
export const ELLIPSIS: PyValue = { kind: 'ellipsis' };

/** A value that cannot be told, with the reason. */
export function unknown(reason: string): PyUnknown {
  return { kind: 'unknown', reason };
}

/** A string. */
export function text(value: string): PyValue {
  return { kind: 'str', value };
}

/** `True` or `False`. */
export function bool(value: boolean): PyValue {
  return { kind: 'bool', value };
}

/** An integer. */
export function int(value: bigint | number): PyValue {
  return { kind: 'int', value: BigInt(value) };
}

/** A float. */
export function float(value: number): PyValue {
  return { kind: 'float', value };
}

/** A thing of a known package, by its full name. */
export function library(name: string): PyLibrary {
  return { kind: 'library', name };
}

/** Whether a value is one of these things of known packages. */
export function isLibrary<Name extends string>(
  value: PyValue | undefined,
  ...names: readonly Name[]
): value is PyLibrary & { readonly name: Name } {
  return value?.kind === 'library' && (names as readonly string[]).includes(value.name);
}

/** A call of one of these functions of a library. */
export function isCallOf<Name extends string>(
  value: PyValue | undefined,
  ...names: readonly Name[]
): value is PyCall & { readonly callee: { readonly name: Name } } {
  return value?.kind === 'call' && isLibrary(value.callee, ...names);
}

/** An argument of a call, by its name or its position. */
export function argument(call: PyCall, name: string, position?: number): PyValue | undefined {
  return call.keywords.get(name) ?? (position === undefined ? undefined : call.args[position]);
}

/** The first part of a value that cannot be told. */
export function unknownIn(value: PyValue): PyUnknown | undefined {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set' || value.kind === 'frozenset')
    return firstOf(value.items, unknownIn);
  if (value.kind === 'dict') return firstOf(value.entries, ([key, item]) => unknownIn(key) ?? unknownIn(item));
  if (value.kind === 'call') return firstOf([...value.args, ...value.keywords.values()], unknownIn);
  return undefined;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a value counts as true; nothing where that cannot be told. */
export function truth(value: PyValue): boolean | undefined {
  if (value.kind === 'none') return false;
  if (value.kind === 'bool') return value.value;
  if (value.kind === 'int') return value.value !== 0n;
  if (value.kind === 'float') return value.value !== 0;
  if (value.kind === 'str' || value.kind === 'bytes') return value.value !== '';
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set' || value.kind === 'frozenset')
    return value.items.length > 0;
  if (value.kind === 'dict') return value.entries.length > 0;
  if (value.kind === 'unknown' || value.kind === 'call' || value.kind === 'member') return undefined;
  return true;
}

/** A text that equal constants have in common: `1`, `1.0` and `True` are one key of a dict. Nothing where equality cannot be told. */
export function equalityKey(value: PyValue): string | undefined {
  if (value.kind === 'none' || value.kind === 'ellipsis') return value.kind;
  if (value.kind === 'bool') return `number ${value.value ? 1 : 0}`;
  if (value.kind === 'int') return `number ${value.value}`;
  if (value.kind === 'float')
    return Number.isInteger(value.value) ? `number ${BigInt(value.value)}` : `number ${value.value}`;
  if (value.kind === 'str' || value.kind === 'bytes') return `${value.kind} ${value.value}`;
  if (value.kind === 'tuple' || value.kind === 'list') {
    const keys = value.items.map(equalityKey);
    return keys.includes(undefined) ? undefined : `${value.kind} ${JSON.stringify(keys)}`;
  }
  if (value.kind === 'member') return `member ${value.of.module.path} ${value.of.qualname} ${value.name}`;
  if (value.kind === 'library') return `library ${value.name}`;
  if (value.kind === 'class') return `class ${value.module.path} ${value.qualname}`;
  return undefined;
}
