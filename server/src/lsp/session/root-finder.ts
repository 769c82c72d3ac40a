import type { Host } from '../hosts/host';
import { isBelow, parseUri, uriAbove, type UriParts } from '../hosts/uri';

/** A root that should be there: the client's spelling of it, and the host's name. */
export interface WantedRoot {
  readonly uri: string;
  readonly folder: string;
}

/**
 * The roots that opened folders need, each once, however clients spell it: the one that each folder lies in, even above
 * it, and of `inner` (folders that were found to be roots) those that still are, below an opened folder.
 */
export function wantedRoots(opened: readonly string[], inner: Iterable<string>, host: Host): Map<string, WantedRoot> {
  const wanted = new Map<string, WantedRoot>();
  const want = (uri: string, mayLieAbove: boolean): void => {
    const folder = host.folderOf(uri);
    if (folder === undefined) return;
    const root = host.rootOf(folder);
    const at = uriAbove(uri, depth(folder) - depth(root));
    const parts = parseUri(at);
    if (parts !== undefined && (mayLieAbove || root === folder)) wanted.set(keyOf(parts), { uri: at, folder: root });
  };
  for (const uri of opened) want(uri, true);
  for (const uri of inner) if (opened.some(folder => isBelow(folder, uri))) want(uri, false);
  return wanted;
}

/** The same for all spellings of a URI. */
export function keyOf({ origin, path }: UriParts): string {
  return origin + path;
}

function depth(folder: string): number {
  return folder.split(/[/\\]/).filter(part => part !== '').length;
}
