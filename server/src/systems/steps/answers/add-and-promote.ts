import { truncateName } from '../../../base/message-text';
import type { FixEdit } from '../../../model/fix';
import type { Lookup } from '../../../model/lookup';
import type { Value } from '../../../model/value';
import type { StagedEdits } from '../../system';
import { coreOf, rowsIn } from '../define/core';
import { effectiveRow } from '../define/core-rows';
import { definitionsOf, loadedDefinitionsOf } from '../define/definitions';
import { stepsTable } from '../define/steps-table';
import type { StepEntry } from '../facts';
import { workspaceFolder } from '../layout';
import { workspaceNamed } from '../define/workspaces';
import { whyNoStepName } from './new-names';

/** The edits that add a row to the core registry or, with `workspace`, to its steps. */
export function add(
  name: string,
  fields: ReadonlyMap<string, Value>,
  workspace: string | undefined,
  lookup: Lookup,
): StagedEdits {
  const refusal = whyNoStepName(name);
  if (refusal !== undefined) return refusal;
  const where = workspace === undefined ? tableOf(lookup) : localsOf(workspace, lookup);
  if ('refused' in where) return where;
  const known = loadedDefinitionsOf(name, lookup).some(definition => definition.workspace === workspace);
  if (known)
    return {
      refused: `${workspace === undefined ? 'Core' : `Workspace '${truncateName(workspace)}'`} has a step '${truncateName(name)}' already.`,
    };
  return { stages: [[{ do: 'add-entry', ...where, name, value: fields }]] };
}

/** The edits that move a step from a workspace into core, where its row replaces the core row of the same name. */
export function promote(name: string, workspace: string, lookup: Lookup): StagedEdits {
  const loaded = definitionsOf(name, lookup).filter(definition => definition.loaded !== false);
  const own = loaded.filter(definition => definition.workspace === workspace);
  const promoted = own.find(({ scope }) => scope === 'override') ?? own[0];
  if (promoted === undefined)
    return { refused: `Workspace '${truncateName(workspace)}' has no step '${truncateName(name)}'.` };
  const where = tableOf(lookup);
  if ('refused' in where) return where;
  const entry = effectiveRow(promoted.entry, lookup);
  if (entry.shape !== 'mapping' || entry.open === true || hasUnknown(entry))
    return { refused: `Code decides what '${truncateName(name)}' is: its row cannot be written elsewhere.` };
  const replaced = loaded.filter(({ scope }) => scope === 'core').map(definition => definition.entry);
  const gone = [...own.map(definition => definition.entry), ...replaced];
  const removals = gone.map((fact): FixEdit => ({ do: 'remove-entry', fact }));
  const value = new Map(entry.fields.map(field => [field.name, field.value]));
  return { stages: [removals, [{ do: 'add-entry', ...where, name, value }]] };
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
  return entry.fields.some(({ value }) => typeof value === 'object' && value !== null && 'unknown' in value);
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

function localsOf(workspace: string, lookup: Lookup): Target | { readonly refused: string } {
  const found = workspaceNamed(workspace, lookup);
  if (found === undefined) return { refused: `There is no workspace '${truncateName(workspace)}' with a registry.` };
  return { path: found.header.file.path, to: stepsTable(lookup) };
}
