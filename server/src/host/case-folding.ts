import fs from 'node:fs';

/** Whether the file system ignores the case of names below `folder`. False if that cannot be determined. */
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

/** The path with the case of its last segment with letters swapped: segments above may lie on another file system. */
function swapCase(folder: string): string {
  const parts = folder.split(/([/\\])/);
  const last = parts.findLastIndex(part => /\p{L}/u.test(part));
  return parts.map((part, i) => (i === last ? swappedCase(part) : part)).join('');
}

function swappedCase(part: string): string {
  return part === part.toLowerCase() ? part.toUpperCase() : part.toLowerCase();
}
