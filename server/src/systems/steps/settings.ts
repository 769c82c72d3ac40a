import type { RunOption } from '../../model/command-line';
import type { Lookup } from '../../model/lookup';
import { settingsPart, type SettingsPart } from '../../model/settings';
import type { StepsTable } from './facts';

/** The settings of step registries in the project file. */
export interface StepSettings {
  /** The file or folder that holds the core registry; if absent, the core registry is found by its content. */
  readonly core?: string;
  /** The folder whose subfolders are developer workspaces. */
  readonly workspaces?: string;
  /** The variable in which developer workspaces keep their steps; if absent, LOCAL_STEPS. */
  readonly workspaceVariable?: StepsTable;
}

/** What the project file says of steps. */
export const settings: SettingsPart<StepSettings> = {
  system: 'steps',
  initial: {},
  read(from) {
    const [core, workspaces] = [from.path('core'), from.path('workspaces')];
    if (core !== undefined)
      from.expect({ path: core, what: 'file or folder', otherwise: 'no core registry is known' }, 'core');
    if (workspaces !== undefined)
      from.expect({ path: workspaces, what: 'folder', otherwise: 'no developer workspace is known' }, 'workspaces');
    const isOld = from.value('workspace_variable') === 'WORKSPACE_STEPS';
    return {
      ...(core === undefined ? {} : { core }),
      ...(workspaces === undefined ? {} : { workspaces }),
      ...(isOld ? { workspaceVariable: 'WORKSPACE_STEPS' } : {}),
    };
  },
};

/** The settings of steps that hold now. */
export function stepSettings(lookup: Lookup): StepSettings {
  return settingsPart(settings, lookup);
}

/** What a run of the command line can say of steps. */
export const runOptions: readonly RunOption[] = [
  {
    rank: 1,
    flags: '--core <path>',
    description: 'file or folder of the core registry',
    setting: 'core',
    takes: 'path',
  },
  {
    rank: 2,
    flags: '--workspaces <folder>',
    description: 'folder whose subfolders are developer workspaces',
    setting: 'workspaces',
    takes: 'path',
  },
];
