import type { Span } from '../../../base/text';
import type { PythonTree } from '../tree';

/**
 * What a Python expression is worth. `None`, `bool`, `int`, `float` and `str` are null, boolean, bigint, number and string;
 * everything else is an object, which is itself and no other: two names for one list are one `PyList`.
 */
export type PyValue = null | boolean | bigint | number | string | PyObject;

/** A value that is an object of this run, not one of JavaScript. */
export type PyObject =
  | Unknown
  | PyBytes
  | PyTuple
  | PyList
  | PySet
  | PyDict
  | PyProxy
  | PyRange
  | PySlice
  | PyIterator
  | PySpecial
  | PyFunction
  | PyNative
  | PyBound
  | PyClass
  | PyInstance
  | PyModule;

/** Where something is written: `source` is the `source` of the options of the run that read it. */
export interface Place {
  readonly source: string;
  readonly span: Span;
}

/** A value that only running decides. */
export interface Unknown {
  readonly kind: 'unknown';
  /** Why, as the part of a sentence: "`load()` is called". */
  readonly reason: string;
  readonly at: Place;
  /** The class of the value, if that much is certain. */
  readonly class?: PyClass;
  /** The value before something may have changed or replaced it. */
  readonly was?: PyValue;
  /** Objects that it may be, or that can be reached through it: whatever changes it may change them. */
  readonly reach?: readonly PyObject[];
  /** How an object of the library is called that is not looked into, such as a logger: see `harmless.ts` for what can be done with it. */
  readonly harmless?: string;
}

/** Something whose content can change. Content belongs to one epoch of the heap; `Heap.change` copies older content first. */
export interface Mutable<Content> {
  content: Content;
  epoch: number;
}

/** An object that its methods change in place. */
export type Changeable = PyDict | PySet | PyList | PyIterator;

/** An entry of a dict, a set or a scope. */
export interface Entry {
  readonly key: PyValue;
  readonly value: PyValue;
  readonly keyAt: Place;
  readonly valueAt: Place;
  /** Whether the entry is there for certain; false where only running decides. */
  readonly certain: boolean;
}

/** The entries of a dict or a set. */
export interface MappingContent {
  /** By `keyOf`. */
  readonly entries: Map<string, Entry>;
  /** There may be entries besides, and this is why. */
  open?: Unknown;
  /** The order of the entries is not known. */
  unordered?: boolean;
  /** The entries besides, which `open` says there may be, are those of this mapping and no others. */
  outside?: Outside;
}

/** A mapping of another text, or a part of it: what is in it is for whoever reads the run to look up. */
export interface Outside {
  /** The keys that lead to it from the mapping as a whole. */
  readonly keys: readonly string[];
  /** What is under some keys if anything is there: a mapping, or else a value, with its class if that is certain. */
  readonly inside: (keys: readonly string[]) => 'mapping' | 'value' | PyClass;
  /** Keys of it that have been taken out of the dict that has it. */
  readonly without?: readonly string[];
  /** Why the text alone does not tell what the table holds. */
  readonly reason: string;
  /** Where the text takes the table. */
  readonly at: Place;
}

/** What a run has of mappings of other texts. */
export interface OutsideParts {
  /** The mappings, by their keys as JSON. Each is there once, so whoever changes one has changed it for all. */
  readonly dicts: Map<string, PyDict>;
  /** The unknown values that stand for values in them. */
  readonly values: Map<PyValue, OutsideValue>;
}

/** A value that stands in a mapping of another text. */
export interface OutsideValue {
  readonly keys: readonly string[];
  /** The default where the mapping lacks the key. */
  readonly otherwise?: PyValue;
}

/** A dict, or the names of a scope, module, class or instance. */
export interface PyDict extends Mutable<MappingContent | undefined> {
  readonly kind: 'dict';
  /** The class, where that is not plain `dict`: `OrderedDict`, `defaultdict`, a class of the text. */
  readonly class?: PyClass;
  /** What a `defaultdict` makes missing values with. */
  readonly factory?: PyValue;
  /** The literal that it was written as. While `content` is undefined, nothing has been changed in it. */
  readonly written?: WrittenDict;
  /** The content of the literal, if somebody has asked. */
  pristine?: MappingContent;
}

/** The display in a text that a dict comes from. */
export interface WrittenDict {
  readonly tree: PythonTree;
  readonly node: number;
  readonly source: string;
}

/** A set or a frozenset. */
export interface PySet extends Mutable<MappingContent> {
  readonly kind: 'set';
  readonly frozen: boolean;
}

/** The items of a list. */
export interface ListContent {
  readonly items: PyValue[];
  /** The items are not known, nor how many there are. */
  open?: Unknown;
}

/** A list. */
export interface PyList extends Mutable<ListContent> {
  readonly kind: 'list';
  /** What it held at first, if it stands in a dict that is left as it is written. */
  readonly pristine?: ListContent;
}

/** An iterator, or a view. Its content is what it has not given yet; that was all made when it was first asked. */
export interface PyIterator extends Mutable<IteratorContent> {
  readonly kind: 'iterator';
  /** The name of the iterator's class. */
  readonly name: string;
  /** How a view, such as `dict.keys()`, gives its present items: a program can go through it again and again. */
  readonly view?: { readonly items: () => readonly PyValue[] | Unknown; readonly of: PyDict };
}

/** The items that an iterator has not given yet. */
export interface IteratorContent extends ListContent {
  /** Makes the items when the iterator is first asked. */
  start?: (() => PyValue[]) | undefined;
  /** What is thrown behind the last item. */
  end?: unknown;
}

