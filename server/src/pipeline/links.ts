import { folderOf } from '../base/paths';
import { sameData } from '../base/structural-equality';
import type { LinkTarget } from '../base/symlink-target';
import type { Task } from '../base/cooperative-task';
import type { Fact } from '../model/fact';
import { isLink } from '../model/link';
import type { System } from '../systems/system';
import type { Readers, Text } from './read-file';

/** What following links asks of the driver. */
export interface Reading {
  readonly systems: readonly System[];
  readonly configurations: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, { readonly facts: readonly Fact[]; readonly openText: string | undefined }>;
  readonly paths: { atOrBelow(path: string): readonly string[]; hasFile(path: string): boolean };
  vital(path: string): boolean;
  /** The text of a closed file. */
  readText(path: string): string | undefined;
  /** Says that there is a file at a path, or none any more. */
  exists(path: string, is: boolean): void;
  /** Takes what some of the systems read in a text. */
  accept(path: string, text: Text, readers: Readers): void;
  /** Forgets what a file says, though it may be there. */
  drop(path: string): void;
  /** Forgets a file. */
  delete(path: string): void;
}

/** A link that the run time of a system follows, with what it leads to. Paths are relative to the root. */
interface Followed {
  readonly link: string;
  readonly target: string;
  readonly system: System;
}

/** A file that is read once more at a path through a followed link. */
interface Mirror {
  readonly target: string;
  readonly by: Followed;
  /** Whether the host says that there is a file, too. */
  readonly isNoted: boolean;
}

/**
 * The links of the root, and the files that are read through those which a system follows. What lies at a target by way of
 * another link is not read through a link again: so links that lead in circles end.
 */
export class Links {
  /** Where each leads, by its path. */
  readonly targets = new Map<string, LinkTarget>();
  private readonly mirrors = new Map<string, Mirror>();
  private followed: readonly Followed[] = [];
  private byTarget = new Map<string, readonly Followed[]>();
  /** Whether other links may be followed than are. */
  private isUnsure = false;
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** What reads the file at a path. */
  readersOf(path: string): Readers {
    const mirror = this.mirrors.get(path);
    return mirror === undefined ? this.reading.systems : [throughLinks(mirror.by.system)];
  }

  /** What an editor shows of the file that is read at a path through a followed link: it counts, whatever is on disk. */
  shownAt(path: string): Text | undefined {
    const target = this.mirrors.get(path)?.target;
    const text = target === undefined ? undefined : this.reading.files.get(target)?.openText;
    return text === undefined ? undefined : { text, open: true };
  }

  /** Says that the host says that there is a file. */
  noted(path: string): void {
    const mirror = this.mirrors.get(path);
    if (mirror?.isNoted === false) this.mirrors.set(path, { ...mirror, isNoted: true });
  }

  /** Says where the link at a path leads; nothing where it is none. */
  set(path: string, link: LinkTarget | undefined): void {
    if (sameData(this.targets.get(path), link)) return;
    this.mirrors.delete(path);
    if (this.followed.some(each => each.link === path)) this.follow(this.followed.filter(each => each.link !== path));
    if (link === undefined) this.targets.delete(path);
    else {
      this.targets.set(path, link);
      this.deleteMirrors(path);
    }
    const openText = this.reading.files.get(path)?.openText;
    if (openText === undefined) this.unread(path);
    else this.reading.accept(path, { text: openText, open: true }, this.reading.systems);
  }

  /** Reads a text again wherever a link leads to it. */
  spread(path: string, text: Text): void {
    if (this.isLinked(path)) return;
    for (const each of this.throughWhich(path)) this.mirror(each.path, path, each.by, text);
  }

  /** For a file that is gone. */
  forget(path: string): void {
    this.mirrors.delete(path);
    this.deleteMirrors(path);
  }

  /** Says that links, or what decides whether they are followed, may differ; `refreshing` looks. */
  doubt(): void {
    this.isUnsure = true;
  }

