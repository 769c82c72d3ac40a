import { Clause, Kind, NONE, childOfKind, clauseOf, firstChild, nextChild, Flag } from '../tree';
import { goEachWay, joinStates, runThrough, takeExits } from './branches';
import { reasonOf, truthOf } from './comparing';
import { placeOf, type Completion, type Frame, type Interpreter } from './frames';
import { itemsOf, itemsOneByOne } from './iterating';
import { contentOf } from './mappings';
import { doubtful, isUnknown, raise, unknown } from './outcomes';
import { assign } from './targets';
import { taint } from './objects';
import type { PyDict, PyList, PyValue, State, Unknown } from './values';

/** Rounds after which a loop that nobody can see the end of is taken to change whatever it still changes. */
const ROUNDS = 6;

/** What became of a loop so far. */
interface Progress {
  /** How things stood where the loop may have been left by `break`. */
  readonly breaks: State[];
  /** Its end, if it is certain. */
  end?: Completion;
}

/** `for` with its `else`. */
export function runFor(run: Interpreter, frame: Frame, [loop = NONE, otherwise]: readonly number[]): Completion {
  const { tree } = frame;
  const target = firstChild(tree, loop);
  const iterable = nextChild(tree, loop, target);
  const body = childOfKind(tree, loop, Kind.Body);
  const value = run.evaluate(frame, iterable);
  run.site = placeOf(frame, iterable);
  const isAsync = (tree.flags[loop]! & Flag.Async) !== 0;
  const bindItem = (item: PyValue): void =>
    assign(run, frame, firstChild(tree, target), item, placeOf(frame, iterable));
  const progress: Progress = { breaks: [] };
  const items = isAsync ? unknown(run, 'an asynchronous loop') : iterate(run, value);
  if (isUnknown(items)) {
    const item: Unknown = { ...items };
    repeatUnknown(run, frame, body, progress, items.reason, () => bindItem(item));
  } else
    for (const item of items) {
      if (isUnknown(item) && item.reason === CANNOT_TELL) {
        repeatUnknown(run, frame, body, progress, 'how often a loop runs cannot be told', () => bindItem(item));
        break;
      }
      run.count();
      bindItem(item);
      if (!once(run, frame, body, progress)) break;
    }
  return leave(run, frame, progress, otherwise);
}

const CANNOT_TELL = 'a loop is changed while it runs';

/** The items of a value, one by one: lists may grow while a loop goes through them, dicts may not. */
function iterate(run: Interpreter, value: PyValue): Iterable<PyValue> | Unknown {
  if (typeof value !== 'object' || value === null) return itemsOf(run, value);
  if (value.kind === 'list' && value.content.open === undefined) return itemsOfList(run, value);
  const items = itemsOneByOne(run, value);
  if (isUnknown(items)) return items;
  const dict = value.kind === 'proxy' ? value.of : value.kind === 'iterator' ? value.view?.of : value;
  return dict?.kind === 'dict' ? itemsOfDict(run, items, dict) : items;
}

function* itemsOfList(run: Interpreter, list: PyList): Iterable<PyValue> {
  let at = 0;
  while (at < list.content.items.length) {
    if (list.content.open !== undefined) {
      yield unknown(run, CANNOT_TELL, list.content.open);
      return;
    }
    yield list.content.items[at++] ?? null;
  }
}

function* itemsOfDict(run: Interpreter, items: readonly PyValue[], dict: PyDict): Iterable<PyValue> {
  let seen = contentOf(run, dict);
  for (const item of items) {
    yield item;
    const content = contentOf(run, dict);
    const isUncertain = content !== seen && [...content.entries.values()].some(({ certain }) => !certain);
    seen = content;
    if (content.open !== undefined || isUncertain) {
      yield doubtful(run, 'operation', CANNOT_TELL);
      return;
    }
    if (content.entries.size !== items.length) raise(run, 'RuntimeError', 'dictionary changed size during iteration');
  }
}

/** `while` with its `else`. */
export function runWhile(run: Interpreter, frame: Frame, [loop = NONE, otherwise]: readonly number[]): Completion {
  const condition = firstChild(frame.tree, loop);
  const body = childOfKind(frame.tree, loop, Kind.Body);
  const progress: Progress = { breaks: [] };
  for (;;) {
    run.count();
    const value = run.evaluate(frame, condition);
    const truth = truthOf(run, value);
    if (truth === false) break;
    if (truth === undefined) {
      repeatUnknown(run, frame, body, progress, reasonOf(value), () => void run.evaluate(frame, condition));
      break;
    }
    if (!once(run, frame, body, progress)) break;
  }
  return leave(run, frame, progress, otherwise);
}

/** Runs the body of a loop once. The answer is whether it goes on. */
function once(run: Interpreter, frame: Frame, body: number, progress: Progress): boolean {
  const mark = frame.exits.length;
  const completion = runThrough(run, frame, body);
  const broken = takeExits(frame, mark, ({ completion: how }) => how === 'break');
  const continued = takeExits(frame, mark, ({ completion: how }) => how === 'continue').map(({ state }) => state);
  progress.breaks.push(...broken.map(({ state }) => state));
  if (continued.length === 0) {
    if (completion === 'next' || completion === 'continue') return true;
    progress.end = completion;
    return false;
  }
  if (completion === 'break') progress.breaks.push(run.capture());
  else if (completion === 'next' || completion === 'continue') continued.push(run.capture());
  else if (completion !== 'dead') frame.exits.push({ completion, state: run.capture() });
  joinStates(run, continued, 'it depends on what a loop does');
  return true;
}

/** Runs a body as often as nobody can tell: what it changes becomes unknown. */
function repeatUnknown(
  run: Interpreter,
  frame: Frame,
  body: number,
  progress: Progress,
  reason: string,
  prepare: () => void,
): void {
  let before = run.capture();
  for (let round = 0; round < ROUNDS; round++) {
    const start = before;
    const outcomes = goEachWay(run, [
      () => true,
      () => {
        run.count();
        prepare();
        const inner: Progress = { breaks: [] };
        const goesOn = once(run, frame, body, inner);
        progress.breaks.push(...inner.breaks);
        if (inner.end === 'break') progress.breaks.push(run.capture());
        else if (typeof inner.end === 'object') frame.exits.push({ completion: inner.end, state: run.capture() });
        return goesOn;
      },
    ]);
    joinStates(
      run,
      outcomes.filter(({ result }) => result).map(({ state }) => state),
      reason,
    );
    before = run.capture();
    const changed = run.heap.differences([start, before]);
    if (changed.length === 0) return;
    if (round === ROUNDS - 1)
      taint(
        run,
        changed.map(([object]) => object),
        reason,
      );
  }
}

/** Goes on behind a loop. */
function leave(run: Interpreter, frame: Frame, { breaks, end }: Progress, otherwise: number | undefined): Completion {
  const isElse = otherwise !== undefined && clauseOf(frame.tree, otherwise) === Clause.Else;
  const completion = end ?? (isElse ? run.execute(frame, childOfKind(frame.tree, otherwise, Kind.Body)) : 'next');
  if (breaks.length === 0) return completion === 'break' && end === 'break' ? 'next' : completion;
  const states = [...breaks];
  if (completion === 'next' || end === 'break') states.push(run.capture());
  else if (completion !== 'dead') frame.exits.push({ completion, state: run.capture() });
  joinStates(run, states, 'it depends on what a loop does');
  return 'next';
}
