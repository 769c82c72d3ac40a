import type { Completion, Exit, Frame, Interpreter } from './frames';
import { pristineOf, reachOf } from './mappings';
import { Raised, unknown } from './outcomes';
import { isSamePart } from './outside';
import { classOf } from './kinds';
import type { Changeable, Entry, ListContent, MappingContent, Mutable, PyValue, Run, State, Unknown } from './values';

/** How one of several ways ended, and how things stood then. */
export interface Outcome<Result> {
  readonly result: Result;
  readonly state: State;
}

/**
 * Goes each of several ways, from the same state. Of those that end with an exception, each is something that may be raised;
 * if all of them do, an exception is raised for certain.
 */
export function goEachWay<Result>(run: Interpreter, ways: readonly (() => Result)[]): Outcome<Result>[] {
  const start = run.capture();
  const outcomes: Outcome<Result>[] = [];
  let failed: Raised | undefined;
  if (ways.length > 1) run.isForked = true;
  for (const [index, way] of ways.entries()) {
    run.heap.restore(start);
    try {
      outcomes.push({ result: way(), state: run.capture() });
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      if (outcomes.length === 0 && index === ways.length - 1)
        throw failed === undefined ? error : either(failed, error);
      failed = error;
      mayRaise(run, error);
    }
  }
  return outcomes;
}

/** An exception of which only running tells whether it is the one or the other. */
function either(one: Raised, other: Raised): Raised {
  if (classOf(one.exception) === classOf(other.exception)) return other;
  return new Raised(
    { kind: 'unknown', reason: 'one of several exceptions is raised', at: other.at },
    other.message,
    other.at,
  );
}

/** Notes that this exception may be raised here, by one of the branches that cannot be told apart. */
export function mayRaise(run: Interpreter, { exception, message, at }: Raised): void {
  const type = classOf(exception);
  const reason = message === '' ? 'an exception may be raised' : message;
  run.mayRaise({ kind: 'operation', reason, at, ...(type === undefined ? {} : { exception: type }) });
}

/** The value of whichever way is taken. */
export function choose(run: Interpreter, ways: readonly (() => PyValue)[], reason: string): PyValue {
  const outcomes = goEachWay(run, ways);
  joinStates(
    run,
    outcomes.map(({ state }) => state),
    reason,
  );
  return joinValues(
    run,
    outcomes.map(({ result }) => result),
    reason,
  );
}

/** Goes on from whichever body is taken. Ways out of the loop or function around are kept as exits of the frame. */
export function branch(
  run: Interpreter,
  frame: Frame,
  ways: readonly (() => Completion)[],
  reason: string,
): Completion {
  return settle(run, frame, goEachWay(run, ways), reason);
}

/** Joins the outcomes of branches that cannot be told apart into one completion, and goes on in the state that they leave. */
export function settle(
  run: Interpreter,
  frame: Frame,
  outcomes: readonly Outcome<Completion>[],
  reason: string,
): Completion {
  const [first] = outcomes;
  if (first !== undefined && outcomes.length === 1) {
    run.heap.restore(first.state);
    return first.result;
  }
  const going: State[] = [];
  for (const { result, state } of outcomes) {
    if (result === 'next') going.push(state);
    else if (result !== 'dead') frame.exits.push({ completion: result, state });
  }
  if (going.length === 0) return 'dead';
  joinStates(run, going, reason);
  return 'next';
}

/**
 * Runs the body of a loop or function. If there are other ways out of it than the one that ends with an exception, that exception is
 * not certain.
 */
export function runThrough(run: Interpreter, frame: Frame, body: number): Completion {
  const mark = frame.exits.length;
  try {
    return run.execute(frame, body);
  } catch (error) {
    if (!(error instanceof Raised) || frame.exits.length === mark) throw error;
    mayRaise(run, error);
    return 'dead';
  }
}

/** Takes the exits that were added to a frame since `mark` and for which `isMine`. */
export function takeExits(frame: Frame, mark: number, isMine: (exit: Exit) => boolean): Exit[] {
  const added = frame.exits.splice(mark);
  frame.exits.push(...added.filter(exit => !isMine(exit)));
  return added.filter(isMine);
}

/** Goes on from a state of which only that much is certain as all the states have in common. */
export function joinStates(run: Interpreter, states: readonly State[], reason: string): void {
  const [first] = states;
  if (first === undefined) return;
  const differences = run.heap.differences(states);
  run.heap.restore(states.reduce((one, other) => (other.length > one.length ? other : one)));
  for (const [object, contents] of differences) {
    const changed: Mutable<unknown> = object;
    changed.content = joinContents(run, object, contents, reason);
  }
}

