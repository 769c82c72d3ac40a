/**
 * Whether `path` matches `glob`: `*` within a segment, `?` one character, `**` any number of segments. Linear in the
 * path for each star (greedy with one step back), never a regular expression: globs come from files we do not trust.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return matchParts(glob.split('/'), path.split('/'));
}

function matchParts(glob: readonly string[], path: readonly string[]): boolean {
  return matchWith(
    glob.length,
    path.length,
    g => glob[g] === '**',
    (g, p) => matchSegment(glob[g]!, path[p]!),
  );
}

function matchSegment(glob: string, segment: string): boolean {
  return matchWith(
    glob.length,
    segment.length,
    g => glob[g] === '*',
    (g, s) => glob[g] === '?' || glob[g] === segment[s],
  );
}

/** The classic wildcard match: on a mismatch the last star takes one item more. */
export function matchWith(
  globSize: number,
  size: number,
  isStar: (g: number) => boolean,
  fits: (g: number, i: number) => boolean,
): boolean {
  let g = 0;
  let i = 0;
  let star = -1;
  let resume = 0;
  while (i < size) {
    if (g < globSize && isStar(g)) {
      star = g++;
      resume = i;
    } else if (g < globSize && fits(g, i)) {
      g++;
      i++;
    } else if (star >= 0) {
      g = star + 1;
      i = ++resume;
    } else return false;
  }
  while (g < globSize && isStar(g)) g++;
  return g === globSize;
}
