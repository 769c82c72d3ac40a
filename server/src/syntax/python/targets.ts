import type { TreeBuilder } from './builder';
import type { Problems } from './problems';
import * as tree from './tree';

// Names of this module's own: where modules are not bundled, each use of an import costs a call.
const { Flag, Kind } = tree;

/** What an expression is to be bound by. */
export type Binding = 'assign' | 'augment' | 'annotate' | 'delete';

const MESSAGES: Readonly<Record<Binding, string>> = {
  assign: 'Nothing can be assigned to this.',
  augment: 'Only a name, an attribute or a subscript can stand before this kind of assignment.',
  annotate: 'Only a name, an attribute or a subscript can have a type.',
  delete: 'This cannot be deleted.',
};

/**
 * Reports what in the expression `node` cannot be bound. See "Assignment statements" in Python's language reference; damaged
 * parts have been reported already.
 */
export function checkTarget(text: string, tree: TreeBuilder, problems: Problems, node: number, binding: Binding): void {
  const { kind, flags, start, end, next } = tree;
  const mayNest = binding === 'assign' || binding === 'delete';
  const last = next[node]!;
  for (let at = node; at < last;) {
    switch (kind[at]!) {
      case Kind.Name:
      case Kind.Attribute:
        if (binding !== 'delete' || text.slice(start[at], end[at]) === DEBUG)
          refuseDebug(text, problems, start[at]!, end[at]!);
        at = next[at]!;
        break;
      case Kind.Subscript:
      case Kind.Other:
        at = next[at]!;
        break;
      case Kind.Tuple:
      case Kind.List:
        if (!mayNest) return problems.add('syntax', start[at]!, end[at]!, MESSAGES[binding]);
        checkStars(tree, problems, at);
        at++;
        break;
      case Kind.Spread:
        if (binding !== 'assign' || (flags[at]! & Flag.DoubleStar) !== 0)
          return problems.add('syntax', start[at]!, end[at]!, MESSAGES[binding]);
        at++;
        break;
      default:
        return problems.add('syntax', start[at]!, end[at]!, MESSAGES[binding]);
    }
  }
}

const DEBUG = '__debug__';

/** `__debug__` is a constant that looks like a name. */
export function refuseDebug(text: string, problems: Problems, start: number, end: number): void {
  if (end - start >= DEBUG.length && text.endsWith(DEBUG, end) && /(?:^|\.)\s*__debug__$/.test(text.slice(start, end)))
    problems.add('syntax', start, end, 'Nothing can be assigned to `__debug__`.');
}

function checkStars({ kind, start, end, next }: TreeBuilder, problems: Problems, list: number): void {
  let stars = 0;
  for (let at = list + 1; at < next[list]!; at = next[at]!)
    if (kind[at] === Kind.Spread && ++stars === 2)
      problems.add('syntax', start[at]!, end[at]!, 'Only one of these can be starred.');
}
