import { lineAt, lineStarts } from '../../../server/src/base/text';
import { isMapping, isList, isUnknown, type Value } from '../../../server/src/model/value';
import { literalValue } from '../../../server/src/syntax/python/literal';
import { outline, type ClassOutline } from './outline';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import {
  childOfKind,
  children,
  Clause,
  clauseOf,
  Flag,
  Kind,
  nextChild,
  NONE,
  Operator,
  operatorOf,
  type PythonTree,
} from '../../../server/src/syntax/python/tree';

const reader = new PythonReader();

/** What `judge.py` says about one file. */
export interface Judged {
  readonly skip?: string;
  readonly bom: boolean;
  /** Whether it tells what stands in replacement fields. */
  readonly fields: boolean;
  /** Kind letter, start and end of each expression, three by three. */
  readonly nodes: readonly (string | number)[];
  readonly values: readonly (readonly [number, number, unknown])[];
  readonly imports: readonly (readonly [number, string, unknown])[];
  readonly classes: readonly JudgedClass[];
  readonly functions: readonly unknown[];
  readonly assignments: readonly string[];
}

interface JudgedClass {
  readonly name: string;
  readonly line: number;
  readonly local: boolean;
  readonly decorators: number;
  readonly bases: readonly (string | null)[];
  readonly keywords: readonly string[];
  readonly classes: readonly JudgedClass[];
  readonly methods: readonly unknown[];
  readonly attributes: readonly string[];
}

/** Counts of what was compared, so that a comparison of nothing is noticed. */
export interface Compared {
  files: number;
  classes: number;
  methods: number;
  nodes: number;
  values: number;
}

/** In which ways the reader, at both depths, disagrees with CPython about `text`. */
export function differences(text: string, judged: Judged, compared: Compared): string[] {
  const found: string[] = [];
  compared.files++;
  for (const depth of ['outline', 'literals'] as const) {
    const tree = reader.read(text, depth);
    for (const { message, span } of tree.problems)
      found.push(`${depth}: a problem in valid Python at ${lineAt(lineStarts(text), span.start) + 1}: ${message}`);
    compareOutline(tree, text, judged, depth, found, compared);
    if (depth === 'literals') compareExpressions(tree, text, judged, found, compared);
  }
  return found;
}

function compareOutline(
  tree: PythonTree,
  text: string,
  judged: Judged,
  depth: string,
  found: string[],
  compared: Compared,
): void {
  const { classes, functions, assignments, imports } = outline(tree);
  const starts = lineStarts(text);
  const same = (what: string, ours: unknown, theirs: unknown): void => {
    const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
    if (a !== b) found.push(`${depth}: ${what}: ${firstDifference(a, b)}`);
  };
  same(
    'classes',
    classes.map(one => plainClass(one, starts, compared)),
    judged.classes,
  );
  same(
    'functions',
    functions.map(({ name, isAsync, decorators }) => [name, isAsync, decorators.length]),
    judged.functions,
  );
  same(
    'assignments',
    assignments.map(({ name }) => name),
    judged.assignments,
  );
  same(
    'imports',
    imports.map(({ level, module, names, alias }) => [
      level,
      module,
      names === undefined ? (alias ?? null) : names.map(name => [name.name, name.alias ?? null]),
    ]),
    judged.imports,
  );
}

function plainClass(one: ClassOutline, starts: Uint32Array, compared: Compared): JudgedClass {
  compared.classes++;
  compared.methods += one.methods.length;
  return {
    name: one.name,
    line: lineAt(starts, one.nameSpan.start),
    local: one.local,
    decorators: one.decorators.length,
    bases: one.bases.map(base => base.name ?? null),
    keywords: one.keywords.map(keyword => keyword.name),
    classes: one.classes.map(inner => plainClass(inner, starts, compared)),
    methods: one.methods.map(({ name, isAsync, decorators }) => [name, isAsync, decorators.length]),
    attributes: one.attributes.map(({ name }) => name),
  };
}

