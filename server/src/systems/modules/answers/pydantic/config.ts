import { isUnknownGenerator } from './alias-generators';
import { classKind, localAncestors } from './classes';
import { isCallOf, truth, unknown, type PyClass, type PyValue } from './values';

/** `model_config` of a class over those of its bases, key by key, as `ConfigWrapper.for_model` merges it. */
export type Config = ReadonlyMap<string, PyValue>;

/** The configuration of a model, with what it inherits. */
export function configOf(of: PyClass): Config {
  const config = new Map<string, PyValue>();
  for (const each of localAncestors(of).toReversed()) {
    const own = ownConfig(each);
    for (const [key, value] of own) config.set(key, value);
  }
  return config;
}

/** What a class states itself: in `model_config`, in a nested class `Config`, or as keywords of the class statement. */
function ownConfig(of: PyClass): Config {
  const stated = of.names.get('model_config') ?? of.names.get('__pydantic_config__');
  const nested = of.names.get('Config');
  const decorator = of.decorators.find(each =>
    isCallOf(each, 'pydantic.dataclasses.dataclass', 'pydantic.with_config'),
  );
  const given = isCallOf(decorator, 'pydantic.with_config')
    ? decorator.args[0]
    : isCallOf(decorator, 'pydantic.dataclasses.dataclass')
      ? decorator.keywords.get('config')
      : undefined;
  const own = entriesOf(stated) ?? (nested?.kind === 'class' ? nested.names : undefined) ?? entriesOf(given) ?? [];
  return new Map([...own, ...(isTypedDict(of) ? [] : of.keywords)]);
}

function isTypedDict(of: PyClass): boolean {
  return classKind(of) === 'typed dict';
}

function entriesOf(value: PyValue | undefined): Iterable<readonly [string, PyValue]> | undefined {
  if (value === undefined) return undefined;
  if (isCallOf(value, 'pydantic.ConfigDict')) return value.keywords;
  if (value.kind === 'dict')
    return value.entries.flatMap(([key, each]) => (key.kind === 'str' ? [[key.value, each] as const] : []));
  return [[UNTOLD, value.kind === 'unknown' ? value : unknown('model_config')]];
}

/** The key under which a configuration is held that cannot be told. */
const UNTOLD = '?';

/** Why something of a configuration that schemas depend on cannot be told. */
export function unclearConfig(config: Config): string | undefined {
  for (const key of [UNTOLD, 'extra', 'title', 'json_schema_extra', 'use_attribute_docstrings']) {
    const value = config.get(key);
    if (value?.kind === 'unknown') return key === UNTOLD ? `model_config: ${value.reason}` : `${key} in model_config`;
  }
  if (isUnknownGenerator(config.get('alias_generator'))) return 'alias_generator in model_config';
  // A model may ask for the schema of what it gives out.
  if ((textOf(config, 'json_schema_mode_override') ?? 'validation') !== 'validation')
    return 'json_schema_mode_override in model_config';
  const made = ['field_title_generator', 'model_title_generator', 'schema_generator'];
  const generator = made.find(key => isSet(config, key));
  return generator === undefined ? undefined : `${generator} in model_config`;
}

/** Whether an option is given and true. */
export function isSet(config: Config, key: string): boolean {
  const value = config.get(key);
  return value !== undefined && truth(value) !== false;
}

/** The text that an option is given; nothing where it has none. */
export function textOf(config: Config, key: string): string | undefined {
  const value = config.get(key);
  return value?.kind === 'str' ? value.value : undefined;
}
