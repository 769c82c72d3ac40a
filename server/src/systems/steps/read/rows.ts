import type { Span } from '../../../base/text';
import { FactParts } from '../../../model/fact-parts';
import type { SourceFile } from '../../../model/fact';
import type { Field } from '../../../model/fields';
import type { Value } from '../../../model/value';
import { literalValue, nameText, stringValue } from '../../../syntax/python/literal';
import { children, firstChild, Kind, nextChild, NONE, type PythonTree, spanOf } from '../../../syntax/python/tree';
import type { FactWriter, MovedSpans, Source } from '../../system';
import { type Inheritance, isStep, type Refusal, type StepEntry, type Table } from '../facts';
import { hasHalfTypedField, isSetOfNames, lastOfJoined } from './half-typed';
import { refusalIn, stepEntry, type Judgement } from './refusals';

/** A named mapping in a Python text: a row of a table, or metadata. */
export interface Row {
  readonly name: string;
  readonly shape: StepEntry['shape'];
  readonly fields: readonly Field[];
  readonly parts: FactParts | MovedSpans;
  /** See `StepEntry.open`. */
  readonly open: boolean;
  /** See `StepEntry.inherits`. */
  readonly inherits?: Inheritance | undefined;
  readonly partial: boolean;
  /** Python takes its text for something else than what is being typed (see `half-typed.ts`). */
  readonly halfTyped?: true;
  /** The fact of the row, if an edit left the row as it was. */
  readonly unchanged?: StepEntry;
  /** See `StepEntry.unaskable`. */
  readonly unaskable?: true;
  /** What the loader makes of the row, if that does not follow from its fields as they stand here. */
  readonly judgement?: Judgement;
}

/** The rows of a dict literal that can be read, and the nodes of items that are decided at run time. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly unknown: readonly number[];
}

/** Reads the pairs of a dict literal as rows. With `source`, rows that an edit left as they were are not read again. */
export function readRows(tree: PythonTree, dict: number, source?: Source): Rows {
  const rows: Row[] = [];
  const unknown: number[] = [];
  for (let item = firstChild(tree, dict); item !== NONE; item = nextChild(tree, dict, item)) {
    const isPair = tree.kind[item] === Kind.Pair;
    if (isPair && source !== undefined && isNewNameAlone(tree, item, source)) continue;
    const row = isPair ? readPair(tree, item, source) : undefined;
    if (row === undefined) unknown.push(isPair ? item + 1 : item);
    else rows.push(row);
  }
  return { rows, unknown };
}

/**
 * Reads the node `value` as the row called `name`. The nodes `whole` and `key` give the spans of the row and its name.
 */
export function readRow(tree: PythonTree, name: string, whole: number, key: number, value: number | undefined): Row {
  return rowAt(tree, { name, span: spanOf(tree, whole), nameSpan: spanOf(tree, key) }, value);
}

/** Reads a row of a text that is being edited. The row as it was before is asked for only where something looks half-typed. */
function readTypedRow(tree: PythonTree, named: Named, value: number | undefined, source: Source): Row {
  const known = () => knownStep(source, named.name);
  const row = rowAt(tree, named, value, name => known()?.fields.some(field => field.name === name) !== true);
  if (value === undefined) return row;
  if (isSetOfNames(tree, value) && known()?.shape !== 'other')
    return { ...row, shape: 'mapping', partial: true, halfTyped: true };
  return hasHalfTypedField(tree, value, known) ? { ...row, partial: true, halfTyped: true } : row;
}

