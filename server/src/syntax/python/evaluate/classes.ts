import { nameText } from '../literal';
import { Kind, NONE, childOfKind, children } from '../tree';
import { attributeOf } from './attributes';
import { builtinClass } from './builtin-classes';
import { metaclassFor, refuseBases, refuseSlots } from './class-refusals';
import { decorated, evaluateDecorators, type Decorator } from './decorators';
import { defineMembers } from './enumerations';
import { evaluateArguments } from './expressions';
import { placeOf, type Frame, type Interpreter } from './frames';
import { nameIn, newDict } from './mappings';
import { bindName, localsOf, sendElsewhere } from './names';
import { argumentsOf } from './objects';
import { isUnknown, raise, unknown } from './outcomes';
import { refuseTyping } from './typing-classes';
import type { Arguments, PyClass, PyValue } from './values';

/** A class statement: its bases and body are evaluated, then its decorators are called. */
export function defineClass(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  const decorators = evaluateDecorators(run, frame, node);
  const name = childOfKind(tree, node, Kind.Name);
  const bases = childOfKind(tree, node, Kind.Bases);
  const args =
    bases === NONE ? { positional: [], named: new Map() } : evaluateArguments(run, frame, children(tree, bases));
  run.site = placeOf(frame, bases === NONE ? name : bases);
  const type = newClass(run, frame, node, nameText(tree, name) ?? '', args, decorators);
  runBody(run, frame, node, type);
  refuseSlots(run, type);
  refuseTyping(run, type);
  defineMembers(run, type);
  tellNames(run, type);
  refuseKeywords(run, type);
  tellBases(run, type, args);
  const value = decorated(run, frame, decorators, type);
  const result = isUnknown(value) ? { ...value, was: type } : value;
  bindName(run, frame, type.name, result, placeOf(frame, name), placeOf(frame, node));
}

/** Tells the attributes of a new class that ask for it under which names they stand there. */
function tellNames(run: Interpreter, type: PyClass): void {
  for (const { key, value } of [...(type.names.content?.entries.values() ?? [])]) {
    if (typeof value !== 'object' || value?.kind !== 'instance') continue;
    if (value.class.order?.some(({ names }) => names.content?.entries.has('s:__set_name__')) !== true) continue;
    run.call(attributeOf(run, value, '__set_name__'), argumentsOf(run, type, key));
  }
}

/** Calls the `__init_subclass__` that a new class inherits. */
function tellBases(run: Interpreter, type: PyClass, { named }: Arguments): void {
  const [, ...above] = type.order ?? [];
  const found = above
    .map(({ names }) => nameIn(run, names, '__init_subclass__')?.value)
    .find(each => each !== undefined);
  if (found === undefined) return;
  const hook =
    typeof found === 'object' && found?.kind === 'instance' ? nameIn(run, found.names, '__func__')?.value : found;
  const rest = new Map(named);
  rest.delete('metaclass');
  run.call(hook ?? unknown(run, '`__init_subclass__()` is called'), { ...argumentsOf(run, type), named: rest });
}

function newClass(
  run: Interpreter,
  frame: Frame,
  node: number,
  name: string,
  args: Arguments,
  decorators: readonly Decorator[],
): PyClass {
  const { tree, source } = frame;
  const bases = args.positional.map(({ value }) => value);
  refuseBases(run, bases);
  const keywords = new Map([...args.named].map(([keyword, { value }]) => [keyword, value]));
  const written = { tree, node, source, decorators: decorators.map(({ callee }) => callee), keywords };
  const order: PyClass[] = [];
  const metaclass = args.open === undefined ? metaclassFor(run, bases, keywords.get('metaclass')) : undefined;
  const known = args.open === undefined ? linearized(run, bases) : undefined;
  const type: PyClass = {
    kind: 'class',
    name,
    bases,
    names: newDict(run),
    written,
    order: known === undefined ? undefined : order,
    ...(metaclass === undefined ? {} : { metaclass }),
  };
  order.push(type, ...(known ?? []));
  return type;
}

/** `class Name(key=value)`: without a metaclass or `__init_subclass__` that takes it, nobody does. */
function refuseKeywords(run: Interpreter, { name, order, written }: PyClass): void {
  if (written === undefined || order === undefined || written.keywords.size === 0) return;
  const [, ...above] = order;
  const isTaken = above.some(
    one =>
      (one.written === undefined && one !== builtinClass('object')) ||
      one.names.content?.entries.has('s:__init_subclass__') === true ||
      one.written?.keywords.has('metaclass') === true,
  );
  if (isTaken || written.keywords.has('metaclass')) return;
  raise(run, 'TypeError', `${name}.__init_subclass__() takes no keyword arguments`);
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
  const { tree } = frame;
  const body = childOfKind(tree, node, Kind.Body);
  const inner: Frame = {
    ...frame,
    kind: 'class',
    names: type.names,
    type,
    outer: frame,
    locals: localsOf(tree, body),
    elsewhere: new Map(),
    exits: [],
  };
  sendElsewhere(inner, body);
  run.execute(inner, body);
}
