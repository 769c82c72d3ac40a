import * as vscode from 'vscode';
import { EXPLAIN_COMMAND } from '../../server/src/protocol';
import { escapeText, newNonce } from './page-html';

/**
 * A place in a file, as the server writes it into Markdown: `](<file:///…#L31,5>)` or another scheme, with or without
 * the angles.
 */
const PLACE = /\]\(<?((?!https?:|command:)[a-z][\w+.-]*:[^\s()<>]+)>?\)/g;
const ANCHOR = '#registry-place-';

const STYLE = `
  body { background: var(--vscode-editor-background); line-height: 1.5; max-width: 60rem; overflow-wrap: anywhere; padding: 0 1.5rem 2rem; }
  table { border-collapse: collapse; display: block; overflow-x: auto; }
  th, td { border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-editorWidget-border)); min-width: 3rem; padding: 0.2rem 0.8rem 0.2rem 0; text-align: left; vertical-align: top; }
  th:first-child, td:first-child { min-width: 0; }
  th { overflow-wrap: normal; }
  td:has(> code) { min-width: 6rem; }
  thead:not(:has(th:not(:empty))) { display: none; }
  code { font-family: var(--vscode-editor-font-family); white-space: normal; }
  a { text-decoration: underline; }
  a code { background: none; color: inherit; padding: 0; }
`;

/** Runs in the page: links to places are sent back, new text replaces the old one where the reader is. */
const SCRIPT = `
  const { postMessage } = acquireVsCodeApi();
  addEventListener('message', ({ data }) => { document.getElementById('text').innerHTML = data; });
  addEventListener('click', event => {
    const link = event.target.closest('a[href^="${ANCHOR}"]');
    if (!link) return;
    event.preventDefault();
    postMessage(Number(link.getAttribute('href').slice(${ANCHOR.length})));
  });
`;

/**
 * One page beside the editor with the last answer of one kind, rendered. VS Code's own Markdown preview would show
 * it as well, but has no links to files outside of the document's folder.
 */
export class MarkdownPanel implements vscode.Disposable {
  readonly #viewType: string;
  readonly #commands: readonly string[];
  #panel: vscode.WebviewPanel | undefined;
  #places: readonly vscode.Uri[] = [];

  /** `commands` are those that links of the page may run. */
  constructor(viewType: string, commands: readonly string[] = [EXPLAIN_COMMAND]) {
    this.#viewType = viewType;
    this.#commands = commands;
  }

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  /** Opens the page, or turns the open one to another subject. Rejects where VS Code's Markdown extension is off. */
  async show(title: string, markdown: string): Promise<void> {
    const html = await this.#render(markdown);
    this.#panel ??= this.#create();
    this.#panel.title = title;
    this.#panel.webview.html = page(title, html);
    this.#panel.reveal(undefined, true);
  }

  /** Replaces the text of the open page, which stays where it is scrolled to. */
  async update(markdown: string, title = this.#panel?.title): Promise<void> {
    const html = await this.#render(markdown);
    if (this.#panel && title !== undefined) this.#panel.title = title;
    await this.#panel?.webview.postMessage(html);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  async #render(markdown: string): Promise<string> {
    const places: vscode.Uri[] = [];
    const numbered = markdown.replace(
      PLACE,
      (_, uri: string) => `](${ANCHOR}${places.push(vscode.Uri.parse(uri)) - 1})`,
    );
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', numbered);
    this.#places = places;
    return html;
  }

  #create(): vscode.WebviewPanel {
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(this.#viewType, '', where, {
      enableScripts: true,
      enableFindWidget: true,
      enableCommandUris: this.#commands,
      localResourceRoots: [],
    });
    panel.webview.onDidReceiveMessage((index: unknown) => this.#open(index));
    panel.onDidDispose(() => (this.#panel = undefined));
    return panel;
  }

  #open(index: unknown): void {
    const place = typeof index === 'number' ? this.#places[index] : undefined;
    if (place) void openPlace(place);
  }
}

/** Opens a place in the first column, since the page stands beside it; `#L31,5` is a 1-based line and column. */
async function openPlace(place: vscode.Uri): Promise<void> {
  const [, line = '1', column = '1'] = /^L(\d+)(?:,(\d+))?/.exec(place.fragment) ?? [];
  const at = new vscode.Position(Math.max(0, Number(line) - 1), Math.max(0, Number(column) - 1));
  const selection = new vscode.Range(at, at);
  await vscode.window.showTextDocument(place.with({ fragment: '' }), { selection, viewColumn: vscode.ViewColumn.One });
}

/** No image, no request, no script but ours: the Markdown holds what users typed into their registries. */
function page(title: string, html: string): string {
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<title>${escapeText(title)}</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main id="text">${html}</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}
