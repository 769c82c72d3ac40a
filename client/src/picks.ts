import * as vscode from 'vscode';

/** The section of the settings that is ours. */
const SECTION = 'registryIntelligence';

/** Which definitions a person has chosen in the mode `interactive`, by name. */
const CHOSEN = 'chosenDefinitions';

/** What a person picks with a command, for a folder: whose eyes questions are answered with. */
export type PickedSetting = 'activeWorkspace' | 'resolutionProfile';

/** The key of a pick in the state of the window. */
function keyOf(setting: PickedSetting | typeof CHOSEN, folder: vscode.WorkspaceFolder | undefined): string {
  return `${setting} ${folder?.uri.toString() ?? ''}`;
}

/**
 * What was picked, remembered in the state of the window and not in settings: those of a repository are shared with others. A pick goes before
 * the setting of the same name; picking nothing gives the setting its say again, unless it says something else.
 */
export class Picks {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** Remembers a pick for the folder of the active file, or for the only folder; an empty `value` stands for nothing. */
  async set(setting: PickedSetting, value: string): Promise<void> {
    const folder = activeFolder();
    const said = vscode.workspace.getConfiguration(SECTION, folder).get<string>(setting, '');
    const picked = value === '' && said === '' ? undefined : value;
    await this.#state.update(keyOf(setting, folder), picked);
  }

  /** The definitions that were chosen in the folder of the active file, or in the only folder: by name, in words. */
  get chosen(): Readonly<Record<string, string>> {
    return this.#state.get<Readonly<Record<string, string>>>(keyOf(CHOSEN, activeFolder()), {});
  }

  /** Remembers which definition of a name was chosen; forgets it where `definition` is undefined. */
  async choose(name: string, definition: string | undefined): Promise<void> {
    const others = Object.entries(this.chosen).filter(([each]) => each !== name);
    const all = definition === undefined ? others : [...others, [name, definition] as const];
    await this.#state.update(keyOf(CHOSEN, activeFolder()), all.length === 0 ? undefined : Object.fromEntries(all));
  }

  /** The settings for `scope`, an address as the server gives it, with what was picked for the folder around it in their place. */
  over(settings: unknown, scope: string | undefined): unknown {
    const folder = scope === undefined ? undefined : vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(scope));
    const picked: Record<string, unknown> = {};
    for (const setting of ['activeWorkspace', 'resolutionProfile', CHOSEN] as const) {
      const value = this.#state.get<unknown>(keyOf(setting, folder));
      if (value !== undefined) picked[setting] = value;
    }
    return { ...(settings as object | null | undefined), ...picked };
  }
}

/** The folder of the active file, else the first one. */
function activeFolder(): vscode.WorkspaceFolder | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
}
