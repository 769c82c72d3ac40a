import { defined } from '../../../base/defined';
import type { Context, Explanation } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import { fieldOf, valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isUnknown } from '../../../model/value';
import { candidateOf, definitionInWords, type Candidate } from '../resolve/candidates';
import { decide, type Decision } from '../resolve/decide';
import { runOf } from '../define/core-rows';
import type { Definition } from '../define/definitions';
import { isReadTable, loadingPoints, stepsTable } from '../define/steps-table';
import { headerOf, isStep, type StepEntry, type StepsTable } from '../facts';
import { stepKey } from '../keys';
import type { Resolution } from '../resolve/resolve';
import { effectiveContextOf } from '../resolve/effective-context';
import { abortVerdict } from '../define/verdict';
import { laterRival, metadataOf } from '../define/workspaces';

/** One hypothetical change: of a file, or (`ask`) of the context in which the step is asked for. */
export type Edit =
  | { readonly do: 'remove'; readonly candidate: Candidate }
  | { readonly do: 'rename'; readonly candidate: Candidate; readonly name: string }
  | { readonly do: 'priority'; readonly candidate: Candidate; readonly value: number }
  | { readonly do: 'framework'; readonly candidate: Candidate; readonly value: string }
  /** Has a row loaded that is not loaded now: moves it to the steps that are read, or repairs the row where loading stops. */
  | {
      readonly do: 'load';
      readonly definition: Definition;
      readonly by: { readonly movingTo: StepsTable } | { readonly repairing: string };
      /** Other rows of the same step that are loaded then, too. */
      readonly also: readonly Definition[];
    }
  | { readonly do: 'ask'; readonly context: Context; readonly words: string };

/** Edits after which `winner` wins, as verified by deciding again with the edits applied. */
export interface Counterfactual {
  readonly edits: readonly Edit[];
  readonly winner: Candidate;
  /** The ids of other workspaces whose conflict with the former winner ends. */
  readonly settledConflicts: readonly string[];
}

/** If a step has more losers than this (it may be in hundreds of workspaces), only the first ones are explained. */
const MAX_LOSERS = 12;
/** A person would not call more removals than this a small edit. */
const MAX_REMOVALS = 3;

/** For each loser, the smallest edit of files and the smallest change of the context that would make it win. */
export function counterfactualsOf(resolution: Resolution, context: Context, lookup: Lookup): Counterfactual[] {
  if (resolution.undecided !== undefined) return [];
  const losers = resolution.candidates.filter(candidate => candidate !== resolution.winner).slice(0, MAX_LOSERS);
  const byEditing = losers.flatMap(loser =>
    firstThatWins(fileEdits(loser, resolution), resolution, loser.definition, lookup),
  );
  const byAsking = losers.flatMap(loser =>
    firstThatWins(contextChanges(loser, resolution, context), resolution, loser.definition, lookup),
  );
  const unloaded = resolution.definitions.flatMap(definition => {
    const edit = loadingEdit(definition, resolution, lookup);
    return edit === undefined ? [] : firstThatWins([[edit]], resolution, definition, lookup);
  });
  return [...unloaded, ...byEditing, ...renamings(resolution, lookup), ...byAsking];
}

/** Who wins once `edits` are made. */
export function decideAfter(edits: readonly Edit[], resolution: Resolution, lookup: Lookup): Decision {
  let candidates: readonly Candidate[] = resolution.candidates;
  for (const edit of edits) {
    if (edit.do === 'ask') return decide(candidates, effectiveContextOf(edit.context, lookup));
    candidates = applyEdit(edit, candidates, lookup);
  }
  return decide(candidates, resolution.effectiveContext);
}

/** The edits and their effect, in words. */
export function counterfactualInWords({
  edits,
  winner,
  settledConflicts,
}: Counterfactual): Explanation['counterfactuals'][number] {
  const gone =
    settledConflicts.length === 0
      ? ''
      : `, and the conflict with ${settledConflicts.map(id => `'${id}'`).join(', ')} is gone`;
  return {
    edit: edits.map(editInWords).join(' and '),
    effect: `${definitionInWords(winner)} wins${gone}`,
    at: placeOf(defined(edits[0], 'an edit'), winner),
  };
}

