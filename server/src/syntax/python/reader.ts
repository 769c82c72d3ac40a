import { TreeBuilder } from './builder';
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
  readonly tokens: Tokens;
  repaired: Tokens | undefined;
  readonly tree: TreeBuilder;
}

/** Longer texts get buffers of their own, which are let go of afterwards. */
const LARGEST_KEPT = 1 << 21;

let kept = createBuffers(1 << 16);

/**
 * Reads any text as Python. Never fails: damage is reported in `problems`, and what stands around it is read as its author
 * probably meant it. A text that CPython accepts has no problems. The tree is valid until the next call.
 */
export function readPython(text: string, depth: PythonDepth): PythonTree {
  const buffers = buffersFor(text.length);
  const problems = new Problems();
  const { tokens, comments } = readTokens(text, buffers, problems);
  const { tree } = buffers;
  tree.clear();
  const outline = depth === 'outline';
  const expressions = new Expressions(tokens, tree, problems);
  const simple = new SimpleStatements(text, tokens, tree, problems, expressions, outline);
  new Statements(tokens, tree, problems, expressions, simple, outline).read();
  const { count, kind, flags, start, end, next } = tree;
  return { text, count, kind, flags, start, end, next, problems: problems.sorted(), comments };
}

/** The tokens with balanced brackets, whatever it takes. */
function readTokens(
  text: string,
  buffers: Buffers,
  problems: Problems,
): { tokens: Tokens; comments: PythonTree['comments'] } {
  const source = sourceOf(text);
  const { tokens } = buffers;
  let read = tokenize(source, tokens, problems, false);
  if (read.runaway) {
    problems.cut(0);
    read = tokenize(source, tokens, problems, true);
  }
  const { comments } = read;
  if (read.balanced) return { tokens, comments };
  const repaired = (buffers.repaired ??= createTokens(2 * buffers.capacity));
  repair(tokens, repaired, problems);
  return { tokens: repaired, comments };
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
  return { capacity, tokens: createTokens(capacity), repaired: undefined, tree: new TreeBuilder(3 * capacity) };
}
