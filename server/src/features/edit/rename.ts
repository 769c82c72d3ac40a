import type { Checkpoint } from '../../base/cancellation';
import { pushTo } from '../../base/collections';
import type { Span } from '../../base/text';
import { unseenAnywhere, unseenInWords } from '../../model/unseen';
import type { Move, Refused, Rename, RenameEdit } from '../../systems/system';
import type { Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { targetAt, type Target } from './fix-target';
import { replace } from './fixes';
import { namedAt } from '../at-cursor/name-at';
import { isOwnText, withoutQuotes } from '../text/string-literal';
import { otherWinners } from './rename-check';
import { applyEdits, ordered, type TextEdit } from './text-edit';

export type { Refused } from '../../systems/system';

/** Edits by path, in the order of each text; moves happen after them. */
export interface RenameEdits {
  readonly files: ReadonlyMap<string, readonly NameEdit[]>;
  readonly moves: readonly Move[];
}

export interface NameEdit extends TextEdit {
  /** The path of the file that has to move for this to be right. */
  readonly withMove: string | undefined;
}

export interface RenameTarget {
  /** Without quotes. */
  readonly span: Span;
  readonly name: string;
}

/** What a rename at `offset` would change the name of; nothing where the text is not ours alone, or names no such thing. */
export function renameTarget(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
  across = false,
): RenameTarget | Refused | undefined {
  const found = namedAt(workspace, path, offset, preferences);
  const text = workspace.text(path);
  // A cell of a notebook could be asked about, but would keep the old name.
  if (found === undefined || text === undefined || workspace.isAside(path)) return undefined;
  if (!across && !isOwnText(path, text, found.span)) return undefined;
  const { answers, named, context } = found;
  const name = named.text ?? named.name;
  const tried = answers.rename?.(named, `${name}2`, { context, across }, workspace.lookup);
  if (tried === undefined || 'refused' in tried) return tried;
  return { span: withoutQuotes(text, found.span), name };
}

export interface RenameOptions {
  /** With everything that is called after it by convention, wherever the text stands. */
  readonly across: boolean;
  readonly isReadOnly: (path: string) => boolean;
}

/**
 * The edits that give what stands at `offset` another name; refused where that cannot be done wholly, or where some other
 * definition would win or lose by it. Nothing where the text is not ours.
 */
export async function rename(
  workspace: Workspace,
  path: string,
  offset: number,
  to: string,
  preferences: Preferences,
  { across, isReadOnly }: RenameOptions,
  checkpoint: Checkpoint,
): Promise<RenameEdits | Refused | undefined> {
  const found = namedAt(workspace, path, offset, preferences);
  if (found === undefined || workspace.isAside(path)) return undefined;
  const { answers, named, context } = found;
  if (to === (named.text ?? named.name)) return { files: new Map(), moves: [] };
  const unseen = unseenAnywhere(workspace.lookup);
  if (unseen !== undefined) return { refused: `${unseenInWords(unseen, workspace.lookup)}, and may mention it` };
  const planned = answers.rename?.(named, to, { context, across }, workspace.lookup);
  if (planned === undefined || 'refused' in planned) return planned;
  const edits = new Map<string, NameEdit[]>();
  const problem = addEdits(workspace, planned.edits, edits) ?? (await addUses(workspace, planned, edits, checkpoint));
  if (problem !== undefined) return problem;
  const files = new Map<string, readonly NameEdit[]>();
  const texts = new Map<string, string>();
  for (const [each, all] of edits) {
    const inOrder = ordered(distinct(all));
    if (inOrder === undefined) return { refused: `The edits of ${each} would overlap` };
    if (isReadOnly(each)) return { refused: `${each} is read-only` };
    files.set(each, inOrder);
    const text = workspace.textToEdit(each);
    if (text === undefined) return { refused: `${each} cannot be read, or is another by now` };
    texts.set(each, applyEdits(text, inOrder));
  }
  const taken = planned.moves.find(move => workspace.lookup.hasFile(move.to));
  if (taken !== undefined) return { refused: `There is a file ${taken.to} already` };
  const after = workspace.imagine(texts);
  const refused = otherWinners(workspace, answers, { from: named.name, to, defines: planned.defines }, after);
  return refused ?? { files, moves: planned.moves };
}

/** The edits that the move of files and folders takes; what cannot be edited is left out. */
export function moveEdits(workspace: Workspace, moves: readonly Move[]): RenameEdits {
  const edits = new Map<string, NameEdit[]>();
  const moved = workspace.answers.flatMap(answers => answers.moved?.(moves, workspace.lookup) ?? []);
  for (const edit of moved.flatMap(each => each.edits)) addEdits(workspace, [edit], edits);
  const files = new Map<string, readonly NameEdit[]>();
  for (const [path, all] of edits) files.set(path, ordered(distinct(all)) ?? []);
  return { files, moves: moved.flatMap(each => each.moves) };
}

/**
 * The files that may as well stay where they are: nothing in them changes but what goes with the move of such a file.
 */
export function onlyMoving({ files, moves }: RenameEdits): ReadonlySet<string> {
  const alone = new Set(moves.map(({ path }) => path));
  const changes = (path: string): boolean =>
    files.get(path)?.some(({ withMove }) => withMove === undefined || !alone.has(withMove)) === true;
  for (let before = -1; before !== alone.size;) {
    before = alone.size;
    for (const path of alone) if (changes(path)) alone.delete(path);
  }
  return alone;
}

function addEdits(
  workspace: Workspace,
  edits: readonly RenameEdit[],
  to: Map<string, NameEdit[]>,
): Refused | undefined {
  const targets = new Map<string, Target | undefined>();
  for (const { at, from, to: name, withMove } of edits) {
    const { path } = at.fact.file;
    if (!targets.has(path)) targets.set(path, targetAt(workspace, path));
    const target = targets.get(path);
    const span = workspace.span(at);
    if (target === undefined || span === undefined)
      return { refused: `${path} cannot be edited: its text is damaged, or has changed on disk just now` };
    const inside = withoutQuotes(target.text, span);
    if (target.text.slice(inside.start, inside.end) !== from)
      return { refused: `'${from}' is not written out in ${path}, so it cannot be renamed there` };
    for (const edit of replace(target, span, name) ?? []) pushTo(to, path, { ...edit, withMove });
  }
  return undefined;
}

/** Classes by name, and imports of files that move. */
async function addUses(
  workspace: Workspace,
  { uses }: Rename,
  to: Map<string, NameEdit[]>,
  checkpoint: Checkpoint,
): Promise<Refused | undefined> {
  const searches = uses.flatMap(({ key, to: name, withMove }) =>
    workspace.usesOf(key).map(search => ({ search, name, withMove })),
  );
  if (searches.length === 0) return undefined;
  for (const path of [...workspace.paths()]) {
    await checkpoint.pass();
    const text = workspace.text(path);
    for (const { search, name, withMove } of searches) {
      if (text?.includes(search.word) !== true) continue;
      const source = workspace.source(path);
      const spans = source === undefined ? [] : search.in(source);
      if (spans.length > 0 && name === undefined)
        return { refused: `${path} imports '${search.word}' from where it is now` };
      if (spans.length > 0 && targetAt(workspace, path) === undefined)
        return { refused: `${path} cannot be edited: its text has changed on disk just now` };
      for (const span of spans) pushTo(to, path, { span, text: name!, withMove });
    }
  }
  return undefined;
}

/** One text may be named by several facts. */
function distinct(edits: readonly NameEdit[]): NameEdit[] {
  return [...new Map(edits.map(edit => [`${edit.span.start} ${edit.span.end} ${edit.text}`, edit])).values()];
}
