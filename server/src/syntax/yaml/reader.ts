import type { Span } from '../../base/text';
import { readBlocks } from './blocks';
import { MAX_PROBLEMS, MAX_TEXT } from './bounds';
import { registryComments } from './comments';
import { convert } from './convert';
import { fromLibrary } from './from-library';
import { tooDeep } from './parse';
import { syntaxProblem } from './problems';
import { parseRepaired } from './repair';
import { composeStrictly, type Stop } from './pyyaml/compose';
import type { YamlProblem, YamlTree } from './tree';

/**
 * Reads the first document of a text. Never throws: whatever the text, it gives what could be read, and problems.
 * Bounded in time and memory: a text that is too long or too deeply nested is not read, and what aliases repeat beyond
 * a bound is left out; each is a problem of kind `limit`.
 */
export function readYaml(text: string): YamlTree {
  if (text.length > MAX_TEXT) return { text, root: undefined, problems: [tooLong()], comments: [] };
  const blocks = readBlocks(text);
  if (blocks === undefined) return readAnyYaml(text);
  return { text, root: blocks.root, problems: [], comments: registryComments(text, blocks.scalars) };
}

/** Reads any YAML: as PyYAML does what that takes, with the library what that refuses. */
export function readAnyYaml(text: string): YamlTree {
  const composition = composeStrictly(text);
  if (composition === 'too deep') return { text, root: undefined, problems: [tooDeep()], comments: [] };
  if ('refusal' in composition) return readRefused(text, composition.refusal);
  const { root, problems, scalars } = convert(composition.root);
  return { text, root, problems: arrange(text.length, problems), comments: registryComments(text, scalars) };
}

/** Reads what PyYAML refuses, so that what can be made out of it is known. What the library takes all the same is refused where PyYAML gives up. */
function readRefused(text: string, refusal: Stop): YamlTree {
  const unmarked = withoutMarkers(text);
  const parsed = parseRepaired(withPlainEnds(unmarked.text));
  const lenient = fromLibrary(text, parsed);
  const { root, problems, scalars } = convert(lenient.root);
  const found = [
    ...unmarked.problems,
    ...parsed.problems,
    ...parsed.errors.slice(0, MAX_PROBLEMS).map(error => syntaxProblem(error, text, parsed.openQuotes)),
    ...lenient.problems,
    // The two sides of a conflict repeat each other's keys.
    ...problems.filter(({ kind }) => kind !== 'duplicate-key' || unmarked.problems.length === 0).map(withoutException),
  ];
  const isSaid = found.some(({ kind }) => kind !== 'duplicate-key');
  const refused: YamlProblem = { kind: 'refused', ...refusal };
  return {
    text,
    root,
    problems: arrange(text.length, isSaid ? found : [...found, refused]),
    comments: registryComments(text, scalars),
  };
}

/** Values are made of a text that was parsed: what PyYAML cannot parse raises nothing else. */
function withoutException({ kind, span, message }: YamlProblem): YamlProblem {
  return { kind, span, message };
}

/**
 * The library knows no line end of a single carriage return, and trips over a list right after a byte order mark. A
 * line feed in their place changes nothing else.
 */
function withPlainEnds(text: string): string {
  return text.replace(/^\ufeff|\r(?!\n)/g, '\n');
}

/** In the order of the text, one for a place, and no more than a person needs. */
function arrange(length: number, problems: readonly YamlProblem[]): YamlProblem[] {
  const clamp = ({ start, end }: Span) => ({ start: Math.min(start, length), end: Math.min(end, length) });
  const inside = problems.map(problem => ({ ...problem, span: clamp(problem.span) }));
  const sorted = inside.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted
    .filter(({ kind, span }, i) => {
      const before = sorted[i - 1];
      return kind !== before?.kind || span.start !== before.span.start;
    })
    .slice(0, MAX_PROBLEMS);
}

function tooLong(): YamlProblem {
  const message = `This file is longer than ${MAX_TEXT / 1_000_000} million characters and is not read`;
  return { kind: 'limit', span: { start: 0, end: 0 }, message };
}

const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?![<|=>])(?: [^\r\n]*)?$/gm;

/** A text without the lines that git leaves in a conflict. */
interface Unmarked {
  /** Marker lines are spaces, so every offset is what it was. */
  readonly text: string;
  readonly problems: readonly YamlProblem[];
}

/**
 * Takes conflict markers out of a text, so that both sides can be read. A line of `=======` counts only after one of
 * the others: underlines of headings look the same.
 */
function withoutMarkers(text: string): Unmarked {
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
