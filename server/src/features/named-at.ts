import type { Span } from '../base/text';
import type { Context } from '../model/explanation';
import { Part, type Place } from '../model/fact';
import type { Answers, Named } from '../systems/system';
import type { Workspace } from '../workspace';
import { contextOf, type Preferences } from './context';

/** What a text names at an offset, who knows about it, and the text that names it. */
export interface Found {
  readonly answers: Answers;
  readonly named: Named;
  readonly span: Span;
  readonly context: Context;
}

/** The thing of ours that the text at `offset` names; nothing where the text is not ours. */
export function namedAt(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): Found | undefined {
  const { lookup, answers } = workspace;
  for (const place of workspace.placesAt(path, offset)) {
    if (isBody(place, workspace)) continue;
    for (const each of answers) {
      const named = each.named(place, lookup);
      if (named === undefined) continue;
      const context = contextOf(workspace, path, preferences, named.workspace);
      return { answers: each, named, span: workspace.span(place)!, context };
    }
  }
  return undefined;
}

/** The inside of an entry, a comment or a bracket in it, names nothing: only names and fields do. */
function isBody(place: Place, workspace: Workspace): boolean {
  if (place.part !== Part.whole) return false;
  const whole = workspace.span(place)!;
  const name = workspace.span({ fact: place.fact, part: Part.name })!;
  return whole.start !== name.start || whole.end !== name.end;
}
