import type { Checkpoint } from '../../base/cancellation';
import { pushTo } from '../../base/collections';
import type { Span } from '../../base/text';
import { unseenAnywhere, unseenInWords } from '../../model/unseen';
import type { Move, Refused, Rename, RenameEdit } from '../../systems/system';
import type { Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { editTargetAt, type EditTarget } from './fix-target';
import { replaceName } from './fixes';
import { nameAt } from '../at-cursor/name-at';
import { isYamlOrString, withoutQuotes } from '../text/literal-style';
import { changedWinnerRefusal } from './rename-check';
import { applyEdits, sortedEdits, type TextEdit } from './text-edit';

export type { Refused } from '../../systems/system';

/** Edits by path, in the order of each text. Files are moved after the edits. */
export interface RenameEdits {
  readonly files: ReadonlyMap<string, readonly RenameTextEdit[]>;
  readonly moves: readonly Move[];
}

/** One edit of a rename. */
export interface RenameTextEdit extends TextEdit {
  /**
   * The path of the file without whose move this edit would be wrong; undefined for an edit that depends on no move.
   */
  readonly withMove: string | undefined;
}

/** What a rename at a place would rename. */
export interface RenameTarget {
  /** Without quotes. */
  readonly span: Span;
  readonly name: string;
}

/**
 * The name that a rename at `offset` would change. Returns undefined if no system knows the text there, if the name
 * cannot be changed, or, unless `across` is set, if the Python extension would rename it as well.
 */
export function renameTarget(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
  across = false,
): RenameTarget | Refused | undefined {
  const found = nameAt(workspace, path, offset, preferences);
  const text = workspace.text(path);
  // A cell of a notebook could be asked about, but would keep the old name.
  if (found === undefined || text === undefined || workspace.isUnindexed(path)) return undefined;
  if (!across && !isYamlOrString(path, text, found.span)) return undefined;
  const { answers, named, context } = found;
  const name = named.text ?? named.name;
  const tried = answers.rename?.(named, `${name}2`, { context, withConventionalNames: across }, workspace.lookup);
  if (tried === undefined || 'refused' in tried) return tried;
  return { span: withoutQuotes(text, found.span), name };
}

/** How far a rename may go. */
export interface RenameOptions {
  /** Whether everything that is called after the thing by convention (classes, files) is renamed as well. */
  readonly across: boolean;
  readonly isReadOnly: (path: string) => boolean;
}

/**
 * The edits that rename what stands at `offset`. Refuses if not every occurrence can be edited, or if another
 * definition would win or lose by it. Returns undefined if no system knows the text there.
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
  const found = nameAt(workspace, path, offset, preferences);
  if (found === undefined || workspace.isUnindexed(path)) return undefined;
  const { answers, named, context } = found;
  if (to === (named.text ?? named.name)) return { files: new Map(), moves: [] };
  const unseen = unseenAnywhere(workspace.lookup);
  if (unseen !== undefined) return { refused: `${unseenInWords(unseen, workspace.lookup)}, and may mention it` };
  const planned = answers.rename?.(named, to, { context, withConventionalNames: across }, workspace.lookup);
  if (planned === undefined || 'refused' in planned) return planned;
  const edits = new Map<string, RenameTextEdit[]>();
  const problem = addEdits(workspace, planned.edits, edits) ?? (await addUses(workspace, planned, edits, checkpoint));
  if (problem !== undefined) return problem;
  const files = new Map<string, readonly RenameTextEdit[]>();
  const texts = new Map<string, string>();
  for (const [each, all] of edits) {
    const inOrder = sortedEdits(distinctEdits(all));
    if (inOrder === undefined) return { refused: `The edits of ${each} would overlap` };
    if (isReadOnly(each)) return { refused: `${each} is read-only` };
    files.set(each, inOrder);
    const text = workspace.textToEdit(each);
    if (text === undefined) return { refused: `${each} cannot be read, or is another by now` };
    texts.set(each, applyEdits(text, inOrder));
  }
  const taken = planned.moves.find(move => workspace.lookup.hasFile(move.to));
  if (taken !== undefined) return { refused: `There is a file ${taken.to} already` };
  const after = workspace.overlay(texts);
  const refused = changedWinnerRefusal(
    workspace,
    answers,
    { from: named.name, to, renamedFacts: planned.renamedDefinitions },
    after,
  );
  return refused ?? { files, moves: planned.moves };
}

/** The edits that follow from a move of files and folders. Occurrences that cannot be edited are left out. */
export function moveEdits(workspace: Workspace, moves: readonly Move[]): RenameEdits {
  const edits = new Map<string, RenameTextEdit[]>();
  const moved = workspace.answers.flatMap(answers => answers.editsForMoves?.(moves, workspace.lookup) ?? []);
  for (const edit of moved.flatMap(each => each.edits)) addEdits(workspace, [edit], edits);
  const files = new Map<string, readonly RenameTextEdit[]>();
  for (const [path, all] of edits) files.set(path, sortedEdits(distinctEdits(all)) ?? []);
  return { files, moves: moved.flatMap(each => each.moves) };
}

/** The files that need not move: nothing in them changes, except by edits that the move of such a file needs. */
export function filesThatNeedNotMove({ files, moves }: RenameEdits): ReadonlySet<string> {
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
  to: Map<string, RenameTextEdit[]>,
): Refused | undefined {
  const targets = new Map<string, EditTarget | undefined>();
  for (const { at, from, to: name, requiredMove: withMove } of edits) {
    const { path } = at.fact.file;
    if (!targets.has(path)) targets.set(path, editTargetAt(workspace, path));
    const target = targets.get(path);
    const span = workspace.span(at);
    if (target === undefined || span === undefined)
      return { refused: `${path} cannot be edited: its text is damaged, or has changed on disk just now` };
    const inside = withoutQuotes(target.text, span);
    if (target.text.slice(inside.start, inside.end) !== from)
      return { refused: `'${from}' is not written out in ${path}, so it cannot be renamed there` };
    for (const edit of replaceName(target, span, name) ?? []) pushTo(to, path, { ...edit, withMove });
  }
  return undefined;
}

/** Adds the edits of uses in texts that are no facts: names of classes, and imports of files that move. */
async function addUses(
  workspace: Workspace,
  { keyRenames }: Rename,
  to: Map<string, RenameTextEdit[]>,
  checkpoint: Checkpoint,
): Promise<Refused | undefined> {
  const searches = keyRenames.flatMap(({ key, to: name, requiredMove: withMove }) =>
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
      if (spans.length === 0) continue;
      if (name === undefined) return { refused: `${path} imports '${search.word}' from where it is now` };
      if (editTargetAt(workspace, path) === undefined)
        return { refused: `${path} cannot be edited: its text has changed on disk just now` };
      for (const span of spans) pushTo(to, path, { span, text: name, withMove });
    }
  }
  return undefined;
}

/** The edits without repetitions: several facts may name the same text. */
function distinctEdits(edits: readonly RenameTextEdit[]): RenameTextEdit[] {
  return [...new Map(edits.map(edit => [`${edit.span.start} ${edit.span.end} ${edit.text}`, edit])).values()];
}
