import * as vscode from 'vscode';
import { STATUS, type Location, type Status } from '../../server/src/protocol';
import type { Server } from './server';

const REFRESH_MS = 500;
const LANGUAGES = new Set(['python', 'yaml']);
/** At most this many checks that are off are named; `lint` has all. */
const MAX_BLIND_SPOTS = 8;

/**
 * Shows the workspace and profile that questions about the active file are answered in. Hidden if there is no registry.
 */
export class StatusItem implements vscode.Disposable {
  readonly #server: Server;
  readonly #item = vscode.window.createStatusBarItem(
    'registryIntelligence.status',
    vscode.StatusBarAlignment.Right,
    90,
  );
  readonly #subscriptions: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#item.name = vscode.l10n.t('Registry');
    this.#item.command = 'registryIntelligence.setActiveWorkspace';
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      server.onDidChange(() => this.#later()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#later()),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #later(): void {
    this.#timer ??= setTimeout(() => void this.#show(), REFRESH_MS);
  }

  async #show(): Promise<void> {
    this.#timer = undefined;
    const document = vscode.window.activeTextEditor?.document;
    const isOurs = document !== undefined && LANGUAGES.has(document.languageId) && this.#server.isRunning;
    const status = isOurs ? await this.#server.ask<Status | null>(STATUS, { uri: document.uri.toString() }) : undefined;
    if (!status) {
      this.#item.hide();
      return;
    }
    const { profile, names, workspaces, conflicts, undecided, blindSpots } = status;
    const workspace = status.workspace ?? vscode.l10n.t('core');
    const silent = blindSpots.length === 0 ? '' : ` $(eye-closed) ${blindSpots.length}`;
    this.#item.text = `$(layers) ${workspace} · ${profile}${silent}`;
    this.#item.tooltip = tooltipOf(
      [
        vscode.l10n.t('Questions about this file are answered for {0}, profile {1}.', workspace, profile),
        [
          names === 1 ? vscode.l10n.t('1 name') : vscode.l10n.t('{0} names', String(names)),
          workspaces === 1 ? vscode.l10n.t('1 workspace') : vscode.l10n.t('{0} workspaces', String(workspaces)),
          conflicts === 1 ? vscode.l10n.t('1 conflict') : vscode.l10n.t('{0} conflicts', String(conflicts)),
          ...(undecided === 0
            ? []
            : [vscode.l10n.t('{0} definitions or tables that cannot be told', String(undecided))]),
        ].join(', '),
      ],
      blindSpots,
    );
    this.#item.accessibilityInformation = { label: vscode.l10n.t('Registry: {0}, profile {1}', workspace, profile) };
    this.#item.show();
  }
}

/** What is not judged and why, each with a link to the place of the reason. Reasons hold words of users, so they are text. */
function tooltipOf(lines: readonly string[], blindSpots: Status['blindSpots']): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  for (const line of lines) tooltip.appendText(line).appendMarkdown('\n\n');
  for (const { text, location } of blindSpots.slice(0, MAX_BLIND_SPOTS)) {
    tooltip.appendMarkdown('- ').appendText(text);
    if (location) tooltip.appendMarkdown(` — [${vscode.l10n.t('show')}](<${addressOf(location)}>)`);
    tooltip.appendMarkdown('\n');
  }
  const more = blindSpots.length - MAX_BLIND_SPOTS;
  if (more > 0) tooltip.appendMarkdown('\n').appendText(vscode.l10n.t('… and {0} more', String(more)));
  return tooltip;
}

function addressOf({ uri, range: { start } }: Location): string {
  const fragment = `L${start.line + 1},${start.character + 1}`;
  return vscode.Uri.parse(uri).with({ fragment }).toString();
}
