import type { System } from '../system';
import { answers } from './answers';
import { keysOf } from './keys';
import { claims, read, vital } from './read';

/** Versioned artifacts: registries, metadata files, markers and trees (formats, part 3). */
export const artifacts: System = {
  name: 'artifacts',
  headers: new Set(['artifact-registry', 'tree']),
  claims,
  vital,
  read,
  keys: keysOf,
  answers,
};
