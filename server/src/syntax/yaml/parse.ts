import type * as Yaml from 'yaml';
import { MAX_DEPTH } from './bounds';
import { library } from './library';
import type { ParserError } from './problems';
import type { YamlProblem } from './tree';

/** What the library makes of the first document of a text. */
export interface Parsed {
  readonly contents: Yaml.ParsedNode | null;
  readonly errors: readonly ParserError[];
  readonly problems: readonly YamlProblem[];
  /** Where quotes begin that do not end, at least not before the indentation says so. */
  readonly openQuotes: readonly number[];
}

const NOTHING = { contents: null, errors: [], openQuotes: [] };

// The lenient reading of what the standard forbids and PyYAML allows; scalars stay text, since PyYAML reads them its
// own way; duplicate keys are found by `convert.ts` (the library compares every pair of them).
const OPTIONS = { schema: 'failsafe', strict: false, uniqueKeys: false, resolveKnownTags: false } as const;

/** Parses the first document of `text`, unless it is nested too deeply. Never throws. */
export function parse(text: string): Parsed {
  try {
    return parseWith(library(), text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...NOTHING, problems: [tooDeep()] };
  }
}

function parseWith(yaml: typeof Yaml, text: string): Parsed {
  const parser = new yaml.Parser();
  const tokens: Yaml.CST.Token[] = [];
  const openQuotes: number[] = [];
  for (const lexeme of new yaml.Lexer().lex(text)) {
    if (isOpenQuote(lexeme)) openQuotes.push(parser.offset);
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Composing is recursive, so the depth is checked before it.
    if (parser.stack.length > MAX_DEPTH) return { ...NOTHING, problems: [tooDeep(parser.offset)] };
  }
  for (const token of parser.end()) tokens.push(token);
  return { ...compose(new yaml.Composer(OPTIONS), tokens, text.length), openQuotes };
}

function isOpenQuote(lexeme: string): boolean {
  return /^["']/.test(lexeme) && (lexeme.length === 1 || !lexeme.endsWith(lexeme.charAt(0)));
}

function compose(composer: Yaml.Composer, tokens: readonly Yaml.CST.Token[], end: number): Omit<Parsed, 'openQuotes'> {
  const problems: YamlProblem[] = [];
  let hasDocument = false;
  for (const token of tokens) {
    if (token.type === 'document' && hasDocument) {
      problems.push(secondDocument(token.offset));
      break;
    }
    hasDocument ||= token.type === 'document';
    composer.next(token).next();
  }
  for (const document of composer.end(true, end)) {
    return { contents: document.contents, errors: document.errors, problems };
  }
  return { ...NOTHING, problems };
}

/** The problem of a text that is nested too deep to be read. */
export function tooDeep(offset = 0): YamlProblem {
  const message = `This is nested more than ${MAX_DEPTH} levels deep, so the file is not read`;
  return { kind: 'limit', span: { start: offset, end: offset }, message };
}

function secondDocument(offset: number): YamlProblem {
  const message = 'A second document begins here; loaders of one document refuse the file';
  return { kind: 'syntax', span: { start: offset, end: offset + 3 }, message };
}
