import { compare, extendList, mergeDict } from './operators';
import { Operator } from '../tree';
import { withParameters } from './parameters';
import { deleteSubscript, setSubscript, subscript } from './subscripts';
import type { NativeFunction } from './values';

/** Methods that stand for operators, of dicts and lists. */
const SUBSCRIPTS: readonly [string, NativeFunction][] = [
  [
    '__getitem__',
    withParameters('__getitem__', 'self key /', (run, [self = null, key = null]) => subscript(run, self, key)),
  ],
  [
    '__setitem__',
    withParameters(
      '__setitem__',
      'self key value /',
      (run, [self = null, key = null, value = null], { positional }) => {
        const [keyAt = run.site, valueAt = keyAt] = positional.slice(-2).map(({ at }) => at);
        setSubscript(run, self, key, value, keyAt, valueAt);
        return null;
      },
    ),
  ],
  [
    '__delitem__',
    withParameters('__delitem__', 'self key /', (run, [self = null, key = null]) => {
      deleteSubscript(run, self, key);
      return null;
    }),
  ],
  [
    '__contains__',
    withParameters('__contains__', 'self key /', (run, [self = null, key = null]) =>
      compare(run, Operator.In, key, self),
    ),
  ],
];

/** The methods with two underscores that `dict` and `list` can be asked for by name. */
export const SPECIAL_METHODS: Readonly<Record<'dict' | 'list', readonly [string, NativeFunction][]>> = {
  dict: [
    ...SUBSCRIPTS,
    [
      '__ior__',
      (run, { positional: [self, other] }) => {
        const isDict = typeof self?.value === 'object' && self.value?.kind === 'dict';
        const isOther = typeof other?.value === 'object' && other.value?.kind === 'dict';
        if (!isDict || !isOther) return { kind: 'special', name: 'NotImplemented' };
        mergeDict(run, self.value, other.value);
        return self.value;
      },
    ],
  ],
  list: [
    ...SUBSCRIPTS,
    [
      '__iadd__',
      withParameters('__iadd__', 'self other /', (run, [self = null, other = null]) => {
        if (typeof self === 'object' && self?.kind === 'list') extendList(run, self, other);
        return self;
      }),
    ],
  ],
};
