import { positionAt, type Position, type Span } from '../../base/text';
import { contextOf } from '../context';
import { describe } from '../at-cursor/hover';
import { withoutQuotes } from '../text/literal-style';
import { namingParts } from '../at-cursor/references';
import { sortedPaths, collectSymbols, type SymbolOccurrence, type RegistrySymbol } from './symbol-occurrences';
import type { Workspace } from '../../workspace';

/** Everything that a repository defines and names, to be written file by file. */
export interface CodeIndex {
  /** The files with occurrences, sorted by path; each is made when the iteration reaches it. */
  documents(): Iterable<IndexedDocument>;
  symbols(): Iterable<RegistrySymbol>;
  /** What a hover says about a symbol where it is defined. */
  describe(symbol: RegistrySymbol): string | undefined;
}

/** A file of the index. */
export interface IndexedDocument {
  readonly path: string;
  /** Sorted by position; a text that names two symbols has two occurrences. */
  readonly occurrences: readonly IndexedOccurrence[];
}

/** A name in a file. `start` and `end` are 0-based, as `Position` is. */
export interface IndexedOccurrence extends SymbolOccurrence {
  readonly start: Position;
  readonly end: Position;
  /** Whether the symbol is described here: at its first definition or, if it has none, at its first occurrence. */
  readonly isMainOccurrence: boolean;
}

/** The occurrences that `references` finds of every symbol, sorted by file instead of by symbol. */
export function codeIndex(workspace: Workspace): CodeIndex {
  const symbols = collectSymbols(workspace);
  return {
    symbols: () => symbols.all(),
    *documents() {
      for (const path of sortedPaths(workspace)) {
        const text = workspace.text(path);
        const starts = workspace.lineStarts(path);
        if (text === undefined || starts === undefined) continue;
        const found = [...namesIn(path), ...usesIn(path)].map(each => ({
          ...each,
          span: withoutQuotes(text, each.span),
        }));
        const occurrences = sortedAndDistinct(found).map(({ span, ...rest }) => ({
          ...rest,
          start: positionAt(starts, span.start),
          end: positionAt(starts, span.end),
        }));
        if (occurrences.length > 0) yield { path, occurrences };
      }
    },
    describe({ answers, named }) {
      const context = contextOf(workspace, named.place.fact.file.path, {}, named.workspace);
      return describe(workspace, { answers, named, context }, { linkTo: () => undefined });
    },
  };

  function* namesIn(path: string): Iterable<PlacedOccurrence> {
    for (const parts of workspace.partsIn(path))
      for (const { place, span } of namingParts(parts))
        for (const naming of symbols.at(place)) {
          const home = naming.symbol.named.place;
          yield { ...naming, span, isMainOccurrence: home.fact === place.fact && home.part === place.part };
        }
  }

  function* usesIn(path: string): Iterable<PlacedOccurrence> {
    for (const { key, span } of workspace.uses(path, each => symbols.byKey(each).length > 0))
      for (const symbol of symbols.byKey(key)) yield { symbol, isDefinition: false, span, isMainOccurrence: false };
  }
}

interface PlacedOccurrence extends SymbolOccurrence {
  readonly span: Span;
  readonly isMainOccurrence: boolean;
}

/** Sorted by position, with one occurrence for each text and symbol: the main one, if it is among several. */
function sortedAndDistinct(found: readonly PlacedOccurrence[]): readonly PlacedOccurrence[] {
  const sorted = [...found].sort(
    (a, b) =>
      a.span.start - b.span.start || Number(b.isMainOccurrence) - Number(a.isMainOccurrence) || a.span.end - b.span.end,
  );
  const seen = new Map<number, Set<RegistrySymbol>>();
  return sorted.filter(({ symbol, span }) => {
    const here = seen.get(span.start) ?? new Set();
    seen.set(span.start, here);
    const { size } = here;
    return here.add(symbol.overridden ?? symbol).size > size;
  });
}
