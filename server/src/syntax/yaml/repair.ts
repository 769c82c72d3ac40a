import { MAX_PROBLEMS } from './bounds';
import { parse, type Parsed } from './parse';
import { missingQuote, type ParserError } from './problems';

/** How often a quote is followed to its end before the text counts as damaged. */
const MAX_JOINS = 5;

/** A parsed text whose damage is contained, so that what stands around it can be read. */
export interface Repaired extends Parsed {
  /** Lines inside quotes were joined with `LINE_END` and `LINE_SPACE`; `unjoin` says what they mean. */
  readonly joined: boolean;
}

const LINE_END = '\u0001';
const LINE_SPACE = '\u0002';

/**
 * Parses a text as PyYAML would take it, and a damaged one so that the damage does not spread. Texts are repaired for
 * parsing only, and every offset stays what it is.
 */
export function parseRepaired(text: string): Repaired {
  const parsed = parse(text);
  const joined = parsed.openQuotes.length === 0 ? undefined : parseJoined(text, parsed);
  if (joined !== undefined) return { ...joined, joined: true };
  return { ...parseContained(text, parsed), joined: false };
}

/** What a joined text says: line ends in quotes are spaces, empty lines are line ends. */
export function unjoin(source: string): string {
  return source.replace(/[\u0001\u0002]+/g, joint => '\n'.repeat(joint.split(LINE_END).length - 2) || ' ');
}

/** Reads a text with quoted scalars that go on at a smaller indentation, which PyYAML allows. Undefined if the text is still invalid. */
function parseJoined(text: string, first: Parsed): Parsed | undefined {
  let joined = text;
  let parsed = first;
  for (let i = 0; i < MAX_JOINS; i++) {
    const [start] = parsed.openQuotes;
    if (start === undefined) break;
    const end = closingQuote(joined, start);
    if (end === undefined) return undefined;
    joined = joined.slice(0, start) + joinLines(joined.slice(start, end)) + joined.slice(end);
    parsed = parse(joined);
  }
  return parsed.errors.length === 0 ? parsed : undefined;
}

/** The offset of the quote that closes the one at `start`. */
function closingQuote(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    }
  }
  return undefined;
}

function joinLines(quoted: string): string {
  return quoted.replace(/(?<![ \t])[ \t]*(?:\r?\n[ \t]*)+/g, joint =>
    joint.replace(/[^\n]/g, LINE_SPACE).replaceAll('\n', LINE_END),
  );
}

/**
 * Keeps two common slips from spreading. `a: b: c` makes what follows a part of `a`: its second colon becomes an
 * underscore. An open quote swallows the rest of the text; if any quote comes later, the library ends it where the
 * indentation does: one is put into a comment at the end.
 */
function parseContained(text: string, first: Parsed): Parsed {
  const colons = first.errors.filter(isSecondColon).filter(firstOfLine(text)).slice(0, MAX_PROBLEMS);
  const quote = first.errors.map(missingQuote).find(each => each !== undefined);
  if (colons.length === 0 && quote === undefined) return first;
  const again = parse(withoutColons(text, colons) + (quote === undefined ? '' : `\n#${quote}`));
  // Indentation ended nothing, so the quote in the comment did.
  if (quote !== undefined && !again.errors.some(error => missingQuote(error) === quote)) return first;
  return { ...again, errors: [...colons, ...again.errors] };
}

function withoutColons(text: string, colons: readonly ParserError[]): string {
  return colons.reduce((repaired, { pos: [start] }) => {
    const [line = ''] = text.slice(start).split(/[\r\n]/, 1);
    return repaired.slice(0, start) + line.replaceAll(/:(?=\s|$)/g, '_') + repaired.slice(start + line.length);
  }, text);
}

function firstOfLine(text: string): (error: ParserError, i: number, all: readonly ParserError[]) => boolean {
  return ({ pos }, i, all) => {
    const before = all[i - 1];
    return before === undefined || /[\r\n]/.test(text.slice(before.pos[0], pos[0]));
  };
}

function isSecondColon({ code, message }: ParserError): boolean {
  return code === 'BLOCK_AS_IMPLICIT_KEY' && message.startsWith('Nested mappings');
}
