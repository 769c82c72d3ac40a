import {
  bareClassName,
  classKey,
  classSuffix,
  classSuffixKey,
  DAMAGED,
  DAMAGED_KEY,
  derivedKey,
  type ClassFact,
} from '../../model/class-outline';
import type { System } from '../system';
import { readClasses } from './read';
import { uses } from './uses';

/** Python classes of the repository, which every other system refers to by name. */
export const code: System = {
  name: 'code',
  headers: new Set(),
  claims: path => path.endsWith('.py'),
  read: readClasses,
  uses,
  keys(fact, index) {
    if (fact.kind === DAMAGED) index.provides(DAMAGED_KEY);
    if (fact.kind !== 'class') return;
    index.provides(classKey(fact.name));
    const suffix = classSuffix(fact.name);
    if (suffix !== undefined) index.provides(classSuffixKey(suffix));
    if (suffix === 'StepBuilder')
      for (const base of (fact as ClassFact).bases) index.provides(derivedKey(bareClassName(base)));
  },
};
