import type { TreeBuilder } from './builder';
import { normalName } from './literal';
import type { Problems } from './problems';
import { refuseDebug } from './targets';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { Flag, Kind } = tree;

/**
 * Reports arguments, from the node `first` up to `last`, that CPython refuses together. See "Calls" in Python's language
 * reference. Most calls have no keywords, and are done with at a look.
 */
export function checkArguments(text: string, tree: TreeBuilder, problems: Problems, first: number, last: number): void {
  const { kind, flags, start, end, next } = tree;
  let keywords = 0;
  let hasDouble = false;
  for (let node = first; node < last; node = next[node]!) {
    if (kind[node] === Kind.Keyword) keywords++;
    else if (kind[node] !== Kind.Spread) {
      if (keywords > 0 || hasDouble)
        problems.add(
          'syntax',
          start[node]!,
          end[node]!,
          'An argument without a name cannot follow one with a name or `**`.',
        );
    } else if ((flags[node]! & Flag.DoubleStar) !== 0) hasDouble = true;
    else if (hasDouble)
      problems.add('syntax', start[node]!, end[node]!, 'An argument with `*` cannot follow one with `**`.');
  }
  if (keywords > 0) checkKeywords(text, tree, problems, first, last);
}

function checkKeywords(text: string, tree: TreeBuilder, problems: Problems, first: number, last: number): void {
  const { kind, start, end, next } = tree;
  const names = new Set<string>();
  for (let node = first; node < last; node = next[node]!) {
    if (kind[node] !== Kind.Keyword) continue;
    const [from, to] = [start[node + 1]!, end[node + 1]!];
    const name = normalName(text.slice(from, to));
    if (name.includes('.')) problems.add('syntax', from, to, 'Only a name can stand before `=` here.');
    else if (names.has(name)) problems.add('syntax', from, to, `The argument \`${name}\` is given twice.`);
    names.add(name);
    refuseDebug(text, problems, from, to);
  }
}
