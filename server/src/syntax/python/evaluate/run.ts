import { spanOf, type PythonTree } from '../tree';
import { attributeOf } from './attributes';
import { joinStates } from './branches';
import { callValue } from './call-values';
import { evaluate } from './expressions';
import type { Completion, Event, Frame, Interpreter, Settings } from './frames';
import { ObjectHeap } from './heap';
import { classOf } from './kinds';
import { bind, contentOf, isAsWritten, loseEntries, newDict } from './mappings';
import { taint } from './objects';
import { Raised, TooMuch, unknown } from './outcomes';
import { isOutsideChanged } from './outside';
import { execute } from './statements';
import { builtinClass, isSubclass } from './builtin-classes';
import { doubtsOfText } from './text-doubts';
import type {
  Arguments,
  Doubt,
  Entry,
  MappingContent,
  OutsideParts,
  OutsideValue,
  Place,
  PyDict,
  PyModule,
  PyValue,
  State,
  WrittenDict,
} from './values';

/** Operations after which a run is given up. */
const MOST_OPERATIONS = 100_000;
const DEEPEST = 100;
/** Objects of the heap whose content is captured at the cost of one operation. */
const OBJECTS_FOR_ONE = 10;

/** What a module is when its text has been run. */
export interface ModuleRun {
  /** What its names stand for at the end. An entry that is not certain may not be there. */
  readonly names: ReadonlyMap<string, Entry>;
  /** There may be names besides, and this is why. */
  readonly open?: Doubt;
  /** The exception that ends the run for certain, unless one of `doubts` is raised before it. */
  readonly stops?: Stop;
  /** What may be raised instead, in the order of the run. */
  readonly doubts: readonly Doubt[];
  /** What a dict of this run holds. Literals that nothing has looked into are read now: see `writtenAs`. */
  readonly contentOf: (dict: PyDict) => MappingContent;
  /** The value of another text that an unknown value stands for. */
  readonly outsideOf: (value: PyValue) => OutsideValue | undefined;
  /** A mapping of another text has been changed, or may have been. */
  readonly changesOutside: boolean;
}

/** What ends a run. */
export interface Stop {
  readonly exception: string;
  readonly message: string;
  readonly at: Place;
  /** Present for what is no `Exception`, such as `SystemExit`: code that catches exceptions lets it through. */
  readonly isExit?: true;
}

/** The literal that a dict was written as, if nothing has been changed in it since, at any depth. */
export function writtenAs(value: PyValue): WrittenDict | undefined {
  const isDict = typeof value === 'object' && value?.kind === 'dict';
  return isDict && isAsWritten(value) ? value.written : undefined;
}

/** Runs the statements of a text as Python would, as far as the text decides what they do. */
export function runModule(tree: PythonTree, settings: Settings): ModuleRun {
  return new ModuleRunner(tree, settings).run();
}

class ModuleRunner implements Interpreter {
  readonly heap = new ObjectHeap();
  readonly settings: Settings;
  readonly attempts: Event[][] = [];
  readonly handling: PyValue[] = [];
  readonly modules = new Map<string, PyModule>();
  readonly adopted = new Map<PyValue, PyValue>();
  readonly outside: OutsideParts = { dicts: new Map(), values: new Map() };
  isForked = false;
  site: Place;
  private readonly frame: Frame;
  private readonly doubts: Doubt[];
  private operations = 0;
  private depth = 0;

  constructor(tree: PythonTree, settings: Settings) {
    this.settings = settings;
    this.doubts = doubtsOfText(tree, settings.source);
    this.site = { source: settings.source, span: spanOf(tree, 0) };
    const names = newDict(this);
    this.frame = {
      tree,
      source: settings.source,
      kind: 'module',
      names,
      globals: names,
      outer: undefined,
      locals: new Set(),
      elsewhere: new Map(),
      exits: [],
      shared: { lazyAnnotations: false },
    };
  }