const LETTERS: Readonly<Record<number, string>> = {
  [Kind.Call]: 'C',
  [Kind.Subscript]: 'S',
  [Kind.Dict]: 'D',
  [Kind.List]: 'L',
  [Kind.Tuple]: 'T',
  [Kind.Set]: 'E',
  [Kind.Comprehension]: 'G',
  [Kind.String]: 's',
  [Kind.Number]: 'n',
  [Kind.Constant]: 'k',
  [Kind.Name]: 'N',
  [Kind.Conditional]: 'IfExp',
  [Kind.Lambda]: 'Lambda',
  [Kind.Walrus]: 'NamedExpr',
  [Kind.Await]: 'Await',
  [Kind.Slice]: 'Slice',
  [Kind.Attribute]: 'Attribute',
};

/** The names that CPython gives to statements, whose places are compared by their start. */
const STATEMENTS: Readonly<Record<number, string>> = {
  [Kind.Import]: 'Import',
  [Kind.ImportFrom]: 'ImportFrom',
  [Kind.Delete]: 'Delete',
  [Kind.Return]: 'Return',
  [Kind.Raise]: 'Raise',
  [Kind.Assert]: 'Assert',
  [Kind.Pass]: 'Pass',
  [Kind.Break]: 'Break',
  [Kind.Continue]: 'Continue',
  [Kind.TypeAlias]: 'TypeAlias',
};

const CLAUSES: Readonly<Record<number, string>> = {
  [Clause.If]: 'If',
  [Clause.Elif]: 'If',
  [Clause.While]: 'While',
  [Clause.Except]: 'ExceptHandler',
  [Clause.ExceptGroup]: 'ExceptHandler',
  [Clause.Match]: 'Match',
};

const SIGNS = new Map<number, string>([
  [Operator.Add, '+'],
  [Operator.Subtract, '-'],
  [Operator.Multiply, '*'],
  [Operator.MatrixMultiply, '@'],
  [Operator.Divide, '/'],
  [Operator.FloorDivide, '//'],
  [Operator.Modulo, '%'],
  [Operator.Power, '**'],
  [Operator.ShiftLeft, '<<'],
  [Operator.ShiftRight, '>>'],
  [Operator.BitAnd, '&'],
  [Operator.BitOr, '|'],
  [Operator.BitXor, '^'],
  [Operator.Not, 'not'],
  [Operator.Negative, '-'],
  [Operator.Positive, '+'],
  [Operator.Invert, '~'],
  [Operator.And, 'and'],
  [Operator.Or, 'or'],
  [Operator.Equal, '=='],
  [Operator.NotEqual, '!='],
  [Operator.Less, '<'],
  [Operator.LessEqual, '<='],
  [Operator.Greater, '>'],
  [Operator.GreaterEqual, '>='],
  [Operator.In, 'in'],
  [Operator.NotIn, 'notin'],
  [Operator.Is, 'is'],
  [Operator.IsNot, 'isnot'],
]);

/** Kinds whose Names are no expressions of their own. */
const NAMING = new Set<number>([Kind.ImportedName, Kind.ImportFrom, Kind.Class, Kind.Function, Kind.Global]);

function compareExpressions(tree: PythonTree, text: string, judged: Judged, found: string[], compared: Compared): void {
  const shift = judged.bom ? 1 : 0;
  const theirs: string[] = [];
  for (let i = 0; i < judged.nodes.length; i += 3)
    theirs.push(`${judged.nodes[i]!} ${Number(judged.nodes[i + 1]) + shift} ${Number(judged.nodes[i + 2]) + shift}`);
  const ours = nodesOf(tree, judged.fields);
  compared.nodes += ours.length;
  const [onlyOurs, onlyTheirs] = [without(ours, theirs), without(theirs, ours)];
  const show = (node: string): string => {
    const [letter, start, end] = node.split(' ');
    return `${letter!} at line ${lineAt(lineStarts(text), Number(start)) + 1} ${JSON.stringify(text.slice(Number(start), Number(end)).slice(0, 60))}`;
  };
  for (const node of onlyOurs.slice(0, 3)) found.push(`literals: only ours: ${show(node)}`);
  for (const node of onlyTheirs.slice(0, 3)) found.push(`literals: only CPython's: ${show(node)}`);
  compareValues(tree, judged, shift, found, compared);
}

