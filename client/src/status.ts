import * as vscode from 'vscode';
import { STATUS, type Status } from '../../server/src/protocol';
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
    const { profile, names, workspaces, conflicts, blindSpots } = status;
    const workspace = status.workspace ?? vscode.l10n.t('core');
    const silent = blindSpots.length === 0 ? '' : ` $(eye-closed) ${blindSpots.length}`;
    this.#item.text = `$(layers) ${workspace} · ${profile}${silent}`;
    this.#item.tooltip = [
      vscode.l10n.t('Questions about this file are answered for {0}, profile {1}.', workspace, profile),
      vscode.l10n.t('{0} names, {1} workspaces, {2} conflicts', String(names), String(workspaces), String(conflicts)),
      ...blindSpotLines(blindSpots),
    ].join('\n');
    this.#item.accessibilityInformation = { label: vscode.l10n.t('Registry: {0}, profile {1}', workspace, profile) };
    this.#item.show();
  }
}

/** What is not checked, since it cannot be told. */
function blindSpotLines(blindSpots: readonly string[]): string[] {
  if (blindSpots.length === 0) return [];
  const more = blindSpots.length - MAX_BLIND_SPOTS;
  return [
    vscode.l10n.t('Not checked, since it cannot be told:'),
    ...blindSpots.slice(0, MAX_BLIND_SPOTS).map(each => `· ${each}`),
    ...(more > 0 ? [vscode.l10n.t('… and {0} more', String(more))] : []),
  ];
}
