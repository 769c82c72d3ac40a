import type { Span } from '../../base/text';
import { Part, type Place } from '../../model/fact';
import type { SymbolItem } from '../../systems/system';
import type { Workspace } from '../../workspace';

/** An item of the outline of a file. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolItem['kind'];
  readonly span: Span;
  /** Within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a registry file. Returns undefined for any other file. */
export function documentSymbols(workspace: Workspace, path: string): readonly DocumentSymbol[] | undefined {
  const file = workspace.file(path);
  if (file === undefined) return undefined;
  const items = workspace.answers.flatMap(answers => answers.symbols(file));
  const placed = items.flatMap(item => symbolsOf(item, workspace));
  return placed.length === 0 ? undefined : placed;
}

/** A symbol with its children. One that a damaged text shows no more is replaced by its children. */
function symbolsOf({ name, detail, kind, place, children }: SymbolItem, workspace: Workspace): DocumentSymbol[] {
  const below = children.flatMap(child => symbolsOf(child, workspace));
  const nameSpan = workspace.span({ fact: place.fact, part: place.part === Part.whole ? Part.name : place.part });
  if (nameSpan === undefined) return below;
  return [{ name, detail, kind, span: enclosingSpan(place, nameSpan, below, workspace), nameSpan, children: below }];
}

/** The span of a symbol: a field covers its name and value, other symbols their whole, and each covers its children. */
function enclosingSpan(place: Place, name: Span, below: readonly DocumentSymbol[], workspace: Workspace): Span {
  const { fact, part } = place;
  const isField = part >= Part.fieldName(0);
  const whole = workspace.span({ fact, part: isField ? part | 1 : Part.whole });
  const spans = [name, ...(whole === undefined ? [] : [whole]), ...below.map(symbol => symbol.span)];
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) };
}
