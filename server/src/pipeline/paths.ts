import { defined } from '../base/defined';
import { addAll } from '../base/collections';
import { folderOf } from '../base/paths';
import { pathKey, type BareKey } from '../model/lookup';

/** The files of the repository, read or not, and the folders above them. Each change gives the keys it touches. */
export class Paths {
  private readonly files = new Set<string>();
  /** The paths of what lies directly in each folder; that of the root is empty. */
  private readonly folders = new Map<string, Set<string>>();

  hasFile(path: string): boolean {
    return this.files.has(path);
  }

  hasFolder(path: string): boolean {
    return this.folders.has(path);
  }

  /** The names of what lies directly in a folder, folders with a `/` at their end; sorted. */
  entries(folder: string): string[] {
    const from = folder === '' ? 0 : folder.length + 1;
    const inside = this.folders.get(folder) ?? [];
    return Array.from(inside, path => path.slice(from) + (this.hasFolder(path) ? '/' : '')).sort();
  }

  all(): Iterable<string> {
    return this.files;
  }

  /** The file at `path` and every file below it: the deletion of a folder arrives as one event of the folder. */
  atOrBelow(path: string): string[] {
    const found: string[] = [];
    const pending = [path];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.files.has(next)) found.push(next);
      addAll(pending, this.folders.get(next) ?? []);
    }
    return found;
  }

  add(path: string): BareKey[] {
    if (this.files.has(path)) return [];
    this.files.add(path);
    const touched = [pathKey(path)];
    for (let inner = path; inner !== '';) {
      const folder = folderOf(inner);
      touched.push(entriesKey(folder));
      const known = this.folders.get(folder);
      if (known !== undefined) {
        known.add(inner);
        break;
      }
      this.folders.set(folder, new Set([inner]));
      touched.push(pathKey(folder));
      inner = folder;
    }
    return touched;
  }

  delete(path: string): BareKey[] {
    if (!this.files.delete(path)) return [];
    const touched = [pathKey(path)];
    if (this.hasFolder(path)) return touched;
    for (let inner = path; inner !== '';) {
      const folder = folderOf(inner);
      touched.push(entriesKey(folder));
      const others = defined(this.folders.get(folder), 'the folder of a file');
      others.delete(inner);
      if (others.size > 0) break;
      this.folders.delete(folder);
      touched.push(pathKey(folder));
      if (this.files.has(folder)) break;
      inner = folder;
    }
    return touched;
  }
}

/** The key that is touched when something comes to lie directly in a folder, or no longer does. */
export function entriesKey(folder: string): BareKey {
  return `entries:/${folder}` as BareKey;
}
