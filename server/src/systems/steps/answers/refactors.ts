import { classKey } from '../../../model/class-outline';
import type { Fix } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import type { NamedSymbol } from '../../system';
import { isStep, textOf, type StepEntry } from '../facts';
import { isWorkspaceRow } from '../define/core';
import { stepsTable } from '../define/steps-table';
import { stubbedStepOf, stubFor } from '../components/stubs';

/** Refactorings at the name of a row: moving it to the other table of its registry, and creating missing classes. */
export function refactors({ place: { fact } }: NamedSymbol, lookup: Lookup): readonly Fix[] {
  if (!isStep(fact) || fact.partial === true) return [];
  return [
    ...moveFixes(fact, lookup),
    ...stubFixes('builder', 'builder_step_name', fact, lookup),
    ...stubFixes('config', 'config_class', fact, lookup),
  ];
}

function moveFixes(entry: StepEntry, lookup: Lookup): Fix[] {
  if (!isWorkspaceRow(entry)) return [];
  const to = entry.table === 'STEP_OVERRIDES' ? stepsTable(lookup) : 'STEP_OVERRIDES';
  return [{ title: `Move to ${to}`, safe: false, edits: [{ do: 'move-entry', fact: entry, to }] }];
}

function stubFixes(role: 'builder' | 'config', field: string, entry: StepEntry, lookup: Lookup): Fix[] {
  const name = textOf(entry, field);
  if (name === undefined || lookup.providers(classKey(name)).length > 0) return [];
  const edit = stubFor(role, name, stubbedStepOf(entry));
  return edit === undefined
    ? []
    : [{ title: role === 'builder' ? 'Create a builder' : 'Create a config class', safe: false, edits: [edit] }];
}
