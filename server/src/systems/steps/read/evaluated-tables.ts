import { builtinClass } from '../../../syntax/python/evaluate/builtin-classes';
import type { ModuleRun } from '../../../syntax/python/evaluate/run';
import { writtenAs } from '../../../syntax/python/evaluate/run';
import type { Entry, PyValue, Unknown } from '../../../syntax/python/evaluate/values';
import type { PythonTree } from '../../../syntax/python/tree';
import { isUnknown, type Value } from '../../../model/value';
import type { Source } from '../../system';
import type { StepEntry } from '../facts';
import { LOADED_FIELDS } from '../vocabulary';
import { evaluatedRow } from './evaluated-rows';
import type { ValueReader } from './evaluated-values';
import type { Assignment } from './registry-statements';
import { offsetAt, readRows, type Row } from './rows';

/** A table of a registry once the file has been run. */
export interface EvaluatedTable {
  /**
   * - `mapping`: it has `rows`, in their order
   * - `other`: the value is no dict
   * - `unknown`: code decides it
   */
  readonly state: 'mapping' | 'other' | 'unknown';
  readonly rows: readonly Row[];
  /** Rows that the text gives and that are not in the table in the end. */
  readonly gone: readonly { readonly row: Row; readonly how: NonNullable<StepEntry['gone']> }[];
  /** Why there may be other rows, or another order. */
  readonly open?: Pick<Unknown, 'reason' | 'at'>;
}

/** The table that a variable holds. `assignments` are those of the text to this variable. */
export function evaluateTable(
  entry: Entry | undefined,
  assignments: readonly Assignment[],
  context: TableContext,
): EvaluatedTable {
  const { run } = context;
  // Where the run ends before the table is assigned, what becomes of the file is said of the file; its rows are as they are written.
  if (entry === undefined && run.stops !== undefined)
    return { state: 'mapping', rows: withoutNamesOf([], assignments), gone: [] };
  if (entry === undefined) {
    const { open } = run;
    return withGone({ state: 'mapping', rows: [], ...(open === undefined ? {} : { open }) }, assignments);
  }
  const table = tableOf(entry.value, assignments, context);
  if (entry.certain) return withGone(table, assignments);
  const open = { reason: 'a branch decides whether it is assigned', at: entry.valueAt };
  return withGone({ ...table, state: table.state === 'other' ? 'unknown' : table.state, open }, assignments);
}

/** What tables are read with. */
export interface TableContext {
  readonly source: Source;
  readonly tree: PythonTree;
  readonly run: ModuleRun;
  readonly reader: ValueReader;
}

function tableOf(
  value: PyValue,
  assignments: readonly Assignment[],
  context: TableContext,
): Omit<EvaluatedTable, 'gone'> {
  if (typeof value !== 'object' || value === null) return { state: 'other', rows: [] };
  switch (value.kind) {
    case 'dict': {
      const literal = writtenRows(value, assignments, context);
      if (literal !== undefined) return { state: 'mapping', rows: literal };
      if (value.class?.written !== undefined)
        return unknownTable({ reason: 'a class of the text decides what it holds', at: NOWHERE });
      return mappingTable(value, assignments, context);
    }
    case 'proxy':
      return mappingTable(value.of, assignments, context);
    case 'unknown':
      if (
        value.class !== undefined &&
        value.class.name !== 'dict' &&
        value.class.order?.every(({ written }) => written === undefined) === true
      )
        return { state: 'other', rows: [] };
      return value.was === undefined
        ? unknownTable(value)
        : { ...tableOf(value.was, assignments, context), state: 'unknown', open: value };
    case 'instance':
      if (value.class === builtinClass('object')) return { state: 'other', rows: [] };
      return unknownTable({ reason: 'an object of the code decides what it holds', at: NOWHERE });
    case 'class':
      if (value.written === undefined) return { state: 'other', rows: [] };
      return unknownTable({ reason: 'a class of the code decides what it holds', at: NOWHERE });
    case 'module':
      return unknownTable({ reason: 'an object of the code decides what it holds', at: NOWHERE });
    default:
      return { state: 'other', rows: [] };
  }
}

const NOWHERE: Unknown['at'] = { source: '', span: { start: 0, end: 0 } };

function unknownTable(open: Pick<Unknown, 'reason' | 'at'>): Omit<EvaluatedTable, 'gone'> {
  return { state: 'unknown', rows: [], open };
}

