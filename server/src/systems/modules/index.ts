import type { System } from '../system';
import { CONFIGURED_BY, readConfiguration, type Configuration } from './define/configuration';
import { answers } from './answers/answers';
import { CONFIGURED, keysOf } from './define/indexing';
import { claims, read, vital } from './read/read';
import { runOptions, settings } from './settings';
import { isFollowed } from './define/scan-links';

/** Modules: classes below an extension root with their `*_meta.yaml` companions, discovered in eight stages (formats, part 2). */
export const modules: System = {
  name: settings.system,
  headers: new Set(),
  claims,
  vital,
  read,
  keys: keysOf,
  configuration: readConfiguration,
  configuredBy: CONFIGURED_BY,
  configured: CONFIGURED,
  follows: (link, configuration) =>
    configuration !== undefined && isFollowed(link, (configuration as Configuration).links),
  settings,
  runOptions,
  answers,
};
