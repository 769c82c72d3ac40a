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

/** The item of a list of texts that is being typed at `offset`: the key of the list, and what to replace. */
export function itemAt(root: YamlNode | undefined, text: string, offset: number): Site | undefined {
  const visit = (node: YamlNode, path: readonly string[]): Site | undefined => {
    if (node.type === 'scalar') return undefined;
    if (node.type === 'sequence') {
      const item = node.items.find(each => contains(each.span, offset));
      return item && visit(item, [...path, '*']);
    }
    const entry = node.entries.find(each => each.merged !== true && contains(each.span, offset));
    const { key, value } = entry ?? {};
    if (key === undefined || value === undefined) return undefined;
    if (value.type !== 'sequence') return visit(value, [...path, key.source]);
    const item = value.items.find(each => contains(each.span, offset));
    if (item !== undefined && item.type !== 'scalar') return visit(value, [...path, key.source]);
    const sign = text[lastInk(text, offset)];
    const isOpen = sign === '[' || sign === ',' || sign === '-';
    if (item === undefined && !isOpen) return undefined;
    const isWritten = item !== undefined && item.value !== null;
    return { at: 'value', path, mapping: node, key: key.source, replace: isWritten ? item.content : empty(offset) };
  };
  return root && visit(root, []);
}

function empty(offset: number): Span {
  return { start: offset, end: offset };
}

/** Where the last sign before `offset` stands that is no space and no line end. */
function lastInk(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && ' \t\r\n'.includes(text.charAt(at))) at--;
  return at;
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
 * above whose keys stand in this column, or the first of the mapping that is the value of the key above.
 */
function whereEmpty(root: YamlNode, text: string, offset: number, before: string): Site | undefined {
  const isEmpty = /^[ \t]*(?:- )?$/.test(before);
  const replace = empty(offset);
  const colon = lastInk(text, offset);
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
      else if (key.span.end === colon && text[colon] === ':' && colon < offset - 1)
        best =
          text.lastIndexOf('\n', offset - 1) < colon
            ? { at: 'value', path, mapping: node, key: key.source, replace }
            : before.length > column && isEmpty
              ? { at: 'key', path: [...path, key.source], mapping: { ...node, entries: [] }, replace }
              : best;
  };
  visit(root, []);
  return best;
}
