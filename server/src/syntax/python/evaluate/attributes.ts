import { builtinClass, isOwnException } from './builtin-classes';
import { refuseReplaced } from './enumerations';
import { harmlessAttribute } from './harmless';
import { className, classOf } from './kinds';
import { bind, contentOf, deleteEntry, nameIn, reachOf } from './mappings';
import { CLASS_ATTRIBUTES } from './library-names';
import { modulePresence, namePresence } from './library-presence';
import { METHODS } from './methods';
import { argumentsOf, native, taint } from './objects';
import { doubtful, isUnknown, raise, unknown, used } from './outcomes';
import type { Entry, Place, PyClass, PyDict, PyFunction, PyInstance, PyModule, PyValue, Run, Unknown } from './values';

/** `value.name` */
export function attributeOf(run: Run, value: PyValue, name: string): PyValue {
  run.count();
  const found = findAttribute(run, value, name);
  if (found !== undefined) return found;
  return raise(run, 'AttributeError', `'${className(value)}' object has no attribute '${name}'`);
}

/** The attribute of a value; nothing if it has none of that name. */
export function findAttribute(run: Run, value: PyValue, name: string): PyValue | undefined {
  if (typeof value !== 'object' || value === null) return ofBuiltin(run, value, name);
  switch (value.kind) {
    case 'unknown':
      return ofUnknown(run, value, name);
    case 'module':
      return ofModule(run, value, name);
    case 'class':
      return ofClass(run, value, name);
    case 'instance':
      return ofInstance(run, value, name);
    case 'function':
      return ofFunction(run, value, name);
    case 'special':
      return classOf(value) !== undefined
        ? ofBuiltin(run, value, name)
        : doubtful(run, 'operation', 'an attribute of an object is used');
    default:
      return ofBuiltin(run, value, name);
  }
}

function ofUnknown(run: Run, value: Unknown, name: string): PyValue | undefined {
  if (
    value.class?.written === undefined &&
    value.class !== undefined &&
    METHODS.get(value.class.name)?.has(name) === true
  )
    return unknown(run, value.reason, { reach: value.reach ?? [] });
  const { harmless } = value;
  if (harmless !== undefined && modulePresence(harmless) === 'always' && namePresence(harmless, name) === 'never')
    return undefined;
  const known = harmless === undefined ? undefined : harmlessAttribute(harmless, name);
  return known === undefined ? used(run, value) : { ...unknown(run, value.reason), ...known };
}

/** An attribute that stands in a namespace. */
function ofNames(run: Run, names: PyDict, name: string): PyValue | undefined {
  const found = nameIn(run, names, name);
  if (found !== undefined) return found.certain ? found.value : perhaps(run, found);
  const { open } = contentOf(run, names);
  return open === undefined ? undefined : doubtful(run, 'operation', open.reason);
}

function perhaps(run: Run, { value }: Entry): PyValue {
  run.mayRaise({
    kind: 'operation',
    reason: 'an attribute may be absent',
    at: run.site,
    exception: builtinClass('AttributeError'),
  });
  return value;
}

/** An attribute of a module. For modules of the library a table says which names exist. */
function ofModule(run: Run, { name: module, names }: PyModule, name: string): PyValue | undefined {
  const isListed = nameIn(run, names, name) !== undefined || modulePresence(module) === undefined;
  const presence = isListed || name.startsWith('__') ? 'unknown' : namePresence(module, name);
  if (presence === 'never') return undefined;
  if (presence === 'always') return unknown(run, `\`${module}.${name}\` is used`);
  if (name === '__dict__') return names;
  const found = ofNames(run, names, name);
  if (found !== undefined) return found;
  return /^__\w+__$/.test(name) ? unknown(run, 'an attribute of a module is used') : undefined;
}

function ofFunction(run: Run, value: PyFunction, name: string): PyValue | undefined {
  const own = ofNames(run, value.names, name);
  if (own !== undefined) return own;
  if (name === '__name__') return value.name;
  return name === '__dict__' ? value.names : ofBuiltin(run, value, name);
}

