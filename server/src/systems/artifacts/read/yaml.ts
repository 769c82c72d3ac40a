import type { FactParts } from '../../../model/fact-parts';
import type { YamlEntry, YamlMapping, YamlNode, YamlTree } from '../../../syntax/yaml/tree';
import { entryOf } from '../../../syntax/yaml/tree';
import type { FactWriter } from '../../system';

/** The value under a key. Returns undefined if there is none. */
export function child(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.type === 'mapping' ? entryOf(node, key)?.value : undefined;
}

/** The text that a node is, if it is one; a date is none. */
export function textIn(node: YamlNode | undefined): string | undefined {
  return node?.type === 'scalar' && node.as === 'text' && typeof node.value === 'string' ? node.value : undefined;
}

/** Whether a node is a mapping. */
export function isMapping(node: YamlNode | undefined): node is YamlMapping {
  return node?.type === 'mapping';
}

/** Places the entries of a mapping as the next fields of a fact. */
export function addEntries(parts: FactParts, entries: readonly YamlEntry[]): void {
  for (const { key, value } of entries) parts.field(key.span, value?.span);
}

/** Whether the text is damaged, so that what was read of it may be half-typed. */
export function isDamaged(tree: YamlTree): boolean {
  return tree.problems.some(({ kind }) => kind !== 'duplicate-key' && kind !== 'refused');
}

/** Reports what keeps a file from being loaded, under one code. A key given twice does not. */
export function writeProblems(tree: YamlTree, code: string, out: FactWriter): void {
  for (const { kind, span, message } of tree.problems)
    if (kind !== 'duplicate-key')
      out.problem({ code: kind === 'limit' ? 'registry/unreadable' : code, span, message, damage: kind !== 'refused' });
}
