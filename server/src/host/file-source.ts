import type { LinkTarget } from '../base/symlink-target';
import type { Requests } from './batched-io';
import type { Unreadable } from './decode';
import type { IgnoreScope } from './ignore-rules';

/**
 * A source of the folders and files of a root: the disk, or a client that reads them for the server. Paths are relative
 * to the root, with `/`.
 */
export interface FileSource {
  readonly listing: Requests<{ readonly folder: string }, Listing>;
  readonly reading: Requests<{ readonly target: string }, Reading>;
  /** The maximum number of files to read, the shallowest first. The others are only known to exist. */
  readonly mostFiles?: number;
  /** Resolves a link and adds it to the list of `found` that it belongs to. */
  follow(path: string, entry: Entry, found: WalkResult): void;
  /** Called for the root and for each folder that is walked: it is neither left out nor a root of its own. */
  entered(folder: string, scope: IgnoreScope | undefined, found: WalkResult): void;
}

/** A folder; a reason if it cannot be listed; undefined if it does not exist any more. */
export type Listing = Folder | { readonly message: string; readonly mayPass?: boolean } | undefined;

/** What a folder holds. */
export interface Folder {
  readonly entries: readonly Entry[];
  /** The text of its `.gitignore`, if it has one that can be read. */
  readonly ignoreText?: string | undefined;
}

/** A file, a folder, a link or something odd that a folder holds. */
export interface Entry {
  readonly name: string;
  /** Whether it is a folder, or a link to one that can be listed like a folder. */
  readonly isFolder: boolean;
  readonly isLink?: boolean;
  /** The kind of an entry that is no file, folder or link: `a named pipe`. */
  readonly specialKind?: string;
}

/**
 * The result of reading a file: its text, or as much of it as could be read with the reason why that is not all.
 * Undefined if the file does not exist, which happens when it is deleted between listing and reading.
 */
export type Reading = { readonly text: string; readonly unreadable?: Unreadable } | undefined;

/** The reading of something that is not read at all: no text, and the reason. */
export function unread(message: string): { text: string; unreadable: Unreadable } {
  return { text: '', unreadable: { message, offset: 0 } };
}

/** What lies below a folder, in no particular order. */
export interface WalkResult {
  readonly files: string[];
  readonly folders: string[];
  /** Links to files and folders of the same root. */
  readonly links: Link[];
  /** Entries that must not be opened, and why: pipes, devices, broken links, links that lead out of the root. */
  readonly unread: UnreadEntry[];
  /** Folders that are roots of their own and are therefore left out. */
  readonly innerRoots: string[];
  /**
   * Folders that could not be listed, and links to folders out of the root (these are in `unread` as well): they may
   * hold anything.
   */
  readonly unlistable: UnreadEntry[];
}

/** A symbolic link within the root. */
export interface Link {
  readonly path: string;
  /** Absent if the source does not tell where links lead: such a link is read like the file that it leads to. */
  readonly target?: string;
  readonly isFolder: boolean;
}

/** Something that is there and is not read. The message says why, as a finding does. */
export interface UnreadEntry {
  readonly path: string;
  readonly message: string;
  /** For a link that leads out of the root, or nowhere. */
  readonly link?: LinkTarget;
  /** Set if the run time would read it nevertheless. */
  readonly holds?: true;
}