  /** Reads through links what the systems follow now, and no longer what they do not. File by file. */
  *refreshing(): Task {
    if (!this.isUnsure) return;
    this.isUnsure = false;
    const before = new Map(this.followed.map(each => [each.link, each]));
    const after = new Map(this.toFollow().map(each => [each.link, each]));
    this.follow([...after.values()]);
    for (const [path, mirror] of [...this.mirrors])
      if (!isSame(mirror.by, after.get(mirror.by.link))) {
        this.unmirror(path, mirror);
        yield;
      }
    for (const each of after.values())
      if (!isSame(each, before.get(each.link)))
        for (const path of this.reading.paths.atOrBelow(each.target))
          if (!this.isLinked(path)) {
            this.mirror(each.link + path.slice(each.target.length), path, each, this.textOf(path));
            yield;
          }
  }

  private toFollow(): Followed[] {
    const { systems, configurations, files } = this.reading;
    return [...this.targets].flatMap(([link, { target }]) => {
      const fact = files.get(link)?.facts.find(isLink);
      const system = fact && systems.find(each => each.follows?.(fact, configurations.get(each.name)) === true);
      return system === undefined || target === undefined ? [] : [{ link, target, system }];
    });
  }

  private follow(links: readonly Followed[]): void {
    this.followed = links;
    this.byTarget = new Map();
    for (const each of links) this.byTarget.set(each.target, [...(this.byTarget.get(each.target) ?? []), each]);
  }

  /** Whether a path is a link, or leads through one. */
  private isLinked(path: string): boolean {
    if (this.targets.size === 0) return false;
    for (let at = path; at !== ''; at = folderOf(at)) if (this.targets.has(at)) return true;
    return false;
  }

  /** The paths at which a file is read as well. */
  private throughWhich(path: string): { readonly path: string; readonly by: Followed }[] {
    const found: { path: string; by: Followed }[] = [];
    if (this.followed.length === 0) return found;
    for (let at = path; at !== ''; at = folderOf(at))
      for (const by of this.byTarget.get(at) ?? []) found.push({ path: by.link + path.slice(at.length), by });
    return found;
  }

  private textOf(path: string): Text | undefined {
    const openText = this.reading.files.get(path)?.openText;
    const text = openText ?? this.reading.readText(path);
    return text === undefined ? undefined : { text, open: openText !== undefined };
  }

  private mirror(path: string, target: string, by: Followed, text: Text | undefined): void {
    if (!by.system.claims(path) || text === undefined) return;
    const isNoted = this.mirrors.get(path)?.isNoted ?? this.reading.paths.hasFile(path);
    this.mirrors.set(path, { target, by, isNoted });
    this.reading.exists(path, true);
    this.reading.accept(path, text, this.readersOf(path));
  }

  private unmirror(path: string, { target, isNoted }: Mirror): void {
    this.mirrors.delete(path);
    if (!isNoted) this.reading.exists(path, false);
    const text = isNoted && this.reading.vital(path) ? this.textOf(target) : undefined;
    if (text === undefined) this.unread(path);
    else this.reading.accept(path, text, this.reading.systems);
  }

  private deleteMirrors(path: string): void {
    for (const each of this.throughWhich(path)) if (this.mirrors.has(each.path)) this.reading.delete(each.path);
  }

  /** Leaves of a file nothing but that it is there, and whether as a link. */
  private unread(path: string): void {
    if (this.targets.has(path)) this.reading.accept(path, { text: '', open: false }, []);
    else this.reading.drop(path);
  }
}

/** A system as it reads through links: whatever says where things are counts at its own place only. */
function throughLinks(system: System): Pick<System, 'claims' | 'read'> {
  return {
    claims: path => system.claims(path),
    read(source, out) {
      return system.read(source, {
        fact(fact, spans) {
          if (system.configuredBy?.has(fact.kind) !== true) out.fact(fact, spans);
        },
        problem: problem => out.problem(problem),
      });
    },
  };
}

function isSame(a: Followed, b: Followed | undefined): boolean {
  return a.target === b?.target && a.system === b.system;
}
