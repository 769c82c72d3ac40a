import { artifacts } from './artifacts/index';
import { code } from './code/index';
import { modules } from './modules/index';
import { project } from './project/index';
import { steps } from './steps/index';
import type { System } from './system';

/** Every registry system, in the order in which they read a file. */
export const SYSTEMS: readonly System[] = [project, modules, steps, artifacts, code];
