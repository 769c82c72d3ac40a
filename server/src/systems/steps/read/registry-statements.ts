import type { Span } from '../../../base/text';
import { nameText, stringValue } from '../../../syntax/python/literal';
import { children, Kind, spanOf, type PythonTree } from '../../../syntax/python/tree';
import type { Source } from '../../system';
import { isMetadata, isVariable, type Table } from '../facts';
import { hasHalfTypedField, isSetOfNames } from './half-typed';
import { readRow, readRows, type Row } from './rows';
import { walk, type Scope } from './syntax-walk';

/** The variables that hold rows, each with the table that it is. */
export const TABLES: ReadonlyMap<string, Table> = new Map([
  ['STEP_NAMES', 'STEP_NAMES'],
  ['_EXTRAS', 'STEP_NAMES'],
  ['LOCAL_STEPS', 'LOCAL_STEPS'],
  ['WORKSPACE_STEPS', 'WORKSPACE_STEPS'],
  ['STEP_OVERRIDES', 'STEP_OVERRIDES'],
]);

/** An assignment to a registry variable, or a statement that adds rows to it. Numbers are nodes of the tree. */
export interface Assignment {
  readonly variable: string;
  readonly node: number;
  readonly target: number;
  readonly value: number | undefined;
  /** The rows that its text gives. What becomes of them is known once the file has been run. */
  readonly rows: readonly Row[];
  /** The expressions that give further rows, or none. */
  readonly unknown: readonly number[];
  /** Present for a statement that adds rows to a table instead of beginning one. */
  readonly isAddition?: true;
  /** Whether the value is what a dict is before its first colon (see `half-typed.ts`). */
  readonly halfTyped?: true;
}

/** The statements of a text that concern registries, collected by one walk. */
export interface RegistryStatements {
  readonly assignments: readonly Assignment[];
  /** Assignments to other variables of registries, such as metadata, at the level of the module or of a class. */
  readonly others: readonly {
    readonly name: string;
    readonly node: number;
    readonly target: number;
    readonly value: number;
  }[];
  /** Modules that `STEP_NAMES` is imported from, as written. */
  readonly imports: readonly string[];
}

type Collected = { -readonly [Key in keyof RegistryStatements]: RegistryStatements[Key][number][] };

const OTHER_VARIABLES = new Set([
  'WORKSPACE_METADATA',
  'LEGACY_ALIASES',
  'HYPERPARAMETER_REGISTRY',
  'VALID_SAGEMAKER_TYPES',
]);

/** The statements of a registry that make or change its tables. */
export function collectStatements(tree: PythonTree, source: Source): RegistryStatements {
  const found: Collected = { assignments: [], others: [], imports: [] };
  walk(tree, (node, scope) => {
    if (scope.inFunction && tree.kind[node] !== Kind.ImportFrom) return;
    const kind = tree.kind[node];
    if (kind === Kind.Assign) collectAssign(tree, node, scope, source, found);
    else if (kind === Kind.AugAssign) collectAugmented(tree, node, scope, source, found);
    else if (kind === Kind.Call) collectUpdate(tree, node, source, found);
    else if (kind === Kind.ImportFrom) collectImport(tree, node, found);
  });
  return found;
}

function collectAssign(tree: PythonTree, node: number, { inClass }: Scope, source: Source, found: Collected): void {
  const parts = children(tree, node);
  const value = parts.find(part => tree.kind[part] !== Kind.Target && tree.kind[part] !== Kind.Annotation);
  if (value === undefined) return;
  for (const target of parts.filter(part => tree.kind[part] === Kind.Target)) {
    const inner = target + 1;
    const item = subscriptedVariable(tree, inner);
    const variable = item === undefined ? nameText(tree, inner) : item.variable;
    if (variable === undefined) continue;
    if (TABLES.has(variable)) {
      if (inClass) continue;
      if (item !== undefined) found.assignments.push(additionOf(tree, node, item, value));
      else found.assignments.push(assignmentOf(tree, node, variable, inner, value, source));
    } else if (OTHER_VARIABLES.has(variable) && item === undefined)
      found.others.push({ name: variable, node, target: inner, value });
  }
}

