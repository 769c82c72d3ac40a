import { isTestPath } from '../../../base/test-paths';
import { FactParts } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import type { FactWriter, Source } from '../../system';
import { stringsOf } from '../../../model/value';
import { literalValue, stringValue } from '../../../syntax/python/literal';
import { children, Kind, type PythonTree, spanOf } from '../../../syntax/python/tree';
import { API_IN_DEPTH, API_WORDS } from './registry-api';
import {
  isMetadata,
  type AliasFact,
  type HyperparameterEntry,
  type MetadataEntry,
  type RegistryHeader,
  type VocabularyFact,
} from '../facts';
import { HALF_TYPED } from './half-typed';
import type { Task } from '../../../base/cooperative-task';
import { isRegistryPath, isWorkspaceRegistry, stem, workspaceDirectory } from '../layout';
import { writeGivenTerms } from './given-terms';
import { hasMembers, writeMembers } from './class-members';
import { readComponents, roleByFolder, stepPartOfName } from './components';
import { readImports } from './imports';
import { writeModuleFacts } from './module-facts';
import { readReferences } from './references';
import { writeHeader, writeTable } from './registry-facts';
import { readingOf } from './registry-reading';
import { collectStatements, type RegistryStatements } from './registry-statements';
import { readRows, type Row } from './rows';
import { runTimeNames } from './run-time-names';
import { SCRIPT_WORDS, writeScriptTerms } from './script-terms';
import { readTerms } from './terms';

/** A text without any of these words holds no rows, so its literals need not be read. */
const REGISTRY_WORDS =
  /STEP_NAMES|LOCAL_STEPS|WORKSPACE_STEPS|STEP_OVERRIDES|WORKSPACE_METADATA|_EXTRAS|LEGACY_ALIASES|HYPERPARAMETER_REGISTRY|VALID_SAGEMAKER_TYPES|StepSpecification|Contract\(/;

/** A core row has at least one of these fields; a dict STEP_NAMES without them belongs to other code. */
const ROW_FIELDS = new Set(['config_class', 'builder_step_name', 'spec_type', 'sagemaker_step_type']);

/** Reads registry variables, components, references and imports of a Python file. */
export function* readPythonFile(source: Source, out: FactWriter): Task {
  const role = isTestPath(source.file.path) ? undefined : roleByFolder(source.file.path);
  if (role === 'script' && SCRIPT_WORDS.test(source.text)) writeScriptTerms(source, source.python('outline'), out);
  if (role === 'builder' || role === 'config')
    writeGivenTerms(source, role, stepPartOfName(stem(source.file.path), role), out);
  yield;
  const deep = isWorkspaceRegistry(source.file.path) || REGISTRY_WORDS.test(source.text);
  const depth = deep || API_IN_DEPTH.test(source.text) ? 'literals' : 'outline';
  const tree = deep || API_WORDS.test(source.text) ? source.python(depth) : undefined;
  yield;
  if (deep && tree !== undefined) yield* readRegistry(source, tree, out);
  readComponents(source, tree, out);
  if (deep && tree !== undefined) readTerms(source, tree, out);
  yield;
  if (tree !== undefined) readReferences(source, tree, out);
  // Nobody imports a workspace registry, and what it imports itself is judged by running it.
  if (isTestPath(source.file.path) || isWorkspaceRegistry(source.file.path)) return;
  const given = runTimeNames(source);
  yield;
  readImports(source, given, out);
  writeModuleFacts(source, source.python('outline'), given, out);
  if (hasMembers(source.file.path)) writeMembers(source, source.python('literals'), out);
}

function* readRegistry(source: Source, tree: PythonTree, out: FactWriter): Task {
  const found = collectStatements(tree, source);
  yield;
  const form = formOf(source.file.path, found);
  if (form === undefined) {
    readOtherTables(source, tree, found, out);
    return;
  }
  const reading = readingOf(source, tree, found, form);
  yield;
  const { halfTyped } = reading;
  writeHeader(source, form, { found, reading, isDamaged: tree.problems.length > 0 || halfTyped !== undefined }, out);
  if (halfTyped !== undefined) out.problem({ code: HALF_TYPED, span: halfTyped, message: 'half-typed', damage: true });
  if (reading.metadata !== undefined) writeMetadata(reading.metadata, source, out);
  for (const problem of tree.problems) {
    const code = problem.kind === 'merge-marker' ? 'registry/merge-markers' : 'registry/syntax-error';
    const { span, message, missing } = problem;
    out.problem({ code, span, message, damage: true, ...(missing === undefined ? {} : { missing }) });
  }
  readOtherTables(source, tree, found, out);
  for (const [variable, table] of reading.tables) yield* writeTable(variable, table, { source, tree, found }, out);
}

/** What kind of registry a file is; undefined if it is none. */
function formOf(path: string, found: RegistryStatements): RegistryHeader['form'] | undefined {
  const name = fileName(path);
  const directory = workspaceDirectory(path);
  if (isWorkspaceRegistry(path)) return 'workspace';
  if (isTestPath(path)) return undefined;
  if (directory !== undefined) {
    if (name === 'workspace_registry.py') return 'ignored';
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

/** Adds `WORKSPACE_METADATA`. */
function writeMetadata({ fields, shape, open, partial, parts }: Row, { file }: Source, out: FactWriter): void {
  const id = fields.findLast(field => field.name === 'developer_id')?.value;
  // Half-typed metadata is the same metadata, whatever has become of its id for the moment.
  const known = partial ? file.facts.find(isMetadata)?.name : undefined;
  const name = known ?? (typeof id === 'string' ? id : '');
  const flags = { ...(open ? { open } : {}), ...(partial ? { partial } : {}) };
  const fact: MetadataEntry = { kind: 'metadata', name, file, shape, fields, ...flags };
  out.fact(fact, parts);
}

/** Reads aliases, hyperparameter rows and vocabularies. */
function readOtherTables({ file }: Source, tree: PythonTree, found: RegistryStatements, out: FactWriter): void {
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
  for (const pair of children(tree, dict)) {
    const [key, value] = children(tree, pair);
    if (key === undefined || value === undefined) continue;
    const [name, target] = [stringValue(tree, key), stringValue(tree, value)];
    if (name === undefined || target === undefined) continue;
    const alias: AliasFact = { kind: 'alias', name, file, target };
    out.fact(alias, new FactParts(spanOf(tree, pair), spanOf(tree, key)).field(spanOf(tree, key), spanOf(tree, value)));
  }
}
