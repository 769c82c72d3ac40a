import type { YamlTree } from './tree';

export function readYaml(text: string): YamlTree {
  return { text, root: undefined, problems: [], comments: [] };
}
