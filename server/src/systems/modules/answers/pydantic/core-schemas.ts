import { isMapping } from '../../../../model/value';
import { classKind } from './classes';
import { withGeneratedAliases } from './alias-generators';
import { isSet } from './config';
import { classModel } from './class-models';
import { withConstraint } from './constraints';
import { unknownSchema, withMetadata, type CoreField, type CoreSchema, type Definition } from './core-schema';
import { membersOf } from './enums';
import { SchemaFailure } from './failures';
import { metadataOf, SHORT_FORMS, type FieldInfo, type Metadatum } from './field-info';
import { fieldMetadata } from './field-metadata';
import { replaced } from './generics';
import { jsonOf } from './json-values';
import { COLLECTIONS, libraryType, NO_LIMITS } from './library-types';
import type { At, Schemas } from './schemas';
import { hasKnownName, References } from './references';
import { valueOfText } from './scopes';
import { annotated, typeName, unionOf } from './types';
import { codeOf, validatorsOf } from './validators';
import {
  argument,
  isCallOf,
  isLibrary,
  library,
  NONE_VALUE,
  truth,
  type PyCall,
  type PyClass,
  type PySubscript,
  type PyValue,
} from './values';

/** Types nested deeper than this are not looked into. */
const DEEPEST = 40;

/** Makes core schemas of annotations and classes, as pydantic's `GenerateSchema` does. */
export class CoreSchemas implements Schemas {
  /** The classes that were met, by their references. */
  readonly models = new Map<string, Definition>();
  private readonly references = new References();
  private depth = 0;

  /** A type as a core schema (`generate_schema`). */
  ofType(type: PyValue, at: At): CoreSchema {
    if (this.depth > DEEPEST) return unknownSchema('a type that is nested too deeply');
    this.depth++;
    try {
      return this.matched(type, at);
    } finally {
      this.depth--;
    }
  }

  private matched(type: PyValue, at: At): CoreSchema {
    if (type.kind === 'none') return { type: 'none' };
    if (type.kind === 'str') return this.ofType(replaced(valueOfText(type.value, at), at.variables), at);
    if (type.kind === 'annotated') return this.ofAnnotated(type.type, type.metadata, at);
    if (type.kind === 'union') return this.ofUnion(type.members, at);
    if (type.kind === 'class') return this.ofClass(type, [], at);
    if (type.kind === 'subscript') return this.ofSubscript(type, at);
    if (type.kind === 'library') return this.ofLibrary(type.name, at);
    if (type.kind === 'typevar') return this.ofVariable(type, at);
    if (type.kind === 'newtype') return this.ofType(type.of, at);
    if (type.kind === 'unknown') return unknownSchema(type.reason);
    if (type.kind === 'call') return unknownSchema(`${typeName(type.callee)}(…) as a type`);
    return unknownSchema(`${type.kind} as a type`);
  }

  /** The schema of a field, with everything that is said of it (`_common_field_schema`). */
  field(name: string, stated: FieldInfo, at: At): CoreField {
    const info = withGeneratedAliases(name, stated, at.config.get('alias_generator'));
    const validators = validatorsOf(at.of, name).flatMap(metadataOf);
    const discriminator = info.attributes.get('discriminator');
    let schema = this.ofType(info.type, at);
    if (discriminator !== undefined) schema = discriminated(schema, discriminator);
    schema = this.applied(schema, [...info.metadata, ...validators], at);
    schema = withDefault(schema, info);
    const isRequired = schema.type !== 'default';
    const outName = outNameOf(name, info);
    const alias = aliasOf(name, info);
    const metadata = fieldMetadata(info);
    return { name, alias, schema, isRequired, metadata, ...(outName === undefined ? {} : { outName }) };
  }

  /** A schema with annotations applied one after the other (`_apply_annotations`). */
  applied(schema: CoreSchema, metadata: readonly Metadatum[], at: At): CoreSchema {
    const made = metadata.reduce((before, each) => this.withMetadatum(before, each, at), schema);
    // What gives another JSON Schema stands outside of everything else, wherever it is written.
    const replacing = metadata.findLast(each => each.kind === 'other' && isLibrary(calleeOf(each.value), ...REPLACING));
    return replacing?.kind === 'other' ? replacedSchema(made, replacing.value) : made;
  }

  private ofAnnotated(type: PyValue, annotations: readonly PyValue[], at: At): CoreSchema {
    const metadata = annotations.flatMap(metadataOf);
    let schema = this.applied(this.ofType(type, at), metadata, at);
    for (const each of metadata) if (each.kind === 'field') schema = withDefault(schema, { type, ...each.field });
    return schema;
  }