/** The first of `attempts` after which `loser` wins; an empty list if there is none. */
function firstThatWins(
  attempts: Iterable<readonly Edit[]>,
  resolution: Resolution,
  loser: Definition,
  lookup: Lookup,
): Counterfactual[] {
  for (const edits of attempts) {
    const { winner } = decideAfter(edits, resolution, lookup);
    if (winner?.definition.entry === loser.entry) return [{ edits, winner, settledConflicts: [] }];
  }
  return [];
}

function applyEdit(
  edit: Exclude<Edit, { do: 'ask' }>,
  candidates: readonly Candidate[],
  lookup: Lookup,
): readonly Candidate[] {
  switch (edit.do) {
    case 'remove':
    case 'rename':
      return candidates.filter(candidate => candidate !== edit.candidate);
    case 'priority':
    case 'framework':
      return candidates.map(candidate =>
        candidate === edit.candidate ? { ...candidate, [edit.do]: edit.value } : candidate,
      );
    case 'load':
      return [...candidates, ...[edit.definition, ...edit.also].map(each => candidateOf(each, lookup))];
  }
}

/** Edits to try for a loser, the smallest first. They leave core alone, since developers do not change it. */
function* fileEdits(loser: Candidate, resolution: Resolution): Iterable<readonly Edit[]> {
  const { effectiveContext, candidates } = resolution;
  if (
    effectiveContext.profile === 'intelligent' &&
    loser.scope !== 'core' &&
    loser.definition.entry.shape === 'mapping'
  ) {
    const lowest = Math.min(...candidates.map(({ priority }) => (isUnknown(priority) ? Infinity : priority)));
    if (Number.isInteger(lowest) && lowest > 0) yield [{ do: 'priority', candidate: loser, value: lowest - 1 }];
    for (const value of effectiveContext.frameworks) yield [{ do: 'framework', candidate: loser, value }];
  }
  yield removals(loser, resolution);
}

/** Removes winner after winner until `loser` would win; gives up at a core row or after `MAX_REMOVALS`. */
function removals(loser: Candidate, { effectiveContext, candidates }: Resolution): Edit[] {
  const edits: Edit[] = [];
  let left = candidates;
  while (edits.length < MAX_REMOVALS) {
    const { winner } = decide(left, effectiveContext);
    if (winner === undefined || winner === loser || winner.scope === 'core') break;
    edits.push({ do: 'remove', candidate: winner });
    left = left.filter(candidate => candidate !== winner);
  }
  return edits;
}

/** Changes of the context to try for a loser. */
function* contextChanges(
  loser: Candidate,
  { effectiveContext }: Resolution,
  context: Context,
): Iterable<readonly Edit[]> {
  const ask = (words: string, change: Partial<Context>): Edit[] => [
    { do: 'ask', words, context: { ...context, ...change } },
  ];
  const { workspace, ...nowhere } = context;
  if (loser.workspace !== undefined && loser.workspace !== effectiveContext.workspace)
    yield ask(`ask in workspace '${loser.workspace}'`, { workspace: loser.workspace });
  if (loser.scope === 'core' && workspace !== undefined)
    yield [{ do: 'ask', words: 'ask without a workspace', context: nowhere }];
  if (effectiveContext.profile !== 'intelligent') return;
  if (typeof loser.framework === 'string')
    yield ask(`ask for framework '${loser.framework}'`, { framework: loser.framework });
  if (Array.isArray(loser.environment))
    for (const tag of loser.environment as readonly string[])
      yield ask(`ask for environment '${tag}'`, { environment: [tag] });
  if (effectiveContext.mode !== 'automatic') yield ask('ask in mode automatic', { mode: 'automatic' });
}

