import type { Problem } from '../../model/fact';
import type { YamlTree } from './tree';

/**
 * What is wrong with a registry that is written in YAML, for the rules over syntax. Keys given twice are left to the
 * rule that looks at entries.
 */
export function problemsOf({ problems }: YamlTree): Problem[] {
  return problems
    .filter(({ kind }) => kind !== 'duplicate-key')
    .map(({ kind, span, message }) => ({
      code: kind === 'merge-marker' ? 'registry/merge-markers' : 'registry/syntax-error',
      span,
      message,
      // What PyYAML refuses has been read in full all the same.
      damage: kind !== 'refused',
    }));
}
