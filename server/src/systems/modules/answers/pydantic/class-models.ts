import { localAncestors, type ClassKind } from './classes';
import { configOf, isSet, textOf, unclearConfig } from './config';
import type { CoreField, CoreSchema, Model } from './core-schema';
import { fieldOfAnnotation, fieldOfAttribute, type FieldInfo } from './field-info';
import { fieldMetadata } from './field-metadata';
import { replaced, variablesOf } from './generics';
import { annotatedNames, annotationOf, isClassVariable, modelFields } from './model-fields';
import { displayName } from './references';
import type { At, Schemas } from './schemas';
import { codeOf } from './validators';
import { isCallOf, isLibrary, library, truth, type PyClass, type PyValue } from './values';

/** A class whose schema is made. */
interface ClassUse {
  readonly of: PyClass;
  /** What its type variables stand for. */
  readonly args: readonly PyValue[];
  readonly kind: ClassKind;
  readonly ref: string;
}

/**
 * The core schema of a class with fields. `complete` adds the fields: the model has to be known under its reference before, since the
 * fields may contain it.
 */
export function classModel(
  use: ClassUse,
  from: At,
  schemas: Schemas,
): { readonly model: Model; readonly complete: () => void } {
  const { of, args, kind, ref } = use;
  const config = configOf(of);
  const name = args.length === 0 ? of.name : `${of.name}[${args.map(displayName).join(', ')}]`;
  const unclear = codeOf(of) ?? unclearConfig(config);
  const model: Model = {
    type: TYPES[kind] ?? 'model',
    of,
    ref,
    name,
    config,
    fields: [],
    ...(of.doc === undefined || args.length > 0 ? {} : { doc: of.doc }),
    ...(unclear === undefined ? {} : { unclear }),
  };
  // Without a configuration of its own, a typed dict or dataclass has that of the model that it is used in.
  const inherits = kind === 'typed dict' || kind === 'dataclass';
  const own = config.size === 0 && inherits ? from.config : config;
  const extra = kind === 'typed dict' ? textOf(own, 'extra') : undefined;
  if (extra === 'allow' || extra === 'forbid') model.additional = extra === 'allow';
  const at: At = { ...from, of, config: own, variables: variablesOf(of, args) };
  return { model, complete: () => complete(model, kind, at, schemas) };
}

const TYPES: Partial<Record<ClassKind, Model['type']>> = {
  'typed dict': 'typed-dict',
  'named tuple': 'call',
  dataclass: 'dataclass',
  'pydantic dataclass': 'dataclass',
};

function complete(model: Model, kind: ClassKind, at: At, schemas: Schemas): void {
  if (kind === 'model') model.fields = fieldsOfModel(model, at, schemas);
  else if (kind === 'root model') model.root = rootOf(model, at, schemas);
  else if (kind === 'typed dict') model.fields = fieldsOfTypedDict(model, at, schemas);
  else if (kind === 'named tuple') model.fields = argumentsOf(model, at, schemas);
  else model.fields = fieldsOfDataclass(model, at, schemas);
}

function fieldsOfModel(model: Model, at: At, schemas: Schemas): CoreField[] {
  const fields = [...modelFields(model.of, at.variables, at)].map(([name, info]) =>
    schemas.field(name, described(name, info, model.of, at), at),
  );
  const extras = model.of.annotations.get('__pydantic_extra__');
  if (extras?.kind === 'subscript' && textOf(at.config, 'extra') === 'allow') {
    const [, values] = extras.args;
    if (values !== undefined && !isLibrary(values, 'typing.Any')) model.extras = schemas.ofType(values, at);
  }
  return fields;
}

/** With `use_attribute_docstrings`, the text below a field describes it. */
function described(name: string, info: FieldInfo, of: PyClass, { config }: At): FieldInfo {
  if (!isSet(config, 'use_attribute_docstrings') || info.attributes.has('description')) return info;
  const said = of.docstrings.get(name);
  return said === undefined
    ? info
    : { ...info, attributes: new Map([...info.attributes, ['description', { kind: 'str', value: said }]]) };
}

