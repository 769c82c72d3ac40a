import type { Checkpoint } from '../../base/cancellation';
import { compareStrings } from '../../base/collections';
import type { Span } from '../../base/text';
import { Part, type Place } from '../../model/fact';
import type { Answers, Named } from '../../systems/system';
import type { PlacedPart, Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { namedAt } from './name-at';
import { isOwnText, withoutQuotes } from '../text/string-literal';

/** A text that names a thing. */
export interface Mention {
  readonly path: string;
  /** Of a string, with its quotes. */
  readonly span: Span;
  /** It says what the thing is; all others only name it. */
  readonly defines: boolean;
  /** Absent for a text that is not a fact. */
  readonly place?: Place;
}

/**
 * Everything that names what stands at `offset`, by path and place; nothing where the text is not ours. Texts that hold
 * the names of classes are looked through, giving way to other work.
 */
export async function references(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
  checkpoint: Checkpoint,
): Promise<readonly Mention[] | undefined> {
  const found = namedAt(workspace, path, offset, preferences);
  if (found === undefined) return undefined;
  const known = mentions(workspace, found.answers, found.named);
  const text = workspace.text(path);
  // Of a class statement itself the Python extension lists the uses.
  const isOurs = text !== undefined && isOwnText(path, text, found.span);
  const others = isOurs ? await uses(workspace, found.named.key, checkpoint) : [];
  return inOrder([...known, ...others]);
}

/** What the text at `offset` names, wherever this file names it; nothing where the text is not ours alone. */
export function highlights(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
): readonly Mention[] | undefined {
  const found = namedAt(workspace, path, offset, preferences);
  const text = workspace.text(path);
  if (found === undefined || text === undefined || !isOwnText(path, text, found.span)) return undefined;
  return mentions(workspace, found.answers, found.named, path)
    .filter(({ span }) => isOwnText(path, text, span))
    .map(mention => ({ ...mention, span: withoutQuotes(text, mention.span) }));
}

/** The facts that name a thing, in all files or in one, by path and place. */
export function mentions(workspace: Workspace, answers: Answers, named: Named, within?: string): Mention[] {
  const { lookup } = workspace;
  const keys = new Set([named.key, ...(answers.otherKeys?.(named, lookup) ?? [])]);
  const providers = new Set([...keys].flatMap(key => lookup.providers(key)));
  const facts = new Set([...providers, ...[...keys].flatMap(key => lookup.readers(key))]);
  const found: Mention[] = [];
  for (const fact of facts) {
    const { path } = fact.file;
    if (within !== undefined && path !== within) continue;
    for (const { place, span } of shownParts(workspace.parts(fact))) {
      const key = answers.named(place, lookup)?.key;
      if (key !== undefined && keys.has(key))
        found.push({ path, span, place, defines: providers.has(fact) && place.part === Part.name });
    }
  }
  return inOrder(found);
}

/**
 * The parts of a fact that may name a thing: what a file leaves to convention stands where the name does, and a whole is
 * more than what names the thing.
 */
export function shownParts(parts: readonly PlacedPart[]): readonly PlacedPart[] {
  const own = parts[Part.name]?.span;
  return parts.filter(({ place: { part }, span }) => {
    const isShown = part === Part.name || span.start !== own?.start;
    return part !== Part.whole && isShown;
  });
}

async function uses(workspace: Workspace, key: string, checkpoint: Checkpoint): Promise<Mention[]> {
  const found: Mention[] = [];
  for (const search of workspace.usesOf(key))
    for (const path of [...workspace.paths()]) {
      await checkpoint.pass();
      if (workspace.text(path)?.includes(search.word) !== true) continue;
      const source = workspace.source(path);
      for (const span of source === undefined ? [] : search.in(source)) found.push({ path, span, defines: false });
    }
  return found;
}

/** By path and place, each text once; of several mentions in one text the first counts. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort(
    (a, b) => compareStrings(a.path, b.path) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return sorted.filter(({ path, span }, i) => {
    const before = sorted[i - 1];
    return before?.path !== path || before.span.start !== span.start;
  });
}
