import { builtinClass } from './builtin-classes';
import type { PyClass, PyInstance, PyObject, PyValue } from './values';

/** The classes of those special objects that are Python's own. */
const SPECIAL_CLASSES = new Map([
  ['Ellipsis', builtinClass('ellipsis')],
  ['NotImplemented', builtinClass('NotImplementedType')],
]);

/** The class of a value; nothing if that cannot be told. */
export function classOf(value: PyValue): PyClass | undefined {
  switch (typeof value) {
    case 'boolean':
      return builtinClass('bool');
    case 'bigint':
      return builtinClass('int');
    case 'number':
      return builtinClass('float');
    case 'string':
      return builtinClass('str');
    default:
      return value === null ? builtinClass('NoneType') : classOfObject(value);
  }
}

function classOfObject(value: PyObject): PyClass | undefined {
  switch (value.kind) {
    case 'unknown':
    case 'instance':
      return value.class;
    case 'dict':
      return value.class ?? builtinClass('dict');
    case 'set':
      return builtinClass(value.frozen ? 'frozenset' : 'set');
    case 'proxy':
      return builtinClass('mappingproxy');
    case 'native':
      return builtinClass('builtin_function_or_method');
    case 'bound':
      return builtinClass(value.function.kind === 'native' ? 'builtin_function_or_method' : 'method');
    case 'class':
      return value.order === undefined || value.written !== undefined ? undefined : builtinClass('type');
    case 'iterator':
      return builtinClass(value.name);
    case 'special':
      return SPECIAL_CLASSES.get(value.name);
    default:
      return builtinClass(value.kind);
  }
}

/** What messages call the class of a value. */
export function className(value: PyValue): string {
  return classOf(value)?.name ?? (typeof value === 'object' && value?.kind === 'class' ? 'type' : 'object');
}

/** Whether a class of a text defines one of these methods for an instance, or may do so. */
export function hasOwn({ class: { order } }: PyInstance, ...methods: readonly string[]): boolean {
  return order?.some(one => methods.some(method => one.names.content?.entries.has(`s:${method}`))) ?? true;
}
