import type { System } from '../systems/system';

/** A link that the run time of a system follows, with what it leads to. Paths are relative to the root. */
export interface Followed {
  readonly link: string;
  readonly target: string;
  readonly system: System;
}

/** A file that is read once more at a path through a followed link. */
export interface Mirror {
  readonly target: string;
  readonly by: Followed;
  /** Whether the host says that there is a file, too. */
  readonly isNoted: boolean;
}

/**
 * Which links are followed, and the files that are read through them. What lies at a target by way of another link is not
 * read through a link again: so links that lead in circles end.
 */
export class Mirrors {
  readonly all = new Map<string, Mirror>();
  private links: readonly Followed[] = [];
  private byTarget = new Map<string, Followed[]>();

  get followed(): readonly Followed[] {
    return this.links;
  }

  follow(links: readonly Followed[]): void {
    this.links = links;
    this.byTarget = new Map();
    for (const each of links) this.byTarget.set(each.target, [...(this.byTarget.get(each.target) ?? []), each]);
  }

  /** For a link that is one no longer, or leads elsewhere: what was read through it is not read so again. */
  forget(link: string): void {
    this.all.delete(link);
    if (this.links.some(each => each.link === link)) this.follow(this.links.filter(each => each.link !== link));
  }

  /** The paths at which a file is read as well. */
  of(path: string): { readonly path: string; readonly by: Followed }[] {
    const found: { path: string; by: Followed }[] = [];
    if (this.links.length === 0) return found;
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
      for (const by of this.byTarget.get(at) ?? []) found.push({ path: by.link + path.slice(at.length), by });
    return found;
  }
}

/** A system as it reads through links: whatever says where things are counts at its own place only. */
export function throughLinks(system: System): Pick<System, 'claims' | 'read'> {
  return {
    claims: path => system.claims(path),
    read(source, out) {
      system.read(source, {
        fact(fact, spans) {
          if (system.configuredBy?.has(fact.kind) !== true) out.fact(fact, spans);
        },
        problem: problem => out.problem(problem),
      });
    },
  };
}
