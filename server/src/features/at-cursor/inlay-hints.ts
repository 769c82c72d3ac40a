import { contains, type Span } from '../../base/text';
import { Part } from '../../model/fact';
import type { Workspace } from '../../workspace';
import { contextOf, type Preferences } from '../context';

/** A hint that is shown behind the name that ends at `offset`. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
}

/** The hints after the names in `span` of a file, in the order of the text. Returns undefined if there are none. */
export function inlayHints(
  workspace: Workspace,
  path: string,
  span: Span,
  preferences: Preferences,
): readonly InlayHint[] | undefined {
  const { lookup } = workspace;
  const hints: InlayHint[] = [];
  for (const answers of workspace.answers.filter(each => each.hint !== undefined))
    for (const fact of workspace.file(path)?.facts ?? []) {
      const place = { fact, part: Part.name };
      const at = workspace.span(place);
      const named = at !== undefined && contains(span, at.end) ? answers.symbolAt(place, lookup) : undefined;
      if (at === undefined || named === undefined) continue;
      const text = answers.hint?.(named, contextOf(workspace, path, preferences, named.workspace), lookup);
      if (text !== undefined) hints.push({ offset: at.end, text });
    }
  return hints.length === 0 ? undefined : hints.sort((a, b) => a.offset - b.offset);
}
