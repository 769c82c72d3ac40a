import { builtinClass } from './builtin-classes';
import { contentOf, copyDict, isAsWritten, newDict, reachOf, setEntry } from './mappings';
import { argumentsOf, native, newList, newTuple } from './objects';
import { doubtful, exceptionOf, isUnknown, raise, Raised, unknown } from './outcomes';
import { holdsValues } from './outside';
import { refuseAliases } from './enumerations';
import { valuesOf, withParameters } from './parameters';
import { className } from './kinds';
import { itemsOf } from './iterating';
import type { Arguments, NativeFunction, PyDict, PyFunction, PyValue, Run } from './values';

const STR = builtinClass('str');

/** Functions of the standard library that are evaluated, as `module:name`. */
export const LIBRARY_FUNCTIONS: ReadonlyMap<string, NativeFunction> = new Map<string, NativeFunction>([
  ['copy:copy', withParameters('copy', 'x', (run, [value = null]) => copied(run, value))],
  ['copy:deepcopy', withParameters('deepcopy', 'x memo?', (run, [value = null]) => deepCopied(run, value, new Map()))],
  [
    'types:MappingProxyType',
    withParameters('mappingproxy', 'mapping', (run, [mapping = null]) => proxied(run, mapping)),
  ],
  ['sys:exit', (run, args) => exit(run, args)],
  [
    'os:getenv',
    withParameters('getenv', 'key default?', (run, [, otherwise = null]) =>
      unknown(run, 'an environment variable is read', typeof otherwise === 'string' ? { class: STR } : {}),
    ),
  ],
  ['typing:cast', withParameters('cast', 'typ val', (_, [, value = null]) => value)],
  [
    'typing:NewType',
    withParameters('NewType', 'name tp', (_, [name]) => identity(typeof name === 'string' ? name : 'NewType')),
  ],
  [
    'typing:TypeVar',
    (run, { positional, named }): PyValue => {
      if (positional.length === 2) raise(run, 'TypeError', 'A single constraint is not allowed');
      if (['covariant', 'contravariant'].every(name => named.get(name)?.value === true))
        raise(run, 'ValueError', 'Bivariant types are not supported');
      if (named.has('default')) return unknown(run, '`TypeVar()` is called');
      return { kind: 'special', name: 'TypeVar' };
    },
  ],
  ['typing:ParamSpec', (): PyValue => ({ kind: 'special', name: 'ParamSpec' })],
  [
    'functools:reduce',
    withParameters('reduce', 'function iterable initial? /', (run, [callee = null, iterable = null, initial]) => {
      const items = itemsOf(run, iterable);
      if (isUnknown(items)) return unknown(run, items.reason);
      const [first, ...rest] = initial === undefined ? items : [initial, ...items];
      if (first === undefined) return raise(run, 'TypeError', 'reduce() of empty iterable with no initial value');
      return rest.reduce((sum, item) => run.call(callee, argumentsOf(run, sum, item)), first);
    }),
  ],
  ...[
    'typing:overload',
    'typing:final',
    'typing:no_type_check',
    'typing:runtime_checkable',
    'atexit:register',
    'contextlib:contextmanager',
    'contextlib:asynccontextmanager',
  ].map(decorator),
  [
    'enum:unique',
    (run, { positional: [first] }) => {
      refuseAliases(run, first?.value);
      return first?.value ?? null;
    },
  ],
  ['functools:cache', (_, { positional: [first] }) => remembering(first?.value)],
  [
    'functools:lru_cache',
    (_, { positional: [first] }) => {
      const value = first?.value;
      return isFunction(value)
        ? remembering(value)
        : native('lru_cache', (_, { positional: [callee] }) => remembering(callee?.value));
    },
  ],
  ['functools:wraps', () => identity('wraps')],
  ['abc:abstractmethod', withParameters('abstractmethod', 'funcobj', abstract)],
]);

function identity(name: string): PyValue {
  return native(name, (_, { positional: [first] }) => first?.value ?? null);
}

/** A decorator that leaves what it decorates as callable as it was, but for what it wraps around it. */
function decorator(path: string): [string, NativeFunction] {
  const isManager = path.startsWith('contextlib:');
  return [
    path,
    (run, { positional: [first] }) => (isManager ? unknown(run, 'a context manager is made') : (first?.value ?? null)),
  ];
}

/**
 * A function that gives again what it has given for the same arguments, with all that has been changed in it since. From the second call on,
 * what it gives cannot be told, unless nobody can change that.
 */
