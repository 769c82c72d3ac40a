import { escapeInvisible } from '../../base/message-text';
import { NotWritten } from '../../host/not-written';
import { UnreadableHistory } from '../../host/unreadable-history';
import { SYSTEM_WORDS } from '../../generated/system-words';
import { longFlag, type ArgumentSpec, type CommandSpec, type OptionSpec } from '../environment/command-spec';
import { capturingTerminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';
import type { LiveRoot } from './live-root';
import { ANSWERS, outputSchemaOf } from './output-schemas';
import { MOST_ITEMS, pageOf } from './page';

/** Options that agents may not set: those that write, and those of the whole session. */
const HIDDEN_OPTIONS = new Set([
  'fix',
  'fix-dry-run',
  'update-baseline',
  'baseline',
  'root',
  'format',
  'all',
  'policy-environment',
  'include-source',
  ...SYSTEM_WORDS.options.map(({ flags }) => longFlag({ flags }).slice(2)),
]);

/** Commands that ask nothing of a root. */
const WITHOUT_ROOT = new Set(['rules']);

const DEFAULT_LIMIT = 50;

/** Tools made of commands, and the root that they ask. */
export interface Tools {
  readonly list: readonly ReturnType<typeof toolOf>[];
  call(name: string, given: Readonly<Record<string, unknown>>, client: ToolClient): Promise<Answer>;
}

/** What is known of a client. */
interface ToolClient {
  /** Whether the client asks for the next page; any other gets whole answers unless it says a limit. */
  readonly knowsPages: boolean;
}

/** The tools for those of the commands that have an answer in JSON and write nothing. */
export function toolsOf(all: readonly CommandSpec[], live: LiveRoot): Tools {
  const commands = all.filter(({ name }) => Object.hasOwn(ANSWERS, name));
  const last: Last = {};
  return {
    list: commands.map(toolOf),
    async call(name, given, client) {
      const command = commands.find(each => each.name === name);
      if (command === undefined) return failure(`There is no tool '${escapeInvisible(name)}'.`);
      return call(command, given, live, { last, client });
    },
  };
}

/** The last answer as a whole, so that its further pages are not computed again. */
interface Last {
  of?: { readonly question: string; readonly revision: number; readonly said: Said };
}

interface Said {
  readonly data: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
}

function toolOf(command: CommandSpec) {
  const given = command.arguments.map(each => [bareName(each.name), argumentSchema(each)] as const);
  const options = command.options
    .map(each => [longName(each), optionSchema(each)] as const)
    .filter(([name]) => !HIDDEN_OPTIONS.has(name));
  return {
    name: command.name,
    title: command.summary,
    description: command.summary,
    inputSchema: {
      type: 'object' as const,
      properties: Object.fromEntries<object>([...given, ...options, ...PAGING]),
      required: command.arguments.filter(({ name }) => name.startsWith('<')).map(({ name }) => bareName(name)),
      additionalProperties: false,
    },
    outputSchema: outputSchemaOf(shapeOf(command)),
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

const PAGING: readonly (readonly [string, object])[] = [
  [
    'limit',
    { type: 'integer', description: `at most so many items, up to ${MOST_ITEMS}; ${DEFAULT_LIMIT} by default` },
  ],
  ['cursor', { type: 'string', description: 'the next of the page before' }],
];

function shapeOf({ name }: CommandSpec): (typeof ANSWERS)[string] {
  return ANSWERS[name] ?? { lists: [], properties: {} };
}

function argumentSchema({ name, description, choices }: ArgumentSpec): object {
  const type = name.includes('...') ? { type: 'array', items: { type: 'string' } } : { type: 'string' };
  return { ...type, description, ...(choices === undefined ? {} : { enum: choices }) };
}

function optionSchema({ flags, description, choices, takes }: OptionSpec): object {
  if (!flags.includes('<')) return { type: 'boolean', description };
  if (takes === 'many' || takes === 'list') return { type: 'array', items: { type: 'string' }, description };
  return { type: takes === 'number' ? 'integer' : 'string', description, ...(choices && { enum: choices }) };
}

async function call(
  command: CommandSpec,
  given: Readonly<Record<string, unknown>>,
  live: LiveRoot,
  { last, client }: { readonly last: Last; readonly client: ToolClient },
): Promise<Answer> {
  try {
    const { properties } = toolOf(command).inputSchema;
    for (const name of Object.keys(given))
      if (!Object.hasOwn(properties, name)) throw new WrongUse(`There is no argument '${escapeInvisible(name)}'.`);
    const { limit = DEFAULT_LIMIT, cursor = '0' } = {
      limit: checkedValue('limit', given, properties) as number | undefined,
      cursor: checkedValue('cursor', given, properties) as string | undefined,
    };
    if (!/^[0-9]{1,9}$/.test(cursor)) throw new WrongUse("'cursor' is none that an answer has given.");
    const said = await sayAll(command, given, live, last);
    const isPaged = client.knowsPages || 'limit' in given || 'cursor' in given;
    const request = { limit: Math.min(Math.max(1, limit), MOST_ITEMS), offset: Number(cursor) };
    const answer = isPaged ? pageOf(said.data, shapeOf(command).lists, request) : said.data;
    return answerOf(said.notes.length === 0 ? answer : { ...answer, notes: said.notes.slice(0, MOST_NOTES) });
  } catch (error) {
    if (error instanceof WrongUse || error instanceof NotWritten || error instanceof UnreadableHistory)
      return failure(error.message);
    throw error;
  }
}

const MOST_NOTES = 10;

/** The whole answer of a command, or the last one where nothing has changed since. */
async function sayAll(
  command: CommandSpec,
  given: Readonly<Record<string, unknown>>,
  live: LiveRoot,
  last: Last,
): Promise<Said> {
  const { properties } = toolOf(command).inputSchema;
  const values = command.arguments.map(
    ({ name }) => checkedValue(bareName(name), given, properties) ?? (name.includes('...') ? [] : undefined),
  );
  const options: Record<string, unknown> = { format: 'json' };
  for (const option of command.options) {
    const name = longName(option);
    if (HIDDEN_OPTIONS.has(name)) continue;
    const value = checkedValue(name, given, properties) ?? option.initial;
    if (value !== undefined) options[camelCase(name)] = value;
  }
  if (WITHOUT_ROOT.has(command.name)) return run(command, values, options);
  return live.ask(async opened => {
    const { revision } = opened.workspace;
    const question = JSON.stringify([command.name, values, options]);
    const isKept = last.of?.question === question && last.of.revision === revision && KEPT.has(command.name);
    if (last.of !== undefined && isKept) return last.of.said;
    const said = await run(command, values, { ...options, opened, root: opened.root });
    last.of = { question, revision, said };
    return said;
  });
}

async function run(
  command: CommandSpec,
  values: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Promise<Said> {
  const heard = { out: '', err: '' };
  await command.run(values, options as never, capturingTerminal(heard));
  // A command that knows no such thing may answer with a remark alone.
  if (heard.out === '') throw new WrongUse(heard.err.trim());
  return {
    data: JSON.parse(heard.out) as Readonly<Record<string, unknown>>,
    notes: heard.err.split('\n').filter(line => line !== ''),
  };
}

/** The tools whose answers depend on nothing but the root: not on its history, nor on files beside it. */
const KEPT = new Set([
  'list',
  'lint',
  'show',
  'explain',
  'health',
  'merge-preview',
  'rules',
  'definition',
  'references',
]);

/** A value of the type and among the choices that its schema has. */
function checkedValue(
  name: string,
  given: Readonly<Record<string, unknown>>,
  schemas: Readonly<Record<string, object>>,
): unknown {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value === undefined) return undefined;
  const { type, enum: choices } = schemas[name] as { type: string; enum?: readonly unknown[] };
  const fits =
    type === 'array'
      ? Array.isArray(value) && value.every(each => typeof each === 'string')
      : type === 'integer'
        ? Number.isInteger(value) && (value as number) >= 0
        : typeof value === type;
  if (!fits || choices?.includes(value) === false) throw new WrongUse(`'${name}' cannot have this value.`);
  return value;
}

interface Answer {
  readonly content: { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
  readonly [name: string]: unknown;
}

/** The answer twice, as the protocol asks: as data, and as text for clients that know no data. */
function answerOf(data: Readonly<Record<string, unknown>>): Answer {
  return { content: [{ type: 'text', text: JSON.stringify(data) }], structuredContent: data };
}

function failure(text: string): Answer {
  return { isError: true, content: [{ type: 'text', text }] };
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function bareName(name: string): string {
  return name.replace(/[<>[\].]/g, '');
}

function longName({ flags }: OptionSpec): string {
  return longFlag({ flags }).slice('--'.length);
}
