import type { Context } from '../model/explanation';
import { settingsOf, type Profile } from '../model/settings';
import type { Workspace } from '../workspace';

/** What decides a context beside the file that a question is asked in. None of it ever changes a finding. */
export interface Preferences {
  /** What the caller says outright. */
  readonly asked?: Partial<Context>;
  /** The workspace that the user has picked in the editor. */
  readonly activeWorkspace?: string;
  /** The workspace that the environment of the process names. */
  readonly environmentWorkspace?: string;
  /** The profile that the user has picked in the editor. */
  readonly profile?: Profile;
}

/**
 * The context that a question about `path` is answered in. For the workspace: what the caller says, what the text around
 * the place selects, the file's own, the active one, the environment's, core (resolution.md). An empty name stands for
 * none.
 */
export function contextOf(
  workspace: Workspace,
  path: string | undefined,
  preferences: Preferences = {},
  around?: string,
): Context {
  const { resolution } = settingsOf(workspace.lookup);
  const { asked = {} } = preferences;
  const file = path === undefined ? undefined : workspace.file(path);
  const own = file && workspace.workspaceOf(file);
  const name = [asked.workspace, around, own, preferences.activeWorkspace, preferences.environmentWorkspace].find(
    each => each !== undefined && each !== '',
  );
  return {
    mode: asked.mode ?? resolution.mode,
    profile: asked.profile ?? preferences.profile ?? resolution.profile,
    ...(name === undefined ? {} : { workspace: name }),
    ...(asked.framework === undefined ? {} : { framework: asked.framework }),
    ...(asked.environment === undefined ? {} : { environment: asked.environment }),
  };
}
