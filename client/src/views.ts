import * as vscode from 'vscode';
import { EXPLAIN_COMMAND, TREE, type TreeNode, type TreeParams } from '../../server/src/protocol';
import type { Server } from './server';
import { locationOf } from './show-places';

const ICONS: Readonly<Record<TreeNode['kind'], string>> = {
  group: 'library',
  workspace: 'person',
  entry: 'symbol-enum-member',
  lost: 'circle-slash',
};

const BADGES = {
  error: { color: 'list.errorForeground', words: () => vscode.l10n.t('There are errors in it.') },
  warning: { color: 'list.warningForeground', words: () => vscode.l10n.t('There are warnings in it.') },
} as const;

/** Changes come in bursts while somebody types; a view need not follow every key. */
const REFRESH_MS = 500;

/** The views of the container in the activity bar: trees that the server describes, asked for level by level. */
export function registerViews(server: Server): vscode.Disposable {
  const views = (['registries', 'conflicts', 'dependencies'] as const).map(view => new RegistryView(view, server));
  return vscode.Disposable.from(...views);
}

class RegistryView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #view: TreeParams['view'];
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #tree: vscode.TreeView<TreeNode>;
  readonly #subscriptions: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #isStale = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(view: TreeParams['view'], server: Server) {
    this.#view = view;
    this.#server = server;
    this.#tree = vscode.window.createTreeView(`registryIntelligence.${view}`, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#tree,
      this.#changed,
      server.onDidChange(() => this.#later()),
      this.#tree.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.#refresh();
      }),
    );
  }

  getTreeItem({ id, label, description, kind, hasChildren, location, explain, severity }: TreeNode): vscode.TreeItem {
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, hasChildren ? Collapsed : None);
    item.id = JSON.stringify(id);
    item.description = description;
    item.tooltip = description === '' ? label : `${label}: ${description}`;
    const found = severity && BADGES[severity];
    item.iconPath = new vscode.ThemeIcon(ICONS[kind], found && new vscode.ThemeColor(found.color));
    if (found) {
      const words = found.words();
      item.tooltip = `${item.tooltip}\n${words}`;
      item.accessibilityInformation = { label: [label, description, words].filter(each => each !== '').join(', ') };
    }
    if (explain) item.contextValue = 'explainable';
    if (location) {
      const { uri, range: selection } = locationOf(location);
      item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [uri, { selection }] };
    }
    return item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!this.#server.isRunning) return [];
    const params: TreeParams = { view: this.#view, ...(node && { id: node.id }) };
    const nodes = (await this.#server.ask<TreeNode[]>(TREE, params)) ?? [];
    if (!node && this.#view === 'conflicts') this.#showCount(nodes.reduce((sum, { count = 1 }) => sum + count, 0));
    return nodes;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #showCount(count: number): void {
    this.#tree.badge =
      count === 0
        ? undefined
        : {
            value: count,
            tooltip:
              count === 1 ? vscode.l10n.t('1 name in conflict') : vscode.l10n.t('{0} names in conflict', String(count)),
          };
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#tree.visible) this.#refresh();
      else this.#isStale = true;
    }, REFRESH_MS);
  }

  #refresh(): void {
    this.#isStale = false;
    this.#changed.fire(undefined);
  }
}

/** Explains what a node of a view is about. */
export async function explainNode(node: unknown): Promise<void> {
  const explain = typeof node === 'object' && node !== null && 'explain' in node ? node.explain : undefined;
  if (explain !== undefined) await vscode.commands.executeCommand(EXPLAIN_COMMAND, explain);
}