/** The methods of built-in classes, and their other attributes as far as it is known which there are. */
function ofBuiltin(run: Run, value: PyValue, name: string): PyValue | undefined {
  const type = classOf(value);
  if (name === '__class__' && type !== undefined) return type;
  for (const one of type?.order ?? []) {
    const method = METHODS.get(one.name)?.get(name);
    if (method !== undefined && one.written === undefined)
      return { kind: 'bound', self: value, function: native(name, method) };
    const known = nameIn(run, one.names, name);
    if (known !== undefined) return bound(run, known.value, value);
  }
  const attributes = type === undefined ? undefined : BUILTIN_ATTRIBUTES.get(type.name);
  if (attributes?.has(name) === false) return undefined;
  const reason = `\`.${name}\` is used`;
  const reach = reachOf(value);
  return attributes === undefined ? doubtful(run, 'operation', reason, { reach }) : unknown(run, reason, { reach });
}

/** The attributes that built-in classes have in any version of Python. */
const BUILTIN_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(CLASS_ATTRIBUTES).map(([name, attributes]) => [name, new Set(attributes.split(/[ |?]/))]),
);

// Classes.

function ofClass(run: Run, value: PyClass, name: string): PyValue | undefined {
  if (name === '__name__' || name === '__qualname__') return value.name;
  if (name === '__dict__') return { kind: 'proxy', of: value.names };
  if (name === '__bases__') return { kind: 'tuple', items: value.bases };
  if (name === '__members__') {
    const members = nameIn(run, value.names, '_member_map_')?.value;
    if (typeof members === 'object' && members?.kind === 'dict') return { kind: 'proxy', of: members };
  }
  for (const one of value.order ?? [value]) {
    const found = nameIn(run, one.names, name);
    if (found !== undefined) return ofClassEntry(run, value, found);
    const method = one.written === undefined ? METHODS.get(one.name)?.get(name) : undefined;
    if (method !== undefined) return native(name, method);
  }
  const isPlain =
    value.order?.every(({ name: own, written }) =>
      written === undefined ? own === 'object' : !written.keywords.has('metaclass'),
    ) === true;
  if (isPlain && !/^(?:__\w+__|mro)$/.test(name)) return undefined;
  const attributes = value.written === undefined ? BUILTIN_ATTRIBUTES.get(value.name) : undefined;
  if (attributes?.has(name) === false && !/^(?:__\w+__|mro)$/.test(name)) return undefined;
  const reason = value.order === undefined ? 'a base class cannot be told' : `\`.${name}\` of a class is used`;
  return isPlain ? unknown(run, reason) : doubtful(run, 'operation', reason);
}

function ofClassEntry(run: Run, owner: PyClass, found: Entry): PyValue {
  const value = found.certain ? found.value : perhaps(run, found);
  if (typeof value !== 'object' || value?.kind !== 'instance') return value;
  if (value.class === builtinClass('staticmethod')) return wrapped(run, value);
  if (value.class !== builtinClass('classmethod'))
    return hasGetter(value) ? unknown(run, 'a descriptor is used') : value;
  return bound(run, wrapped(run, value), owner);
}

/** The function in a `staticmethod`, `classmethod` or `property`. */
function wrapped(run: Run, value: PyInstance): PyValue {
  const found = nameIn(run, value.names, '__func__');
  return found === undefined ? unknown(run, 'a method is used') : found.value;
}

function hasGetter({ class: { order } }: PyInstance): boolean {
  return order?.some(one => one.names.content?.entries.has('s:__get__')) ?? true;
}

function bound(run: Run, value: PyValue, self: PyValue): PyValue {
  if (typeof value !== 'object' || value === null) return value;
  if (value.kind === 'function') return { kind: 'bound', self, function: value };
  if (value.kind !== 'instance') return value;
  const { name } = value.class;
  if (value.class.written !== undefined)
    return hasGetter(value) ? doubtful(run, 'operation', 'a descriptor is used') : value;
  if (name === 'staticmethod') return wrapped(run, value);
  const type = classOf(self);
  if (name === 'classmethod')
    return type === undefined ? unknown(run, 'a class method is used') : bound(run, wrapped(run, value), type);
  return name === 'property' ? run.call(wrapped(run, value), argumentsOf(run, self)) : value;
}

// Instances.

function ofInstance(run: Run, value: PyInstance, name: string): PyValue | undefined {
  const own = nameIn(run, value.names, name);
  if (own !== undefined) return own.certain ? own.value : perhaps(run, own);
  if (name === '__class__') return value.class;
  if (name === '__dict__') return value.names;
  if (value.class === builtinClass('super')) return ofSuper(run, value, name);
  const { open } = contentOf(run, value.names);
  for (const one of value.class.order ?? [value.class]) {
    const found = nameIn(run, one.names, name);
    if (found !== undefined) return open ?? bound(run, found.certain ? found.value : perhaps(run, found), value);
  }
  if (open !== undefined) return doubtful(run, 'operation', open.reason);
  if (value.base !== undefined) return ofBuiltin(run, value.base, name);
  const isPlain = value.class.order?.every(one => one.written !== undefined || one.name === 'object') === true;
  const mayHave = value.class.order?.some(one => one.names.content?.entries.has('s:__getattr__')) ?? true;
  if (isPlain && !mayHave && !/^__\w+__$/.test(name)) return undefined;
  return doubtful(run, 'operation', `\`.${name}\` of an object is used`);
}

