import { nameText, stringValue } from '../../../../syntax/python/literal';
import {
  children,
  Flag,
  Kind,
  NONE,
  Operator,
  operatorOf,
  textOf,
  valueOf,
  type PythonTree,
} from '../../../../syntax/python/tree';
import { stringParts } from '../../../../syntax/python/string-parts';
import { callValue } from './calls';
import { attribute, classAttribute } from './attributes';
import { builtIn } from './library';
import { binary, dictOf, equal, setOf, unary } from './operators';
import { subscriptOf, unionOf } from './types';
import {
  bool,
  ELLIPSIS,
  equalityKey,
  float,
  int,
  NONE_VALUE,
  text,
  truth,
  unknown,
  type PyModule,
  type PyValue,
} from './values';

/** Where an expression stands: the names around it. */
export interface Frame {
  readonly module: PyModule;
  /** The names of the module, or of the class that is being made. */
  readonly names: Map<string, PyValue>;
  /** Runs the statements of a body. */
  readonly run: (tree: PythonTree, body: number, frame: Frame) => void;
  /** The class or module around the class that is being made. */
  readonly enclosing?: Frame;
  /** The qualified name of the class that is being made. */
  readonly qualname?: string;
  /** Takes the annotations of a class body. */
  readonly annotate?: (name: string, annotation: PyValue) => void;
}

/** Expressions nested deeper than this are not looked into. */
const DEEPEST = 60;

/** What an expression is worth. */
export function evaluate(tree: PythonTree, node: number, frame: Frame): PyValue {
  return new Evaluation(tree, name => lookUp(name, frame)).value(node, 0);
}

/** Evaluates an expression whose names `find` looks up, as those of an annotation that is text are. `find` may throw. */
export function evaluateWith(tree: PythonTree, node: number, find: (name: string) => PyValue): PyValue {
  return new Evaluation(tree, find).value(node, 0);
}

function lookUp(name: string, { module, names }: Frame): PyValue {
  return (
    names.get(name) ??
    module.names.get(name) ??
    bindingsOfModule(name, module) ??
    builtIn(name) ??
    unknown(`${name} is not defined`)
  );
}

/** The names that every module has without binding them. */
function bindingsOfModule(name: string, module: PyModule): PyValue | undefined {
  switch (name) {
    case '__name__':
      return text(module.name);
    case '__debug__':
      return bool(true);
    case '__doc__':
    case '__file__':
      return unknown(`${name} of the module`);
  }
  return undefined;
}

class Evaluation {
  private readonly tree: PythonTree;
  private readonly find: (name: string) => PyValue;

  constructor(tree: PythonTree, find: (name: string) => PyValue) {
    this.tree = tree;
    this.find = find;
  }

  value(node: number, depth: number): PyValue {
    if (depth > DEEPEST || node === NONE) return unknown('an expression that is nested too deeply');
    const { tree } = this;
    switch (tree.kind[node]) {
      case Kind.Name:
        return this.name(nameText(tree, node) ?? '');
      case Kind.Constant:
        return CONSTANTS.get(textOf(tree, node)) ?? ELLIPSIS;
      case Kind.Number:
        return numberOf(textOf(tree, node));
      case Kind.String:
        return this.string(node);
      case Kind.List:
      case Kind.Tuple:
      case Kind.Set:
        return this.sequence(node, depth);
      case Kind.Dict:
        return this.dict(node, depth);
      case Kind.Call:
        return this.call(node, depth);
      case Kind.Subscript:
        return this.subscript(node, depth);
      case Kind.Lambda:
        return { kind: 'function', name: '<lambda>', decorators: [] };
      case undefined:
      default:
        return this.operation(node, depth);
    }
  }

