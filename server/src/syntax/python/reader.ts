import { TreeBuilder } from './builder';
import { editTokens, type TextEdit } from './edited-tokens';
import { editTree } from './edited-tree';
import { Expressions } from './expressions';
import { Problems } from './problems';
import { repair } from './repair';
import { SimpleStatements } from './simple';
import { sourceOf } from './source';
import { Statements } from './statements';
import { tokenize } from './tokenize';
import { createTokens, type Tokens } from './tokens';
import type { PythonDepth, PythonTree } from './tree';

/** Room for the tokens and nodes of a text. Memory that is not written to costs nothing, so there is plenty. */
interface Buffers {
  readonly capacity: number;
  read: Room;
  /** For the text after an edit, while what was read last is still needed. */
  spare: Room | undefined;
  repaired: Tokens | undefined;
  /** What `read` holds, if its tokens are balanced and without problems. */
  last: Last | undefined;
}

interface Room {
  readonly tokens: Tokens;
  readonly tree: TreeBuilder;
}

interface Last {
  readonly depth: PythonDepth;
  readonly tree: PythonTree;
}

/** Longer texts get buffers of their own, which are let go of afterwards. */
const LARGEST_KEPT = 1 << 21;

let kept = createBuffers(1 << 16);

/**
 * Reads any text as Python. Never fails: damage is reported in `problems`, and what stands around it is read as its author
 * probably meant it. A text that CPython accepts has no problems. The tree is valid until the next call. Where
 * `edit` leads from the text that was read last to this one, only what it touches is read.
 */
export function readPython(text: string, depth: PythonDepth, edit?: TextEdit): PythonTree {
  const buffers = buffersFor(text.length);
  const { last } = buffers;
  buffers.last = undefined;
  if (edit !== undefined && last?.tree.text === edit.before) {
    const tree = readEdited(text, depth, { buffers, last, edit });
    if (tree !== undefined) return tree;
  }
  const problems = new Problems();
  const { tokens, comments, isClean } = readTokens(text, buffers, problems);
  readStatements(tokens, buffers.read.tree, { text, depth, problems });
  const tree = treeOf(buffers.read.tree, { text, problems: problems.sorted(), comments });
  if (isClean) buffers.last = { depth, tree };
  return tree;
}

/** Nothing where the tokens have to be read afresh. */
function readEdited(
  text: string,
  depth: PythonDepth,
  { buffers, last, edit }: { buffers: Buffers; last: Last; edit: TextEdit },
): PythonTree | undefined {
  const { read } = buffers;
  const room = (buffers.spare ??= createRoom(buffers.capacity));
  const edited = editTokens(read.tokens, last.tree.comments, room.tokens, sourceOf(text), edit);
  if (edited === undefined) return undefined;
  const problems = new Problems();
  const shift = text.length - edit.before.length;
  const isWhole = depth === 'literals' && last.depth === depth && last.tree.problems.length === 0;
  if (!isWhole || !editTree(last.tree, room.tree, room.tokens, edited, shift))
    readStatements(room.tokens, room.tree, { text, depth, problems });
  const tree = treeOf(room.tree, { text, problems: problems.sorted(), comments: edited.comments });
  buffers.read = room;
  buffers.spare = read;
  buffers.last = { depth, tree };
  return tree;
}

function readStatements(
  tokens: Tokens,
  tree: TreeBuilder,
  { text, depth, problems }: { text: string; depth: PythonDepth; problems: Problems },
): void {
  tree.clear();
  const outline = depth === 'outline';
  const expressions = new Expressions(tokens, tree, problems);
  const simple = new SimpleStatements(text, tokens, tree, problems, expressions, outline);
  new Statements(tokens, tree, problems, expressions, simple, outline).read();
}

function treeOf(
  { count, kind, flags, start, end, next }: TreeBuilder,
  rest: Pick<PythonTree, 'text' | 'problems' | 'comments'>,
): PythonTree {
  return { ...rest, count, kind, flags, start, end, next };
}

/** The tokens with balanced brackets, whatever it takes; clean ones needed nothing. */
function readTokens(
  text: string,
  buffers: Buffers,
  problems: Problems,
): { tokens: Tokens; comments: PythonTree['comments']; isClean: boolean } {
  const source = sourceOf(text);
  const { tokens } = buffers.read;
  let read = tokenize(source, tokens, problems, false);
  if (read.runaway) {
    problems.cut(0);
    read = tokenize(source, tokens, problems, true);
  }
  const { comments } = read;
  if (read.balanced) return { tokens, comments, isClean: problems.count === 0 };
  const repaired = (buffers.repaired ??= createTokens(2 * buffers.capacity));
  repair(tokens, repaired, problems);
  return { tokens: repaired, comments, isClean: false };
}

function buffersFor(length: number): Buffers {
  // Every token takes a character, but for the end; repairs may add one for each.
  const capacity = length + 16;
  if (capacity <= kept.capacity) return kept;
  const buffers = createBuffers(capacity + (capacity >> 2));
  if (capacity <= LARGEST_KEPT) kept = buffers;
  return buffers;
}

function createBuffers(capacity: number): Buffers {
  return { capacity, read: createRoom(capacity), spare: undefined, repaired: undefined, last: undefined };
}

function createRoom(capacity: number): Room {
  return { tokens: createTokens(capacity), tree: new TreeBuilder(3 * capacity) };
}
