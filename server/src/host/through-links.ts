import type { Checkpoint } from '../base/cancellation';
import type { LinkTarget } from '../base/symlink-target';

/** The links to each folder that files are seen through, by where it is. */
export type LinksTo = ReadonlyMap<string, readonly string[]>;

/** A file that a link leads to, by its path at or through the link. */
export interface Linked {
  readonly path: string;
  readonly target: string;
  /** Where the path is the link itself. */
  readonly link?: LinkTarget;
}

/**
 * Takes links to folders, each with where it leads. One that leads to a folder above itself, in a circle, shows
 * nothing.
 */
export function linksTo(links: Iterable<readonly [link: string, target: string]>): LinksTo {
  const all = new Map<string, string[]>();
  for (const [link, target] of links) {
    if (target === '' || link.startsWith(`${target}/`)) continue;
    const known = all.get(target);
    if (known === undefined) all.set(target, [link]);
    else known.push(link);
  }
  return all;
}

/** The paths at which what lies at a path is seen as well: through each link to a folder above it. */
export function* throughLinks(at: string, links: LinksTo): Iterable<string> {
  if (links.size === 0) return;
  for (let end = at.lastIndexOf('/'); end > 0; end = at.lastIndexOf('/', end - 1))
    for (const link of links.get(at.slice(0, end)) ?? []) yield link + at.slice(end);
}

/**
 * What is seen of files through links to folders above them: as much as `mayAdd` allows. Nothing where no link leads to
 * a folder.
 */
export function filesThrough(
  files: Iterable<string>,
  links: LinksTo,
  how: { readonly mayAdd: (path: string) => boolean; readonly checkpoint: Checkpoint },
): AsyncIterable<Linked> | undefined {
  return links.size === 0 ? undefined : seen(files, links, how);
}

async function* seen(
  files: Iterable<string>,
  links: LinksTo,
  { mayAdd, checkpoint }: Parameters<typeof filesThrough>[2],
): AsyncIterable<Linked> {
  for (const target of files) {
    await checkpoint.pass();
    for (const path of throughLinks(target, links)) if (mayAdd(path)) yield { path, target };
  }
}

/** Links to folders can multiply files; no more than these are seen through them. */
export const MOST_LINKED = 100_000;
