import { SEVERITIES } from '../model/finding';
import type { Terminal } from './terminal';

/** A command as `--help` shows it and as it is run. Its code is loaded when it is run. */
export interface CommandSpec {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Command lines without the program's name, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** `values` are the arguments in order; a last one that repeats is a list. Gives the exit code. */
  run(values: readonly unknown[], options: never, terminal: Terminal): Promise<number>;
}

export interface ArgumentSpec {
  /** `<name>` must be given, `[name]` may be, `[name...]` repeats. */
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly initial?: string;
  /** A whole number from 0, a comma-separated list, or a value that may be given several times. */
  readonly takes?: 'number' | 'list' | 'many';
}

const PATHS: ArgumentSpec = {
  name: '[path...]',
  description: 'files or folders to report on; the repository around the first one is read',
};

const WHERE: readonly OptionSpec[] = [
  { flags: '--root <folder>', description: 'the root of the repository, instead of the nearest project file or .git' },
  { flags: '--core <path>', description: 'file or folder of the core registry' },
  { flags: '--workspaces <folder>', description: 'folder whose subfolders are developer workspaces' },
  { flags: '--artifacts <file>', description: 'the artifact registry that is asked first' },
  {
    flags: '--extensions <folder>',
    description: 'folder that modules are discovered in, or namespace=folder; may be repeated',
    takes: 'many',
  },
  { flags: '--id-map <file>', description: 'file that gives modules other ids' },
];

const IN_WORKSPACE: OptionSpec = { flags: '--workspace <id>', description: 'in this developer workspace' };
const KIND: OptionSpec = {
  flags: '--kind <kind>',
  description: 'only names of this kind',
  choices: ['step', 'module', 'artifact'],
};

function format(...choices: readonly string[]): OptionSpec {
  return { flags: '--format <format>', description: 'how to answer', choices, initial: choices[0]! };
}

