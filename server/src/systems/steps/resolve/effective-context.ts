import type { Context } from '../../../model/explanation';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { settingsOf, type Mode, type Profile } from '../../../model/settings';
import { isUnknown, nonEmptyText, stringsOf, type Value } from '../../../model/value';
import { metadataOf, toleranceOf, workspaceNamed, type WorkspaceInfo } from '../define/workspaces';

/** A context, completed from the metadata of its workspace and the settings (resolution.md, Modes). */
export interface EffectiveContext {
  readonly profile: Profile;
  readonly mode: Mode;
  /** The id of the workspace; the name that the caller gave if no registry is known by it. */
  readonly workspace: string | undefined;
  /** The workspace; undefined if it has no registry. */
  readonly info: WorkspaceInfo | undefined;
  /** In the order in which they are preferred. */
  readonly frameworks: readonly string[];
  readonly environment: readonly string[];
  /** `default_resolution_strategy`. */
  readonly strategy: string | undefined;
  /** `conflict_tolerance`: `low`, `medium` or `high`. */
  readonly tolerance: string;
  /** By name the definition in words that a person has chosen. */
  readonly chosen: Context['chosen'];
}

/** The context that the registry manager resolves in, when it is asked in this one. */
export function effectiveContextOf(context: Context, lookup: Lookup): EffectiveContext {
  // The registry manager takes an empty id for none, even where a workspace has it.
  const asked = context.workspace === '' ? undefined : context.workspace;
  const info = asked === undefined ? undefined : workspaceNamed(asked, lookup);
  const metadata = info && metadataOf(info.header.file);
  const stated = (field: string): Value | undefined => metadata && fieldOf(metadata, field);
  const strategy = stated('default_resolution_strategy');
  const { preferredFrameworks, environmentPreferences } = settingsOf(lookup).resolution;
  return {
    profile: context.profile,
    mode: context.mode,
    workspace: info?.id ?? asked,
    info,
    frameworks:
      context.framework === undefined
        ? textsOr(stated('preferred_frameworks'), preferredFrameworks)
        : [context.framework],
    environment: context.environment?.length
      ? context.environment
      : textsOr(stated('environment_preferences'), environmentPreferences),
    strategy: nonEmptyText(strategy),
    tolerance: info === undefined ? 'medium' : toleranceOf(info.header.file),
    chosen: context.chosen,
  };
}

/** The effective context as explanations report it. Preferences are left out in profiles that do not use them. */
export function reportedContextOf(
  asked: Context,
  { profile, workspace, frameworks, environment }: EffectiveContext,
): Context {
  const filled = profile !== 'intelligent' ? {} : { framework: frameworks[0], environment };
  const { framework = filled.framework, environment: tags = filled.environment } = asked;
  return {
    profile,
    mode: asked.mode,
    ...(workspace === undefined ? {} : { workspace }),
    ...(framework === undefined ? {} : { framework }),
    ...(tags === undefined || tags.length === 0 ? {} : { environment: tags }),
  };
}

/**
 * The texts of a list; `otherwise` if it has none. A value that code decides is an empty list, without a replacement.
 */
function textsOr(value: Value | undefined, otherwise: readonly string[]): readonly string[] {
  if (isUnknown(value)) return [];
  const texts = stringsOf(value);
  return texts.length === 0 ? otherwise : texts;
}
