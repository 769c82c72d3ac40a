import { Part } from '../../server/src/model/fact';
import type { KeyRule } from '../../server/src/rules/rule';
import { recipeKey } from './read';

export const unknownRecipe: KeyRule = {
  code: 'recipe/unknown',
  severity: 'warning',
  registryIs: 'undecided',
  summary: 'A recipe needs another one that nobody has written.',
  why: 'Whoever cooks it stands there without.',
  remedy: 'Write it, or leave it out.',
  bad: '',
  good: '',
  over: 'key',
  kind: 'recipe',
  *check(name, lookup) {
    if (lookup.providers(recipeKey(name)).length > 0) return;
    for (const fact of lookup.readers(recipeKey(name)))
      yield {
        at: { fact, part: Part.fieldValue(fact.needs.indexOf(name)) },
        message: `There is no recipe for '${name}'`,
      };
  },
};
