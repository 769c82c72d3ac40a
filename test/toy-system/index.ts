import type { System } from '../../server/src/systems/system';
import { answers } from './answers';
import { isRecipe, read, recipeKey } from './read';

/** A registry of recipes: a fourth system, to show what one takes. */
export const recipes: System = {
  name: 'recipes',
  headers: new Set(),
  claims: path => path.endsWith('.recipes'),
  read,
  keys(fact, index) {
    if (!isRecipe(fact)) return;
    index.provides(recipeKey(fact.name));
    for (const need of fact.needs) index.reads(recipeKey(need));
  },
  strict: ['recipe/*'],
  answers,
};
