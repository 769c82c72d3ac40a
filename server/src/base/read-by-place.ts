/*
 * What run times load by its place alone, whatever it is called, whatever git ignores, and even if it is a repository of
 * its own: the code of developer workspaces. A registry there counts at run time, so it has to be read.
 */

/** Whether a folder is a developer workspace, by its place. `folder` may be absolute or relative, with `/`. */
export function isWorkspaceByPlace(folder: string): boolean {
  return WORKSPACE.test(folder);
}

/** Whether a file or folder is code of a developer workspace, or a folder that leads to such code. */
export function isReadByPlace(path: string): boolean {
  return path.includes('developer_workspaces') && CODE.test(path);
}

const WORKSPACE = /(?:^|\/)developer_workspaces\/developers\/[^/]+$/;
const CODE = /(?:^|\/)developer_workspaces(?:\/developers(?:\/[^/]+(?:\/src(?:\/cursus_dev(?:\/.*)?)?)?)?)?$/s;
