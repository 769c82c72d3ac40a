import { isFunctionWithInner, type CoreField, type CoreSchema, type Definition } from './core-schema';
import { jsonOf } from './json-values';
import type { PyValue } from './values';

/** A union by the values of its discriminator. */
export interface Tags {
  /** Which value leads to which choice, in order. */
  readonly choices: ReadonlyMap<string, CoreSchema>;
  /** The name of the discriminator as it is put in: its alias. */
  readonly property: string;
  /** Whether one of the choices is None. */
  readonly isNullable: boolean;
}

/** What a discriminator makes of a union (`_discriminated_union.apply_discriminator`). A text says why that cannot be told. */
export function tagsOf(
  schema: CoreSchema,
  discriminator: string,
  models: ReadonlyMap<string, Definition>,
): Tags | string {
  const found = new Map<string, CoreSchema>();
  let property = discriminator;
  let isNullable = false;
  const open = [schema];
  for (let choice = open.shift(); choice !== undefined; choice = open.shift()) {
    if (choice.type === 'none') isNullable = true;
    else if (choice.type === 'nullable') {
      isNullable = true;
      open.unshift(choice.schema ?? { type: 'any' });
    } else if (choice.type === 'union') open.unshift(...choice.choices);
    else if (choice.type === 'tagged-union' && choice.discriminator === discriminator) open.unshift(choice.schema);
    else {
      const field = fieldOf(choice, discriminator, models);
      const values = field && valuesOf(field.schema);
      if (field === undefined || values === undefined) return `the discriminator ${discriminator}`;
      property = field.alias;
      for (const value of values) {
        const tag = tagOf(value);
        if (tag === undefined) return `the discriminator ${discriminator}`;
        found.set(tag, choice);
      }
    }
  }
  return { choices: found, property, isNullable };
}

function fieldOf(choice: CoreSchema, name: string, models: ReadonlyMap<string, Definition>): CoreField | undefined {
  if (isFunctionWithInner(choice)) return fieldOf(choice.schema, name, models);
  const model = choice.type === 'definition-ref' ? models.get(choice.to) : undefined;
  return model === undefined || !('fields' in model) ? undefined : model.fields.find(each => each.name === name);
}

/** The values that a field of this schema can have. */
function valuesOf(schema: CoreSchema): readonly PyValue[] | undefined {
  if (schema.type === 'literal') return schema.expected;
  if ((schema.type === 'default' || schema.type === 'function-after') && schema.schema !== undefined)
    return valuesOf(schema.schema);
  if (schema.type !== 'union') return undefined;
  const all = schema.choices.map(valuesOf);
  return all.every(each => each !== undefined) ? all.flat() : undefined;
}

function tagOf(value: PyValue): string | undefined {
  const json = jsonOf(value);
  if (value.kind === 'bool') return value.value ? 'True' : 'False';
  return typeof json === 'string' || typeof json === 'number' ? String(json) : undefined;
}
