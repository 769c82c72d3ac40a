import type { RunOption } from '../../model/command-line';
import type { Lookup } from '../../model/lookup';
import { runSettingsPart, settingsPart, type SettingsPart } from '../../model/settings';

/** What the discovery of modules is set by. */
export interface ModuleSettings {
  /** Where modules are discovered. */
  readonly extensions?: readonly ExtensionRoot[];
  /** The file that gives modules other ids. */
  readonly idMap?: string;
}

/** A folder that discovery of modules begins at, relative to the root; with several, a namespace comes before their ids. */
export interface ExtensionRoot {
  readonly path: string;
  readonly namespace?: string;
}

/** What the project file says of modules. */
export const settings: SettingsPart<ModuleSettings> = {
  system: 'modules',
  initial: {},
  read(from) {
    const idMap = from.path('id_map');
    const extensions = from.items('extensions').flatMap(({ item }): ExtensionRoot[] => {
      const path = item.path('root') ?? item.path();
      const namespace = item.value('namespace');
      if (path === undefined) return [];
      return [typeof namespace === 'string' ? { path, namespace } : { path }];
    });
    return { ...(extensions.length === 0 ? {} : { extensions }), ...(idMap === undefined ? {} : { idMap }) };
  },
};

/** The settings of modules that hold now. */
export function moduleSettings(lookup: Lookup): ModuleSettings {
  return settingsPart(settings, lookup);
}

/** Whether the extension roots were said for this run, whatever the project file says. */
export function areRootsOfRun(lookup: Lookup): boolean {
  return runSettingsPart(settings, lookup)?.extensions !== undefined;
}

/** What a run of the command line can say of modules. */
export const runOptions: readonly RunOption[] = [
  {
    rank: 4,
    flags: '--extensions <folder>',
    description: 'folder that modules are discovered in, or namespace=folder; may be repeated',
    setting: 'extensions',
    takes: 'named paths',
  },
  {
    rank: 5,
    flags: '--id-map <file>',
    description: 'file that gives modules other ids',
    setting: 'idMap',
    takes: 'path',
  },
];
