import type { Checkpoint } from '../../base/cancellation';
import type { LinkTarget } from '../../base/symlink-target';
import type { Lookup } from '../../model/lookup';
import type { Change } from '../../workspace';

/** Where files are. Folders are named as the host names them (`/repo`, `c:\repo`), files by their path below the root. */
export interface Host {
  /** The host's name for a folder; nothing for one that it cannot reach, such as a folder of another scheme. */
  folderOf(uri: string): string | undefined;
  /** The root that a folder belongs to: itself or a folder above it. */
  rootOf(folder: string): string;
  /** Whether the coming or going of `path` makes or unmakes a root. */
  isRootMark(path: string): boolean;
  /** What a change at `path` is about: the folder around a file that decides what is left out there, else `path` itself. */
  subjectOf(path: string): string;
  /** Whether names that differ in case only are the same file below `folder`. */
  foldsCase(folder: string): boolean;
  /** Whether a file is none of the root's: ignored, or of a folder that is never entered. */
  isLeftOut(root: string, path: string): boolean;
  /** Fills an engine with everything below a root. */
  load(engine: Engine, root: string, options: LoadOptions): Promise<Loaded>;
  /** Brings an engine up to date after something happened at `paths`: files and folders. */
  refresh(engine: Engine, root: string, paths: Iterable<string>, options: LoadOptions): Promise<Refreshed>;
  /**
   * Fills an engine, which checks nothing, with the files of a branch, tag or commit; false where there is none of that
   * name. Absent where no history can be read.
   */
  loadCommit?(engine: Engine, root: string, ref: string, checkpoint: Checkpoint): Promise<boolean>;
  /** The branches and tags that `loadCommit` takes. */
  commitNames?(root: string): Promise<readonly string[]>;
  readText(root: string, path: string): string | undefined;
  /** Whether a file is there that may not be written to. */
  isReadOnly(root: string, path: string): boolean;
  /** No text longer than this is read. In bytes. */
  readonly sizeLimit: number;
  /** The workspace that the environment of the process names. */
  readonly environmentWorkspace: string | undefined;
}

/** What was not read of a root. Paths are relative to it. */
export interface Loaded {
  readonly innerRoots: readonly string[];
  /** Folders that could not be listed, and why. */
  readonly unlistable: readonly { readonly path: string; readonly message: string }[];
}

/** What was looked at again of a root. Paths are relative to it. */
export interface Refreshed {
  /** The files and folders: the folders with all that is below them. */
  readonly subjects: ReadonlySet<string>;
  /** The folders among or below them that are roots of their own. */
  readonly innerRoots: readonly string[];
}

/** What a host needs of an engine; `Workspace` is one. */
export interface Engine {
  claims(path: string): boolean;
  expectsRegistry(path: string): boolean;
  /** Whether something at a path counts whatever it is, so that a folder there is to be noted like a file. */
  isMarker(path: string): boolean;
  addPath(path: string, link?: LinkTarget): void;
  /** Says that a folder cannot be listed, or that it can again. */
  setFolderUnlistable(folder: string, isClosed: boolean): void;
  takeChanges(changes: ReadonlyMap<string, Change | undefined>): void;
  /** Takes one text in parts: the function that is returned has to be called until it returns true. */
  takeTextInParts(path: string, change: Change): (mayGoOn: () => boolean) => boolean;
  /** Says that every text of the first index has been taken. Has to be called until it returns true. */
  connect(mayGoOn: () => boolean): boolean;
  /** Says that the first index is complete, so that what is not in it is absent. */
  complete(): void;
  check(mayGoOn: () => boolean): boolean;
  /** The known file at `path`, and those below it. */
  atOrBelow(path: string): readonly string[];
  readonly links: ReadonlyMap<string, LinkTarget>;
  readonly lookup: Pick<Lookup, 'hasFile' | 'hasFolder' | 'unseen'>;
}

/** What a root wants of a host that loads its files. */
export interface LoadOptions {
  readonly checkpoint: Checkpoint;
  /** Whether an editor shows the file, so that its text on disk does not count. */
  readonly isOpen: (path: string) => boolean;
  readonly progress?: (done: number, total: number) => void;
}
