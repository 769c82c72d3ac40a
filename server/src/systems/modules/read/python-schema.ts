import { nameText } from '../../../syntax/python/literal';
import { children, Kind, NONE, textOf, type PythonTree } from '../../../syntax/python/tree';
import type { SchemaField } from '../facts';

/** A field of a pydantic model, as a hover names it: its type as written, and whether it is required. Class variables are no fields. */
export function schemaField(
  tree: PythonTree,
  name: string,
  annotation: number,
  value: number,
): SchemaField | undefined {
  const type = textOf(tree, annotation).replace(/\s+/g, ' ');
  if (name === 'model_config' || /\bClassVar\b|\bPrivateAttr\b/.test(type)) return undefined;
  const call = fieldCall(tree, value) ?? fieldCall(tree, annotated(tree, annotation));
  const required = call === undefined ? value === NONE : isRequired(tree, call, value);
  return {
    name,
    type: type.length > 80 ? `${type.slice(0, 79)}…` : type,
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
