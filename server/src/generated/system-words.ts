// Generated from what systems say of themselves by npm run gen.
import type { SystemWords } from '../model/command-line';

export const SYSTEM_WORDS: SystemWords = {
  kinds: [
    {
      kind: 'step',
      plural: 'steps',
      exports: ['step-names', 'config-registry', 'builder-names', 'spec-types'],
      rank: 1,
      name: 'a step',
      listCommand: 'list-steps',
      types: 'steps of this SageMaker step type',
    },
    { kind: 'module', plural: 'modules', exports: [], rank: 2, name: 'a module' },
    {
      kind: 'artifact',
      plural: 'artifacts',
      exports: [],
      rank: 3,
      name: 'an artifact such as stamper_node@1.0.0',
      types: 'artifacts of this type',
    },
  ],
  options: [
    {
      system: 'steps',
      rank: 1,
      flags: '--core <path>',
      description: 'file or folder of the core registry',
      setting: 'core',
      takes: 'path',
    },
    {
      system: 'steps',
      rank: 2,
      flags: '--workspaces <folder>',
      description: 'folder whose subfolders are developer workspaces',
      setting: 'workspaces',
      takes: 'path',
    },
    {
      system: 'artifacts',
      rank: 3,
      flags: '--artifacts <file>',
      description: 'the artifact registry that is asked first',
      setting: 'core',
      takes: 'path',
    },
    {
      system: 'modules',
      rank: 4,
      flags: '--extensions <folder>',
      description: 'folder that modules are discovered in, or namespace=folder; may be repeated',
      setting: 'extensions',
      takes: 'named paths',
    },
    {
      system: 'modules',
      rank: 5,
      flags: '--id-map <file>',
      description: 'file that gives modules other ids',
      setting: 'idMap',
      takes: 'path',
    },
  ],
};
