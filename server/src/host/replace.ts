import fs from 'node:fs';

/** A second name does not replace what has come into being meanwhile; a rename would. */
export function moveToFreeName(temporary: string, target: string): void {
  duplicate(temporary, target);
  remove(temporary);
}

/** Gives a file another name, which must be free; its bytes, where the file system has no such links. */
export function duplicate(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copy(from, to);
  }
}

function copy(from: string, to: string): void {
  try {
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  } catch (error) {
    // Half a copy, unless somebody else's file is there.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') remove(to);
    throw error;
  }
}

const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** Deletes a temporary file. A failure does not matter. */
export function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // A leftover of ours is in nobody's way.
  }
}

/** Deletes a folder, unless something is in it. */
export function removeEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch {
    // Something else is in it by now.
  }
}
