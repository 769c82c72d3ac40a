import type { System } from '../system';
import { answers } from './answers';
import { keysOf } from './keys';
import { claims, read, vital } from './read';
import { workspaceIdOf } from './workspaces';

/** Step registries: core tables, developer workspaces, and the components behind their rows (formats, part 1). */
export const steps: System = {
  name: 'steps',
  headers: new Set(['registry', 'metadata']),
  claims,
  vital,
  read,
  keys: keysOf,
  workspaceOf: workspaceIdOf,
  answers,
};
