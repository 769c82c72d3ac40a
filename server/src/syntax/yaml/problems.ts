import type { Span } from '../../base/text';
import type { YamlProblem } from './tree';

/** An error of the YAML library: what it is called there and where. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Which errors are told how; the first that fits. The library's wording only tells cases of one code apart. */
const WORDING: readonly (readonly [code: string, about: RegExp, says: string])[] = [
  ['MISSING_CHAR', /closing .quote/, 'This quote is not closed'],
  ['MISSING_CHAR', /^Implicit map keys? need/, "A ':' is missing after this key"],
  ['MISSING_CHAR', /^Missing space after :/, "A space is missing after ':'"],
  ['MISSING_CHAR', /^Missing , (?:between|or)/, 'A comma is missing between these items'],
  ['MISSING_CHAR', /must end with a|^Flow/, 'A closing bracket is missing'],
  ['MISSING_CHAR', /^Sequence item without/, "This list item does not begin with '-'"],
  ['MISSING_CHAR', /^Block scalars with/, 'The first lines of this block of text are indented more than the rest'],
  ['BAD_INDENT', /^Flow|sufficiently indented/, 'A closing bracket is missing, or is indented too little'],
  ['BAD_INDENT', /sequence items/, 'This list item is not indented like the ones before it'],
  ['BAD_INDENT', /Block scalar/, 'This line is indented less than the block of text that it belongs to'],
  ['BAD_INDENT', /(?:)/, 'This line is not indented like the ones it belongs to'],
  ['BLOCK_AS_IMPLICIT_KEY', /compact mappings/, "A second ': ' on one line; quote the value if it is meant as text"],
  ['BLOCK_AS_IMPLICIT_KEY', /(?:)/, 'A list cannot be a key'],
  ['BLOCK_IN_FLOW', /(?:)/, 'Inside brackets only the short form with brackets can be used'],
  ['MULTILINE_IMPLICIT_KEY', /(?:)/, "A key stands on one line; is a ':' missing here?"],
  ['KEY_OVER_1024_CHARS', /(?:)/, 'This key is longer than a loader allows'],
  ['TAB_AS_INDENT', /(?:)/, 'YAML is indented with spaces; this is a tab'],
  ['BAD_SCALAR_START', /(?:)/, 'Text that begins with this character needs quotes'],
  ['BAD_DQ_ESCAPE', /(?:)/, 'Double quotes do not know this escape; use single quotes, or a double backslash'],
  ['ALIAS_PROPS', /(?:)/, 'An alias cannot have a tag or an anchor'],
  ['BAD_ALIAS', /(?:)/, 'An anchor or alias needs a name'],
  ['MULTIPLE_ANCHORS', /(?:)/, 'A value can have one anchor only'],
  ['MULTIPLE_TAGS', /(?:)/, 'A value can have one tag only'],
  ['BAD_PROP_ORDER', /(?:)/, 'The anchor or tag belongs after this sign'],
  ['BAD_DIRECTIVE', /(?:)/, 'This YAML directive is not known'],
  ['TAG_RESOLVE_FAILED', /(?:)/, 'This tag cannot be resolved'],
  ['RESOURCE_EXHAUSTION', /(?:)/, 'This is nested too deeply to be read'],
  ['UNEXPECTED_TOKEN', /empty item|Unexpected ,/, 'An item is missing before this comma'],
  ['UNEXPECTED_TOKEN', /flow-(?:seq|map)-end/, 'This bracket closes nothing'],
  ['UNEXPECTED_TOKEN', /block-seq-ind on same line/, 'A list cannot begin on the line of its key'],
  [
    'UNEXPECTED_TOKEN',
    /at node end/,
    'The value before this has already ended; quote the whole value, or put this on a line of its own',
  ],
];

/**
 * Says an error of the library in our words, within the text. A missing quote is placed at the text that it should end;
 * `openQuotes` are the offsets where such texts begin.
 */
export function syntaxProblem(error: ParserError, text: string, openQuotes: readonly number[]): YamlProblem {
  const found = WORDING.find(([code, about]) => code === error.code && about.test(error.message));
  const kind = error.code === 'RESOURCE_EXHAUSTION' ? 'limit' : 'syntax';
  const opening = missingQuote(error) === undefined ? undefined : openQuotes.findLast(offset => offset < error.pos[0]);
  const span = within(opening === undefined ? error.pos : [opening, text.length], text);
  return { kind, span, message: found?.[2] ?? 'This is not valid YAML here' };
}

/** The quote that is missing, if an error is about that. */
export function missingQuote({ code, message }: ParserError): string | undefined {
  return code === 'MISSING_CHAR' ? /closing (.)quote/.exec(message)?.[1] : undefined;
}

/** The place of an error on one line: at least one character where there is one, never half a surrogate pair. */
function within([from, to]: readonly [number, number], text: string): Span {
  const start = wholeCharacter(text, Math.max(0, Math.min(from, text.length)));
  const lineEnd = text.slice(start, start + 1000).search(/[\r\n]/);
  const limit = lineEnd < 0 ? Math.min(text.length, start + 1000) : start + lineEnd;
  const end = Math.max(start, Math.min(to, limit));
  return { start, end: wholeCharacter(text, end) };
}

function wholeCharacter(text: string, offset: number): number {
  const inPair = /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1));
  return inPair ? offset - 1 : offset;
}
