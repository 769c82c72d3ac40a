import { defined } from '../../base/defined';
import type { Span } from '../../base/text';
import type { Context } from '../../model/explanation';
import { Part, type Place } from '../../model/fact';
import type { Answers, NamedSymbol } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf, type Preferences } from '../context';

/** A name in a text: what it names, the system that knows it, its span, and the context that it is resolved in. */
export interface NameAtOffset {
  readonly answers: Answers;
  readonly named: NamedSymbol;
  readonly span: Span;
  readonly context: Context;
}

/** The name that stands at `offset`. Returns undefined if no system knows the text there. */
export function nameAt(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): NameAtOffset | undefined {
  const { lookup, answers } = workspace;
  for (const place of valuesFirst(workspace.placesAt(path, offset), workspace)) {
    if (isBody(place, workspace)) continue;
    for (const each of answers) {
      const named = each.symbolAt(place, lookup);
      if (named === undefined) continue;
      const context = contextOf(workspace, path, preferences, named.workspace);
      return { answers: each, named, span: spanOf(place, workspace), context };
    }
  }
  return undefined;
}

/** The name at `offset`, also one in a text that may or may not mean it: for questions that only show something. */
export function nameOrMentionAt(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): NameAtOffset | undefined {
  return nameAt(workspace, path, offset, preferences) ?? mentionAt(workspace, path, offset, preferences);
}

function mentionAt(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): NameAtOffset | undefined {
  const source = workspace.source(path);
  if (source === undefined) return undefined;
  for (const answers of workspace.answers) {
    const mention = answers.mentionAt?.(source, offset, workspace.lookup);
    if (mention !== undefined)
      return { answers, ...mention, context: contextOf(workspace, path, preferences, undefined) };
  }
  return undefined;
}

/**
 * Puts the value of a field before its name where a file writes no field names: both then have the span of the value,
 * and the text there states the value.
 */
function valuesFirst(places: readonly Place[], workspace: Workspace): readonly Place[] {
  const found = [...places];
  for (let i = 0; i + 1 < found.length; i++) {
    const [name, value] = found.slice(i, i + 2);
    if (name === undefined || value === undefined) break;
    const isPair = name.fact === value.fact && name.part >= Part.fieldName(0) && value.part === name.part + 1;
    if (!isPair || name.part % 2 !== Part.fieldName(0) % 2) continue;
    const [span, own] = [spanOf(value, workspace), spanOf({ fact: name.fact, part: Part.name }, workspace)];
    const isSame = spanOf(name, workspace).start === span.start;
    // A field that a file leaves to convention has no text at all: its name and value have the span of the entry's
    // name.
    if (isSame && span.start !== own.start) found.splice(i, 2, value, name);
  }
  return found;
}

/** Whether a place is a whole entry and not just its name: comments and brackets inside of an entry name nothing. */
function isBody(place: Place, workspace: Workspace): boolean {
  if (place.part !== Part.whole) return false;
  const whole = spanOf(place, workspace);
  const name = spanOf({ fact: place.fact, part: Part.name }, workspace);
  return whole.start !== name.start || whole.end !== name.end;
}

/** The span of a place that was found in the text. */
function spanOf(place: Place, workspace: Workspace): Span {
  return defined(workspace.span(place), 'the span of a place in the text');
}
