import type { YamlProblemKind, YamlTree } from '../../../syntax/yaml/tree';
import type { FactWriter } from '../../system';

/** Reports problems of YAML syntax. Repeated keys are left to `registry/duplicate-key`, which knows what they cost. */
export function writeYamlProblems(tree: YamlTree, out: FactWriter): void {
  for (const { kind, span, message } of tree.problems) {
    const code = CODES[kind];
    if (code !== undefined) out.problem({ code, span, message, damage: kind !== 'refused' });
  }
}

const CODES: Readonly<Record<YamlProblemKind, string | undefined>> = {
  syntax: 'registry/syntax-error',
  refused: 'registry/syntax-error',
  'merge-marker': 'registry/merge-markers',
  'duplicate-key': undefined,
  limit: 'registry/unreadable',
};
