import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CommandSpec } from '../environment/command-spec';
import { settingsFor, type RepositoryOptions } from '../environment/repository';
import { historyRootOf } from '../environment/states';
import { liveRoot } from '../mcp/live-root';
import { connectMcp } from '../mcp/server';

/**
 * Serves the answers of the command line over the Model Context Protocol. Ends with its input. Paths that agents give and get are relative to
 * the root, whatever folder they start the program in.
 */
export async function mcp(options: RepositoryOptions, all: readonly CommandSpec[]): Promise<number> {
  const root = historyRootOf(options);
  const live = liveRoot(root, settingsFor(root, options));
  process.chdir(root);
  const server = await connectMcp(live, all, new StdioServerTransport());
  const ended = new Promise<void>(resolve => (server.onclose = resolve));
  process.stdin.once('end', () => void server.close());
  await ended;
  live.close();
  return 0;
}
