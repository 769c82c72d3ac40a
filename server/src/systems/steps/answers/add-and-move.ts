import { truncateName } from '../../../base/message-text';
import type { FixEdit } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import { isUnknown } from '../../../model/value';
import type { Answers, StagedEdits } from '../../system';
import { coreOf, rowsIn } from '../define/core';
import { effectiveRow } from '../define/core-rows';
import { definitionsOf, loadedDefinitionsOf } from '../define/definitions';
import { stepsTable } from '../define/steps-table';
import type { StepEntry } from '../facts';
import { workspaceFolder } from '../layout';
import { workspaceNamed } from '../define/workspaces';
import { whyNoStepName } from './new-names';

/** Adds a row to the core registry or, with a workspace, to its steps or its overrides. */
export const add: NonNullable<Answers['add']> = (name, fields, { workspace, override = false }, lookup) => {
  const refusal = whyNoStepName(name);
  if (refusal !== undefined) return refusal;
  if (override && workspace === undefined) return { refused: 'Only a workspace overrides: say which.' };
  const where = workspace === undefined ? tableOf(lookup) : tableIn(workspace, override, lookup);
  if ('refused' in where) return where;
  const loaded = loadedDefinitionsOf(name, lookup);
  if (loaded.some(definition => definition.workspace === workspace))
    return { refused: `${ownerInWords(workspace)} has a step '${truncateName(name)}' already.` };
  const overridden = override ? loaded.find(({ scope }) => scope === 'core') : undefined;
  if (override && overridden === undefined)
    return { refused: `Core has no step '${truncateName(name)}' that could be overridden.` };
  const own = overridden === undefined ? [] : effectiveRow(overridden.entry, lookup).fields;
  const value = new Map([
    ...own.filter(field => !isUnknown(field.value)).map(field => [field.name, field.value] as const),
    ...fields,
  ]);
  return { stages: [[{ do: 'add-entry', ...where, name, value }]] };
};

/**
 * The edits that move a step from one owner to another; undefined is core. In core its row replaces the one of the same name;
 * a workspace that has the name is left alone, since two rows of a person would become one.
 */
export function move(name: string, from: string | undefined, to: string | undefined, lookup: Lookup): StagedEdits {
  if (from === to) return { refused: `${ownerInWords(from)} is where it comes from and where it goes to.` };
  const loaded = definitionsOf(name, lookup).filter(definition => definition.loaded !== false);
  const own = loaded.filter(definition => definition.workspace === from);
  const moved = own.find(({ scope }) => scope === 'override') ?? own[0];
  if (moved === undefined) return { refused: `${ownerInWords(from)} has no step '${truncateName(name)}'.` };
  if (moved.entry.table === 'interface')
    return {
      refused: `Core has '${truncateName(name)}' from ${moved.entry.file.path}, which is no row that can be moved.`,
    };
  const there = loaded.filter(definition => definition.workspace === to).map(definition => definition.entry);
  if (to !== undefined && there.length > 0)
    return { refused: `${ownerInWords(to)} has a step '${truncateName(name)}' already.` };
  const staysOverride = moved.scope === 'override' && loaded.some(({ scope }) => scope === 'core');
  const where = to === undefined ? tableOf(lookup) : tableIn(to, staysOverride, lookup);
  if ('refused' in where) return where;
  const entry = effectiveRow(moved.entry, lookup);
  if (entry.shape !== 'mapping' || entry.open === true || hasUnknown(entry))
    return { refused: `Code decides what '${truncateName(name)}' is: its row cannot be written elsewhere.` };
  const gone = [...own.map(definition => definition.entry), ...there];
  const removals = gone.map((fact): FixEdit => ({ do: 'remove-entry', fact }));
  const value = new Map(entry.fields.map(field => [field.name, field.value]));
  return { stages: [removals, [{ do: 'add-entry', ...where, name, value }]] };
}

function ownerInWords(owner: string | undefined): string {
  return owner === undefined ? 'Core' : `Workspace '${truncateName(owner)}'`;
}

/** The path that a file of a workspace gets when the workspace lands in core; undefined if the file does not land. */
export function pathInCore(path: string, lookup: Lookup): string | undefined {
  const folder = workspaceFolder(path);
  const core = coreOf(lookup);
  const inner = `${folder ?? ''}/${PACKAGE}`;
  if (folder === undefined || core === undefined || !path.startsWith(inner)) return undefined;
  const below = path.slice(inner.length);
  return below.startsWith('registry/') || below.endsWith('__init__.py') ? undefined : `${core.package}/${below}`;
}

const PACKAGE = 'src/cursus_dev/';

function hasUnknown(entry: StepEntry): boolean {
  return entry.fields.some(({ value }) => isUnknown(value));
}

/** A table that rows can be added to. */
interface Target {
  readonly path: string;
  readonly to: string;
}

function tableOf(lookup: Lookup): Target | { readonly refused: string } {
  const core = coreOf(lookup);
  const header = core?.headers[0];
  if (core === undefined || header === undefined) return { refused: 'No core registry is in sight.' };
  if (header.form === 'table') return { path: header.file.path, to: 'step_names' };
  const variable = rowsIn(header, lookup)[0]?.table ?? 'STEP_NAMES';
  if (header.form === 'literal') return { path: header.file.path, to: variable };
  return { refused: 'The core registry is not a table of rows: write a .step.yaml interface for the step instead.' };
}

function tableIn(workspace: string, isOverride: boolean, lookup: Lookup): Target | { readonly refused: string } {
  const found = workspaceNamed(workspace, lookup);
  if (found === undefined) return { refused: `There is no workspace '${truncateName(workspace)}' with a registry.` };
  return { path: found.header.file.path, to: isOverride ? 'STEP_OVERRIDES' : stepsTable(lookup) };
}
