import type { YamlMapping, YamlNode, YamlScalar, YamlTree } from '../../../syntax/yaml/tree';
import { entryOf } from '../../../syntax/yaml/tree';
import type { FactWriter } from '../../system';

/** The value under a key; nothing where there is none. */
export function child(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.type === 'mapping' ? entryOf(node, key)?.value : undefined;
}

/** The text that a node is, if it is one. */
export function textIn(node: YamlNode | undefined): string | undefined {
  return node?.type === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

export function isMapping(node: YamlNode | undefined): node is YamlMapping {
  return node?.type === 'mapping';
}

/** The spans of a key and its value: of the key twice, where the value is absent. */
export function spansOf(key: YamlScalar, value: YamlNode | undefined): number[] {
  const at = value ?? key;
  return [key.span.start, key.span.end, at.span.start, at.span.end];
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
