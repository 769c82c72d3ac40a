import type { Span } from '../../base/text';
import { Part } from '../../model/fact';
import type { Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { namedAt } from './name-at';

export interface Definition {
  /** The text that was asked about. */
  readonly origin: Span;
  /** At least one; the best first. */
  readonly targets: readonly Target[];
}

export interface Target {
  readonly path: string;
  /** The whole of what is defined there. */
  readonly span: Span;
  /** The part of it to put the cursor on. */
  readonly name: Span;
}

export type Way = 'definitions' | 'declarations' | 'implementations';

/** Where the name at `offset` is defined; nothing where the text is not ours, or where nothing defines it. */
export function definition(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
  way: Way = 'definitions',
): Definition | undefined {
  const found = namedAt(workspace, path, offset, preferences);
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
