import * as vscode from 'vscode';
import { EXPLAIN, type ExplainParams, type Explanation } from '../../server/src/protocol';
import { MarkdownPanel } from './markdown-panel';
import type { Server } from './server';

const SCHEME = 'registry-explain';
const REFRESH_MS = 300;

/**
 * Explanations: a rendered page for reading, and a read-only Markdown document for those who want the text. The address
 * of a document holds its whole question, so it can be asked again: after a change, and after the window was reloaded.
 */
export class ExplainDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #panel = new MarkdownPanel('registryExplanation');
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;
  #shown: { readonly question: ExplainParams; answer: Explanation } | undefined;
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      this.#panel,
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      server.onDidChange(() => {
        this.#timer ??= setTimeout(() => void this.#refresh(), REFRESH_MS);
      }),
    );
  }

  /** The explanation shown last, as it is now, in all its renderings. */
  get latest(): Explanation | undefined {
    return this.#shown?.answer;
  }

  /**
   * Asks and shows. The position in `question` is replaced by what the server found there, so that the page stays about
   * the same thing while the file is edited.
   * @returns false when the server knows nothing of that name or at that position
   */
  async show(question: ExplainParams): Promise<boolean> {
    const answer = await this.#ask(question);
    if (!answer) return false;
    this.#shown = { question: withAnswer(question, answer), answer };
    try {
      await this.#panel.show(answer.name, answer.markdown);
    } catch {
      await this.openAsText();
    }
    return true;
  }

  /** Opens the explanation shown last as a Markdown document. */
  async openAsText(): Promise<void> {
    if (!this.#shown) return;
    const { question, answer } = this.#shown;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${fileName(answer.name)}`, query: JSON.stringify(question) });
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const question = questionOf(uri);
    const answer = question && (await this.#ask(question));
    return answer?.markdown ?? unknown();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  async #ask(question: ExplainParams): Promise<Explanation | undefined> {
    return (await this.#server.ask<Explanation | null>(EXPLAIN, question)) ?? undefined;
  }

  async #refresh(): Promise<void> {
    this.#timer = undefined;
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) this.#changed.fire(uri);
    const shown = this.#shown;
    if (!shown || !this.#panel.isOpen || !this.#server.isRunning) return;
    const answer = await this.#ask(shown.question);
    if (this.#shown !== shown || answer?.markdown === shown.answer.markdown) return;
    if (answer) shown.answer = answer;
    await this.#panel.update(answer?.markdown ?? unknown());
  }
}

function withAnswer(question: ExplainParams, { name, kind, workspace }: Explanation): ExplainParams {
  const context = { ...question };
  delete context.position;
  return { ...context, name, kind, ...(workspace !== undefined && { workspace }) };
}

function unknown(): string {
  return vscode.l10n.t('Nothing is known of this name at the moment.');
}

/** Names are the user's, and may hold anything. */
function fileName(name: string): string {
  return `${name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 80)}.md`;
}

function questionOf(uri: vscode.Uri): ExplainParams | undefined {
  try {
    return JSON.parse(uri.query) as ExplainParams;
  } catch {
    return undefined;
  }
}