function mappingTable(
  dict: Extract<PyValue, { kind: 'dict' }>,
  assignments: readonly Assignment[],
  { run, reader }: TableContext,
): Omit<EvaluatedTable, 'gone'> {
  const content = run.contentOf(dict);
  const written = new Map(assignments.flatMap(({ rows }) => rows).map(row => [nameStart(row), row] as const));
  const entries = [...content.entries.values()];
  const rows = entries.map(entry => evaluatedRow(entry, written.get(reader.spanOf(entry.keyAt)?.start), reader));
  const uncertain = entries.find(({ certain }) => !certain);
  const open =
    content.open ??
    (uncertain === undefined
      ? content.unordered === true && entries[0] !== undefined
        ? { reason: 'the order of the entries depends on a branch', at: entries[0].valueAt }
        : undefined
      : { reason: 'a branch decides whether an entry is there', at: uncertain.keyAt });
  return { state: 'mapping', rows, ...(open === undefined ? {} : { open }) };
}

/**
 * The rows of a table that is one dict literal which nothing changes: they are read from the text, so that an edit of one
 * row leaves the others alone. Undefined if the literal has to be evaluated.
 */
function writtenRows(
  value: PyValue,
  assignments: readonly Assignment[],
  { source, tree, run, reader }: TableContext,
): readonly Row[] | undefined {
  const isUntouched = typeof value === 'object' && value?.kind === 'dict' && value.pristine === undefined;
  const written = isUntouched ? writtenAs(value) : undefined;
  if (!isUntouched || written?.tree !== tree) return undefined;
  const { rows, unknown } =
    assignments.find(each => each.value === written.node) ?? readRows(tree, written.node, source);
  if (unknown.length > 0 || isAnyRepeated(rows)) return undefined;
  if (rows.every(isPlain)) return rows;
  const { entries } = run.contentOf(value);
  return rows.map(row => {
    const entry = isPlain(row) ? undefined : entries.get(`s:${row.name}`);
    return entry === undefined ? row : evaluatedRow(entry, row, reader);
  });
}

/** Whether two rows have one name. Of rows that an edit has left alone, no two have: that was found out before. */
function isAnyRepeated(rows: readonly Row[]): boolean {
  const fresh = rows.filter(({ unchanged }) => unchanged === undefined);
  if (fresh.length > MOST_COMPARED) return new Set(rows.map(({ name }) => name)).size < rows.length;
  return fresh.some(row => rows.some(other => other !== row && other.name === row.name));
}

/** With more new rows than this, a set is faster than comparing each with all others. */
const MOST_COMPARED = 8;

/** Whether what the loader makes of a row follows from its text as facts have it: not if they quote a value. */
function isPlain({ unchanged, shape, open, fields }: Row): boolean {
  if (unchanged !== undefined) return true;
  return (
    shape !== 'unknown' && !open && !fields.some(({ name, value }) => LOADED_FIELDS.has(name) && holdsUnknown(value))
  );
}

function holdsUnknown(value: Value): boolean {
  if (value instanceof Map) return [...(value as ReadonlyMap<string, Value>).values()].some(holdsUnknown);
  return Array.isArray(value) ? (value as readonly Value[]).some(holdsUnknown) : isUnknown(value);
}

/** Adds the rows of the text that the table does not have in the end. */
function withGone(table: Omit<EvaluatedTable, 'gone'>, assignments: readonly Assignment[]): EvaluatedTable {
  if (assignments.length === 1 && assignments[0]?.rows === table.rows) return { ...table, gone: [] };
  const kept = new Set(table.rows.map(nameStart));
  // Where code decides what is in the table, every row of the text may be.
  if (table.open !== undefined)
    return { ...table, rows: [...table.rows, ...withoutNamesOf(table.rows, assignments)], gone: [] };
  const names = new Set(table.rows.map(({ name }) => name));
  const gone = assignments.flatMap(({ rows }) =>
    rows.filter(row => !kept.has(nameStart(row))).map(row => ({ row, how: howLost(row, rows, names) })),
  );
  return { ...table, gone };
}

/** The rows that assignments give, the last of each name, but for names that other rows have. */
function withoutNamesOf(rows: readonly Row[], assignments: readonly Assignment[]): readonly Row[] {
  const known = new Set(rows.map(({ name }) => name));
  const written = assignments.flatMap(each => each.rows.map(row => [row.name, row] as const));
  return [...new Map(written).values()].filter(({ name }) => !known.has(name));
}

/** What becomes of a row of an assignment that is not in a table which has rows of these names in the end. */
function howLost(row: Row, rows: readonly Row[], names: ReadonlySet<string>): NonNullable<StepEntry['gone']> {
  const last = rows.findLast(({ name }) => name === row.name);
  if (last !== row) return 'repeated';
  return names.has(row.name) ? 'replaced' : 'removed';
}

/** Where the name of a row begins, which tells rows of a text apart. */
function nameStart(row: Row): number | undefined {
  return offsetAt(row, 2);
}
