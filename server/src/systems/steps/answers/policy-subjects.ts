import { Part } from '../../../model/fact';
import type { PolicyEntry } from '../../../model/policy';
import type { Lookup } from '../../../model/lookup';
import type { PolicySubjects } from '../../system';
import { effectiveRow } from '../define/core-rows';
import { definitionsOfEntries } from '../define/definitions';
import { isStep, textOf, type StepEntry } from '../facts';

/** Policies apply to all rows of step registries except for those that no loader reads or that a later row replaces. */
export const policySubjects: PolicySubjects = {
  kinds: ['step'],
  entry: (fact, lookup) => (isStep(fact) ? entryOf(fact, lookup) : undefined),
};

function entryOf(entry: StepEntry, lookup: Lookup): PolicyEntry | undefined {
  const [definition] = definitionsOfEntries([entry], lookup);
  if (definition === undefined || definition.replaced === true) return undefined;
  const row = effectiveRow(entry, lookup);
  return {
    kind: 'step',
    name: row.name,
    names: [row.name],
    categories: ['sagemaker_step_type', 'framework'].flatMap(field => textOf(row, field) ?? []),
    workspace: definition.workspace,
    place: { fact: entry, part: Part.name },
    fields: new Map(row.fields.map(({ name, value }) => [name, value])),
    open: row.open === true || row.partial === true || row.shape !== 'mapping',
  };
}
