import type { Span } from '../../../base/text';
import type { ModuleRun } from '../../../syntax/python/evaluate/run';
import type { Doubt, Entry, Place, PyTuple, PyValue, Unknown } from '../../../syntax/python/evaluate/values';
import type { PythonTree } from '../../../syntax/python/tree';
import type { Source } from '../../system';
import type { CoreNeed, LoadingPoint, RegistryHeader, RunTrouble, StatedId, Table } from '../facts';
import { evaluatedRow } from './evaluated-rows';
import { evaluateTable, type EvaluatedTable } from './evaluated-tables';
import type { ValueReader } from './evaluated-values';
import { textOfValue } from './loaded-values';
import { type Assignment, halfTypedAt, type RegistryStatements, TABLES } from './registry-statements';
import { excerptOf, readRow, refusalOf, type Row } from './rows';
import { runPackageRegistry, runWorkspaceRegistry } from './run-registry';

/** What a registry file says in the end, with the places of what the header says. */
export interface RegistryReading {
  /** By variable; those that the text does not mention are left out. */
  readonly tables: ReadonlyMap<string, EvaluatedTable>;
  readonly metadata: Row | undefined;
  readonly run?: Placed<RunTrouble>;
  readonly needs: readonly Placed<CoreNeed>[];
  readonly changesCore: boolean;
  readonly id?: Placed<StatedId>;
  /** Where something is half-typed, though the text parses. */
  readonly halfTyped?: Span;
}

interface Placed<What> {
  readonly what: What;
  readonly at: Span | undefined;
}

/** Reads a registry by running its text; one that cannot be run gives the rows that are written in it. */
export function readingOf(
  source: Source,
  tree: PythonTree,
  found: RegistryStatements,
  form: RegistryHeader['form'],
): RegistryReading {
  const [problem] = tree.problems;
  if (problem !== undefined)
    return asWritten(tree, found, {
      what: { outcome: 'does not parse', reason: problem.message },
      at: problem.span,
    });
  const halfTyped = halfTypedAt(tree, found, source);
  if (halfTyped !== undefined) return asHalfTyped(tree, found, halfTyped);
  const isWorkspace = form === 'workspace';
  const run = isWorkspace ? runWorkspaceRegistry(source, tree) : runPackageRegistry(source, tree);
  const reader = readerOf(source, run);
  // A registry of the package runs wherever the package is used: code that may fail does not make it doubtful.
  const trouble = isWorkspace || run.stops !== undefined ? troubleOf(run, reader) : undefined;
  const { changesOutside: changesCore } = run;
  if (trouble !== undefined && trouble.what.outcome !== 'cannot tell')
    return { ...asWritten(tree, found, trouble), changesCore };
  const context = { source, tree, run, reader };
  const tables = new Map<string, EvaluatedTable>();
  for (const variable of TABLES.keys()) {
    const assignments = found.assignments.filter(each => each.variable === variable);
    // What is imported under the name of the core table is no table of this file.
    if (isWorkspace && variable === 'STEP_NAMES' && assignments.length === 0) continue;
    const entry = run.names.get(variable);
    if (entry === undefined && assignments.length === 0 && (!isWorkspace || run.open === undefined)) continue;
    tables.set(variable, evaluateTable(entry, assignments, context));
  }
  const stated = run.names.get('WORKSPACE_METADATA');
  const id = isWorkspace && stopOf(tables) === undefined ? reached(idOf(stated, run, reader), tables) : undefined;
  return {
    tables,
    needs: needsOf(run, reader),
    changesCore,
    metadata: isWorkspace && stated !== undefined ? metadataRow(stated, found, tree, reader) : undefined,
    ...(trouble === undefined ? {} : { run: trouble }),
    ...(id === undefined ? {} : { id }),
  };
}

/** The rows that the text of a file gives, for a file that is not loaded: none is said to replace another. */
function asWritten(tree: PythonTree, found: RegistryStatements, run: Placed<RunTrouble>): RegistryReading {
  const tables = new Map<string, EvaluatedTable>();
  for (const variable of new Set(found.assignments.map(each => each.variable))) {
    const rows = found.assignments.flatMap(each => (each.variable === variable ? each.rows : []));
    tables.set(variable, { state: 'mapping', rows, gone: [] });
  }
  const last = metadataAssignment(found);
  const metadata = last && readRow(tree, last.name, last.node, last.target, last.value);
  return { tables, metadata, run, needs: [], changesCore: false };
}

