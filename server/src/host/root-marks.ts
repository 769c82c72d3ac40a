import { fileName } from '../base/paths';

/** The project file, which makes its folder a root. */
export const PROJECT_FILE = 'registry-intelligence.yaml';

/** What makes a folder a root of its own: a project file, or Git's folder (a file in worktrees and submodules). */
export const MARKS = [PROJECT_FILE, '.git'];

/** Whether names found in a folder make it a root. */
export function marksRoot(names: { has(name: string): boolean }): boolean {
  return MARKS.some(mark => names.has(mark));
}

/** Whether a path is one whose coming or going makes or unmakes a root. */
export function isRootMark(path: string): boolean {
  return MARKS.includes(fileName(path));
}
