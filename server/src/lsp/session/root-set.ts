import { isAtOrBelowAny } from '../../base/paths';
import type { Host } from '../hosts/host';
import { isBelow, parseUri, pathBelow, uriAbove, uriBelow, type UriParts } from '../hosts/uri';
import { Root, type Shared } from './root';
import type { RootPlace } from './root-positions';

/** A file that belongs to a root. */
export interface Located {
  readonly root: Root;
  readonly path: string;
}

/** The roots of the opened folders. A root may lie above the folder that was opened; of nested roots the innermost has a file. */
export class RootSet {
  private readonly shared: Shared;
  private roots: readonly Root[] = [];

  constructor(shared: Shared) {
    this.shared = shared;
  }

  all(): readonly Root[] {
    return this.roots;
  }

  /** The innermost root that a URI is in or below. */
  owner(uri: UriParts): Located | undefined {
    return this.ownerAmong(this.roots, uri);
  }

  private ownerAmong(roots: readonly Root[], uri: UriParts): Located | undefined {
    let best: Located | undefined;
    for (const root of roots) {
      const path = root.positions.pathOf(uri);
      if (path !== undefined && (best === undefined || path.length < best.path.length)) best = { root, path };
    }
    return best;
  }

  /** The roots at or below a folder. */
  below(folder: UriParts): readonly Root[] {
    return this.roots.filter(({ parts }) => pathBelow(folder, parts, false) !== undefined);
  }

  /** The innermost root around another one. */
  around({ parts }: Root): Located | undefined {
    return this.ownerAmong(
      this.roots.filter(root => keyOf(root.parts) !== keyOf(parts)),
      parts,
    );
  }

  /** The roots inside of another one that lie at or below one of its folders. */
  inside(root: Root, folders: ReadonlySet<string>): readonly Root[] {
    return this.roots.filter(({ parts }) => {
      const path = pathBelow(root.parts, parts, false) ?? '';
      return path !== '' && isAtOrBelowAny(path, folders);
    });
  }

  /**
   * Makes the roots that the opened folders need, and lets go of those they do not. Gives the new ones, of which nothing is read yet,
   * and whether anything is new.
   */
  update(folders: readonly string[]): { readonly added: readonly Root[]; readonly isChanged: boolean } {
    const wanted = wantedRoots(folders, this.roots, this.shared.host);
    const gone = this.roots.filter(root => !wanted.has(keyOf(root.parts)));
    for (const root of this.roots) wanted.delete(keyOf(root.parts));
    const added = [...wanted.values()].map(place => new Root(place, this.shared));
    this.set(this.roots.filter(root => !gone.includes(root)));
    for (const root of added) {
      const around = this.owner(root.parts);
      around?.root.yieldTo(around.path);
    }
    this.set([...this.roots, ...added]);
    for (const root of gone) {
      root.dispose();
      const around = this.owner(root.parts);
      around?.root.changed([around.path]);
    }
    return { added, isChanged: added.length > 0 || gone.length > 0 };
  }

  private set(roots: readonly Root[]): void {
    this.roots = roots;
    for (const root of roots)
      root.files.setNestedRoots(
        roots.flatMap(other => {
          const path = other === root ? undefined : pathBelow(root.parts, other.parts, false);
          return path === undefined ? [] : [path];
        }),
      );
  }
}

/**
 * The roots that opened folders need, each once, however clients spell it: the one that each folder lies in, even above
 * it, and those below opened folders that roots have found, if they are wanted themselves.
 */
function wantedRoots(opened: readonly string[], roots: readonly Root[], host: Host): Map<string, RootPlace> {
  const wanted = new Map<string, RootPlace>();
  const want = (uri: string, mayLieAbove: boolean): void => {
    const folder = host.folderOf(uri);
    if (folder === undefined) return;
    const root = host.rootOf(folder);
    const at = uriAbove(uri, depth(folder) - depth(root));
    const parts = parseUri(at);
    if (parts !== undefined && (mayLieAbove || root === folder))
      wanted.set(keyOf(parts), { uri: at, parts, folder: root });
  };
  for (const uri of opened) want(uri, true);
  const byKey = new Map(roots.map(root => [keyOf(root.parts), root]));
  // A root that is wanted while this goes on is met, too.
  for (const key of wanted.keys())
    for (const path of byKey.get(key)?.innerRoots ?? []) {
      const uri = uriBelow(wanted.get(key)?.uri ?? '', path);
      if (opened.some(folder => isBelow(folder, uri))) want(uri, false);
    }
  return wanted;
}

/** A key that all spellings of a URI share. */
function keyOf({ origin, path }: UriParts): string {
  return origin + path;
}

function depth(folder: string): number {
  return folder.split(/[/\\]/).filter(part => part !== '').length;
}
