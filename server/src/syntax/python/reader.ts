import { sharedParts } from '../../base/text';
import { TreeBuilder } from './builder';
import { editTokens, type OlderText } from './edited-tokens';
import { editTree } from './edited-tree';
import { Expressions } from './expressions';
import { nestedBlocks } from './nested-blocks';
import { Problems } from './problems';
import { repair } from './repair';
import { checkScopes, hasScopedNodes } from './scopes';
import { SimpleStatements } from './simple';
import { bytesNeeded, sourceOf, type Source } from './source';
import { Statements } from './statements';
import { tokenize, type Tokenized } from './tokenize';
import { createTokens, type Tokens } from './tokens';
import type { PythonDepth, PythonTree } from './tree';

/** An edited text as it was read last, to take over what the next edit leaves alone. Its tokens were balanced and without problems. */
interface Edited {
  readonly depth: PythonDepth;
  readonly tokens: Tokens;
  readonly tree: PythonTree;
}

interface ReadTree {
  readonly tree: PythonTree;
  /** Its tokens are balanced and without problems. */
  readonly isClean: boolean;
}

/**
 * Reads any text as Python. Never fails: damage is reported in `problems`, and what stands around it is read as its author
 * probably meant it. A text that CPython accepts has no problems.
 *
 * A reader works in buffers of its own, which the next text reuses. A tree that it returns holds none of them.
 */
export class PythonReader {
  private readonly buffers = new Buffers();
  private edited: Edited | undefined;
  /** For the tokens of an edited text, while those of the one before are still needed. */
  private spare: Tokens | undefined;

  read(text: string, depth: PythonDepth): PythonTree {
    return this.readAfresh(text, depth, this.buffers.tokens(capacityFor(text))).tree;
  }

  /**
   * As `read`, for a text that is being edited: what it shares with the last such text is not read again. Of what is read by `read`
   * between two edits, such as all files of another branch, nothing is to be seen here. `before` is the text of the file before the
   * edit, which is nearly always that last one: then what the two share need not be looked for again.
   */
  readEdited(text: string, depth: PythonDepth, before?: OlderText): PythonTree {
    const capacity = capacityFor(text);
    const tokens =
      this.spare !== undefined && roomIn(this.spare) >= capacity ? this.spare : createTokens(roomy(capacity));
    this.spare = tokens;
    const { tree, isClean } = this.readEdit(text, depth, tokens, before) ?? this.readAfresh(text, depth, tokens);
    if (isClean) {
      this.spare = this.edited?.tokens;
      this.edited = { depth, tokens, tree };
    }
    if (capacity > LARGEST_KEPT) this.spare = this.edited = undefined;
    return tree;
  }

  private readAfresh(text: string, depth: PythonDepth, tokens: Tokens): ReadTree {
    const problems = new Problems();
    const read = this.readTokens(text, tokens, problems);
    const tree = this.buffers.tree(capacityFor(text));
    const { comments, isClean } = read;
    return { tree: readStatements(read.tokens, tree, { text, depth, problems, comments }), isClean };
  }

  /** Reads an edit from the tokens of the text before it; nothing where all tokens have to be read afresh. */
  private readEdit(
    text: string,
    depth: PythonDepth,
    tokens: Tokens,
    known: OlderText | undefined,
  ): ReadTree | undefined {
    if (this.edited === undefined) return undefined;
    const { tree: before, tokens: tokensBefore, depth: depthBefore } = this.edited;
    const older = known?.text === before.text ? known : { text: before.text, shared: sharedParts(before.text, text) };
    const edit = editTokens(tokensBefore, before.comments, tokens, this.buffers.source(text), older);
    if (edit === undefined) return undefined;
    const { comments } = edit;
    const tree = this.buffers.tree(capacityFor(text));
    const isWhole = depth === 'literals' && depthBefore === depth && before.problems.length === 0;
    if (isWhole && editTree(before, tree, tokens, edit, text))
      return { tree: treeOf(tree, { text, problems: [], comments }), isClean: true };
    const problems = new Problems();
    return { tree: readStatements(tokens, tree, { text, depth, problems, comments }), isClean: true };
  }

  /** The tokens with balanced brackets, whatever it takes; clean ones needed nothing. */
  private readTokens(
    text: string,
    tokens: Tokens,
    problems: Problems,
  ): { tokens: Tokens; comments: Tokenized['comments']; isClean: boolean } {
    const source = this.buffers.source(text);
    let read = tokenize(source, tokens, problems, false);
    if (read.runaway) {
      problems.cut(0);
      read = tokenize(source, tokens, problems, true);
    }
    const { comments } = read;
    if (read.balanced) return { tokens, comments, isClean: problems.count === 0 };
    const repaired = this.buffers.repaired(2 * capacityFor(text));
    repair(tokens, repaired, problems);
    return { tokens: repaired, comments, isClean: false };
  }
}

