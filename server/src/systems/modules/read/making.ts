import { literalValue, nameText } from '../../../syntax/python/literal';
import { childOfKind, children, Flag, Kind, NONE, valueOf, type PythonTree } from '../../../syntax/python/tree';
import { isUnknown } from '../../../model/value';
import type { Attribute, CodeRun, Making } from '../facts';

/**
 * What a class statement says about making instances (formats 2.6): discovery calls the class without arguments, and then
 * `on_load` of what it gets.
 */
export function makingOf(tree: PythonTree, node: number, bases: readonly string[]): Making {
  const statements = children(tree, childOfKind(tree, node, Kind.Body));
  const methods = statements.filter(each => tree.kind[each] === Kind.Function);
  const named = (name: string): number => methods.findLast(each => functionName(tree, each) === name) ?? NONE;
  const decorators = children(tree, node).filter(child => tree.kind[child] === Kind.Decorator);
  const isDataclass = decorators.some(each => /(?:^|\.)dataclass$/.test(decoratorName(tree, each)));
  const [init, onLoad] = [named('__init__'), named('on_load')];
  const strange = STRANGE.find(name => named(name) !== NONE);
  const needed = isDataclass ? neededFields(tree, statements) : undefined;
  return {
    abstract: methods.filter(each => isAbstract(tree, each)).map(each => functionName(tree, each)),
    defines: statements.flatMap(each => namesOf(tree, each)),
    ...(isChecking(tree, node, bases) ? { isChecked: true as const } : {}),
    ...(init === NONE ? {} : { init: { ...missingArgument(tree, init), ...codeRun(tree, init) } }),
    ...(onLoad === NONE ? {} : { onLoad: codeRun(tree, onLoad) }),
    ...(needed === undefined ? {} : { needed }),
    ...(strange === undefined ? {} : { strange }),
  };
}

/** Methods by which a class decides itself how it is made, and what it has. */
const STRANGE = [
  '__new__',
  '__init_subclass__',
  '__getattr__',
  '__getattribute__',
  '__class_getitem__',
  '__set_name__',
];

function functionName(tree: PythonTree, node: number): string {
  return nameText(tree, childOfKind(tree, node, Kind.Name)) ?? '';
}

/** The name of a decorator, called or not; empty where it has none. */
export function decoratorName(tree: PythonTree, decorator: number): string {
  const inner = tree.kind[decorator + 1] === Kind.Call ? decorator + 2 : decorator + 1;
  return nameText(tree, inner) ?? '';
}

function isAbstract(tree: PythonTree, method: number): boolean {
  return children(tree, method).some(
    child => tree.kind[child] === Kind.Decorator && /(?:^|\.)abstract\w*$/.test(decoratorName(tree, child)),
  );
}

function isChecking(tree: PythonTree, node: number, bases: readonly string[]): boolean {
  if (bases.some(base => /(?:^|\.)ABC$/.test(base))) return true;
  const list = childOfKind(tree, node, Kind.Bases);
  return (list === NONE ? [] : children(tree, list)).some(
    base => tree.kind[base] === Kind.Keyword && /(?:^|\.)ABCMeta$/.test(nameText(tree, valueOf(tree, base)) ?? ''),
  );
}

function namesOf(tree: PythonTree, statement: number): string[] {
  const kind = tree.kind[statement];
  if (kind === Kind.Function || kind === Kind.Class) return [functionName(tree, statement)];
  if (kind !== Kind.Assign || valueOf(tree, statement) === NONE) return [];
  return children(tree, statement).flatMap(target =>
    tree.kind[target] === Kind.Target ? (nameText(tree, target + 1) ?? []) : [],
  );
}

/** Annotated names without a value, but for class variables: `dataclass` makes parameters of them. */
function neededFields(tree: PythonTree, statements: readonly number[]): string[] {
  return statements.flatMap(statement => {
    const annotation = tree.kind[statement] === Kind.Assign ? childOfKind(tree, statement, Kind.Annotation) : NONE;
    const name = annotation === NONE ? undefined : nameText(tree, statement + 2);
    const isVariable = /\bClassVar\b|\bKW_ONLY\b/.test(tree.text.slice(tree.start[annotation], tree.end[annotation]));
    return name === undefined || isVariable || hasDefault(tree, valueOf(tree, statement)) ? [] : [name];
  });
}

