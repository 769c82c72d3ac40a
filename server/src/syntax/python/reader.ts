import { TreeBuilder } from './builder';
import { editTokens } from './edited-tokens';
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
export interface Buffers {
  readonly capacity: number;
  read: Room;
  /** For the text after an edit, while what the one before left is still needed. */
  spare: Room | undefined;
  repaired: Tokens | undefined;
  /** What `read` holds, of a text that is being edited: the last one whose tokens were balanced and without problems. */
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

/** What is being edited has its own: of what is read between two keystrokes, a branch switch say, nothing is to be seen in it. */
const kept = { once: createBuffers(1 << 16), edited: createBuffers(1 << 16) };

/** Given back, for the next text that is read with breaks. */
let apart: Buffers | undefined;

/**
 * What the tree of a text is read into. Of those for `once`, a tree is valid until the next call; of those for `edited`, too, and what
 * the text shares with the last one of those that was whole is not read again; of some apart, until they are given back.
 */
export type BuffersFor = keyof typeof kept | Buffers;

/** For a text during whose reading others are read. */
export function buffersApart({ length }: string): Buffers {
  const capacity = capacityFor(length);
  const free = apart;
  apart = undefined;
  return free !== undefined && free.capacity >= capacity ? free : createBuffers(capacity + (capacity >> 2));
}

/** Trees that were read into buffers apart are valid no longer. */
export function giveBack(buffers: Buffers): void {
  if (buffers.capacity <= LARGEST_KEPT) apart = buffers;
}

/**
 * Reads any text as Python. Never fails: damage is reported in `problems`, and what stands around it is read as its author
 * probably meant it. A text that CPython accepts has no problems.
 */
export function readPython(text: string, depth: PythonDepth, use: BuffersFor = 'once'): PythonTree {
  const isEdited = use === 'edited';
  const buffers = typeof use === 'object' ? use : buffersFor(text.length, use);
  const { read, last } = buffers;
  const room = last === undefined ? read : (buffers.spare ??= createRoom(buffers.capacity));
  const edited = last && readEdited(text, depth, { read, last, room });
  const { tree, isClean } = edited ?? readAfresh(text, depth, buffers, room);
  if (isEdited && isClean) {
    buffers.read = room;
    if (room !== read) buffers.spare = read;
    buffers.last = { depth, tree };
  }
  return tree;
}

interface ReadTree {
  readonly tree: PythonTree;
  /** Its tokens are balanced and without problems. */
  readonly isClean: boolean;
}

function readAfresh(text: string, depth: PythonDepth, buffers: Buffers, { tokens, tree }: Room): ReadTree {
  const problems = new Problems();
  const read = readTokens(text, tokens, buffers, problems);
  readStatements(read.tokens, tree, { text, depth, problems });
  return { tree: treeOf(tree, { text, problems: problems.sorted(), comments: read.comments }), isClean: read.isClean };
}

/** Nothing where the tokens have to be read afresh. */
function readEdited(
  text: string,
  depth: PythonDepth,
  { read, last, room: { tokens, tree } }: { read: Room; last: Last; room: Room },
): ReadTree | undefined {
  const before = last.tree;
  const edited = editTokens(read.tokens, before.comments, tokens, sourceOf(text), before.text);
  if (edited === undefined) return undefined;
  const problems = new Problems();
  const isWhole = depth === 'literals' && last.depth === depth && before.problems.length === 0;
  if (!isWhole || !editTree(before, tree, tokens, edited, text.length - before.text.length))
    readStatements(tokens, tree, { text, depth, problems });
  return { tree: treeOf(tree, { text, problems: problems.sorted(), comments: edited.comments }), isClean: true };
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
  tokens: Tokens,
  buffers: Buffers,
  problems: Problems,
): { tokens: Tokens; comments: PythonTree['comments']; isClean: boolean } {
  const source = sourceOf(text);
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

/** Every token takes a character, but for the end; repairs may add one for each. */
function capacityFor(length: number): number {
  return length + 16;
}

function buffersFor(length: number, use: keyof typeof kept): Buffers {
  const capacity = capacityFor(length);
  if (capacity <= kept[use].capacity) return kept[use];
  const buffers = createBuffers(capacity + (capacity >> 2));
  if (capacity <= LARGEST_KEPT) kept[use] = buffers;
  return buffers;
}

function createBuffers(capacity: number): Buffers {
  return { capacity, read: createRoom(capacity), spare: undefined, repaired: undefined, last: undefined };
}

function createRoom(capacity: number): Room {
  return { tokens: createTokens(capacity), tree: new TreeBuilder(3 * capacity) };
}
