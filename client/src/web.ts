import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { activateWith } from './activate';
import type { Server } from './server';

/** In a browser, the server runs in a worker of its own. */
declare const Worker: new (url: string) => ServerOptions;

let server: Server | undefined;

/** As in `extension.ts`, for VS Code in a browser. */
export function activate(context: ExtensionContext): void {
  const program = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  server = activateWith(context, (id, name, options) => new LanguageClient(id, name, new Worker(program), options));
}

/** As in `extension.ts`. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