/** `field(init=False)` and `field(default=…)` need no argument either. */
function hasDefault(tree: PythonTree, value: number): boolean {
  if (value === NONE) return false;
  const isField = tree.kind[value] === Kind.Call && /(?:^|\.)field$/.test(nameText(tree, value + 1) ?? '');
  return !isField || /\b(?:default|default_factory|init)\s*=/.test(tree.text.slice(tree.start[value], tree.end[value]));
}

function missingArgument(tree: PythonTree, method: number): { missing?: string } {
  const list = childOfKind(tree, method, Kind.Parameters);
  const parameters = list === NONE ? [] : children(tree, list);
  const [, ...others] = parameters.filter(each => childOfKind(tree, each, Kind.Name) !== NONE || isSplit(tree, each));
  const needed = others.find(each => !isSplit(tree, each) && !hasDefaultValue(tree, each));
  const name = needed === undefined ? undefined : nameText(tree, childOfKind(tree, needed, Kind.Name));
  return name === undefined ? {} : { missing: name };
}

/** `*args`, `**kwargs`, and the signs that set parameters apart. */
function isSplit(tree: PythonTree, parameter: number): boolean {
  const isNameless = childOfKind(tree, parameter, Kind.Name) === NONE;
  return isNameless || (tree.flags[parameter]! & (Flag.Star | Flag.DoubleStar)) !== 0;
}

function hasDefaultValue(tree: PythonTree, parameter: number): boolean {
  const last = children(tree, parameter).at(-1) ?? NONE;
  return tree.kind[last] !== Kind.Annotation && last !== childOfKind(tree, parameter, Kind.Name);
}

/** Goes through the body of a method: constants that are set and calls of the base go well, anything else cannot be told. */
function codeRun(tree: PythonTree, method: number): CodeRun {
  const body = childOfKind(tree, method, Kind.Body);
  const sets: Attribute[] = [];
  for (const [i, statement] of (body === NONE ? [] : children(tree, body)).entries()) {
    const kind = tree.kind[statement];
    if (kind === Kind.Raise) return { ends: isExit(tree, statement) ? 'cannot tell' : 'raises', sets };
    if (kind === Kind.Return && children(tree, statement).length === 0) break;
    const isHarmless = kind === Kind.Pass || (kind === Kind.String && i === 0) || kind === Kind.Constant;
    if (isHarmless || isBaseCall(tree, statement)) continue;
    if (kind !== Kind.Assign || !isSimple(tree, statement)) return { ends: 'cannot tell', sets };
    sets.push(...assigned(tree, statement));
  }
  return { ends: 'well', sets };
}

/** `raise SystemExit` and its like, which discovery does not catch. */
function isExit(tree: PythonTree, statement: number): boolean {
  return /\b(?:SystemExit|KeyboardInterrupt|GeneratorExit|BaseException\w*)\b/.test(
    tree.text.slice(tree.start[statement], tree.end[statement]),
  );
}

function isBaseCall(tree: PythonTree, statement: number): boolean {
  if (tree.kind[statement] !== Kind.Call) return false;
  return /^super\(\s*\)\s*\.\s*__init__\(\s*\)$/.test(tree.text.slice(tree.start[statement], tree.end[statement]));
}

/** An assignment to attributes of `self`, or to local names, of what no call is in. */
function isSimple(tree: PythonTree, statement: number): boolean {
  const value = valueOf(tree, statement);
  for (let node = statement; node < tree.next[statement]!; node++) if (SIMPLE[tree.kind[node]!] !== true) return false;
  return value === NONE || tree.kind[value] !== Kind.Name || !(nameText(tree, value) ?? '').includes('.');
}

const SIMPLE: Readonly<Record<number, true>> = Object.fromEntries(
  [
    Kind.Assign,
    Kind.Target,
    Kind.Annotation,
    Kind.Name,
    Kind.String,
    Kind.Number,
    Kind.Constant,
    Kind.Dict,
    Kind.Pair,
    Kind.List,
    Kind.Tuple,
    Kind.Set,
    Kind.Unary,
    Kind.Lambda,
  ].map(kind => [kind, true] as const),
);

function assigned(tree: PythonTree, statement: number): Attribute[] {
  const value = valueOf(tree, statement);
  if (value === NONE) return [];
  const literal = literalValue(tree, value);
  const form = isUnknown(literal) ? ({ form: 'other' } as const) : ({ form: 'literal', value: literal } as const);
  return children(tree, statement).flatMap(target => {
    const name = tree.kind[target] === Kind.Target ? nameText(tree, target + 1) : undefined;
    return name?.startsWith('self.') === true ? [{ name: name.slice('self.'.length), ...form }] : [];
  });
}
