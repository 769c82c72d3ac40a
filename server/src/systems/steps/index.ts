import type { System } from '../system';
import { answers } from './answers/answers';
import { keysOf } from './define/indexing';
import { claims, read, vital } from './read/read';
import { workspaceIdOf } from './define/workspaces';

/** Step registries: core tables, developer workspaces, and the components behind their rows (formats, part 1). */
export const steps: System = {
  name: 'steps',
  headers: new Set(['registry', 'metadata']),
  claims,
  vital,
  read,
  keys: keysOf,
  strict: ['step/conflict', 'step/ambiguous-resolution'],
  workspaceOf: workspaceIdOf,
  answers,
};
