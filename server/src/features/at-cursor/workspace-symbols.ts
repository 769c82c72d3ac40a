import { compareStrings } from '../../base/collections';
import type { Span } from '../../base/text';
import type { SymbolLocation } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { matchRank } from './completion';

/** Nobody reads a longer list. */
const MAX_SYMBOLS = 500;

/** A symbol that a search in the whole repository finds. `container` says in words what it belongs to. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: SymbolLocation['kind'];
  readonly container: string;
  readonly path: string;
  readonly span: Span;
}

/** Every symbol whose name contains the letters of `query` in order, the best match first. */
export function workspaceSymbols(workspace: Workspace, query: string): readonly WorkspaceSymbol[] {
  const low = query.toLowerCase();
  const rated: { item: SymbolLocation; fit: number }[] = [];
  for (const answers of workspace.answers)
    for (const item of answers.allSymbols?.(workspace.lookup) ?? []) {
      const fit = matchRank(item.name.toLowerCase(), low);
      if (fit !== undefined && item.name.trim() !== '') rated.push({ item, fit });
    }
  rated.sort(
    (a, b) =>
      a.fit - b.fit ||
      compareStrings(a.item.name, b.item.name) ||
      compareStrings(a.item.place.fact.file.path, b.item.place.fact.file.path),
  );
  return rated.slice(0, MAX_SYMBOLS).flatMap(({ item: { name, kind, container, place } }) => {
    const span = workspace.span(place);
    return span === undefined ? [] : [{ name, kind, container, path: place.fact.file.path, span }];
  });
}