  private withMetadatum(schema: CoreSchema, metadatum: Metadatum, at: At): CoreSchema {
    if (metadatum.kind === 'constraint') return withConstraint(schema, metadatum.name, metadatum.value);
    if (metadatum.kind === 'other') return this.withOther(schema, metadatum.value, at);
    const { field } = metadatum;
    const discriminator = field.attributes.get('discriminator');
    let made = this.applied(schema, field.metadata, at);
    if (discriminator !== undefined) made = discriminated(made, discriminator);
    return withMetadata(made, fieldMetadata(field));
  }

  /** What else stands in `Annotated`: validators, and classes of pydantic that change the schema. */
  private withOther(schema: CoreSchema, value: PyValue, at: At): CoreSchema {
    if (value.kind === 'unknown') return unknownSchema(value.reason);
    const of = calleeOf(value);
    if (of.kind === 'class') {
      const code = codeOf(of);
      return code === undefined ? schema : unknownSchema(code);
    }
    if (of.kind !== 'library') return schema;
    const call = value.kind === 'call' ? value : undefined;
    switch (of.name) {
      case 'pydantic.AfterValidator':
      case 'annotated_types.Predicate':
      case 'annotated_types.Not':
        return { type: 'function-after', schema };
      case 'pydantic.BeforeValidator':
        return { type: 'function-before', schema, ...this.inputOf(call, at) };
      case 'pydantic.WrapValidator':
        return { type: 'function-wrap', schema, ...this.inputOf(call, at) };
      case 'pydantic.PlainValidator':
        return plainValidator(schema, this.inputOf(call, at).input);
      case 'pydantic.Json':
        return { type: 'json', schema };
      case 'pydantic.OnErrorOmit':
        return { type: 'default', schema };
      case 'pydantic.SkipValidation':
        return unvalidated(schema);
      case 'pydantic.Discriminator':
        return discriminated(schema, call?.args[0] ?? NONE_VALUE);
      default:
        return WITHOUT_EFFECT.has(of.name) ? schema : unknownSchema(`${typeName(of)} in Annotated`);
    }
  }

  private inputOf(call: PyCall | undefined, at: At): { readonly input?: CoreSchema } {
    const type = call && argument(call, 'json_schema_input_type');
    return type === undefined ? {} : { input: this.ofType(type, at) };
  }

  private ofUnion(members: readonly PyValue[], at: At): CoreSchema {
    const choices = members.filter(each => !isNone(each)).map(each => this.ofType(each, at));
    const [only, ...others] = choices;
    if (only === undefined) return { type: 'none' };
    const schema: CoreSchema = others.length === 0 ? only : { type: 'union', choices };
    return choices.length === members.length ? schema : { type: 'nullable', schema };
  }

  private ofVariable(variable: PyValue & { kind: 'typevar' }, at: At): CoreSchema {
    if (variable.default !== undefined) return this.ofType(variable.default, at);
    if (variable.constraints.length > 0) return this.ofType(unionOf(variable.constraints), at);
    return variable.bound === undefined ? { type: 'any' } : this.ofType(variable.bound, at);
  }

  private ofLibrary(name: string, at: At): CoreSchema {
    if (name === 'typing.Self') return this.ofClass(at.of, [], at);
    if (name === 'pydantic.JsonValue') return this.jsonValue();
    const known = libraryType(name);
    if (known !== undefined) return known;
    if (isSet(at.config, 'arbitrary_types_allowed') && /^(?:datetime|collections|re|io|pathlib|threading)\./.test(name))
      return { type: 'is-instance' };
    return unknownSchema(`the type ${name}`);
  }

