import { addAll } from '../base/collections';
import { soleCheckpoint, type Checkpoint } from '../base/cancellation';
import { fileName, folderOf, isAtOrBelow } from '../base/paths';
import { isIgnored, isNeverEntered, withRules, type IgnoreScope } from './ignore-rules';
import type { Engine, LoadOptions, Taken } from './load';
import type { RefreshableEngine } from './refresh';
import { isRootMark, marksRoot } from './root-marks';
import type { Refused } from './walk';

/** Files that somebody else reads for us. Folders and files go by their URIs. */
export interface FileSource {
  /** What is in a folder; nothing for what is no folder, or is gone. */
  list(folder: string): Promise<readonly Entry[] | undefined>;
  /** In the order that they were asked for; nothing for what is gone, a problem for what cannot be read. */
  read(files: readonly string[]): Promise<readonly (FileText | null)[]>;
  /** The URI of a path below a folder. */
  below(folder: string, path: string): string;
}

type FileText = { readonly text: string } | { readonly problem: string };

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  /** A link to what `isFolder` says. Nobody says where it leads, so links are not followed behind links: circles end. */
  readonly isLink?: boolean;
}

/** What a walk found. Links to files are among the files, too. */
interface Found {
  readonly files: string[];
  readonly links: { readonly path: string; readonly isFolder: boolean }[];
  readonly innerRoots: string[];
  /** Folders that could not be listed. */
  readonly closed: Refused[];
}

interface Start {
  readonly folder: string;
  readonly scope: IgnoreScope | undefined;
  /** Whether a link leads to it. */
  readonly isLinked: boolean;
}

/**
 * No more files than this are read in a root, the shallowest first; the others are known to be there. With more, nothing
 * is said to be absent.
 */
const MOST_FILES = 20_000;
/** Longer texts are not read. In UTF-16 units. */
const LONGEST = 4 * 1024 * 1024;
const AT_ONCE = 64;
const DEEPEST = 100;

/** The folders and files of virtual workspaces. Texts are kept, since nobody can be asked for them in the midst of an answer. */
export class VirtualFiles {
  private readonly source: FileSource;
  /** By root, then by path. */
  private readonly texts = new Map<string, Map<string, string>>();
  private readonly scopes = new Map<string, Map<string, IgnoreScope | undefined>>();

  constructor(source: FileSource) {
    this.source = source;
  }

  readText(root: string, path: string): string | undefined {
    return this.texts.get(root)?.get(path);
  }

