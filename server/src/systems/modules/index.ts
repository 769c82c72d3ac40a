import type { System } from '../system';
import { CONFIGURATION_KINDS, readConfiguration, type Configuration } from './define/configuration';
import { answers } from './answers/answers';
import { CONFIGURED_KINDS, keysOf } from './define/indexing';
import { claims, read, expectsRegistry } from './read/read';
import { runOptions, settings } from './settings';
import { isFollowed } from './define/scan-links';

/** Modules: classes below an extension root with their `*_meta.yaml` companions, discovered in eight stages (formats, part 2). */
export const modules: System = {
  name: settings.system,
  headers: new Set(),
  claims,
  expectsRegistry,
  read,
  keys: keysOf,
  configuration: readConfiguration,
  configurationKinds: CONFIGURATION_KINDS,
  configuredKinds: CONFIGURED_KINDS,
  followsLink: (link, configuration) =>
    configuration !== undefined && isFollowed(link, (configuration as Configuration).links),
  settings,
  runOptions,
  answers,
};
