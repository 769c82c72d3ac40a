import { localAncestors } from './classes';
import { isCallOf, isLibrary, library, type PyCall, type PyClass, type PyValue } from './values';

/** The validators that the methods of a class are for a field, as metadata (`@field_validator("name", mode="before")`). */
export function validatorsOf(of: PyClass, field: string): readonly PyCall[] {
  const found = new Map<string, PyCall>();
  for (const each of localAncestors(of).toReversed())
    for (const [name, value] of each.names) {
      found.delete(name);
      if (value.kind !== 'function') continue;
      const decorator = value.decorators.find(one => isCallOf(one, 'pydantic.field_validator', 'pydantic.validator'));
      if (isCallOf(decorator, 'pydantic.field_validator', 'pydantic.validator') && isFor(decorator, field))
        found.set(name, asMetadata(decorator));
    }
  return [...found.values()];
}

function isFor(decorator: PyCall, field: string): boolean {
  return decorator.args.some(name => name.kind === 'str' && (name.value === field || name.value === '*'));
}

const BY_MODE: Readonly<Record<string, string>> = {
  before: 'pydantic.BeforeValidator',
  after: 'pydantic.AfterValidator',
  plain: 'pydantic.PlainValidator',
  wrap: 'pydantic.WrapValidator',
};

function asMetadata({ callee, keywords }: PyCall): PyCall {
  const mode = keywords.get('mode');
  const isBefore = keywords.get('pre')?.kind === 'bool' && isLibrary(callee, 'pydantic.validator');
  const name = BY_MODE[mode?.kind === 'str' ? mode.value : isBefore ? 'before' : 'after'] ?? 'pydantic.AfterValidator';
  return { kind: 'call', callee: library(name), args: [], keywords };
}

/** Methods that make a schema themselves, or change the class. */
const MAKING = [
  '__get_pydantic_core_schema__',
  '__get_pydantic_json_schema__',
  '__get_validators__',
  '__modify_schema__',
  '__pydantic_init_subclass__',
  '__init_subclass__',
  '__class_getitem__',
  'model_json_schema',
  'model_parametrized_name',
  '__schema__',
];

/** Why the schema of a class is what its code makes it; undefined where it is what its text says. */
export function codeOf(of: PyClass): string | undefined {
  for (const each of localAncestors(of)) {
    if (each.unclear !== undefined) return each.unclear;
    const method = MAKING.find(name => each.names.has(name));
    if (method !== undefined) return `${each.name} has the method ${method}`;
    const decorator = each.decorators.find(one => !isHarmless(one));
    if (decorator !== undefined) return `a decorator of ${each.name}`;
    if (each.keywords.has('metaclass') && !isLibrary(each.keywords.get('metaclass'), 'abc.ABCMeta'))
      return `the metaclass of ${each.name}`;
  }
  return undefined;
}

function isHarmless(decorator: PyValue): boolean {
  const of = decorator.kind === 'call' ? decorator.callee : decorator;
  return isLibrary(
    of,
    'dataclasses.dataclass',
    'pydantic.dataclasses.dataclass',
    'pydantic.with_config',
    'typing.final',
    'typing.runtime_checkable',
    'typing.deprecated',
    'warnings.deprecated',
    'enum.unique',
    'functools.total_ordering',
  );
}

/** Whether `@deprecated` marks a class. */
export function isDeprecated({ decorators }: PyClass): boolean {
  return decorators.some(each => isCallOf(each, 'typing.deprecated', 'warnings.deprecated'));
}
