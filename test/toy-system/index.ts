import { keysByKind, type System } from '../../server/src/systems/system';
import { answers } from './answers';
import { read, recipeKey, type Recipe } from './read';

/** A registry of recipes: a fourth system, to show what one takes. */
export const recipes: System = {
  name: 'recipes',
  headers: new Set(),
  claims: path => path.endsWith('.recipes'),
  read,
  keys: keysByKind<Recipe>({
    recipe({ name, needs }, index) {
      index.provides(recipeKey(name));
      for (const need of needs) index.reads(recipeKey(need));
    },
  }),
  strictRules: ['recipe/*'],
  answers,
};
