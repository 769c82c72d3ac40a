import type { TreeBuilder } from './builder';
import { addTo, type TokenEdit } from './edited-tokens';
import { Expressions } from './expressions';
import { Problems } from './problems';
import { isOpening, Token, type Tokens } from './tokens';
import { firstChild, Flag, hasCompoundKey, Kind, nextChild, NONE, type PythonTree } from './tree';

/**
 * Fills `to` with the tree of `tokens`, taking over from `before` all but the entries of one dict of literals: those that an
 * edit has changed. `before` has no problems, and its tokens were edited as `edit` says; the text is `shift` longer.
 * Says whether that was possible; if not, `to` holds nothing of use.
 */
export function editTree(before: PythonTree, to: TreeBuilder, tokens: Tokens, edit: TokenEdit, text: string): boolean {
  const shift = text.length - before.text.length;
  const path = pathTo(before, tokens.start[edit.around] ?? NONE);
  const dict = path.at(-1);
  if (dict === undefined || (before.flags[dict]! & Flag.Data) === 0) return false;
  const entries = entriesAround(tokens, edit);
  const first = childFrom(before, dict, tokens.end[entries.from - 1]!);
  const rest = childFrom(before, dict, tokens.start[entries.end]! - shift);
  to.clear();
  for (const part of ['kind', 'flags', 'start', 'end', 'next'] as const) to[part].set(before[part].subarray(0, first));
  to.count = first;
  const problems = new Problems();
  new Expressions(text, tokens, to, problems, false).readEntries(entries.from, entries.end);
  if (problems.count > 0 || !isData(to, first)) return false;
  // Where a name is global from some statement on, it must not be used before.
  const areNow = areLiterals(to, first, to.count);
  if (!areNow && before.kind.includes(Kind.Global)) return false;
  const wereLiterals = areLiterals(before, first, rest);
  const by = to.count - rest;
  takeRest(before, to, rest, shift);
  for (const node of path) {
    to.end[node]! += shift;
    to.next[node]! += by;
    if (wereLiterals !== areNow) updateLiterals(to, node);
  }
  return true;
}

/** Whether nodes from one on and before another, all of them data, need not be evaluated: see `Flag.Literals`. */
function areLiterals(tree: Pick<PythonTree, 'kind'>, from: number, to: number): boolean {
  for (let node = from; node < to; node++) {
    const kind = tree.kind[node]!;
    if (kind === Kind.Name || kind === Kind.Field || kind === Kind.Set || kind === Kind.Spread) return false;
    if (hasCompoundKey(tree, node)) return false;
  }
  return true;
}

/** Sets the flag `Literals` of a dict that holds nothing but data. */
function updateLiterals(tree: TreeBuilder, node: number): void {
  const { kind, flags, next } = tree;
  if (kind[node] !== Kind.Dict || (flags[node]! & Flag.Data) === 0) return;
  const isLiteral = areLiterals(tree, node + 1, next[node]!);
  flags[node] = isLiteral ? flags[node]! | Flag.Literals : flags[node]! & ~Flag.Literals;
}

/** The nodes from the module down to the dict that begins at `start`; none if no dict does. */
function pathTo(tree: PythonTree, start: number): readonly number[] {
  const path: number[] = [];
  for (let node = 0; node !== NONE; node = childAt(tree, node, start)) {
    path.push(node);
    if (tree.kind[node] === Kind.Dict && tree.start[node] === start) return path;
  }
  return [];
}

function childAt(tree: PythonTree, parent: number, offset: number): number {
  let child = firstChild(tree, parent);
  while (child !== NONE && tree.end[child]! <= offset) child = nextChild(tree, parent, child);
  return child !== NONE && tree.start[child]! <= offset ? child : NONE;
}

/** The first child at or behind `offset`; where it would stand if there is none. */
function childFrom(tree: PythonTree, parent: number, offset: number): number {
  let child = parent + 1;
  while (child < tree.next[parent]! && tree.start[child]! < offset) child = tree.next[child]!;
  return child;
}

/** The tokens of all entries that were touched, with the commas behind them. */
function entriesAround({ kind, close }: Tokens, { from, end, around }: TokenEdit): { from: number; end: number } {
  const last = close[around]!;
  let [start, stop] = [around + 1, last];
  for (let at = around + 1; at < last; at++) {
    if (isOpening(kind[at]!) || kind[at] === Token.FStart) at = close[at]!;
    else if (kind[at] === Token.Comma) {
      if (at < from) start = at + 1;
      // A comma that was edited itself may not have been there before.
      else if (at >= end) {
        stop = at + 1;
        break;
      }
    }
  }
  return { from: start, end: stop };
}

function isData({ kind, count }: TreeBuilder, first: number): boolean {
  for (let node = first; node < count; node++) if (kind[node]! < Kind.Dict || kind[node]! > Kind.Constant) return false;
  return true;
}

/** Puts the nodes from `first` on behind those of `to`. */
function takeRest(before: PythonTree, to: TreeBuilder, first: number, shift: number): void {
  const { count } = before;
  const end = to.count;
  const by = end - first;
  for (const part of ['kind', 'flags'] as const) to[part].set(before[part].subarray(first, count), end);
  for (const part of ['start', 'end'] as const) addTo(before[part], to[part], { first, count, by, add: shift });
  addTo(before.next, to.next, { first, count, by, add: by });
  to.count = count + by;
}