function joinContents(run: Run, object: Changeable, contents: readonly unknown[], reason: string): unknown {
  const known = contents.map(content => content ?? (object.kind === 'dict' ? pristineOf(run, object) : content));
  return known.reduce((one, other) => {
    if (one === other) return one;
    return isMapping(one)
      ? joinMappings(run, one, other as MappingContent, reason)
      : joinLists(run, one as ListContent, other as ListContent, reason);
  });
}

function isMapping(content: unknown): content is MappingContent {
  return typeof content === 'object' && content !== null && 'entries' in content;
}

function joinMappings(run: Run, a: MappingContent, b: MappingContent, reason: string): MappingContent {
  const entries = new Map<string, Entry>();
  for (const [key, entry] of a.entries) entries.set(key, joinEntries(run, entry, b.entries.get(key), reason));
  for (const [key, entry] of b.entries)
    if (!entries.has(key)) entries.set(key, entry.certain ? { ...entry, certain: false } : entry);
  const open = a.open ?? b.open;
  const unordered = a.unordered === true || b.unordered === true || !isSameOrder(a, b);
  const outside = isSamePart(a.outside, b.outside) ? a.outside : undefined;
  const isLike = entries.size === a.entries.size && [...entries].every(([key, entry]) => a.entries.get(key) === entry);
  if (isLike && open === a.open && outside === a.outside && unordered === (a.unordered === true)) return a;
  return {
    entries,
    ...(open === undefined ? {} : { open }),
    ...(unordered ? { unordered } : {}),
    ...(outside === undefined ? {} : { outside }),
  };
}

function isSameOrder(a: MappingContent, b: MappingContent): boolean {
  const other = [...b.entries.keys()].filter(key => a.entries.has(key));
  return [...a.entries.keys()].filter(key => b.entries.has(key)).every((key, index) => key === other[index]);
}

function joinEntries(run: Run, a: Entry, b: Entry | undefined, reason: string): Entry {
  const value = b === undefined ? a.value : joinValues(run, [a.value, b.value], reason);
  const certain = a.certain && b?.certain === true;
  return value === a.value && certain === a.certain ? a : { ...a, value, certain };
}

function joinLists(run: Run, a: ListContent, b: ListContent, reason: string): ListContent {
  if (a.open !== undefined) return a;
  const items = a.items.map((item, index) => joinValues(run, [item, b.items[index] ?? null], reason));
  if (b.open === undefined && a.items.length === b.items.length)
    return items.every((item, index) => item === a.items[index]) ? a : { ...a, items };
  return { ...a, open: unknown(run, reason, { reach: [...a.items, ...b.items].flatMap(reachOf) }) };
}

/** A value of which only that much is certain as all the values have in common. */
export function joinValues(run: Run, values: readonly PyValue[], reason: string): PyValue {
  return values.reduce((one, other) => joinTwo(run, one, other, reason));
}

function joinTwo(run: Run, a: PyValue, b: PyValue, reason: string): PyValue {
  if (Object.is(a, b)) return a;
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    // What stands for a value of another text is known by its identity, and this is another value.
    if (a.kind === 'unknown') return run.outside.values.has(a) ? { ...joinUnknown(a, b) } : joinUnknown(a, b);
    if (a.kind === 'tuple' && b.kind === 'tuple' && a.items.length === b.items.length)
      return { kind: 'tuple', items: a.items.map((item, index) => joinTwo(run, item, b.items[index] ?? null, reason)) };
    if (a.kind === 'bytes' && b.kind === 'bytes' && a.text === b.text) return a;
    if (a.kind === 'special' && b.kind === 'special' && a.name === b.name) return a;
  }
  const type = classOf(a);
  const isSameClass = type !== undefined && type === classOf(b);
  return unknown(run, reason, { ...(isSameClass ? { class: type } : {}), reach: [...reachOf(a), ...reachOf(b)] });
}

function joinUnknown(a: Unknown, b: PyValue): Unknown {
  const more = reachOf(b).filter(object => a.reach?.includes(object) !== true);
  if (more.length === 0 && (a.class === undefined || a.class === classOf(b))) return a;
  const { kind, reason, at, was } = a;
  return { kind, reason, at, ...(was === undefined ? {} : { was }), reach: [...(a.reach ?? []), ...more] };
}
