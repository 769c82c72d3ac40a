import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  isInitializeRequest,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../../../package.json';
import type { CommandSpec } from '../environment/command-spec';
import type { LiveRoot } from './live-root';
import { INSTRUCTIONS, PROMPTS } from './prompts';
import { listResources, readResource, RESOURCE_TEMPLATES } from './resources';
import { toolsOf } from './tools';

/** The first revision of the protocol in which an answer is data with a schema. */
const FIRST_WITH_DATA = '2025-06-18';

/**
 * A server that speaks to whoever is at the other end of `transport`. Its tools are made of the command table, so they are not declared one by
 * one. Clients of revisions before answers were data know nothing of pages: they get whole answers, as version 1 of the JSON promised.
 */
export async function connectMcp(
  live: LiveRoot,
  all: readonly CommandSpec[],
  transport: Transport,
): Promise<McpServer['server']> {
  const client = { knowsPages: true };
  // The kit keeps to itself which revision a client speaks.
  transport.onmessage = message => {
    if (isInitializeRequest(message)) client.knowsPages = message.params.protocolVersion >= FIRST_WITH_DATA;
  };
  const { server } = new McpServer(
    { name: 'registry-intel', title: 'Registry Intelligence', version },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions: INSTRUCTIONS },
  );
  const tools = toolsOf(all, live);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools.list] }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    tools.call(params.name, params.arguments ?? {}, client),
  );
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) => listResources(params?.cursor));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: RESOURCE_TEMPLATES }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const found = await readResource(uri, live);
    if (found === undefined) throw new McpError(ErrorCode.InvalidParams, 'There is no such resource.');
    return found;
  });
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: PROMPTS.map(({ name, description, arguments: given }) => ({ name, description, arguments: [...given] })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const prompt = PROMPTS.find(({ name }) => name === params.name);
    if (prompt === undefined) throw new McpError(ErrorCode.InvalidParams, 'There is no such prompt.');
    const given = params.arguments ?? {};
    for (const { name, required } of prompt.arguments)
      if (required && given[name] === undefined) throw new McpError(ErrorCode.InvalidParams, `Say '${name}'.`);
    const text = prompt.text(given);
    return { description: prompt.description, messages: [{ role: 'user', content: { type: 'text', text } }] };
  });
  await server.connect(transport);
  return server;
}