function remembering(callee: PyValue = null): PyValue {
  if (!isFunction(callee)) return callee;
  const given: PyValue[] = [];
  const call: NativeFunction = (run, args) => {
    const reach = given.flatMap(reachOf);
    if (reach.length > 0) return unknown(run, `\`${callee.name}()\` may give what it has given before`, { reach });
    const made = callee.call(run, args);
    given.push(made);
    return made;
  };
  return { ...callee, call };
}

function isFunction(value: PyValue | undefined): value is PyFunction {
  return typeof value === 'object' && value?.kind === 'function';
}

function abstract(run: Run, [callee = null]: readonly (PyValue | undefined)[]): PyValue {
  if (typeof callee === 'object' && (callee?.kind === 'function' || callee?.kind === 'instance')) {
    const at = run.site;
    setEntry(run, callee.names, { key: '__isabstractmethod__', value: true, keyAt: at, valueAt: at, certain: true });
  }
  return callee;
}

function exit(run: Run, args: Arguments): never {
  throw new Raised(exceptionOf(run, builtinClass('SystemExit'), valuesOf(args)), '`sys.exit()` is called', run.site);
}

/** What `MappingProxyType` takes for no mapping; everything else with a subscript will do. */
const REFUSED = new Set([
  'list',
  'tuple',
  'set',
  'iterator',
  'function',
  'native',
  'bound',
  'module',
  'special',
  'slice',
]);

function proxied(run: Run, mapping: PyValue): PyValue {
  if (typeof mapping === 'object' && mapping?.kind === 'dict') return { kind: 'proxy', of: mapping };
  const isRefused =
    typeof mapping !== 'object' ? typeof mapping !== 'string' : mapping === null || REFUSED.has(mapping.kind);
  if (!isRefused) return doubtful(run, 'operation', 'an object is shown as a mapping', { reach: reachOf(mapping) });
  return raise(run, 'TypeError', `mappingproxy() argument must be a mapping, not ${className(mapping)}`);
}

/** `copy.copy(value)` */
function copied(run: Run, value: PyValue): PyValue {
  if (typeof value !== 'object' || value === null) return value;
  switch (value.kind) {
    case 'dict':
      return copyDict(run, value, kindOf(value));
    case 'list': {
      const list = newList(run, value.content.items);
      if (value.content.open !== undefined) list.content.open = value.content.open;
      return list;
    }
    case 'set':
      return value.frozen
        ? value
        : run.heap.add({ ...value, content: { ...value.content, entries: new Map(value.content.entries) } });
    case 'unknown':
    case 'instance':
    case 'iterator':
    case 'proxy':
      return unknown(run, 'an object is copied', { reach: reachOf(value) });
    default:
      return value;
  }
}

function kindOf({ class: type, factory }: PyDict): Pick<PyDict, 'class' | 'factory'> {
  return { ...(type === undefined ? {} : { class: type }), ...(factory === undefined ? {} : { factory }) };
}

/** `copy.deepcopy(value)`: what is reached twice is copied once. */
function deepCopied(run: Run, value: PyValue, copies: Map<PyValue, PyValue>): PyValue {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  run.count();
  switch (value.kind) {
    case 'dict': {
      if (isAsWritten(value)) return copyDictLiteral(run, value);
      const copy = newDict(run, [], kindOf(value));
      copies.set(value, copy);
      const { entries, open, outside } = contentOf(run, value);
      for (const one of entries.values())
        setEntry(run, copy, {
          ...one,
          key: deepCopied(run, one.key, copies),
          value: deepCopied(run, one.value, copies),
        });
      if (open !== undefined && copy.content !== undefined) copy.content.open = open;
      if (outside !== undefined && copy.content !== undefined && holdsValues(outside)) copy.content.outside = outside;
      return copy;
    }
    case 'list': {
      const copy = newList(run, []);
      copies.set(value, copy);
      copy.content.items.push(...value.content.items.map(item => deepCopied(run, item, copies)));
      if (value.content.open !== undefined) copy.content.open = value.content.open;
      return copy;
    }
    case 'tuple':
      return newTuple(value.items.map(item => deepCopied(run, item, copies)));
    case 'set':
      return copied(run, value);
    case 'instance':
    case 'iterator':
    case 'proxy':
    case 'bound':
    case 'module':
      return unknown(run, 'an object is copied');
    default:
      return value;
  }
}

/** A literal that nothing has been changed in is read again for each copy. */
function copyDictLiteral(run: Run, dict: PyDict): PyDict {
  return run.heap.addWritten<PyDict>({
    kind: 'dict',
    content: undefined,
    epoch: 0,
    ...(dict.written === undefined ? {} : { written: dict.written }),
  });
}
