import { annotated } from './types';
import { argument, isCallOf, isLibrary, library, type PyCall, type PyValue } from './values';

/** What is known of a field: its type, and everything that `Field(…)` and the metadata of `Annotated` say of it (`FieldInfo`). */
export interface FieldInfo {
  readonly type: PyValue;
  /** Constraints and other metadata, in order. */
  readonly metadata: readonly Metadatum[];
  /** What was said explicitly: `default`, `alias`, `title` … */
  readonly attributes: ReadonlyMap<string, PyValue>;
}

/** A constraint by its name, or anything else that stands in `Annotated`. */
export type Metadatum =
  | { readonly kind: 'constraint'; readonly name: string; readonly value: PyValue }
  | { readonly kind: 'field'; readonly field: Omit<FieldInfo, 'type'> }
  | { readonly kind: 'other'; readonly value: PyValue };

/** The arguments of `Field` that are constraints, in the order in which pydantic lists them: the last ones count as one. */
const CONSTRAINTS = [
  'strict',
  'gt',
  'ge',
  'lt',
  'le',
  'multiple_of',
  'min_length',
  'max_length',
  'fail_fast',
  'pattern',
  'allow_inf_nan',
  'max_digits',
  'decimal_places',
  'union_mode',
  'coerce_numbers_to_str',
] as const;

const IS_CONSTRAINT: ReadonlySet<string> = new Set(CONSTRAINTS);

/** The field of an annotation without a value (`FieldInfo.from_annotation`). */
export function fieldOfAnnotation(annotation: PyValue): FieldInfo {
  const { type, metadata } = inspected(annotation);
  return constructed(type, metadata, new Map());
}

/** The field of an annotation with a value: a default, or `Field(…)` (`FieldInfo.from_annotated_attribute`). */
export function fieldOfAttribute(annotation: PyValue, value: PyValue): FieldInfo {
  const { type, metadata } = inspected(annotation);
  if (isCallOf(value, 'pydantic.Field')) {
    const field = fieldOfCall(value);
    // Constraints of the assigned field come before those of the annotation.
    const merged = constructed(type, [...metadata, { kind: 'field', field: { ...field, metadata: [] } }], new Map());
    return { ...merged, metadata: [...field.metadata, ...merged.metadata] };
  }
  if (isCallOf(value, 'dataclasses.field')) {
    const field = { metadata: [], attributes: attributesOfDataclassField(value) };
    return constructed(type, [...metadata, { kind: 'field', field }], new Map());
  }
  return constructed(type, metadata, new Map([['default', value]]));
}

function attributesOfDataclassField(call: PyCall): Map<string, PyValue> {
  const found = new Map<string, PyValue>();
  for (const name of ['default', 'default_factory', 'init', 'kw_only']) {
    const value = call.keywords.get(name);
    if (value !== undefined && !isLibrary(value, 'dataclasses.MISSING')) found.set(name, value);
  }
  const metadata = call.keywords.get('metadata');
  if (metadata?.kind === 'dict')
    for (const [key, value] of metadata.entries) if (key.kind === 'str') found.set(key.value, value);
  return found;
}

/** The type of an annotation and the metadata around it: `Annotated`, `Final`, `Required` and their like. */
function inspected(annotation: PyValue): { readonly type: PyValue; readonly metadata: readonly Metadatum[] } {
  if (annotation.kind === 'annotated') {
    const inner = inspected(annotation.type);
    return { type: inner.type, metadata: [...inner.metadata, ...annotation.metadata.flatMap(metadataOf)] };
  }
  if (annotation.kind === 'subscript' && isLibrary(annotation.origin, ...QUALIFIERS)) {
    const [inner] = annotation.args;
    return inner === undefined ? { type: annotation, metadata: [] } : inspected(inner);
  }
  if (isLibrary(annotation, 'typing.Final')) return { type: library('typing.Any'), metadata: [] };
  if (annotation.kind === 'subscript') {
    const [inner] = annotation.args;
    const replaced = inner === undefined ? undefined : SHORT_FORMS.get(originName(annotation.origin));
    if (inner !== undefined && replaced !== undefined) return inspected(annotated(inner, [library(replaced)]));
  }
  return { type: annotation, metadata: [] };
}

const QUALIFIERS = ['typing.Final', 'typing.Required', 'typing.NotRequired', 'typing.ReadOnly', 'dataclasses.InitVar'];

/** `SkipJsonSchema[int]` is short for `Annotated[int, SkipJsonSchema()]`. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['pydantic.json_schema.SkipJsonSchema', 'pydantic.json_schema.SkipJsonSchema'],
  ['pydantic.SkipValidation', 'pydantic.SkipValidation'],
  ['pydantic.SerializeAsAny', 'pydantic.SerializeAsAny'],
  ['pydantic.Json', 'pydantic.Json'],
  ['pydantic.OnErrorOmit', 'pydantic.OnErrorOmit'],
]);

function originName(origin: PyValue): string {
  return origin.kind === 'library' ? origin.name : '';
}

/** The merge of `FieldInfo._construct`: later fields over earlier ones, and what is said directly over all. */
function constructed(
  type: PyValue,
  metadata: readonly Metadatum[],
  overrides: ReadonlyMap<string, PyValue>,
): FieldInfo {
  const attributes = new Map<string, PyValue>();
  const rest: Metadatum[] = [];
  for (const each of metadata) {
    if (each.kind !== 'field') {
      if (each.kind === 'other' && isCallOf(each.value, 'typing.deprecated', 'warnings.deprecated'))
        attributes.set('deprecated', each.value.args[0] ?? each.value);
      else rest.push(each);
      continue;
    }
    rest.push(...each.field.metadata);
    const before = attributes.get('json_schema_extra');
    for (const [name, value] of each.field.attributes) attributes.set(name, value);
    const extra = each.field.attributes.get('json_schema_extra');
    if (before?.kind === 'dict' && extra?.kind === 'dict')
      attributes.set('json_schema_extra', { kind: 'dict', entries: [...before.entries, ...extra.entries] });
  }
  for (const [name, value] of overrides) attributes.set(name, value);
  if (attributes.get('default')?.kind === 'ellipsis') attributes.delete('default');
  return { type, metadata: rest, attributes };
}

