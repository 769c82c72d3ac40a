import type { FieldSpans } from '../../../model/fact-parts';
import type { Value } from '../../../model/value';
import {
  bare,
  childrenOf,
  literalOf,
  type Node,
  propertiesOf,
  type ScriptTree,
  spanOf,
  textOf,
} from '../../../syntax/typescript/tree';
import { isMapping, isUnknown } from '../../../model/value';
import type { SchemaField } from '../facts';

type Schema = ReadonlyMap<string, Value>;

/** A call of TypeBox, `Type.Object(…)`: what is called, and its arguments. */
interface Call {
  readonly name: string;
  readonly parts: readonly Node[];
}

/** A call like `Type.String(…)`; nothing for other expressions. */
export function typeCall(tree: ScriptTree, node: Node): Call | undefined {
  const at = bare(node);
  if (at.name !== 'CallExpression') return undefined;
  const [callee, list] = childrenOf(at);
  const match = callee && /^(?:\w+\.)?Type\.(\w+)$|^T\.(\w+)$/.exec(textOf(tree, callee));
  const name = match?.[1] ?? match?.[2];
  if (name === undefined || list?.name !== 'ArgList') return undefined;
  return { name, parts: childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name)) };
}

/** The fields of `Type.Object({ … }, options)`, and where each stands. */
export function objectFields(
  tree: ScriptTree,
  node: Node,
): { fields: SchemaField[]; spans: FieldSpans[]; options?: Value } | undefined {
  const call = typeCall(tree, node);
  const [object, options] = call?.parts ?? [];
  if (call?.name !== 'Object' || object === undefined || bare(object).name !== 'ObjectExpression') return undefined;
  const { properties } = propertiesOf(tree, bare(object));
  const fields: SchemaField[] = [];
  const spans: FieldSpans[] = [];
  for (const { name, nameNode, value } of properties) {
    if (value === undefined) continue;
    const text = textOf(tree, value).replace(/\s+/g, ' ');
    const schema = schemaOf(tree, value, 0);
    fields.push({
      name,
      type: text.length > 80 ? `${text.slice(0, 79)}…` : text,
      ...(schema === undefined ? {} : { schema }),
      ...(typeCall(tree, value) === undefined ? {} : { required: !isOptional(tree, value) }),
    });
    spans.push({ name: spanOf(nameNode), value: spanOf(value) });
  }
  return { fields, spans, ...(options === undefined ? {} : { options: literalOf(tree, options) }) };
}

/** `Type.Optional(…)`, also inside `Type.Readonly(…)`. */
function isOptional(tree: ScriptTree, node: Node): boolean {
  const call = typeCall(tree, node);
  if (call === undefined) return false;
  return (
    call.name === 'Optional' ||
    (call.name === 'Readonly' && call.parts[0] !== undefined && isOptional(tree, call.parts[0]))
  );
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['String', 'string'],
  ['Number', 'number'],
  ['Integer', 'integer'],
  ['Boolean', 'boolean'],
  ['Null', 'null'],
]);

/** Types nested deeper than this are not looked into. */
const DEEPEST = 20;

/** A TypeBox expression as JSON Schema has it; nothing for what cannot be told. */
export function schemaOf(tree: ScriptTree, node: Node, depth: number): Schema | undefined {
  const call = depth > DEEPEST ? undefined : typeCall(tree, node);
  if (call === undefined) return undefined;
  const { name, parts } = call;
  const inner = (i: number) => (parts[i] === undefined ? undefined : schemaOf(tree, parts[i], depth + 1));
  const plain = PLAIN.get(name);
  if (plain !== undefined) return withOptions(tree, new Map([['type', plain]]), parts[0]);
  switch (name) {
    case 'Any':
    case 'Unknown':
      return withOptions(tree, new Map(), parts[0]);
    case 'Optional':
    case 'Readonly':
      return inner(0);
    case 'Array':
      return withOptions(tree, schemaOfType('array', 'items', inner(0)), parts[1]);
    case 'Literal':
      return withOptions(tree, literalSchema(tree, parts[0]), parts[1]);
    case 'Union':
      return withOptions(tree, unionSchema(tree, parts[0], depth), parts[1]);
    case 'Record':
      return withOptions(tree, schemaOfType('object', 'additionalProperties', inner(1)), parts[2]);
    case 'Object':
      return objectSchema(tree, node, parts[1], depth);
  }
  return undefined;
}

/** A schema of a type and of what else the type says; nothing where that cannot be told. */
function schemaOfType(type: string, name: string, value: Value | undefined): Schema | undefined {
  return value === undefined
    ? undefined
    : new Map<string, Value>([
        ['type', type],
        [name, value],
      ]);
}

function literalSchema(tree: ScriptTree, literal: Node | undefined): Schema | undefined {
  const value = literal && literalOf(tree, literal);
  if (value === undefined || isUnknown(value)) return undefined;
  return new Map<string, Value>([
    ['const', value],
    ['type', typeof value],
  ]);
}

function unionSchema(tree: ScriptTree, members: Node | undefined, depth: number): Schema | undefined {
  const list = members && bare(members);
  if (list?.name !== 'ArrayExpression') return undefined;
  const items = childrenOf(list).filter(each => !/^[[\],]$/.test(each.name));
  const all = items.map(each => schemaOf(tree, each, depth + 1));
  return all.every(each => each !== undefined) ? new Map<string, Value>([['anyOf', all]]) : undefined;
}

function objectSchema(tree: ScriptTree, node: Node, options: Node | undefined, depth: number): Schema | undefined {
  const object = bare(typeCall(tree, node)?.parts[0] ?? node);
  if (object.name !== 'ObjectExpression') return undefined;
  const { properties, isOpen } = propertiesOf(tree, object);
  const own = new Map<string, Value>();
  const required: string[] = [];
  for (const { name, value } of properties) {
    const schema = value && schemaOf(tree, value, depth + 1);
    if (value === undefined || schema === undefined) return undefined;
    own.set(name, schema);
    if (!isOptional(tree, value)) required.push(name);
  }
  if (isOpen) return undefined;
  const schema = new Map<string, Value>([
    ['type', 'object'],
    ['properties', own],
  ]);
  if (required.length > 0) schema.set('required', required);
  return withOptions(tree, schema, options);
}

/** The options of a call, such as a description, are taken over as they are. */
function withOptions(tree: ScriptTree, schema: Schema | undefined, options: Node | undefined): Schema | undefined {
  if (schema === undefined || options === undefined) return schema;
  const said = literalOf(tree, options);
  if (!isMapping(said) || [...said.values()].some(isUnknown)) return undefined;
  return new Map([...schema, ...said]);
}
