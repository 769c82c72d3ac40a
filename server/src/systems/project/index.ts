import { SETTINGS_KEY } from '../../model/lookup';
import type { System } from '../system';
import { readProject } from './read';

/** The project file's path: it counts at the root only. */
export const PROJECT_FILE = 'registry-intelligence.yaml';

/** The project file `registry-intelligence.yaml`, which all other systems are set by. */
export const project: System = {
  name: 'project',
  headers: new Set(),
  claims: path => path === PROJECT_FILE,
  vital: path => path === PROJECT_FILE,
  read: readProject,
  keys: (fact, index) => {
    if (fact.kind === 'settings') index.provides(SETTINGS_KEY);
  },
};
