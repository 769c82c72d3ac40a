import type { Context } from '../model/explanation';
import { settingsOf, type Profile } from '../model/settings';
import type { Workspace } from '../workspace';

/** What decides the context of a question, beside the file that it is asked in. Preferences never change a finding. */
export interface Preferences {
  /** What the question itself states; it goes before everything else. */
  readonly requested?: { readonly [Name in keyof Context]?: Context[Name] | undefined };
  /** The workspace that the user has picked in the editor. */
  readonly activeWorkspace?: string;
  /** The workspace that the environment of the process names. */
  readonly environmentWorkspace?: string | undefined;
  /** What the user has chosen in the mode `interactive`, see `Context`. */
  readonly chosen?: Context['chosen'];
  /** The profile that the user has picked in the editor. */
  readonly profile?: Profile;
}

/**
 * The context that a question about `path` is answered in. The workspace is the first of these that is stated
 * (resolution.md): the one that the question names, the one that the text `around` the place selects, the one that the
 * file belongs to, the one that is active in the editor, the one that the environment names; else core. An empty name
 * counts as not stated.
 */
export function contextOf(
  workspace: Workspace,
  path: string | undefined,
  preferences: Preferences = {},
  around?: string,
): Context {
  const { resolution } = settingsOf(workspace.lookup);
  const { requested = {} } = preferences;
  const file = path === undefined ? undefined : workspace.file(path);
  const own = file && workspace.workspaceOf(file);
  const name = [requested.workspace, around, own, preferences.activeWorkspace, preferences.environmentWorkspace].find(
    each => each !== undefined && each !== '',
  );
  return {
    mode: requested.mode ?? resolution.mode,
    profile: requested.profile ?? preferences.profile ?? resolution.profile,
    ...(name === undefined ? {} : { workspace: name }),
    ...(preferences.chosen === undefined ? {} : { chosen: preferences.chosen }),
    ...(requested.framework === undefined ? {} : { framework: requested.framework }),
    ...(requested.environment === undefined ? {} : { environment: requested.environment }),
  };
}