/** The rows of a text that parses by accident, while something is typed (see `half-typed.ts`). */
function asHalfTyped(tree: PythonTree, found: RegistryStatements, at: Span): RegistryReading {
  const reading = asWritten(tree, found, { what: { outcome: 'cannot tell', reason: 'a row is being typed' }, at });
  const { metadata } = reading;
  return { ...reading, halfTyped: at, ...(metadata === undefined ? {} : { metadata: { ...metadata, partial: true } }) };
}

function readerOf({ file, text }: Source, run: ModuleRun): ValueReader {
  const spanOf = ({ source, span }: Place): Span | undefined => (source === file.path ? span : undefined);
  return {
    contents: run.contentOf,
    outsideOf: run.outsideOf,
    spanOf,
    excerptAt(place) {
      const span = spanOf(place);
      return span === undefined ? 'a value of another file' : excerptOf(text, span);
    },
  };
}

/** What keeps a file from being run to its end. */
function troubleOf({ stops, doubts }: ModuleRun, { spanOf }: ValueReader): Placed<RunTrouble> | undefined {
  if (stops !== undefined) {
    const { exception, message, at } = stops;
    const exits = EXITS.has(exception) && doubts.length === 0;
    const reason = message === '' ? exception : `${exception}: ${message}`;
    return { what: { outcome: exits ? 'exits' : 'raises', reason }, at: spanOf(at) };
  }
  const doubt = doubts.find(({ needs }) => needs === undefined);
  return doubt && { what: { outcome: 'cannot tell', reason: inPlainWords(doubt) }, at: spanOf(doubt.at) };
}

/** What a run takes out of the rows of core, each once. */
function needsOf({ doubts }: ModuleRun, { spanOf }: ValueReader): Placed<CoreNeed>[] {
  const found = new Map<string, Placed<CoreNeed>>();
  for (const { needs: [row, field] = [], certain = false, at } of doubts) {
    const name = JSON.stringify([row, field]);
    if (row === undefined || found.has(name)) continue;
    found.set(name, { what: { row, ...(field === undefined ? {} : { field }), certain }, at: spanOf(at) });
  }
  return [...found.values()];
}

/** Exceptions that are no `Exception`, so that the registry manager does not catch them. */
const EXITS = new Set(['SystemExit', 'KeyboardInterrupt', 'GeneratorExit', 'BaseException', 'BaseExceptionGroup']);

/** Why something cannot be told, without marks of quotation. */
function inPlainWords({ reason }: Pick<Doubt, 'reason'>): string {
  return reason.replaceAll('`', '');
}

/** The tables of a workspace, in the order in which they are loaded. */
const OF_WORKSPACES: readonly Table[] = ['LOCAL_STEPS', 'STEP_OVERRIDES'];

/** Same, where workspaces keep their steps as the older documents say. */
export const OF_OLD_WORKSPACES: readonly Table[] = ['WORKSPACE_STEPS', 'STEP_OVERRIDES'];

/** Where the loader of some tables stops for certain; undefined if it goes through all rows, as far as can be told. */
export function stopOf(
  tables: RegistryReading['tables'],
  order: readonly Table[] = OF_WORKSPACES,
): LoadingPoint | undefined {
  for (const table of order) {
    const { state, rows = [], open } = tables.get(table) ?? {};
    if (state === 'other') return { table };
    const refused = rows.find(row => refusalOf(row) !== undefined);
    if (refused !== undefined && open === undefined) return { table, name: refused.name };
  }
  return undefined;
}

/** From where on it cannot be told what is loaded. */
export function doubtOf(
  tables: RegistryReading['tables'],
  order: readonly Table[] = OF_WORKSPACES,
): RegistryHeader['doubtfulFrom'] {
  for (const table of order) {
    const { open, rows = [] } = tables.get(table) ?? {};
    if (open !== undefined) return { table, reason: inPlainWords(open) };
    const row = rows.find(({ judgement }) => judgement?.doubt !== undefined);
    const doubt = row?.judgement?.doubt;
    if (row !== undefined && doubt !== undefined) return { table, name: row.name, reason: inPlainWords(doubt) };
  }
  return undefined;
}

