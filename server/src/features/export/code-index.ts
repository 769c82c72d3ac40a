import { positionAt, type Position, type Span } from '../../base/text';
import { contextOf } from '../context';
import { describe } from '../at-cursor/hover';
import { withoutQuotes } from '../text/string-literal';
import { shownParts } from '../at-cursor/references';
import { sortedPaths, thingsOf, type Naming, type Thing } from './symbol-occurrences';
import type { Workspace } from '../../workspace';

/** Everything that a repository defines and names, for writing it down file by file. */
export interface CodeIndex {
  /** The files that name something, by path; each is made when it is asked for. */
  documents(): Iterable<IndexedDocument>;
  things(): Iterable<Thing>;
  /** What a hover says about a thing where it is defined. */
  describe(thing: Thing): string | undefined;
}

export interface IndexedDocument {
  readonly path: string;
  /** By place; a text that names two things is in it twice. */
  readonly mentions: readonly IndexedMention[];
}

export interface IndexedMention extends Naming {
  readonly start: Position;
  readonly end: Position;
  /** The thing is described here: it is its first definition or, where it has none, its first mention. */
  readonly isHome: boolean;
}

/** What `references` finds of everything, the other way around: by file. */
export function codeIndex(workspace: Workspace): CodeIndex {
  const things = thingsOf(workspace);
  return {
    things: () => things.all(),
    *documents() {
      for (const path of sortedPaths(workspace)) {
        const text = workspace.text(path);
        const starts = workspace.lineStarts(path);
        if (text === undefined || starts === undefined) continue;
        const found = [...namesIn(path), ...usesIn(path)].map(each => ({
          ...each,
          span: withoutQuotes(text, each.span),
        }));
        const mentions = inOrder(found).map(({ span, ...rest }) => ({
          ...rest,
          start: positionAt(starts, span.start),
          end: positionAt(starts, span.end),
        }));
        if (mentions.length > 0) yield { path, mentions };
      }
    },
    describe({ answers, named }) {
      const context = contextOf(workspace, named.place.fact.file.path, {}, named.workspace);
      return describe(workspace, { answers, named, context }, { linkTo: () => undefined });
    },
  };

  function* namesIn(path: string): Iterable<Found> {
    for (const parts of workspace.partsIn(path))
      for (const { place, span } of shownParts(parts))
        for (const naming of things.namedBy(place)) {
          const home = naming.thing.named.place;
          yield { ...naming, span, isHome: home.fact === place.fact && home.part === place.part };
        }
  }

  function* usesIn(path: string): Iterable<Found> {
    for (const { key, span } of workspace.uses(path, each => things.under(each).length > 0))
      for (const thing of things.under(key)) yield { thing, defines: false, span, isHome: false };
  }
}

interface Found extends Naming {
  readonly span: Span;
  readonly isHome: boolean;
}

/** By place. A text is one mention of a thing, whatever else says so; it is the home if any of them is. */
function inOrder(found: readonly Found[]): readonly Found[] {
  const sorted = [...found].sort(
    (a, b) => a.span.start - b.span.start || Number(b.isHome) - Number(a.isHome) || a.span.end - b.span.end,
  );
  const seen = new Map<number, Set<Thing>>();
  return sorted.filter(({ thing, span }) => {
    const here = seen.get(span.start) ?? new Set();
    seen.set(span.start, here);
    const { size } = here;
    return here.add(thing.over ?? thing).size > size;
  });
}
