import type { Position, Span } from '../../base/text';
import type { Place } from '../../model/fact';
import type { Workspace } from '../../workspace';

/** A place for people and programs: lines and columns from 1, columns in UTF-16 units. */
export interface Location {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly range: Range;
}

/** A range for people and programs: from `start` up to, but without, `end`. Lines and columns are 1-based. */
export interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** The location of a place. Returns undefined while a damaged text does not show it. */
export function locate(workspace: Workspace, place: Place): Location | undefined {
  const { path } = place.fact.file;
  const span = workspace.span(place);
  return span && { path, range: rangeOf(workspace, path, span) };
}

/** A span of a file that was read, as lines and columns. */
export function rangeOf(workspace: Workspace, path: string, span: Span): Range {
  const range = workspace.range(path, span) ?? { start: TOP, end: TOP };
  return { start: fromOne(range.start), end: fromOne(range.end) };
}

const TOP: Position = { line: 0, column: 0 };

function fromOne({ line, column }: Position): Range['start'] {
  return { line: line + 1, column: column + 1 };
}

/** A path relative to the root as it stands in a URI. Halves of pairs, which have no UTF-8, become U+FFFD. */
export function uriPath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
