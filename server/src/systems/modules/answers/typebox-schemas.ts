import type { Lookup } from '../../../model/lookup';
import { isList, isMapping, isUnknown, type Value } from '../../../model/value';
import { isModuleClass, type ModuleClass } from '../facts';
import { schemaClass } from '../resolve/class-places';
import type { Module } from '../resolve/module';
import type { ModelSchemas } from './pydantic/model-schema';

type Side = 'input_schema' | 'output_schema';

/** The schemas of a TypeScript module: TypeBox objects are JSON Schema already. */
export function objectSchemas(module: Module, lookup: Lookup): ModelSchemas {
  const uncertainties: string[] = [];
  const of = (side: Side): Value | undefined => {
    const fact = schemaClass(module, side, lookup);
    if (fact !== undefined && isModuleClass(fact)) return objectSchema(fact, side, uncertainties);
    uncertainties.push(`${side}: its object is not in sight`);
    return undefined;
  };
  const [input, output] = [of('input_schema'), of('output_schema')];
  return { uncertainties, ...(input === undefined ? {} : { input }), ...(output === undefined ? {} : { output }) };
}

function objectSchema(fact: ModuleClass, side: Side, uncertainties: string[]): Value {
  const untold = (what: string, at: string): Map<string, Value> => {
    uncertainties.push(`${at}: ${what}`);
    return new Map([['$comment', `cannot tell: ${what}`]]);
  };
  const properties = new Map<string, Value>();
  const required: string[] = [];
  for (const field of fact.schema) {
    const at = `${side}.${field.name}`;
    if (field.schema === undefined) properties.set(field.name, untold(field.type, at));
    else if (field.required === undefined && isMapping(field.schema))
      properties.set(field.name, new Map([...untold('whether it is required', at), ...field.schema]));
    else properties.set(field.name, field.schema);
    if (field.required === true) required.push(field.name);
  }
  const schema = new Map<string, Value>([['properties', properties]]);
  if (required.length > 0) schema.set('required', required);
  schema.set('type', 'object');
  const { options } = fact;
  if (options === undefined) return schema;
  if (isMapping(options) && isCertain(options)) return new Map([...schema, ...options]);
  return new Map([...untold('its options', side), ...schema]);
}

function isCertain(value: Value): boolean {
  if (isUnknown(value)) return false;
  if (isMapping(value)) return [...value.values()].every(isCertain);
  return !isList(value) || value.every(isCertain);
}
