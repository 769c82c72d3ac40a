import type { Span } from '../../../base/text';
import { FactParts } from '../../../model/fact-parts';
import type { Field } from '../../../model/fields';
import type { FieldType } from '../../../model/field-doc';
import type { Entry, Outside, PyBytes, PyDict, PyValue } from '../../../syntax/python/evaluate/values';
import type { Inheritance, InheritedField, Refusal, StepEntry } from '../facts';
import { builtinClass } from '../../../syntax/python/evaluate/builtin-classes';
import { LOADED_FIELDS } from '../vocabulary';
import { acceptance, acceptanceAsName, textOfValue, type Acceptance, type Contents } from './loaded-values';
import type { Judgement } from './refusals';
import { offsetAt, type Row } from './rows';
import { valueOfEntry, type ValueReader } from './evaluated-values';

/** What the loader sees of the value of a row. */
interface RowValue {
  readonly shape: StepEntry['shape'];
  readonly entries: readonly Entry[];
  /** Whether the row may have further fields, and why that cannot be told. */
  readonly open: Acceptance;
  /** The row of core that the further fields come from. */
  readonly outside?: Outside;
}

/**
 * The row that an entry of a table gives, once the file has been run. `written` is the row that its text gives, if it
 * stands where the entry comes from: then it says where the row begins and ends.
 */
export function evaluatedRow(entry: Entry, written: Row | undefined, reader: ValueReader): Row {
  const whole = reader.spanOf(entry.keyAt) ?? reader.spanOf(entry.valueAt) ?? { start: 0, end: 0 };
  const value = rowValue(entry.value, reader.contents);
  const { shape, entries, open, outside } = value;
  const parts = new FactParts(cover((written && wholeOf(written)) ?? whole, reader.spanOf(entry.valueAt)), whole);
  const fields: Field[] = [];
  for (const each of entries) {
    if (typeof each.key !== 'string') continue;
    fields.push({ name: each.key, value: valueOfEntry(each, reader) });
    const name = reader.spanOf(each.keyAt) ?? whole;
    parts.field(name, reader.spanOf(each.valueAt) ?? name);
  }
  const inherits = inheritanceOf(value, reader);
  if (outside !== undefined) parts.field(within(reader.spanOf(entry.valueAt) ?? whole, reader.spanOf(outside.at)));
  return {
    name: nameOf(entry.key),
    ...(isBytes(entry.key) ? { unaskable: true } : {}),
    shape,
    fields,
    parts,
    open: inherits !== undefined || (open !== 'accepted' && shape === 'mapping'),
    inherits,
    partial: false,
    judgement: judge(entry, value, reader),
  };
}

function wholeOf(row: Row): Span | undefined {
  const [start, end] = [offsetAt(row, 0), offsetAt(row, 1)];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The name that a row is listed under: the key as text, as Python shows keys that are no texts. */
function nameOf(key: PyValue): string {
  if (typeof key === 'string') return key;
  if (isBytes(key)) return `b'${key.text}'`;
  if (typeof key === 'boolean') return key ? 'True' : 'False';
  return key === null ? 'None' : (textOfValue(key) ?? (typeof key === 'object' ? key.kind : String(key)));
}

function isBytes(key: PyValue): key is PyBytes {
  return typeof key === 'object' && key?.kind === 'bytes';
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
      return value.class === builtinClass('object')
        ? other
        : { ...other, shape: 'unknown', open: { doubt: undefined } };
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
  const { entries, open, outside } = contents(dict);
  const row = { shape: 'mapping', entries: [...entries.values()] } as const;
  // The registry manager has accepted the rows of core before it comes to workspaces.
  if (outside?.keys.length === 1) return { ...row, open: 'accepted', outside };
  return { ...row, open: open === undefined ? 'accepted' : { doubt: open } };
}

/** What a row has from rows of core. */
function inheritanceOf({ entries, outside }: RowValue, reader: ValueReader): Inheritance | undefined {
  const fields: InheritedField[] = [];
  for (const { key: name, value, valueAt, certain } of entries) {
    const { keys: [row, field] = [], otherwise } = reader.outsideOf(value) ?? {};
    if (typeof name !== 'string' || row === undefined || field === undefined || !certain) continue;
    const own = otherwise === undefined ? undefined : { key: name, value: otherwise, keyAt: valueAt, valueAt, certain };
    fields.push({ name, from: { row, field }, ...(own === undefined ? {} : { otherwise: valueOfEntry(own, reader) }) });
  }
  const row = outside?.keys[0];
  if (row === undefined) return fields.length === 0 ? undefined : { fields };
  return { row, ...(outside?.without === undefined ? {} : { without: outside.without }), fields };
}

/** A span inside another one; that other one if it is not inside. */
function within(whole: Span, part: Span | undefined): Span {
  return part !== undefined && part.start >= whole.start && part.end <= whole.end ? part : whole;
}

/** Whether the loader refuses a row, or may do so. */
function judge(entry: Entry, { shape, entries, open }: RowValue, reader: ValueReader): Judgement {
  const name = acceptanceAsName(entry.key);
  if (name === 'refused') return { refused: { why: typeof entry.key === 'string' ? 'name' : 'key' } };
  if (shape === 'other') return { refused: { why: 'shape' } };
  let doubt: Judgement['doubt'];
  for (const [field, type] of shape === 'mapping' ? LOADED_FIELDS : []) {
    const given = entries.find(({ key }) => key === field);
    const answer = given === undefined ? open : acceptanceOfField(given.value, field, type, reader);
    if (answer === 'accepted') continue;
    if (answer === 'refused' && given?.certain === true) return { refused: refusalOf(given, type) };
    doubt ??= doubtOf(answer, field);
  }
  if (name !== 'accepted') return { doubt: doubtOf(name) };
  if (shape === 'unknown') return { doubt: doubtOf(open) };
  return doubt === undefined ? {} : { doubt };
}

/** The registry manager has accepted a value of core for the same field before. */
function acceptanceOfField(value: PyValue, field: string, type: FieldType, reader: ValueReader): Acceptance {
  const { keys = [], otherwise } = reader.outsideOf(value) ?? {};
  if (keys.length !== 2 || keys[1] !== field) return acceptance(value, field, type, reader.contents);
  const own = otherwise === undefined ? 'accepted' : acceptance(otherwise, field, type, reader.contents);
  return own === 'refused' ? { doubt: undefined } : own;
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