  private ofSubscript(type: PySubscript, at: At): CoreSchema {
    const { origin, args } = type;
    if (origin.kind === 'class')
      return this.ofClass(
        origin,
        args.map(arg => replaced(arg, at.variables)),
        at,
      );
    const [first = library('typing.Any'), second = library('typing.Any')] = args;
    const collection = COLLECTIONS.get(origin.name);
    if (collection !== undefined) return { type: collection, items: [this.ofType(first, at)], constraints: NO_LIMITS };
    const short = SHORT_FORMS.get(origin.name);
    if (short !== undefined) return this.ofType(annotated(first, [library(short)]), at);
    const list = (): CoreSchema => ({ type: 'list', items: [this.ofType(first, at)], constraints: NO_LIMITS });
    const dict = (values: PyValue): CoreSchema => ({
      type: 'dict',
      items: [this.ofType(first, at), this.ofType(values, at)],
      constraints: NO_LIMITS,
    });
    switch (origin.name) {
      case 'tuple':
        return this.ofTuple(args, at);
      case 'dict':
        return dict(second);
      case 'collections.OrderedDict':
        return { type: 'lax-or-strict', schema: { type: 'function-after', schema: dict(second) } };
      case 'collections.defaultdict':
        return { type: 'lax-or-strict', schema: { type: 'function-wrap', schema: dict(second) } };
      case 'collections.Counter':
        return { type: 'lax-or-strict', schema: { type: 'function-after', schema: dict(library('int')) } };
      case 'collections.deque':
        return { type: 'lax-or-strict', schema: { type: 'function-wrap', schema: list() } };
      case 'typing.Sequence':
        return { type: 'json-or-python', schema: list() };
      case 'pydantic.Secret':
      case 'pydantic.InstanceOf':
        return { type: 'json-or-python', schema: this.ofType(first, at) };
      case 'typing.Literal':
        return { type: 'literal', expected: args };
      case 'typing.Final':
      case 'typing.Required':
      case 'typing.NotRequired':
      case 'typing.ReadOnly':
      case 'dataclasses.InitVar':
        return this.ofType(first, at);
      case 'type':
      case 'typing.Type':
        return this.ofClassItself(first, at);
      case 'typing.Callable':
        return { type: 'callable' };
      case 're.Pattern':
        return this.ofLibrary(origin.name, at);
      case 'os.PathLike':
        return this.ofLibrary(origin.name, at);
      default:
        return unknownSchema(`the type ${typeName(type)}`);
    }
  }

  /** `type[Item]` */
  private ofClassItself(type: PyValue, at: At): CoreSchema {
    if (isLibrary(type, 'typing.Any')) return this.ofLibrary('type', at);
    if (type.kind === 'union') {
      const choices = type.members.map(each => this.ofClassItself(each, at));
      return { type: 'union', choices };
    }
    return type.kind === 'typevar' ? unknownSchema('type[…] of a type variable') : { type: 'is-subclass' };
  }

  private ofTuple(args: readonly PyValue[], at: At): CoreSchema {
    const [first, second] = args;
    if (first !== undefined && second?.kind === 'ellipsis')
      return { type: 'tuple', items: [this.ofType(first, at)], isVariadic: true, constraints: NO_LIMITS };
    const isEmpty = first?.kind === 'tuple' && first.items.length === 0;
    const items = isEmpty ? [] : args.map(each => this.ofType(each, at));
    return { type: 'tuple', items, constraints: NO_LIMITS };
  }

  /** A class of the repository, perhaps with arguments for its type variables. */
  ofClass(of: PyClass, args: readonly PyValue[], at: At): CoreSchema {
    const kind = classKind(of);
    if (kind === 'unclear') return unknownSchema(`a base class of ${of.name} is not known`);
    if (kind === 'enum') return this.ofEnum(of, at);
    if (kind === 'plain') {
      const code = codeOf(of);
      if (code !== undefined) return unknownSchema(code);
      return isSet(at.config, 'arbitrary_types_allowed')
        ? { type: 'is-instance' }
        : unknownSchema(`${of.name} is no type of pydantic`);
    }
    if (!args.every(hasKnownName)) return unknownSchema(`the name of ${of.name}[…]`);
    const ref = this.references.of(of, args);
    if (!this.models.has(ref)) this.addModel(of, args, kind, ref, at);
    return { type: 'definition-ref', to: ref };
  }

  /** `JsonValue` is a named alias, so that it goes to the definitions. */
  private jsonValue(): CoreSchema {
    const ref = 'pydantic.types.JsonValue:0';
    this.models.set(ref, { type: 'alias', schema: { type: 'any' }, ref });
    return { type: 'definition-ref', to: ref };
  }

  private ofEnum(of: PyClass, at: At): CoreSchema {
    const ref = this.references.of(of, []);
    const members = membersOf(of);
    const code = codeOf(of);
    if (members === undefined || code !== undefined)
      return unknownSchema(code ?? `a base class of ${of.name} is not known`);
    this.models.set(ref, { type: 'enum', of, members, ref });
    const schema: CoreSchema = { type: 'definition-ref', to: ref };
    return isSet(at.config, 'use_enum_values') ? { type: 'function-after', schema } : schema;
  }

  private addModel(
    of: PyClass,
    args: readonly PyValue[],
    kind: ReturnType<typeof classKind>,
    ref: string,
    at: At,
  ): void {
    const { model, complete } = classModel({ of, args, kind, ref }, at, this);
    this.models.set(ref, model);
    try {
      complete();
    } catch (error) {
      if (error instanceof SchemaFailure) this.models.delete(ref);
      throw error;
    }
  }
}

