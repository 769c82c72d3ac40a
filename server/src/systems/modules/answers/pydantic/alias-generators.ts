import type { FieldInfo } from './field-info';
import { textFunction, titleCase } from './text-methods';
import { isCallOf, text, type PyValue } from './values';

type Generator = (name: string) => string | undefined;

/** The functions of `pydantic.alias_generators`. */
const PYDANTIC: Readonly<Record<string, Generator>> = { to_pascal: pascal, to_camel: camel, to_snake: snake };

/** What an alias generator makes of a name. Returns undefined for code. */
function generatorOf(value: PyValue | undefined): Generator | undefined {
  if (value?.kind !== 'library') return undefined;
  const dot = value.name.lastIndexOf('.');
  const [module, name] = [value.name.slice(0, dot), value.name.slice(dot + 1)];
  if (module === 'pydantic.alias_generators') return PYDANTIC[name];
  return module === 'str' ? textFunction(name) : undefined;
}

/** The functions for what is put in and what is given out, as far as they are stated. */
function generatorsOf(value: PyValue): { readonly input?: PyValue | undefined; readonly output?: PyValue | undefined } {
  if (!isCallOf(value, 'pydantic.AliasGenerator')) return { input: value, output: value };
  const [alias = value.keywords.get('alias'), input, output] = value.args;
  return {
    input: input ?? value.keywords.get('validation_alias') ?? alias,
    output: output ?? value.keywords.get('serialization_alias') ?? alias,
  };
}

/** Whether an alias generator is code whose names cannot be told. */
export function isUnknownGenerator(value: PyValue | undefined): boolean {
  if (value === undefined || value.kind === 'none') return false;
  const { input, output } = generatorsOf(value);
  return [input, output].some(each => each !== undefined && each.kind !== 'none' && generatorOf(each) === undefined);
}

/** A field with the aliases that it does not state itself (`_apply_alias_generator_to_field_info`). */
export function withGeneratedAliases(name: string, field: FieldInfo, generator: PyValue | undefined): FieldInfo {
  if (generator === undefined || generator.kind === 'none') return field;
  const { input, output } = generatorsOf(generator);
  const attributes = new Map(field.attributes);
  const add = (attribute: string, alias: string | undefined): void => {
    const stated = attributes.get(attribute);
    if (alias !== undefined && (stated === undefined || stated.kind === 'none')) attributes.set(attribute, text(alias));
  };
  add('validation_alias', generatorOf(input)?.(name));
  add('serialization_alias', generatorOf(output)?.(name));
  return { ...field, attributes };
}

function pascal(name: string): string {
  return titleCase(name).replace(/([0-9A-Za-z])_(?=[0-9A-Z])/g, '$1');
}

function camel(name: string): string {
  if (/^[a-z][A-Za-z0-9]*$/.test(name) && !/\d[a-z]/.test(name)) return name;
  return pascal(name).replace(/^_*[A-Z]/, start => start.toLowerCase());
}

function snake(name: string): string {
  return name
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([0-9])([A-Z])/g, '$1_$2')
    .replace(/([a-z])([0-9])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}
