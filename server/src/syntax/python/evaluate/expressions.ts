import { truncateCode } from '../../../base/message-text';
import { nameText } from '../literal';
import { Flag, Kind, NONE, Operator, children, childOfKind, firstChild, operatorOf, textOf, valueOf } from '../tree';
import { attributeOf } from './attributes';
import { builtinClass } from './builtin-classes';
import { choose } from './branches';
import { callValue } from './call-values';
import { newFunction } from './calls';
import { reasonOf, truthOf } from './comparing';
import { evaluateComprehension } from './comprehensions';
import { formatted } from './f-strings';
import { placeOf, type Frame, type Interpreter } from './frames';
import { itemsOf } from './iterating';
import { isPlainLiteral, scalarOf, writtenDict } from './literals';
import { contentOf, entry, loseEntries, loseItems, newDict, reachOf, setEntry } from './mappings';
import { bindName, privateName, valueOfName } from './names';
import { newList, newSet, newTuple } from './objects';
import { binary, compare, mergeDict, unary } from './operators';
import { doubtful, isUnknown, raise, unknown } from './outcomes';
import { subscript } from './subscripts';
import { className } from './kinds';
import type { Argument, Arguments, Entry, Place, PyDict, PyValue, Unknown } from './values';

/** The value of an expression. */
export function evaluate(run: Interpreter, frame: Frame, node: number): PyValue {
  const { tree } = frame;
  run.site = placeOf(frame, node);
  switch (tree.kind[node]!) {
    case Kind.String:
      return childOfKind(tree, node, Kind.Field) === NONE ? scalarOf(run, tree, node) : formatted(run, frame, node);
    case Kind.Number:
    case Kind.Constant:
      return scalarOf(run, tree, node);
    case Kind.Name:
      return dottedName(run, frame, node);
    case Kind.Dict:
      return dictDisplay(run, frame, node);
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      return sequenceDisplay(run, frame, node);
    case Kind.Comprehension:
      return evaluateComprehension(run, frame, node);
    case Kind.Call:
      return call(run, frame, node);
    case Kind.Lambda:
      return newFunction(run, frame, node, '<lambda>');
    default:
      return operation(run, frame, node);
  }
}

function operation(run: Interpreter, frame: Frame, node: number): PyValue {
  const { tree } = frame;
  const [first = NONE, second = NONE, third = NONE] = children(tree, node);
  switch (tree.kind[node]!) {
    case Kind.Attribute:
      return attributes(run, frame, node, run.evaluate(frame, first), (nameText(tree, second) ?? '').split('.'));
    case Kind.Subscript:
      return subscriptOf(run, frame, node, first, second);
    case Kind.Slice:
      return slice(run, frame, node);
    case Kind.Binary: {
      const [left, right] = [run.evaluate(frame, first), run.evaluate(frame, second)];
      run.site = placeOf(frame, node);
      return binary(run, operatorOf(tree, node), left, right);
    }
    case Kind.Unary: {
      const operand = run.evaluate(frame, first);
      run.site = placeOf(frame, node);
      return unary(run, operatorOf(tree, node), operand);
    }
    case Kind.Boolean:
      return booleans(run, frame, operatorOf(tree, node), children(tree, node));
    case Kind.Compare:
      return comparisons(run, frame, node);
    case Kind.Conditional:
      return conditional(run, frame, first, second, third);
    case Kind.Walrus:
      return walrus(run, frame, first, second);
    case Kind.Yield:
      return given(run, frame, node, first);
    default:
      return notEvaluated(run, frame, node);
  }
}

/** Damage, `await` and whatever else has no value here. */
function notEvaluated(run: Interpreter, frame: Frame, node: number): Unknown {
  const text = truncateCode(textOf(frame.tree, node));
  return doubtful(run, 'operation', `\`${text}\` is not evaluated`);
}

function dottedName(run: Interpreter, frame: Frame, node: number): PyValue {
  const [name = '', ...rest] = (nameText(frame.tree, node) ?? '').split('.');
  const value = valueOfName(run, frame, name);
  return rest.length === 0 ? value : attributes(run, frame, node, value, rest);
}

function attributes(run: Interpreter, frame: Frame, node: number, from: PyValue, names: readonly string[]): PyValue {
  let value = from;
  for (const name of names) {
    run.site = placeOf(frame, node);
    value = attributeOf(run, value, privateName(frame, name));
  }
  return value;
}

// Displays.

