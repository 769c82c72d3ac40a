import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isUnknown, type Value } from '../../../model/value';
import type { ExportedTable } from '../../system';
import { effectiveRow } from '../define/core-rows';
import type { Definition } from '../define/definitions';
import { type StepEntry } from '../facts';
import { openParts } from './list';
import { mergedView } from '../resolve/resolve';

/**
 * The dictionaries that the run time derives from `STEP_NAMES` (formats 1.1), as seen in a workspace. As at run time,
 * the later of two steps with the same key is kept; `omissions` lists the others, values that code decides, and rows of which it cannot be told whether they are there.
 */
export const exportedTables: Readonly<
  Record<string, (workspace: string | undefined, lookup: Lookup) => ExportedTable>
> = {
  'step-names': (workspace, lookup) => {
    const omissions: string[] = [];
    const { certain, undecided } = viewOf(lookup, workspace);
    const rows = certain.map(entry => [entry.name, rowOf(effectiveRow(entry, lookup), omissions)] as const);
    omissions.push(...undecided.map(({ entry, reason = '' }) => `${entry.name}: ${reason}`));
    omissions.push(...furtherRows(workspace, lookup));
    return { name: 'STEP_NAMES', value: new Map(rows), omissions };
  },
  'config-registry': derived('CONFIG_STEP_REGISTRY', entry => [fieldOf(entry, 'config_class'), entry.name]),
  'builder-names': derived('BUILDER_STEP_NAMES', entry => [entry.name, fieldOf(entry, 'builder_step_name')]),
  'spec-types': derived('SPEC_STEP_TYPES', entry => [entry.name, fieldOf(entry, 'spec_type')]),
};

/** What the table of a workspace holds for certain, and what it may hold. */
function viewOf(
  lookup: Lookup,
  workspace: string | undefined,
): { readonly certain: readonly StepEntry[]; readonly undecided: readonly Definition[] } {
  const all = [...mergedView(lookup, workspace).values()];
  return {
    certain: all.filter(({ loaded }) => loaded === true).map(({ entry }) => entry),
    undecided: all.filter(({ loaded }) => loaded === null),
  };
}

function rowOf(entry: StepEntry, omissions: string[]): Value {
  const known = entry.fields.filter(({ name, value }) => {
    if (!hasUnknown(value)) return true;
    omissions.push(`${name} of ${entry.name}: code decides it`);
    return false;
  });
  return new Map(known.map(({ name, value }) => [name, value]));
}

function derived(
  name: string,
  pairOf: (entry: StepEntry) => readonly [Value | undefined, Value | undefined],
): (workspace: string | undefined, lookup: Lookup) => ExportedTable {
  return (workspace, lookup) => {
    const value = new Map<string, Value>();
    const omissions: string[] = [];
    const { certain, undecided } = viewOf(lookup, workspace);
    for (const entry of certain) {
      const [key, made] = pairOf(effectiveRow(entry, lookup));
      if (typeof key !== 'string' || made === undefined || hasUnknown(made)) {
        omissions.push(`${entry.name}: its row does not say so, or code decides it`);
        continue;
      }
      const before = value.get(key);
      if (typeof before === 'string') omissions.push(`${before}: ${entry.name} has ${key}, too`);
      value.set(key, made);
    }
    for (const { entry, reason = '' } of undecided) {
      const [key] = pairOf(effectiveRow(entry, lookup));
      omissions.push(`${entry.name}: ${reason}`);
      // The undecided row may take the place of one that has the same key.
      if (typeof key === 'string' && value.delete(key)) omissions.push(`${key}: ${entry.name} may have it, too`);
    }
    omissions.push(...furtherRows(workspace, lookup));
    return { name, value, omissions };
  };
}

/** The tables in force that may hold rows which no text names. */
function furtherRows(workspace: string | undefined, lookup: Lookup): string[] {
  const inForce = openParts(workspace, lookup).filter(
    each => each.workspace === undefined || each.workspace === workspace,
  );
  return inForce.map(({ name, reason }) => `further rows of ${name}: ${reason}`);
}

function hasUnknown(value: Value): boolean {
  if (value instanceof Map) return [...(value as ReadonlyMap<string, Value>).values()].some(hasUnknown);
  return Array.isArray(value) ? (value as readonly Value[]).some(hasUnknown) : isUnknown(value);
}
