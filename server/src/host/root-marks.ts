import { fileName } from '../base/paths';
import { isWorkspaceByPlace } from '../base/read-by-place';

/** The project file, which makes its folder a root. */
export const PROJECT_FILE = 'registry-intelligence.yaml';

/** What makes a folder a root of its own: a project file, or Git's folder (a file in worktrees and submodules). */
export const ROOT_MARKS = [PROJECT_FILE, '.git'];

/** Whether names found in a folder make it a root. */
export function marksRoot(names: { has(name: string): boolean }): boolean {
  return ROOT_MARKS.some(mark => names.has(mark));
}

/**
 * Whether a folder below a root is left out for what lies in it: it is a root of its own, or a virtual environment. The
 * root itself (an empty path) never is, even if it is an environment as well: its code is what somebody has asked about.
 * Nor is a developer workspace, since the run time loads it from the outer root.
 */
export function isSetApart(folder: string, names: { has(name: string): boolean }): boolean {
  if (folder === '' || isWorkspaceByPlace(folder)) return false;
  return marksRoot(names) || names.has('pyvenv.cfg');
}

/** Whether creating or deleting this path makes its folder a root, or ends that. */
export function isRootMark(path: string): boolean {
  return ROOT_MARKS.includes(fileName(path));
}
