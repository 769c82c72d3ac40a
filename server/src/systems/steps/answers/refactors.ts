import { classKey } from '../../../model/class-outline';
import type { Fix } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import type { Named } from '../../system';
import { isStep, textOf, type StepEntry } from '../facts';
import { isWorkspaceRow } from '../define/checked-rows';
import { stubbedStepOf, stubFor } from '../components/stubs';

/** On the name of a row: to the other table of its registry, and the classes that it names and nobody has written yet. */
export function refactors({ place: { fact } }: Named, lookup: Lookup): readonly Fix[] {
  if (!isStep(fact) || fact.partial === true) return [];
  return [
    ...moves(fact),
    ...stub('builder', 'builder_step_name', fact, lookup),
    ...stub('config', 'config_class', fact, lookup),
  ];
}

function moves(entry: StepEntry): Fix[] {
  if (!isWorkspaceRow(entry)) return [];
  const to = entry.table === 'STEP_OVERRIDES' ? 'LOCAL_STEPS' : 'STEP_OVERRIDES';
  return [{ title: `Move to ${to}`, safe: false, edits: [{ do: 'move-entry', fact: entry, to }] }];
}

function stub(role: 'builder' | 'config', field: string, entry: StepEntry, lookup: Lookup): Fix[] {
  const name = textOf(entry, field);
  if (name === undefined || lookup.providers(classKey(name)).length > 0) return [];
  const edit = stubFor(role, name, stubbedStepOf(entry));
  return edit === undefined
    ? []
    : [{ title: role === 'builder' ? 'Create a builder' : 'Create a config class', safe: false, edits: [edit] }];
}
