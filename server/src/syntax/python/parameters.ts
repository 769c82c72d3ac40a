import type { TreeBuilder } from './builder';
import { normalName } from './literal';
import type { Problems } from './problems';
import { refuseDebug } from './targets';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { Flag, Kind } = tree;

/** What has been seen of parameters so far. */
interface Seen {
  readonly names: Set<string>;
  slash: boolean;
  star: boolean;
  doubleStar: boolean;
  default: boolean;
  /** A bare `*` that no parameter has followed yet. */
  bareStar: number;
}

/** Reports parameters that CPython refuses together. See "Function definitions" in Python's language reference. */
export function checkParameters(text: string, tree: TreeBuilder, problems: Problems, parameters: number): void {
  const { next, start, end } = tree;
  const areTypes = tree.kind[parameters] === Kind.TypeParameters;
  const seen: Seen = { names: new Set(), slash: false, star: false, doubleStar: false, default: false, bareStar: -1 };
  const first = parameters + 1;
  if (areTypes && next[parameters] === first)
    problems.add('syntax', start[parameters]!, end[parameters]!, 'A name is missing in these brackets.');
  for (let node = first; node < next[parameters]!; node = next[node]!) {
    const place = areTypes ? bounded(tree, node) : misplaced(tree, node, seen, node === first);
    const message = duplicate(text, tree, node, seen) ?? place;
    if (message !== undefined) problems.add('syntax', start[node]!, Math.max(end[node]!, start[node]!), message);
    if (hasName(tree, node)) refuseDebug(text, problems, start[node + 1]!, end[node + 1]!);
  }
  if (seen.bareStar >= 0)
    problems.add('syntax', start[seen.bareStar]!, end[seen.bareStar]!, 'A parameter with a name must follow this `*`.');
}

/** Only a plain type parameter can have a bound. */
function bounded({ kind, flags, next }: TreeBuilder, node: number): string | undefined {
  const hasBound = next[node]! > node + 2 && kind[node + 2] === Kind.Annotation;
  const hasStar = (flags[node]! & (Flag.Star | Flag.DoubleStar)) !== 0;
  return hasBound && hasStar ? 'A type parameter with a star cannot have a bound.' : undefined;
}

function hasName({ kind, next }: TreeBuilder, node: number): boolean {
  return next[node]! > node + 1 && kind[node + 1] === Kind.Name;
}

function duplicate(text: string, tree: TreeBuilder, node: number, { names }: Seen): string | undefined {
  if (!hasName(tree, node)) return undefined;
  const name = normalName(text.slice(tree.start[node + 1], tree.end[node + 1]));
  if (names.has(name)) return `There are two parameters \`${name}\`.`;
  names.add(name);
  return undefined;
}

/** What is wrong with the place of a parameter among the others. */
function misplaced(tree: TreeBuilder, node: number, seen: Seen, isFirst: boolean): string | undefined {
  const { kind, flags, next } = tree;
  if (seen.doubleStar) return 'Nothing can follow a parameter with `**`.';
  const isNamed = hasName(tree, node);
  if (!isNamed && next[node]! > node + 1) return undefined;
  let hasDefault = false;
  for (let child = node + 1; child < next[node]!; child = next[child]!)
    if (child > node + 1 && kind[child] !== Kind.Annotation) hasDefault = true;
  const isStar = (flags[node]! & Flag.Star) !== 0;
  if (isStar || (flags[node]! & Flag.DoubleStar) !== 0) return starred(node, { isStar, isNamed, hasDefault }, seen);
  if (!isNamed) return slash(seen, isFirst);
  seen.bareStar = -1;
  const isLate = seen.default && !hasDefault && !seen.star;
  seen.default ||= hasDefault;
  return isLate ? 'A parameter without a default cannot follow one with a default.' : undefined;
}

function starred(
  node: number,
  { isStar, isNamed, hasDefault }: { isStar: boolean; isNamed: boolean; hasDefault: boolean },
  seen: Seen,
): string | undefined {
  if (hasDefault) return 'A parameter with a star cannot have a default.';
  if (!isStar) {
    seen.doubleStar = true;
    return undefined;
  }
  if (seen.star) return 'There can be only one `*` among parameters.';
  seen.star = true;
  if (!isNamed) seen.bareStar = node;
  return undefined;
}

function slash(seen: Seen, isFirst: boolean): string | undefined {
  if (isFirst) return 'A parameter must stand before `/`.';
  if (seen.slash) return 'There can be only one `/` among parameters.';
  if (seen.star) return 'The `/` must stand before the `*`.';
  seen.slash = true;
  return undefined;
}
