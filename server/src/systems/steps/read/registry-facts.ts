import { defined } from '../../../base/defined';
import { sameData } from '../../../base/structural-equality';
import { forEachYielding, type Task } from '../../../base/cooperative-task';
import { firstLine, type Span } from '../../../base/text';
import { FactParts } from '../../../model/fact-parts';
import { spanOf, type PythonTree } from '../../../syntax/python/tree';
import type { FactWriter, Source } from '../../system';
import type { LoadingPoints, RegistryHeader, VariableFact } from '../facts';
import { workspaceDirectory } from '../layout';
import type { EvaluatedTable } from './evaluated-tables';
import { assignmentsTo, doubtOf, OF_OLD_WORKSPACES, stopOf, type RegistryReading } from './registry-reading';
import { TABLES, type Assignment, type RegistryStatements } from './registry-statements';
import { namesAnyBuilder } from './refusals';
import { excerptOf, writeStep, type Row } from './rows';

/** Adds the header of a registry file. */
export function writeHeader(
  source: Source,
  form: RegistryHeader['form'],
  { found, reading, isDamaged }: { found: RegistryStatements; reading: RegistryReading; isDamaged: boolean },
  out: FactWriter,
): void {
  const { tables, run, needs, changesCore, id } = reading;
  const directory = workspaceDirectory(source.file.path);
  const own = [...tables.values()];
  const loading = loadingOf(form, reading);
  const header: RegistryHeader = {
    kind: 'registry',
    name: '',
    file: source.file,
    form,
    imports: found.imports,
    open: own.some(isOpen),
    ...(own.some(({ rows }) => rows.length > 0) ? {} : { empty: true }),
    ...(found.assignments.length > 0 || own.some(({ state }) => state !== 'mapping') ? {} : { bare: true }),
    ...(own.some(({ rows }) => rows.some(mayHaveAnyBuilder)) ? { anyBuilder: true } : {}),
    ...(directory === undefined || directory === '' ? {} : { directory }),
    ...(run === undefined ? {} : { run: run.what }),
    ...(needs.length === 0 ? {} : { needs: needs.map(({ what }) => what) }),
    ...(changesCore ? { changesCore } : {}),
    ...loading,
    ...(id === undefined ? {} : { id: id.what }),
    ...(isDamaged ? { partial: true } : {}),
  };
  const whole = firstLine(source.text);
  const parts = new FactParts(whole).field(run?.at ?? whole).field(id?.at ?? whole);
  for (const { at = whole } of needs) parts.field(at);
  out.fact(header, parts);
}

function loadingOf(
  form: RegistryHeader['form'],
  { tables, run }: RegistryReading,
): LoadingPoints & Pick<RegistryHeader, 'withWorkspaceSteps'> {
  if (form !== 'workspace' && form !== 'literal') return {};
  if (run !== undefined && run.what.outcome !== 'cannot tell' && run.what.outcome !== 'does not parse') return {};
  if (form === 'literal') return pointsOf(stopOf(tables, ['STEP_NAMES']), undefined);
  const points = pointsOf(stopOf(tables), doubtOf(tables));
  const old = pointsOf(stopOf(tables, OF_OLD_WORKSPACES), doubtOf(tables, OF_OLD_WORKSPACES));
  return sameData(points, old) ? points : { ...points, withWorkspaceSteps: old };
}

function pointsOf(stopsAt: RegistryHeader['stopsAt'], doubtfulFrom: RegistryHeader['doubtfulFrom']): LoadingPoints {
  return { ...(stopsAt === undefined ? {} : { stopsAt }), ...(doubtfulFrom === undefined ? {} : { doubtfulFrom }) };
}

/** Whether there may be rows that the text does not name, or rows whose content it does not tell. */
function isOpen({ state, open, rows }: EvaluatedTable): boolean {
  return state === 'unknown' || open !== undefined || rows.some(({ shape }) => shape === 'unknown');
}

/** Whether code decides the builder of a row; the fact of a row that an edit has left alone says so. */
function mayHaveAnyBuilder(row: Row): boolean {
  return row.unchanged === undefined ? namesAnyBuilder(row) : row.unchanged.anyBuilder === true;
}

/** Adds a table: its assignments, then its rows in the order in which they are loaded, then those that are not in it. */
export function* writeTable(
  variable: string,
  evaluated: EvaluatedTable,
  context: { readonly source: Source; readonly tree: PythonTree; readonly found: RegistryStatements },
  out: FactWriter,
): Task {
  const { source, found } = context;
  const table = defined(TABLES.get(variable), 'the table of a variable');
  const assignments = assignmentsTo(variable, found);
  const lost = new Set(evaluated.gone.map(({ row }) => row));
  for (const assignment of assignments) {
    const isLast = assignment === assignments.at(-1);
    writeVariable(assignment, { evaluated, isLast, lost }, context, out);
  }
  if (assignments.length === 0) writeUnassigned(variable, evaluated, source, out);
  yield* forEachYielding(evaluated.rows, row => {
    writeStep(row, table, source.file, out);
  });
  for (const { row, how } of evaluated.gone) writeStep(row, table, source.file, out, how);
}

function writeVariable(
  { variable, node, target, value, rows, isAddition }: Assignment,
  { evaluated, isLast, lost }: { evaluated: EvaluatedTable; isLast: boolean; lost: ReadonlySet<Row> },
  { source, tree }: { readonly source: Source; readonly tree: PythonTree },
  out: FactWriter,
): void {
  const open = isLast ? evaluated.open : undefined;
  const at = open?.at.source === source.file.path ? open.at.span : undefined;
  const isReplaced = isAddition !== true && !isLast && rows.length > 0 && rows.every(row => lost.has(row));
  const fact: VariableFact = {
    kind: 'variable',
    name: variable,
    file: source.file,
    form: isLast ? formOfTable(evaluated) : 'literal',
    unknown: open === undefined ? [] : [at === undefined ? open.reason : excerptOf(source.text, at)],
    entries: rows.length,
    ...(isReplaced ? { replaced: true } : {}),
  };
  const place = spanOf(tree, target);
  const parts = new FactParts(spanOf(tree, node), place).field(place, spanOf(tree, value ?? target));
  out.fact(fact, open === undefined ? parts : parts.field(at ?? place));
}

/** Adds a table that no assignment gives: code puts it in place otherwise. */
function writeUnassigned(variable: string, evaluated: EvaluatedTable, { file, text }: Source, out: FactWriter): void {
  const { open, rows } = evaluated;
  const place: Span = open?.at.source === file.path ? open.at.span : firstLine(text);
  const unknown = open === undefined ? [] : [open.at.source === file.path ? excerptOf(text, place) : open.reason];
  const form = formOfTable(evaluated);
  const fact: VariableFact = { kind: 'variable', name: variable, file, form, unknown, entries: rows.length };
  out.fact(fact, new FactParts(place).field(place).field(place));
}

function formOfTable({ state, open, rows }: EvaluatedTable): VariableFact['form'] {
  if (state === 'other') return 'other';
  if (open === undefined) return 'literal';
  return state === 'unknown' && rows.length === 0 ? 'computed' : 'partly';
}
