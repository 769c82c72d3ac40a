import { FactParts } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import type { FactWriter, Source } from '../../system';
import { isUnknown, stringsOf } from '../../../model/value';
import { literalValue, nameText, stringValue } from '../../../syntax/python/literal';
import { Kind, type PythonTree, spanOf } from '../../../syntax/python/tree';
import { API_WORDS } from './registry-api';
import type {
  AliasFact,
  HyperparameterEntry,
  MetadataEntry,
  RegistryHeader,
  Table,
  VariableFact,
  VocabularyFact,
} from '../facts';
import { forEachYielding, type Task } from '../../../base/cooperative-task';
import { firstLine } from '../../../base/text';
import { isRegistryPath, isTestPath, SHARED, workspaceDirectory } from '../layout';
import { changedRows, isChanged, type ChangedRows } from './row-mutations';
import { readComponents } from './components';
import { readImports } from './imports';
import { readReferences } from './references';
import { excerpt, isDamaged, readRow, readRows, writeStep, type Row } from './rows';
import { refusalIn } from './refusals';
import { childrenOf, walk, type Scope } from './syntax-walk';

const TABLES: ReadonlyMap<string, Table> = new Map([
  ['STEP_NAMES', 'STEP_NAMES'],
  ['_EXTRAS', 'STEP_NAMES'],
  ['LOCAL_STEPS', 'LOCAL_STEPS'],
  ['WORKSPACE_STEPS', 'WORKSPACE_STEPS'],
  ['STEP_OVERRIDES', 'STEP_OVERRIDES'],
]);

