import type { Lookup } from '../../../model/lookup';
import type { LoadingPoints, RegistryHeader, StepsTable, Table } from '../facts';
import { stepSettings } from '../settings';

/**
 * The variable in which developer workspaces keep their steps: `LOCAL_STEPS`, which the registry manager reads, unless the project
 * file says that this repository is one of the older documents' `WORKSPACE_STEPS`.
 */
export function stepsTable(lookup: Lookup): StepsTable {
  return stepSettings(lookup).workspaceVariable ?? 'LOCAL_STEPS';
}

/** Whether rows of a table of a developer workspace count in this repository. */
export function isReadTable(table: Table, lookup: Lookup): boolean {
  return table === 'STEP_OVERRIDES' || table === stepsTable(lookup);
}

/** Where the loading of a registry stops, and from where on it cannot be told, by the variable that counts in this repository. */
export function loadingPoints(header: RegistryHeader, lookup: Lookup): LoadingPoints {
  const { withWorkspaceSteps } = header;
  return withWorkspaceSteps !== undefined && stepsTable(lookup) === 'WORKSPACE_STEPS' ? withWorkspaceSteps : header;
}
