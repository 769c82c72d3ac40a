import { nameText } from '../literal';
import { Kind, NONE, childOfKind, children, firstChild, textOf } from '../tree';
import { builtinClass } from './builtin-classes';
import { callValue } from './call-values';
import { defineMembers } from './enumerations';
import { evaluateArguments } from './expressions';
import { placeOf, type Frame, type Interpreter } from './frames';
import { className } from './kinds';
import { newDict } from './mappings';
import { bindName } from './names';
import { isUnknown, raise } from './outcomes';
import type { Arguments, PyClass, PyValue } from './values';

/** A class statement: its bases and body are evaluated, then its decorators are called. */
export function defineClass(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  const decorators = children(tree, node).filter(child => tree.kind[child] === Kind.Decorator);
  const callees = decorators.map(decorator => run.evaluate(frame, firstChild(tree, decorator)));
  const name = childOfKind(tree, node, Kind.Name);
  const bases = childOfKind(tree, node, Kind.Bases);
  const args =
    bases === NONE ? { positional: [], named: new Map() } : evaluateArguments(run, frame, children(tree, bases));
  run.site = placeOf(frame, bases === NONE ? name : bases);
  const type = newClass(run, frame, node, nameText(tree, name) ?? '', args, callees);
  runBody(run, frame, node, type);
  defineMembers(run, type);
  let value: PyValue = type;
  for (const [index, callee] of [...callees.entries()].reverse()) {
    const decorator = firstChild(tree, decorators[index] ?? NONE);
    run.site = placeOf(frame, decorator);
    value = callValue(
      run,
      callee,
      { positional: [{ value, at: run.site }], named: new Map() },
      frame,
      textOf(tree, decorator),
    );
  }
  const result = isUnknown(value) ? { ...value, was: type } : value;
  bindName(run, frame, type.name, result, placeOf(frame, name), placeOf(frame, node));
}

function newClass(
  run: Interpreter,
  frame: Frame,
  node: number,
  name: string,
  args: Arguments,
  decorators: readonly PyValue[],
): PyClass {
  const { tree, source } = frame;
  const bases = args.positional.map(({ value }) => value);
  for (const base of bases)
    if (isNoBase(base)) raise(run, 'TypeError', `a class cannot have a base of type '${className(base)}'`);
  const keywords = new Map([...args.named].map(([keyword, { value }]) => [keyword, value]));
  const written = { tree, node, source, decorators, keywords };
  const order: PyClass[] = [];
  const known = args.open === undefined ? linearized(run, bases) : undefined;
  const type: PyClass = {
    kind: 'class',
    name,
    bases,
    names: newDict(run),
    written,
    order: known === undefined ? undefined : order,
  };
  order.push(type, ...(known ?? []));
  return type;
}

/** Values that Python refuses as a base: those that are no class and have no say in the matter. */
function isNoBase(value: PyValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return ['dict', 'list', 'tuple', 'set', 'bytes', 'function', 'module', 'range', 'proxy'].includes(value.kind);
}

/** The bases in the order in which attributes are looked up (C3); nothing if one is not known; raises TypeError if there is none. */
function linearized(run: Interpreter, bases: readonly PyValue[]): PyClass[] | undefined {
  const classes: PyClass[] = [];
  for (const base of bases.length === 0 ? [builtinClass('object')] : bases) {
    if (typeof base !== 'object' || base?.kind !== 'class' || base.order === undefined) return undefined;
    if (classes.includes(base)) return raise(run, 'TypeError', `duplicate base class ${base.name}`);
    classes.push(base);
  }
  const queues = [...classes.map(({ order = [] }) => [...order]), [...classes]];
  const found: PyClass[] = [];
  for (;;) {
    const heads = queues.flatMap(queue => queue.slice(0, 1));
    if (heads.length === 0) return found;
    const next = heads.find(head => !queues.some(queue => queue.indexOf(head) > 0));
    if (next === undefined) return raise(run, 'TypeError', 'Cannot create a consistent method resolution order (MRO)');
    found.push(next);
    for (const queue of queues) if (queue[0] === next) queue.shift();
  }
}

function runBody(run: Interpreter, frame: Frame, node: number, type: PyClass): void {
  const body = childOfKind(frame.tree, node, Kind.Body);
  const inner: Frame = {
    ...frame,
    kind: 'class',
    names: type.names,
    type,
    outer: frame,
    locals: new Set(),
    elsewhere: new Map(),
    exits: [],
  };
  run.execute(inner, body);
}
