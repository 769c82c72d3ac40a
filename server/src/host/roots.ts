import fs from 'node:fs';
import path from 'node:path';
import { isWorkspaceByPlace } from '../base/read-by-place';
import { ROOT_MARKS } from './root-marks';

/**
 * The root that a file or folder belongs to: the nearest folder at or above it with a project file or `.git`, even
 * above the folder that an editor opened; else the folder itself. The innermost wins, and the walk of an outer root
 * leaves inner ones out. `from` is absolute and may be gone.
 */
export function rootOf(from: string): string {
  const start = isFolder(from) ? from : path.dirname(from);
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (!isInnerWorkspace(folder) && ROOT_MARKS.some(mark => exists(path.join(folder, mark)))) return folder;
    if (folder === path.dirname(folder)) return start;
  }
}

/** Whether a folder is a developer workspace, which belongs to the root above it even if it is a repository of its own. */
function isInnerWorkspace(folder: string): boolean {
  return isWorkspaceByPlace(folder.split(path.sep).join('/'));
}

/** Whether a folder is at an absolute path, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Whether anything exists at a path. A failure counts as absence: a folder that cannot be looked into cannot be a root.
 */
export function exists(path: string): boolean {
  return statOf(path) !== undefined;
}

/** Returns undefined if nothing exists at the path, or if that cannot be determined. */
export function statOf(path: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(path);
  } catch {
    return undefined;
  }
}
