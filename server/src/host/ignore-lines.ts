import ignore, { type Ignore } from 'ignore';

/** Whether the case of paths counts for nothing, as it does for git on these systems by default. */
const FOLDS_CASE = process.platform === 'win32' || process.platform === 'darwin';

/** What the lines of one ignore file say about a path: the last one that is about it decides. */
export interface IgnoreLines {
  test(path: string): { readonly ignored: boolean; readonly unignored: boolean };
}

/**
 * Few lines are all compared with each path. Of many, only those that may be about it are: a line is about no path that lacks what the line
 * says without wildcards. So a file with as many lines as there are files costs what its length costs.
 */
export function ignoreLines(lines: readonly string[]): IgnoreLines {
  return lines.length <= FEW ? rulesOf(lines) : manyLines(lines);
}

const FEW = 32;
/** How many sets of lines that paths have met are kept compiled. */
const MOST_COMPILED = 1000;

function rulesOf(lines: readonly string[]): Ignore {
  return ignore({ ignorecase: FOLDS_CASE, allowRelativePaths: true }).add([...lines]);
}

function manyLines(all: readonly string[]): IgnoreLines {
  // A line that is said again counts where it stands last.
  const lines = [...new Set(all.toReversed())].toReversed();
  const pieces = lines.map(literalPieces);
  const counts = new Map<string, number>();
  const count = (piece: string): number => counts.get(piece) ?? 0;
  for (const piece of pieces.flatMap(each => each ?? [])) counts.set(piece, count(piece) + 1);
  const byPiece: PieceNode = { next: new Map(), places: [] };
  /** Places of lines that may be about any path. */
  const others: number[] = [];
  for (const [place, of] of pieces.entries()) {
    // What fewest lines have in common says most about a path.
    const [rarest] = of?.toSorted((a, b) => count(a) - count(b) || b.length - a.length) ?? [];
    if (rarest !== undefined) addPiece(byPiece, rarest, place);
    else if (of !== undefined) others.push(place);
  }
  // Compiling so many again for each path would cost more than comparing each.
  if (others.length > FEW) return rulesOf(lines);
  const compiled = new Map<string, Ignore>();
  const rulesAt = (met: readonly number[]): Ignore => {
    const places = [...new Set(met)].sort((a, b) => a - b);
    const key = places.join(' ');
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const rules = rulesOf([...places, ...others].sort((a, b) => a - b).map(place => lines[place] ?? ''));
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, rules);
    return rules;
  };
  return {
    test(path) {
      const met = placesMet(byPiece, `/${folded(path)}/`);
      return met.length === 0 && others.length === 0 ? { ignored: false, unignored: false } : rulesAt(met).test(path);
    },
  };
}

/**
 * What has to stand in a path, with a slash before and after it, for a line to be about it: what each segment of the line says
 * without wildcards. Undefined for a line that says nothing.
 */
function literalPieces(line: string): readonly string[] | undefined {
  const pattern = line.trimEnd();
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  if (pattern.includes('\\')) return [];
  // What follows a bracket may be a set of characters.
  const [plain = '', ...rest] = folded(pattern.replace(/^!/, '')).split('[');
  const segments = plain.split('/');
  return segments
    .map((segment, i) => `/${segment}${rest.length > 0 && i === segments.length - 1 ? '' : '/'}`)
    .flatMap(segment => segment.split(/[*?\]]/))
    .filter(piece => !/^\/*$/.test(piece));
}

/** What lines say without wildcards, character by character, with the places of the lines for which it ends there. */
interface PieceNode {
  readonly next: Map<string, PieceNode>;
  readonly places: number[];
}

function addPiece(root: PieceNode, piece: string, place: number): void {
  let node = root;
  for (const character of piece.split('')) {
    let next = node.next.get(character);
    if (next === undefined) node.next.set(character, (next = { next: new Map(), places: [] }));
    node = next;
  }
  node.places.push(place);
}

function placesMet(root: PieceNode, text: string): number[] {
  const met: number[] = [];
  for (let start = 0; start < text.length; start++) {
    let node: PieceNode | undefined = root;
    for (let at = start; node !== undefined; at++) {
      for (const place of node.places) met.push(place);
      node = node.next.get(text.charAt(at));
    }
  }
  return met;
}

function folded(text: string): string {
  return FOLDS_CASE ? text.toLowerCase() : text;
}
