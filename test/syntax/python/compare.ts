import { lineAt, lineStarts } from '../../../server/src/base/text';
import { isMapping, isList, isUnknown, type Value } from '../../../server/src/model/value';
import { literalValue } from '../../../server/src/syntax/python/literal';
import { outline, type ClassOutline } from '../../../server/src/syntax/python/outline';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import { Kind, type PythonTree } from '../../../server/src/syntax/python/tree';

const reader = new PythonReader();

/** What `judge.py` says about one file. */
export interface Judged {
  readonly skip?: string;
  readonly bom: boolean;
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
};

/** Kinds whose Names are no expressions of their own. */
const NAMING = new Set<number>([Kind.ImportedName, Kind.ImportFrom, Kind.Class, Kind.Function, Kind.Global]);

function compareExpressions(tree: PythonTree, text: string, judged: Judged, found: string[], compared: Compared): void {
  const shift = judged.bom ? 1 : 0;
  const theirs: string[] = [];
  for (let i = 0; i < judged.nodes.length; i += 3)
    theirs.push(`${judged.nodes[i]!} ${Number(judged.nodes[i + 1]) + shift} ${Number(judged.nodes[i + 2]) + shift}`);
  const ours = expressionsOf(tree);
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

function expressionsOf(tree: PythonTree): string[] {
  const found: string[] = [];
  const parents: number[] = [];
  for (let node = 0; node < tree.count; node++) {
    while (parents.length > 0 && node >= tree.next[parents.at(-1)!]!) parents.pop();
    const parent = parents.at(-1) ?? 0;
    parents.push(node);
    const kind = tree.kind[node]!;
    const letter = LETTERS[kind];
    const isNaming = kind === Kind.Name && (NAMING.has(tree.kind[parent]!) || isKeywordName(tree, parent, node));
    if (letter !== undefined && !isNaming) {
      const at = letter === 'n' ? tree.end[node]! : tree.start[node]!;
      found.push(`${letter} ${at} ${tree.end[node]!}`);
    }
    // CPython 3.11 cannot tell where the parts of an f-string are, and patterns are no expressions.
    if (kind === Kind.String) node = tree.next[node]! - 1;
    else if (isCase(tree, node)) node = tree.next[node]! - 1 - bodySize(tree, node);
  }
  return found;
}

function isKeywordName(tree: PythonTree, parent: number, node: number): boolean {
  return tree.kind[parent] === Kind.Keyword && node === parent + 1;
}

function isCase(tree: PythonTree, node: number): boolean {
  return tree.kind[node] === Kind.Block && /^case\b/.test(tree.text.slice(tree.start[node], tree.start[node]! + 5));
}

/** How many nodes the body of a block has, which is its last child. */
function bodySize(tree: PythonTree, block: number): number {
  let body = block + 1;
  while (tree.next[body]! < tree.next[block]!) body = tree.next[body]!;
  return tree.next[body]! - body;
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