/** The id, which the loader comes to behind all rows: nobody knows it where a row may stop the loader. */
function reached(id: Placed<StatedId> | undefined, tables: RegistryReading['tables']): Placed<StatedId> | undefined {
  if (id === undefined || doubtOf(tables) === undefined) return id;
  const { is, text } = id.what;
  // Under an id that is no text nobody is found, whether that is so or the steps are those of the directory in part.
  if (is === 'cannot tell' || is === 'no text') return id;
  const likely = is === 'text' ? { likely: text } : {};
  return { ...id, what: { is: 'cannot tell', text: `${text}, unless loading stops before`, ...likely } };
}

/** What `developer_id` of the metadata makes of the id; undefined if it leaves the id alone, or is not read at all. */
function idOf(
  stated: Entry | undefined,
  run: ModuleRun,
  { contents, spanOf, excerptAt }: ValueReader,
): Placed<StatedId> | undefined {
  if (stated === undefined) return run.open && { what: { is: 'cannot tell', text: 'code' }, at: spanOf(run.open.at) };
  const untold = { what: { is: 'cannot tell', text: excerptAt(stated.valueAt) }, at: spanOf(stated.valueAt) } as const;
  const { value } = stated;
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.kind === 'instance' || (value.kind === 'unknown' && !isNumber(value))) return untold;
  if (value.kind !== 'dict' && value.kind !== 'proxy') return undefined;
  const { entries, open } = contents(value.kind === 'proxy' ? value.of : value);
  const id = entries.get('s:developer_id');
  if (!stated.certain || (id === undefined && open !== undefined)) return untold;
  if (id === undefined) return undefined;
  const text = id.certain ? textOfValue(id.value) : undefined;
  const at = spanOf(id.valueAt);
  if (text !== undefined && !(typeof id.value === 'object')) return { what: { is: 'text', text }, at };
  return { what: { is: id.certain ? kindOfId(id.value) : 'cannot tell', text: excerptAt(id.valueAt) }, at };
}

function kindOfId(value: PyValue): StatedId['is'] {
  if (typeof value !== 'object' || value === null) return 'no text';
  switch (value.kind) {
    case 'dict':
    case 'list':
      return 'no key';
    case 'set':
      return value.frozen ? 'no text' : 'no key';
    case 'tuple':
      return kindOfTuple(value);
    case 'unknown':
      return isNumber(value) ? 'no text' : 'cannot tell';
    case 'instance':
      return 'cannot tell';
    default:
      return 'no text';
  }
}

/** Whether a value is a number, whichever it is: `float("nan")`. */
function isNumber(value: Unknown): boolean {
  return value.class?.name === 'float' || value.class?.name === 'int';
}

/** A tuple is a key if all its items are. */
function kindOfTuple({ items }: PyTuple): StatedId['is'] {
  const kinds = items.map(kindOfId);
  return (['cannot tell', 'no key'] as const).find(kind => kinds.includes(kind)) ?? 'no text';
}

/** The metadata as a row, so that it has fields with places. */
function metadataRow(stated: Entry, found: RegistryStatements, tree: PythonTree, reader: ValueReader): Row {
  const last = metadataAssignment(found);
  const written = last && readRow(tree, last.name, last.node, last.target, last.value);
  const isAsWritten =
    written?.shape === 'mapping' &&
    !written.open &&
    typeof stated.value === 'object' &&
    stated.value?.kind === 'dict' &&
    stated.value.content === undefined;
  return isAsWritten ? written : evaluatedRow(stated, written, reader);
}

/** The last assignment to `WORKSPACE_METADATA`, which is the one that counts. */
export function metadataAssignment({ others }: RegistryStatements): RegistryStatements['others'][number] | undefined {
  return others.findLast(({ name }) => name === 'WORKSPACE_METADATA');
}

/** The assignments to a variable. */
export function assignmentsTo(variable: string, { assignments }: RegistryStatements): readonly Assignment[] {
  return assignments.filter(each => each.variable === variable);
}