/** A bytes object. */
export interface PyBytes {
  readonly kind: 'bytes';
  /** A character for each byte. */
  readonly text: string;
}

/** A tuple. */
export interface PyTuple {
  readonly kind: 'tuple';
  readonly items: readonly PyValue[];
}

/** `types.MappingProxyType`: shows a dict that cannot be changed through it. */
export interface PyProxy {
  readonly kind: 'proxy';
  readonly of: PyDict;
}

/** A range. */
export interface PyRange {
  readonly kind: 'range';
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
}

/** A slice, as it stands in a subscript. */
export interface PySlice {
  readonly kind: 'slice';
  readonly start: PyValue;
  readonly stop: PyValue;
  readonly step: PyValue;
}

/** `...` and `NotImplemented`; what `typing` gives in place of classes. */
export interface PySpecial {
  readonly kind: 'special';
  readonly name: string;
  /** What stands in its brackets: of `Generic[T]`, `T`. */
  readonly parameters?: readonly PyValue[];
}

/** A function or lambda of a text that is evaluated. */
export interface PyFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly node: number;
  readonly tree: PythonTree;
  readonly source: string;
  /** The run whose objects the function can reach. */
  readonly run: Run;
  readonly call: NativeFunction;
  readonly names: PyDict;
}

/** A function that is built into Python, or into a module of its library. */
export interface PyNative {
  readonly kind: 'native';
  readonly name: string;
  readonly call: NativeFunction;
}

/** A method with the object that it belongs to. */
export interface PyBound {
  readonly kind: 'bound';
  readonly self: PyValue;
  readonly function: PyFunction | PyNative;
}

/** A class: one of the text, of Python, or of a known package. */
export interface PyClass {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly PyValue[];
  /** Itself, its bases, theirs; undefined if a base is unknown. */
  readonly order: readonly PyClass[] | undefined;
  /** Its own attributes, in their order. */
  readonly names: PyDict;
  /** A class that is written in a text. */
  readonly written?: WrittenClass;
  /** Its own class. Without it: of a written class, nobody knows; of others, that of their bases. */
  readonly metaclass?: PyClass;
  /** Its instances are laid out in memory in a way of their own, which no two bases may have. */
  readonly hasLayout?: true;
}

/** The statement in a text that made a class. */
export interface WrittenClass {
  readonly tree: PythonTree;
  readonly node: number;
  readonly source: string;
  readonly decorators: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
}

/** An object of a class. */
export interface PyInstance {
  readonly kind: 'instance';
  readonly class: PyClass;
  readonly names: PyDict;
  /** What it is worth as a value of a built-in base: a member of `class Color(str, Enum)` is a string as well. */
  readonly base?: PyValue;
}

/** A module that was imported. */
export interface PyModule {
  readonly kind: 'module';
  readonly name: string;
  readonly names: PyDict;
}

/** One argument of a call. */
export interface Argument {
  readonly value: PyValue;
  readonly at: Place;
  /** Where the keyword of a keyword argument stands. */
  readonly nameAt?: Place;
}

/** The arguments of a call. */
export interface Arguments {
  readonly positional: readonly Argument[];
  readonly named: ReadonlyMap<string, Argument>;
  /** There may be arguments besides: something unknown was spread. */
  readonly open?: Unknown;
}

/** The first argument of a method is `self`. */
export type NativeFunction = (run: Run, args: Arguments) => PyValue;

/** A run of a module, as built-in functions see it. */
export interface Run {
  readonly heap: Heap;
  /** What is being evaluated: where a value came to be unknown, or an exception was raised. */
  site: Place;
  readonly outside: OutsideParts;
  call(callee: PyValue, args: Arguments): PyValue;
  /** `value.name` */
  attribute(value: PyValue, name: string): PyValue;
  /** Notes that the run may stop here, and why. Whoever catches such exceptions goes on from here as well. */
  mayRaise(doubt: Doubt): void;
  /** Does something that may not be done, or later: what it changes becomes unknown. */
  perhaps(body: () => void, reason: string): void;
  /** Counts operations; ends a run that takes too many. */
  count(operations?: number): void;
  /** Does something that may come back to itself, as functions that call each other or a list that is in itself; too deep, it ends the run. */
  deeper<Result>(body: () => Result): Result;
}

/** What may stop a run, or changes things nobody can tell. */
export interface Doubt {
  readonly kind: 'import' | 'name' | 'call' | 'operation';
  /** Why only running decides, as part of a sentence: "`load()` is called". */
  readonly reason: string;
  readonly at: Place;
  /** The class of the exception, if that much is certain. */
  readonly exception?: PyClass;
  /** The keys of a mapping of another text: the exception is raised only if none of them is there. */
  readonly needs?: readonly string[];
  /** With `needs`: the run comes here for certain, and nothing catches the exception. */
  readonly certain?: boolean;
}

/** The objects of a run that can change. */
export interface Heap {
  add<Type extends Changeable>(object: Type): Type;
  /** Adds an object that stands for a literal of the text: in a state that is older than it, it is as it was written. */
  addWritten<Type extends Changeable>(object: Type): Type;
  /** The content of an object, to be changed. */
  change<Content>(object: Mutable<Content>): Content;
  /** The content of all objects as it is now. */
  capture(): State;
  restore(state: State): void;
  /** A number of its own for an object. */
  identity(object: PyObject): number;
}

/** The contents of the objects of a heap at one time. */
export type State = readonly unknown[];