/** The edit that would have a row loaded; undefined if it is loaded, or if no single edit would do. */
function loadingEdit(definition: Definition, { definitions }: Resolution, lookup: Lookup): Edit | undefined {
  const { entry } = definition;
  const header = headerOf(entry);
  if (definition.loaded !== false || definition.replaced === true || entry.refused !== undefined) return undefined;
  // While nothing is loaded for anybody, no edit of one row has it loaded.
  if (abortVerdict(lookup) !== undefined) return undefined;
  if (header === undefined || runOf(header, lookup) !== undefined) return undefined;
  const { stopsAt: stop, doubtfulFrom } = loadingPoints(header, lookup);
  if (doubtfulFrom !== undefined) return undefined;
  // A repaired registry may come under another id, which decides anew who wins.
  if (laterRival(header, lookup) !== undefined || statesId(entry)) return undefined;
  if (!isReadTable(entry.table, lookup)) {
    const steps = stepsTable(lookup);
    const taken = definitions.some(other => other.entry.file === entry.file && other.entry.table === steps);
    const by = { movingTo: steps };
    return taken || stop?.table === steps ? undefined : { do: 'load', definition, by, also: [] };
  }
  if (stop?.name === undefined || stop.name === entry.name || refusedRowsOfFile(entry, lookup) !== 1) return undefined;
  const lostToo = (other: Definition): boolean =>
    other !== definition && other.entry.file === entry.file && other.reason === definition.reason;
  return { do: 'load', definition, by: { repairing: stop.name }, also: definitions.filter(lostToo) };
}

function statesId({ file }: StepEntry): boolean {
  const metadata = metadataOf(file);
  return metadata !== undefined && fieldOf(metadata, 'developer_id') !== undefined;
}

/** How many rows the loader refuses in the file of a row. */
function refusedRowsOfFile({ file }: StepEntry, lookup: Lookup): number {
  return lookup
    .contents(file)
    .facts.filter(fact => isStep(fact) && isReadTable(fact.table, lookup) && fact.refused !== undefined).length;
}

/** Renames a winner of a workspace, so that it no longer hides or collides with other definitions. */
function renamings(resolution: Resolution, lookup: Lookup): Counterfactual[] {
  const { winner, name, candidates } = resolution;
  if (winner?.workspace === undefined) return [];
  const prefix = winner.workspace.replace(/[^\p{L}\p{N}]+/gu, '');
  const newName = prefix.slice(0, 1).toUpperCase() + prefix.slice(1) + name;
  if (prefix === '' || lookup.providers(stepKey(newName)).length > 0) return [];
  const edits: Edit[] = [{ do: 'rename', candidate: winner, name: newName }];
  const next = decideAfter(edits, resolution, lookup).winner;
  if (next === undefined) return [];
  const others = new Set(candidates.flatMap(({ workspace }) => workspace ?? []));
  const stays = candidates.some(each => each !== winner && each.workspace === winner.workspace);
  others.delete(winner.workspace);
  return [{ edits, winner: next, settledConflicts: stays ? [] : [...others].sort().slice(0, MAX_REMOVALS) }];
}

function editInWords(edit: Edit): string {
  switch (edit.do) {
    case 'remove':
      return `remove the ${definitionInWords(edit.candidate)}`;
    case 'rename': {
      const table = edit.candidate.scope === 'override' ? ' in LOCAL_STEPS' : '';
      return `rename the ${definitionInWords(edit.candidate)} to '${edit.name}'${table}`;
    }
    case 'priority':
      return `give the ${definitionInWords(edit.candidate)} the priority ${edit.value}`;
    case 'framework':
      return `give the ${definitionInWords(edit.candidate)} the framework '${edit.value}'`;
    case 'load':
      return 'movingTo' in edit.by
        ? `move it from ${edit.definition.entry.table} to ${edit.by.movingTo}`
        : `repair the entry '${edit.by.repairing}', where loading of this registry stops`;
    case 'ask':
      return edit.words;
  }
}

function placeOf(edit: Edit, winner: Candidate): Place {
  if (edit.do === 'ask') return { fact: winner.definition.entry, part: Part.name };
  if (edit.do === 'load') return { fact: edit.definition.entry, part: Part.name };
  const { entry } = edit.candidate.definition;
  return edit.do === 'priority' || edit.do === 'framework'
    ? valuePlace(entry, edit.do)
    : { fact: entry, part: Part.name };
}
