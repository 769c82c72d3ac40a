import type { Context } from '../../../model/explanation';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { settingsOf, type Mode, type Profile } from '../../../model/settings';
import { isUnknown, nonEmptyText, stringsOf, type Value } from '../../../model/value';
import { metadataOf, toleranceOf, workspaceNamed, type WorkspaceInfo } from '../define/workspaces';

/** A context after the metadata of its workspace has filled what the caller did not give (resolution.md, Modes). */
export interface EffectiveContext {
  readonly profile: Profile;
  readonly mode: Mode;
  /** The id of the workspace; what the caller said, where no registry is known by that name. */
  readonly workspace: string | undefined;
  /** The workspace, if it has a registry. */
  readonly info: WorkspaceInfo | undefined;
  /** In the order in which they are preferred. */
  readonly frameworks: readonly string[];
  readonly environment: readonly string[];
  /** `default_resolution_strategy`. */
  readonly strategy: string | undefined;
  /** `conflict_tolerance`: `low`, `medium` or `high`. */
  readonly tolerance: string;
}

export function effectiveContextOf(context: Context, lookup: Lookup): EffectiveContext {
  const info = context.workspace === undefined ? undefined : workspaceNamed(context.workspace, lookup);
  const metadata = info && metadataOf(info.header.file);
  const stated = (field: string): Value | undefined => metadata && fieldOf(metadata, field);
  const strategy = stated('default_resolution_strategy');
  const { preferredFrameworks, environmentPreferences } = settingsOf(lookup).resolution;
  return {
    profile: context.profile,
    mode: context.mode,
    workspace: info?.id ?? context.workspace,
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
  };
}

/** The context as it was in the end, for showing. Preferences of the workspace matter to the intelligent profile alone. */
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

/** The texts of a list; `otherwise`, where there is none. What code decides is no list, and nothing else takes its place. */
function textsOr(value: Value | undefined, otherwise: readonly string[]): readonly string[] {
  if (isUnknown(value)) return [];
  const texts = stringsOf(value);
  return texts.length === 0 ? otherwise : texts;
}
