import * as vscode from 'vscode';
import {
  APPLY_FIX_COMMAND,
  EXPLAIN_COMMAND,
  REVIEW,
  REVIEW_COMMAND,
  SHOW_RULE_COMMAND,
  type Review,
  type ReviewParams,
} from '../../server/src/protocol';
import { MarkdownPanel } from './markdown-panel';
import { fieldsOf, placeAtCursor } from './scope';
import type { Server } from './server';
import { locationOf } from './show-places';

/** The caret may pass many findings on its way. */
const PAUSE_MS = 200;

/**
 * Findings one after the other: a page beside the editor shows what is found at the caret, why it matters, and what can be done. While it is
 * open it follows the caret, so that VS Code's own F8 leads through it as well.
 */
export class FindingReview implements vscode.Disposable {
  readonly #server: Server;
  readonly #panel = new MarkdownPanel('registryReview', [
    EXPLAIN_COMMAND,
    REVIEW_COMMAND,
    SHOW_RULE_COMMAND,
    APPLY_FIX_COMMAND,
  ]);
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: string | undefined;
  /** What the page is about: while a link of the page is clicked, no editor is active. */
  #place: ReviewParams | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      this.#panel,
      vscode.window.onDidChangeTextEditorSelection(() => this.#later()),
      server.onDidChange(() => this.#later()),
    );
  }

  /** Shows what `params` ask for; without them what is at the caret, else what comes next. */
  async show(params?: ReviewParams): Promise<void> {
    const asked = params ?? placeAtCursor() ?? { step: 1 };
    const here = await this.#ask(asked);
    const review = params || here?.location ? here : ((await this.#ask({ ...asked, step: 1 })) ?? here);
    if (!review) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is found.'));
      return;
    }
    if (review.location) {
      const { uri, range } = locationOf(review.location);
      this.#place = { uri: review.location.uri, position: review.location.range.start };
      await vscode.window.showTextDocument(uri, { selection: range, viewColumn: vscode.ViewColumn.One });
    }
    this.#shown = review.markdown;
    await this.#panel.show(review.title, review.markdown);
  }

  /** Makes a fix that the page offers. */
  async fix(data: unknown): Promise<void> {
    const action = await this.#server.ask<{ edit?: object }>('codeAction/resolve', { title: '', data });
    const edit = await this.#server.workspaceEdit(action?.edit);
    if (edit) await vscode.workspace.applyEdit(edit);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  async #ask(params: ReviewParams): Promise<Review | undefined> {
    return (await this.#server.ask<Review | null>(REVIEW, params)) ?? undefined;
  }

  #later(): void {
    if (!this.#panel.isOpen) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#follow(), PAUSE_MS);
  }

  async #follow(): Promise<void> {
    this.#place = placeAtCursor() ?? this.#place;
    const review = this.#place && this.#panel.isOpen ? await this.#ask(this.#place) : undefined;
    if (!review || review.markdown === this.#shown) return;
    this.#shown = review.markdown;
    await this.#panel.update(review.markdown, review.title);
  }
}

/** The argument of the command comes from a link or a key binding, and may be anything. */
export function reviewParamsIn(argument: unknown): ReviewParams | undefined {
  const { uri, position, step } = fieldsOf(argument);
  if (step !== 1 && step !== -1) return undefined;
  if (typeof uri !== 'string' || typeof position !== 'object' || position === null) return { step };
  return { step, uri, position: position as NonNullable<ReviewParams['position']> };
}
