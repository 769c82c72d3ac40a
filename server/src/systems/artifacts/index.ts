import type { System } from '../system';
import { answers } from './answers/answers';
import { keysOf } from './define/indexing';
import { claims, read, expectsRegistry, isMarker } from './read/read';
import { runOptions, settings } from './settings';

/** Versioned artifacts: registries, metadata files, markers and trees (formats, part 3). */
export const artifacts: System = {
  name: settings.system,
  headers: new Set(['artifact-registry', 'tree']),
  claims,
  expectsRegistry,
  isMarker,
  read,
  keys: keysOf,
  strictRules: ['artifact/*'],
  settings,
  runOptions,
  answers,
};