/** A text without any of these holds no rows, so it need not be read deeply. */
const DEEP_WORDS =
  /STEP_NAMES|LOCAL_STEPS|WORKSPACE_STEPS|STEP_OVERRIDES|WORKSPACE_METADATA|_EXTRAS|LEGACY_ALIASES|HYPERPARAMETER_REGISTRY|VALID_SAGEMAKER_TYPES|StepSpecification|Contract\(/;

/** Fields of which a core row has at least one; without them a dict named STEP_NAMES is somebody else's. */
const ROW_FIELDS = new Set(['config_class', 'builder_step_name', 'spec_type', 'sagemaker_step_type']);

/** Reads registry variables, components and references of a Python file. */
export function* readPythonFile(source: Source, out: FactWriter): Task {
  const deep = DEEP_WORDS.test(source.text);
  const tree = deep || API_WORDS.test(source.text) ? source.python(deep ? 'literals' : 'outline') : undefined;
  yield;
  if (deep && tree !== undefined) yield* readRegistry(source, tree, out);
  readComponents(source, tree, out);
  yield;
  if (tree !== undefined) readReferences(source, tree, out);
  readImports(source, out);
}

/** An assignment to a registry variable, or a later addition to it. */
interface Assignment {
  readonly variable: string;
  readonly node: number;
  readonly target: number;
  readonly value: number | undefined;
  readonly rows: readonly Row[];
  /** The nodes of what is decided at run time. */
  readonly unknown: readonly number[];
}

function* readRegistry(source: Source, tree: PythonTree, out: FactWriter): Task {
  const found = collect(tree, source);
  yield;
  const changed = changedRows(tree, name => TABLES.has(name));
  const header = headerFor(source, found, changed, tree.problems.length > 0);
  if (header === undefined) {
    readTables(source, tree, found, out);
    return;
  }
  out.fact(header, new FactParts(firstLine(source.text)));
  if (header.form === 'workspace') writeMetadata(source, tree, found, out);
  for (const problem of tree.problems) {
    const code = problem.kind === 'merge-marker' ? 'registry/merge-markers' : 'registry/syntax-error';
    out.problem({ code, span: problem.span, message: problem.message, damage: true });
  }
  readTables(source, tree, found, out);
  for (const assignment of found.replaced) writeVariable(assignment, { replaced: true }, source, tree, out);
  for (const assignment of found.assignments) yield* writeAssignment(assignment, changed, source, tree, out);
}

/** What a text holds of registries, by one walk. */
interface Found {
  readonly source: Source;
  assignments: Assignment[];
  /** Those whose table a later one gives anew, whatever runs before. */
  readonly replaced: Assignment[];
  /** Other top-level or class-level assignments that are ours, by name. */
  readonly others: { readonly name: string; readonly node: number; readonly target: number; readonly value: number }[];
  /** Changes made by code inside functions, or with values that code decides. */
  readonly changedByCode: string[];
  readonly imports: string[];
}

const OTHERS = new Set(['WORKSPACE_METADATA', 'LEGACY_ALIASES', 'HYPERPARAMETER_REGISTRY', 'VALID_SAGEMAKER_TYPES']);

function collect(tree: PythonTree, source: Source): Found {
  const found: Found = { source, assignments: [], replaced: [], others: [], changedByCode: [], imports: [] };
  walk(tree, (node, scope) => {
    const kind = tree.kind[node];
    if (kind === Kind.Assign) collectAssign(tree, node, scope, found);
    else if (kind === Kind.AugAssign) collectAugmented(tree, node, scope, found);
    else if (kind === Kind.Call) collectUpdate(tree, node, scope, found);
    else if (kind === Kind.ImportFrom) collectImport(tree, node, found);
  });
  return found;
}

function collectAssign(tree: PythonTree, node: number, scope: Scope, found: Found): void {
  const parts = [...childrenOf(tree, node)];
  const value = parts.find(part => tree.kind[part] !== Kind.Target && tree.kind[part] !== Kind.Annotation);
  if (value === undefined) return;
  for (const target of parts.filter(part => tree.kind[part] === Kind.Target)) {
    const inner = target + 1;
    const item = subscripted(tree, inner);
    const variable = item === undefined ? nameText(tree, inner) : item.variable;
    if (variable === undefined) continue;
    if (TABLES.has(variable)) {
      if (scope.inFunction || scope.inClass) found.changedByCode.push(excerpt(tree, node));
      else if (item !== undefined) found.assignments.push(additionBy(tree, node, item, value));
      else assign(tree, assignmentOf(tree, node, variable, inner, value, found.source), found);
    } else if (OTHERS.has(variable) && item === undefined && !scope.inFunction)
      found.others.push({ name: variable, node, target: inner, value });
  }
}

/** A dict of literals in a line of its own, which no condition can stop, replaces what was assigned before. */
function assign(tree: PythonTree, assignment: Assignment, found: Found): void {
  const { node, value, unknown, variable } = assignment;
  const startsLine = /[\n\r\ufeff]/.test(tree.text[tree.start[node]! - 1] ?? '\n');
  if (startsLine && unknown.length === 0 && tree.kind[value ?? node] === Kind.Dict && tree.problems.length === 0) {
    found.replaced.push(...found.assignments.filter(each => each.variable === variable));
    found.assignments = found.assignments.filter(each => each.variable !== variable);
  }
  found.assignments.push(assignment);
}

/** `STEP_NAMES["X"]` as a target. */
function subscripted(tree: PythonTree, node: number): { variable: string; key: number } | undefined {
  if (tree.kind[node] !== Kind.Subscript) return undefined;
  const [value, key] = childrenOf(tree, node);
  const variable = value === undefined ? undefined : nameText(tree, value);
  return variable === undefined || key === undefined ? undefined : { variable, key };
}

function additionBy(
  tree: PythonTree,
  node: number,
  { variable, key }: { variable: string; key: number },
  value: number | undefined,
): Assignment {
  const name = stringValue(tree, key);
  const rows = name === undefined ? [] : [readRow(tree, name, node, key, value)];
  const unknown = name === undefined ? [key] : [];
  return { variable, node, target: key, value, rows, unknown };
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
  return { variable, node, target, value, rows: [], unknown: value === undefined ? [] : [value] };
}

/** `LOCAL_STEPS |= {…}`. */
function collectAugmented(tree: PythonTree, node: number, scope: Scope, found: Found): void {
  const [target, value] = childrenOf(tree, node);
  const name = target === undefined ? node : tree.kind[target] === Kind.Target ? target + 1 : target;
  const variable = nameText(tree, name);
  if (variable === undefined || !TABLES.has(variable)) return;
  if (scope.inFunction || scope.inClass) found.changedByCode.push(excerpt(tree, node));
  else found.assignments.push(assignmentOf(tree, node, variable, name, value, found.source));
}

/** `LOCAL_STEPS.update({…})` and other methods that change a dict. */
function collectUpdate(tree: PythonTree, node: number, scope: Scope, found: Found): void {
  const callee = nameText(tree, node + 1);
  const dot = callee?.lastIndexOf('.') ?? -1;
  if (callee === undefined || dot < 0 || !TABLES.has(callee.slice(0, dot))) return;
  const method = callee.slice(dot + 1);
  if (!['update', 'setdefault', 'pop', 'popitem', 'clear', '__setitem__'].includes(method)) return;
  const variable = callee.slice(0, dot);
  const argument = [...childrenOf(tree, node)][1];
  if (method === 'update' && argument !== undefined && tree.kind[argument] === Kind.Dict && !scope.inFunction)
    found.assignments.push(assignmentOf(tree, node, variable, node + 1, argument, found.source));
  else if (scope.inFunction || TABLES.get(variable) === 'STEP_NAMES') found.changedByCode.push(excerpt(tree, node));
  else found.assignments.push({ variable, node, target: node + 1, value: undefined, rows: [], unknown: [node] });
}

function collectImport(tree: PythonTree, node: number, found: Found): void {
  const [module, ...names] = childrenOf(tree, node);
  const text = module === undefined ? undefined : nameText(tree, module);
  if (text === undefined) return;
  if (names.some(name => nameText(tree, name + 1) === 'STEP_NAMES')) found.imports.push(text);
}

function headerFor({ file }: Source, found: Found, changed: ChangedRows, damaged: boolean): RegistryHeader | undefined {
  const form = formOf(file.path, found);
  if (form === undefined) return undefined;
  const directory = workspaceDirectory(file.path);
  const open =
    found.changedByCode.length > 0 ||
    found.assignments.some(({ rows, unknown }) => unknown.length > 0 || rows.some(row => row.shape === 'unknown'));
  const stopsAt = form === 'workspace' ? firstRefused(found) : undefined;
  return {
    kind: 'registry',
    name: '',
    file,
    form,
    imports: found.imports,
    open,
    ...(found.assignments.some(({ rows }) => rows.length > 0) ? {} : { empty: true }),
    ...(found.assignments.length > 0 ? {} : { bare: true }),
    ...(hasAnyBuilder(found, changed) ? { anyBuilder: true } : {}),
    ...(directory === undefined || directory === '' ? {} : { directory }),
    ...(stopsAt === undefined ? {} : { stopsAt }),
    ...(damaged ? { partial: true } : {}),
  };
}

function isRefused(row: Row): boolean {
  return (row.unchanged === undefined ? refusalIn(row) : row.unchanged.refused) !== undefined;
}

function hasAnyBuilder({ assignments }: Found, changed: ChangedRows): boolean {
  return assignments.some(({ variable, rows }) =>
    rows.some(row => isChanged(changed, variable, row.name) || namesAnyBuilder(row)),
  );
}

/** Asked of a thousand rows at every keystroke. */
function namesAnyBuilder({ shape, fields, open }: Row): boolean {
  if (open || shape === 'unknown') return true;
  for (let i = fields.length - 1; i >= 0; i--)
    if (fields[i]!.name === 'builder_step_name') return isUnknown(fields[i]!.value);
  return false;
}

function formOf(path: string, found: Found): RegistryHeader['form'] | undefined {
  const name = fileName(path);
  const directory = workspaceDirectory(path);
  if (isTestPath(path)) return undefined;
  if (directory !== undefined) {
    if (name === 'workspace_registry.py') return directory === SHARED ? 'ignored' : 'workspace';
    return name === 'local_step_names.py' && found.assignments.length > 0 ? 'ignored' : undefined;
  }
  const mine = found.assignments.filter(({ variable }) => variable === 'STEP_NAMES' || variable === '_EXTRAS');
  if (mine.length === 0) return undefined;
  if (mine.some(({ variable }) => variable === '_EXTRAS'))
    return name === 'interface_registry_loader.py' ? 'extras' : undefined;
  const atHome = /(^|\/)registry\/step_names\w*\.py$/.test(path);
  const rows = mine.flatMap(assignment => assignment.rows);
  if (rows.some(row => row.fields.some(field => ROW_FIELDS.has(field.name)))) return 'literal';
  if (mine.some(({ rows, unknown }) => rows.length === 0 && unknown.length > 0))
    return atHome || found.imports.length > 0 ? 'access-layer' : undefined;
  return atHome ? 'literal' : undefined;
}

/**
 * The first row that stops the loader. Rows load in the order of the text; a name given twice counts once, as last
 * given.
 */
function firstRefused(found: Found): RegistryHeader['stopsAt'] {
  for (const table of ['LOCAL_STEPS', 'STEP_OVERRIDES'] as const) {
    const all = found.assignments.filter(({ variable }) => variable === table).map(({ rows }) => rows);
    if (!all.some(rows => rows.some(isRefused))) continue;
    const kept = new Map(all.flat().map(row => [row.name, row]));
    for (const row of kept.values()) if (isRefused(row)) return { table, name: row.name };
  }
  return undefined;
}

function* writeAssignment(
  assignment: Assignment,
  changed: ChangedRows,
  source: Source,
  tree: PythonTree,
  out: FactWriter,
): Task {
  writeVariable(assignment, {}, source, tree, out);
  const { variable, rows } = assignment;
  yield* forEachYielding(rows, row => {
    const open = row.open || isChanged(changed, variable, row.name);
    writeStep(open === row.open ? row : { ...row, open }, TABLES.get(variable)!, source.file, out);
  });
}

function writeVariable(
  assignment: Assignment,
  flags: Pick<VariableFact, 'replaced'>,
  source: Source,
  tree: PythonTree,
  out: FactWriter,
): void {
  const { variable, node, target, value, rows } = assignment;
  const unknown = assignment.unknown.filter(each => !isDamaged(tree, spanOf(tree, each)));
  const form = value !== undefined && rows.length === 0 && unknown.length > 0 && tree.kind[value] !== Kind.Dict;
  const fact: VariableFact = {
    kind: 'variable',
    name: variable,
    file: source.file,
    form: form ? formOfValue(tree, value) : unknown.length > 0 ? 'partly' : 'literal',
    unknown: unknown.map(each => excerpt(tree, each)),
    entries: rows.length,
    ...flags,
  };
  const parts = new FactParts(spanOf(tree, node), spanOf(tree, target));
  parts.field(spanOf(tree, target), spanOf(tree, value ?? target));
  for (const each of unknown) parts.field(spanOf(tree, each));
  out.fact(fact, parts);
}

/** A list or a string in place of a dict is wrong; anything else is decided at run time. */
function formOfValue(tree: PythonTree, value: number): VariableFact['form'] {
  const stated = literalValue(tree, value);
  return typeof stated === 'object' && stated !== null && 'unknown' in stated ? 'computed' : 'other';
}

/** `WORKSPACE_METADATA`; the last one, should there be several. */
function writeMetadata({ file }: Source, tree: PythonTree, found: Found, out: FactWriter): void {
  const last = found.others.findLast(({ name }) => name === 'WORKSPACE_METADATA');
  if (last === undefined) return;
  const { fields, shape, open, partial, parts } = readRow(tree, last.name, last.node, last.target, last.value);
  const id = fields.findLast(field => field.name === 'developer_id')?.value;
  const name = typeof id === 'string' ? id : '';
  const flags = { ...(open ? { open } : {}), ...(partial ? { partial } : {}) };
  const fact: MetadataEntry = { kind: 'metadata', name, file, shape, fields, ...flags };
  out.fact(fact, parts);
}

/** Aliases, hyperparameter rows and vocabularies. */
function readTables({ file }: Source, tree: PythonTree, found: Found, out: FactWriter): void {
  if (isTestPath(file.path)) return;
  for (const { name, node, target, value } of found.others) {
    if (name === 'VALID_SAGEMAKER_TYPES') {
      const words = stringsOf(literalValue(tree, value));
      const fact: VocabularyFact = { kind: 'vocabulary', name: 'sagemaker_step_type', file, words };
      if (words.length > 0) out.fact(fact, new FactParts(spanOf(tree, node), spanOf(tree, target)));
    } else if (tree.kind[value] === Kind.Dict) {
      if (name === 'HYPERPARAMETER_REGISTRY') writeHyperparameters(tree, value, file, out);
      if (name === 'LEGACY_ALIASES' && isRegistryPath(file.path)) writeAliases(tree, value, file, out);
    }
  }
}

function writeHyperparameters(tree: PythonTree, dict: number, file: Source['file'], out: FactWriter): void {
  for (const { name, fields, parts, partial } of readRows(tree, dict).rows) {
    const entry: HyperparameterEntry = {
      kind: 'hyperparameter',
      name,
      file,
      fields,
      ...(partial ? { partial } : {}),
    };
    out.fact(entry, parts);
  }
}

function writeAliases(tree: PythonTree, dict: number, file: Source['file'], out: FactWriter): void {
  for (const pair of childrenOf(tree, dict)) {
    const [key, value] = childrenOf(tree, pair);
    if (key === undefined || value === undefined) continue;
    const [name, target] = [stringValue(tree, key), stringValue(tree, value)];
    if (name === undefined || target === undefined) continue;
    const alias: AliasFact = { kind: 'alias', name, file, target };
    out.fact(alias, new FactParts(spanOf(tree, pair), spanOf(tree, key)).field(spanOf(tree, key), spanOf(tree, value)));
  }
}
