import type { Span } from '../../../base/text';
import { FactParts } from '../../../model/fact-parts';
import type { Field } from '../../../model/fields';
import type { FieldType } from '../../../model/field-doc';
import type { Entry, PyDict, PyValue } from '../../../syntax/python/evaluate/values';
import type { Refusal, StepEntry } from '../facts';
import { LOADED_FIELDS } from '../vocabulary';
import { acceptance, acceptanceAsName, textOfValue, type Acceptance, type Contents } from './loaded-values';
import type { Judgement } from './refusals';
import { offsetAt, type Row } from './rows';
import { valueOfEntry, type ValueReader } from './evaluated-values';

/** What the loader sees of the value of a row. */
interface RowValue {
  readonly shape: StepEntry['shape'];
  readonly entries: readonly Entry[];
  /** There may be other fields. */
  readonly open: Acceptance;
}

/**
 * The row that an entry of a table gives, once the file has been run. `written` is the row that its text gives, if it
 * stands where the entry comes from: then it says where the row begins and ends.
 */
export function evaluatedRow(entry: Entry, written: Row | undefined, reader: ValueReader): Row {
  const whole = reader.spanOf(entry.keyAt) ?? reader.spanOf(entry.valueAt) ?? { start: 0, end: 0 };
  const { shape, entries, open } = rowValue(entry.value, reader.contents);
  const parts = new FactParts(cover((written && wholeOf(written)) ?? whole, reader.spanOf(entry.valueAt)), whole);
  const fields: Field[] = [];
  for (const each of entries) {
    if (typeof each.key !== 'string') continue;
    fields.push({ name: each.key, value: valueOfEntry(each, reader) });
    const name = reader.spanOf(each.keyAt) ?? whole;
    parts.field(name, reader.spanOf(each.valueAt) ?? name);
  }
  return {
    name: nameOf(entry.key),
    shape,
    fields,
    parts,
    open: open !== 'accepted' && shape === 'mapping',
    partial: false,
    judgement: judge(entry, { shape, entries, open }, reader),
  };
}

function wholeOf(row: Row): Span | undefined {
  const [start, end] = [offsetAt(row, 0), offsetAt(row, 1)];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The name that a row is listed under: the key as text, as Python shows keys that are no texts. */
function nameOf(key: PyValue): string {
  if (typeof key === 'string') return key;
  if (typeof key === 'object' && key?.kind === 'bytes') return `b'${key.text}'`;
  if (typeof key === 'boolean') return key ? 'True' : 'False';
  return key === null ? 'None' : (textOfValue(key) ?? (typeof key === 'object' ? key.kind : String(key)));
}

/** From the beginning of one span to the end of another that follows it; the first alone if it does not. */
function cover(first: Span, second: Span | undefined): Span {
  return second === undefined || second.start < first.end ? first : { start: first.start, end: second.end };
}

function rowValue(value: PyValue, contents: Contents): RowValue {
  const other: RowValue = { shape: 'other', entries: [], open: 'accepted' };
  if (typeof value !== 'object' || value === null) return other;
  switch (value.kind) {
    case 'dict':
    case 'proxy': {
      const dict = value.kind === 'proxy' ? value.of : value;
      return dict.class?.written === undefined
        ? mappingValue(dict, contents)
        : { ...other, shape: 'unknown', open: { doubt: undefined } };
    }
    case 'unknown': {
      const was = value.was === undefined ? undefined : rowValue(value.was, contents);
      if (value.class !== undefined && NO_MAPPINGS.has(value.class.name)) return other;
      return { shape: 'unknown', entries: was?.entries ?? [], open: { doubt: value } };
    }
    case 'instance':
    case 'class':
    case 'module':
      return { ...other, shape: 'unknown', open: { doubt: undefined } };
    default:
      return other;
  }
}

const NO_MAPPINGS = new Set([
  'str',
  'int',
  'float',
  'bool',
  'bytes',
  'NoneType',
  'list',
  'tuple',
  'set',
  'frozenset',
  'range',
]);

function mappingValue(dict: PyDict, contents: Contents): RowValue {
  const { entries, open } = contents(dict);
  return { shape: 'mapping', entries: [...entries.values()], open: open === undefined ? 'accepted' : { doubt: open } };
}

/** Whether the loader refuses a row, or may do so. */
function judge(entry: Entry, { shape, entries, open }: RowValue, reader: ValueReader): Judgement {
  const name = acceptanceAsName(entry.key);
  if (name === 'refused') return { refused: { why: typeof entry.key === 'string' ? 'name' : 'key' } };
  if (shape === 'other') return { refused: { why: 'shape' } };
  let doubt: Judgement['doubt'];
  for (const [field, type] of shape === 'mapping' ? LOADED_FIELDS : []) {
    const given = entries.find(({ key }) => key === field);
    const answer = given === undefined ? open : acceptance(given.value, field, type, reader.contents);
    if (answer === 'accepted') continue;
    if (answer === 'refused' && given?.certain === true) return { refused: refusalOf(given, type) };
    doubt ??= doubtOf(answer, field);
  }
  if (name !== 'accepted') return { doubt: doubtOf(name) };
  if (shape === 'unknown') return { doubt: doubtOf(open) };
  return doubt === undefined ? {} : { doubt };
}

function refusalOf({ key, value }: Entry, expected: FieldType): Refusal {
  const field = typeof key === 'string' ? key : '';
  const builder = textOfValue(value);
  if (field === 'builder_step_name' && builder !== undefined) return { why: 'builder', builder };
  return { why: 'type', field, expected };
}

function doubtOf(answer: Acceptance, field?: string): NonNullable<Judgement['doubt']> {
  const why = typeof answer === 'object' ? answer.doubt?.reason : undefined;
  return { reason: why ?? 'an object of the code decides', ...(field === undefined ? {} : { field }) };
}
