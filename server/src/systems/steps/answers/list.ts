import { compareStrings } from '../../../base/collections';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { jsonOf } from '../../../model/value';
import type { ListItem, OpenPart, WorkspaceItem } from '../../system';
import { coreOf, type Core } from '../define/core';
import { effectiveRow } from '../define/core-rows';
import { allDefinitions, type Definition } from '../define/definitions';
import { stepsTable } from '../define/steps-table';
import { coreDoubt, openTables } from '../resolve/doubts';
import { mergedView } from '../resolve/resolve';
import { verdictOfWorkspace } from '../define/verdict';
import { workspacesOf } from '../define/workspaces';
import type { RegistryHeader } from '../facts';

/** Every row of core and all workspaces or, with `workspace`, what `STEP_NAMES` holds there; by name, then by path. */
export function list(workspace: string | undefined, lookup: Lookup): readonly ListItem[] {
  const definitions = workspace === undefined ? allDefinitions(lookup) : [...mergedView(lookup, workspace).values()];
  return definitions
    .map(definition => listItem(definition, lookup))
    .sort((a, b) => compareStrings(a.name, b.name) || compareStrings(a.place.fact.file.path, b.place.fact.file.path));
}

/** The tables that may hold steps which no text names. */
export function openParts(workspace: string | undefined, lookup: Lookup): readonly OpenPart[] {
  const all = workspacesOf(lookup);
  const core = hasOpenFile(coreOf(lookup)) ? coreDoubt(lookup) : undefined;
  const shown = workspace === undefined ? all : all.filter(({ id }) => id === workspace);
  return [...(core === undefined ? [] : [core]), ...shown.flatMap(each => openTables(each, lookup))].map(
    ({ scope, workspace: owner, reason, at }) => {
      const name = scope === 'core' ? 'STEP_NAMES' : scope === 'override' ? 'STEP_OVERRIDES' : stepsTable(lookup);
      return { name, scope, workspace: owner, reason, place: at };
    },
  );
}

/** Whether a file of core itself may hold more; what may lie elsewhere, unseen, is said of the repository as a whole. */
function hasOpenFile(core: Core | undefined): boolean {
  return core?.headers.some(({ open, file }) => open || file.incomplete) === true;
}

/** The SageMaker step type of a row. */
export function typeOf({ fields }: ListItem): string | undefined {
  const type = fields['sagemaker_step_type'];
  return typeof type === 'string' ? type : undefined;
}

/** Whether a row has this SageMaker step type; capitals do not matter. */
export function isOfType({ fields }: ListItem, type: string): boolean {
  return String(fields['sagemaker_step_type']).toLowerCase() === type.toLowerCase();
}

/** The workspaces, each with whether its registry is loaded. */
export function workspaces(lookup: Lookup): readonly WorkspaceItem[] {
  return workspacesOf(lookup).map(({ id, folder, header }) => ({
    id,
    folder,
    place: { fact: header, part: Part.whole },
    ...verdictOfWorkspace(header, lookup),
    ...mayBe(header),
  }));
}

/** Where it cannot be told whether `developer_id` counts, the workspace may be called like its directory. */
function mayBe({ id, directory }: RegistryHeader): Pick<WorkspaceItem, 'mayBe'> {
  return id?.likely === undefined || directory === undefined ? {} : { mayBe: directory };
}

function listItem({ entry, scope, workspace, loaded, reason, reasonAt }: Definition, lookup: Lookup): ListItem {
  return {
    kind: 'step',
    name: entry.name,
    scope,
    workspace,
    place: { fact: entry, part: Part.name },
    fields: Object.fromEntries(effectiveRow(entry, lookup).fields.map(field => [field.name, jsonOf(field.value)])),
    loaded,
    ...(reason === undefined ? {} : { reason }),
    ...(reasonAt === undefined ? {} : { reasonAt }),
  };
}