  private operation(node: number, depth: number): PyValue {
    const { tree } = this;
    const [first = NONE, second = NONE, third = NONE] = children(tree, node);
    const at = (child: number) => this.value(child, depth + 1);
    switch (tree.kind[node]) {
      case Kind.Attribute:
        return (nameText(tree, second) ?? '').split('.').reduce(attribute, at(first));
      case Kind.Binary: {
        const [left, right] = [at(first), at(second)];
        const operator = operatorOf(tree, node);
        return operator === Operator.BitOr && isType(left) && isType(right)
          ? unionOf([left, right])
          : binary(operator, left, right);
      }
      case Kind.Unary:
        return unary(operatorOf(tree, node), at(first));
      case Kind.Conditional: {
        const condition = truth(at(second));
        return condition === undefined ? unknown('it is decided by a condition') : at(condition ? first : third);
      }
      case Kind.Boolean:
        return this.boolean(node, depth);
      case Kind.Compare:
        return this.comparison(node, depth);
      case undefined:
      default:
        return unknown(this.shortText(node));
    }
  }

  private name(dotted: string): PyValue {
    const [first = '', ...rest] = dotted.split('.');
    return rest.reduce(attribute, this.find(first));
  }

  private string(node: number): PyValue {
    const { tree } = this;
    const value = stringValue(tree, node) ?? this.formatted(node);
    if (value !== undefined) return text(value);
    const bytes = /^[bB]r?("|')([^"'\\]*)\1$/.exec(textOf(tree, node));
    return bytes === null ? unknown(this.shortText(node)) : { kind: 'bytes', value: bytes[2] ?? '' };
  }

  /** An f-string whose fields are texts and whole numbers. */
  private formatted(node: number): string | undefined {
    const { tree } = this;
    let whole = '';
    for (const part of stringParts(tree, node) ?? [undefined]) {
      const shown = typeof part === 'object' ? this.shown(part.field) : part;
      if (shown === undefined) return undefined;
      whole += shown;
    }
    return whole;
  }

  private shown(field: number): string | undefined {
    const [expression = NONE, ...spec] = children(this.tree, field);
    if (spec.length > 0 || this.tree.flags[field] !== 0) return undefined;
    const value = this.value(expression, 0);
    if (value.kind === 'str') return value.value;
    return value.kind === 'int' ? value.value.toString() : undefined;
  }

  private sequence(node: number, depth: number): PyValue {
    const { tree } = this;
    if (((tree.flags[node] ?? 0) & Flag.Sparse) !== 0) return unknown(this.shortText(node));
    const items: PyValue[] = [];
    for (const child of children(tree, node)) {
      if (tree.kind[child] !== Kind.Spread) {
        items.push(this.value(child, depth + 1));
        continue;
      }
      const spread = this.value(child + 1, depth + 1);
      if (!('items' in spread)) return unknown(this.shortText(child));
      items.push(...spread.items);
    }
    if (tree.kind[node] === Kind.Set) return setOf('set', items);
    return { kind: tree.kind[node] === Kind.List ? 'list' : 'tuple', items };
  }

  private dict(node: number, depth: number): PyValue {
    const { tree } = this;
    const entries: (readonly [PyValue, PyValue])[] = [];
    for (const child of children(tree, node)) {
      if (tree.kind[child] === Kind.Spread) {
        const spread = this.value(child + 1, depth + 1);
        if (spread.kind !== 'dict') return unknown(this.shortText(child));
        entries.push(...spread.entries);
      } else entries.push([this.value(child + 1, depth + 1), this.value(valueOf(tree, child), depth + 1)]);
    }
    return dictOf(entries);
  }

  private call(node: number, depth: number): PyValue {
    const { tree } = this;
    const [callee = NONE, ...parts] = children(tree, node);
    const args: PyValue[] = [];
    const keywords = new Map<string, PyValue>();
    for (const part of parts) {
      if (tree.kind[part] === Kind.Keyword) {
        const name = nameText(tree, part + 1);
        if (name !== undefined) keywords.set(name, this.value(valueOf(tree, part), depth + 1));
      } else if (tree.kind[part] === Kind.Spread) {
        const spread = this.value(part + 1, depth + 1);
        if (spread.kind === 'dict' && spread.entries.every(([key]) => key.kind === 'str'))
          for (const [key, value] of spread.entries) keywords.set(key.kind === 'str' ? key.value : '', value);
        else if (spread.kind === 'list' || spread.kind === 'tuple') args.push(...spread.items);
        else return unknown(this.shortText(part));
      } else args.push(this.value(part, depth + 1));
    }
    return callValue(this.value(callee, depth + 1), args, keywords, this.shortText(node));
  }

  private subscript(node: number, depth: number): PyValue {
    const { tree } = this;
    const [value = NONE, index = NONE] = children(tree, node);
    if (value === NONE || index === NONE) return unknown(this.shortText(node));
    const of = this.value(value, depth + 1);
    const isTuple = tree.kind[index] === Kind.Tuple;
    const at = this.value(index, depth + 1);
    if (of.kind === 'unknown') return of;
    if (of.kind === 'dict' || of.kind === 'list' || of.kind === 'tuple')
      return itemOf(of, at) ?? unknown(this.shortText(node));
    if (of.kind === 'class' && at.kind === 'str') {
      const member = classAttribute(of, at.value);
      if (member?.kind === 'member') return member;
    }
    const args = isTuple && at.kind === 'tuple' ? at.items : [at];
    return subscriptOf(of, args) ?? unknown(this.shortText(node));
  }

  private boolean(node: number, depth: number): PyValue {
    const stopsAt = operatorOf(this.tree, node) === Operator.Or;
    let last: PyValue = NONE_VALUE;
    for (const child of children(this.tree, node)) {
      last = this.value(child, depth + 1);
      const value = truth(last);
      if (value === undefined) return unknown(this.shortText(node));
      if (value === stopsAt) return last;
    }
    return last;
  }

  private comparison(node: number, depth: number): PyValue {
    const { tree } = this;
    const [left = NONE, ...rest] = children(tree, node);
    const [only = NONE] = rest;
    if (rest.length !== 1) return unknown(this.shortText(node));
    const same = equal(this.value(left, depth + 1), this.value(only + 1, depth + 1));
    const operator = operatorOf(tree, only);
    if (same === undefined) return unknown(this.shortText(node));
    if (operator === Operator.Equal || operator === Operator.Is) return bool(same);
    return operator === Operator.NotEqual || operator === Operator.IsNot ? bool(!same) : unknown(this.shortText(node));
  }

  private shortText(node: number): string {
    const source = textOf(this.tree, node).slice(0, 200).replace(/\s+/g, ' ');
    return source.length > 40 ? `${source.slice(0, 39)}…` : source;
  }
}

const CONSTANTS: ReadonlyMap<string, PyValue> = new Map([
  ['None', NONE_VALUE],
  ['True', bool(true)],
  ['False', bool(false)],
  ['...', ELLIPSIS],
]);

/** Whether `|` makes a union of a value. */
function isType(value: PyValue): boolean {
  return TYPES.has(value.kind);
}

const TYPES: ReadonlySet<string> = new Set([
  'none',
  'library',
  'class',
  'subscript',
  'union',
  'annotated',
  'typevar',
  'newtype',
  'str',
  'unknown',
]);

function itemOf(of: PyValue, at: PyValue): PyValue | undefined {
  if (of.kind === 'dict') {
    const key = equalityKey(at);
    return key === undefined ? undefined : of.entries.find(([each]) => equalityKey(each) === key)?.[1];
  }
  return 'items' in of && at.kind === 'int' ? of.items.at(Number(at.value)) : undefined;
}

function numberOf(source: string): PyValue {
  const digits = source.replace(/[_\s]|\\\r?\n/g, '').toLowerCase();
  const isNegative = digits.startsWith('-');
  const plain = digits.replace(/^[-+]/, '');
  if (plain.endsWith('j')) return unknown('a complex number');
  if (/^(?:0[xob][0-9a-f]+|\d+)$/.test(plain)) {
    const value = BigInt(/^0\d/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain);
    return int(isNegative ? -value : value);
  }
  const value = Number(plain);
  return float(isNegative ? -value : value);
}