function nodesOf(tree: PythonTree, fields: boolean): string[] {
  const found: string[] = [];
  const parents: number[] = [];
  for (let node = 0; node < tree.count; node++) {
    while (parents.length > 0 && node >= tree.next[parents.at(-1)!]!) parents.pop();
    const parent = parents.at(-1) ?? 0;
    parents.push(node);
    const kind = tree.kind[node]!;
    const start = tree.start[node]!;
    const letter = LETTERS[kind] ?? letterOf(tree, node);
    if (letter !== undefined && !(kind === Kind.Name && isNaming(tree, parents, node)))
      found.push(`${letter} ${letter === 'n' ? tree.end[node]! : start} ${tree.end[node]!}`);
    const statement = statementOf(tree, parent, node);
    if (statement !== undefined) found.push(`${statement} ${start} ${start}`);
    if (kind === Kind.Parameter && isPlaced(tree, parent, node))
      found.push(`Parameter ${tree.start[node + 1]!} ${tree.start[node + 1]!}`);
    if (kind === Kind.String && !fields) node = tree.next[node]! - 1;
    if (kind === Kind.Target && tree.kind[parent] === Kind.Pattern) node = tree.next[node]! - 1;
  }
  return found;
}

/** Whether CPython says where the name of a parameter is; of type parameters behind stars, it does not. */
function isPlaced(tree: PythonTree, parameters: number, node: number): boolean {
  const hasStar = (tree.flags[node]! & (Flag.Star | Flag.DoubleStar)) !== 0;
  return tree.next[node]! > node + 1 && !(hasStar && tree.kind[parameters] === Kind.TypeParameters);
}

function letterOf(tree: PythonTree, node: number): string | undefined {
  const flags = tree.flags[node]!;
  const sign = SIGNS.get(operatorOf(tree, node))!;
  switch (tree.kind[node]!) {
    case Kind.Binary:
      return `Binary${sign}`;
    case Kind.Unary:
      return `Unary${sign}`;
    case Kind.Boolean:
      return `Boolean${sign}`;
    case Kind.Compare: {
      const [, ...comparisons] = children(tree, node);
      return `Compare${comparisons.map(each => SIGNS.get(operatorOf(tree, each))).join(',')}`;
    }
    case Kind.Yield:
      return (flags & Flag.From) !== 0 ? 'YieldFrom' : 'Yield';
    case Kind.Spread:
      return (flags & Flag.DoubleStar) !== 0 ? undefined : 'Starred';
    case Kind.Field:
      return `Field${conversionOf(tree, node)}`;
    default:
      return undefined;
  }
}

function conversionOf(tree: PythonTree, field: number): string {
  const flags = tree.flags[field]!;
  if ((flags & Flag.ToStr) !== 0) return 's';
  if ((flags & Flag.ToAscii) !== 0) return 'a';
  const isShown = (flags & Flag.Equal) !== 0 && childOfKind(tree, field, Kind.FormatSpec) === NONE;
  return (flags & Flag.ToRepr) !== 0 || isShown ? 'r' : '';
}

