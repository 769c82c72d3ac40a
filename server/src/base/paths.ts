/** Paths are relative to the root of a repository, with `/`; the root itself is the empty path. */

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folder itself and those above it; the root last. */
export function* foldersUpwards(folder: string): Iterable<string> {
  for (let at = folder; at !== ''; at = folderOf(at)) yield at;
  yield '';
}

/** The path of what is called `path` from `folder`. Either may be the root, which adds no `/`. */
export function joinPath(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}

/** Whether a path lies in a folder, however deep; the folder itself does not, unless it is the root. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Whether a path is a folder itself or lies in it, however deep. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || isBelow(path, folder);
}

/** Whether a path is one of some, or lies in one of them. */
export function isAtOrBelowAny(path: string, places: { has(path: string): boolean }): boolean {
  return places.has(path) || (path !== '' && isAtOrBelowAny(folderOf(path), places));
}

/** `path` relative to `folder`: empty for the folder itself, nothing for what does not lie in it. */
export function pathBelow(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** Where a path lies after files and folders have moved; nothing for one that stays. Of several moves the first counts. */
export function movedPath(
  path: string,
  moves: readonly { readonly path: string; readonly to: string }[],
): string | undefined {
  for (const move of moves) {
    if (path === move.path) return move.to;
    if (path.startsWith(`${move.path}/`)) return move.to + path.slice(move.path.length);
  }
  return undefined;
}
