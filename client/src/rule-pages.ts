import * as vscode from 'vscode';
import { RULE_PAGE } from '../../server/src/protocol';
import type { Server } from './server';

const SCHEME = 'registry-rule';

/** The pages of the rules as read-only Markdown documents, rendered. The server has them, so no network is asked. */
export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #subscription: vscode.Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#subscription = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  /** Shows the page of the rule with this code. The text is the answer to fall back on where VS Code's Markdown extension is off. */
  async show(code: unknown): Promise<void> {
    if (typeof code !== 'string') return;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    }
  }

  async provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    const code = path.replace(/^\//, '').replace(/\.md$/, '');
    const answer = await this.#server.ask<{ readonly markdown: string } | null>(RULE_PAGE, { code });
    if (answer === undefined) return vscode.l10n.t('The server does not answer.');
    return answer?.markdown ?? vscode.l10n.t('No rule has the code {0}.', code);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
