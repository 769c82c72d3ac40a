import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate';
import { NODE_ARGUMENTS } from './node-arguments';
import type { Server } from './server';

let server: Server | undefined;

/** Called by VS Code on the first Python or YAML file, or when an opened folder has one of the well-known paths. */
export function activate(context: ExtensionContext): void {
  const program = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    options: { execArgv: [...NODE_ARGUMENTS] },
  };
  server = activateWith(context, (id, name, options) => new LanguageClient(id, name, program, options));
}

/** Called by VS Code when it closes; waits until the server has ended. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