function dictDisplay(run: Interpreter, frame: Frame, node: number): PyValue {
  const { tree, source } = frame;
  if (isPlainLiteral(tree, node)) return writtenDict(run, { tree, node, source });
  const dict = newDict(run);
  // CPython evaluates several pairs before it puts them into the dict.
  let waiting: Entry[] = [];
  const put = (): void => {
    for (const one of waiting) {
      run.site = one.keyAt;
      setEntry(run, dict, one);
    }
    waiting = [];
  };
  for (const item of children(tree, node)) {
    const [key = NONE, value = NONE] = children(tree, item);
    if (tree.kind[item] === Kind.Spread) {
      put();
      spreadInto(run, dict, run.evaluate(frame, key));
      continue;
    }
    const [name, content] = [run.evaluate(frame, key), value === NONE ? null : run.evaluate(frame, value)];
    waiting.push(entry(name, content, placeOf(frame, key), placeOf(frame, value === NONE ? key : value)));
    if (waiting.length > MOST_WAITING) put();
  }
  put();
  return dict;
}

/** Pairs of a dict that CPython keeps on its stack. */
const MOST_WAITING = 15;

/** `**value` in a dict. */
function spreadInto(run: Interpreter, dict: PyDict, value: PyValue): void {
  const from = typeof value === 'object' && value?.kind === 'proxy' ? value.of : value;
  if (typeof from === 'object' && from?.kind === 'dict') mergeDict(run, dict, from);
  else if (typeof from === 'object' && (from?.kind === 'unknown' || from?.kind === 'instance'))
    loseEntries(run, dict, doubtful(run, 'operation', isUnknown(from) ? from.reason : 'an object is spread'));
  else raise(run, 'TypeError', `'${className(value)}' object is not a mapping`);
}

/** A list, tuple or set as it is written. */
function sequenceDisplay(run: Interpreter, frame: Frame, node: number): PyValue {
  const { tree } = frame;
  const items: PyValue[] = [];
  let open: Unknown | undefined;
  for (const child of children(tree, node)) {
    if (tree.kind[child] !== Kind.Spread) items.push(run.evaluate(frame, child));
    else {
      const spread = run.evaluate(frame, firstChild(tree, child));
      run.site = placeOf(frame, child);
      const inside = itemsOf(run, spread);
      if (isUnknown(inside)) open = inside;
      else items.push(...inside);
    }
  }
  run.site = placeOf(frame, node);
  const kind = tree.kind[node];
  if (kind === Kind.Tuple)
    return open === undefined
      ? newTuple(items)
      : unknown(run, open.reason, { class: TUPLE, reach: [...(open.reach ?? []), ...items.flatMap(reachOf)] });
  const made = kind === Kind.List ? newList(run, items) : newSet(run, items);
  if (open === undefined) return made;
  if (made.kind === 'list') loseItems(run, made, open);
  else loseEntries(run, made, open);
  return made;
}

const TUPLE = builtinClass('tuple');

// Operators.

function booleans(run: Interpreter, frame: Frame, operator: Operator, operands: readonly number[]): PyValue {
  const [first = NONE, ...rest] = operands;
  const value = run.evaluate(frame, first);
  if (rest.length === 0) return value;
  const truth = truthOf(run, value);
  const others = (): PyValue => booleans(run, frame, operator, rest);
  if (truth === undefined) return choose(run, [() => value, others], reasonOf(value));
  return truth === (operator === Operator.Or) ? value : others();
}

function conditional(run: Interpreter, frame: Frame, value: number, condition: number, otherwise: number): PyValue {
  const decided = run.evaluate(frame, condition);
  const truth = truthOf(run, decided);
  if (truth !== undefined) return run.evaluate(frame, truth ? value : otherwise);
  return choose(run, [() => run.evaluate(frame, value), () => run.evaluate(frame, otherwise)], reasonOf(decided));
}

/** `a < b < c` */
function comparisons(run: Interpreter, frame: Frame, node: number): PyValue {
  const { tree } = frame;
  const [first = NONE, ...rest] = children(tree, node);
  const compareFrom = (left: PyValue, links: readonly number[]): PyValue => {
    const [link = NONE, ...others] = links;
    const right = run.evaluate(frame, firstChild(tree, link));
    run.site = placeOf(frame, node);
    const result = compare(run, operatorOf(tree, link), left, right);
    if (others.length === 0) return result;
    const truth = truthOf(run, result);
    if (truth === undefined) return choose(run, [() => result, () => compareFrom(right, others)], reasonOf(result));
    return truth ? compareFrom(right, others) : result;
  };
  return compareFrom(run.evaluate(frame, first), rest);
}

