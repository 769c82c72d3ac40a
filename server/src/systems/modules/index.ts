import type { System } from '../system';
import { CONFIGURED_BY, NAME, readConfiguration } from './configuration';
import { answers } from './answers';
import { CONFIGURED, keysOf } from './keys';
import { claims, read, vital } from './read';

/** Modules: classes below an extension root with their `*_meta.yaml` companions, discovered in eight stages (formats, part 2). */
export const modules: System = {
  name: NAME,
  headers: new Set(),
  claims,
  vital,
  read,
  keys: keysOf,
  configuration: readConfiguration,
  configuredBy: CONFIGURED_BY,
  configured: CONFIGURED,
  answers,
};
