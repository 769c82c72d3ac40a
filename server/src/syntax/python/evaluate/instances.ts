import { builtinClass, isOwnException, isSubclass } from './builtin-classes';
import { checksAbstract } from './class-refusals';
import { contentOf, lookUp, nameIn, newDict, reachOf } from './mappings';
import { taint } from './objects';
import { doubtful, exceptionOf, isUnknown, raise } from './outcomes';
import { valuesOf } from './parameters';
import type { Interpreter } from './frames';
import type { Arguments, PyClass, PyDict, PyInstance, PyValue, Run } from './values';

/** What calling a class of a text, or an exception, gives. */
export function instantiate(run: Interpreter, type: PyClass, args: Arguments): PyValue {
  if (isSubclass(type, builtinClass('BaseException')) && !type.order?.some(isMade(run, '__init__', '__new__')))
    return args.open === undefined ? exceptionOf(run, type, valuesOf(args)) : unseen(run, type, args);
  const members = nameIn(run, type.names, '_value2member_map_')?.value;
  if (typeof members === 'object' && members?.kind === 'dict') return memberOf(run, type, members, args);
  if (!isPlain(run, type)) return unseen(run, type, args);
  if (type.bases.some(isProtocol)) return raise(run, 'TypeError', 'Protocols cannot be instantiated');
  const missing = abstractMethods(run, type);
  if (missing.length > 0)
    return raise(
      run,
      'TypeError',
      `Can't instantiate abstract class ${type.name} with abstract methods ${missing.join(', ')}`,
    );
  const isException = isSubclass(type, builtinClass('BaseException'));
  const instance = isException ? exceptionOf(run, type, valuesOf(args)) : bareInstance(run, type);
  const start = type.order?.map(one => nameIn(run, one.names, '__init__')?.value).find(value => value !== undefined);
  if (start === undefined) {
    if (args.positional.length + args.named.size > 0 && args.open === undefined)
      raise(run, 'TypeError', `${type.name}() takes no arguments`);
    return instance;
  }
  const self = { value: instance, at: run.site };
  const result = run.call(start, { ...args, positional: [self, ...args.positional] });
  return result === null || isUnknown(result) ? instance : raise(run, 'TypeError', '__init__() should return None');
}

function isProtocol(base: PyValue): boolean {
  return typeof base === 'object' && (base?.kind === 'class' || base?.kind === 'special') && base.name === 'Protocol';
}

function bareInstance(run: Run, type: PyClass): PyInstance {
  return { kind: 'instance', class: type, names: newDict(run) };
}

/** Whether nothing but the text says how instances are made. */
function isPlain(run: Run, { order }: PyClass): boolean {
  return (
    order?.every(one => {
      if (one.written === undefined) return isOwnException(one) || /^(?:object|ABC|Generic|Protocol)$/.test(one.name);
      const metaclass = one.written.keywords.get('metaclass');
      const isOwn =
        metaclass !== undefined &&
        !(typeof metaclass === 'object' && metaclass?.kind === 'class' && metaclass.name === 'ABCMeta');
      return one.written.decorators.length === 0 && !isOwn && !isMade(run, '__new__', '__init_subclass__')(one);
    }) ?? false
  );
}

function isMade(run: Run, ...methods: readonly string[]): (type: PyClass) => boolean {
  return type => type.written !== undefined && methods.some(method => nameIn(run, type.names, method) !== undefined);
}

/** Making an instance runs code that nobody can see through. */
function unseen(run: Run, type: PyClass, args: Arguments): PyValue {
  const values = valuesOf(args);
  taint(run, values, `it is given to \`${type.name}()\``);
  return doubtful(run, 'call', `\`${type.name}()\` is called`, { class: type, reach: values.flatMap(reachOf) });
}

/** The abstract methods that a class leaves open. */
function abstractMethods(run: Run, type: PyClass): string[] {
  const order = type.order ?? [];
  if (!checksAbstract(type)) return [];
  const names = new Set(order.flatMap(one => [...(one.names.content?.entries.values() ?? [])].map(({ key }) => key)));
  return [...names].filter((name): name is string => {
    const first = order
      .map(one => (typeof name === 'string' ? nameIn(run, one.names, name)?.value : undefined))
      .find(value => value !== undefined);
    return isAbstract(run, first);
  });
}

function isAbstract(run: Run, value: PyValue | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value.kind === 'function') return nameIn(run, value.names, '__isabstractmethod__') !== undefined;
  return value.kind === 'instance' && isAbstract(run, nameIn(run, value.names, '__func__')?.value);
}

/** The member of an enumeration that has a value. */
function memberOf(run: Run, type: PyClass, members: PyDict, { positional: [first] }: Arguments): PyValue {
  const found = first === undefined ? undefined : lookUp(run, contentOf(run, members), first.value);
  if (found === undefined || isUnknown(found))
    return doubtful(run, 'operation', `\`${type.name}()\` is called`, {
      class: type,
      exception: builtinClass('ValueError'),
    });
  return found.value;
}
