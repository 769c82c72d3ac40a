import { keyOf } from './keys';
import { Flag, Kind, NONE, children, firstChild } from '../tree';
import { choose } from './branches';
import { reasonOf, truthOf } from './comparing';
import { placeOf, type Frame, type Interpreter } from './frames';
import { itemsOf } from './iterating';
import { entry, loseEntries, loseItems, newDict } from './mappings';
import { targetNames } from './names';
import { newIterator, newList, newSet } from './objects';
import { isUnknown, unknown } from './outcomes';
import { assign } from './targets';
import type { Entry, PyValue, Unknown } from './values';

interface Clause {
  readonly target: number;
  readonly iterable: number;
  readonly conditions: readonly number[];
}

/** What a comprehension makes, or why that cannot be told. */
interface Made {
  readonly items: PyValue[];
  /** The entries that a dict comprehension makes. */
  readonly entries: Entry[];
  open?: Unknown;
}

/** A comprehension while it runs. */
interface Running {
  readonly run: Interpreter;
  readonly frame: Frame;
  readonly clauses: readonly Clause[];
  readonly element: number;
  readonly made: Made;
  readonly isSet: boolean;
}

/** The value of a list, set or dict comprehension, or of a generator, whose items are made when it is asked for them. */
export function evaluateComprehension(run: Interpreter, frame: Frame, node: number): PyValue {
  const { tree } = frame;
  const flags = tree.flags[node]!;
  const [element = NONE, ...rest] = children(tree, node);
  const clauses = clausesOf(frame, rest);
  const locals = new Set(clauses.flatMap(({ target }) => [...targetNames(tree, target)]));
  const inner: Frame = {
    ...frame,
    kind: 'function',
    names: newDict(run),
    outer: frame,
    locals,
    elsewhere: new Map(),
    exits: [],
    isComprehension: true,
  };
  const first = run.evaluate(frame, clauses[0]?.iterable ?? NONE);
  run.site = placeOf(frame, node);
  const isSet = (flags & Flag.InSet) !== 0;
  const make = (): Made => {
    const made: Made = { items: [], entries: [] };
    runItems({ run, frame: inner, clauses, element, made, isSet }, 0, itemsOf(run, first));
    return made;
  };
  if ((flags & Flag.InParens) !== 0) return lazily(run, make);
  const made = make();
  run.site = placeOf(frame, node);
  return (flags & Flag.InDict) !== 0 ? dictOf(run, made) : collectionOf(run, made, isSet);
}

function clausesOf({ tree }: Frame, nodes: readonly number[]): Clause[] {
  const clauses: { target: number; iterable: number; conditions: number[] }[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] ?? NONE;
    if (tree.kind[node] === Kind.Target) clauses.push({ target: node, iterable: nodes[++at] ?? NONE, conditions: [] });
    else clauses.at(-1)?.conditions.push(node);
  }
  return clauses;
}

/** Goes through the items of a clause. */
function runItems(running: Running, depth: number, items: readonly PyValue[] | Unknown): void {
  const { run, frame, made, clauses } = running;
  const clause = clauses[depth];
  if (clause === undefined) return;
  const bindItem = (item: PyValue): void =>
    assign(run, frame, firstChild(frame.tree, clause.target), item, placeOf(frame, clause.iterable));
  if (isUnknown(items)) {
    made.open = items;
    perhaps(running, items.reason, () => {
      bindItem({ ...items });
      runConditions(running, depth, 0);
    });
    return;
  }
  for (const item of items) {
    run.count();
    bindItem(item);
    runConditions(running, depth, 0);
  }
}

/** Goes on where the conditions of a clause hold, from one of them on. */
function runConditions(running: Running, depth: number, from: number): void {
  const { run, frame, made, clauses } = running;
  const { conditions = [] } = clauses[depth] ?? {};
  for (let at = from; at < conditions.length; at++) {
    const value = run.evaluate(frame, conditions[at] ?? NONE);
    const truth = truthOf(run, value);
    if (truth === false) return;
    if (truth === true) continue;
    made.open = unknown(run, reasonOf(value));
    perhaps(running, made.open.reason, () => runConditions(running, depth, at + 1));
    return;
  }
  const next = clauses[depth + 1];
  if (next === undefined) addElement(running);
  else runItems(running, depth + 1, itemsOf(run, run.evaluate(frame, next.iterable)));
}

/** Does something that may not be done, for what it may change or raise. */
function perhaps({ run }: Running, reason: string, body: () => void): void {
  const taken = (): PyValue => {
    body();
    return null;
  };
  choose(run, [() => null, taken], reason);
}

/** Evaluates the element of a comprehension: a value, or the entry of a dict. */
function addElement({ run, frame, element, made: { items, entries }, isSet }: Running): void {
  const { tree } = frame;
  if (tree.kind[element] !== Kind.Pair) {
    const item = run.evaluate(frame, element);
    if (isSet) keyOf(run, item);
    items.push(item);
    return;
  }
  const [key = NONE, value = NONE] = children(tree, element);
  const name = run.evaluate(frame, key);
  const content = value === NONE ? null : run.evaluate(frame, value);
  // What cannot be a key stops the comprehension at once.
  keyOf(run, name);
  entries.push(entry(name, content, placeOf(frame, key), placeOf(frame, value === NONE ? key : value)));
}

function dictOf(run: Interpreter, { entries, open }: Made): PyValue {
  const dict = newDict(run, entries);
  if (open !== undefined) loseEntries(run, dict, open);
  return dict;
}

function collectionOf(run: Interpreter, { items, open }: Made, isSet: boolean): PyValue {
  if (isSet) {
    const set = newSet(run, items);
    if (open !== undefined) loseEntries(run, set, open);
    return set;
  }
  const list = newList(run, items);
  if (open !== undefined) loseItems(run, list, open);
  return list;
}

/** A generator: nothing is evaluated before it is asked. */
function lazily(run: Interpreter, make: () => Made): PyValue {
  const iterator = newIterator(run, 'generator', () => {
    const { items, open } = make();
    if (open !== undefined) loseItems(run, iterator, open);
    return items;
  });
  return iterator;
}
