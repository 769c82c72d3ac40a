import type { System } from '../system';
import { answers } from './answers/answers';
import { keysOf } from './define/indexing';
import { claims, read, vital } from './read/read';

/** Versioned artifacts: registries, metadata files, markers and trees (formats, part 3). */
export const artifacts: System = {
  name: 'artifacts',
  headers: new Set(['artifact-registry', 'tree']),
  claims,
  vital,
  read,
  keys: keysOf,
  strict: ['artifact/*'],
  answers,
};