interface Named {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** `isNewField` says, of a text that is being edited, whether the row had no field of a name before. */
function rowAt(
  tree: PythonTree,
  { name, span, nameSpan }: Named,
  value: number | undefined,
  isNewField: (name: string) => boolean = () => false,
): Row {
  const parts = new FactParts(span, nameSpan);
  const partial = isDamaged(tree, span);
  if (value === undefined) return { name, shape: 'other', fields: [], parts, open: false, partial: true };
  const fields: Field[] = [];
  const add = (fieldKey: number, fieldName: string, fieldValue: number | undefined): void => {
    const last = lastOfJoined(tree, fieldKey);
    const field =
      last !== undefined && isNewField(fieldName) ? last : { name: fieldName, span: spanOf(tree, fieldKey) };
    fields.push({ name: field.name, value: fieldValue === undefined ? null : literalValue(tree, fieldValue) });
    parts.field(field.span, fieldValue === undefined ? field.span : spanOf(tree, fieldValue));
  };
  const open = readFields(tree, value, add);
  return {
    name,
    shape: open === undefined ? shapeOf(tree, value) : 'mapping',
    fields,
    parts,
    open: open === true,
    partial,
  };
}

/** Adds a row of a registry table as a fact. */
export function writeStep(row: Row, table: Table, file: SourceFile, out: FactWriter, gone?: StepEntry['gone']): void {
  const { name, shape, fields, open, inherits, partial, unaskable, unchanged, judgement } = row;
  if (unchanged?.table === table && !open && gone === undefined) return out.fact(unchanged, row.parts);
  const doubt = judgement?.doubt;
  const flags = {
    ...(open ? { open } : {}),
    ...(inherits === undefined ? {} : { inherits }),
    ...(partial ? { partial } : {}),
    ...(unaskable === undefined ? {} : { unaskable }),
    ...(gone === undefined ? {} : { gone }),
    ...(doubt === undefined ? {} : { doubt }),
  };
  const refused = refusalOf(row, gone);
  const entry = { name, file, table, shape, fields, ...flags };
  out.fact(stepEntry(entry, refused === undefined ? {} : { refused }), row.parts);
}

/** Why the loader refuses a row; one that is not in its table in the end is never looked at. */
export function refusalOf(row: Row, gone?: StepEntry['gone']): Refusal | undefined {
  if (gone !== undefined) return undefined;
  if (row.unchanged !== undefined) return row.unchanged.refused;
  return row.judgement === undefined ? refusalIn(row) : row.judgement.refused;
}

/** An offset among the parts of a row, which an edit may have moved. */
export function offsetAt({ parts }: Row, index: number): number | undefined {
  return 'offsets' in parts ? parts.offsets[index] : parts.previousSpans[parts.from + index]! + parts.shift;
}

/** A piece of a text, short enough for a message. */
export function excerptOf(whole: string, { start, end }: Span): string {
  const text = whole.slice(start, Math.min(end, start + 200)).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Whether a problem of the text touches a span. */
export function isDamaged(tree: PythonTree, { start, end }: Span): boolean {
  return tree.problems.some(problem => problem.span.start <= end && problem.span.end >= start);
}

function readPair(tree: PythonTree, pair: number, source: Source | undefined): Row | undefined {
  const key = firstChild(tree, pair);
  const name = key === NONE ? undefined : stringValue(tree, key);
  if (name === undefined) return undefined;
  const after = nextChild(tree, pair, key);
  const value = after === NONE ? undefined : after;
  const named = { name, span: spanOf(tree, pair), nameSpan: spanOf(tree, key) };
  if (source?.isUnsaved !== true) return unchangedRow(tree, named, source) ?? rowAt(tree, named, value);
  const last = lastOfJoined(tree, key);
  const below = last === undefined || last.name === name || knownStep(source, name) === undefined ? last : undefined;
  if (below === undefined) return unchangedRow(tree, named, source) ?? readTypedRow(tree, named, value, source);
  const meant = { name: below.name, span: { ...named.span, start: below.span.start }, nameSpan: below.span };
  const row = unchangedRow(tree, meant, source) ?? readTypedRow(tree, meant, value, source);
  return below.name === name ? row : { ...row, halfTyped: true };
}

function knownStep(source: Source, name: string): StepEntry | undefined {
  const known = source.known('step', name);
  return known !== undefined && isStep(known) ? known : undefined;
}

/** Whether `pair` is a name that is being typed, and no row yet: it has no colon, which is an error, or nothing behind it. */
function isNewNameAlone(tree: PythonTree, pair: number, source: Source): boolean {
  if (!source.isUnsaved) return false;
  const key = firstChild(tree, pair);
  const isAlone = nextChild(tree, pair, key) === NONE || (tree.problems.length > 0 && !hasColon(tree, key));
  const name = isAlone && key !== NONE ? stringValue(tree, key) : undefined;
  return name !== undefined && knownStep(source, name) === undefined;
}

function hasColon({ text, end }: PythonTree, key: number): boolean {
  let at = end[key]!;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return text.charAt(at) === ':';
}

/**
 * The row at `span`, made of its former fact; undefined if an edit changed it, or if it is damaged or not a plain row.
 */
function unchangedRow(tree: PythonTree, { name, span }: Named, source: Source | undefined): Row | undefined {
  if (isDamaged(tree, span)) return undefined;
  const known = source?.unchanged('step', name, span.start, span.end);
  if (known === undefined || !isStep(known.fact)) return undefined;
  const { fact: entry } = known;
  if (entry.shape !== 'mapping' || entry.open === true || entry.partial === true) return undefined;
  if (entry.gone !== undefined || entry.doubt !== undefined) return undefined;
  const { fields } = entry;
  return { name, shape: 'mapping', fields, parts: known.spans, open: false, partial: false, unchanged: entry };
}

/**
 * Adds the fields of a dict literal or `dict(…)` call and returns whether it is open; undefined for any other value.
 */
function readFields(
  tree: PythonTree,
  value: number,
  add: (key: number, name: string, value: number | undefined) => void,
): boolean | undefined {
  const byKeyword = isDictCall(tree, value);
  if (!byKeyword && tree.kind[value] !== Kind.Dict) return undefined;
  let open = false;
  for (const item of children(tree, value)) {
    if (byKeyword && item === value + 1) continue;
    const [key, fieldValue] = children(tree, item);
    const isField = key !== undefined && tree.kind[item] === (byKeyword ? Kind.Keyword : Kind.Pair);
    const name = !isField ? undefined : byKeyword ? nameText(tree, key) : stringValue(tree, key);
    if (key === undefined || name === undefined) open = true;
    else add(key, name, fieldValue);
  }
  return open;
}

function isDictCall(tree: PythonTree, value: number): boolean {
  return tree.kind[value] === Kind.Call && nameText(tree, value + 1) === 'dict';
}

function shapeOf(tree: PythonTree, value: number): StepEntry['shape'] {
  const stated: Value = literalValue(tree, value);
  return typeof stated === 'object' && stated !== null && 'unknown' in stated ? 'unknown' : 'other';
}
