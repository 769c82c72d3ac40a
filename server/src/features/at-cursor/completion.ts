import { compareStrings } from '../../base/collections';
import type { Span } from '../../base/text';
import type { CompletionItem } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf, type Preferences } from '../context';

/** Nobody reads a longer list, and to send one costs more than to find its items. */
const MAX_ITEMS = 200;

/** What may be typed at a place. */
export interface CompletionList {
  /** What an item replaces: the whole content of the string, `.`, `-` and `/` included. */
  readonly replace: Span;
  /** The best first. */
  readonly items: readonly CompletionItem[];
  /** Items were left out, so the editor has to ask again when more has been typed. */
  readonly incomplete: boolean;
}

/** What may be typed at `offset`. Returns undefined if no system completes the text there, or if no item fits it. */
export function completion(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): CompletionList | undefined {
  const source = workspace.source(path);
  if (source === undefined) return undefined;
  const context = contextOf(workspace, path, preferences);
  const documents = workspace.documents(path);
  const asked = [
    () => documents?.complete(source, offset, workspace.lookup),
    ...workspace.answers.map(answers => () => answers.complete(source, offset, context, workspace.lookup)),
  ];
  for (const ask of asked) {
    const found = ask();
    if (found === undefined) continue;
    const items = rankedItems(found.items, source.text.slice(found.replace.start, offset));
    if (items.length === 0) return undefined;
    return { replace: found.replace, items: items.slice(0, MAX_ITEMS), incomplete: items.length > MAX_ITEMS };
  }
  return undefined;
}

/** The items that match what was typed, the best match first. */
function rankedItems(items: readonly CompletionItem[], typed: string): CompletionItem[] {
  const low = typed.toLowerCase();
  const rated: { item: CompletionItem; fit: number }[] = [];
  for (const item of items) {
    const fit = matchRank(item.label.toLowerCase(), low);
    if (fit !== undefined) rated.push({ item, fit });
  }
  rated.sort((a, b) => a.fit - b.fit || a.item.rank - b.item.rank || compareStrings(a.item.label, b.item.label));
  return rated.map(({ item }) => item);
}

/**
 * How well a label matches what was typed, both in lower case: 0 if the label begins with it, 1 if the label contains
 * it, 2 if the label contains its letters in order, undefined if it does not match.
 */
export function matchRank(label: string, typed: string): number | undefined {
  const at = label.indexOf(typed);
  if (at >= 0) return at === 0 ? 0 : 1;
  let next = 0;
  for (const character of typed) {
    next = label.indexOf(character, next) + 1;
    if (next === 0) return undefined;
  }
  return 2;
}
