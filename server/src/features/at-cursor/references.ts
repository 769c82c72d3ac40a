import type { Checkpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import type { Span } from '../../base/text';
import { Part, type Place } from '../../model/fact';
import type { Answers, NamedSymbol } from '../../systems/system';
import type { PlacedPart, Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { nameAt } from './name-at';
import { isYamlOrString, withoutQuotes } from '../text/literal-style';

/** A text that names something that a system knows. */
export interface Occurrence {
  readonly path: string;
  /** Includes the quotes of a string. */
  readonly span: Span;
  /** True if the text defines what it names; false if it only refers to it. */
  readonly isDefinition: boolean;
  /** Absent for an occurrence in a text that is no fact, such as the name of a class in code. */
  readonly place?: Place;
}

/**
 * Every occurrence of what the text at `offset` names, sorted by path and position. Returns undefined if no system
 * knows the text there. Names of classes are looked for in all texts, with breaks for other work.
 */
export async function references(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
  checkpoint: Checkpoint,
): Promise<readonly Occurrence[] | undefined> {
  const found = nameAt(workspace, path, offset, preferences);
  if (found === undefined) return undefined;
  const known = occurrencesOf(workspace, found.answers, found.named);
  const text = workspace.text(path);
  // The uses of a class are listed by the Python extension when its class statement is asked about.
  const isAnsweredHere = text !== undefined && isYamlOrString(path, text, found.span);
  const others = isAnsweredHere ? await usesInTexts(workspace, found.named.key, checkpoint) : [];
  return sortedAndDistinct([...known, ...others]);
}

/**
 * The occurrences in this file of what the text at `offset` names. Returns undefined if no system knows the text there,
 * or if the Python extension highlights it as well.
 */
export function highlights(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): readonly Occurrence[] | undefined {
  const found = nameAt(workspace, path, offset, preferences);
  const text = workspace.text(path);
  if (found === undefined || text === undefined || !isYamlOrString(path, text, found.span)) return undefined;
  return occurrencesOf(workspace, found.answers, found.named, path)
    .filter(({ span }) => isYamlOrString(path, text, span))
    .map(mention => ({ ...mention, span: withoutQuotes(text, mention.span) }));
}

/** The occurrences of a name in facts, in all files or in one, sorted by path and position. */
export function occurrencesOf(
  workspace: Workspace,
  answers: Answers,
  named: NamedSymbol,
  within?: string,
): Occurrence[] {
  const { lookup } = workspace;
  const keys = new Set([named.key, ...(answers.synonymKeys?.(named, lookup) ?? [])]);
  const providers = new Set([...keys].flatMap(key => lookup.providers(key)));
  const facts = new Set([...providers, ...[...keys].flatMap(key => lookup.readers(key))]);
  const found: Occurrence[] = [];
  for (const fact of facts) {
    const { path } = fact.file;
    if (within !== undefined && path !== within) continue;
    for (const { place, span } of namingParts(workspace.parts(fact))) {
      const key = answers.symbolAt(place, lookup)?.key;
      if (key !== undefined && keys.has(key))
        found.push({ path, span, place, isDefinition: providers.has(fact) && place.part === Part.name });
    }
  }
  return sortedAndDistinct(found);
}

/**
 * The parts of a fact whose text may be a name: not the whole, which is more than a name, and no fields that the file
 * leaves to convention, whose spans are that of the fact's name.
 */
export function namingParts(parts: readonly PlacedPart[]): readonly PlacedPart[] {
  const nameSpan = parts[Part.name]?.span;
  return parts.filter(({ place: { part }, span }) => {
    const isWritten = part === Part.name || span.start !== nameSpan?.start;
    return part !== Part.whole && isWritten;
  });
}

async function usesInTexts(workspace: Workspace, key: string, checkpoint: Checkpoint): Promise<Occurrence[]> {
  const found: Occurrence[] = [];
  for (const search of workspace.usesOf(key))
    for (const path of [...workspace.paths()]) {
      await checkpoint.pass();
      if (workspace.text(path)?.includes(search.word) !== true) continue;
      const source = workspace.source(path);
      for (const span of source === undefined ? [] : search.in(source)) found.push({ path, span, isDefinition: false });
    }
  return found;
}

/** Sorted by path and position, with one occurrence for each text: the first of several. */
function sortedAndDistinct(mentions: readonly Occurrence[]): Occurrence[] {
  const sorted = [...mentions].sort(
    (a, b) => compareStrings(a.path, b.path) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return sorted.filter(({ path, span }, i) => {
    const before = sorted[i - 1];
    return before?.path !== path || before.span.start !== span.start;
  });
}
