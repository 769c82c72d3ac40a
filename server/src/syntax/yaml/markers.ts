import type { YamlProblem } from './tree';

const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?![<|=>])(?: [^\r\n]*)?$/gm;

/** A text without the lines that git leaves in a conflict. */
export interface Unmarked {
  /** Marker lines are spaces, so every offset is what it was. */
  readonly text: string;
  readonly problems: readonly YamlProblem[];
}

/**
 * Takes conflict markers out of a text, so that both sides can be read. A line of `=======` counts only after one of
 * the others: underlines of headings look the same.
 */
export function withoutMarkers(text: string): Unmarked {
  if (!/^(?:<{7}|>{7}|\|{7})/m.test(text)) return { text, problems: [] };
  const problems: YamlProblem[] = [];
  const unmarked = text.replaceAll(MARKER, (line: string, marker: string, offset: number) => {
    if (marker.startsWith('=') && problems.length === 0) return line;
    const span = { start: offset, end: offset + line.length };
    problems.push({ kind: 'merge-marker', span, message: `A merge conflict is left here ('${marker}')` });
    return ' '.repeat(line.length);
  });
  return { text: unmarked, problems };
}
