import { folderOf } from '../../../base/paths';
import type { Language } from '../facts';
import { moduleKey } from '../keys';
import { isHidden, languageOf, withoutEnding } from '../layout';
import type { ExtensionRoot } from '../settings';
import { namespaceOf, type Configuration, type Discovery, type RootScan } from './configuration';
import { isEntered, type LinkScan } from './scan-links';

/**
 * Where a file stands in a discovery. It has a place for each root that it lies below, since every root is scanned by itself: roots
 * may lie within each other, and one folder may be a root under two namespaces.
 */
export interface ModulePlace {
  readonly discovery: Discovery;
  readonly root: ExtensionRoot;
  /** Which of the roots of the discovery that is. */
  readonly rank: number;
  /** The path below the root. */
  readonly relative: string;
  /** The path by which an ID map names the file: below the first root that it lies in, whichever it is scanned from (formats 2.4). */
  readonly mappedAs: string;
  readonly language: Language;
  /** Why the scan passes over it; such a file is no module, whatever is in it. */
  readonly skipped?: 'hidden' | 'depth' | 'link';
}

/** The places of a file, of the innermost root first. */
export function placesOf(path: string, { scans }: Configuration): readonly ModulePlace[] {
  const language = languageOf(path);
  if (language === undefined || scans.size === 0) return [];
  const above: (RootScan & { readonly relative: string })[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const relative = folder === '' ? path : path.slice(folder.length + 1);
    for (const scan of scans.get(folder) ?? [])
      if ((scan.discovery.language ?? language) === language) above.push({ ...scan, relative });
    if (folder === '') break;
  }
  const first = new Map<Discovery, (typeof above)[number]>();
  for (const each of above)
    if (each.rank < (first.get(each.discovery)?.rank ?? Infinity)) first.set(each.discovery, each);
  return above.map(({ discovery, root, rank, links, relative }) => {
    const skipped = isCut(path, links) ? 'link' : skippedAs(relative, discovery);
    const mappedAs = first.get(discovery)?.relative ?? relative;
    return { discovery, root, rank, relative, mappedAs, language, ...(skipped === undefined ? {} : { skipped }) };
  });
}

/** Whether a link on the way to a file ends the scan. */
function isCut(path: string, links: LinkScan): boolean {
  if (links.size === 0) return false;
  for (let at = path; at !== ''; at = folderOf(at)) if (links.has(at) && !isEntered(at, links)) return true;
  return false;
}

/** What the scan leaves out (formats 2.2): names that begin with `.` or `_`, and what lies too deep; the root has depth 1. */
function skippedAs(relative: string, { maxDepth }: Discovery): ModulePlace['skipped'] {
  if (isHidden(relative)) return 'hidden';
  return relative.split('/').length > maxDepth ? 'depth' : undefined;
}

/**
 * The places that make a file a module: one for each id that it gets in a discovery. An ID map, and namespaces that end as folders
 * begin, may give it one id at two places; that is one module.
 */
export function modulePlacesOf(path: string, configuration: Configuration): readonly ModulePlace[] {
  const found = placesOf(path, configuration).filter(({ skipped }) => skipped === undefined);
  if (found.length < 2) return found;
  const seen = new Set<string>();
  return found.filter(place => {
    const key = moduleKey(place.discovery, idOf(place).id);
    return !seen.has(key) && seen.add(key);
  });
}

/** The place of a file for questions that one will do for: one where it is a module, if there is such a place. */
export function placeOf(path: string, configuration: Configuration): ModulePlace | undefined {
  const places = placesOf(path, configuration);
  return places.find(({ skipped }) => skipped === undefined) ?? places[0];
}

/** The ids that a file has in a discovery. */
export function idsOf(path: string, discovery: Discovery, configuration: Configuration): readonly string[] {
  return modulePlacesOf(path, configuration).flatMap(place =>
    place.discovery.name === discovery.name ? [idOf(place).id] : [],
  );
}

/** The id that the scan derives, and what the ID map makes of it. */
export function idOf(placed: ModulePlace): { readonly derived: string; readonly id: string } {
  const { discovery, root, relative, mappedAs } = placed;
  const plain = withoutEnding(relative).replaceAll('/', '.');
  const derived = discovery.isMulti ? `${namespaceOf(root)}.${plain}` : plain;
  return { derived, id: discovery.mapped.get(mappedAs)?.id ?? derived };
}
