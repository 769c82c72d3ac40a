import { isMapping, type Value } from '../../../model/value';
import type { ModuleRun } from '../../../syntax/python/evaluate/run';
import type { PyClass, PyDict, PyObject, PyValue } from '../../../syntax/python/evaluate/values';
import type { Attribute, ImportedName } from '../facts';
import { ANNOTATIONS, BASE_MODEL, EXAMPLE } from './packages';
import { floatRepr } from './python-values';

/** What a run of a file knows besides the values themselves. */
export interface Known {
  readonly run: ModuleRun;
  /** The name of the fact of a class of the file. */
  readonly factName: (type: PyClass) => string | undefined;
  readonly importedAs: (value: PyValue) => ImportedName | undefined;
}

/** What an attribute is worth, as facts say it. */
export function formOfValue(value: PyValue, known: Known): Omit<Attribute, 'name'> {
  if (typeof value !== 'object' || value === null) return literalForm(value, known);
  const imported = known.importedAs(value);
  if (imported !== undefined) return { form: 'class', target: dottedName(imported) };
  switch (value.kind) {
    case 'class':
      return { form: 'class', target: known.factName(value) ?? nameOfOther(value) };
    case 'function':
    case 'native':
    case 'bound':
      return { form: 'method' };
    case 'instance':
      if (value.class === ANNOTATIONS || value.class === EXAMPLE) return literalForm(value, known);
      return { form: FORMS[value.class.name] ?? 'other' };
    case 'list':
    case 'tuple':
    case 'dict':
    case 'set':
      return literalForm(value, known);
    case 'bytes':
    case 'range':
    case 'module':
    case 'proxy':
      return { form: 'object' };
    case 'unknown':
    case 'special':
    case 'slice':
    case 'iterator':
      return { form: 'other' };
  }
}

const FORMS: Readonly<Record<string, Attribute['form']>> = {
  staticmethod: 'method',
  classmethod: 'method',
  property: 'object',
};

/** The dotted name of what an import asks for, with a dot for each level. */
export function dottedName({ module, level, name }: ImportedName): string {
  const own = '.'.repeat(level) + module;
  return name === undefined ? own : own.endsWith('.') ? own + name : `${own}.${name}`;
}

/** Classes that are not of the file: of those only counts whether they are models. */
function nameOfOther(type: PyClass): string {
  if (type === BASE_MODEL || type.order?.includes(BASE_MODEL) === true) return 'pydantic.BaseModel';
  return type.order === undefined ? `unknown.${type.name}` : 'object';
}

function literalForm(value: PyValue, known: Known): Omit<Attribute, 'name'> {
  const literal = plainValue(value, known.run);
  const text = typeof value === 'string' || !counts(value) ? undefined : textOf(value, known.run);
  return { form: 'literal', value: literal, ...(text === undefined ? {} : { text }) };
}

function counts(value: PyValue): boolean {
  if (typeof value !== 'object') return value !== false && value !== '' && value !== 0 && value !== 0n;
  return value !== null && !((value.kind === 'tuple' && value.items.length === 0) || isEmptyList(value));
}

function isEmptyList(value: PyObject): boolean {
  return value.kind === 'list' && value.content.items.length === 0 && value.content.open === undefined;
}

/** A value as files state it; what only running decides is unknown. */
export function plainValue(value: PyValue, run: ModuleRun): Value {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value.kind === 'tuple') return value.items.map(item => plainValue(item, run));
  if (value.kind === 'list') {
    const { items, open } = value.content;
    return open === undefined ? items.map(item => plainValue(item, run)) : { unknown: open.reason };
  }
  if (value.kind === 'dict') return plainMapping(value, run);
  if (value.kind === 'instance' && value.class === ANNOTATIONS) return plainMapping(value.names, run);
  if (value.kind === 'instance' && value.class === EXAMPLE) return plainExample(value.names, run);
  return { unknown: value.kind === 'unknown' ? value.reason : 'an object' };
}

/** `ModuleExample`, with what it is made of where that is not said. */
function plainExample(names: PyDict, run: ModuleRun): Value {
  const stated = plainMapping(names, run);
  const nothing = new Map<string, Value>();
  const given = isMapping(stated) ? stated : nothing;
  return new Map<string, Value>([
    ['title', given.get('title') ?? null],
    ['inputs', given.get('inputs') ?? nothing],
    ['output', given.get('output') ?? nothing],
    ['description', given.get('description') ?? null],
  ]);
}

function plainMapping(dict: PyDict, run: ModuleRun): Value {
  const { entries, open } = run.contentOf(dict);
  if (open !== undefined) return { unknown: open.reason };
  return new Map(
    [...entries.values()].map(({ key, value }) => [textOf(key, run) ?? '?', plainValue(value, run)] as const),
  );
}

/** `str()` of what a class may state as its version. */
function textOf(value: PyValue, run: ModuleRun): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return floatRepr(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null) return 'None';
  if (value.kind !== 'tuple' && value.kind !== 'list') return undefined;
  const items = value.kind === 'tuple' ? value.items : value.content.items;
  const texts = items.map(item => (typeof item === 'string' ? `'${item}'` : textOf(item, run)));
  if (texts.some(text => text === undefined)) return undefined;
  const inner = texts.join(', ');
  if (value.kind === 'list') return `[${inner}]`;
  return `(${inner}${items.length === 1 ? ',' : ''})`;
}
