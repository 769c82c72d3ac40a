import { fileName, folderOf } from '../../base/paths';
import { isArtifactType, metadataFileOf, type ArtifactType } from './vocabulary';

/** A path in a registry with `/` only and no `.`; nothing where it leads upwards out of its beginning, is empty, or can be none. */
export function normalizedPath(path: string): string | undefined {
  if (path.includes('\0')) return undefined;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length === 0 ? undefined : segments.join('/');
}

/** What the folders of a metadata file say: `nodes/…/<name>/<version>/`. */
export interface Home {
  readonly type: ArtifactType;
  readonly name: string;
  /** As the folder is called: `v1_0_0`. Of a folder that is called otherwise, as the registry has it; empty where that is no text. */
  readonly version: string;
  readonly folder: string;
  /** The file is called as metadata files of this type are. */
  readonly isUsual: boolean;
}

/** The artifact that a file directly in a version folder belongs to; nothing elsewhere. */
export function homeOf(path: string): Home | undefined {
  const folders = folderOf(path).split('/');
  const file = fileName(path);
  const version = folders.at(-1);
  const name = folders.at(-2);
  if (version === undefined || name === undefined || !isVersionFolder(version)) return undefined;
  const type = folders.slice(0, -2).findLast(isArtifactType);
  if (type === undefined) return undefined;
  return { type, name, version, folder: folders.join('/'), isUsual: file === metadataFileOf(type) };
}

/** `v1_0_0`: what the version resolver takes for the folder of a version (formats 3.2). */
export function isVersionFolder(name: string): boolean {
  return /^v\d+_\d+_\d+$/.test(name);
}

/** Old versions that are kept out of the way (document 004). */
export function isArchived(path: string): boolean {
  return /(^|\/)archive\//.test(`${path}/`);
}

/** Samples and fixtures: nothing there is meant to be registered. */
export function isSamplePath(path: string): boolean {
  return /(^|\/)(?:[^/]*_)?(?:tests?|testing|testdata|fixtures?|testcases|mocks?)\//.test(path);
}
