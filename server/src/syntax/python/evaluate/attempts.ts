import { nameText } from '../literal';
import { Clause, Kind, NONE, childOfKind, clauseOf, firstChild } from '../tree';
import { builtinClass, isSubclass } from './builtin-classes';
import { goEachWay, joinStates, mayRaise, settle } from './branches';
import { placeOf, type Completion, type Event, type Frame, type Interpreter } from './frames';
import { classOf } from './kinds';
import { bindName } from './names';
import { deleteEntry } from './mappings';
import { Raised, unknown } from './outcomes';
import type { Doubt, PyClass, PyValue, State, Unknown } from './values';

/** An exception that comes to the `except` clauses. */
interface Arrival {
  readonly exception: PyValue;
  readonly type: PyClass | undefined;
  readonly state: State;
  /** Where it is not certain, what to do with it if no clause catches it. */
  readonly doubt?: Doubt;
}

/** `try` with its clauses. */
export function attempt(run: Interpreter, frame: Frame, clauses: readonly number[]): Completion {
  const last = clauses.at(-1) ?? NONE;
  if (clauseOf(frame.tree, last) !== Clause.Finally) return guarded(run, frame, clauses);
  const body = childOfKind(frame.tree, last, Kind.Body);
  return withFinally(run, frame, () => guarded(run, frame, clauses.slice(0, -1)), body);
}

/** Runs a body and, whatever becomes of it, the one of `finally`. */
function withFinally(run: Interpreter, frame: Frame, body: () => Completion, last: number): Completion {
  const mark = frame.exits.length;
  const { result, events, raised } = watch(run, body);
  const end = run.capture();
  for (const { doubt, state } of events) if (finished(run, frame, last, state)) run.mayRaise(doubt);
  for (const exit of frame.exits.splice(mark))
    if (finished(run, frame, last, exit.state)) frame.exits.push({ ...exit, state: run.capture() });
  run.heap.restore(end);
  if (result === 'dead') return 'dead';
  const completion = run.execute(frame, last);
  if (completion !== 'next') return completion;
  if (raised !== undefined) throw raised;
  return result ?? 'next';
}

/** Runs the body of `finally` for a way that may have been taken. The answer is whether that way goes on as it was going to. */
function finished(run: Interpreter, frame: Frame, last: number, state: State): boolean {
  run.heap.restore(state);
  try {
    const completion = run.execute(frame, last);
    if (completion !== 'next' && completion !== 'dead') frame.exits.push({ completion, state: run.capture() });
    return completion === 'next';
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    mayRaise(run, error);
    return false;
  }
}

/** What a body comes to, and what may be raised on the way. */
function watch(
  run: Interpreter,
  body: () => Completion,
): { result?: Completion; events: readonly Event[]; raised?: Raised } {
  const events: Event[] = [];
  run.attempts.push(events);
  try {
    return { result: body(), events };
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    return { events, raised: error };
  } finally {
    run.attempts.pop();
  }
}

function guarded(run: Interpreter, frame: Frame, [first = NONE, ...clauses]: readonly number[]): Completion {
  const { tree } = frame;
  const { result, events, raised } = watch(run, () => run.execute(frame, childOfKind(tree, first, Kind.Body)));
  const end = run.capture();
  const arrivals = events.map((event): Arrival => arrivalOf(event));
  if (raised !== undefined) arrivals.push({ exception: raised.exception, type: classOf(raised.exception), state: end });
  const handlers = clauses.filter(clause => clauseOf(tree, clause) !== Clause.Else);
  const otherwise = clauses.find(clause => clauseOf(tree, clause) === Clause.Else);
  const { caught, isPassed } = distribute(run, frame, handlers, arrivals);
  const ways = [...caught].map(
    ([handler, arrived]) =>
      () =>
        handle(run, frame, handler, arrived),
  );
  if (result !== undefined) ways.unshift(() => finish(run, frame, result, end, otherwise));
  run.heap.restore(end);
  if (raised !== undefined && isPassed) {
    if (ways.length === 0) throw raised;
    mayRaise(run, raised);
  }
  return settle(run, frame, goEachWay(run, ways), 'an exception may be raised');
}

