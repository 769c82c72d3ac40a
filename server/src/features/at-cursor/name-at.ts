import type { Span } from '../../base/text';
import type { Context } from '../../model/explanation';
import { Part, type Place } from '../../model/fact';
import type { Answers, Named } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf, type Preferences } from '../context';

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
  for (const place of valuesFirst(workspace.placesAt(path, offset), workspace)) {
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

/** A field whose name a file writes nowhere is placed at its value: what the text says is the value. */
function valuesFirst(places: readonly Place[], workspace: Workspace): readonly Place[] {
  const found = [...places];
  for (let i = 0; i + 1 < found.length; i++) {
    const [name, value] = [found[i]!, found[i + 1]!];
    const isPair = name.fact === value.fact && name.part >= Part.fieldName(0) && value.part === name.part + 1;
    if (!isPair || name.part % 2 !== Part.fieldName(0) % 2) continue;
    const [span, own] = [workspace.span(value)!, workspace.span({ fact: name.fact, part: Part.name })!];
    const isSame = workspace.span(name)!.start === span.start;
    // What is left to convention has no text at all: both stand at the name.
    if (isSame && span.start !== own.start) found.splice(i, 2, value, name);
  }
  return found;
}

/** The inside of an entry, a comment or a bracket in it, names nothing: only names and fields do. */
function isBody(place: Place, workspace: Workspace): boolean {
  if (place.part !== Part.whole) return false;
  const whole = workspace.span(place)!;
  const name = workspace.span({ fact: place.fact, part: Part.name })!;
  return whole.start !== name.start || whole.end !== name.end;
}