/**
 * Longer texts get buffers of their own, which are let go of afterwards. A registry of ten thousand rows is shorter: each edit of it
 * would take hundreds of megabytes, and read all of it.
 */
const LARGEST_KEPT = 1 << 23;
const SMALLEST = 1 << 12;

/** What texts are read in, one after the other. Memory that is not written to costs nothing, so there is plenty. */
class Buffers {
  private readonly kept: { bytes?: Uint8Array<ArrayBuffer>; tokens?: Tokens; repaired?: Tokens; tree?: TreeBuilder } =
    {};

  source(text: string): Source {
    const needed = bytesNeeded(text.length);
    const bytes = this.kept.bytes ?? new Uint8Array(0);
    if (bytes.length >= needed) return sourceOf(text, bytes);
    const more = new Uint8Array(roomy(needed));
    if (needed <= LARGEST_KEPT) this.kept.bytes = more;
    return sourceOf(text, more);
  }

  tokens(capacity: number): Tokens {
    const { tokens } = this.kept;
    if (tokens !== undefined && roomIn(tokens) >= capacity) return tokens;
    const more = createTokens(roomy(capacity));
    if (capacity <= LARGEST_KEPT) this.kept.tokens = more;
    return more;
  }

  /** For tokens with what repairs add. */
  repaired(capacity: number): Tokens {
    const { repaired } = this.kept;
    if (repaired !== undefined && roomIn(repaired) >= capacity) return repaired;
    const more = createTokens(roomy(capacity));
    if (capacity <= LARGEST_KEPT) this.kept.repaired = more;
    return more;
  }

  tree(capacity: number): TreeBuilder {
    const { tree } = this.kept;
    if (tree !== undefined && tree.kind.length >= 3 * capacity) return tree;
    const more = new TreeBuilder(3 * roomy(capacity));
    if (capacity <= LARGEST_KEPT) this.kept.tree = more;
    return more;
  }
}

function readStatements(
  tokens: Tokens,
  tree: TreeBuilder,
  {
    text,
    depth,
    problems,
    comments,
  }: Pick<PythonTree, 'text' | 'comments'> & { depth: PythonDepth; problems: Problems },
): PythonTree {
  tree.clear();
  const outline = depth === 'outline';
  const expressions = new Expressions(text, tokens, tree, problems, outline);
  const simple = new SimpleStatements(text, tokens, tree, problems, expressions, outline);
  new Statements(text, tokens, tree, problems, expressions, simple, outline).read();
  const whole = treeOf(tree, { text, problems: [], comments });
  // What the scopes say of a damaged text would only repeat that it is damaged.
  const hasScopes = expressions.hasAsyncFor || hasScopedNodes(whole.kind);
  if (!outline && problems.count === 0 && hasScopes) checkScopes(whole, problems);
  if (!outline && problems.count === 0) checkNesting(whole, problems);
  return { ...whole, problems: problems.sorted() };
}

function checkNesting(tree: PythonTree, problems: Problems): void {
  const deepest = nestedBlocks(tree);
  if (deepest?.refusedBy !== 'all') return;
  const start = tree.start[deepest.node]!;
  const [header = ''] = /^[^\r\n]*/.exec(tree.text.slice(start)) ?? [];
  problems.add('syntax', start, start + header.length, 'More than 20 blocks are nested here, and Python refuses that.');
}

/** What a builder holds, in arrays of its own. */
function treeOf(
  { count, kind, flags, start, end, next }: TreeBuilder,
  rest: Pick<PythonTree, 'text' | 'problems' | 'comments'>,
): PythonTree {
  return {
    ...rest,
    count,
    kind: kind.slice(0, count),
    flags: flags.slice(0, count),
    start: start.slice(0, count),
    end: end.slice(0, count),
    next: next.slice(0, count),
  };
}

/** Every token takes a character, but for the end; repairs may add one for each. */
function capacityFor({ length }: string): number {
  return length + 16;
}

function roomIn(tokens: Tokens): number {
  return tokens.kind.length;
}

/** More than is needed, for the next text. */
function roomy(capacity: number): number {
  return Math.max(SMALLEST, capacity + (capacity >> 2));
}
