import type { System } from '../system';
import { answers } from './answers/answers';
import { keysOf } from './define/indexing';
import { claims, read, expectsRegistry } from './read/read';
import { runOptions, settings } from './settings';
import { workspaceIdOf } from './define/workspaces';

/** Step registries: core tables, developer workspaces, and the components behind their rows (formats, part 1). */
export const steps: System = {
  name: settings.system,
  headers: new Set(['registry', 'metadata']),
  claims,
  expectsRegistry,
  read,
  keys: keysOf,
  strictRules: ['step/conflict', 'step/ambiguous-resolution'],
  workspaceOf: workspaceIdOf,
  settings,
  runOptions,
  answers,
};
