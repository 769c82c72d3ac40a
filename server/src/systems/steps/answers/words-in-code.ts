import type { Context } from '../../../model/explanation';
import type { Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { CompletionItem, Description, NamedSymbol } from '../../system';
import { knownWords, placesOfWord, stepOfFileName } from '../components/known-words';
import type { WordTo } from '../facts';
import { mergedView } from '../resolve/resolve';

/** What completion proposes for a name of a kind that no fact defines. */
export function completeWord(to: WordTo, lookup: Lookup): CompletionItem[] {
  return [...knownWords(to, lookup)].map(label => ({ label, kind: 'value', rank: 0 }));
}

/** Where such a name leads: the rows of a type, or the step of a file name. */
export function wordTargets(
  { kind, name, workspace }: NamedSymbol,
  context: Context,
  lookup: Lookup,
): readonly Place[] {
  const asked = workspace ?? context.workspace;
  const definitions = [...mergedView(lookup, asked).values()];
  return placesOfWord(kind, name, { workspace: asked, definitions }, lookup);
}

/** What a hover says about such a name, by its kind. */
export function describeWord(named: NamedSymbol, context: Context, lookup: Lookup): Description | undefined {
  const { kind, name } = named;
  const places = wordTargets(named, context, lookup);
  if (kind === 'file name') return describeFileName(named, places, context, lookup);
  if (kind !== 'job type' && places.length === 0) return undefined;
  const links = places.slice(0, MAX_LINKS).map(at => ({ text: at.fact.name, at }));
  const text = places.length > MAX_LINKS ? `Of ${places.length}, among them` : 'Of';
  return {
    title: name,
    lead: LEADS.get(kind) ?? kind,
    facts: [],
    rows: [],
    notes: places.length === 0 ? [] : [{ text, links }],
  };
}

const MAX_LINKS = 5;

const LEADS: ReadonlyMap<string, string> = new Map([
  ['sagemaker type', 'SageMaker step type'],
  ['model type', 'model type of hyperparameters'],
  ['job type', 'job type, which is put behind the spec type of the step'],
]);

function describeFileName(
  { name, workspace }: NamedSymbol,
  [at]: readonly Place[],
  context: Context,
  lookup: Lookup,
): Description {
  const { name: step, strategy, tried } = stepOfFileName(name, workspace ?? context.workspace, lookup);
  const shown = { title: name, facts: [], rows: [] };
  if (step === undefined) return { ...shown, lead: `leads to no step; tried ${tried.join(', ')}`, notes: [] };
  const link = { text: step, ...(at === undefined ? {} : { at }) };
  return {
    ...shown,
    lead: `file name, which leads to a step by strategy ${strategy} of 5`,
    notes: [{ text: 'Leads to', links: [link] }],
    explain: step,
  };
}
