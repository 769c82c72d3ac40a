import { Part, type Fact, type Place } from '../../../model/fact';
import type { Context } from '../../../model/explanation';
import type { Lookup } from '../../../model/lookup';
import type { Lens, LensText, NamedSymbol } from '../../system';
import { definitionInWords } from '../resolve/candidates';
import { componentsOf } from '../components/components';
import { checkedDefinition, loadedDefinitionsOf, type Definition } from '../define/definitions';
import { isStep, type StepEntry } from '../facts';
import { isTerms } from '../terms';
import { termLenses } from './term-lenses';
import { resolveStep } from '../resolve/resolve';

/** The lenses above a contract or a script, and above a row: what it overrides or hides, other workspaces with the step, and the state of its classes. */
export function lenses(fact: Fact, lookup: Lookup): readonly Lens[] {
  if (isTerms(fact)) return termLenses(fact);
  const definition = isStep(fact) && fact.partial !== true ? checkedDefinition(fact, lookup) : undefined;
  if (definition === undefined) return [];
  const others = loadedDefinitionsOf(fact.name, lookup).filter(({ entry }) => entry !== fact);
  const texts = definition.loaded === true ? relationTexts(definition, others) : [lossText(definition)];
  return [...texts.map(text => ({ text })), { resolve: (now: Lookup) => componentText(definition.entry, now) }];
}

/** Says that a row is not loaded, or that it cannot be told, and leads to the reason. */
function lossText({ loaded, reasonAt }: Definition): LensText {
  const title = loaded === null ? 'cannot tell whether this is loaded' : 'not loaded';
  return { title, places: reasonAt === undefined ? [] : [reasonAt] };
}

function relationTexts(own: Definition, others: readonly Definition[]): LensText[] {
  const texts: LensText[] = [];
  const core = others.find(({ scope }) => scope === 'core');
  if (core !== undefined && own.scope !== 'core')
    texts.push({ title: own.scope === 'override' ? 'overrides core' : 'hides core', places: [nameOf(core.entry)] });
  const elsewhere = others.filter(({ workspace }) => workspace !== undefined && workspace !== own.workspace);
  if (elsewhere.length === 0) return texts;
  const count = new Set(elsewhere.map(({ workspace }) => workspace)).size;
  const workspaces = count === 1 ? '1 workspace' : `${count} workspaces`;
  const inCore = `${workspaces} ${count === 1 ? 'has' : 'have'} it too`;
  const title = own.scope === 'core' ? inCore : `conflicts with ${workspaces}`;
  return [...texts, { title, places: elsewhere.map(({ entry }) => nameOf(entry)) }];
}

const MARKS = { found: '✓', missing: '✗', 'cannot tell': '?' } as const;

/** Whether the classes that the row names exist: `builder ✓ config ✗`. */
function componentText(entry: StepEntry, lookup: Lookup): LensText | undefined {
  const definition = checkedDefinition(entry, lookup);
  const items = definition === undefined ? [] : componentsOf(definition, lookup);
  const classes = items.filter(({ kind }) => kind === 'builder' || kind === 'config');
  if (classes.length === 0) return undefined;
  const title = classes.map(({ kind, status }) => `${kind} ${MARKS[status]}`).join(' ');
  return { title, places: classes.flatMap(({ at }) => at ?? []) };
}

/** The inlay hint after a step name in code: which workspace's definition it stands for there; undefined for core. */
export function hint({ kind, name, place }: NamedSymbol, context: Context, lookup: Lookup): string | undefined {
  if (kind !== 'step' || place.fact.kind !== 'reference') return undefined;
  const { winner, undecided } = resolveStep(name, context, lookup);
  if (undecided !== undefined) return 'cannot tell whose';
  return winner === undefined || winner.scope === 'core' ? undefined : definitionInWords(winner);
}

function nameOf(fact: StepEntry): Place {
  return { fact, part: Part.name };
}
