import type { Value } from '../../../model/value';
import { isUnknown } from '../../../model/value';
import type { Imports } from '../../../syntax/python/imports';
import { literalValue, nameText } from '../../../syntax/python/literal';
import { children, Kind, NONE, textOf, valueOf, type PythonTree } from '../../../syntax/python/tree';
import { bareClassName } from '../../../model/class-outline';
import type { SchemaField } from '../facts';

type Schema = ReadonlyMap<string, Value>;

/** A field of a pydantic model as JSON Schema has it, as far as its text says it. Class variables are no fields. */
export function schemaField(
  tree: PythonTree,
  name: string,
  annotation: number,
  value: number,
  imports: Imports,
): SchemaField | undefined {
  const type = textOf(tree, annotation).replace(/\s+/g, ' ');
  if (name === 'model_config' || /\bClassVar\b|\bPrivateAttr\b/.test(type)) return undefined;
  const call = fieldCall(tree, value) ?? fieldCall(tree, annotated(tree, annotation));
  const inner = annotated(tree, annotation) === NONE ? annotation : (children(tree, annotation)[1] ?? annotation);
  const own = typeSchema(tree, firstOf(tree, inner), imports, 0);
  const words = call === undefined ? new Map<string, Value>() : callSchema(tree, call);
  const otherwise = value !== NONE && fieldCall(tree, value) === undefined ? literalValue(tree, value) : undefined;
  const extra = otherwise === undefined || isUnknown(otherwise) ? words : new Map([...words, ['default', otherwise]]);
  const required = call === undefined ? value === NONE : isRequired(tree, call, value);
  return {
    name,
    type: type.length > 80 ? `${type.slice(0, 79)}…` : type,
    ...(own === undefined ? {} : { schema: new Map([...own, ...extra]) }),
    ...(required === undefined ? {} : { required }),
  };
}

/** The last part of `Annotated[type, Field(…)]`; NONE for other annotations. */
function annotated(tree: PythonTree, annotation: number): number {
  if (tree.kind[annotation] !== Kind.Subscript) return NONE;
  const [value = NONE, index = NONE] = children(tree, annotation);
  if (value === NONE || index === NONE || !/(^|\.)Annotated$/.test(nameText(tree, value) ?? '')) return NONE;
  return tree.kind[index] === Kind.Tuple ? (children(tree, index).at(-1) ?? NONE) : index;
}

function firstOf(tree: PythonTree, node: number): number {
  return tree.kind[node] === Kind.Tuple ? (children(tree, node)[0] ?? node) : node;
}

function fieldCall(tree: PythonTree, node: number): number | undefined {
  if (node === NONE || tree.kind[node] !== Kind.Call) return undefined;
  return /(^|\.)Field$/.test(nameText(tree, node + 1) ?? '') ? node : undefined;
}

/** `Field(...)` and one without a default are required; in `Annotated`, a value after the annotation is the default. */
function isRequired(tree: PythonTree, call: number, value: number): boolean | undefined {
  const parts = children(tree, call).slice(1);
  if (parts.some(part => tree.kind[part] === Kind.Spread)) return undefined;
  if (value !== NONE && value !== call) return false;
  const keywords = parts.filter(part => tree.kind[part] === Kind.Keyword).map(part => nameText(tree, part + 1));
  if (keywords.includes('default') || keywords.includes('default_factory')) return false;
  const [first] = parts;
  return first === undefined || tree.kind[first] === Kind.Keyword || textOf(tree, first) === '...';
}

/** What the arguments of `Field` are called in JSON Schema. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['default', 'default'],
  ['description', 'description'],
  ['examples', 'examples'],
  ['ge', 'minimum'],
  ['gt', 'exclusiveMinimum'],
  ['le', 'maximum'],
  ['lt', 'exclusiveMaximum'],
  ['multiple_of', 'multipleOf'],
  ['pattern', 'pattern'],
  ['title', 'title'],
]);

function callSchema(tree: PythonTree, call: number): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const [i, part] of children(tree, call).slice(1).entries()) {
    const isKeyword = tree.kind[part] === Kind.Keyword;
    if (!isKeyword && i > 0) continue;
    const name = isKeyword ? KEYWORDS.get(nameText(tree, part + 1) ?? '') : 'default';
    const at = isKeyword ? valueOf(tree, part) : part;
    const value = at === NONE ? undefined : literalValue(tree, at);
    if (name !== undefined && value !== undefined && !isUnknown(value)) found.set(name, value);
  }
  return found;
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['str', 'string'],
  ['int', 'integer'],
  ['float', 'number'],
  ['bool', 'boolean'],
  ['dict', 'object'],
  ['Dict', 'object'],
  ['Mapping', 'object'],
  ['None', 'null'],
]);
const LISTS: ReadonlySet<string> = new Set(['list', 'List', 'Sequence', 'set', 'Set', 'frozenset', 'Iterable']);

/** Types nested deeper than this are not looked into. */
const DEEPEST = 20;

