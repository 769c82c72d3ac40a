import { artifacts } from './artifacts/index';
import { code } from './code/index';
import { modules } from './modules/index';
import { projectFor } from './project/index';
import { steps } from './steps/index';
import type { System } from './system';

/** Every registry system, in the order in which they read a file. */
export const REGISTRIES: readonly System[] = [modules, steps, artifacts];

/** Registry systems with what all of them need: the project file, which sets them, and the classes that they name. */
export function systemsWith(registries: readonly System[]): readonly System[] {
  return [projectFor(registries), ...registries, code];
}

/** All systems, with what stands beside each of them. */
export const SYSTEMS = systemsWith(REGISTRIES);
