import type { LinkTarget } from '../base/symlink-target';
import type { Asking } from './batched-io';
import type { Unreadable } from './decode';
import type { IgnoreScope } from './ignore-rules';

/**
 * Somewhere that lists the folders of a root and reads its files: the disk, or a client that does so for us. Paths are
 * relative to the root, with `/`.
 */
export interface FileSource {
  readonly listing: Asking<{ readonly folder: string }, Listed>;
  readonly reading: Asking<{ readonly target: string }, Reading>;
  /** No more files than this are read, the shallowest first; of the others it is known that they are there. */
  readonly mostFiles?: number;
  /** Puts a link where it belongs in `found`. */
  follow(path: string, entry: Entry, found: Found): void;
  /** Takes note of a folder below the root, or the root, that is neither left out nor a root of its own. */
  entered(folder: string, scope: IgnoreScope | undefined, found: Found): void;
}

/** A reason where a folder cannot be listed; nothing where it is gone. */
export type Listed = Folder | { readonly message: string; readonly mayPass?: boolean } | undefined;

export interface Folder {
  readonly entries: readonly Entry[];
  /** What its `.gitignore` says, where it has one that can be used. */
  readonly ignoreText?: string | undefined;
}

export interface Entry {
  readonly name: string;
  /** It is a folder, or a link to one that can be listed like a folder. */
  readonly isFolder: boolean;
  readonly isLink?: boolean;
  /** What it is, where that is no file, folder or link: `a named pipe`. */
  readonly oddity?: string;
}

/**
 * What reading a file gave: its text, or as much of it as can be told together with why that is not all. Nothing when
 * the file is gone, which happens between listing and reading.
 */
export type Reading = { readonly text: string; readonly unreadable?: Unreadable } | undefined;

/** What to say about something that is not read at all. */
export function refused(message: string): { text: string; unreadable: Unreadable } {
  return { text: '', unreadable: { message, offset: 0 } };
}

/** What lies below a folder, in no particular order. */
export interface Found {
  readonly files: string[];
  readonly folders: string[];
  /** Links to files and folders of the same root. */
  readonly links: Link[];
  /** What must not be opened, and why: pipes, devices, broken links, links that lead out of the root. */
  readonly odd: Refused[];
  /** Folders that are roots of their own, and so are left out. */
  readonly innerRoots: string[];
  /**
   * Folders that could not be listed, and links to folders out of the root, which are `odd` as well: they may hold
   * anything.
   */
  readonly closed: Refused[];
}

export interface Link {
  readonly path: string;
  /** Absent where nobody says where links lead: such a link is read as if it were what it leads to. */
  readonly target?: string;
  readonly isFolder: boolean;
}

export interface Refused {
  readonly path: string;
  readonly message: string;
  /** For a link that leads out of the root, or nowhere. */
  readonly link?: LinkTarget;
  /** It holds something all the same, which the run time would read. */
  readonly holds?: true;
}
