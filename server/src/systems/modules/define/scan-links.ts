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

/** What one scan makes of links, by the path of each. */
export type LinkScan = ReadonlyMap<string, ScannedLink>;

/** The links below each of some folders, by path as they come. */
export function linksBelow(
  links: readonly LinkFact[],
  folders: ReadonlySet<string>,
): ReadonlyMap<string, readonly LinkFact[]> {
  const below = new Map<string, LinkFact[]>();
  for (const link of links)
    for (let folder = folderOf(link.file.path); ; folder = folderOf(folder)) {
      if (folders.has(folder)) {
        const there = below.get(folder);
        if (there === undefined) below.set(folder, [link]);
        else there.push(link);
      }
      if (folder === '') break;
    }
  return below;
}

/** What the scan of a root makes of the links below it; `links` come by path. */
export function scanLinks(links: readonly LinkFact[], root: string, follow: boolean): LinkScan {
  const scanned = new Map<string, ScannedLink>();
  const entered = new Set<string>();
  for (const link of links) {
    if (link.broken === true) continue;
    const { path } = link.file;
    if (isHidden(path.slice(root === '' ? 0 : root.length + 1))) continue;
    if (linkOnTheWay(folderOf(path), scanned) !== undefined) continue;
    const verdict = follow ? verdictOn(link, root, entered) : 'off';
    scanned.set(path, { verdict, ...(link.target === undefined ? {} : { target: link.target }) });
  }
  return scanned;
}

/** Of several verdicts on a link, the one that hides least: what any scan follows is looked at, and what any may see is not denied. */
const OPENNESS: readonly ScannedLink['verdict'][] = ['followed', 'again', 'unsure', 'outside', 'circle', 'off'];

/** What the scans of all roots together make of links. */
export function mostOpen(scans: readonly LinkScan[]): LinkScan {
  const all = new Map<string, ScannedLink>();
  for (const scan of scans)
    for (const [path, link] of scan) {
      const before = all.get(path);
      if (before === undefined || OPENNESS.indexOf(link.verdict) < OPENNESS.indexOf(before.verdict))
        all.set(path, link);
    }
  return all;
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
export function isEntered(path: string, links: LinkScan): boolean {
  return links.get(path)?.verdict === 'followed';
}

/** Whether what a link leads to counts at the link. Companions are opened, link or not. */
export function isFollowed({ file, isFolder }: LinkFact, links: LinkScan): boolean {
  const link = links.get(file.path);
  return link?.verdict === 'followed' || (link !== undefined && !isFolder && isCompanionPath(file.path));
}

/** The link by which a path below a root leads, if one does. */
export function linkOnTheWay(path: string, links: LinkScan): string | undefined {
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
export function isOutOfSight(path: string, links: LinkScan): boolean {
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
