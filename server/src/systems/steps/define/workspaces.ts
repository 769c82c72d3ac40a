import { folderOf } from '../../../base/paths';
import { compareStrings } from '../../../base/collections';
import type { SourceFile } from '../../../model/fact';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { stepSettings } from '../settings';
import { headerOf, isMetadata, type MetadataEntry, type RegistryHeader } from '../facts';
import { WORKSPACES_KEY, workspaceKey } from '../keys';
import { workspaceDirectory, workspaceFolder } from '../layout';

/** A developer workspace with a registry. */
export interface WorkspaceInfo {
  /** The id it ends up with: its `developer_id`, else its directory name (formats 1.3). */
  readonly id: string;
  readonly directory: string;
  /** Relative to the root. */
  readonly folder: string;
  readonly header: RegistryHeader;
}

/** All developer workspaces that have a registry, by id, then by folder. */
export function workspacesOf(lookup: Lookup): WorkspaceInfo[] {
  const headers = lookup.providers(WORKSPACES_KEY);
  const { workspaces: root } = stepSettings(lookup);
  return headers
    .map(header => workspaceInfo(header))
    .filter(info => root === undefined || folderOf(info.folder) === root)
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.folder, b.folder));
}

/**
 * The workspace that `name` names: by its id, else by its directory. Should several directories end up with one id, the
 * last by path is the one that survives, since each that is loaded replaces the one before (formats 1.3; the real
 * loader goes by the order of the directory, which is not known).
 */
export function workspaceNamed(name: string, lookup: Lookup): WorkspaceInfo | undefined {
  const byId = lastWithId(name, lookup);
  if (byId !== undefined) return byId;
  const byDirectory = registriesNamed(name, lookup).find(header => isInWorkspacesFolder(header, lookup));
  return byDirectory && lastWithId(workspaceInfo(byDirectory).id, lookup);
}

function lastWithId(id: string, lookup: Lookup): WorkspaceInfo | undefined {
  const found = registriesNamed(id, lookup).findLast(
    header => (workspaceIdOf(header.file) ?? header.directory ?? '') === id && isInWorkspacesFolder(header, lookup),
  );
  return found && workspaceInfo(found);
}

/** Whether a workspace lies where the project says that they do. */
function isInWorkspacesFolder(header: RegistryHeader, lookup: Lookup): boolean {
  const { workspaces: root } = stepSettings(lookup);
  return root === undefined || folderOf(workspaceInfo(header).folder) === root;
}

/** Whether a registry is the one that counts for the workspace that it says it is. */
export function isWorkspaceRegistryInForce(registry: SourceFile, workspace: string, lookup: Lookup): boolean {
  if (lookup.providers(workspaceKey(workspace)).every(fact => fact.file === registry)) return true;
  return workspaceNamed(workspace, lookup)?.header.file === registry;
}

/** The registries of workspaces whose directory or id is `name`, by path. */
function registriesNamed(name: string, lookup: Lookup): readonly RegistryHeader[] {
  // It is asked of each row of each of thousands of workspaces.
  return lookup.remember(`workspaces called:${name}`, inner => {
    const headers = inner.providers(workspaceKey(name)).flatMap(fact => headerOf(fact) ?? []);
    return [...new Set(headers)].filter(header => header.form === 'workspace');
  });
}

/** Whether several directories end up as workspace `id`. */
export function isSharedId(id: string, lookup: Lookup): boolean {
  let found = 0;
  return registriesNamed(id, lookup).some(header => workspaceIdOf(header.file) === id && ++found > 1);
}

/** The registries of all directories that end up as workspace `id`, by path. */
export function registriesWithId(id: string, lookup: Lookup): readonly RegistryHeader[] {
  return registriesNamed(id, lookup).filter(header => workspaceIdOf(header.file) === id);
}

export function workspaceInfo(header: RegistryHeader): WorkspaceInfo {
  const { path } = header.file;
  const directory = header.directory ?? '';
  return {
    id: workspaceIdOf(header.file) ?? directory,
    directory,
    folder: workspaceFolder(path) ?? folderOf(path),
    header,
  };
}

/** The id of the workspace that a file lies in. A registry file may rename itself; other files go by their folder. */
export function workspaceIdOf(file: SourceFile): string | undefined {
  const metadata = metadataOf(file);
  if (metadata !== undefined && metadata.name !== '') return metadata.name;
  return workspaceDirectory(file.path);
}

/** It stands before the rows; only what is kept of an earlier text while this one is damaged stands behind them. */
export function metadataOf(file: SourceFile): MetadataEntry | undefined {
  for (const fact of file.facts) {
    if (isMetadata(fact)) return fact;
    if (fact.kind === 'step' && file.problems.length === 0) return undefined;
  }
  return undefined;
}

/** `conflict_tolerance` of the workspace a registry file describes: `low`, `medium` (also when absent) or `high`. */
export function toleranceOf(file: SourceFile): string {
  const metadata = metadataOf(file);
  const tolerance = metadata && fieldOf(metadata, 'conflict_tolerance');
  return typeof tolerance === 'string' ? tolerance : 'medium';
}
