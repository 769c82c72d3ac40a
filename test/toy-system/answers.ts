import { Part, type Fact } from '../../server/src/model/fact';
import type { Lookup } from '../../server/src/model/lookup';
import type { Answers, Dependency } from '../../server/src/systems/system';
import { isRecipe, recipeKey, type Recipe } from './read';

const BOOK = 'cook.recipes';

/** What recipes answer: everything that has no default. */
export const answers: Answers = {
  kind: 'recipe',
  plural: 'recipes',
  commandWording: { rank: 4, name: 'a recipe', types: 'recipes of this course' },
  names: lookup => recipes(lookup).map(({ name }) => name),
  symbolAt(place) {
    const { fact, part } = place;
    if (!isRecipe(fact) || part === Part.whole) return undefined;
    const name = part === Part.name ? fact.name : fact.needs[(part - Part.fieldName(0)) >> 1];
    return name === undefined ? undefined : { kind: 'recipe', name, key: recipeKey(name), place };
  },
  describe: ({ name, key }, _, lookup) => ({
    title: name,
    lead: lookup.providers(key).length === 0 ? 'nobody can cook it' : 'can be cooked',
    facts: [],
    rows: [],
    notes: [],
    explain: name,
  }),
  definitions: ({ key }, _, lookup) => lookup.providers(key).map(placeOf),
  explain: (name, context, lookup) => {
    const [found] = lookup.providers(recipeKey(name));
    return {
      kind: 'recipe',
      subject: name,
      context,
      outcome: { resolved: found !== undefined, reason: found === undefined ? 'no such recipe' : 'the only recipe' },
      trace: [],
      components: [],
      pipeline: [],
      divergence: [],
      conflicts: [],
      recommendations: [],
      counterfactuals: [],
    };
  },
  complete(source, offset, _, lookup) {
    const typed = /: .*?(\w*)$/.exec(source.text.slice(0, offset).split('\n').at(-1)!)?.[1];
    if (!source.file.path.endsWith('.recipes') || typed === undefined) return undefined;
    const items = recipes(lookup).map(({ name }) => ({ label: name, kind: 'entry' as const, rank: 0 }));
    return { replace: { start: offset - typed.length, end: offset }, items };
  },
  symbols: file =>
    file.facts.filter(isRecipe).map(fact => ({
      name: fact.name,
      detail: fact.course,
      kind: 'entry' as const,
      place: placeOf(fact),
      children: [],
    })),
  list: (_, lookup) =>
    recipes(lookup).map(fact => ({
      kind: 'recipe',
      name: fact.name,
      scope: 'core',
      workspace: undefined,
      place: placeOf(fact),
      fields: { course: fact.course, description: `needs ${fact.needs.length}` },
      loaded: true,
    })),
  typeOf: ({ fields }) => String(fields['course']),
  listing: { isOfType: ({ fields }, type) => fields['course'] === type },
  dependencies: (name, lookup) => {
    const [recipe] = lookup.providers(recipeKey(name));
    return (recipe?.needs ?? []).flatMap(need => endOf(need, lookup));
  },
  dependants: (name, lookup) => lookup.readers(recipeKey(name)).flatMap(fact => endOf(fact.name, lookup)),
};

/** One book is enough for a toy. */
function recipes(lookup: Lookup): readonly Recipe[] {
  return (lookup.file(BOOK)?.facts ?? []).filter(isRecipe);
}

function placeOf(fact: Fact): { readonly fact: Fact; readonly part: number } {
  return { fact, part: Part.name };
}

function endOf(name: string, lookup: Lookup): Dependency[] {
  return lookup.providers(recipeKey(name)).map(fact => ({ name, place: placeOf(fact), statedAt: [] }));
}
