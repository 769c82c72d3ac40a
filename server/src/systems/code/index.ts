import { classKey, type ClassFact } from '../../model/class-outline';
import type { System } from '../system';
import { readClasses } from './read';

/** Python classes of the repository, which every other system refers to by name. */
export const code: System = {
  name: 'code',
  headers: new Set(),
  claims: path => path.endsWith('.py'),
  read: readClasses,
  keys(fact, index) {
    if (fact.kind === 'class') index.provides(classKey((fact as ClassFact).name));
  },
};
