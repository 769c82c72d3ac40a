import type { Checkpoint } from '../base/cancellation';
import type { LinkTarget } from '../base/symlink-target';

/** The links that lead to each folder, by the path of the folder. Its files are seen through each of them. */
export type LinksByTarget = ReadonlyMap<string, readonly string[]>;

/** A file that a link leads to, by its path at or through the link. */
export interface LinkedFile {
  readonly path: string;
  readonly target: string;
  /** Set if `path` is the link itself. */
  readonly link?: LinkTarget;
}

/**
 * Groups links to folders by their targets. A link to a folder above itself is left out, since it leads in a circle.
 */
export function linksByTarget(links: Iterable<readonly [link: string, target: string]>): LinksByTarget {
  const all = new Map<string, string[]>();
  for (const [link, target] of links) {
    if (target === '' || link.startsWith(`${target}/`)) continue;
    const known = all.get(target);
    if (known === undefined) all.set(target, [link]);
    else known.push(link);
  }
  return all;
}

/** The further paths of a file: one through each link to a folder above it. */
export function* throughLinks(at: string, links: LinksByTarget): Iterable<string> {
  if (links.size === 0) return;
  for (let end = at.lastIndexOf('/'); end > 0; end = at.lastIndexOf('/', end - 1))
    for (const link of links.get(at.slice(0, end)) ?? []) yield link + at.slice(end);
}

/**
 * The further paths of files through links to folders above them, as far as `mayAdd` allows. Returns undefined if no
 * link leads to a folder.
 */
export function filesThrough(
  files: Iterable<string>,
  links: LinksByTarget,
  how: { readonly mayAdd: (path: string) => boolean; readonly checkpoint: Checkpoint },
): AsyncIterable<LinkedFile> | undefined {
  return links.size === 0 ? undefined : pathsThroughLinks(files, links, how);
}

async function* pathsThroughLinks(
  files: Iterable<string>,
  links: LinksByTarget,
  { mayAdd, checkpoint }: Parameters<typeof filesThrough>[2],
): AsyncIterable<LinkedFile> {
  for (const target of files) {
    await checkpoint.pass();
    for (const path of throughLinks(target, links)) if (mayAdd(path)) yield { path, target };
  }
}

/** Links to folders can multiply files; no more than these are seen through them. */
export const MAX_LINKED_FILES = 100_000;
