import { isMapping, type Value } from '../../model/value';
import type { SchemaProblem } from '../../syntax/schema';
import type { YamlNode } from '../../syntax/yaml/tree';

/** `off` and the like are words here, as in YAML 1.2: only Python's loaders take them for booleans. */
export function withWordsAsText(node: YamlNode): YamlNode {
  if (node.type === 'sequence') return { ...node, items: node.items.map(withWordsAsText) };
  if (node.type === 'mapping')
    return {
      ...node,
      entries: node.entries.map(entry => ({ ...entry, value: entry.value && withWordsAsText(entry.value) })),
    };
  if (node.as !== 'boolean' || /^(true|false)$/i.test(node.source)) return node;
  return { ...node, as: 'text', value: node.source };
}

/** Whether nothing is wrong with the value at `path` itself. */
export function isSound(path: readonly string[], problems: readonly SchemaProblem[]): boolean {
  return !problems.some(
    problem => problem.path.length === path.length && problem.path.every((segment, i) => segment === path[i]),
  );
}

/** Whether nothing is wrong with the value at `path` or within it. */
export function isWhole(path: readonly string[], problems: readonly SchemaProblem[]): boolean {
  return !problems.some(problem => path.every((segment, i) => segment === problem.path[i]));
}

/** The texts of a mapping, by key. */
export function textsOf(value: Value | undefined): Map<string, string> {
  const texts = [...(isMapping(value) ? value : [])].filter(([, each]) => typeof each === 'string');
  return new Map(texts as [string, string][]);
}
