import type { Fact, SourceFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { coreOf } from './core';
import { headerOf, isStep, textOf, type StepEntry } from '../facts';
import { stepKey } from '../keys';

/** A row together with one that stood there first and has the same value in a field. */
export interface DuplicateClaim {
  readonly entry: StepEntry;
  readonly first: StepEntry;
  /** The first one is core's, the row a workspace's. */
  readonly isFirstInCore: boolean;
}

export interface Claim {
  readonly field: 'builder_step_name' | 'config_class' | 'spec_type';
  readonly value: string;
  /** Compares the rows of workspaces with those of core, too. */
  readonly withCore: boolean;
}

/**
 * Rows of different steps that give `field` the same value and are in force together: in core, or in one workspace. A
 * row that a workspace replaces is not in force there. `users` are the facts that name the value, in order.
 */
export function* duplicateClaims(users: readonly Fact[], claim: Claim, lookup: Lookup): Iterable<DuplicateClaim> {
  if (!haveDifferentSteps(users)) return;
  const coreFiles = new Set(coreOf(lookup)?.headers.map(({ file }) => file));
  const core = users.filter(isStep).filter(row => coreFiles.has(row.file) && claims(row, claim));
  yield* duplicatesAmong(core);
  const isAlone = core.length === 0 || !claim.withCore;
  for (const inFile of groupedByFile(users)) {
    if (isAlone && inFile.length < 2) continue;
    const own = inFile.filter(isStep).filter(row => isReadFromWorkspace(row) && claims(row, claim));
    yield* duplicatesAmong(own);
    // A row that replaces one of core has its values by right, which is the usual case.
    const others = isAlone ? [] : core.filter(row => own.some(entry => entry.name !== row.name));
    const first = others.find(row => isInForce(row, own[0]!.file, lookup));
    if (first !== undefined)
      for (const entry of own) if (entry.name !== first.name) yield { entry, first, isFirstInCore: true };
  }
}

/** Facts in order come file by file. */
function* groupedByFile(facts: readonly Fact[]): Iterable<readonly Fact[]> {
  for (let from = 0, to; from < facts.length; from = to) {
    to = from + 1;
    while (facts[to]?.file === facts[from]!.file) to++;
    yield facts.slice(from, to);
  }
}

function isReadFromWorkspace(row: StepEntry): boolean {
  return row.table !== 'WORKSPACE_STEPS' && headerOf(row)?.form === 'workspace';
}

/** Whether facts are rows of steps with different names: most values are those of one step, wherever it is defined. */
export function haveDifferentSteps(users: readonly Fact[]): boolean {
  const first = users.find(isStep);
  return first !== undefined && users.some(fact => isStep(fact) && fact.name !== first.name);
}

function claims(row: StepEntry, { field, value }: Claim): boolean {
  return row.partial !== true && textOf(row, field) === value && row.refused === undefined;
}

function* duplicatesAmong(rows: readonly StepEntry[]): Iterable<DuplicateClaim> {
  const [first, ...rest] = rows;
  for (const entry of rest) if (entry.name !== first!.name) yield { entry, first: first!, isFirstInCore: false };
}

/** Whether the workspace of `file` leaves a core row as it is. */
function isInForce(row: StepEntry, file: SourceFile, lookup: Lookup): boolean {
  return !lookup.providers(stepKey(row.name)).some(other => other.file === file);
}
