import { SEVERITIES } from '../model/finding';
import { SYSTEM_WORDS } from '../generated/system-words';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './environment/command-spec';

const PATHS: ArgumentSpec = {
  name: '[path...]',
  description: 'files or folders to report on; the repository around the first one is read',
};

const { kinds: KINDS, options: RUN_OPTIONS } = SYSTEM_WORDS;

const REPOSITORY_OPTIONS: readonly OptionSpec[] = [
  { flags: '--root <folder>', description: 'the root of the repository, instead of the nearest project file or .git' },
  ...RUN_OPTIONS.map(({ flags, description, takes }) => ({
    flags,
    description,
    ...(takes === 'named paths' ? { takes: 'many' as const } : {}),
  })),
  { flags: '--policy-environment <name>', description: 'the environment whose policies are in force' },
];

const IN_WORKSPACE: OptionSpec = { flags: '--workspace <id>', description: 'in this developer workspace' };
const KIND: OptionSpec = {
  flags: '--kind <kind>',
  description: 'only names of this kind',
  choices: KINDS.map(({ kind }) => kind),
};

const NAME: ArgumentSpec = {
  name: '<name>',
  description: listed(
    KINDS.map(({ name }) => name),
    ', or ',
  ),
};

/** What can be listed: the definitions of each system, then what all systems have. */
const LISTABLE = [...KINDS.map(({ plural }) => plural), 'workspaces', 'conflicts', 'rules'];

/** What definitions can be picked by their types. */
const TYPES = KINDS.flatMap(({ types }) => types ?? []);

const DRY_RUN: OptionSpec = { flags: '--dry-run', description: 'show as a patch what would be written' };
const BACKUP: OptionSpec = {
  flags: '--backup',
  description: 'write what registries say now to registry-backup-<n>.json first, which restore takes',
};
const FAIL_ON_NEW: OptionSpec = {
  flags: '--fail-on <severity>',
  description: 'least severity of a new finding that makes the exit code 1',
  choices: [...SEVERITIES, 'never'],
  initial: 'error',
};

/** As compilers write it. */
const PLACE: ArgumentSpec = { name: '<place>', description: 'file:line:column, counted from 1' };

const EXAMPLE_PLACE = 'src/cursus/registry/step_names.py:9:6';

function format(initial: string, ...others: readonly string[]): OptionSpec {
  return { flags: '--format <format>', description: 'how to answer', choices: [initial, ...others], initial };
}