function walrus(run: Interpreter, frame: Frame, name: number, value: number): PyValue {
  const result = run.evaluate(frame, value);
  let target = frame;
  while (target.isComprehension === true && target.outer !== undefined) target = target.outer;
  bindName(run, target, nameText(frame.tree, name) ?? '', result, placeOf(frame, name), placeOf(frame, value));
  return result;
}

function given(run: Interpreter, frame: Frame, node: number, value: number): PyValue {
  const result = value === NONE ? null : run.evaluate(frame, value);
  const isFrom = (frame.tree.flags[node]! & Flag.From) !== 0;
  const items = isFrom ? itemsOf(run, result) : [result];
  frame.given?.push(...(isUnknown(items) ? [items] : items));
  return unknown(run, 'a generator is sent something');
}

// Items.

function subscriptOf(run: Interpreter, frame: Frame, node: number, value: number, index: number): PyValue {
  const [object, key] = [run.evaluate(frame, value), index === NONE ? null : run.evaluate(frame, index)];
  run.site = placeOf(frame, node);
  return subscript(run, object, key);
}

function slice(run: Interpreter, frame: Frame, node: number): PyValue {
  const parts = children(frame.tree, node);
  const flags = frame.tree.flags[node]!;
  const part = (flag: number): PyValue => {
    const child = (flags & flag) === 0 ? undefined : parts.shift();
    return child === undefined ? null : run.evaluate(frame, child);
  };
  return { kind: 'slice', start: part(Flag.Lower), stop: part(Flag.Upper), step: part(Flag.Step) };
}

// Calls.

function call(run: Interpreter, frame: Frame, node: number): PyValue {
  const { tree } = frame;
  const [callee = NONE, ...rest] = children(tree, node);
  const value = run.evaluate(frame, callee);
  const args = evaluateArguments(run, frame, rest);
  run.site = placeOf(frame, node);
  return callValue(run, value, args, frame, textOf(tree, callee));
}

/** The arguments of a call, or of a class statement. */
export function evaluateArguments(run: Interpreter, frame: Frame, nodes: readonly number[]): Arguments {
  const positional: Argument[] = [];
  const named = new Map<string, Argument>();
  let open: Unknown | undefined;
  for (const node of nodes) {
    const at = placeOf(frame, node);
    const kind = frame.tree.kind[node];
    if (kind === Kind.Keyword) keyword(run, frame, node, named);
    else if (kind !== Kind.Spread) positional.push({ value: run.evaluate(frame, node), at });
    else open = spreadArgument(run, frame, node, positional, named) ?? open;
  }
  return { positional, named, ...(open === undefined ? {} : { open }) };
}

function keyword(run: Interpreter, frame: Frame, node: number, named: Map<string, Argument>): void {
  const { tree } = frame;
  const [name = NONE] = children(tree, node);
  const value = valueOf(tree, node);
  named.set(nameText(tree, name) ?? '', {
    value: value === NONE ? null : run.evaluate(frame, value),
    at: placeOf(frame, value === NONE ? node : value),
    nameAt: placeOf(frame, name),
  });
}

/** `*value` or `**value` among arguments. The answer is why it cannot be told what is in it. */
function spreadArgument(
  run: Interpreter,
  frame: Frame,
  node: number,
  positional: Argument[],
  named: Map<string, Argument>,
): Unknown | undefined {
  const value = run.evaluate(frame, firstChild(frame.tree, node));
  run.site = placeOf(frame, node);
  const at: Place = run.site;
  if ((frame.tree.flags[node]! & Flag.DoubleStar) === 0) {
    const items = itemsOf(run, value);
    if (isUnknown(items)) return items;
    positional.push(...items.map((item): Argument => ({ value: item, at })));
    return undefined;
  }
  const dict = newDict(run);
  spreadInto(run, dict, value);
  const { entries, open } = contentOf(run, dict);
  for (const { key, value: item, keyAt, valueAt, certain } of entries.values()) {
    if (!certain) return unknown(run, 'an argument may be absent');
    if (typeof key !== 'string') raise(run, 'TypeError', 'keywords must be strings');
    if (named.has(key)) raise(run, 'TypeError', `got multiple values for keyword argument '${key}'`);
    named.set(key, { value: item, at: valueAt, nameAt: keyAt });
  }
  return open;
}
