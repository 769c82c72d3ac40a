import { SETTINGS_KEY } from '../../model/lookup';
import { isPolicyPack } from '../../model/policy';
import { isSettings } from '../../model/settings';
import type { System } from '../system';
import { schemaDocuments } from './documents';
import { readProject } from './read';
import { isPackPath, readPack } from './read-pack';

/** The project file's path: it counts at the root only. */
export const PROJECT_FILE = 'registry-intelligence.yaml';

/**
 * The project file `registry-intelligence.yaml` and the policy packs that it names: all other systems are set by them. Each
 * of these reads its own part of the file.
 */
export function projectFor(systems: readonly System[]): System {
  const parts = systems.flatMap(({ settings }) => settings ?? []);
  return {
    name: 'project',
    headers: new Set(),
    claims: path => path === PROJECT_FILE || isPackPath(path),
    expectsRegistry: path => path === PROJECT_FILE,
    read: (source, out) => {
      if (isPackPath(source.file.path)) readPack(source, out);
      else readProject(source, parts, out);
    },
    keys: (fact, index) => {
      if (isSettings(fact) || isPolicyPack(fact)) index.provides(SETTINGS_KEY);
    },
    schemaDocuments,
  };
}