/** Nothing for what cannot be told. Another class is a reference by its dotted name, which its reader resolves. */
function typeSchema(tree: PythonTree, node: number, imports: Imports, depth: number): Schema | undefined {
  if (depth > DEEPEST) return undefined;
  const kind = tree.kind[node];
  if (kind === Kind.Constant) return textOf(tree, node) === 'None' ? new Map([['type', 'null']]) : undefined;
  const ownName = nameText(tree, node);
  if (ownName !== undefined) return nameSchema(ownName, imports);
  if (kind === Kind.Other) {
    const parts = children(tree, node);
    const [first, ...others] = parts;
    if (first === undefined || others.length === 0) return undefined;
    let end = tree.end[first];
    const between = others.every(part => {
      const text = tree.text.slice(end, tree.start[part]);
      end = tree.end[part];
      return /^\s*\|\s*$/.test(text);
    });
    return between ? anyOf(tree, parts, imports, depth) : undefined;
  }
  if (kind !== Kind.Subscript) return undefined;
  const [value = NONE, index = NONE] = children(tree, node);
  const name = value === NONE ? undefined : bareClassName(nameText(tree, value) ?? '');
  if (name === undefined || index === NONE) return undefined;
  const parts = tree.kind[index] === Kind.Tuple ? children(tree, index) : [index];
  const inner = (at: number) => typeSchema(tree, at, imports, depth + 1);
  if (name === 'Optional') {
    const own = inner(index);
    return own && new Map([['anyOf', [own, new Map([['type', 'null']])]]]);
  }
  if (name === 'Union') return anyOf(tree, parts, imports, depth);
  if (name === 'Literal') return literals(tree, parts);
  if (LISTS.has(name)) {
    const [first] = parts;
    const items = first === undefined ? undefined : inner(first);
    const unique = /set/i.test(name) ? [['uniqueItems', true] as const] : [];
    return items && new Map<string, Value>([['type', 'array'], ['items', items], ...unique]);
  }
  const [, valueType] = parts;
  if (PLAIN.get(name) !== 'object' || valueType === undefined || parts.length !== 2) return undefined;
  const values = inner(valueType);
  return (
    values &&
    new Map<string, Value>([
      ['type', 'object'],
      ['additionalProperties', values.size === 0 ? true : values],
    ])
  );
}

function nameSchema(name: string, imports: Imports): Schema | undefined {
  const bare = bareClassName(name);
  const plain = PLAIN.get(bare);
  if (plain !== undefined)
    return new Map<string, Value>([
      ['type', plain],
      ...(plain === 'object' ? [['additionalProperties', true] as const] : []),
    ]);
  if (bare === 'Any' || bare === 'object') return new Map();
  if (LISTS.has(bare))
    return new Map<string, Value>([
      ['type', 'array'],
      ['items', new Map()],
    ]);
  const resolved = imports.resolve(name);
  const format = FORMATS.get(resolved);
  return format === undefined
    ? new Map([['$ref', resolved]])
    : new Map([
        ['type', 'string'],
        ['format', format],
      ]);
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['datetime.datetime', 'date-time'],
  ['datetime.date', 'date'],
  ['datetime.time', 'time'],
  ['datetime.timedelta', 'duration'],
  ['uuid.UUID', 'uuid'],
  ['pathlib.Path', 'path'],
]);

function anyOf(tree: PythonTree, parts: readonly number[], imports: Imports, depth: number): Schema | undefined {
  const all = parts.map(part => typeSchema(tree, part, imports, depth + 1));
  return all.every(each => each !== undefined) ? new Map([['anyOf', all]]) : undefined;
}

function literals(tree: PythonTree, parts: readonly number[]): Schema | undefined {
  const values = parts.map(part => literalValue(tree, part));
  const [first, ...others] = values;
  if (values.some(isUnknown)) return undefined;
  const isText = values.every(value => typeof value === 'string');
  const rest: [string, Value][] = isText
    ? [['type', 'string']]
    : values.every(value => Number.isInteger(value))
      ? [['type', 'integer']]
      : [];
  return new Map<string, Value>([
    first !== undefined && others.length === 0 ? ['const', first] : ['enum', values],
    ...rest,
  ]);
}