/** `STEP_NAMES["X"]` as a target. */
function subscriptedVariable(tree: PythonTree, node: number): { variable: string; key: number } | undefined {
  if (tree.kind[node] !== Kind.Subscript) return undefined;
  const [value, key] = children(tree, node);
  const variable = value === undefined ? undefined : nameText(tree, value);
  return variable === undefined || key === undefined ? undefined : { variable, key };
}

function additionOf(
  tree: PythonTree,
  node: number,
  { variable, key }: { variable: string; key: number },
  value: number | undefined,
): Assignment {
  const name = stringValue(tree, key);
  const rows = name === undefined ? [] : [readRow(tree, name, node, key, value)];
  const unknown = name === undefined ? [key] : [];
  return { variable, node, target: key, value, rows, unknown, isAddition: true };
}

function assignmentOf(
  tree: PythonTree,
  node: number,
  variable: string,
  target: number,
  value: number | undefined,
  source: Source,
): Assignment {
  if (value !== undefined && tree.kind[value] === Kind.Dict)
    return { variable, node, target, value, ...readRows(tree, value, source) };
  const isHalfTyped =
    source.isUnsaved && value !== undefined && isSetOfNames(tree, value) && !wasOther(variable, source);
  if (isHalfTyped) return { variable, node, target, value, rows: [], unknown: [], halfTyped: true };
  return { variable, node, target, value, rows: [], unknown: value === undefined ? [] : [value] };
}

/** Whether a table was no dict before somebody began to type. */
function wasOther(variable: string, source: Source): boolean {
  const known = source.known('variable', variable);
  return known !== undefined && isVariable(known) && known.form === 'other';
}

/** Where the text holds something that is half-typed, though it parses. */
export function halfTypedAt(
  tree: PythonTree,
  { assignments, others }: RegistryStatements,
  source: Source,
): Span | undefined {
  if (!source.isUnsaved) return undefined;
  for (const { node, rows, halfTyped } of assignments)
    if (halfTyped === true || rows.some(row => row.halfTyped === true)) return spanOf(tree, node);
  const metadata = others.findLast(({ name }) => name === 'WORKSPACE_METADATA');
  const known = () => source.file.facts.find(isMetadata);
  return metadata !== undefined && hasHalfTypedField(tree, metadata.value, known)
    ? spanOf(tree, metadata.node)
    : undefined;
}

/** `LOCAL_STEPS |= {…}`. */
function collectAugmented(tree: PythonTree, node: number, { inClass }: Scope, source: Source, found: Collected): void {
  const [target, value] = children(tree, node);
  const name = target === undefined ? node : tree.kind[target] === Kind.Target ? target + 1 : target;
  const variable = nameText(tree, name);
  if (inClass || variable === undefined || !TABLES.has(variable)) return;
  found.assignments.push({ ...assignmentOf(tree, node, variable, name, value, source), isAddition: true });
}

/** `LOCAL_STEPS.update({…})`. */
function collectUpdate(tree: PythonTree, node: number, source: Source, found: Collected): void {
  const callee = nameText(tree, node + 1);
  const variable = callee?.endsWith('.update') === true ? callee.slice(0, -'.update'.length) : undefined;
  if (variable === undefined || !TABLES.has(variable)) return;
  const argument = children(tree, node)[1];
  if (argument === undefined || tree.kind[argument] !== Kind.Dict) return;
  found.assignments.push({ ...assignmentOf(tree, node, variable, node + 1, argument, source), isAddition: true });
}

function collectImport(tree: PythonTree, node: number, found: Collected): void {
  const [module, ...names] = children(tree, node);
  const text = module === undefined ? undefined : nameText(tree, module);
  if (text === undefined) return;
  if (names.some(name => nameText(tree, name + 1) === 'STEP_NAMES')) found.imports.push(text);
}
