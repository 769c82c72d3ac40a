import type { Value } from '../../../../model/value';
import type { Config } from './config';
import type { PyClass, PyMember, PyValue } from './values';

/**
 * What pydantic makes of an annotation before it makes JSON Schema: a *core schema*, as in `pydantic_core.core_schema`, with what
 * JSON Schema is made of. The names are pydantic's, so that its sources can be read beside these files.
 */
export type CoreSchema = Plain | Constrained | Collection | Wrapper | Special | Model;

interface Common {
  /** The name under which it goes to `$defs`. */
  readonly ref?: string;
  readonly metadata?: Metadata;
}

/** What is laid over the JSON Schema that is made of a core schema, in this order. */
export interface Metadata {
  /** `pydantic_js_updates` */
  readonly updates?: ReadonlyMap<string, Value>;
  /** `pydantic_js_extra` */
  readonly extra?: ReadonlyMap<string, Value>;
  /** What functions give in the place of all that (`pydantic_js_functions`, `pydantic_js_annotation_functions`): a schema, or none. */
  readonly replacedBy?: ReadonlyMap<string, Value> | 'nothing';
  /** What such a function lays over the rest: the format of `FilePath`. */
  readonly formatted?: ReadonlyMap<string, Value>;
  /** Why something of it cannot be told. */
  readonly unclear?: string;
}

/** A schema without parts. */
export interface Plain extends Common {
  readonly type:
    | 'any'
    | 'none'
    | 'bool'
    | 'date'
    | 'datetime'
    | 'time'
    | 'timedelta'
    | 'uuid'
    | 'complex'
    | 'is-subclass'
    | 'callable'
    | 'is-instance';
}

/** A schema with limits. */
export interface Constrained extends Common {
  readonly type: 'int' | 'float' | 'decimal' | 'str' | 'bytes' | 'url' | 'multi-host-url';
  /** `ge`, `max_length` … */
  readonly constraints: ReadonlyMap<string, PyValue>;
}

interface Collection extends Common {
  readonly type: 'list' | 'set' | 'frozenset' | 'generator' | 'tuple' | 'dict';
  /** Of a list or set, one at most; of a tuple, all; of a dict, keys and values. */
  readonly items: readonly CoreSchema[];
  /** A tuple of any length, with items of one kind. */
  readonly isVariadic?: boolean;
  readonly constraints: ReadonlyMap<string, PyValue>;
}

interface Wrapper extends Common {
  readonly type:
    | 'nullable'
    | 'function-before'
    | 'function-after'
    | 'function-wrap'
    | 'function-plain'
    | 'chain'
    | 'custom-error'
    | 'json-or-python'
    | 'lax-or-strict'
    | 'json'
    | 'default';
  /** What it wraps. Of a plain function that says nothing of its input, nothing. */
  readonly schema?: CoreSchema;
  /** `json_schema_input_schema` */
  readonly input?: CoreSchema;
  readonly default?: PyValue;
  /** `default_factory` */
  readonly factory?: PyValue;
}

type Special =
  | (Common & { readonly type: 'union'; readonly choices: readonly CoreSchema[] })
  /** A union with a discriminator: which value leads to which choice is known once all models are. */
  | (Common & { readonly type: 'tagged-union'; readonly schema: CoreSchema; readonly discriminator: string })
  | (Common & { readonly type: 'literal'; readonly expected: readonly PyValue[] })
  | Enumeration
  | Alias
  | (Common & { readonly type: 'definition-ref'; readonly to: string })
  | (Common & { readonly type: 'unknown'; readonly reason: string });

/** The schema of an enumeration. */
export interface Enumeration extends Common {
  readonly type: 'enum';
  readonly of: PyClass;
  readonly members: readonly PyMember[];
}

/** A named alias of a type. */
interface Alias extends Common {
  readonly type: 'alias';
  readonly schema: CoreSchema;
}

/** What goes to `$defs`. */
export type Definition = Model | Enumeration | Alias;

/** A field, or an argument of a named tuple. */
export interface CoreField {
  readonly name: string;
  /** Its name in what is put in. */
  readonly alias: string;
  /** Its name in what is given out; nothing for a field that is left out there. */
  readonly outName?: string;
  readonly schema: CoreSchema;
  readonly isRequired: boolean;
  readonly metadata?: Metadata;
}

/** The schema of what has fields. */
export interface Model extends Common {
  readonly type: 'model' | 'dataclass' | 'typed-dict' | 'call';
  readonly of: PyClass;
  /** `__name__`: of a generic model, with its arguments. */
  readonly name: string;
  readonly doc?: string;
  readonly config: Config;
  /** Set while the fields of the class are still being collected, so that a class can contain itself. */
  fields: readonly CoreField[];
  /** Of a root model, in the place of fields. */
  root?: CoreField;
  /** What items may be there besides, where an annotation says it. */
  extras?: CoreSchema;
  /** Of a typed dict, whether there may be other keys. */
  additional?: boolean;
  /** Why something of it cannot be told. */
  unclear?: string;
}

/** A core schema with something laid over its JSON Schema. */
export function withMetadata(schema: CoreSchema, more: Metadata): CoreSchema {
  const before = schema.metadata ?? {};
  const updates = merged(before.updates, more.updates);
  const extra = merged(before.extra, more.extra);
  return {
    ...schema,
    metadata: {
      ...before,
      ...more,
      ...(updates === undefined ? {} : { updates }),
      ...(extra === undefined ? {} : { extra }),
    },
  };
}

function merged(
  below: ReadonlyMap<string, Value> | undefined,
  above: ReadonlyMap<string, Value> | undefined,
): ReadonlyMap<string, Value> | undefined {
  return below === undefined ? above : above === undefined ? below : new Map([...below, ...above]);
}

/** A schema of which nothing can be told. */
export function unknownSchema(reason: string): CoreSchema {
  return { type: 'unknown', reason };
}

/** Validators have a schema within: constraints and titles look through them. */
export function isFunctionWithInner(schema: CoreSchema): schema is Wrapper & { readonly schema: CoreSchema } {
  return /^function-(?:before|after|wrap)$/.test(schema.type);
}