function statementOf(tree: PythonTree, parent: number, node: number): string | undefined {
  const kind = tree.kind[node]!;
  const isAsync = (tree.flags[node]! & Flag.Async) !== 0;
  switch (kind) {
    case Kind.Assign:
      return childOfKind(tree, node, Kind.Annotation) === NONE ? 'Assign' : 'AnnAssign';
    case Kind.AugAssign:
      return `AugAssign${SIGNS.get(operatorOf(tree, node))!}`;
    case Kind.Global:
      return (tree.flags[node]! & Flag.Nonlocal) !== 0 ? 'Nonlocal' : 'Global';
    case Kind.With:
      return isAsync ? 'AsyncWith' : 'With';
    case Kind.Block: {
      const clause = clauseOf(tree, node);
      if (clause === Clause.For) return isAsync ? 'AsyncFor' : 'For';
      if (clause !== Clause.Try) return CLAUSES[clause];
      const next = nextChild(tree, parent, node);
      return next !== NONE && isClause(tree, next, Clause.ExceptGroup) ? 'TryStar' : 'Try';
    }
    default:
      return STATEMENTS[kind];
  }
}

function isClause(tree: PythonTree, node: number, clause: Clause): boolean {
  return tree.kind[node] === Kind.Block && clauseOf(tree, node) === clause;
}

function isNaming(tree: PythonTree, parents: readonly number[], node: number): boolean {
  const parent = parents.at(-2) ?? 0;
  if (tree.kind[parent] === Kind.Keyword || tree.kind[parent] === Kind.Parameter) return node === parent + 1;
  if (tree.kind[parent] === Kind.Attribute) return tree.next[node] === tree.next[parent];
  // What an exception is bound to is no expression to CPython.
  const block = parents.at(-3) ?? 0;
  const isException = isClause(tree, block, Clause.Except) || isClause(tree, block, Clause.ExceptGroup);
  return NAMING.has(tree.kind[parent]!) || (tree.kind[parent] === Kind.Target && isException);
}

function without(these: readonly string[], those: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of those) counts.set(one, (counts.get(one) ?? 0) + 1);
  return these.filter(one => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
}

const CONTAINERS = new Set<number>([Kind.Dict, Kind.List, Kind.Tuple, Kind.Set, Kind.String]);

function compareValues(tree: PythonTree, judged: Judged, shift: number, found: string[], compared: Compared): void {
  const nodes = new Map<string, number>();
  for (let node = 0; node < tree.count; node++)
    if (CONTAINERS.has(tree.kind[node]!)) {
      const place = `${tree.start[node]!} ${tree.end[node]!}`;
      if (!nodes.has(place)) nodes.set(place, node);
    }
  for (const [start, end, theirs] of judged.values) {
    const node = nodes.get(`${start + shift} ${end + shift}`);
    if (node === undefined) continue; // Reported as a missing node.
    // Which character a Unicode name means is not known to us.
    if (tree.text.slice(tree.start[node], tree.end[node]).includes('\\N{')) continue;
    compared.values++;
    const ours = plain(literalValue(tree, node));
    if (!agrees(ours, theirs))
      found.push(`literals: value at ${start}: ${firstDifference(JSON.stringify(ours), JSON.stringify(theirs))}`);
  }
}

function plain(value: Value): unknown {
  if (isMapping(value)) return { m: [...value].map(([key, inner]) => [key, plain(inner)]) };
  if (isList(value)) return value.map(plain);
  return isUnknown(value) || value === Infinity || value === -Infinity ? { '?': 1 } : value;
}

function agrees(ours: unknown, theirs: unknown): boolean {
  if (typeof ours !== 'object' || ours === null) return Object.is(ours, theirs) || ours === theirs;
  if ('?' in ours) return typeof theirs === 'object' && theirs !== null && '?' in theirs;
  if (Array.isArray(ours))
    return Array.isArray(theirs) && ours.length === theirs.length && ours.every((one, i) => agrees(one, theirs[i]));
  if (!('m' in ours) || typeof theirs !== 'object' || theirs === null || !('m' in theirs)) return false;
  return agrees(ours.m, theirs.m);
}

function firstDifference(ours: string, theirs: string): string {
  let i = 0;
  while (i < ours.length && ours[i] === theirs[i]) i++;
  const from = Math.max(0, i - 30);
  return `…${ours.slice(from, i + 40)} but CPython …${theirs.slice(from, i + 40)}`;
}
