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
