import * as vscode from 'vscode';
import { EXPLAIN, type ExplainParams, type Explanation } from '../../server/src/protocol';
import type { Server } from './server';

const SCHEME = 'registry-explain';
const REFRESH_MS = 300;

/**
 * Explanations as read-only Markdown documents. The address of a document holds its whole question, so it can be
 * asked again: after a change, and after the window was reloaded.
 */
export class ExplainDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;
  #latest: Explanation | undefined;
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      server.onDidChange(() => {
        this.#timer ??= setTimeout(() => this.#refresh(), REFRESH_MS);
      }),
    );
  }

  /** The explanation shown last, in all its renderings. */
  get latest(): Explanation | undefined {
    return this.#latest;
  }

  /**
   * Asks and shows. The position in `question` is replaced by what the server found there, so that the document stays
   * about the same thing while the file is edited.
   * @returns false when the server knows nothing of that name or at that position
   */
  async show(question: ExplainParams): Promise<boolean> {
    const answer = await this.#server.ask<Explanation | null>(EXPLAIN, question);
    if (!answer) return false;
    const { name, kind, workspace } = answer;
    const settled: ExplainParams = {
      ...withoutPosition(question),
      name,
      ...(kind && { kind }),
      ...(workspace !== undefined && { workspace }),
    };
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${fileName(name)}`, query: JSON.stringify(settled) });
    await open(uri);
    this.#latest = answer;
    return true;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const question = questionOf(uri);
    const answer = question && (await this.#server.ask<Explanation | null>(EXPLAIN, question));
    if (!answer) return vscode.l10n.t('Nothing is known of this name at the moment.');
    this.#latest = answer;
    return answer.markdown;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #refresh(): void {
    this.#timer = undefined;
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) this.#changed.fire(uri);
  }
}

function withoutPosition(question: ExplainParams): ExplainParams {
  const context = { ...question };
  delete context.position;
  return context;
}

/** As a rendered preview; as plain text where the Markdown extension is switched off. */
async function open(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    await vscode.window.showTextDocument(uri, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: true,
      preserveFocus: true,
    });
  }
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
