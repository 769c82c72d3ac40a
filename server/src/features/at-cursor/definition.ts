import type { Span } from '../../base/text';
import { Part } from '../../model/fact';
import type { Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { nameOrMentionAt } from './name-at';

/** Where a name is defined. */
export interface Definition {
  /** The text that was asked about. */
  readonly origin: Span;
  /** At least one; the best first. */
  readonly targets: readonly DefinitionTarget[];
}

/** One of the places that define a name. */
export interface DefinitionTarget {
  readonly path: string;
  /** The whole definition, such as a row of a registry. */
  readonly span: Span;
  /** The name within `span`, where the cursor goes. */
  readonly name: Span;
}

/** What is asked for. A system that tells no declarations or implementations apart answers with the definitions. */
export type DefinitionKind = 'definitions' | 'declarations' | 'implementations';

/**
 * Where the name at `offset` is defined. Returns undefined if no system knows the text there, or if nothing defines it.
 */
export function definition(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
  way: DefinitionKind = 'definitions',
): Definition | undefined {
  const found = nameOrMentionAt(workspace, path, offset, preferences);
  if (found === undefined) return undefined;
  const { answers, named, context } = found;
  const places =
    way === 'definitions' || answers[way] === undefined
      ? answers.definitions(named, context, workspace.lookup)
      : answers[way](named, context, workspace.lookup);
  const targets = places.flatMap(place => {
    const name = workspace.span(place);
    if (name === undefined) return [];
    const whole = workspace.span({ fact: place.fact, part: Part.whole });
    const span = whole !== undefined && whole.start <= name.start && name.end <= whole.end ? whole : name;
    return [{ path: place.fact.file.path, span, name }];
  });
  return targets.length === 0 ? undefined : { origin: found.span, targets };
}
