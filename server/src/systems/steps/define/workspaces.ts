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
  /** The `developer_id` of the metadata, else the directory name (formats 1.3). */
  readonly id: string;
  readonly directory: string;
  /** The folder of the workspace, relative to the repository root. */
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
 * The workspace with the id or, if there is none, the directory `name`. If several directories have the same id, the
 * last one by path is taken, since the loader replaces each by the next one (formats 1.3; the real loader goes by the
 * order of the directory listing, which is not known).
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

/** Whether a workspace lies in the folder that the project file sets for workspaces, if it sets one. */
function isInWorkspacesFolder(header: RegistryHeader, lookup: Lookup): boolean {
  const { workspaces: root } = stepSettings(lookup);
  return root === undefined || folderOf(workspaceInfo(header).folder) === root;
}

/** Whether `registry` is the registry of `workspace` that takes effect, if several have this id. */
export function isWorkspaceRegistryInForce(registry: SourceFile, workspace: string, lookup: Lookup): boolean {
  if (lookup.providers(workspaceKey(workspace)).every(fact => fact.file === registry)) return true;
  return workspaceNamed(workspace, lookup)?.header.file === registry;
}

/** The registries of workspaces whose directory or id is `name`, by path. */
function registriesNamed(name: string, lookup: Lookup): readonly RegistryHeader[] {
  // Remembered, since it is called for each row of each of thousands of workspaces.
  return lookup.remember(`workspaces called:${name}`, inner => {
    const headers = inner.providers(workspaceKey(name)).flatMap(fact => headerOf(fact) ?? []);
    return [...new Set(headers)].filter(header => header.form === 'workspace');
  });
}

/** Whether several directories have the workspace id `id`. */
export function isSharedId(id: string, lookup: Lookup): boolean {
  let found = 0;
  return registriesNamed(id, lookup).some(header => workspaceIdOf(header.file) === id && ++found > 1);
}

/** The registries of all directories that have the workspace id `id`, by path. */
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

/** The id of the workspace that a file lies in: for a registry its `developer_id`, for other files the directory. */
export function workspaceIdOf(file: SourceFile): string | undefined {
  const metadata = metadataOf(file);
  if (metadata !== undefined && metadata.name !== '') return metadata.name;
  return workspaceDirectory(file.path);
}

/**
 * The metadata of a registry file. Metadata precedes the rows, so the search stops at the first row; in a damaged file,
 * metadata that was kept from an earlier text may follow them.
 */
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