/** What an object has beyond the class that `super()` is called in. */
function ofSuper(run: Run, value: PyInstance, name: string): PyValue | undefined {
  const [self, type] = ['__self__', '__thisclass__'].map(one => nameIn(run, value.names, one)?.value);
  const isKnown =
    typeof self === 'object' && self?.kind === 'instance' && typeof type === 'object' && type?.kind === 'class';
  const order = isKnown ? self.class.order : undefined;
  if (!isKnown || order?.includes(type) !== true) return doubtful(run, 'operation', '`super()` is used');
  for (const one of order.slice(order.indexOf(type) + 1)) {
    const found = nameIn(run, one.names, name);
    if (found !== undefined) return bound(run, found.value, self);
    const method = one.written === undefined ? METHODS.get(one.name)?.get(name) : undefined;
    if (method !== undefined) return { kind: 'bound', self, function: native(name, method) };
    if (one.written === undefined && one.name !== 'object' && !isOwnException(one))
      return doubtful(run, 'operation', '`super()` is used');
  }
  return /^__\w+__$/.test(name) ? doubtful(run, 'operation', '`super()` is used') : undefined;
}

/** `value.name = …`; raises AttributeError or TypeError where Python does. */
export function setAttribute(
  run: Run,
  value: PyValue,
  name: string,
  content: PyValue,
  keyAt: Place,
  valueAt: Place,
): void {
  const names = changeableNames(run, value, name);
  if (names !== undefined) bind(run, names, name, content, keyAt, valueAt);
}

/** `del value.name` */
export function deleteAttribute(run: Run, value: PyValue, name: string): void {
  const names = changeableNames(run, value, name);
  const found = names === undefined ? undefined : deleteEntry(run, names, name);
  if (found === false && names !== undefined)
    raise(run, 'AttributeError', `'${className(value)}' object has no attribute '${name}'`);
  if (found === undefined) run.mayRaise({ kind: 'operation', reason: 'an attribute may be absent', at: run.site });
}

/** Where the attributes of a value stand; nothing if it cannot be told what assigning to one does. */
function changeableNames(run: Run, value: PyValue, name: string): PyDict | undefined {
  if (typeof value !== 'object' || value === null) return fixed(run, value, name);
  switch (value.kind) {
    case 'module':
    case 'function':
      return value.names;
    case 'class':
      if (value.written === undefined)
        raise(run, 'TypeError', `cannot set '${name}' attribute of immutable type '${value.name}'`);
      refuseReplaced(run, value, name);
      if (value.order !== undefined) return value.names;
      break;
    case 'instance':
      if (!mayRefuse(value, name)) return value.names;
      break;
    case 'unknown':
    case 'special':
      doubtful(run, 'operation', isUnknown(value) ? value.reason : 'an attribute of an object is assigned');
      taint(run, [value], 'it may have been changed');
      return undefined;
    default:
      return fixed(run, value, name);
  }
  doubtful(run, 'operation', `\`.${name}\` of an object is assigned`);
  if (value.kind === 'instance') taint(run, [value], 'it may have been changed');
  return undefined;
}

/** Whether a class may have something to say about the assignment of an attribute. */
function mayRefuse({ class: { order } }: PyInstance, name: string): boolean {
  const says = (one: PyClass): boolean => {
    const entries = one.names.content?.entries;
    const found = entries?.get(`s:${name}`)?.value;
    const isDescriptor =
      typeof found === 'object' &&
      found !== null &&
      found.kind !== 'function' &&
      found.kind !== 'list' &&
      found.kind !== 'dict';
    return (
      isDescriptor || ['__setattr__', '__slots__', '__delattr__'].some(method => entries?.has(`s:${method}`) === true)
    );
  };
  return (
    order?.some(one => (one.written === undefined && one.name !== 'object' && !isOwnException(one)) || says(one)) ??
    true
  );
}

function fixed(run: Run, value: PyValue, name: string): never {
  return raise(run, 'AttributeError', `'${className(value)}' object has no attribute '${name}'`);
}
