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
  const required = isRequired(tree, annotation, value);
  return {
    name,
    type: type.length > 80 ? `${type.slice(0, 79)}…` : type,
    ...(required === undefined ? {} : { required }),
    ...(required === undefined && value !== NONE ? { isAssigned: true as const } : {}),
  };
}

/**
 * Whether a value must be given for a field: nothing where code decides it, by a call other than `Field(…)`, by a name that may stand for
 * one, or by a type that a name stands for, which may be an `Annotated` with a default in it.
 */
function isRequired(tree: PythonTree, annotation: number, value: number): boolean | undefined {
  const given = value === NONE ? undefined : requiredBy(tree, value);
  if (given === false || (value !== NONE && given === undefined)) return given;
  const [type, ...metadata] = annotated(tree, annotation);
  if (!KNOWN_TYPE.test(textOf(tree, type))) return undefined;
  const said = metadata.map(each => (isPlainMetadata(tree, each) ? true : requiredBy(tree, each)));
  return said.includes(undefined) ? undefined : !said.includes(false);
}

/** What stands alone in the place of a type and is certainly no name for `Annotated[…, Field(default=…)]`. */
const KNOWN_TYPE =
  /\||^['"]?(?:\w+\.)*(?:str|int|float|bool|bytes|dict|list|tuple|set|frozenset|object|None|Any|Optional|Union|Literal|Dict|List|Tuple|Set|FrozenSet|Sequence|Mapping|Iterable|Callable|Type|date|time|datetime|timedelta|Decimal|Path|UUID|EmailStr|HttpUrl|StrictStr|StrictInt|StrictFloat|StrictBool)\b/;

/** The type and the metadata of `Annotated[type, …]`; the annotation itself if it is another one. */
function annotated(tree: PythonTree, annotation: number): readonly [number, ...number[]] {
  if (tree.kind[annotation] !== Kind.Subscript) return [annotation];
  const [value = NONE, index = NONE] = children(tree, annotation);
  if (value === NONE || index === NONE || !/(^|\.)Annotated$/.test(nameText(tree, value) ?? '')) return [annotation];
  const [type = index, ...metadata] = tree.kind[index] === Kind.Tuple ? children(tree, index) : [];
  return [type, ...metadata];
}

function isPlainMetadata(tree: PythonTree, node: number): boolean {
  const kind = tree.kind[node];
  return kind === Kind.String || kind === Kind.Number || kind === Kind.Constant;
}

/** Whether a value must be given where this stands as a default or as metadata: `Field(...)` and one without a default say so, and `...` does. */
function requiredBy(tree: PythonTree, node: number): boolean | undefined {
  const kind = tree.kind[node];
  if (textOf(tree, node) === '...') return true;
  if (kind === Kind.Name || (kind === Kind.Call && !/(^|\.)Field$/.test(nameText(tree, node + 1) ?? '')))
    return undefined;
  if (kind !== Kind.Call) return false;
  const parts = children(tree, node).slice(1);
  if (parts.some(part => tree.kind[part] === Kind.Spread)) return undefined;
  const keywords = parts.filter(part => tree.kind[part] === Kind.Keyword);
  const stated = keywords.find(part => nameText(tree, part + 1) === 'default');
  if (stated !== undefined) return textOf(tree, tree.next[stated + 1]!) === '...';
  if (keywords.some(part => nameText(tree, part + 1) === 'default_factory')) return false;
  const [first] = parts;
  return first === undefined || tree.kind[first] === Kind.Keyword || textOf(tree, first) === '...';
}
