import { builtinClass } from './builtin-classes';
import { bind, contentOf, nameIn, newDict, setEntry } from './mappings';
import { doubtful, isUnknown, raise, unknown } from './outcomes';
import type { Entry, PyClass, PyInstance, PyValue, Run } from './values';

/** Makes members of what an enumeration assigns to names in its body. */
export function defineMembers(run: Run, type: PyClass): void {
  const order = type.order ?? [];
  if (!isEnumeration(type)) return;
  if (order.slice(1).some(one => hasMembers(run, one)))
    raise(run, 'TypeError', 'an enumeration with members is extended');
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
    setEntry(run, type.names, { ...entry, value: member });
    setEntry(run, members, { ...entry, value: member });
    if (known === undefined && (typeof value !== 'object' || value === null))
      setEntry(run, values, { ...entry, key: value, value: member });
  }
  const at = run.site;
  bind(run, type.names, '_member_map_', members, at, at);
  bind(run, type.names, '_value2member_map_', values, at, at);
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