  run(): ModuleRun {
    const { names } = this.frame;
    this.bindGiven();
    const stops = this.runBody();
    const { entries, open } = contentOf(this, names);
    const own = [...entries.values()].filter(({ key }) => typeof key === 'string' && !this.isGiven(key));
    return {
      names: new Map(own.map(entry => [typeof entry.key === 'string' ? entry.key : '', entry])),
      ...(open === undefined ? {} : { open: { kind: 'name', reason: open.reason, at: open.at } }),
      ...(stops === undefined ? {} : { stops }),
      doubts: this.doubts,
      contentOf: dict => contentOf(this, dict),
      outsideOf: value => this.outside.values.get(value),
      changesOutside: isOutsideChanged(this),
    };
  }

  private isGiven(name: string): boolean {
    return GIVEN.has(name) || this.settings.given?.has(name) === true;
  }

  private bindGiven(): void {
    const { names } = this.frame;
    for (const [name, type] of GIVEN) {
      const value = unknown(this, `\`${name}\` is used`, type === undefined ? {} : { class: builtinClass(type) });
      bind(this, names, name, this.settings.given?.get(name) ?? value, this.site, this.site);
    }
  }

  private runBody(): Stop | undefined {
    try {
      this.execute(this.frame, 0);
      return undefined;
    } catch (error) {
      if (error instanceof Raised) return stopOf(error);
      if (!(error instanceof TooMuch)) throw error;
      const why = unknown(this, 'the text takes many steps to run');
      loseEntries(this, this.frame.names, why);
      taint(this, [...this.outside.dicts.values()], why.reason);
      this.doubts.push({ kind: 'operation', reason: why.reason, at: why.at });
      return undefined;
    }
  }

  evaluate(frame: Frame, node: number): PyValue {
    return evaluate(this, frame, node);
  }

  execute(frame: Frame, body: number): Completion {
    return execute(this, frame, body);
  }

  call(callee: PyValue, args: Arguments): PyValue {
    return callValue(this, callee, args);
  }

  attribute(value: PyValue, name: string): PyValue {
    return attributeOf(this, value, name);
  }

  mayRaise(doubt: Doubt): void {
    const innermost = this.attempts.at(-1);
    // What catches the exception is not looked at: whoever knows the other text says that it is not raised, or that it cannot be told.
    if (doubt.needs !== undefined) this.doubts.push({ certain: innermost === undefined && !this.isForked, ...doubt });
    else if (innermost === undefined) this.doubts.push(doubt);
    else innermost.push({ doubt: { ...doubt, certain: false }, state: this.capture() });
  }

  perhaps(body: () => void, reason: string): void {
    const before = this.capture();
    body();
    joinStates(this, [before, this.capture()], reason);
  }

  count(operations = 1): void {
    this.operations += operations;
    if (this.operations > MOST_OPERATIONS) throw new TooMuch();
  }

  capture(): State {
    const state = this.heap.capture();
    this.count(1 + state.length / OBJECTS_FOR_ONE);
    return state;
  }

  deeper<Result>(body: () => Result): Result {
    if (this.depth >= DEEPEST) throw new TooMuch();
    this.depth++;
    try {
      return body();
    } finally {
      this.depth--;
    }
  }
}

/** Names that every module has, with the class of what they stand for. */
const GIVEN: ReadonlyMap<string, string | undefined> = new Map([
  ['__name__', 'str'],
  ['__file__', 'str'],
  ['__doc__', undefined],
  ['__package__', undefined],
  ['__loader__', undefined],
  ['__spec__', undefined],
  ['__builtins__', undefined],
  ['__cached__', undefined],
]);

function stopOf({ exception, message, at }: Raised): Stop {
  const type = classOf(exception);
  const isExit = type?.order !== undefined && !isSubclass(type, builtinClass('Exception'));
  return { exception: type?.name ?? 'Exception', message, at, ...(isExit ? { isExit } : {}) };
}
