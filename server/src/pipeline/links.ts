import { folderOf } from '../base/paths';
import { sameData } from '../base/structural-equality';
import type { LinkTarget } from '../base/symlink-target';
import type { Fact } from '../model/fact';
import { isLink } from '../model/link';
import type { System } from '../systems/system';
import { looksLikeRegistry } from './files';
import type { Readers, Text } from './read-file';

/** What links are followed by, and what can be read through them. */
interface Sources {
  readonly systems: readonly System[];
  readonly configurations: { get(system: string): unknown };
  readonly files: {
    get(path: string): { readonly facts: readonly Fact[]; readonly openText: string | undefined } | undefined;
  };
  readonly paths: { atOrBelow(path: string): readonly string[]; hasFile(path: string): boolean };
  /** The text of a closed file. */
  readonly readText: (path: string) => string | undefined;
}

/** What links come to at one path, for the driver to act on. */
export type LinkEffect =
  /** The path is to be noted as one of a file, or as none any more. */
  | { readonly kind: 'note'; readonly path: string; readonly exists: boolean }
  /** What some systems read in a text is what the file says. */
  | { readonly kind: 'read'; readonly path: string; readonly text: Text; readonly readers: Readers }
  /** The file says nothing any more, though it may be there. */
  | { readonly kind: 'forget contents'; readonly path: string }
  /** The file is gone. */
  | { readonly kind: 'delete'; readonly path: string };

/**
 * Effects, one after the other: each is to be acted on before the next one is asked for, since it depends on what the files say by
 * then.
 */
export type LinkEffects = Iterable<LinkEffect>;

/** A link that the run time of a system follows, with what it leads to. Paths are relative to the root. */
interface FollowedLink {
  readonly link: string;
  readonly target: string;
  readonly system: System;
}

