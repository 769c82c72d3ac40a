import { compareStrings } from '../../../base/collections';
import { fieldOf } from '../../../model/fields';
import { isList, isUnknown, nonEmptyText, stringsOf, type Unknown, type Value } from '../../../model/value';
import type { Lookup } from '../../../model/lookup';
import { effectiveRow } from '../define/core-rows';
import type { Definition } from '../define/definitions';
import { headerOf, type StepEntry } from '../facts';

/** A loaded definition with the values that decide between it and others. `Unknown` is a value that code decides. */
export interface Candidate {
  readonly definition: Definition;
  readonly scope: Definition['scope'];
  readonly workspace: string | undefined;
  /** The lower number wins; 100 unless said otherwise. */
  readonly priority: number | Unknown;
  readonly framework: string | undefined | Unknown;
  /** The environments that it is for; an empty list means all. */
  readonly environment: readonly string[] | Unknown;
  readonly strategy: string | undefined | Unknown;
}

/** The priority of a row that states none (resolution.md). */
export const DEFAULT_PRIORITY = 100;

/** A definition with what deciding between several looks at. */
export function candidateOf(definition: Definition, lookup: Lookup): Candidate {
  const { scope, workspace } = definition;
  const entry = effectiveRow(definition.entry, lookup);
  const priority = fieldOrUnknown(entry, 'priority');
  const framework = fieldOrUnknown(entry, 'framework');
  const environment = fieldOrUnknown(entry, 'environment_tags');
  const strategy = fieldOrUnknown(entry, 'conflict_resolution_strategy');
  return {
    definition,
    scope,
    workspace,
    priority: isUnknown(priority) ? priority : numberOf(priority),
    framework: isUnknown(framework) ? framework : nonEmptyText(framework),
    environment: environmentOf(environment),
    strategy: isUnknown(strategy) ? strategy : nonEmptyText(strategy),
  };
}

/** Sorts core before workspaces, and workspaces by id. */
export function compareOwners(a: Candidate, b: Candidate): number {
  if (a.scope === 'core' || b.scope === 'core') return Number(b.scope === 'core') - Number(a.scope === 'core');
  return compareStrings(a.workspace ?? '', b.workspace ?? '');
}

/**
 * The scope and owner of a definition in words: `core`, `override of alice`, `local of alice`. A workspace whose id is no text is
 * called by its directory.
 */
export function definitionInWords({ definition }: Pick<Candidate, 'definition'>): string {
  const { entry, scope, workspace } = definition;
  if (scope === 'core') return 'core';
  const header = headerOf(entry);
  const owner = header?.id?.is === 'no text' ? header.directory : workspace;
  return `${scope === 'override' ? 'override' : 'local'} of ${owner ?? ''}`;
}

/** The value of a field; an `Unknown` if the row does not name the field, but may have it at run time. */
function fieldOrUnknown(entry: StepEntry, field: string): Value | undefined {
  const value = fieldOf(entry, field);
  if (value !== undefined) return value;
  return entry.open === true || entry.shape === 'unknown' ? { unknown: field } : undefined;
}

function numberOf(value: Value | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : DEFAULT_PRIORITY;
}

function environmentOf(value: Value | undefined): readonly string[] | Unknown {
  if (isUnknown(value)) return value;
  const unknown = isList(value) ? value.find(item => isUnknown(item)) : undefined;
  return isUnknown(unknown) ? unknown : stringsOf(value);
}
