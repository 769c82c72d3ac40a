import { defined } from '../../../base/defined';
import type { Fact, FactFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { coreOf } from './core';
import { headerOf, isStep, textOf, type StepEntry } from '../facts';
import { stepKey } from '../keys';
import { isReadTable } from './steps-table';

/** A row of one step, together with an earlier row of another step that has the same value in a field. */
export interface DuplicateClaim {
  readonly entry: StepEntry;
  readonly first: StepEntry;
  /** The earlier row is in core, and the later one in a workspace. */
  readonly isFirstInCore: boolean;
}

/** A value of a field that only one step can have, since a run-time dictionary leads from the value to the step. */
export interface Claim {
  readonly field: 'builder_step_name' | 'config_class' | 'spec_type';
  readonly value: string;
  /** Whether rows of workspaces are also compared with rows of core. */
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
    const rows = inFile.filter(isStep).filter(row => isReadFromWorkspace(row, lookup) && claims(row, claim));
    yield* duplicatesAmong(rows);
    // A row that replaces a core row may have its values, which is the usual case.
    const others = isAlone ? [] : core.filter(row => rows.some(entry => entry.name !== row.name));
    const first = others.find(row => isInForce(row, defined(rows[0], 'a row of the file').file, lookup));
    if (first !== undefined)
      for (const entry of rows) if (entry.name !== first.name) yield { entry, first, isFirstInCore: true };
  }
}

/** Splits facts, which are in order of their files, into one list for each file. */
function* groupedByFile(facts: readonly Fact[]): Iterable<readonly Fact[]> {
  for (let from = 0, to; from < facts.length; from = to) {
    const { file } = defined(facts[from], 'the first fact of a file');
    to = from + 1;
    while (facts[to]?.file === file) to++;
    yield facts.slice(from, to);
  }
}

function isReadFromWorkspace(row: StepEntry, lookup: Lookup): boolean {
  return headerOf(row)?.form === 'workspace' && isReadTable(row.table, lookup);
}

/** Whether some facts are rows of different steps. Most values have one step only, so this saves further work. */
export function haveDifferentSteps(users: readonly Fact[]): boolean {
  const first = users.find(isStep);
  return first !== undefined && users.some(fact => isStep(fact) && fact.name !== first.name);
}

function claims(row: StepEntry, { field, value }: Claim): boolean {
  return row.gone === undefined && row.partial !== true && row.refused === undefined && textOf(row, field) === value;
}

function* duplicatesAmong(rows: readonly StepEntry[]): Iterable<DuplicateClaim> {
  const [first, ...rest] = rows;
  if (first === undefined) return;
  for (const entry of rest) if (entry.name !== first.name) yield { entry, first, isFirstInCore: false };
}

/** Whether a core row is in force in the workspace of `file`, which then has no row of that name. */
function isInForce(row: StepEntry, file: FactFile, lookup: Lookup): boolean {
  return !lookup.providers(stepKey(row.name)).some(other => other.file === file);
}
