import * as vscode from 'vscode';
import { EXPLAIN_COMMAND, type Location } from '../../server/src/protocol';
import type { FromPage, ToPage } from './messages';
import { newNonce } from './nonce';
import type { Server } from './server';
import { showPlace } from './show-places';

/** A page follows the files, but need not follow every key. */
const REFRESH_MS = 500;

/** What differs from page to page. */
export interface PageKind {
  readonly viewType: string;
  readonly title: string;
  /** Of the script in `dist/webview`. */
  readonly script: string;
  /** Our request; its answer has `places`. */
  readonly request: string;
  /** Trusted markup: nothing of a user's is in it. */
  readonly body: string;
  readonly bodyClass: string;
  readonly texts: Readonly<Record<string, string>>;
}

interface Data {
  readonly places: readonly Location[];
}

/** One web page in an editor: shows what the server answers, follows changes, and leads to places in files. */
export class Page implements vscode.Disposable {
  readonly #kind: PageKind;
  readonly #server: Server;
  readonly #folder: vscode.Uri;
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #places: readonly Location[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(kind: PageKind, server: Server, extension: vscode.Uri) {
    this.#kind = kind;
    this.#server = server;
    this.#folder = vscode.Uri.joinPath(extension, 'dist', 'webview');
    this.#subscription = server.onDidChange(() => {
      this.#timer ??= setTimeout(() => void this.#refresh(), REFRESH_MS);
    });
  }

  /** Opens the page, or brings it to the front. */
  async show(): Promise<void> {
    if (this.#panel) this.#panel.reveal();
    else await this.#open();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#panel?.dispose();
  }

  async #open(): Promise<void> {
    const { viewType, title } = this.#kind;
    const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [],
    });
    this.#panel = panel;
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.#hear(message));
    panel.onDidDispose(() => (this.#panel = undefined));
    panel.webview.html = this.#html(await this.#read('page.css'), await this.#read(this.#kind.script));
  }

  async #read(file: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, file)));
  }

  /** A hidden page has no window to show anything in; it says that it is ready when it is back. */
  async #refresh(): Promise<void> {
    this.#timer = undefined;
    if (!this.#panel?.visible || !this.#server.isRunning) return;
    const data = await this.#server.ask<Data>(this.#kind.request);
    if (!data) return;
    this.#places = data.places;
    // The page has no use for places.
    const message: ToPage<Data> = { data: { ...data, places: [] }, texts: this.#kind.texts };
    await this.#panel.webview.postMessage(message);
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.#refresh();
      case 'open': {
        const place = this.#places[message.at];
        return place && showPlace(place);
      }
      case 'explain':
        await vscode.commands.executeCommand(EXPLAIN_COMMAND, { name: message.name, uri: message.uri });
        return;
      case 'save':
        return save(message.type, message.content);
    }
  }

  /** Script and style are in the page itself, so that it needs to load nothing at all, and may not. */
  #html(style: string, script: string): string {
    const { title, body, bodyClass } = this.#kind;
    const nonce = newNonce();
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body class="${bodyClass}">
${body}
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
  }
}

/** For what goes into a page's markup: words of ours, translated by others. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

async function save(type: 'svg' | 'png', content: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `dependencies.${type}`;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [type.toUpperCase()]: [type] },
  });
  if (!target) return;
  const bytes = type === 'svg' ? new TextEncoder().encode(content) : bytesOf(content);
  await vscode.workspace.fs.writeFile(target, bytes);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
}
