import type { Lookup } from '../../../model/lookup';
import type { ModuleClass, SchemaField } from '../facts';
import { classNamed, inheritedAttribute } from './classes';
import { isModuleClass } from '../facts';

/** A schema of a module: its class, and the fields that this and its bases have. */
export interface ModuleSchema {
  readonly name: string;
  readonly fields: ReadonlyMap<string, SchemaField>;
}

/** The schema that a class of a module states or inherits; nothing where the texts do not decide which names it takes. */
export function schemaOf(
  of: ModuleClass,
  attribute: 'input_schema' | 'output_schema',
  lookup: Lookup,
): ModuleSchema | undefined {
  const found = inheritedAttribute(attribute, of, lookup);
  if (found.status !== 'found' || found.attribute.form !== 'class') return undefined;
  const { target = '' } = found.attribute;
  const fields = fieldsOf(target, found.owner.file.path, lookup, MOST_BASES);
  return fields === undefined ? undefined : { name: target, fields };
}

/** A class with more bases above each other is not looked through. */
const MOST_BASES = 10;

function fieldsOf(name: string, path: string, lookup: Lookup, depth: number): Map<string, SchemaField> | undefined {
  const known = classNamed(name, path, lookup);
  if (known === undefined || depth === 0 || !isModuleClass(known)) return undefined;
  const { bases, isPlainSchema, schema, dynamic, file, partial } = known;
  const [base] = bases;
  if (isPlainSchema !== true || dynamic || file.incomplete || partial === true || base === undefined) return undefined;
  const inherited =
    base === 'pydantic.BaseModel' ? new Map<string, SchemaField>() : fieldsOf(base, file.path, lookup, depth - 1);
  for (const field of schema) inherited?.set(field.name, field);
  return inherited;
}