/** A file that is read once more at a path through a followed link. */
interface Mirror {
  readonly target: string;
  readonly by: FollowedLink;
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
  private followed: readonly FollowedLink[] = [];
  private byTarget = new Map<string, readonly FollowedLink[]>();
  /** Whether other links may be followed than are. */
  private isStale = false;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
  }

  /** What reads the file at a path. */
  readersOf(path: string): Readers {
    const mirror = this.mirrors.get(path);
    return mirror === undefined ? this.sources.systems : [readerThroughLink(mirror.by.system)];
  }

  /** What an editor shows of the file that is read at a path through a followed link: it counts, whatever is on disk. */
  openTextAt(path: string): Text | undefined {
    const target = this.mirrors.get(path)?.target;
    const text = target === undefined ? undefined : this.sources.files.get(target)?.openText;
    return text === undefined ? undefined : { text, open: true };
  }

  /** Says that the host knows of a file at a path, whether or not it is read there through a link, too. */
  markNoted(path: string): void {
    const mirror = this.mirrors.get(path);
    if (mirror?.isNoted === false) this.mirrors.set(path, { ...mirror, isNoted: true });
  }

  /** Takes where the link at a path leads; nothing where it is none. */
  *setTarget(path: string, link: LinkTarget | undefined): LinkEffects {
    if (sameData(this.targets.get(path), link)) return;
    this.mirrors.delete(path);
    if (this.followed.some(each => each.link === path))
      this.setFollowed(this.followed.filter(each => each.link !== path));
    if (link === undefined) this.targets.delete(path);
    else {
      this.targets.set(path, link);
      yield* this.deleteMirrors(path);
    }
    const openText = this.sources.files.get(path)?.openText;
    if (openText === undefined) yield this.clearContents(path);
    else yield { kind: 'read', path, text: { text: openText, open: true }, readers: this.sources.systems };
  }

  /**
   * Takes that the host has nothing read at a path, such as that of a link whose target is read at its own path by now. What an editor
   * shows there, and what a followed link has read there, stays.
   */
  *leaveUnread(path: string): LinkEffects {
    const file = this.sources.files.get(path);
    if (file !== undefined && file.openText === undefined && !this.mirrors.has(path)) yield this.clearContents(path);
  }

  /** Has a text read again wherever a followed link leads to it. */
  *readThroughLinks(path: string, text: Text): LinkEffects {
    if (this.isLinked(path)) return;
    for (const each of this.mirrorPathsOf(path)) yield* this.mirror(each.path, path, each.by, text);
  }

  /** For a file that is gone: what was read of it through links goes, too. */
  *forget(path: string): LinkEffects {
    this.mirrors.delete(path);
    yield* this.deleteMirrors(path);
  }

  /** Says that links, or what decides whether they are followed, may differ; `refresh` looks. */
  markStale(): void {
    this.isStale = true;
  }

  /** Has read through links what the systems follow now, and no longer what they do not. File by file. */
  *refresh(): LinkEffects {
    if (!this.isStale) return;
    this.isStale = false;
    const before = new Map(this.followed.map(each => [each.link, each]));
    const after = new Map(this.linksToFollow().map(each => [each.link, each]));
    this.setFollowed([...after.values()]);
    for (const [path, mirror] of [...this.mirrors])
      if (!isSameLink(mirror.by, after.get(mirror.by.link))) yield* this.unmirror(path, mirror);
    for (const each of after.values())
      if (!isSameLink(each, before.get(each.link)))
        for (const path of this.sources.paths.atOrBelow(each.target))
          if (!this.isLinked(path))
            yield* this.mirror(each.link + path.slice(each.target.length), path, each, this.textOf(path));
  }

  private linksToFollow(): FollowedLink[] {
    const { systems, configurations, files } = this.sources;
    return [...this.targets].flatMap(([link, { target }]) => {
      const fact = files.get(link)?.facts.find(isLink);
      const system = fact && systems.find(each => each.followsLink?.(fact, configurations.get(each.name)) === true);
      return system === undefined || target === undefined ? [] : [{ link, target, system }];
    });
  }

  private setFollowed(links: readonly FollowedLink[]): void {
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
  private mirrorPathsOf(path: string): { readonly path: string; readonly by: FollowedLink }[] {
    const found: { path: string; by: FollowedLink }[] = [];
    if (this.followed.length === 0) return found;
    for (let at = path; at !== ''; at = folderOf(at))
      for (const by of this.byTarget.get(at) ?? []) found.push({ path: by.link + path.slice(at.length), by });
    return found;
  }

  private textOf(path: string): Text | undefined {
    const openText = this.sources.files.get(path)?.openText;
    const text = openText ?? this.sources.readText(path);
    return text === undefined ? undefined : { text, open: openText !== undefined };
  }

  private *mirror(path: string, target: string, by: FollowedLink, text: Text | undefined): LinkEffects {
    if (!by.system.claims(path) || text === undefined) return;
    const isNoted = this.mirrors.get(path)?.isNoted ?? this.sources.paths.hasFile(path);
    this.mirrors.set(path, { target, by, isNoted });
    yield { kind: 'note', path, exists: true };
    yield { kind: 'read', path, text, readers: this.readersOf(path) };
  }

  private *unmirror(path: string, { target, isNoted }: Mirror): LinkEffects {
    const { systems } = this.sources;
    this.mirrors.delete(path);
    if (!isNoted) yield { kind: 'note', path, exists: false };
    const text = isNoted && looksLikeRegistry(path, systems) ? this.textOf(target) : undefined;
    yield text === undefined ? this.clearContents(path) : { kind: 'read', path, text, readers: systems };
  }

  private *deleteMirrors(path: string): LinkEffects {
    for (const each of this.mirrorPathsOf(path))
      if (this.mirrors.has(each.path)) yield { kind: 'delete', path: each.path };
  }

  /** Leaves of a file nothing but that it is there, and whether as a link. */
  private clearContents(path: string): LinkEffect {
    return this.targets.has(path)
      ? { kind: 'read', path, text: { text: '', open: false }, readers: [] }
      : { kind: 'forget contents', path };
  }
}

/** A system as it reads through links: whatever says where things are counts at its own place only. */
function readerThroughLink(system: System): Pick<System, 'claims' | 'read'> {
  return {
    claims: path => system.claims(path),
    read(source, out) {
      return system.read(source, {
        fact(fact, parts) {
          if (system.configurationKinds?.has(fact.kind) !== true) out.fact(fact, parts);
        },
        problem: problem => out.problem(problem),
      });
    },
  };
}

function isSameLink(a: FollowedLink, b: FollowedLink | undefined): boolean {
  return a.target === b?.target && a.system === b.system;
}
