import {
  bareClassName,
  classKey,
  classSuffix,
  classSuffixKey,
  DAMAGED_KEY,
  derivedKey,
  type ClassFact,
  type DamagedFact,
} from '../../model/class-outline';
import { keysByKind, type System } from '../system';
import { readClasses } from './read';
import { textSearch } from './text-search';

/** Python classes of the repository, which every other system refers to by name. */
export const code: System = {
  name: 'code',
  headers: new Set(),
  claims: path => path.endsWith('.py'),
  read: readClasses,
  textSearch,
  keys: keysByKind<ClassFact | DamagedFact>({
    class({ name, bases }, index) {
      index.provides(classKey(name));
      const suffix = classSuffix(name);
      if (suffix !== undefined) index.provides(classSuffixKey(suffix));
      if (suffix === 'StepBuilder') for (const base of bases) index.provides(derivedKey(bareClassName(base)));
    },
    damaged(_, index) {
      index.provides(DAMAGED_KEY);
    },
  }),
};
