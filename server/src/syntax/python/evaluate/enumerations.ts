import { builtinClass } from './builtin-classes';
import { argumentsOf } from './objects';
import { bind, contentOf, nameIn, newDict, setEntry } from './mappings';
import { doubtful, isUnknown, raise, unknown } from './outcomes';
import type { Entry, PyClass, PyDict, PyInstance, PyValue, Run } from './values';

/** Makes members of what an enumeration assigns to names in its body. */
export function defineMembers(run: Run, type: PyClass): void {
  const order = type.order ?? [];
  if (!isEnumeration(type)) return;
  if (order.slice(1).some(one => hasMembers(run, one)))
    raise(run, 'TypeError', 'an enumeration with members is extended');
  refuseNames(run, type);
  const [members, values] = [newDict(run), newDict(run)];
  const makesOwn = order.some(one => nameIn(run, one.names, '__new__') !== undefined);
  const mixin = order.find(
    one => one.written === undefined && ['str', 'int', 'float', 'bytes', 'tuple'].includes(one.name),
  );
  let last: PyValue | undefined;
  for (const entry of [...contentOf(run, type.names).entries.values()]) {
    if (!isMember(entry)) continue;
    const value = valueOf(run, entry, last, mixin);
    last = value;
    if (entry.certain && !makesOwn) refuseValue(run, order, value);
    const known =
      typeof value !== 'object'
        ? contentOf(run, values).entries.get(`${typeof value === 'string' ? 's' : 'n'}:${value}`)
        : undefined;
    const member = known?.value ?? newMember(run, type, entry, value, mixin);
    if (known === undefined && entry.certain && !makesOwn) initialize(run, type, member, value);
    setEntry(run, type.names, { ...entry, value: member });
    setEntry(run, members, { ...entry, value: member });
    if (known === undefined && (typeof value !== 'object' || value === null))
      setEntry(run, values, { ...entry, key: value, value: member });
  }
  refuseOrder(run, type, members);
  const at = run.site;
  bind(run, type.names, '_member_map_', members, at, at);
  bind(run, type.names, '_value2member_map_', values, at, at);
}

/** Raises for what the bases and the body of an enumeration cannot say (`EnumType.__new__`, `_EnumDict`). */
function refuseNames(run: Run, type: PyClass): void {
  const last = type.bases.at(-1);
  if (typeof last === 'object' && last?.kind === 'class' && !isEnumeration(last))
    raise(run, 'TypeError', 'an enumeration has to be the last base');
  for (const entry of contentOf(run, type.names).entries.values()) {
    const { key, certain } = entry;
    if (!certain || typeof key !== 'string') continue;
    if (key === 'mro' && isMember(entry)) raise(run, 'ValueError', `invalid enum member name(s) 'mro'`);
    if (/^_[^_](?:.*[^_])?_$/.test(key) && !SUNDER_NAMES.has(key))
      raise(run, 'ValueError', `_sunder_ names, such as '${key}', are reserved for future Enum use`);
  }
}

/** Names with an underscore at both ends that the body of an enumeration may have in some version of Python. */
const SUNDER_NAMES: ReadonlySet<string> = new Set(
  (
    '_order_ _generate_next_value_ _numeric_repr_ _missing_ _ignore_ _iter_member_ _iter_member_by_value_ _iter_member_by_def_ ' +
    '_add_alias_ _add_value_alias_ _create_pseudo_member_'
  ).split(' '),
);

/** Raises TypeError where `_order_` does not name the members as they come. */
function refuseOrder(run: Run, type: PyClass, members: PyDict): void {
  const order = nameIn(run, type.names, '_order_');
  if (order?.certain !== true || typeof order.value !== 'string') return;
  const entries = [...contentOf(run, members).entries.values()];
  if (hasAliases(entries) || entries.some(({ certain }) => !certain)) return;
  const stated = order.value.replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  if (stated.length !== entries.length || entries.some(({ key }, i) => key !== stated[i]))
    raise(run, 'TypeError', 'member order does not match _order_');
}

function hasAliases(entries: readonly Entry[]): boolean {
  return new Set(entries.map(({ value }) => value)).size < entries.length;
}

/** `@enum.unique`: raises ValueError for a class with two names for one member. */
export function refuseAliases(run: Run, type: PyValue | undefined): void {
  if (typeof type !== 'object' || type?.kind !== 'class') return;
  const members = nameIn(run, type.names, '_member_map_')?.value;
  if (typeof members !== 'object' || members?.kind !== 'dict') return;
  const entries = [...contentOf(run, members).entries.values()].filter(({ certain }) => certain);
  if (hasAliases(entries)) raise(run, 'ValueError', `duplicate values found in <enum '${type.name}'>`);
}

