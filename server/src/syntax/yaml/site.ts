import type { Span } from '../../base/text';
import { contains } from '../../base/text';
import type { YamlMapping, YamlNode } from './tree';

/** Where in a YAML text something is being typed: a key of a mapping, or the value of one. */
export interface Site {
  readonly at: 'key' | 'value';
  /** The keys that lead to the mapping; `*` stands for an item of a list. */
  readonly path: readonly string[];
  readonly mapping: YamlMapping;
  /** The key whose value is typed. */
  readonly key?: string;
  readonly replace: Span;
}

/** The place of `offset` in a text; nothing where neither a key nor a single value can stand. */
export function siteAt(root: YamlNode | undefined, text: string, offset: number): Site | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (before.includes('#')) return undefined;
  return root && (within(root, [], offset) ?? whereEmpty(root, text, offset, before));
}

function within(node: YamlNode, path: readonly string[], offset: number): Site | undefined {
  if (node.type === 'scalar') return undefined;
  if (node.type === 'sequence') {
    const item = node.items.find(each => contains(each.span, offset));
    return item && within(item, [...path, '*'], offset);
  }
  for (const entry of node.entries) {
    if (entry.merged === true) continue;
    const { key, value } = entry;
    if (contains(key.span, offset)) return { at: 'key', path, mapping: node, replace: key.content };
    if (value !== undefined && contains(value.span, offset))
      return value.type === 'scalar'
        ? { at: 'value', path, mapping: node, key: key.source, replace: value.content }
        : within(value, [...path, key.source], offset);
  }
  return undefined;
}

/**
 * Where nothing is written yet: the value of a key that has none on this line; on an empty line, a key of the nearest mapping
 * above whose keys stand in this column.
 */
function whereEmpty(root: YamlNode, text: string, offset: number, before: string): Site | undefined {
  const isEmpty = /^[ \t]*(?:- )?$/.test(before);
  const replace = { start: offset, end: offset };
  let best: Site | undefined;
  const visit = (node: YamlNode, path: readonly string[]): void => {
    if (node.type === 'scalar' || node.span.start > offset) return;
    if (node.type === 'sequence') {
      for (const item of node.items) visit(item, [...path, '*']);
      return;
    }
    const first = node.entries[0]?.key.span.start;
    const column = first === undefined ? -1 : first - (text.lastIndexOf('\n', first - 1) + 1);
    if (isEmpty && column === before.length) best = { at: 'key', path, mapping: node, replace };
    for (const { key, value } of node.entries)
      if (value !== undefined) visit(value, [...path, key.source]);
      else if (key.span.end < offset && /^:[ \t]+$/.test(text.slice(key.span.end, offset)))
        best = { at: 'value', path, mapping: node, key: key.source, replace };
  };
  visit(root, []);
  return best;
}
