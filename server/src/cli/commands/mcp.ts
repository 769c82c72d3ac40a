import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../../../package.json';
import { escapeInvisible } from '../../base/message-text';
import { NotWritten } from '../../host/not-written';
import { longFlag, type ArgumentSpec, type CommandSpec, type OptionSpec } from '../environment/command-spec';
import { historyRootOf } from '../environment/states';
import type { RepositoryOptions } from '../environment/repository';
import { capturingTerminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** The commands that agents may call. None of them writes. */
const TOOLS = ['explain', 'list', 'lint', 'show', 'diff'];

/** Options that agents may not set: those that write, and those that the server sets itself. */
const HIDDEN_OPTIONS = new Set(['fix', 'fix-dry-run', 'update-baseline', 'baseline', 'root', 'format']);

/** Serves the same answers as the command line, as JSON, over the Model Context Protocol. Ends with its input. */
export async function mcp(options: RepositoryOptions, all: readonly CommandSpec[]): Promise<number> {
  const root = historyRootOf(options);
  const commands = all.filter(({ name }) => TOOLS.includes(name));
  // The schemas are made of the command table, so the tools are not declared one by one.
  const { server } = new McpServer({ name: 'registry-intel', version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: commands.map(toolOf) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const command = commands.find(({ name }) => name === params.name);
    if (command === undefined) return failure(`There is no tool '${params.name}'.`);
    return call(command, params.arguments ?? {}, root);
  });
  const ended = new Promise<void>(resolve => (server.onclose = resolve));
  process.stdin.once('end', () => void server.close());
  await server.connect(new StdioServerTransport());
  await ended;
  return 0;
}

function toolOf(command: CommandSpec) {
  const given = command.arguments.map(each => [bareName(each.name), argumentSchema(each)] as const);
  const options = command.options
    .map(each => [longName(each), optionSchema(each)] as const)
    .filter(([name]) => !HIDDEN_OPTIONS.has(name));
  return {
    name: command.name,
    description: command.summary,
    inputSchema: {
      type: 'object' as const,
      properties: Object.fromEntries<object>([...given, ...options]),
      required: command.arguments.filter(({ name }) => name.startsWith('<')).map(({ name }) => bareName(name)),
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
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

async function call(command: CommandSpec, given: Readonly<Record<string, unknown>>, root: string) {
  const said = { out: '', err: '' };
  try {
    const { properties } = toolOf(command).inputSchema;
    const options: Record<string, unknown> = { format: 'json', root };
    const values = command.arguments.map(
      ({ name }) => checkedValue(bareName(name), given, properties) ?? (name.includes('...') ? [] : undefined),
    );
    for (const option of command.options) {
      const name = longName(option);
      if (HIDDEN_OPTIONS.has(name)) continue;
      const value = checkedValue(name, given, properties) ?? option.initial;
      if (value !== undefined) options[camelCase(name)] = value;
    }
    for (const name of Object.keys(given))
      if (!Object.hasOwn(properties, name)) throw new WrongUse(`There is no argument '${escapeInvisible(name)}'.`);
    await command.run(values, options as never, capturingTerminal(said));
    return { content: [{ type: 'text' as const, text: said.out }] };
  } catch (error) {
    if (error instanceof WrongUse || error instanceof NotWritten) return failure(error.message);
    throw error;
  }
}

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

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function failure(text: string) {
  return { isError: true, content: [{ type: 'text' as const, text }] };
}

function bareName(name: string): string {
  return name.replace(/[<>[\].]/g, '');
}

function longName({ flags }: OptionSpec): string {
  return longFlag({ flags }).slice('--'.length);
}
