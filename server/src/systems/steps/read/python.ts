import { defined } from '../../../base/defined';
import { FactParts } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import type { FactWriter, Source } from '../../system';
import { isUnknown, stringsOf } from '../../../model/value';
import { literalValue, nameText, stringValue } from '../../../syntax/python/literal';
import { children, Kind, type PythonTree, spanOf } from '../../../syntax/python/tree';
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
import { walk, type Scope } from './syntax-walk';

const TABLES: ReadonlyMap<string, Table> = new Map([
  ['STEP_NAMES', 'STEP_NAMES'],
  ['_EXTRAS', 'STEP_NAMES'],
  ['LOCAL_STEPS', 'LOCAL_STEPS'],
  ['WORKSPACE_STEPS', 'WORKSPACE_STEPS'],
  ['STEP_OVERRIDES', 'STEP_OVERRIDES'],
]);

/** A text without any of these words holds no rows, so its literals need not be read. */
const REGISTRY_WORDS =
  /STEP_NAMES|LOCAL_STEPS|WORKSPACE_STEPS|STEP_OVERRIDES|WORKSPACE_METADATA|_EXTRAS|LEGACY_ALIASES|HYPERPARAMETER_REGISTRY|VALID_SAGEMAKER_TYPES|StepSpecification|Contract\(/;

/** A core row has at least one of these fields; a dict STEP_NAMES without them belongs to other code. */
const ROW_FIELDS = new Set(['config_class', 'builder_step_name', 'spec_type', 'sagemaker_step_type']);

/** Reads registry variables, components, references and imports of a Python file. */
export function* readPythonFile(source: Source, out: FactWriter): Task {
  const deep = REGISTRY_WORDS.test(source.text);
  const tree = deep || API_WORDS.test(source.text) ? source.python(deep ? 'literals' : 'outline') : undefined;
  yield;
  if (deep && tree !== undefined) yield* readRegistry(source, tree, out);
  readComponents(source, tree, out);
  yield;
  if (tree !== undefined) readReferences(source, tree, out);
  readImports(source, out);
}

/** An assignment to a registry variable, or a statement that adds rows to it. Numbers are nodes of the tree. */
interface Assignment {
  readonly variable: string;
  readonly node: number;
  readonly target: number;
  readonly value: number | undefined;
  readonly rows: readonly Row[];
  /** The expressions that are decided at run time. */
  readonly unknown: readonly number[];
}

function* readRegistry(source: Source, tree: PythonTree, out: FactWriter): Task {
  const found = collectStatements(tree, source);
  yield;
  const changed = changedRows(tree, name => TABLES.has(name));
  const header = headerFor(source, found, changed, tree.problems.length > 0);
  if (header === undefined) {
    readOtherTables(source, tree, found, out);
    return;
  }
  out.fact(header, new FactParts(firstLine(source.text)));
  if (header.form === 'workspace') writeMetadata(source, tree, found, out);
  for (const problem of tree.problems) {
    const code = problem.kind === 'merge-marker' ? 'registry/merge-markers' : 'registry/syntax-error';
    out.problem({ code, span: problem.span, message: problem.message, damage: true });
  }
  readOtherTables(source, tree, found, out);
  for (const assignment of found.replaced) writeVariable(assignment, { replaced: true }, source, tree, out);
  for (const assignment of found.assignments) yield* writeAssignment(assignment, changed, source, tree, out);
}

/** The statements of a text that concern registries, collected by one walk. */
interface RegistryStatements {
  readonly source: Source;
  assignments: Assignment[];
  /** Assignments that a later assignment certainly replaces. */
  readonly replaced: Assignment[];
  /** Assignments to other variables of registries, such as metadata, at the level of the module or of a class. */
  readonly otherAssignments: {
    readonly name: string;
    readonly node: number;
    readonly target: number;
    readonly value: number;
  }[];
  /** The text of statements that change a table in a function or class. */
  readonly changedByCode: string[];
  /** Modules that `STEP_NAMES` is imported from, as written. */
  readonly imports: string[];
}

const OTHER_VARIABLES = new Set([
  'WORKSPACE_METADATA',
  'LEGACY_ALIASES',
  'HYPERPARAMETER_REGISTRY',
  'VALID_SAGEMAKER_TYPES',
]);

function collectStatements(tree: PythonTree, source: Source): RegistryStatements {
  const found: RegistryStatements = {
    source,
    assignments: [],
    replaced: [],
    otherAssignments: [],
    changedByCode: [],
    imports: [],
  };
  walk(tree, (node, scope) => {
    const kind = tree.kind[node];
    if (kind === Kind.Assign) collectAssign(tree, node, scope, found);
    else if (kind === Kind.AugAssign) collectAugmented(tree, node, scope, found);
    else if (kind === Kind.Call) collectUpdate(tree, node, scope, found);
    else if (kind === Kind.ImportFrom) collectImport(tree, node, found);
  });
  return found;
}

function collectAssign(tree: PythonTree, node: number, scope: Scope, found: RegistryStatements): void {
  const parts = children(tree, node);
  const value = parts.find(part => tree.kind[part] !== Kind.Target && tree.kind[part] !== Kind.Annotation);
  if (value === undefined) return;
  for (const target of parts.filter(part => tree.kind[part] === Kind.Target)) {
    const inner = target + 1;
    const item = subscriptedVariable(tree, inner);
    const variable = item === undefined ? nameText(tree, inner) : item.variable;
    if (variable === undefined) continue;
    if (TABLES.has(variable)) {
      if (scope.inFunction || scope.inClass) found.changedByCode.push(excerpt(tree, node));
      else if (item !== undefined) found.assignments.push(additionOf(tree, node, item, value));
      else addAssignment(tree, assignmentOf(tree, node, variable, inner, value, found.source), found);
    } else if (OTHER_VARIABLES.has(variable) && item === undefined && !scope.inFunction)
      found.otherAssignments.push({ name: variable, node, target: inner, value });
  }
}

/** Adds an assignment. A dict of literals in an unindented line, which always runs, replaces earlier assignments. */
function addAssignment(tree: PythonTree, assignment: Assignment, found: RegistryStatements): void {
  const { node, value, unknown, variable } = assignment;
  const startsLine = /[\n\r\ufeff]/.test(tree.text[tree.start[node]! - 1] ?? '\n');
  if (startsLine && unknown.length === 0 && tree.kind[value ?? node] === Kind.Dict && tree.problems.length === 0) {
    found.replaced.push(...found.assignments.filter(each => each.variable === variable));
    found.assignments = found.assignments.filter(each => each.variable !== variable);
  }
  found.assignments.push(assignment);
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
function collectAugmented(tree: PythonTree, node: number, scope: Scope, found: RegistryStatements): void {
  const [target, value] = children(tree, node);
  const name = target === undefined ? node : tree.kind[target] === Kind.Target ? target + 1 : target;
  const variable = nameText(tree, name);
  if (variable === undefined || !TABLES.has(variable)) return;
  if (scope.inFunction || scope.inClass) found.changedByCode.push(excerpt(tree, node));
  else found.assignments.push(assignmentOf(tree, node, variable, name, value, found.source));
}

/** `LOCAL_STEPS.update({…})` and other methods that change a dict. */
function collectUpdate(tree: PythonTree, node: number, scope: Scope, found: RegistryStatements): void {
  const callee = nameText(tree, node + 1);
  const dot = callee?.lastIndexOf('.') ?? -1;
  if (callee === undefined || dot < 0 || !TABLES.has(callee.slice(0, dot))) return;
  const method = callee.slice(dot + 1);
  if (!['update', 'setdefault', 'pop', 'popitem', 'clear', '__setitem__'].includes(method)) return;
  const variable = callee.slice(0, dot);
  const argument = children(tree, node)[1];
  if (method === 'update' && argument !== undefined && tree.kind[argument] === Kind.Dict && !scope.inFunction)
    found.assignments.push(assignmentOf(tree, node, variable, node + 1, argument, found.source));
  else if (scope.inFunction || TABLES.get(variable) === 'STEP_NAMES') found.changedByCode.push(excerpt(tree, node));
  else found.assignments.push({ variable, node, target: node + 1, value: undefined, rows: [], unknown: [node] });
}

function collectImport(tree: PythonTree, node: number, found: RegistryStatements): void {
  const [module, ...names] = children(tree, node);
  const text = module === undefined ? undefined : nameText(tree, module);
  if (text === undefined) return;
  if (names.some(name => nameText(tree, name + 1) === 'STEP_NAMES')) found.imports.push(text);
}

function headerFor(
  { file }: Source,
  found: RegistryStatements,
  changed: ChangedRows,
  damaged: boolean,
): RegistryHeader | undefined {
  const form = formOf(file.path, found);
  if (form === undefined) return undefined;
  const directory = workspaceDirectory(file.path);
  const open =
    found.changedByCode.length > 0 ||
    found.assignments.some(({ rows, unknown }) => unknown.length > 0 || rows.some(row => row.shape === 'unknown'));
  const stopsAt = form === 'workspace' ? stopOf(found) : undefined;
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

/** Whether the loader refuses a row; an unchanged fact knows already. */
function isRefused(row: Row): boolean {
  return (row.unchanged === undefined ? refusalIn(row) : row.unchanged.refused) !== undefined;
}

function hasAnyBuilder({ assignments }: RegistryStatements, changed: ChangedRows): boolean {
  return assignments.some(({ variable, rows }) =>
    rows.some(row => isChanged(changed, variable, row.name) || namesAnyBuilder(row)),
  );
}

/** Whether code decides the builder of a row. Called for a thousand rows at every keystroke, hence the loop. */
function namesAnyBuilder({ shape, fields, open }: Row): boolean {
  if (open || shape === 'unknown') return true;
  for (let i = fields.length - 1; i >= 0; i--) {
    const field = fields[i];
    if (field?.name === 'builder_step_name') return isUnknown(field.value);
  }
  return false;
}

/** What kind of registry a file is; undefined if it is none. */
function formOf(path: string, found: RegistryStatements): RegistryHeader['form'] | undefined {
  const name = fileName(path);
  const directory = workspaceDirectory(path);
  if (isTestPath(path)) return undefined;
  if (directory !== undefined) {
    if (name === 'workspace_registry.py') return directory === SHARED ? 'ignored' : 'workspace';
    return name === 'local_step_names.py' && found.assignments.length > 0 ? 'ignored' : undefined;
  }
  const ofCore = found.assignments.filter(({ variable }) => variable === 'STEP_NAMES' || variable === '_EXTRAS');
  if (ofCore.length === 0) return undefined;
  if (ofCore.some(({ variable }) => variable === '_EXTRAS'))
    return name === 'interface_registry_loader.py' ? 'extras' : undefined;
  const hasUsualPath = /(^|\/)registry\/step_names\w*\.py$/.test(path);
  const rows = ofCore.flatMap(assignment => assignment.rows);
  if (rows.some(row => row.fields.some(field => ROW_FIELDS.has(field.name)))) return 'literal';
  if (ofCore.some(({ rows, unknown }) => rows.length === 0 && unknown.length > 0))
    return hasUsualPath || found.imports.length > 0 ? 'access-layer' : undefined;
  return hasUsualPath ? 'literal' : undefined;
}

/** The row at which loading stops. Rows load in text order; a name given twice counts once, with the last value. */
function stopOf(found: RegistryStatements): RegistryHeader['stopsAt'] {
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
    writeStep(
      open === row.open ? row : { ...row, open },
      defined(TABLES.get(variable), 'the table of a variable'),
      source.file,
      out,
    );
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

/** The form of an assignment whose value is no dict: `other` for a literal, else `computed`. */
function formOfValue(tree: PythonTree, value: number): VariableFact['form'] {
  const stated = literalValue(tree, value);
  return typeof stated === 'object' && stated !== null && 'unknown' in stated ? 'computed' : 'other';
}

/** Adds `WORKSPACE_METADATA`; if it is assigned several times, the last one. */
function writeMetadata({ file }: Source, tree: PythonTree, found: RegistryStatements, out: FactWriter): void {
  const last = found.otherAssignments.findLast(({ name }) => name === 'WORKSPACE_METADATA');
  if (last === undefined) return;
  const { fields, shape, open, partial, parts } = readRow(tree, last.name, last.node, last.target, last.value);
  const id = fields.findLast(field => field.name === 'developer_id')?.value;
  const name = typeof id === 'string' ? id : '';
  const flags = { ...(open ? { open } : {}), ...(partial ? { partial } : {}) };
  const fact: MetadataEntry = { kind: 'metadata', name, file, shape, fields, ...flags };
  out.fact(fact, parts);
}

/** Reads aliases, hyperparameter rows and vocabularies. */
function readOtherTables({ file }: Source, tree: PythonTree, found: RegistryStatements, out: FactWriter): void {
  if (isTestPath(file.path)) return;
  for (const { name, node, target, value } of found.otherAssignments) {
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
  for (const pair of children(tree, dict)) {
    const [key, value] = children(tree, pair);
    if (key === undefined || value === undefined) continue;
    const [name, target] = [stringValue(tree, key), stringValue(tree, value)];
    if (name === undefined || target === undefined) continue;
    const alias: AliasFact = { kind: 'alias', name, file, target };
    out.fact(alias, new FactParts(spanOf(tree, pair), spanOf(tree, key)).field(spanOf(tree, key), spanOf(tree, value)));
  }
}