/** Raises AttributeError where a name of an enumeration that is assigned or deleted is that of a member. */
export function refuseReplaced(run: Run, type: PyClass, name: string): void {
  if (!isEnumeration(type)) return;
  const members = nameIn(run, type.names, '_member_map_')?.value;
  if (typeof members === 'object' && members?.kind === 'dict' && nameIn(run, members, name)?.certain === true)
    raise(run, 'AttributeError', `cannot reassign or delete member '${name}'`);
}

/** Calls the `__init__` of an enumeration for a member, with what is assigned to its name. */
function initialize(run: Run, type: PyClass, member: PyValue, value: PyValue): void {
  const found = (type.order ?? []).find(one => one.written !== undefined && nameIn(run, one.names, '__init__'));
  const init = found === undefined ? undefined : nameIn(run, found.names, '__init__')?.value;
  if (init === undefined || isUnknown(value)) return;
  const items = typeof value === 'object' && value?.kind === 'tuple' ? value.items : [value];
  run.call(init, argumentsOf(run, member, ...items));
}

/** The body of an enumeration may give a name to one member only: raises TypeError at the second. */
export function refuseSecondMember(run: Run, type: PyClass, name: string, value: PyValue): void {
  if (!isEnumeration(type)) return;
  const before = contentOf(run, type.names).entries.get(`s:${name}`);
  if (before === undefined || !/^(?!_.*_$|__)/.test(name)) return;
  if (!isMember(before) && !isMember({ ...before, value })) return;
  if (before.certain && !isUnknown(before.value) && !isUnknown(value))
    raise(run, 'TypeError', `'${name}' is already defined`);
  doubtful(run, 'operation', `whether '${name}' is a member twice`);
}

function hasMembers(run: Run, { names }: PyClass): boolean {
  const members = nameIn(run, names, '_member_map_')?.value;
  return typeof members === 'object' && members?.kind === 'dict' && contentOf(run, members).entries.size > 0;
}

/** A member of `StrEnum` is a text, one of an enumeration of integers is a number or the text of one. */
function refuseValue(run: Run, order: readonly PyClass[], value: PyValue): void {
  const isOf = (name: string): boolean => order.some(one => one.written === undefined && one.name === name);
  const isPlain = typeof value !== 'object' || value === null;
  if (isOf('StrEnum') && isPlain && typeof value !== 'string') raise(run, 'TypeError', 'a member is no string');
  if (isOf('int') && value === null) raise(run, 'TypeError', 'a member is no number');
  if (isOf('int') && typeof value === 'string' && !/\p{Nd}/u.test(value))
    raise(run, 'ValueError', 'a member is no number');
}

function isEnumeration({ order = [] }: PyClass): boolean {
  return order.some(one => one.name === 'Enum' && one.written === undefined);
}

function isMember({ key, value }: Entry): boolean {
  if (typeof key !== 'string' || /^_.*_$|^__/.test(key) || key === '_ignore_') return false;
  return (
    typeof value !== 'object' ||
    value === null ||
    !(
      value.kind === 'function' ||
      (value.kind === 'instance' && /^(?:property|classmethod|staticmethod)$/.test(value.class.name))
    )
  );
}

/** The value of a member; `auto()` counts on. */
function valueOf(run: Run, { key, value }: Entry, last: PyValue | undefined, mixin: PyClass | undefined): PyValue {
  const isAuto = typeof value === 'object' && value?.kind === 'instance' && value.class.name === 'auto';
  if (!isAuto) return value;
  if (mixin === builtinClass('str'))
    return typeof key === 'string' ? key.toLowerCase() : unknown(run, '`auto()` is called');
  return typeof last === 'bigint' || last === undefined ? (last ?? 0n) + 1n : unknown(run, '`auto()` is called');
}

function newMember(
  run: Run,
  type: PyClass,
  { key, keyAt, valueAt }: Entry,
  value: PyValue,
  mixin: PyClass | undefined,
): PyInstance {
  const names = newDict(run);
  for (const [name, content] of [
    ['name', key],
    ['value', value],
    ['_name_', key],
    ['_value_', value],
  ] as const)
    bind(run, names, name, content, keyAt, valueAt);
  return { kind: 'instance', class: type, names, ...(mixin === undefined ? {} : { base: value }) };
}
