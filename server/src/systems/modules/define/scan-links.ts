import { folderOf, isBelow } from '../../../base/paths';
import type { LinkFact } from '../../../model/link';
import { isCompanionPath, isHidden, languageOf } from '../layout';

/** What the scan makes of a link below a root (formats 2.2, 2.8). */
export interface ScannedLink {
  /**
   * `off`: links are not followed; `outside`: it leads out of the root; `circle`: back to the root; `again`: to a folder
   * that another link leads to, and the scan follows whichever it meets first; `unsure`: nobody says where it leads.
   */
  readonly verdict: 'off' | 'followed' | 'outside' | 'circle' | 'again' | 'unsure';
  /** Where it leads; absent where that is out of sight. */
  readonly target?: string;
}

/** Where discoveries begin; see `Configuration`. */
interface Roots {
  readonly discoveries: readonly { readonly followSymlinks: boolean }[];
  readonly roots: ReadonlyMap<string, readonly [discovery: number, root: number]>;
}

/** What discoveries make of the links below their roots, by the path of each; `links` come by path. */
export function scanLinks(links: readonly LinkFact[], { discoveries, roots }: Roots): ReadonlyMap<string, ScannedLink> {
  const scanned = new Map<string, ScannedLink>();
  const entered = new Set<string>();
  for (const link of links) {
    if (link.broken === true) continue;
    const { path } = link.file;
    const root = rootAbove(path, roots);
    const discovery = root === undefined ? undefined : discoveryOf(root, { discoveries, roots });
    if (root === undefined || discovery === undefined || isHidden(path.slice(root === '' ? 0 : root.length + 1)))
      continue;
    if (linkOnTheWay(folderOf(path), scanned) !== undefined) continue;
    const verdict = discovery.followSymlinks ? verdictOn(link, root, entered) : 'off';
    scanned.set(path, { verdict, ...(link.target === undefined ? {} : { target: link.target }) });
  }
  return scanned;
}

function verdictOn(link: LinkFact, root: string, entered: Set<string>): ScannedLink['verdict'] {
  const { target, isFolder, outside, file } = link;
  if (target === undefined) return outside === true ? 'outside' : isFolder ? 'unsure' : 'followed';
  if (isFolder && target === root) return 'circle';
  // Python asks of folders only where they lead and whether it has been there; the TypeScript implementation asks of every link.
  if (!isFolder && languageOf(file.path) !== 'typescript') return 'followed';
  if (!isBelow(target, root)) return 'outside';
  if (entered.has(target)) return 'again';
  entered.add(target);
  return 'followed';
}

/** Whether the scan goes on behind a link, as far as that can be told. */
export function isEntered(path: string, links: ReadonlyMap<string, ScannedLink>): boolean {
  return links.get(path)?.verdict === 'followed';
}

/** Whether what a link leads to counts at the link. Companions are opened, link or not. */
export function isFollowed({ file, isFolder }: LinkFact, links: ReadonlyMap<string, ScannedLink>): boolean {
  const link = links.get(file.path);
  return link?.verdict === 'followed' || (link !== undefined && !isFolder && isCompanionPath(file.path));
}

function discoveryOf(root: string, { discoveries, roots }: Roots): Roots['discoveries'][number] | undefined {
  const at = roots.get(root);
  return at && discoveries[at[0]];
}

function rootAbove(path: string, roots: Roots['roots']): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (roots.has(folder)) return folder;
    if (folder === '') return undefined;
  }
}

/** The link by which a path below a root leads, if one does. */
export function linkOnTheWay(path: string, links: ReadonlyMap<string, ScannedLink>): string | undefined {
  for (let at = path; at !== ''; at = folderOf(at)) if (links.has(at)) return at;
  return undefined;
}

/** A root as the run time resolves it, through links whether they are followed or not. */
export function realPath(path: string, links: ReadonlyMap<string, LinkFact>): string {
  for (let at = path; at !== ''; at = folderOf(at)) {
    const target = links.get(at)?.target;
    if (target !== undefined) return target + (target === '' ? path.slice(at.length + 1) : path.slice(at.length));
  }
  return path;
}

/**
 * Whether `path` may be a module file all the same, though none is seen there: the links on the way to it do not say. The scan
 * of Python files refuses folders out of the root, but says nothing of links to files there.
 */
export function isOutOfSight(path: string, links: ReadonlyMap<string, ScannedLink>): boolean {
  for (let at = path; at !== ''; at = folderOf(at)) {
    const link = links.get(at);
    if (link === undefined) continue;
    if (link.verdict === 'followed' && at !== path && link.target !== undefined)
      // A link inside of what another leads to: the scan may come to it by either way.
      return linkOnTheWay(link.target + path.slice(at.length), links) !== undefined;
    const isFile = at === path;
    return (
      link.verdict === 'again' ||
      link.verdict === 'unsure' ||
      (isFile && link.verdict === 'outside' && languageOf(path) === 'python')
    );
  }
  return false;
}
