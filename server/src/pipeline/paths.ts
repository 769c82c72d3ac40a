/** The files of the repository, read or not, and the folders above them. Each change gives the keys it touches. */
export class Paths {
  private readonly files = new Set<string>();
  /** How many files lie below each folder. */
  private readonly folders = new Map<string, number>();

  hasFile(path: string): boolean {
    return this.files.has(path);
  }

  hasFolder(path: string): boolean {
    return this.folders.has(path);
  }

  all(): Iterable<string> {
    return this.files;
  }

  /** The file at `path` and every file below it: the deletion of a folder arrives as one event of the folder. */
  atOrBelow(path: string): string[] {
    return this.folders.has(path) ? [path, ...[...this.files].filter(file => file.startsWith(`${path}/`))] : [path];
  }

  add(path: string): string[] {
    if (this.files.has(path)) return [];
    this.files.add(path);
    return [`path:${path}`, ...this.count(path, 1)];
  }

  delete(path: string): string[] {
    if (!this.files.delete(path)) return [];
    return [`path:${path}`, ...this.count(path, -1)];
  }

  /** The keys of the folders that came into being or vanished. */
  private count(path: string, by: 1 | -1): string[] {
    const touched: string[] = [];
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      const files = (this.folders.get(folder) ?? 0) + by;
      if (files === 0) this.folders.delete(folder);
      else this.folders.set(folder, files);
      if (files === 0 || (files === 1 && by === 1)) touched.push(`path:${folder}`);
    }
    return touched;
  }
}