  /** Whether a file is ignored or in a folder that is never entered, as far as that is known. */
  isLeftOut(root: string, path: string): boolean {
    const parts = path.split('/');
    if (parts.slice(0, -1).some(isNeverEntered)) return true;
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

  async load(
    engine: Engine,
    root: string,
    options: LoadOptions = {},
  ): Promise<{ readonly innerRoots: readonly string[]; readonly closed: readonly Refused[] }> {
    const { checkpoint = soleCheckpoint() } = options;
    this.texts.set(root, new Map());
    this.scopes.set(root, new Map());
    const found = await this.walk(root, { folder: '', scope: undefined, isLinked: false }, checkpoint);
    for (const { path } of found.closed) engine.close(path, true);
    const isAll = await this.take(engine, root, found, options);
    await checkpoint.untilDone(mayGoOn => engine.connect(mayGoOn));
    if (isAll) engine.complete();
    await checkpoint.untilDone(mayGoOn => engine.settle(mayGoOn));
    return found;
  }

  async refresh(
    engine: RefreshableEngine,
    root: string,
    paths: Iterable<string>,
    options: LoadOptions = {},
  ): Promise<void> {
    const { checkpoint = soleCheckpoint(), isOpen = () => false } = options;
    const found: Found = { files: [], links: [], innerRoots: [], closed: [] };
    const entryAt = this.entries(root);
    for (const path of new Set(Array.from(paths, subjectOf))) {
      await checkpoint.pass();
      const { isFolder, isLink = false } = (await entryAt(path)) ?? {};
      const present = new Set<string>();
      const closed = new Set<string>();
      if (isFolder === true && !this.isLeftOut(root, `${path}/x`)) {
        const scope = path === '' ? undefined : this.scopeAt(root, folderOf(path));
        const inside = await this.walk(root, { folder: path, scope, isLinked: isLink }, checkpoint);
        addAll(found.files, inside.files);
        addAll(found.links, inside.links);
        for (const each of [...inside.files, ...inside.links.map(link => link.path)]) present.add(each);
        for (const each of inside.closed) closed.add(each.path);
      } else if (isFolder === false && !this.isLeftOut(root, path)) {
        present.add(path);
        found.files.push(path);
      }
      if (isFolder !== undefined && isLink && !this.isLeftOut(root, path)) {
        present.add(path);
        found.links.push({ path, isFolder });
      }
      for (const { path: at, isFolder: isListed } of engine.lookup.unseen())
        if (isListed && isAtOrBelow(at, path) && !closed.has(at)) engine.close(at, false);
      for (const each of closed) engine.close(each, true);
      for (const each of engine.atOrBelow(path).filter(known => !present.has(known)))
        this.forget(engine, root, each, isOpen);
    }
    await this.take(engine, root, found, options);
  }

  /** What paths are now, as the folders that they are in have it; nothing for what is gone. Each folder is listed once. */
  private entries(root: string): (path: string) => Promise<Omit<Entry, 'name'> | undefined> {
    const lists = new Map<string, ReadonlyMap<string, Entry>>();
    return async path => {
      if (path === '') return { isFolder: true };
      const folder = folderOf(path);
      let entries = lists.get(folder);
      if (entries === undefined) {
        const listed = (await this.source.list(this.source.below(root, folder))) ?? [];
        entries = new Map(listed.map(entry => [entry.name, entry]));
        lists.set(folder, entries);
      }
      return entries.get(fileName(path));
    };
  }

  /** Reads what the engine claims, and forgets what is gone by then. Returns whether everything was read. */
  private async take(
    engine: Engine,
    root: string,
    { files, links }: Found,
    { checkpoint = soleCheckpoint(), isOpen = () => false, progress }: LoadOptions,
  ): Promise<boolean> {
    const linked = new Map(links.map(({ path, isFolder }) => [path, { isFolder }]));
    for (const [path, link] of linked) if (link.isFolder) engine.note(path, link);
    const wanted = files.filter(path => engine.claims(path)).sort((a, b) => depth(a) - depth(b));
    for (const path of [...files.filter(each => !engine.claims(each)), ...wanted.slice(MOST_FILES)]) {
      await checkpoint.pass();
      engine.note(path, linked.get(path));
    }
    const jobs = wanted.slice(0, MOST_FILES);
    for (let next = 0; next < jobs.length; next += AT_ONCE) {
      const slice = jobs.slice(next, next + AT_ONCE);
      const readings = await this.source.read(slice.map(path => this.source.below(root, path)));
      for (const [i, path] of slice.entries()) {
        await checkpoint.pass();
        const reading = readings[i] ?? undefined;
        if (reading === undefined) {
          this.forget(engine, root, path, isOpen);
          continue;
        }
        const change = changeOf(reading);
        if (change.unreadable === undefined) this.texts.get(root)?.set(path, change.text);
        else this.texts.get(root)?.delete(path);
        const link = linked.get(path);
        if (!isOpen(path))
          await checkpoint.untilDone(engine.taking(path, link === undefined ? change : { ...change, link }));
      }
      progress?.(Math.min(next + AT_ONCE, jobs.length), jobs.length);
    }
    return jobs.length === wanted.length;
  }

  private forget(engine: Engine, root: string, path: string, isOpen: (path: string) => boolean): void {
    this.texts.get(root)?.delete(path);
    if (!isOpen(path)) engine.take(new Map([[path, undefined]]));
  }

  /** Level by level, many folders at once. */
  private async walk(root: string, start: Start, checkpoint: Checkpoint): Promise<Found> {
    const found: Found = { files: [], links: [], innerRoots: [], closed: [] };
    let level: readonly Start[] = [start];
    for (let steps = 0; level.length > 0 && steps < DEEPEST; steps++) {
      const next: Start[] = [];
      for (let i = 0; i < level.length; i += AT_ONCE) {
        await checkpoint.pass();
        const slice = level.slice(i, i + AT_ONCE);
        const inner = await Promise.all(slice.map(each => this.enter(root, each, found)));
        addAll(next, inner.flat());
      }
      level = next;
    }
    for (const { folder } of level) found.closed.push({ path: folder, message: 'too many folders inside each other' });
    return found;
  }

  private async enter(root: string, { folder, scope: above, isLinked }: Start, found: Found): Promise<Start[]> {
    const entries = await this.source.list(this.source.below(root, folder));
    if (entries === undefined) {
      found.closed.push({ path: folder, message: 'nobody lists it' });
      return [];
    }
    const names = new Set(entries.map(({ name }) => name));
    if (folder !== '' && marksRoot(names)) {
      found.innerRoots.push(folder);
      return [];
    }
    if (names.has('pyvenv.cfg')) return [];
    const prefix = folder === '' ? '' : `${folder}/`;
    const scope = names.has('.gitignore') ? await this.withIgnoreFile(root, prefix, above) : above;
    this.scopes.get(root)?.set(folder, scope);
    const inner: Start[] = [];
    for (const { name, isFolder, isLink } of entries) {
      const path = prefix + name;
      if (isIgnored(scope, path, isFolder)) continue;
      if (isLink === true) found.links.push({ path, isFolder });
      if (!isFolder) found.files.push(path);
      else if (!isNeverEntered(name) && !(isLink === true && isLinked))
        inner.push({ folder: path, scope, isLinked: isLinked || isLink === true });
    }
    return inner;
  }

  private async withIgnoreFile(
    root: string,
    prefix: string,
    above: IgnoreScope | undefined,
  ): Promise<IgnoreScope | undefined> {
    const [reading] = await this.source.read([this.source.below(root, `${prefix}.gitignore`)]);
    const isUsable = reading && 'text' in reading && reading.text.length <= LONGEST_IGNORE;
    return isUsable ? withRules(above, reading.text, prefix) : above;
  }

  private scopeAt(root: string, folder: string): IgnoreScope | undefined {
    const scopes = this.scopes.get(root);
    for (let at = folder; ; at = folderOf(at)) {
      if (scopes?.has(at) === true) return scopes.get(at);
      if (at === '') return undefined;
    }
  }
}

const LONGEST_IGNORE = 512 * 1024;

function changeOf(reading: FileText): Taken {
  if ('problem' in reading) return unreadable(reading.problem);
  return reading.text.length > LONGEST
    ? unreadable('This file is too large to read')
    : { text: reading.text, open: false };
}

function unreadable(message: string): Taken {
  return { text: '', open: false, unreadable: { message, offset: 0 } };
}

/** What has to be looked at again because of a path: for files that say what is left out, their folder. */
function subjectOf(path: string): string {
  const name = fileName(path);
  const decides = name === '.gitignore' || name === 'pyvenv.cfg' || (isRootMark(path) && path.includes('/'));
  return decides ? folderOf(path) : path;
}

function depth(path: string): number {
  return path.split('/').length;
}
