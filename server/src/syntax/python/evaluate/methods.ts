import {
  DICT_METHODS,
  FROZENSET_METHODS,
  LIST_METHODS,
  PROXY_METHODS,
  SET_METHODS,
  TUPLE_METHODS,
} from './container-methods';
import { SPECIAL_METHODS } from './special-methods';
import { TEXT_METHODS } from './text-methods';
import { bind } from './mappings';
import { raise } from './outcomes';
import type { NativeFunction } from './values';

/** What a class inherits that defines no `__init__` of its own. */
const OBJECT_METHODS: ReadonlyMap<string, NativeFunction> = new Map<string, NativeFunction>([
  [
    '__init__',
    (run, { positional, named }) => {
      if (positional.length + named.size > 1)
        raise(run, 'TypeError', 'object.__init__() takes exactly one argument (the instance to initialize)');
      return null;
    },
  ],
  ['__init_subclass__', () => null],
]);

const EXCEPTION_METHODS: ReadonlyMap<string, NativeFunction> = new Map<string, NativeFunction>([
  [
    '__init__',
    (run, { positional: [self, ...rest] }) => {
      const at = run.site;
      const values = rest.map(({ value }) => value);
      if (typeof self?.value === 'object' && self.value?.kind === 'instance')
        bind(run, self.value.names, 'args', { kind: 'tuple', items: values }, at, at);
      return null;
    },
  ],
]);

/** The methods of built-in classes that are evaluated. */
export const METHODS: ReadonlyMap<string, ReadonlyMap<string, NativeFunction>> = new Map([
  ['str', TEXT_METHODS],
  ['dict', new Map([...DICT_METHODS, ...SPECIAL_METHODS.dict])],
  ['mappingproxy', PROXY_METHODS],
  ['list', new Map([...LIST_METHODS, ...SPECIAL_METHODS.list])],
  ['tuple', TUPLE_METHODS],
  ['set', SET_METHODS],
  ['frozenset', FROZENSET_METHODS],
  ['object', OBJECT_METHODS],
  ['BaseException', EXCEPTION_METHODS],
]);
