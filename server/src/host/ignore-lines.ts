import ignore, { type Ignore } from 'ignore';
import { pushTo } from '../base/collections';

/** As git does by default on these systems. */
const FOLDS_CASE = process.platform === 'win32' || process.platform === 'darwin';

/** What the lines of one ignore file say about a path: the last one that is about it decides. */
export interface IgnoreLines {
  test(path: string): { readonly ignored: boolean; readonly unignored: boolean };
}

/**
 * Few lines are all compared with each path. Of many, only those that may be about it are: a line that has a segment without wildcards is
 * about no path without that segment. So a file with as many lines as there are files costs what its length costs.
 */
export function ignoreLines(lines: readonly string[]): IgnoreLines {
  return lines.length <= FEW ? rulesOf(lines) : new ManyLines(lines);
}

const FEW = 32;
/** Of the sets of lines that paths have met, so many are kept compiled. */
const MOST_COMPILED = 1000;

function rulesOf(lines: readonly string[]): Ignore {
  return ignore({ ignorecase: FOLDS_CASE, allowRelativePaths: true }).add([...lines]);
}

class ManyLines implements IgnoreLines {
  private readonly lines: readonly string[];
  /** Places of lines, by a segment that a path has to have. */
  private readonly bySegment = new Map<string, number[]>();
  /** Places of lines that may be about any path. */
  private readonly others: number[] = [];
  private readonly compiled = new Map<string, Ignore>();

  constructor(lines: readonly string[]) {
    this.lines = lines;
    for (const [place, line] of lines.entries()) {
      const segment = plainSegment(line);
      if (segment === undefined) this.others.push(place);
      else if (segment !== '') pushTo(this.bySegment, segment, place);
    }
  }

  test(path: string): ReturnType<IgnoreLines['test']> {
    const met = folded(path)
      .split('/')
      .flatMap(segment => this.bySegment.get(segment) ?? []);
    if (met.length === 0 && this.others.length === 0) return { ignored: false, unignored: false };
    return this.rulesAt(met).test(path);
  }

  private rulesAt(met: readonly number[]): Ignore {
    const places = [...new Set(met)];
    const key = places.sort((a, b) => a - b).join(' ');
    let rules = this.compiled.get(key);
    if (rules === undefined) {
      const all = [...places, ...this.others].sort((a, b) => a - b);
      rules = rulesOf(all.map(place => this.lines[place] ?? ''));
      if (this.compiled.size >= MOST_COMPILED) this.compiled.clear();
      this.compiled.set(key, rules);
    }
    return rules;
  }
}

/** The last segment of a line that stands for nothing but itself; undefined if it has none, empty for a line that says nothing. */
function plainSegment(line: string): string | undefined {
  const pattern = line.trim();
  if (pattern === '' || pattern.startsWith('#')) return '';
  if (pattern.includes('\\')) return undefined;
  const segments = folded(pattern.replace(/^!/, '')).split('/');
  return segments.findLast(segment => segment !== '' && !/[*?[\]]/.test(segment));
}

function folded(text: string): string {
  return FOLDS_CASE ? text.toLowerCase() : text;
}