/** Every command there is. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'lint',
    aliases: ['validate', 'validate-registry'],
    summary: 'report what is wrong in registries',
    arguments: [PATHS],
    options: [
      format('text', 'json'),
      {
        flags: '--fail-on <severity>',
        description: 'least severity that makes the exit code 1',
        choices: [...SEVERITIES, 'never'],
        initial: 'error',
      },
      { flags: '--max-warnings <number>', description: 'more warnings make the exit code 1 too', takes: 'number' },
      { flags: '--rule <code>', description: 'only this rule or family (step/*); may be repeated', takes: 'many' },
      { flags: '--strict', description: 'conflicts between workspaces are errors' },
      { flags: '--workspace <id>', description: 'only files of this developer workspace' },
      { flags: '--check-conflicts', description: 'list names that two workspaces define; any makes the exit code 1' },
      ...WHERE,
    ],
    examples: [
      ['lint', 'everything below the root around the current folder'],
      ['lint src developer_workspaces/developers/alice', 'report on these only'],
      ['lint --rule step/missing-builder --rule "registry/*"', 'only some rules'],
      ['lint --format json --fail-on warning', 'for a pipeline'],
    ],
    run: async ([paths], options, terminal) => (await import('./lint')).lint(paths as string[], options, terminal),
  },
  {
    name: 'list',
    summary: 'list steps, modules, artifacts, workspaces, conflicts or rules',
    arguments: [
      {
        name: '<what>',
        description: 'what to list',
        choices: ['steps', 'modules', 'artifacts', 'workspaces', 'conflicts', 'rules'],
      },
      PATHS,
    ],
    options: listOptions(),
    examples: [
      ['list steps', 'every definition, in core and in all workspaces'],
      ['list steps --workspace alice', 'the steps that are in force in a workspace'],
      ['list artifacts', 'every version of every artifact: valid, invalid or work in progress'],
      ['list modules', 'what discovery would register, and in which order'],
      ['list conflicts --format json', 'names that two workspaces define'],
    ],
    run: async ([what, paths], options, terminal) =>
      (await import('./list')).list(what as 'steps', paths as string[], options, terminal),
  },
  {
    name: 'list-steps',
    summary: 'the same as: list steps',
    arguments: [PATHS],
    options: listOptions(),
    examples: [['list-steps --workspace alice --conflicts-only', 'contested steps of a workspace']],
    run: async ([paths], options, terminal) =>
      (await import('./list')).list('steps', paths as string[], options, terminal),
  },
  {
    name: 'show',
    summary: 'show the definitions of a name, with fields and components',
    arguments: [{ name: '<name>', description: 'a step, a module, or an artifact such as stamper_node@1.0.0' }, PATHS],
    options: [format('text', 'json'), IN_WORKSPACE, KIND, ...WHERE],
    examples: [['show XGBoostTraining --workspace alice', 'the definition in force in a workspace']],
    run: async ([name, paths], options, terminal) =>
      (await import('./show')).show(name as string, paths as string[], options, terminal),
  },
  {
    name: 'explain',
    aliases: ['resolve-step'],
    summary: 'explain which definition of a name wins, or what becomes of a module, and why',
    arguments: [{ name: '<name>', description: 'a step, a module, or an artifact such as stamper_node@1.0.0' }, PATHS],
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
      ...WHERE,
    ],
    examples: [
      ['explain XGBoostTraining --workspace alice', 'what the name means in a workspace'],
      ['explain XGBoostTraining --profile intelligent --framework pytorch', 'by preferences instead of order'],
      ['explain XGBoostTraining --format markdown', 'to paste into a review'],
    ],
    run: async ([name, paths], options, terminal) =>
      (await import('./explain')).explainName(name as string, paths as string[], options, terminal),
  },
  {
    name: 'export',
    summary: 'write the schemas of modules, read from their classes',
    arguments: [{ name: '<what>', description: 'what to write', choices: ['schemas'] }, PATHS],
    options: [
      format('json', 'yaml'),
      { flags: '--strict', description: 'every property required, none else allowed' },
      { flags: '--compact', description: 'first sentence of descriptions; no defaults, no examples' },
      { flags: '--profile <profile>', description: 'for whom', choices: ['mcp', 'openai', 'anthropic', 'generic'] },
      { flags: '--module <id>', description: 'only this module; may be repeated', takes: 'many' },
      ...WHERE,
    ],
    examples: [
      ['export schemas', 'what get_schema() gives of every module, by id'],
      ['export schemas --profile openai --module shop.orders', 'one module as a function for OpenAI'],
      ['export schemas . --strict --format yaml', 'modules below a folder'],
    ],
    run: async ([what, paths], options, terminal) =>
      (await import('./export')).exportIt(what as 'schemas', paths as string[], options, terminal),
  },
  {
    name: 'lsp',
    summary: 'serve editors over the Language Server Protocol',
    arguments: [],
    options: [{ flags: '--stdio', description: 'speak over standard input and output' }],
    examples: [['lsp --stdio', 'the command of an editor’s language server setting']],
    run: async (_, options) => (await import('./lsp')).lsp(options),
  },
  {
    name: 'rules',
    summary: 'list all rules, or show the page of one',
    arguments: [{ name: '[code]', description: 'a rule' }],
    options: [format('text', 'json')],
    examples: [['rules step/missing-builder', 'what is wrong, why, and what to do']],
    run: async ([code], options, terminal) =>
      (await import('./rules')).rules(code as string | undefined, options, terminal),
  },
];

function listOptions(): readonly OptionSpec[] {
  return [
    format('text', 'json'),
    IN_WORKSPACE,
    { flags: '--include-source', description: 'say where each step is defined' },
    { flags: '--conflicts-only', description: 'only steps that two workspaces define' },
    { flags: '--type <type>', description: 'only steps of this SageMaker step type, or artifacts of this type' },
    ...WHERE,
  ];
}
