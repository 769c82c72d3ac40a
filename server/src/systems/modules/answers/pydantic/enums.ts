import { localAncestors, mroOf } from './classes';
import { equal } from './operators';
import { int, isCallOf, isLibrary, text, unknown, type PyClass, type PyMember, type PyValue } from './values';

/** Names of an enum's body that make no members. */
const NO_MEMBER = /^_(?!_)\w*_$|^__\w+__$|^__\w/;

/** The members of an enum in their order, aliases included; undefined where a base cannot be told. */
export function membersOf(of: PyClass): readonly PyMember[] | undefined {
  const mro = mroOf(of);
  if (mro === undefined) return undefined;
  const mixin = mro.find(each => isLibrary(each, 'str', 'int', 'float', 'bytes'));
  const isFlag = mro.some(each => isLibrary(each, 'enum.Flag'));
  const isText = mro.some(each => isLibrary(each, 'enum.StrEnum'));
  const members: PyMember[] = [];
  const isMade = localAncestors(of).some(({ names }) => names.has('__new__') || names.has('_generate_next_value_'));
  for (const [name, stated] of ownNames(of)) {
    if (isMade) {
      members.push({ kind: 'member', of, name, value: unknown(`a member that ${of.name} makes`) });
      continue;
    }
    const next = isText ? text(name.toLowerCase()) : following(members, isFlag);
    const value = converted(autoValue(stated, next), mixin === undefined ? undefined : typeOf(mixin));
    const same = members.find(each => equal(each.value, value) === true);
    members.push(same ?? { kind: 'member', of, name, value });
  }
  return members;
}

/** Members are bound to aliases by the name that comes first: `Status.OK`, whose alias `FINE` is the same member. */
export function memberNamed(of: PyClass, name: string): PyMember | undefined {
  const at = ownNames(of).findIndex(([each]) => each === name);
  return at < 0 ? undefined : membersOf(of)?.[at];
}

function ownNames(of: PyClass): [string, PyValue][] {
  const ignored = of.names.get('_ignore_');
  const left = ignored?.kind === 'str' ? ignored.value.split(/[\s,]+/) : [];
  return localAncestors(of)
    .toReversed()
    .flatMap(each => [...each.names])
    .filter(([name, value]) => !NO_MEMBER.test(name) && !left.includes(name) && !isDescriptor(value));
}

function isDescriptor(value: PyValue): boolean {
  return (
    value.kind === 'function' ||
    value.kind === 'class' ||
    isCallOf(value, 'enum.nonmember', 'property', 'functools.cached_property')
  );
}

function typeOf(value: PyValue): string | undefined {
  return value.kind === 'library' ? value.name : undefined;
}

/** What `auto()` stands for. */
function autoValue(stated: PyValue, next: PyValue): PyValue {
  if (isLibrary(stated, 'enum.auto') || isCallOf(stated, 'enum.auto')) return next;
  return isCallOf(stated, 'enum.member') ? (stated.args[0] ?? stated) : stated;
}

/** The value behind the highest one; of flags, the next power of two. */
function following(members: readonly PyMember[], isFlag: boolean): PyValue {
  let highest = 0n;
  for (const { value } of members) {
    if (value.kind !== 'int') return unknown('auto() behind a value that is no number');
    if (value.value > highest) highest = value.value;
  }
  return int(isFlag ? (highest === 0n ? 1n : 1n << BigInt(highest.toString(2).length)) : highest + 1n);
}

/** A value as the type that is mixed in makes it: of `class Code(str, Enum)`, text. */
function converted(value: PyValue, mixin: string | undefined): PyValue {
  if (mixin === undefined || value.kind === 'unknown' || value.kind === mixin) return value;
  if (mixin === 'int' && value.kind === 'bool') return int(value.value ? 1n : 0n);
  if (mixin === 'float' && value.kind === 'int') return { kind: 'float', value: Number(value.value) };
  if (mixin === 'str' && value.kind === 'int') return text(value.value.toString());
  if (mixin === 'str' && value.kind === 'bool') return text(value.value ? 'True' : 'False');
  return unknown(`a member made by ${mixin}()`);
}
