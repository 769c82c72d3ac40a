import type { Workspace } from '../../workspace';

/** Finds paths in the case that is known of them, where the file system takes both for the same. */
export class Cases {
  private of: Workspace | undefined;
  private revision = -1;
  private paths: ReadonlyMap<string, string> = new Map();

  /** `path` in the case of the file or folder that is known; as it is when there is none. */
  known(path: string, workspace: Workspace): string {
    const { lookup, revision } = workspace;
    if (lookup.hasFile(path) || lookup.hasFolder(path)) return path;
    if (this.of !== workspace || this.revision !== revision) {
      this.of = workspace;
      this.revision = revision;
      this.paths = new Map([...workspace.allPaths()].map(each => [each.toLowerCase(), each]));
    }
    return this.paths.get(path.toLowerCase()) ?? path;
  }
}
