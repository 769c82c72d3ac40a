import type { Span } from '../../base/text';
import { readBlocks } from './blocks';
import { MAX_PROBLEMS, MAX_TEXT } from './bounds';
import { registryComments, separatingTab } from './comments';
import { convert } from './convert';
import { withoutMarkers } from './markers';
import { syntaxProblem } from './problems';
import { parseRepaired } from './repair';
import type { YamlProblem, YamlScalar, YamlTree } from './tree';

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

/** Reads any YAML, with the library. */
export function readAnyYaml(text: string): YamlTree {
  const unmarked = withoutMarkers(text);
  const parsed = parseRepaired(withPlainEnds(unmarked.text));
  const { root, problems, scalars } = convert(text, parsed);
  const isWhole = parsed.errors.length === 0 && parsed.problems.length === 0;
  return {
    text,
    root,
    problems: arrange(text.length, [
      ...unmarked.problems,
      ...parsed.problems,
      ...parsed.errors.slice(0, MAX_PROBLEMS).map(error => syntaxProblem(error, text, parsed.openQuotes)),
      // The two sides of a conflict repeat each other's keys.
      ...problems.filter(({ kind }) => kind !== 'duplicate-key' || unmarked.problems.length === 0),
      ...(isWhole ? tabs(text, scalars) : []),
    ]),
    comments: registryComments(text, scalars),
  };
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

function tabs(text: string, scalars: readonly YamlScalar[]): YamlProblem[] {
  const tab = separatingTab(text, scalars);
  if (tab === undefined) return [];
  const message = 'Python refuses a tab between the parts of a YAML file';
  return [{ kind: 'refused', span: { start: tab, end: tab + 1 }, message }];
}

function tooLong(): YamlProblem {
  const message = `This file is longer than ${MAX_TEXT / 1_000_000} million characters and is not read`;
  return { kind: 'limit', span: { start: 0, end: 0 }, message };
}
