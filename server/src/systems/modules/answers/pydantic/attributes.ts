import { classKind, localAncestors } from './classes';
import { memberNamed } from './enums';
import { canonicalName } from './library';
import { bool, library, text, unknown, type PyClass, type PyValue } from './values';

/** An attribute of a value. */
export function attribute(value: PyValue, name: string): PyValue {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'library') {
    const full = canonicalName(`${value.name}.${name}`);
    if (full === 'typing.TYPE_CHECKING') return bool(false);
    return full.endsWith(name) ? library(full) : { ...library(full), spelling: name };
  }
  if (value.kind === 'module') return value.names.get(name) ?? unknown(`${value.path} does not define ${name}`);
  if (value.kind === 'class') return classAttribute(value, name) ?? unknown(`${value.name}.${name} is not known`);
  if (value.kind === 'member') {
    if (name === 'value' || name === '_value_') return value.value;
    return name === 'name' || name === '_name_'
      ? text(value.name)
      : unknown(`.${name} of a member of ${value.of.name}`);
  }
  if (value.kind === 'str' || value.kind === 'list' || value.kind === 'dict' || value.kind === 'set')
    return { kind: 'method', of: value, name };
  return unknown(`.${name} of a value`);
}

/** An attribute of a class as Python finds it; of an enum, its member. */
export function classAttribute(of: PyClass, name: string): PyValue | undefined {
  const member = classKind(of) === 'enum' ? memberNamed(of, name) : undefined;
  if (member !== undefined) return member;
  for (const each of localAncestors(of)) {
    const found = each.names.get(name);
    if (found !== undefined) return found;
  }
  return name === '__name__' ? text(of.name) : undefined;
}
