import type { Checkpoint } from '../../base/cancellation';
import { isAtOrBelow } from '../../base/paths';
import { Workspace, type WorkspaceOptions } from '../../workspace';
import type { Engine, Host, Loaded, LoadOptions, Refreshed } from '../hosts/host';
import type { OpenDocuments } from './open-documents';

/** The files of a root as its host has them. Files of another root below this one are left out. */
export class RootFiles {
  /** The host's name for the folder of the root. */
  readonly folder: string;
  readonly foldsCase: boolean;
  private readonly host: Host;
  private readonly options: WorkspaceOptions;
  private nestedRoots: readonly string[] = [];

  constructor(folder: string, host: Host, options: WorkspaceOptions) {
    this.folder = folder;
    this.host = host;
    this.options = options;
    this.foldsCase = host.foldsCase(folder);
  }

  /** Says at which paths other roots lie below this one. */
  setNestedRoots(paths: readonly string[]): void {
    this.nestedRoots = paths;
  }

  /** A workspace in which nothing has been read yet. */
  newWorkspace(): Workspace {
    const readText = (path: string): string | undefined => this.host.readText(this.folder, path);
    return new Workspace({ readText, ...this.options });
  }

  /** Reads everything into `workspace`. */
  async load(workspace: Workspace, options: LoadOptions): Promise<Loaded> {
    const loaded = await this.host.load(this.ownPart(workspace), this.folder, options);
    // A folder may have become a root of its own since it was read, and only the workspace that answers has been told.
    workspace.takeChanges(new Map(this.nestedRoots.map(nested => [nested, undefined])));
    return loaded;
  }

  /** Brings `workspace` up to date after something happened at `paths`. */
  refresh(workspace: Workspace, paths: Iterable<string>, options: LoadOptions): Promise<Refreshed> {
    return this.host.refresh(this.ownPart(workspace), this.folder, paths, options);
  }

  /** A second workspace with the same texts as the one that answers, in which a change can be tried out. */
  async copy(documents: OpenDocuments, checkpoint: Checkpoint): Promise<Workspace> {
    const copy = this.newWorkspace();
    await this.load(copy, { checkpoint, isOpen: path => documents.has(path) });
    for (const path of documents.filePaths()) documents.put(path, copy);
    await checkpoint.untilDone(mayGoOn => copy.check(mayGoOn));
    return copy;
  }

  /** A workspace with the files of a branch, tag or commit; nothing where there is none of that name. */
  async commit(ref: string, checkpoint: Checkpoint): Promise<Workspace | undefined> {
    const workspace = new Workspace(this.options);
    const isThere = await this.host.loadCommit?.(this.ownPart(workspace), this.folder, ref, checkpoint);
    return isThere === true ? workspace : undefined;
  }

  /** The branches and tags of the history that the root is in. */
  async commitNames(): Promise<readonly string[]> {
    return (await this.host.commitNames?.(this.folder)) ?? [];
  }

  /** Whether a file is there that may not be written to. */
  isReadOnly(path: string): boolean {
    return this.host.isReadOnly(this.folder, path);
  }

  /** Whether a file is none of the root's: ignored, or of a folder that is never entered. */
  isLeftOut(path: string): boolean {
    return this.host.isLeftOut(this.folder, path);
  }

  /** A workspace as the host sees it that fills it: what belongs to a nested root does not get in. */
  private ownPart(workspace: Workspace): Engine {
    const isOwn = (path: string): boolean => !this.nestedRoots.some(nested => isAtOrBelow(path, nested));
    return {
      claims: path => isOwn(path) && workspace.claims(path),
      expectsRegistry: path => isOwn(path) && workspace.expectsRegistry(path),
      isMarker: path => isOwn(path) && workspace.isMarker(path),
      addPath: (path, link) => {
        if (isOwn(path)) workspace.addPath(path, link);
      },
      setFolderUnlistable: (folder, isClosed) => {
        if (isOwn(folder)) workspace.setFolderUnlistable(folder, isClosed);
      },
      takeChanges: changes => workspace.takeChanges(new Map([...changes].filter(([path]) => isOwn(path)))),
      takeTextInParts: (path, change) => (isOwn(path) ? workspace.takeTextInParts(path, change) : () => true),
      connect: mayGoOn => workspace.connect(mayGoOn),
      complete: () => workspace.complete(),
      check: mayGoOn => workspace.check(mayGoOn),
      atOrBelow: path => workspace.atOrBelow(path),
      links: workspace.links,
      lookup: workspace.lookup,
    };
  }
}
