import { soleCheckpoint } from '../base/cancellation';
import { fileName, folderOf, isAtOrBelow } from '../base/paths';
import { unread, type Entry, type FileSource, type WalkResult, type Listing, type Reading } from './file-source';
import { isBelowNeverEntered, isIgnored, type IgnoreScope } from './ignore-rules';
import { load, takeFound, type Engine, type LoadOptions } from './load';
import type { Refreshed, RefreshableEngine } from './refresh';
import { addResult, emptyResult, addEntry, subjectOf, walk } from './walk';

/** The client that lists folders and reads files for the server. Both are named by their URIs. */
export interface Client {
  /**
   * The entries of a folder; links are described by what they lead to. Resolves to undefined if there is no such
   * folder.
   */
  list(folder: string): Promise<readonly Entry[] | undefined>;
  /** The texts in the order of `files`; null for a file that does not exist, a problem for one that cannot be read. */
  read(files: readonly string[]): Promise<readonly (FileText | null)[]>;
  /** The URI of a path below a folder. */
  below(folder: string, path: string): string;
}

type FileText = { readonly text: string } | { readonly problem: string };

/**
 * No more files than this are read in a root, the shallowest first; the others are known to be there. With more,
 * nothing is said to be absent.
 */
const MAX_FILES = 20_000;
/** Longer texts are not read. In UTF-16 units. */
const MAX_TEXT_LENGTH = 4 * 1024 * 1024;

/**
 * The folders and files of virtual workspaces. Texts are kept, since nobody can be asked for them in the midst of an
 * answer.
 */
export class VirtualFiles {
  private readonly client: Client;
  /** By root, then by path. */
  private readonly texts = new Map<string, Map<string, string>>();
  private readonly scopes = new Map<string, Map<string, IgnoreScope | undefined>>();

  constructor(client: Client) {
    this.client = client;
  }

  readText(root: string, path: string): string | undefined {
    return this.texts.get(root)?.get(path);
  }

  /** Whether a file is ignored or in a folder that is never entered, as far as that is known. */
  isLeftOut(root: string, path: string): boolean {
    const parts = path.split('/');
    if (isBelowNeverEntered(path)) return true;
    const scopes = this.scopes.get(root);
    if (scopes === undefined) return false;
    let scope = scopes.get('');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      if (isIgnored(scope, folder, true)) return true;
      scope = scopes.get(folder) ?? scope;
    }
    return isIgnored(scope, path, false);
  }

  load(engine: Engine, root: string, options: LoadOptions = {}): Promise<WalkResult> {
    this.texts.set(root, new Map());
    this.scopes.set(root, new Map());
    return load(engine, this.filesOf(root), { ...options, scope: undefined });
  }

  async refresh(
    engine: RefreshableEngine,
    root: string,
    paths: Iterable<string>,
    options: LoadOptions = {},
  ): Promise<Refreshed> {
    const { checkpoint = soleCheckpoint(), isOpen = () => false } = options;
    const source = this.filesOf(root);
    const found = emptyResult();
    const entryAt = this.entries(root);
    const subjects = new Set(Array.from(paths, subjectOf));
    for (const path of subjects) {
      await checkpoint.pass();
      const entry = await entryAt(path);
      const inside = emptyResult();
      if (entry?.isFolder === true && !this.isLeftOut(root, `${path}/x`)) {
        const scope = path === '' ? undefined : this.scopeAt(root, folderOf(path));
        await walk(source, { folder: path, scope, isLinked: entry.isLink === true }, { found: inside, checkpoint });
      }
      if (entry !== undefined && (!entry.isFolder || entry.isLink === true) && !this.isLeftOut(root, path))
        addEntry(source, path, entry, inside);
      const present = new Set([...inside.files, ...inside.links.map(link => link.path)]);
      const unlistable = new Set(inside.unlistable.map(each => each.path));
      for (const { path: at, isFolder: isListed } of engine.lookup.unseen())
        if (isListed && isAtOrBelow(at, path) && !unlistable.has(at)) engine.setFolderUnlistable(at, false);
      for (const each of engine.atOrBelow(path)) if (!present.has(each)) this.forget(engine, root, each, isOpen);
      addResult(inside, found);
    }
    await takeFound(engine, source, { ...found, linked: undefined }, { ...options, checkpoint });
    return { subjects, innerRoots: found.innerRoots };
  }

  /**
   * Looks up paths in the present lists of their folders, each of which is asked for once. Undefined for a path that
   * does not exist.
   */
  private entries(root: string): (path: string) => Promise<Entry | undefined> {
    const lists = new Map<string, ReadonlyMap<string, Entry>>();
    return async path => {
      if (path === '') return { name: '', isFolder: true };
      const folder = folderOf(path);
      let entries = lists.get(folder);
      if (entries === undefined) {
        const listed = (await this.client.list(this.client.below(root, folder))) ?? [];
        entries = new Map(listed.map(entry => [entry.name, entry]));
        lists.set(folder, entries);
      }
      return entries.get(fileName(path));
    };
  }

  /** The files of a root, as its client has them. */
  private filesOf(root: string): FileSource {
    const uri = (path: string): string => this.client.below(root, path);
    return {
      listing: { later: folders => Promise.all(folders.map(({ folder }) => this.list(uri(folder)))) },
      reading: {
        later: async files => {
          const readings = await this.client.read(files.map(({ target }) => uri(target)));
          return files.map(({ target }, i) => this.keep(root, target, readingOf(readings[i])));
        },
      },
      mostFiles: MAX_FILES,
      follow: (path, { isFolder }, found) => found.links.push({ path, isFolder }),
      entered: (folder, scope, found) => {
        this.scopes.get(root)?.set(folder, scope);
        if (folder !== '') found.folders.push(folder);
      },
    };
  }

  private async list(folder: string): Promise<Listing> {
    const entries = await this.client.list(folder);
    if (entries === undefined) return { message: 'nobody lists it' };
    if (!entries.some(({ name }) => name === '.gitignore')) return { entries };
    const [reading] = await this.client.read([this.client.below(folder, '.gitignore')]);
    const isUsable = reading && 'text' in reading && reading.text.length <= MAX_IGNORE_FILE_LENGTH;
    return { entries, ignoreText: isUsable ? reading.text : undefined };
  }

  private keep(root: string, path: string, reading: Reading): Reading {
    if (reading !== undefined && reading.unreadable === undefined) this.texts.get(root)?.set(path, reading.text);
    else this.texts.get(root)?.delete(path);
    return reading;
  }

  private forget(engine: Engine, root: string, path: string, isOpen: (path: string) => boolean): void {
    this.texts.get(root)?.delete(path);
    if (!isOpen(path)) engine.takeChanges(new Map([[path, undefined]]));
  }

  private scopeAt(root: string, folder: string): IgnoreScope | undefined {
    const scopes = this.scopes.get(root);
    for (let at = folder; ; at = folderOf(at)) {
      if (scopes?.has(at) === true) return scopes.get(at);
      if (at === '') return undefined;
    }
  }
}

const MAX_IGNORE_FILE_LENGTH = 512 * 1024;

function readingOf(reading: FileText | null | undefined): Reading {
  if (reading === null || reading === undefined) return undefined;
  if ('problem' in reading) return unread(reading.problem);
  return reading.text.length > MAX_TEXT_LENGTH ? unread('This file is too large to read') : { text: reading.text };
}
