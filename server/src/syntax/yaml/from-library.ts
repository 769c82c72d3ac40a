import type * as Yaml from 'yaml';
import type { Span } from '../../base/text';
import { library } from './library';
import { unjoin, type Repaired } from './repair';
import type { YamlProblem } from './tree';
import { emptyScalar, isEmpty, type RawMapping, type RawNode, type RawPair, type RawScalar } from './raw';

/** What the library makes of a text, and what it takes without a word though it is damage. */
export interface FromLibrary {
  readonly root: RawNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/** The library's nodes as raw ones. `text` is the text as it was before it was repaired. */
export function fromLibrary(text: string, { contents, joined }: Repaired): FromLibrary {
  const problems: YamlProblem[] = [];
  const root = contents === null ? undefined : nodeOf(contents, { text, joined, yaml: library(), problems });
  return { root, problems };
}

interface Origin {
  readonly text: string;
  readonly joined: boolean;
  readonly yaml: typeof Yaml;
  readonly problems: YamlProblem[];
}

function nodeOf(source: Yaml.ParsedNode, origin: Origin): RawNode {
  const { yaml, text } = origin;
  if (yaml.isAlias(source)) return { kind: 'alias', name: source.source, span: spanOf(source, text) };
  const properties = {
    ...(source.anchor === undefined ? {} : { anchor: source.anchor }),
    ...(source.tag === undefined ? {} : { tag: source.tag }),
  };
  if (yaml.isScalar(source)) return { ...scalarOf(source, origin), ...properties };
  if (yaml.isMap(source)) return { ...mappingOf(source, origin), ...properties };
  const items = source.items.map(item => nodeOf(item, origin));
  return { kind: 'sequence', span: collectionSpan(source, text, items.at(-1)?.span.end), items, ...properties };
}

function mappingOf(source: Yaml.YAMLMap.Parsed, origin: Origin): RawMapping {
  const pairs = source.items.map((pair): RawPair => {
    const key = nodeOf(pair.key, origin);
    const value = pair.value === null ? undefined : nodeOf(pair.value, origin);
    if (isEmpty(key)) origin.problems.push(...missingKey(origin.text, key.span.start));
    const end = colonAfter(origin.text, pair.key.range[1], pair.value?.range[0]);
    return { key, value: value === undefined || isEmpty(value) ? undefined : value, end };
  });
  const last = pairs.at(-1);
  return { kind: 'mapping', span: collectionSpan(source, origin.text, last?.value?.span.end ?? last?.end), pairs };
}

function scalarOf(source: Yaml.Scalar.Parsed, { text, joined }: Origin): RawScalar {
  const span = spanOf(source, text);
  if (source.source === '' && source.type === 'PLAIN') return emptyScalar(span.start);
  const content = contentOf(source, span, text);
  const said = textOf(source, { span, content, text, joined });
  return { kind: 'scalar', span, content, text: said, isPlain: source.type === undefined || source.type === 'PLAIN' };
}

interface ScalarPlace {
  readonly span: Span;
  readonly content: Span;
  readonly text: string;
  readonly joined: boolean;
}

/** What the scalar says; as in the text itself wherever that is one line, since the text may have been repaired. */
function textOf(source: Yaml.Scalar.Parsed, { span, content, text, joined }: ScalarPlace): string {
  const isBlock = source.type?.startsWith('BLOCK') === true;
  const isOpen = !isBlock && content.start > span.start && content.end === span.end;
  const written = text.slice(content.start, content.end);
  if ((source.type === 'PLAIN' || isOpen) && !/[\r\n]/.test(written)) return written;
  if (joined && !isBlock) return unjoin(source.source);
  // The library ends a block of text with a line end that the last line of the text lacks; PyYAML does not.
  const addsEnd = isBlock && span.end >= text.length && !/[\r\n]$/.test(text);
  return addsEnd ? source.source.replace(/\n$/, '') : source.source;
}

/** A quote that is not closed yet ends where the text does. */
function contentOf(source: Yaml.Scalar.Parsed, { start, end }: Span, text: string): Span {
  if (source.type === 'QUOTE_DOUBLE' || source.type === 'QUOTE_SINGLE') {
    const closed = end - start > 1 && text[end - 1] === text[start];
    return { start: Math.min(start + 1, end), end: closed ? end - 1 : end };
  }
  if (source.type !== 'BLOCK_LITERAL' && source.type !== 'BLOCK_FOLDED') return { start, end };
  const header = text.slice(start, end).search(/\r\n|[\r\n]/);
  if (header < 0) return { start: end, end };
  const crlf = text.startsWith('\r\n', start + header);
  return { start: Math.min(end, start + header + (crlf ? 2 : 1)), end };
}

/** A key may be left out after a `?` and inside brackets only. */
function missingKey(text: string, offset: number): YamlProblem[] {
  const before = text.slice(Math.max(0, offset - 200), offset);
  if (text[offset] !== ':' || /[?,{[]\s*$/.test(before)) return [];
  return [{ kind: 'syntax', span: { start: offset, end: offset + 1 }, message: "A key is missing before this ':'" }];
}

/** The end of the colon between a key and where its value would be; the end of the key, if there is none. */
function colonAfter(text: string, keyEnd: number, valueStart: number | undefined): number {
  const colon = valueStart === undefined ? -1 : text.slice(keyEnd, valueStart).indexOf(':');
  return Math.min(colon < 0 ? keyEnd : keyEnd + colon + 1, text.length);
}

/** Without brackets a collection ends with its last part, not with the comments after it. */
function collectionSpan(
  source: Yaml.YAMLMap.Parsed | Yaml.YAMLSeq.Parsed,
  text: string,
  lastEnd: number | undefined,
): Span {
  const { start, end } = spanOf(source, text);
  return { start, end: source.flow === true || lastEnd === undefined ? end : Math.max(start, lastEnd) };
}

/** A repaired text may be longer than the text. */
function spanOf(node: Yaml.ParsedNode, text: string): Span {
  const [start, end] = node.range;
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
}
