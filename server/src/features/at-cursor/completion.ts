import { compareStrings } from '../../base/collections';
import type { Span } from '../../base/text';
import type { CompletionItem } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf, type Preferences } from '../context';

/** More than this nobody reads, and sending it costs more than finding it. */
const MOST = 200;

export interface CompletionList {
  /** The whole content of the string, `.`, `-` and `/` included. */
  readonly replace: Span;
  /** The best first. */
  readonly items: readonly CompletionItem[];
  /** There are more: ask again when more has been typed. */
  readonly incomplete: boolean;
}

/** What may be typed at `offset`; nothing where the text is not ours, or where nothing fits. */
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
    const items = best(found.items, source.text.slice(found.replace.start, offset));
    if (items.length === 0) return undefined;
    return { replace: found.replace, items: items.slice(0, MOST), incomplete: items.length > MOST };
  }
  return undefined;
}

/** The items that what was typed can become, the likeliest first. */
function best(items: readonly CompletionItem[], typed: string): CompletionItem[] {
  const low = typed.toLowerCase();
  const rated: { item: CompletionItem; fit: number }[] = [];
  for (const item of items) {
    const fit = fitOf(item.label.toLowerCase(), low);
    if (fit !== undefined) rated.push({ item, fit });
  }
  rated.sort((a, b) => a.fit - b.fit || a.item.rank - b.item.rank || compareStrings(a.item.label, b.item.label));
  return rated.map(({ item }) => item);
}

/** 0 where `label` begins with what was typed, 1 where it holds it, 2 where it holds its letters in order. */
export function fitOf(label: string, typed: string): number | undefined {
  const at = label.indexOf(typed);
  if (at >= 0) return at === 0 ? 0 : 1;
  let next = 0;
  for (const character of typed) {
    next = label.indexOf(character, next) + 1;
    if (next === 0) return undefined;
  }
  return 2;
}
