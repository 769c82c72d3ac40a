/**
 * Why pydantic makes no JSON Schema, as an exception, as there: whoever offers several choices catches it and leaves one choice out.
 * `invalid` is PydanticInvalidForJsonSchema, `omitted` PydanticOmit, `undefined` PydanticUndefinedAnnotation, `other` anything else.
 */
export class SchemaFailure extends Error {
  readonly kind: 'invalid' | 'omitted' | 'undefined' | 'other';

  constructor(kind: SchemaFailure['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
