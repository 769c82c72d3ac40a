import * as vscode from 'vscode';
import {
  COMMIT_NAMES,
  COMPARE,
  MERGE_PREVIEW,
  type MergeParams,
  type Scoped,
  type StateSource,
} from '../../server/src/protocol';
import { MarkdownPanel } from './markdown-panel';
import { fieldsOf, showingErrors, scope } from './scope';
import type { Server } from './server';
import { workspaceItems } from './workspace-items';

const SCHEME = 'registry-report';
const REFRESH_MS = 1000;

/** A state as a person names it; the text of a snapshot is read when it is asked for. */
type Named = Exclude<StateSource, { kind: 'snapshot' }> | { readonly kind: 'snapshot'; readonly file: string };

type Question =
  | ({ readonly kind: 'compare'; readonly from: Named; readonly to: Named } & Scoped)
  | ({ readonly kind: 'merge' } & MergeParams);

/**
 * Comparisons and merge previews: read-only Markdown documents, of which the last one is shown as a page with links. The address
 * of a document holds its whole question, so that it can be asked again when files change.
 */
export class Reports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #panel = new MarkdownPanel('registryReport');
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;
  /** The document that the page shows. */
  #shown: vscode.Uri | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      this.#panel,
      this.#changed,
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#shown?.toString()) void this.#update(document);
      }),
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      server.onDidChange(() => {
        this.#timer ??= setTimeout(() => void this.#refresh(), REFRESH_MS);
      }),
    );
  }

  /** Compares two states; `argument` may say them as `from` and `to`. */
  compare(argument: unknown): Promise<void> {
    return showingErrors(async () => {
      const where = await scope();
      if (!where) return;
      const { from: a, to: b } = fieldsOf(argument);
      const from = namedIn(a) ?? (await askForState(this.#server, where, vscode.l10n.t('Compare what …')));
      const to = from && (namedIn(b) ?? (await askForState(this.#server, where, vscode.l10n.t('… with what?'), from)));
      if (from && to) await this.#show('Registry Changes', { kind: 'compare', ...where, from, to });
    });
  }

  /** Previews what happens if workspaces land in core; `argument` may say them as `workspaces`. */
  previewMerge(argument: unknown): Promise<void> {
    return showingErrors(async () => {
      const where = await scope();
      if (!where) return;
      const { workspaces: asked } = fieldsOf(argument);
      const workspaces = Array.isArray(asked) ? asked.map(String) : await this.#askForWorkspaces();
      if (workspaces) await this.#show('Merge into Core', { kind: 'merge', ...where, workspaces });
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    try {
      const question = JSON.parse(uri.query) as Question;
      const answer = await this.#ask(question);
      return answer?.markdown ?? vscode.l10n.t('The server does not answer.');
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  async #ask(question: Question): Promise<{ readonly markdown: string } | undefined> {
    if (question.kind === 'merge') return this.#server.request(MERGE_PREVIEW, question);
    const [from, to] = await Promise.all([sourceOf(question.from), sourceOf(question.to)]);
    return this.#server.request(COMPARE, { ...question, from, to });
  }

  /** The text is the answer to fall back on where VS Code's Markdown extension is off. */
  async #show(title: string, question: Question): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${title}.md`, query: JSON.stringify(question) });
    const document = await vscode.workspace.openTextDocument(uri);
    this.#shown = uri;
    try {
      await this.#panel.show(title, document.getText());
    } catch {
      await vscode.window.showTextDocument(document);
    }
  }

  async #askForWorkspaces(): Promise<string[] | undefined> {
    const choice = await vscode.window.showQuickPick(await workspaceItems(this.#server), {
      canPickMany: true,
      placeHolder: vscode.l10n.t('Which workspaces land in core? None means all'),
    });
    return choice?.map(({ id }) => id);
  }

  async #refresh(): Promise<void> {
    this.#timer = undefined;
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === SCHEME);
    for (const { uri } of open) this.#changed.fire(uri);
    const shown = this.#shown;
    // VS Code closes documents that no editor shows after a while.
    if (shown && this.#panel.isOpen && !open.some(({ uri }) => uri.toString() === shown.toString()))
      await this.#update(await vscode.workspace.openTextDocument(shown));
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    if (this.#panel.isOpen) await this.#panel.update(document.getText());
  }
}

/** Asks for a state; `other`, with which it is to be compared, is not offered again. */
async function askForState(
  server: Server,
  where: Scoped,
  placeHolder: string,
  other?: Named,
): Promise<Named | undefined> {
  const items = [
    ...(other?.kind === 'files' ? [] : [{ label: vscode.l10n.t('The files as they are'), of: 'files' }]),
    { label: vscode.l10n.t('A snapshot…'), of: 'snapshot' },
    { label: vscode.l10n.t('A branch, tag or commit…'), of: 'commit' },
  ];
  const choice = await vscode.window.showQuickPick(items, { placeHolder });
  if (choice?.of === 'commit') return askForCommit(server, where, placeHolder, other);
  if (choice?.of !== 'snapshot') return choice && { kind: 'files' };
  const [file] = (await vscode.window.showOpenDialog({ filters: { JSON: ['json'] } })) ?? [];
  return file && { kind: 'snapshot', file: file.toString() };
}

async function askForCommit(
  server: Server,
  where: Scoped,
  placeHolder: string,
  other: Named | undefined,
): Promise<Named | undefined> {
  const names = ['HEAD', ...((await server.ask<string[]>(COMMIT_NAMES, where)) ?? [])];
  const isOther = (ref: string): boolean => other?.kind === 'commit' && other.ref === ref;
  const another = { label: vscode.l10n.t('Another commit…'), ref: undefined };
  const items = names.filter(name => !isOther(name)).map(label => ({ label, ref: label }));
  const choice = await vscode.window.showQuickPick([...items, another], { placeHolder });
  const ref =
    choice === another
      ? await vscode.window.showInputBox({
          prompt: vscode.l10n.t('Branch, tag or commit'),
          validateInput: text => (isOther(text) ? vscode.l10n.t('It would be compared with itself.') : undefined),
        })
      : choice?.ref;
  return ref ? { kind: 'commit', ref } : undefined;
}

function namedIn(argument: unknown): Named | undefined {
  const { kind, ref, file } = fieldsOf(argument);
  if (kind === 'files') return { kind };
  if (kind === 'commit' && typeof ref === 'string') return { kind, ref };
  return kind === 'snapshot' && typeof file === 'string' ? { kind, file } : undefined;
}

/** An editor that holds the snapshot goes before the file. */
async function sourceOf(named: Named): Promise<StateSource> {
  if (named.kind !== 'snapshot') return named;
  const uri = vscode.Uri.parse(named.file);
  const document = await vscode.workspace.openTextDocument(uri);
  return { kind: 'snapshot', label: uri.path.slice(uri.path.lastIndexOf('/') + 1), text: document.getText() };
}
