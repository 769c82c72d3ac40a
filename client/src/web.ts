import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate';
import type { Server } from './server';

/** In a browser, the server runs in a worker of its own. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3];

let server: Server | undefined;

/** As in `extension.ts`, for VS Code in a browser. */
export function activate(context: ExtensionContext): void {
  const program = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  server = activateWith(context, (id, name, options) => new LanguageClient(id, name, options, new Worker(program)));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
