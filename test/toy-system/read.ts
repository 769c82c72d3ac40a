import { ofKind, type Fact } from '../../server/src/model/fact';
import { FactParts } from '../../server/src/model/fact-parts';
import type { Key } from '../../server/src/model/lookup';
import type { Reader } from '../../server/src/systems/system';

/** A line of a `*.recipes` file: `soup (starter): stock, salt`. Parts: the whole, the name, then name and value of each need. */
export interface Recipe extends Fact {
  readonly kind: 'recipe';
  readonly course: string;
  readonly needs: readonly string[];
}

export const isRecipe = ofKind<Recipe>('recipe');

/** A recipe by its name, and those that need it. */
export const recipeKey = (name: string) => `recipe:${name}` as Key<Recipe, Recipe>;

export const read: Reader = ({ text, file }, out) => {
  for (const line of text.matchAll(/^(\w+) \((\w+)\):(.*)$/gm)) {
    const [whole, name, course, rest] = line as unknown as [string, string, string, string];
    const first = line.index + whole.length - rest.length;
    const needs = [...rest.matchAll(/\w+/g)];
    const fact: Recipe = { kind: 'recipe', name, file, course, needs: needs.map(([need]) => need) };
    const parts = new FactParts(
      { start: line.index, end: line.index + whole.length },
      { start: line.index, end: line.index + name.length },
    );
    for (const need of needs) {
      const start = first + need.index;
      parts.field({ start, end: start }, { start, end: start + need[0].length });
    }
    out.fact(fact, parts);
  }
};
