import fs from 'node:fs';

/**
 * Whether the file system takes names below `folder` that differ in case only for the same; no where it can't be told.
 */
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
  const parts = folder.split(/([/\\])/);
  const last = parts.findLastIndex(part => /\p{L}/u.test(part));
  return parts.map((part, i) => (i === last ? inOtherCase(part) : part)).join('');
}

function inOtherCase(part: string): string {
  return part === part.toLowerCase() ? part.toUpperCase() : part.toLowerCase();
}
