import { spanOf, type PythonTree } from '../tree';
import type { ObjectHeap } from './heap';
import type { Arguments, Doubt, Place, PyClass, PyDict, PyModule, PyValue, Run, State } from './values';

/** What a body of code sees while it runs. */
export interface Frame {
  readonly tree: PythonTree;
  readonly source: string;
  readonly kind: 'module' | 'class' | 'function';
  readonly names: PyDict;
  readonly globals: PyDict;
  /** The frame around it. */
  readonly outer: Frame | undefined;
  /** The names that a function binds. */
  readonly locals: ReadonlySet<string>;
  /** Where `global` and `nonlocal` send names. */
  readonly elsewhere: Map<string, PyDict>;
  /** Ways out of the loop or function that is being run, which may have been taken. */
  readonly exits: Exit[];
  /** What all frames of a text share. */
  readonly shared: { lazyAnnotations: boolean };
  /** The class whose body it is. */
  readonly type?: PyClass;
  /** Present for a comprehension: a walrus in it binds names of the frame around. */
  readonly isComprehension?: true;
  /** What a generator has given. */
  readonly given?: PyValue[];
}

/** How a body ended; `dead` if all ways through it are among the exits of the frame. */
export type Completion = 'next' | 'break' | 'continue' | 'dead' | { readonly returned: PyValue };

/** A way out of a body or a loop, and the state that it leaves. */
export interface Exit {
  readonly completion: 'break' | 'continue' | { readonly returned: PyValue };
  readonly state: State;
}

/** The run of a module, as those parts see it that need one another. */
export interface Interpreter extends Run {
  readonly heap: ObjectHeap;
  readonly settings: Settings;
  /** What may be raised in the `try` statements around, the innermost last. */
  readonly attempts: Event[][];
  /** The modules that have been imported. */
  readonly modules: Map<string, PyModule>;
  /** Values of other texts, with what they are here. */
  readonly adopted: Map<PyValue, PyValue>;
  /** Something could not be told that decides which way the run goes: from then on, nobody knows whether it comes to a place. */
  isForked: boolean;
  /** The exceptions that are being handled, the innermost last. */
  readonly handling: PyValue[];
  evaluate(frame: Frame, node: number): PyValue;
  /** How things stand. */
  capture(): State;
  execute(frame: Frame, body: number): Completion;
}

/** An exception that may be raised, and how things stand then. */
export interface Event {
  readonly doubt: Doubt;
  readonly state: State;
}

/** What an evaluation is told of the text that it runs. */
export interface Settings {
  /** What places of this text are marked with. */
  readonly source: string;
  /** What an import gives. Nothing: what is known of Python's own library, or it cannot be told. */
  readonly imports: (wanted: ImportRequest) => ImportAnswer | undefined;
  /** The names that every module has, such as `__name__`, as far as they are known. */
  readonly given?: ReadonlyMap<string, PyValue>;
}

/** `import module` (without `name`), or one name of `from module import …`; `level` counts leading dots. */
export interface ImportRequest {
  readonly module: string;
  readonly level: number;
  /** `*` for a star import. */
  readonly name?: string;
}

/** What an import does. */
export type ImportAnswer =
  /** The import fails. */
  | { readonly raises: 'ImportError' | 'ModuleNotFoundError' | 'SyntaxError'; readonly message: string }
  | { readonly value: PyValue }
  /** Whether it fails cannot be told, and this is why. */
  | { readonly doubt: string }
  /** What a star import gives; `perhaps` are names that only some versions of the package have. */
  | { readonly names: ReadonlyMap<string, PyValue>; readonly perhaps?: readonly string[] }
  /** The imported name exists; what it stands for cannot be told. */
  | { readonly exists: true };

/** Where a node of the text that a frame runs stands. */
export function placeOf(frame: Frame, node: number): Place {
  return { source: frame.source, span: spanOf(frame.tree, node) };
}

/** The arguments of a call without any. */
export const NO_ARGUMENTS: Arguments = { positional: [], named: new Map() };
