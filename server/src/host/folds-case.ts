import fs from 'node:fs';

/** Whether the file system takes names below `folder` that differ in case only for the same; no where it can't be told. */
export function foldsCase(folder: string): boolean {
  const other = swapCase(folder);
  if (other === folder) return false;
  try {
    const [a, b] = [fs.statSync(folder, { bigint: true }), fs.statSync(other, { bigint: true })];
    return a.ino === b.ino && a.dev === b.dev && a.ino !== 0n;
  } catch {
    return false;
  }
}

/** The last part that has letters, in the other case: parts above may lie on another file system. */
function swapCase(folder: string): string {
  return folder.replace(/[^/\\]*\p{L}[^/\\]*(?=[^\p{L}]*$)/u, part =>
    part === part.toLowerCase() ? part.toUpperCase() : part.toLowerCase(),
  );
}
