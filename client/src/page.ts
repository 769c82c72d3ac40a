import * as vscode from 'vscode';
import { EXPLAIN_COMMAND, type GraphParams, type Location } from '../../server/src/protocol';
import type { FromPage, ToPage } from './messages';
import { newNonce, pageHtml, type PageKind } from './page-html';
import type { Server } from './server';
import { showCounted } from './show-counted';
import { showPlace } from './show-places';

/** A page follows the files, but need not follow every key. */
const REFRESH_MS = 500;

/** The place in a text from which a page is asked for. */
type Origin = NonNullable<GraphParams['from']>;

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
  /** Where the person stood who asked for the page, until the server has been told. */
  #from: Origin | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(kind: PageKind, server: Server, extension: vscode.Uri) {
    this.#kind = kind;
    this.#server = server;
    this.#folder = vscode.Uri.joinPath(extension, 'dist', 'webview');
    this.#subscription = server.onDidChange(() => {
      this.#timer ??= setTimeout(() => void this.#refresh(), REFRESH_MS);
    });
  }

  /** Opens the page, or brings it to the front; from the place where a person stands, if that is in a text. */
  async show(from: Origin = {}): Promise<void> {
    if (this.#panel === undefined) {
      this.#from = from;
      await this.#open();
      return;
    }
    this.#panel.reveal();
    if (from.uri === undefined) return;
    this.#from = from;
    await this.#refresh();
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
    panel.webview.html = pageHtml(this.#kind, {
      style: await this.#read('page.css'),
      script: await this.#read(this.#kind.script),
      nonce: newNonce(),
      language: vscode.env.language,
    });
  }

  async #read(file: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, file)));
  }

  /** A hidden page has no window to show anything in; it says that it is ready when it is back. */
  async #refresh(): Promise<void> {
    this.#timer = undefined;
    if (!this.#panel?.visible || !this.#server.isRunning) return;
    const from = this.#from;
    const data = await this.#server.ask<Data>(this.#kind.request, from === undefined ? {} : { from });
    if (!data) return;
    if (this.#from === from) this.#from = undefined;
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
      case 'count':
        return showCounted(this.#server, { uri: message.uri, figure: message.figure }, message.title);
      case 'explain':
        await vscode.commands.executeCommand(EXPLAIN_COMMAND, { name: message.name, uri: message.uri });
        return;
      case 'save':
        return save(message.type, message.content);
    }
  }
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