/** Metadata that changes nothing of the schema of what is put in. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'pydantic.PlainSerializer',
  'pydantic.WrapSerializer',
  'pydantic.SerializeAsAny',
  'pydantic.Strict',
  'pydantic.FailFast',
  'pydantic.AllowInfNan',
  'pydantic.Tag',
  'pydantic.json_schema.SkipJsonSchema',
  'pydantic.json_schema.WithJsonSchema',
  'pydantic.WithJsonSchema',
  'annotated_types.Unit',
  'annotated_types.doc',
  'annotated_types.DocInfo',
  'annotated_types.Timezone',
  'typing.Doc',
  'typing.Any',
  'int',
  'str',
  'object',
]);

function isNone(type: PyValue): boolean {
  return type.kind === 'none' || isLibrary(type, 'types.NoneType');
}

/** The name of a field in the schema of what is put in: its alias; of several, the first that is a single name. */
function aliasOf(name: string, { attributes }: FieldInfo): string {
  const alias = attributes.get('validation_alias');
  if (alias?.kind === 'str') return alias.value;
  if (!isCallOf(alias, 'pydantic.AliasChoices')) return name;
  for (const choice of alias.args) {
    const only = isCallOf(choice, 'pydantic.AliasPath') && choice.args.length === 1 ? choice.args[0] : choice;
    if (only?.kind === 'str') return only.value;
  }
  return name;
}

/** The name of a field in what is given out; nothing where it is left out, or code decides that. */
function outNameOf(name: string, { attributes }: FieldInfo): string | undefined {
  const exclude = attributes.get('exclude');
  if (exclude !== undefined && truth(exclude) !== false) return undefined;
  const alias = attributes.get('serialization_alias') ?? attributes.get('alias');
  return alias?.kind === 'str' ? alias.value : name;
}

function withDefault(schema: CoreSchema, { attributes }: FieldInfo): CoreSchema {
  const factory = attributes.get('default_factory');
  if (factory !== undefined && factory.kind !== 'none') return { type: 'default', schema, factory };
  const value = attributes.get('default');
  return value === undefined ? schema : { type: 'default', schema, default: value };
}

function discriminated(schema: CoreSchema, discriminator: PyValue): CoreSchema {
  const name = isCallOf(discriminator, 'pydantic.Discriminator') ? discriminator.args[0] : discriminator;
  if (name?.kind !== 'str') return unknownSchema('a discriminator that is code');
  return { type: 'tagged-union', schema, discriminator: name.value };
}

/** A validator in the place of a schema. */
function plainValidator(schema: CoreSchema, input: CoreSchema = { type: 'any' }): CoreSchema {
  return { type: 'function-plain', input, ...outerMetadata(schema) };
}

/** What `FilePath` and its like, which are `Annotated` by themselves, say stands outside of whatever else is done to them. */
function outerMetadata({ type, metadata }: CoreSchema): Pick<CoreSchema, 'metadata'> {
  const isOutside = type === 'function-after' || type === 'uuid';
  return isOutside && metadata?.formatted !== undefined ? { metadata: { formatted: metadata.formatted } } : {};
}

/**
 * `SkipValidation`: the JSON Schema of a schema without what is laid over it. A class stands in the place of a reference to it if there
 * is no other reference, which is not followed here.
 */
function unvalidated(schema: CoreSchema): CoreSchema {
  if (schema.ref !== undefined || schema.type === 'definition-ref') return unknownSchema('SkipValidation of a class');
  const { metadata, ...bare } = schema;
  if (metadata?.replacedBy !== undefined || schema.type === 'json') return unknownSchema('SkipValidation');
  return { type: 'json-or-python', schema: bare, ...outerMetadata(schema) };
}

const REPLACING = [
  'pydantic.json_schema.SkipJsonSchema',
  'pydantic.json_schema.WithJsonSchema',
  'pydantic.WithJsonSchema',
];

function calleeOf(value: PyValue): PyValue {
  return value.kind === 'call' ? value.callee : value;
}

/** `WithJsonSchema({…})` in the place of a schema, or nothing. */
function replacedSchema(schema: CoreSchema, value: PyValue): CoreSchema {
  const stated =
    value.kind === 'call' && value.callee.kind === 'library' ? argument(value, 'json_schema', 0) : undefined;
  if (isLibrary(calleeOf(value), 'pydantic.json_schema.SkipJsonSchema') || stated?.kind === 'none')
    return withMetadata(schema, { replacedBy: 'nothing' });
  const json = stated && jsonOf(stated);
  return isMapping(json) ? withMetadata(schema, { replacedBy: json }) : unknownSchema('WithJsonSchema');
}
