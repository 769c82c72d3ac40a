import { isUnknown, type Value } from '../../../../model/value';
import { classKind, localAncestors } from './classes';
import type { CoreField, CoreSchema, Definition, Model } from './core-schema';
import { jsonOf } from './json-values';
import { equal } from './operators';
import { isCallOf, isLibrary, type PyCall, type PyClass, type PyValue } from './values';

const UNTOLD: Value = { unknown: 'an object that is made' };

/** The models that defaults are instances of: by the class, and by the reference of a field's type. */
export interface ModelsOf {
  of(type: PyClass): Model | undefined;
  at(ref: string): Definition | undefined;
}

/**
 * A default that is an instance of a model as JSON: what was given, where it is already of the type of the field, and the defaults of
 * the other fields. Returns undefined for a value that is no instance.
 */
export function instanceJson(value: PyValue, models: ModelsOf): Value | undefined {
  if (value.kind === 'list' || value.kind === 'tuple') {
    if (!value.items.some(item => instanceJson(item, models) !== undefined)) return undefined;
    return listOf(value.items.map(item => instanceJson(item, models) ?? jsonOf(item)));
  }
  if (value.kind !== 'call' || value.callee.kind !== 'class') return undefined;
  const model = classKind(value.callee) === 'model' && !hasCode(value.callee) ? models.of(value.callee) : undefined;
  return model === undefined ? UNTOLD : ofModel(model, value, models);
}

/** Methods of a class that take part in making an instance, or in giving it out. */
const TAKING_PART = [
  'model_validator',
  'field_validator',
  'validator',
  'root_validator',
  'field_serializer',
  'model_serializer',
  'computed_field',
];

function hasCode(of: PyClass): boolean {
  return localAncestors(of).some(({ names }) =>
    [...names].some(
      ([name, value]) =>
        /^(?:__init__|__new__|model_post_init)$/.test(name) ||
        (value.kind === 'function' &&
          value.decorators.some(each =>
            TAKING_PART.some(one => isCallOf(each, `pydantic.${one}`) || isLibrary(each, `pydantic.${one}`)),
          )),
    ),
  );
}

function ofModel(model: Model, call: PyCall, models: ModelsOf): Value {
  if (call.args.length > 0) return UNTOLD;
  const found = new Map<string, Value>();
  for (const field of model.fields) {
    const given = call.keywords.get(field.alias) ?? call.keywords.get(field.name);
    const value = given === undefined ? ofDefault(field, models) : converted(given, field.schema, models);
    if (value === undefined || isUnknown(value)) return UNTOLD;
    if (field.outName !== undefined) found.set(field.outName, value);
  }
  return found;
}

function ofDefault({ schema }: CoreField, models: ModelsOf): Value | undefined {
  if (schema.type !== 'default') return undefined;
  if (isLibrary(schema.factory, 'list', 'set', 'tuple')) return [];
  if (isLibrary(schema.factory, 'dict')) return new Map();
  return schema.default && (instanceJson(schema.default, models) ?? jsonOf(schema.default));
}

/** A value that has the type already, as JSON; anything that pydantic would convert cannot be told. */
function converted(value: PyValue, schema: CoreSchema, models: ModelsOf): Value | undefined {
  if (schema.type === 'any') return jsonOf(value);
  if (schema.type === 'str' || schema.type === 'int' || schema.type === 'bool')
    return value.kind === schema.type ? jsonOf(value) : undefined;
  if (schema.type === 'float') return value.kind === 'int' || value.kind === 'float' ? jsonOf(value) : undefined;
  if (schema.type === 'none') return value.kind === 'none' ? null : undefined;
  if (schema.type === 'nullable')
    return value.kind === 'none' ? null : schema.schema && converted(value, schema.schema, models);
  if (schema.type === 'default') return schema.schema && converted(value, schema.schema, models);
  if (schema.type === 'list')
    return value.kind === 'list' ? listOf(value.items.map(item => ofItem(item, schema.items, models))) : undefined;
  if (schema.type === 'literal')
    return schema.expected.some(each => equal(each, value) === true) ? jsonOf(value) : undefined;
  if (schema.type === 'dict') return value.kind === 'dict' && value.entries.length === 0 ? new Map() : undefined;
  if (schema.type === 'definition-ref') {
    const model = models.at(schema.to);
    if (model?.type === 'enum') return value.kind === 'member' && value.of === model.of ? jsonOf(value) : undefined;
    return value.kind === 'call' && model?.type === 'model' && value.callee === model.of
      ? instanceJson(value, models)
      : undefined;
  }
  if (schema.type === 'union')
    return schema.choices.map(choice => converted(value, choice, models)).find(each => each !== undefined);
  return undefined;
}

function ofItem(item: PyValue, items: readonly CoreSchema[], models: ModelsOf): Value | undefined {
  const [schema] = items;
  return schema === undefined ? jsonOf(item) : converted(item, schema, models);
}

function listOf(items: readonly (Value | undefined)[]): Value {
  return items.every(item => item !== undefined && !isUnknown(item)) ? (items as readonly Value[]) : UNTOLD;
}
