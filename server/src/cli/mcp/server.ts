import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
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

/** A server that is yet to be connected. Its tools are made of the command table, so they are not declared one by one. */
export function mcpServer(live: LiveRoot, all: readonly CommandSpec[]): McpServer['server'] {
  const { server } = new McpServer(
    { name: 'registry-intel', title: 'Registry Intelligence', version },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions: INSTRUCTIONS },
  );
  const tools = toolsOf(all, live);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools.list] }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => tools.call(params.name, params.arguments ?? {}));
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
  return server;
}
