import type { Config } from './config';
import type { CoreField, CoreSchema } from './core-schema';
import type { FieldInfo, Metadatum } from './field-info';
import type { TypeVariables } from './generics';
import type { Scope } from './scopes';
import type { PyValue } from './values';

/** Where a schema is made: in which class, with which configuration, and what type variables stand for there. */
export interface At extends Scope {
  readonly config: Config;
  readonly variables: TypeVariables;
}

/** Makes the schemas of the types of fields: `CoreSchemas`, as those see it who make the schemas of classes. */
export interface Schemas {
  ofType(type: PyValue, at: At): CoreSchema;
  field(name: string, info: FieldInfo, at: At): CoreField;
  applied(schema: CoreSchema, metadata: readonly Metadatum[], at: At): CoreSchema;
}