/** Every command there is. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'lint',
    aliases: ['validate', 'validate-registry'],
    summary: 'report what is wrong in registries',
    arguments: [PATHS],
    options: [
      {
        flags: '--format <format>',
        description:
          'how to answer; by default agent where the environment names an agent and no terminal reads, else text',
        choices: ['text', 'json', 'sarif', 'github', 'junit', 'gitlab', 'rdjson', 'agent'],
      },
      {
        flags: '--fail-on <severity>',
        description: 'least severity that makes the exit code 1',
        choices: [...SEVERITIES, 'never'],
        initial: 'error',
      },
      { flags: '--max-warnings <number>', description: 'more warnings make the exit code 1 too', takes: 'number' },
      { flags: '--rule <code>', description: 'only this rule or family (step/*); may be repeated', takes: 'many' },
      { flags: '--strict', description: 'conflicts between workspaces are errors' },
      { flags: '--all', description: 'text and github: list more than twenty findings of one rule in one file, too' },
      { flags: '--workspace <id>', description: 'only files of this developer workspace' },
      { flags: '--only-changed <ref>', description: 'only what the work since this branch or commit has to do with' },
      { flags: '--baseline <file>', description: 'leave out what this file knows' },
      { flags: '--update-baseline', description: 'write what is found to the file of --baseline, and report nothing' },
      { flags: '--fix', description: 'make every fix that is safe, then report what is left' },
      { flags: '--fix-dry-run', description: 'show as a patch what --fix would do' },
      { flags: '--check-conflicts', description: 'list names that two workspaces define; any makes the exit code 1' },
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['lint', 'everything below the root around the current folder'],
      ['lint src developer_workspaces/developers/alice', 'report on these only'],
      ['lint --rule step/missing-builder --rule "registry/*"', 'only some rules'],
      ['lint --format json --fail-on warning', 'for a pipeline'],
      ['lint --format github --only-changed origin/main', 'annotate a pull request'],
      ['lint --format gitlab', 'a report of code quality for a merge request'],
      ['lint --fix-dry-run', 'what --fix would do, as a patch'],
      ['lint --baseline .registry-baseline.json --update-baseline', 'take what there is for granted'],
      ['lint --baseline .registry-baseline.json', 'fail on new findings only'],
      ['lint --policy-environment production', 'as strict as policy packs are in production'],
      ['lint --fix', 'repair what can be repaired without a person'],
    ],
    run: async ([paths], options, terminal) =>
      (await import('./commands/lint')).lint(paths as string[], options, terminal),
  },
  {
    name: 'list',
    summary: `list ${listed(LISTABLE, ' or ')}`,
    arguments: [
      {
        name: '<what>',
        description: 'what to list',
        choices: LISTABLE,
      },
      PATHS,
    ],
    options: listOptions(),
    examples: [
      ['list steps', 'every definition, in core and in all workspaces'],
      ['list steps --workspace alice', 'the steps that are in force in a workspace'],
      ['list artifacts', 'every version of every artifact: valid, invalid or work in progress'],
      ['list modules', 'what discovery would register, and in which order'],
      ['list modules --tag payments --prefix orders.', 'as Registry.list(tags=…, prefix=…) selects'],
      ['list conflicts --format json', 'names that two workspaces define'],
    ],
    run: async ([what, paths], options, terminal) =>
      (await import('./commands/list')).list(what as string, paths as string[], options, terminal),
  },
  ...KINDS.flatMap(({ plural, listCommand }): CommandSpec[] => {
    if (listCommand === undefined) return [];
    return [
      {
        name: listCommand,
        summary: `the same as: list ${plural}`,
        arguments: [PATHS],
        options: listOptions(),
        examples: [[`${listCommand} --workspace alice --conflicts-only`, `contested ${plural} of a workspace`]],
        run: async ([paths], options, terminal) =>
          (await import('./commands/list')).list(plural, paths as string[], options, terminal),
      },
    ];
  }),
  {
    name: 'show',
    summary: 'show the definitions of a name, with fields and components',
    arguments: [NAME, PATHS],
    options: [format('text', 'json'), IN_WORKSPACE, KIND, ...REPOSITORY_OPTIONS],
    examples: [['show XGBoostTraining --workspace alice', 'the definition in force in a workspace']],
    run: async ([name, paths], options, terminal) =>
      (await import('./commands/show')).show(name as string, paths as string[], options, terminal),
  },
  {
    name: 'explain',
    aliases: ['resolve-step'],
    summary: 'explain which definition of a name wins, or what becomes of a module, and why',
    arguments: [NAME, PATHS],
    options: [
      format('text', 'json', 'markdown'),
      IN_WORKSPACE,
      { flags: '--framework <name>', description: 'preferred framework (profile intelligent)' },
      { flags: '--environment <tags>', description: 'tags of the environment, with commas', takes: 'list' },
      {
        flags: '--mode <mode>',
        description: 'what to do where nothing decides',
        choices: ['automatic', 'interactive', 'strict'],
      },
      {
        flags: '--profile <profile>',
        description: 'whose semantics to apply',
        choices: ['isolated', 'hybrid', 'intelligent'],
      },
      KIND,
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['explain XGBoostTraining --workspace alice', 'what the name means in a workspace'],
      ['explain XGBoostTraining --profile intelligent --framework pytorch', 'by preferences instead of order'],
      ['explain XGBoostTraining --format markdown', 'to paste into a review'],
      ['explain pipelines/train.py:41', 'what a line of code names; also file names, classes, old names, spec types'],
    ],
    run: async ([name, paths], options, terminal) =>
      (await import('./commands/explain')).explainCommand(name as string, paths as string[], options, terminal),
  },
  atPlace('definition', 'where what is named at a place is defined', 'text'),
  atPlace('references', 'every place that names the same', 'text'),
  atPlace('hover', 'what an editor shows of the name at a place', 'markdown'),
  {
    name: 'rename',
    summary: 'give what is named at a place another name wherever it is mentioned',
    arguments: [PLACE, { name: '<new>', description: 'its new name' }],
    options: [IN_WORKSPACE, DRY_RUN, BACKUP, ...REPOSITORY_OPTIONS],
    examples: [[`rename ${EXAMPLE_PLACE} Packaging --dry-run`, 'shows the patch']],
    run: async ([place, to], options, terminal) =>
      (await import('./commands/rename')).renameAt(place as string, to as string, options, terminal),
  },
  {
    name: 'snapshot',
    summary: 'write down what the registries say and who wins',
    arguments: [{ name: '[of]', description: 'a folder, branch, tag or commit; the working tree by default' }],
    options: [
      { flags: '-o, --output <file>', description: 'a new file, instead of standard output' },
      { flags: '--with-files', description: 'with the texts of registry files, so that it can be restored' },
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['snapshot -o before.json', 'to compare with later'],
      ['snapshot --with-files -o registries.json', 'to go back to later'],
      ['snapshot v1.0', 'the state of a tag'],
    ],
    run: async ([of], options, terminal) =>
      (await import('./commands/snapshot')).snapshot(of as string | undefined, options, terminal),
  },
  {
    name: 'restore',
    summary: 'give registry files the texts that they had, and keep those that they have in a backup',
    arguments: [{ name: '<state>', description: 'a snapshot with files, or a folder, branch, tag or commit' }],
    options: [DRY_RUN, ...REPOSITORY_OPTIONS],
    examples: [
      ['restore last-week.json --dry-run', 'what would change'],
      ['restore last-week.json', 'what snapshot --with-files has written down'],
      ['restore registry-backup-1.json', 'undo that'],
    ],
    run: async ([from], options, terminal) =>
      (await import('./commands/restore')).restore(from as string, options, terminal),
  },
  {
    name: 'diff',
    summary: 'what differs between two states: definitions, fields, and who wins in which workspace',
    arguments: [
      { name: '<a>', description: 'a snapshot, a folder, or a branch, tag or commit' },
      { name: '[b]', description: 'another one; the working tree by default' },
    ],
    options: [
      format('text', 'json', 'markdown'),
      {
        flags: '--fail-on <what>',
        description: 'what makes the exit code 1',
        choices: ['any', 'winners', 'removed', 'broken', 'never'],
        initial: 'any',
      },
      { flags: '--blame', description: 'name the commit that changed each winner' },
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['diff origin/main --format markdown', 'for a comment on a pull request'],
      ['diff v1.0 v1.1 --fail-on winners --blame', 'fails if another definition wins, and names the commits'],
      ['diff before.json', 'since a snapshot'],
    ],
    run: async ([a, b], options, terminal) =>
      (await import('./commands/diff')).diff(a as string, b as string | undefined, options, terminal),
  },
  {
    name: 'impact',
    aliases: ['dry-run'],
    summary: 'what a patch, another folder or a commit would change and break',
    arguments: [{ name: '<change>', description: 'a patch file, a folder, or a branch, tag or commit' }],
    options: [format('text', 'json', 'markdown'), FAIL_ON_NEW, ...REPOSITORY_OPTIONS],
    examples: [
      ['impact change.patch', 'before it is applied'],
      ['impact feature-branch --format markdown', 'before it is merged'],
    ],
    run: async ([change], options, terminal) =>
      (await import('./commands/impact')).impact(change as string, options, terminal),
  },
  {
    name: 'merge-preview',
    summary: 'what would conflict, be lost or break if developer workspaces landed in core',
    arguments: [{ name: '[workspace...]', description: 'ids; all by default' }],
    options: [format('text', 'json', 'markdown'), FAIL_ON_NEW, ...REPOSITORY_OPTIONS],
    examples: [
      ['merge-preview', 'all at once, and two by two'],
      ['merge-preview alice bob', 'only these'],
    ],
    run: async ([ids], options, terminal) =>
      (await import('./commands/merge-preview')).mergePreview(ids as string[], options, terminal),
  },
  {
    name: 'add-step',
    summary: 'add a step to the core registry or to a workspace',
    arguments: [{ name: '<name>', description: 'the new step' }],
    options: [
      { flags: '--field <name=value>', description: 'a field of it; [a, b] is a list; may be repeated', takes: 'many' },
      { flags: '--workspace <id>', description: 'to the locals of this workspace, instead of core' },
      { flags: '--override', description: 'in place of the core step, with its fields and those of --field' },
      DRY_RUN,
      BACKUP,
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['add-step Churn --workspace alice --field builder_step_name=ChurnStepBuilder --dry-run', 'shows the patch'],
      [
        'add-step Package --override --workspace alice --field framework=pytorch',
        'the core row with another framework',
      ],
    ],
    run: async ([name], options, terminal) =>
      (await import('./commands/edit')).addStep(name as string, options, terminal),
  },
  {
    name: 'promote-step',
    summary: 'move a step of a workspace into core',
    arguments: [{ name: '<name>', description: 'a step of the workspace' }],
    options: [{ flags: '--workspace <id>', description: 'whose it is' }, DRY_RUN, BACKUP, ...REPOSITORY_OPTIONS],
    examples: [['promote-step XGBoostTraining --workspace alice --dry-run', 'shows the patch']],
    run: async ([name], options, terminal) =>
      (await import('./commands/edit')).promoteStep(name as string, options, terminal),
  },
  {
    name: 'move-step',
    summary: 'move a step between core and workspaces',
    arguments: [{ name: '<name>', description: 'a step' }],
    options: [
      { flags: '--from <id>', description: 'the workspace that has it, or core' },
      { flags: '--to <id>', description: 'the workspace that gets it, or core' },
      DRY_RUN,
      BACKUP,
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['move-step Package --from core --to alice --dry-run', 'shows the patch'],
      ['move-step Churn --from alice --to bob', 'from one workspace to another'],
    ],
    run: async ([name], options, terminal) =>
      (await import('./commands/edit')).moveStep(name as string, options, terminal),
  },
  {
    name: 'migrate',
    summary: 'bring a repository from an older form of registries to the present one',
    arguments: [{ name: '<migration>', description: 'which; another name lists those that there are' }],
    options: [DRY_RUN, BACKUP, ...REPOSITORY_OPTIONS],
    examples: [['migrate workspace-steps --dry-run', 'WORKSPACE_STEPS to LOCAL_STEPS, as a patch']],
    run: async ([name], options, terminal) =>
      (await import('./commands/migrate')).migrate(name as string, options, terminal),
  },
  {
    name: 'rename-step',
    summary: 'give a step another name wherever it is mentioned',
    arguments: [
      { name: '<name>', description: 'a step' },
      { name: '<new>', description: 'its new name' },
    ],
    options: [
      { flags: '--workspace <id>', description: 'that of this workspace' },
      DRY_RUN,
      BACKUP,
      ...REPOSITORY_OPTIONS,
    ],
    examples: [['rename-step Package Packaging --dry-run', 'shows the patch']],
    run: async ([from, to], options, terminal) =>
      (await import('./commands/rename-step')).renameStep(from as string, to as string, options, terminal),
  },
  {
    name: 'init-workspace',
    aliases: ['setup-developer'],
    summary: 'make the folders, the registry and a README of a developer workspace',
    arguments: [{ name: '<id>', description: 'the new workspace' }],
    options: [
      {
        flags: '--template <template>',
        description: 'how much of a registry to begin with',
        choices: ['minimal', 'standard', 'advanced'],
        initial: 'standard',
      },
      { flags: '--workspace-path <folder>', description: 'where, below the root; beside the others by default' },
      { flags: '--copy-from <id>', description: 'begin with the registry of this workspace' },
      DRY_RUN,
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['init-workspace dana --dry-run', 'shows what would be made'],
      ['init-workspace eve --copy-from alice --dry-run', 'begins with the registry of alice'],
    ],
    run: async ([id], options, terminal) =>
      (await import('./commands/init-workspace')).initWorkspace(id as string, options, terminal),
  },
  {
    name: 'graph',
    summary: 'write what depends on what',
    arguments: [],
    options: [format('dot', 'mermaid', 'json', 'svg'), KIND, ...REPOSITORY_OPTIONS],
    examples: [
      ['graph --format mermaid', 'for a Markdown page'],
      ['graph --format svg', 'as a picture'],
    ],
    run: async (_, options, terminal) => (await import('./commands/graph')).graph(options, terminal),
  },
  {
    name: 'health',
    summary: 'how each registry does: HEALTHY, UNHEALTHY, ERROR or UNKNOWN',
    arguments: [],
    options: [format('text', 'json'), ...REPOSITORY_OPTIONS],
    examples: [['health --format json', 'for a dashboard']],
    run: async (_, options, terminal) => (await import('./commands/health')).health(options, terminal),
  },
  {
    name: 'stats',
    summary: 'figures: definitions, workspaces, types, conflicts and how many of them resolve by themselves',
    arguments: [],
    options: [format('text', 'json', 'openmetrics'), ...REPOSITORY_OPTIONS],
    examples: [
      ['stats', 'what there is, in numbers'],
      ['stats --format openmetrics', 'for a scraper such as Prometheus'],
    ],
    run: async (_, options, terminal) => (await import('./commands/stats')).stats(options, terminal),
  },
  {
    name: 'export',
    summary: 'write a dictionary that the run time derives, the schemas of modules, or documentation in Markdown',
    arguments: [
      {
        name: '<what>',
        description: 'what to write',
        choices: [...KINDS.flatMap(({ exports }) => exports), 'schemas', 'docs'],
      },
      PATHS,
    ],
    options: [
      format('json', 'yaml', 'python'),
      IN_WORKSPACE,
      { flags: '--strict', description: 'schemas: every property required, none else allowed' },
      { flags: '--compact', description: 'schemas: first sentence of descriptions; no defaults, no examples' },
      {
        flags: '--profile <profile>',
        description: 'schemas: for whom',
        choices: ['mcp', 'openai', 'anthropic', 'generic'],
      },
      { flags: '--module <id>', description: 'schemas: only this module; may be repeated', takes: 'many' },
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['export step-names --workspace alice --format python', 'STEP_NAMES as code in that workspace sees it'],
      ['export config-registry', 'which step each config class belongs to'],
      ['export schemas', 'what get_schema() gives of every module, by id'],
      ['export schemas --profile openai --module shop.orders', 'one module as a function for OpenAI'],
      ['export schemas . --strict --format yaml', 'modules below a folder'],
      ['export docs', 'every definition, and who wins, as Markdown'],
    ],
    run: async ([what, paths], options, terminal) => {
      if (what === 'docs')
        return (await import('./commands/export-docs')).exportDocs(paths as string[], options, terminal);
      return what === 'schemas'
        ? (await import('./commands/export')).exportSchemasCommand(paths as string[], options, terminal)
        : (await import('./commands/export-table')).exportTable(what as string, paths as string[], options, terminal);
    },
  },
  {
    name: 'index',
    summary: 'write where everything in registries is defined and named, for code search engines',
    arguments: [],
    options: [
      format('scip', 'lsif'),
      {
        flags: '-o, --output <file>',
        description: 'index.scip or dump.lsif by default; - is standard output; nothing but an index is replaced',
      },
      ...REPOSITORY_OPTIONS,
    ],
    examples: [
      ['index', 'writes index.scip'],
      ['index -o registries.scip', 'to a file of another name'],
      ['index --format lsif --output -', 'line by line to standard output'],
    ],
    run: async (_, options, terminal) => (await import('./commands/index-code')).index(options, terminal),
  },
  {
    name: 'watch',
    summary: 'report findings as files change',
    arguments: [PATHS],
    options: [format('text', 'json'), ...REPOSITORY_OPTIONS],
    examples: [['watch developer_workspaces/developers/alice', 'until it is stopped']],
    run: async ([paths], options, terminal) =>
      (await import('./commands/watch')).watch(paths as string[], options, terminal),
  },
  {
    name: 'mcp',
    summary: 'answer agents over the Model Context Protocol; nothing writes',
    arguments: [],
    options: REPOSITORY_OPTIONS,
    examples: [['mcp --root .', 'the command of a client’s server setting; speaks over standard input and output']],
    run: async (_, options) => (await import('./commands/mcp')).mcp(options, COMMANDS),
  },
  {
    name: 'completions',
    summary: 'write a script that completes commands and options in a shell',
    arguments: [{ name: '<shell>', description: 'which shell', choices: ['bash', 'zsh', 'fish'] }],
    options: [],
    examples: [['completions bash', 'to be sourced by ~/.bashrc']],
    run: async ([shell], _, terminal) =>
      (await import('./commands/completions')).completions(shell as 'bash', COMMANDS, terminal),
  },
  {
    name: 'lsp',
    summary: 'serve editors over the Language Server Protocol',
    arguments: [],
    options: [{ flags: '--stdio', description: 'speak over standard input and output' }],
    examples: [['lsp --stdio', 'the command of an editor’s language server setting']],
    run: async (_, options) => (await import('./commands/lsp')).lsp(options),
  },
  {
    name: 'rules',
    summary: 'list all rules, or show the page of one',
    arguments: [{ name: '[code]', description: 'a rule' }],
    options: [format('text', 'json')],
    examples: [['rules step/missing-builder', 'what is wrong, why, and what to do']],
    run: async ([code], options, terminal) =>
      (await import('./commands/rules')).rules(code as string | undefined, options, terminal),
  },
];

/** A command that is asked about a place, as the editor asks. */
function atPlace(name: 'definition' | 'references' | 'hover', summary: string, as: 'text' | 'markdown'): CommandSpec {
  return {
    name,
    summary,
    arguments: [PLACE],
    options: [format(as, 'json'), IN_WORKSPACE, ...REPOSITORY_OPTIONS],
    examples: [[`${name} ${EXAMPLE_PLACE}`, 'of a row of the core registry']],
    run: async ([place], options, terminal) =>
      (await import('./commands/at-place'))[`${name}At`](place as string, options, terminal),
  };
}

function listOptions(): readonly OptionSpec[] {
  return [
    format('text', 'json', 'table'),
    IN_WORKSPACE,
    { flags: '--include-source', description: 'say where each step is defined' },
    { flags: '--conflicts-only', description: 'only steps that two workspaces define' },
    { flags: '--type <type>', description: `only ${listed(TYPES, ', or ')}` },
    { flags: '--own', description: 'with --workspace, only what the workspace itself defines; else what core does' },
    { flags: '--tag <tags>', description: 'only what has all of these tags, with commas', takes: 'list' },
    { flags: '--prefix <text>', description: 'only names that begin with it' },
    ...REPOSITORY_OPTIONS,
  ];
}

/** Words with commas between them, and another text before the last one. */
function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : [words.slice(0, -1).join(', '), ...words.slice(-1)].join(last);
}
