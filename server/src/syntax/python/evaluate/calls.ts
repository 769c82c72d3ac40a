import { nameText } from '../literal';
import { Flag, Kind, NONE, children, childOfKind, type PythonTree } from '../tree';
import { builtinClass, isSubclass } from './builtin-classes';
import { joinStates, joinValues, runThrough, takeExits } from './branches';
import type { Frame, Interpreter } from './frames';
import { classOf } from './kinds';
import { bind, newDict } from './mappings';
import { localsOf, own, sendElsewhere } from './names';
import { newIterator, newTuple } from './objects';
import { raise, Raised, unknown } from './outcomes';
import type { Argument, Arguments, PyFunction, PyValue, Run, Unknown } from './values';

interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'either' | 'named' | 'rest' | 'keywords';
  /** NONE if it has to be given. */
  readonly default: number;
}

/** What a `def` or `lambda` makes. Its defaults are evaluated now, its body whenever it is called. */
export function newFunction(run: Interpreter, frame: Frame, node: number, name: string): PyFunction {
  const { tree, source } = frame;
  const parameters = parametersOf(tree, childOfKind(tree, node, Kind.Parameters));
  const defaults = new Map<string, PyValue>();
  for (const parameter of parameters)
    if (parameter.default !== NONE) defaults.set(parameter.name, run.evaluate(frame, parameter.default));
  const call = (_: Run, args: Arguments): PyValue => callBody(run, frame, node, name, parameters, defaults, args);
  return { kind: 'function', name, node, tree, source, run, call, names: newDict(run) };
}

function parametersOf(tree: PythonTree, parameters: number): Parameter[] {
  const found: Parameter[] = [];
  if (parameters === NONE) return found;
  let kind: Parameter['kind'] = 'either';
  for (const node of children(tree, parameters)) {
    const name = nameText(tree, childOfKind(tree, node, Kind.Name));
    const flags = tree.flags[node]!;
    if (name === undefined) {
      if ((flags & Flag.Star) !== 0) kind = 'named';
      else found.splice(0, found.length, ...found.map(one => ({ ...one, kind: 'positional' as const })));
    } else if ((flags & Flag.Star) !== 0) {
      found.push({ name, kind: 'rest', default: NONE });
      kind = 'named';
    } else if ((flags & Flag.DoubleStar) !== 0) found.push({ name, kind: 'keywords', default: NONE });
    else found.push({ name, kind, default: defaultOf(tree, node) });
  }
  return found;
}

function defaultOf(tree: PythonTree, parameter: number): number {
  const last = children(tree, parameter).at(-1) ?? NONE;
  const isValue = tree.kind[last] !== Kind.Annotation && last !== childOfKind(tree, parameter, Kind.Name);
  return isValue ? last : NONE;
}

function callBody(
  run: Interpreter,
  outer: Frame,
  node: number,
  name: string,
  parameters: readonly Parameter[],
  defaults: ReadonlyMap<string, PyValue>,
  args: Arguments,
): PyValue {
  const { tree } = outer;
  const isLambda = tree.kind[node] === Kind.Lambda;
  const body = isLambda ? (children(tree, node).at(-1) ?? NONE) : childOfKind(tree, node, Kind.Body);
  if ((tree.flags[node]! & Flag.Async) !== 0) return unknown(run, 'a coroutine is made');
  const locals = isLambda ? new Set<string>() : localsOf(tree, body);
  for (const parameter of parameters) locals.add(parameter.name);
  const given: PyValue[] = [];
  const frame: Frame = {
    ...outer,
    kind: 'function',
    names: newDict(run),
    outer,
    locals,
    elsewhere: new Map(),
    exits: [],
    given,
  };
  bindParameters(run, frame, name, parameters, defaults, args);
  if (isLambda) return run.evaluate(frame, body);
  sendElsewhere(frame, body);
  if (!isGenerator(tree, body)) return returnedBy(run, frame, body);
  return newIterator(run, 'generator', () => {
    refuseStop(run, () => returnedBy(run, frame, body));
    return given;
  });
}

/** A `StopIteration` out of the body of a generator would end whoever takes its items: it becomes a `RuntimeError`. */
function refuseStop(run: Run, body: () => void): void {
  try {
    body();
  } catch (error) {
    const type = error instanceof Raised ? classOf(error.exception) : undefined;
    if (type === undefined || !isSubclass(type, builtinClass('StopIteration'))) throw error;
    raise(run, 'RuntimeError', 'generator raised StopIteration');
  }
}

function isGenerator(tree: PythonTree, body: number): boolean {
  for (const node of own(tree, body)) if (tree.kind[node] === Kind.Yield) return true;
  return false;
}

/** Runs a body. The answer is what it returns, on whichever way. */
function returnedBy(run: Interpreter, frame: Frame, body: number): PyValue {
  const completion = runThrough(run, frame, body);
  const exits = takeExits(frame, 0, () => true);
  const value = typeof completion === 'object' ? completion.returned : null;
  if (exits.length === 0) return value;
  const states = exits.map(({ state }) => state);
  const values = exits.map(exit => (typeof exit.completion === 'object' ? exit.completion.returned : null));
  if (completion !== 'dead') {
    states.push(run.heap.capture());
    values.push(value);
  }
  joinStates(run, states, 'it depends on what a function does');
  return joinValues(run, values, 'it depends on what a function does');
}

function bindParameters(
  run: Interpreter,
  frame: Frame,
  name: string,
  parameters: readonly Parameter[],
  defaults: ReadonlyMap<string, PyValue>,
  args: Arguments,
): void {
  const positional = [...args.positional];
  const named = new Map(args.named);
  const missing: string[] = [];
  for (const parameter of parameters) {
    const given = argumentFor(run, parameter, positional, named, args.open);
    const value = given === undefined ? defaults.get(parameter.name) : given;
    if (value === undefined) missing.push(parameter.name);
    else bind(run, frame.names, parameter.name, value, run.site, run.site);
  }
  if (missing.length > 0) raise(run, 'TypeError', `${name}() missing required arguments: ${missing.join(', ')}`);
  if (positional.length > 0) raise(run, 'TypeError', `${name}() takes fewer positional arguments than it is given`);
  const [unexpected] = named.keys();
  if (unexpected !== undefined) raise(run, 'TypeError', `${name}() got an unexpected keyword argument '${unexpected}'`);
}

/** The argument for a parameter, which is taken from those that are left. */
function argumentFor(
  run: Interpreter,
  { name, kind }: Parameter,
  positional: Argument[],
  named: Map<string, Argument>,
  open: Unknown | undefined,
): PyValue | undefined {
  if (kind === 'rest') {
    const rest = positional.splice(0).map(({ value }) => value);
    return open ?? newTuple(rest);
  }
  if (kind === 'keywords') return open ?? keywordsDict(run, named);
  const first = kind === 'named' ? undefined : positional.shift();
  const own = kind === 'positional' ? undefined : named.get(name);
  if (own !== undefined) named.delete(name);
  if (first !== undefined && own !== undefined) raise(run, 'TypeError', `argument '${name}' is given twice`);
  const given = first ?? own;
  return given === undefined ? open : given.value;
}

/** The dict that a `**` parameter gets. */
export function keywordsDict(run: Run, named: Map<string, Argument>): PyValue {
  const dict = newDict(run);
  for (const [name, { value, at, nameAt }] of named) bind(run, dict, name, value, nameAt ?? at, at);
  named.clear();
  return dict;
}
