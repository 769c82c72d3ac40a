/**
 * Whether `path` matches `glob`: `*` within a segment, `?` one character, `**` any number of segments. Linear in the
 * path for each star (greedy with one step back), never a regular expression: globs come from files we do not trust.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return matchWith(glob.split('/'), path.split('/'), segment => segment === '**', matchSegment);
}

function matchSegment(glob: string, segment: string): boolean {
  return matchWith(
    glob,
    segment,
    unit => unit === '*',
    (unit, other) => unit === '?' || unit === other,
  );
}

/**
 * Whether all items fit the tokens in order, where a star stands for any number of items. The classic wildcard match: on
 * a mismatch the last star takes one item more. Neither list may hold `undefined`.
 */
export function matchWith<Token, Item>(
  tokens: ArrayLike<Token>,
  items: ArrayLike<Item>,
  isStar: (token: Token) => boolean,
  fits: (token: Token, item: Item) => boolean,
): boolean {
  let t = 0;
  let i = 0;
  let star = -1;
  let resume = 0;
  for (let item = items[i]; item !== undefined; item = items[i]) {
    const token = tokens[t];
    if (token !== undefined && isStar(token)) {
      star = t++;
      resume = i;
    } else if (token !== undefined && fits(token, item)) {
      t++;
      i++;
    } else if (star >= 0) {
      t = star + 1;
      i = ++resume;
    } else return false;
  }
  let rest = tokens[t];
  while (rest !== undefined && isStar(rest)) rest = tokens[++t];
  return rest === undefined;
}
