import { compareStrings } from '../../base/collections';
import type { Span } from '../../base/text';
import type { NamedPlace } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { fitOf } from './completion';

/** More than this nobody reads. */
const MOST = 500;

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: NamedPlace['kind'];
  readonly container: string;
  readonly path: string;
  readonly span: Span;
}

/** Everything whose name holds the letters of `query` in order, the likeliest first. */
export function workspaceSymbols(workspace: Workspace, query: string): readonly WorkspaceSymbol[] {
  const low = query.toLowerCase();
  const rated: { item: NamedPlace; fit: number }[] = [];
  for (const answers of workspace.answers)
    for (const item of answers.everywhere?.(workspace.lookup) ?? []) {
      const fit = fitOf(item.name.toLowerCase(), low);
      if (fit !== undefined && item.name.trim() !== '') rated.push({ item, fit });
    }
  rated.sort(
    (a, b) =>
      a.fit - b.fit ||
      compareStrings(a.item.name, b.item.name) ||
      compareStrings(a.item.place.fact.file.path, b.item.place.fact.file.path),
  );
  return rated.slice(0, MOST).flatMap(({ item: { name, kind, container, place } }) => {
    const span = workspace.span(place);
    return span === undefined ? [] : [{ name, kind, container, path: place.fact.file.path, span }];
  });
}