/** What `Field(…)` says. */
export function fieldOfCall(call: PyCall): Omit<FieldInfo, 'type'> {
  const attributes = new Map<string, PyValue>();
  const metadata: Metadatum[] = [];
  const [first] = call.args;
  if (first !== undefined && first.kind !== 'ellipsis') attributes.set('default', first);
  const extra: [PyValue, PyValue][] = [];
  for (const [name, value] of call.keywords) {
    if (IS_CONSTRAINT.has(name)) continue;
    if (name === 'default' && value.kind === 'ellipsis') continue;
    if (ATTRIBUTES.has(name)) attributes.set(name, value);
    else if (!OLD_NAMES.has(name)) extra.push([{ kind: 'str', value: name }, value]);
  }
  // Further keywords are deprecated: they are the schema's own words where none are given properly.
  if (extra.length > 0 && !attributes.has('json_schema_extra'))
    attributes.set('json_schema_extra', { kind: 'dict', entries: extra });
  for (const name of CONSTRAINTS) {
    const value = call.keywords.get(name) ?? call.keywords.get(OLD_LIMITS.get(name) ?? '');
    if (value !== undefined && value.kind !== 'none') metadata.push({ kind: 'constraint', name, value });
  }
  return { metadata, attributes: withAliases(attributes) };
}

/** `alias` is the alias of both directions where these have none of their own. */
function withAliases(attributes: Map<string, PyValue>): Map<string, PyValue> {
  const alias = attributes.get('alias');
  if (alias !== undefined && !attributes.has('validation_alias')) attributes.set('validation_alias', alias);
  return attributes;
}

const ATTRIBUTES: ReadonlySet<string> = new Set([
  'default',
  'default_factory',
  'alias',
  'alias_priority',
  'validation_alias',
  'serialization_alias',
  'title',
  'field_title_generator',
  'description',
  'examples',
  'exclude',
  'exclude_if',
  'discriminator',
  'deprecated',
  'json_schema_extra',
  'frozen',
  'validate_default',
  'repr',
  'init',
  'init_var',
  'kw_only',
]);

/** Arguments of pydantic 1 that are understood, by the names of today. */
const OLD_LIMITS: ReadonlyMap<string, string> = new Map([
  ['min_length', 'min_items'],
  ['max_length', 'max_items'],
]);
const OLD_NAMES: ReadonlySet<string> = new Set([
  'min_items',
  'max_items',
  'allow_mutation',
  'const',
  'unique_items',
  'regex',
  'include',
]);

/** Groups of constraints from other calls than `Field`, by the constraints that their arguments are. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'annotated_types.Gt': ['gt'],
  'annotated_types.Ge': ['ge'],
  'annotated_types.Lt': ['lt'],
  'annotated_types.Le': ['le'],
  'annotated_types.MultipleOf': ['multiple_of'],
  'annotated_types.MinLen': ['min_length'],
  'annotated_types.MaxLen': ['max_length'],
  'annotated_types.Len': ['min_length', 'max_length'],
  'annotated_types.Interval': ['gt', 'ge', 'lt', 'le'],
  'pydantic.AllowInfNan': ['allow_inf_nan'],
  'pydantic.Strict': ['strict'],
  'pydantic.FailFast': ['fail_fast'],
  'pydantic.StringConstraints': [
    'strip_whitespace',
    'to_upper',
    'to_lower',
    'strict',
    'min_length',
    'max_length',
    'pattern',
  ],
};

/** What an argument of `Annotated` means. */
export function metadataOf(value: PyValue): readonly Metadatum[] {
  if (isCallOf(value, 'pydantic.Field')) return [{ kind: 'field', field: fieldOfCall(value) }];
  if (isCallOf(value, 'pydantic constraints')) return constraintsOf(value, CONSTRAINTS);
  if (value.kind === 'call' && value.callee.kind === 'library') {
    const names = GROUPS[value.callee.name];
    if (names !== undefined) return constraintsOf(value, names);
  }
  return [{ kind: 'other', value }];
}

function constraintsOf(call: PyCall, names: readonly string[]): readonly Metadatum[] {
  const isLength = isCallOf(call, 'annotated_types.Len');
  return names.flatMap((name, i): Metadatum[] => {
    const value = argument(call, name, i);
    if (value === undefined || value.kind === 'none') return [];
    if (isLength && value.kind === 'int' && value.value === 0n && name === 'min_length') return [];
    return [{ kind: 'constraint', name, value }];
  });
}