function arrivalOf({ doubt, state }: Event): Arrival {
  const { reason, at, exception: type } = doubt;
  const exception: Unknown = { kind: 'unknown', reason, at, ...(type === undefined ? {} : { class: type }) };
  return { exception, type, state, doubt };
}

function finish(
  run: Interpreter,
  frame: Frame,
  result: Completion,
  end: State,
  otherwise: number | undefined,
): Completion {
  run.heap.restore(end);
  if (result !== 'next' || otherwise === undefined) return result;
  return run.execute(frame, childOfKind(frame.tree, otherwise, Kind.Body));
}

/** Which clause catches which exceptions, and whether the one that is raised for certain may pass by them all. */
function distribute(
  run: Interpreter,
  frame: Frame,
  handlers: readonly number[],
  arrivals: readonly Arrival[],
): { caught: Map<number, Arrival[]>; isPassed: boolean } {
  const caught = new Map<number, Arrival[]>();
  let isPassed = false;
  for (const arrival of arrivals) {
    run.heap.restore(arrival.state);
    let answer: boolean | undefined = false;
    for (const handler of handlers) {
      answer = catches(run, frame, handler, arrival.type);
      // `except*` takes the parts of a group that are of its classes, and leaves the others.
      if (isForGroups(frame, handler) && isGroup(arrival.type)) answer = undefined;
      if (answer !== false) caught.set(handler, [...(caught.get(handler) ?? []), { ...arrival, state: run.capture() }]);
      if (answer === true) break;
    }
    if (answer === true) continue;
    if (arrival.doubt === undefined) isPassed = true;
    else run.mayRaise(arrival.doubt);
  }
  return { caught, isPassed };
}

function isForGroups({ tree }: Frame, handler: number): boolean {
  return clauseOf(tree, handler) === Clause.ExceptGroup;
}

function isGroup(type: PyClass | undefined): boolean {
  const groups = ['ExceptionGroup', 'BaseExceptionGroup'];
  return type === undefined || groups.some(name => isSubclass(type, builtinClass(name)));
}

function catches(run: Interpreter, frame: Frame, handler: number, type: PyClass | undefined): boolean | undefined {
  const first = firstChild(frame.tree, handler);
  if (frame.tree.kind[first] === Kind.Body) return true;
  return isCaughtBy(type, run.evaluate(frame, first));
}

/** Whether `except classes` catches an exception of a class; any exception, if the class is not known. */
export function isCaughtBy(type: PyClass | undefined, classes: PyValue): boolean | undefined {
  if (typeof classes === 'object' && classes?.kind === 'tuple') {
    const answers = classes.items.map(item => isCaughtBy(type, item));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  }
  if (typeof classes !== 'object' || classes?.kind !== 'class') return undefined;
  const isAny = classes === builtinClass('Exception') || classes === builtinClass('BaseException');
  if (type === undefined) return isAny ? true : undefined;
  if (isSubclass(type, classes)) return true;
  // What may be an ImportError may be a ModuleNotFoundError.
  return isSubclass(classes, type) || type.order === undefined ? undefined : false;
}

function handle(run: Interpreter, frame: Frame, handler: number, arrived: readonly Arrival[]): Completion {
  const { tree } = frame;
  joinStates(
    run,
    arrived.map(({ state }) => state),
    'an exception may be raised',
  );
  const target = childOfKind(tree, handler, Kind.Target);
  const name = target === NONE ? undefined : nameText(tree, firstChild(tree, target));
  const exception =
    arrived.length === 1 && !isForGroups(frame, handler)
      ? (arrived[0]?.exception ?? null)
      : unknown(run, 'one of several exceptions is caught');
  if (name !== undefined) bindName(run, frame, name, exception, placeOf(frame, target), placeOf(frame, target));
  run.handling.push(exception);
  try {
    return run.execute(frame, childOfKind(tree, handler, Kind.Body));
  } finally {
    run.handling.pop();
    if (name !== undefined) deleteEntry(run, frame.elsewhere.get(name) ?? frame.names, name);
  }
}