/** The one field of a root model: annotated in the class, or the argument of `RootModel[…]`. */
function rootOf(model: Model, at: At, schemas: Schemas): CoreField {
  const own = modelFields(model.of, at.variables, at).get('root');
  if (own !== undefined) return schemas.field('root', own, at);
  const base = localAncestors(model.of)
    .flatMap(each => each.bases)
    .find(each => each.kind === 'subscript' && isLibrary(each.origin, 'pydantic.RootModel'));
  const type = base?.kind === 'subscript' ? base.args[0] : undefined;
  const value = model.of.names.get('root');
  const annotation = replaced(type ?? library('typing.Any'), at.variables);
  return schemas.field(
    'root',
    value === undefined ? fieldOfAnnotation(annotation) : fieldOfAttribute(annotation, value),
    at,
  );
}

/** Each class of a typed dict says whether its own keys are required, and each key may say it itself. */
function fieldsOfTypedDict(model: Model, at: At, schemas: Schemas): CoreField[] {
  return [...annotatedNames(model.of)].flatMap(([name, owner]): CoreField[] => {
    const annotation = annotationOf(name, owner, at);
    if (annotation === undefined) return [];
    const total = owner.keywords.get('total');
    const stated = qualifierOf(annotation);
    const isRequired = stated ?? (total === undefined || truth(total) !== false);
    const info = fieldOfAnnotation(replaced(annotation, at.variables));
    return [{ ...schemas.field(name, info, at), isRequired }];
  });
}

function qualifierOf(annotation: PyValue): boolean | undefined {
  if (annotation.kind === 'annotated') return qualifierOf(annotation.type);
  if (annotation.kind !== 'subscript') return undefined;
  if (isLibrary(annotation.origin, 'typing.Required')) return true;
  if (isLibrary(annotation.origin, 'typing.NotRequired')) return false;
  const [inner] = annotation.args;
  return inner !== undefined && isLibrary(annotation.origin, 'typing.ReadOnly') ? qualifierOf(inner) : undefined;
}

/** The items of a named tuple, which pydantic takes for arguments of its class. */
function argumentsOf(model: Model, at: At, schemas: Schemas): CoreField[] {
  return [...annotatedNames(model.of)].flatMap(([name, owner]): CoreField[] => {
    const annotation = annotationOf(name, owner, at);
    if (annotation === undefined) return [];
    const value = owner.names.get(name);
    const type = replaced(annotation, at.variables);
    const info = value === undefined ? fieldOfAnnotation(type) : fieldOfAttribute(type, value);
    const field = schemas.field(name, info, at);
    const inner = schemas.applied(schemas.ofType(info.type, at), info.metadata, at);
    const metadata = fieldMetadata(info);
    const described: CoreSchema =
      Object.keys(metadata).length === 0 ? inner : { ...inner, metadata: { ...inner.metadata, ...metadata } };
    const schema: CoreSchema = field.isRequired
      ? described
      : { type: 'default', schema: described, ...(value === undefined ? {} : { default: value }) };
    return [{ name, alias: field.alias, schema, isRequired: field.isRequired }];
  });
}

/** The fields of a dataclass; those that only keywords can set come last. */
function fieldsOfDataclass(model: Model, at: At, schemas: Schemas): CoreField[] {
  const found: { readonly field: CoreField; readonly isKeywordOnly: boolean }[] = [];
  let isKeywordOnly = isKeywordOnlyClass(model.of);
  for (const [name, owner] of annotatedNames(model.of)) {
    const annotation = annotationOf(name, owner, at);
    if (annotation === undefined || isClassVariable(annotation)) continue;
    if (isLibrary(annotation, 'dataclasses.KW_ONLY')) {
      isKeywordOnly = true;
      continue;
    }
    const value = owner.names.get(name);
    const type = replaced(annotation, at.variables);
    const info = value === undefined ? fieldOfAnnotation(type) : fieldOfAttribute(type, value);
    const init = info.attributes.get('init');
    const field = schemas.field(name, described(name, info, model.of, at), at);
    if (init !== undefined && truth(init) === false && field.isRequired) continue;
    const keyword = info.attributes.get('kw_only');
    found.push({ field, isKeywordOnly: keyword === undefined ? isKeywordOnly : truth(keyword) === true });
  }
  return [...found.filter(each => !each.isKeywordOnly), ...found.filter(each => each.isKeywordOnly)].map(
    each => each.field,
  );
}

function isKeywordOnlyClass(of: PyClass): boolean {
  return of.decorators.some(each => {
    const said = isCallOf(each, 'dataclasses.dataclass', 'pydantic.dataclasses.dataclass')
      ? each.keywords.get('kw_only')
      : undefined;
    return said !== undefined && truth(said) === true;
  });
}
