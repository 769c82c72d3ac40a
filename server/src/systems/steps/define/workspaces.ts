import { folderOf } from '../../../base/paths';
import { compareStrings } from '../../../base/collections';
import type { FactFile } from '../../../model/fact';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { stepSettings } from '../settings';
import { headerOf, isHeader, isMetadata, type MetadataEntry, type RegistryHeader } from '../facts';
import { runOf } from './core-rows';
import { WORKSPACES_KEY, workspaceKey } from '../keys';
import { workspaceDirectory, workspaceFolder, WORKSPACES_ROOT } from '../layout';

/** A developer workspace with a registry. */
export interface WorkspaceInfo {
  /** The `developer_id` of the metadata, else the directory name (formats 1.3). */
  readonly id: string;
  readonly directory: string;
  /** The folder of the workspace, relative to the repository root. */
  readonly folder: string;
  readonly header: RegistryHeader;
}

/** All developer workspaces that have a registry, loaded or not, by id, then by folder. */
export function workspacesOf(lookup: Lookup): WorkspaceInfo[] {
  return lookup
    .providers(WORKSPACES_KEY)
    .filter(header => whyNotAWorkspace(header, lookup) === undefined)
    .map(workspaceInfo)
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.folder, b.folder));
}

/**
 * The workspace with the id or, if there is none, the directory `name`. If several directories end up under one id, the
 * last one by path that runs is taken, since the loader replaces each by the next one (formats 1.3; the real loader goes by the
 * order of the directory listing, which is not known).
 */
export function workspaceNamed(name: string, lookup: Lookup): WorkspaceInfo | undefined {
  const byId = lastWithId(name, lookup);
  if (byId !== undefined) return byId;
  const byDirectory = registriesNamed(name, lookup).find(header => whyNotAWorkspace(header, lookup) === undefined);
  return byDirectory && lastWithId(workspaceInfo(byDirectory).id, lookup);
}

/** Whether some folder may be the workspace that code calls `name`: one with a registry, loaded or not, or one without. */
export function workspaceFolderNamed(name: string, lookup: Lookup): boolean {
  if (registriesNamed(name, lookup).length > 0) return true;
  const root = stepSettings(lookup).workspaces ?? WORKSPACES_ROOT;
  return lookup.hasFolder(`${root}/${name}`);
}

function lastWithId(id: string, lookup: Lookup): WorkspaceInfo | undefined {
  const all = registriesNamed(id, lookup).filter(
    header => workspaceInfo(header).id === id && whyNotAWorkspace(header, lookup) === undefined,
  );
  // A file that is not run to its end replaces nothing: the loader passes it over.
  const found = all.findLast(header => runs(header, lookup)) ?? all.at(-1);
  return found && workspaceInfo(found);
}

/** Why the registry manager does not look at a registry, as the end of a sentence; undefined if it does. */
export function whyNotAWorkspace(header: RegistryHeader, lookup: Lookup): string | undefined {
  const { workspaces: stated } = stepSettings(lookup);
  const parent = folderOf(workspaceInfo(header).folder);
  if (stated !== undefined)
    return parent === stated ? undefined : `it is not in '${stated}', where the project file says that workspaces are`;
  if (parent === WORKSPACES_ROOT || !lookup.hasFolder(WORKSPACES_ROOT)) return undefined;
  return `it is not directly in '${WORKSPACES_ROOT}', where the registry manager looks for workspaces`;
}

/** The registries of workspaces whose directory or id is `name`, by path. */
export function registriesNamed(name: string, lookup: Lookup): readonly RegistryHeader[] {
  // Remembered, since it is called for each row of each of thousands of workspaces.
  return lookup.remember(`workspaces called:${name}`, inner => {
    const headers = inner.providers(workspaceKey(name)).flatMap(fact => headerOf(fact) ?? []);
    return [...new Set(headers)].filter(header => header.form === 'workspace');
  });
}

/** Whether several directories have the workspace id `id`. */
export function isSharedId(id: string, lookup: Lookup): boolean {
  return registriesWithId(id, lookup).length > 1;
}

/** The registries of all directories that end up as the workspace `id`, by path; without those whose id code decides. */
export function registriesWithId(id: string, lookup: Lookup): readonly RegistryHeader[] {
  return registriesNamed(id, lookup).filter(
    header =>
      header.id?.is !== 'cannot tell' &&
      workspaceInfo(header).id === id &&
      runs(header, lookup) &&
      whyNotAWorkspace(header, lookup) === undefined,
  );
}

/**
 * The registry that takes the id of a workspace away from it, because the registry manager comes to it later: either its
 * own id is the same, or its directory is called so, since the manager begins with the name of the directory, whatever
 * `developer_id` says (formats 1.3). Directories count as read by name; the real order is that of the disk. An id that
 * code decides may be any, so nobody is known to take it.
 */
export function laterRival(header: RegistryHeader, lookup: Lookup): RegistryHeader | undefined {
  if (header.id?.is === 'cannot tell') return undefined;
  const { id, directory } = workspaceInfo(header);
  const rivals = registriesNamed(id, lookup);
  if (rivals.length < 2) return undefined;
  return rivals.find(
    rival =>
      rival !== header &&
      (rival.directory === id || workspaceInfo(rival).id === id) &&
      runs(rival, lookup) &&
      compareStrings(rival.directory ?? '', directory) > 0 &&
      whyNotAWorkspace(rival, lookup) === undefined,
  );
}

/** Whether it is certain that a later registry takes the id `id`: its file runs, and is called so or says so for certain. */
export function takesForCertain(rival: RegistryHeader, id: string, lookup: Lookup): boolean {
  return runOf(rival, lookup) === undefined && (rival.directory === id || rival.id?.is !== 'cannot tell');
}

/** Whether a registry file runs to its end, as far as can be told. */
function runs(header: RegistryHeader, lookup: Lookup): boolean {
  const run = runOf(header, lookup);
  return run === undefined || run.outcome === 'cannot tell';
}

/** The id and folder of the workspace that a registry belongs to. */
export function workspaceInfo(header: RegistryHeader): WorkspaceInfo {
  const { path } = header.file;
  const directory = header.directory ?? '';
  return { id: idOf(header) ?? directory, directory, folder: workspaceFolder(path) ?? folderOf(path), header };
}

/** The id of the workspace that a file lies in: for a registry its `developer_id`, for other files the directory. */
export function workspaceIdOf(file: FactFile): string | undefined {
  const header = file.headers.find(isHeader);
  return (header && idOf(header)) ?? workspaceDirectory(file.path);
}

/** The id that `developer_id` gives a workspace, as far as can be told; undefined if that is the name of its directory. */
function idOf({ id }: RegistryHeader): string | undefined {
  if (id?.is === 'text') return id.text;
  if (id?.is === 'cannot tell') return id.likely;
  return id?.is === 'no text' ? `developer_id ${id.text}` : undefined;
}

/** The metadata of a registry file. */
export function metadataOf(file: FactFile): MetadataEntry | undefined {
  return file.headers.find(isMetadata);
}

/** `conflict_tolerance` of the workspace a registry file describes: `low`, `medium` (also when absent) or `high`. */
export function toleranceOf(file: FactFile): string {
  const metadata = metadataOf(file);
  const tolerance = metadata && fieldOf(metadata, 'conflict_tolerance');
  return typeof tolerance === 'string' ? tolerance : 'medium';
}
