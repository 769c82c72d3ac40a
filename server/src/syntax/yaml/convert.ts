import type * as Yaml from 'yaml';
import { truncateName } from '../../base/message-text';
import type { Span } from '../../base/text';
import { MAX_DEPTH, MAX_REPEATED } from './bounds';
import { library } from './library';
import { unjoin, type Repaired } from './repair';
import { meaningOf, taggedMeaning } from './scalars';
import type { YamlEntry, YamlMapping, YamlNode, YamlProblem, YamlProblemKind, YamlScalar, YamlSequence } from './tree';

/** The library's nodes as plain ones, and what only shows when they are put together. */
export interface Converted {
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
  /** All scalars that were written, in the order of the text. */
  readonly scalars: readonly YamlScalar[];
}

export function convert(text: string, { contents, joined }: Repaired): Converted {
  const converter = new Converter(text, joined);
  const root = contents === null || isEmpty(contents) ? undefined : converter.node(contents, 1);
  return { root, problems: converter.problems, scalars: converter.scalars };
}

/** What is known of an anchored value: what its repetition costs. Without a node while it is being read. */
interface Anchored {
  readonly node?: YamlNode;
  readonly size: number;
  readonly height: number;
}

/** Carries the anchors seen so far and counts what is produced. */
class Converter {
  readonly problems: YamlProblem[] = [];
  readonly scalars: YamlScalar[] = [];
  private readonly yaml = library();
  private readonly text: string;
  private readonly joined: boolean;
  private readonly anchors = new Map<string, Anchored>();
  /** Values so far, with those that aliases repeat. */
  private produced = 0;
  private repeated = 0;
  /** The deepest level since the innermost open anchor. */
  private deepest = 0;

  constructor(text: string, joined: boolean) {
    this.text = text;
    this.joined = joined;
  }

  node(source: Yaml.ParsedNode, depth: number): YamlNode {
    if (this.yaml.isAlias(source)) return this.alias(source, depth);
    this.produced++;
    this.deepest = Math.max(this.deepest, depth);
    if (source.anchor === undefined) return this.value(source, depth);
    if (this.anchors.has(source.anchor)) this.secondAnchor(source, source.anchor);
    const outer = { produced: this.produced, deepest: this.deepest };
    this.deepest = depth;
    this.anchors.set(source.anchor, { size: 0, height: 0 });
    const node = this.value(source, depth);
    const size = this.produced - outer.produced + 1;
    this.anchors.set(source.anchor, { node, size, height: this.deepest - depth });
    this.deepest = Math.max(this.deepest, outer.deepest);
    return node;
  }

  private value(source: Exclude<Yaml.ParsedNode, Yaml.Alias.Parsed>, depth: number): YamlNode {
    if (source.tag !== undefined && !STANDARD_TAG.test(source.tag)) this.unknownTag(source);
    if (this.yaml.isScalar(source)) return this.scalar(source);
    return this.yaml.isMap(source) ? this.mapping(source, depth) : this.sequence(source, depth);
  }

  private scalar(source: Yaml.Scalar.Parsed): YamlScalar {
    const span = this.spanOf(source);
    const quoted = source.type !== undefined && source.type !== 'PLAIN';
    const content = this.content(source, span);
    const text = this.sourceOf(source, span, content);
    const plain = quoted ? ({ as: 'text', value: text } as const) : meaningOf(text);
    const meaning = (source.tag === undefined ? undefined : taggedMeaning(source.tag, text)) ?? plain;
    const scalar: YamlScalar = { type: 'scalar', span, content, ...meaning, source: text, quoted };
    if (span.end > span.start) this.scalars.push(scalar);
    return scalar;
  }

  /** What the scalar says; as in the text itself wherever that is one line, since the text may have been repaired. */
  private sourceOf(source: Yaml.Scalar.Parsed, span: Span, content: Span): string {
    const isBlock = source.type?.startsWith('BLOCK') === true;
    const isOpen = !isBlock && content.start > span.start && content.end === span.end;
    const written = this.text.slice(content.start, content.end);
    if ((source.type === 'PLAIN' || isOpen) && !/[\r\n]/.test(written)) return written;
    if (this.joined && !isBlock) return unjoin(source.source);
    // The library ends a block of text with a line end that the last line of the text lacks; PyYAML does not.
    const addsEnd = isBlock && span.end >= this.text.length && !/[\r\n]$/.test(this.text);
    return addsEnd ? source.source.replace(/\n$/, '') : source.source;
  }

  /** A quote that is not closed yet ends where the text does. */
  private content(source: Yaml.Scalar.Parsed, { start, end }: Span): Span {
    if (source.type === 'QUOTE_DOUBLE' || source.type === 'QUOTE_SINGLE') {
      const closed = end - start > 1 && this.text[end - 1] === this.text[start];
      return { start: Math.min(start + 1, end), end: closed ? end - 1 : end };
    }
    if (source.type !== 'BLOCK_LITERAL' && source.type !== 'BLOCK_FOLDED') return { start, end };
    const header = this.text.slice(start, end).search(/\r\n|[\r\n]/);
    if (header < 0) return { start: end, end };
    const crlf = this.text.startsWith('\r\n', start + header);
    return { start: Math.min(end, start + header + (crlf ? 2 : 1)), end };
  }

  private sequence(source: Yaml.YAMLSeq.Parsed, depth: number): YamlSequence {
    const items = source.items.map(item => this.node(item, depth + 1));
    return { type: 'sequence', span: this.collectionSpan(source, items.at(-1)?.span.end), items };
  }

  private mapping(source: Yaml.YAMLMap.Parsed, depth: number): YamlMapping {
    const entries: YamlEntry[] = [];
    const merges: YamlNode[] = [];
    const seen = new Set<string>();
    let end: number | undefined;
    for (const pair of source.items) {
      const key = isMergeKey(pair.key) ? undefined : this.node(pair.key, depth + 1);
      const value = pair.value === null || isEmpty(pair.value) ? undefined : this.node(pair.value, depth + 1);
      if (isEmpty(pair.key)) this.missingKey(pair.key.range[0]);
      end = value?.span.end ?? this.colonAfter(pair.key.range[1], pair.value?.range[0]);
      if (key === undefined) merges.push(value ?? this.scalar(pair.key as Yaml.Scalar.Parsed));
      else if (key.type === 'scalar') this.entry(key, value, end, entries, seen);
      else this.problem('refused', key.span, 'A list or a mapping cannot be a key');
    }
    // As in PyYAML: of several merge keys the last counts, of the sources of one the first.
    for (const merge of merges.reverse()) this.merge(merge, entries, seen);
    return { type: 'mapping', span: this.collectionSpan(source, end), entries };
  }

  private entry(
    key: YamlScalar,
    value: YamlNode | undefined,
    end: number,
    entries: YamlEntry[],
    seen: Set<string>,
  ): void {
    const id = idOf(key);
    if (seen.has(id) && key.as !== 'unknown')
      this.problem(
        'duplicate-key',
        key.span,
        `'${truncateName(key.source)}' is given twice; loaders keep the last one`,
      );
    seen.add(id);
    entries.push({ key, value, span: { start: key.span.start, end: Math.max(key.span.end, end) } });
  }

  /** A key may be left out after a `?` and inside brackets only. */
  private missingKey(offset: number): void {
    const before = this.text.slice(Math.max(0, offset - 200), offset);
    if (this.text[offset] !== ':' || /[?,{[]\s*$/.test(before)) return;
    this.problem('syntax', { start: offset, end: offset + 1 }, "A key is missing before this ':'");
  }

  /** The end of the colon between a key and where its value would be; the end of the key, if there is none. */
  private colonAfter(keyEnd: number, valueStart: number | undefined): number {
    const colon = valueStart === undefined ? -1 : this.text.slice(keyEnd, valueStart).indexOf(':');
    return Math.min(colon < 0 ? keyEnd : keyEnd + colon + 1, this.text.length);
  }

  /** Adds what a merge key brings; what is there already stays. */
  private merge(from: YamlNode, entries: YamlEntry[], seen: Set<string>): void {
    const sources = from.type === 'sequence' ? from.items : [from];
    for (const source of sources) {
      if (source.type === 'mapping') {
        const added = source.entries.toReversed().filter(({ key }) => !seen.has(idOf(key)) && seen.add(idOf(key)));
        entries.push(...added.reverse().map(entry => ({ ...entry, merged: true as const })));
      } else if (source.type === 'sequence' || source.as !== 'unknown')
        this.problem('refused', source.span, "'<<' takes a mapping or a list of mappings");
    }
  }

  private alias(source: Yaml.Alias.Parsed, depth: number): YamlNode {
    const span = this.spanOf(source);
    const name = source.source;
    const anchored = this.anchors.get(name);
    if (anchored === undefined)
      return this.cut(span, name, 'syntax', `No anchor '&${truncateName(name)}' stands before this`);
    if (anchored.node === undefined)
      return this.cut(span, name, 'limit', `'*${truncateName(name)}' lies inside what it repeats and is not followed`);
    this.repeated += anchored.size;
    if (this.repeated > MAX_REPEATED || depth + anchored.height > MAX_DEPTH)
      return this.cut(
        span,
        name,
        'limit',
        `Aliases repeat more than can be read; '*${truncateName(name)}' is left out`,
      );
    this.produced += anchored.size;
    this.deepest = Math.max(this.deepest, depth + anchored.height);
    const node = anchored.node;
    return node.type === 'scalar' ? { ...node, span, content: span, alias: name } : { ...node, span, alias: name };
  }

  private cut(span: Span, alias: string, kind: YamlProblemKind, message: string): YamlScalar {
    this.problem(kind, span, message);
    this.produced++;
    const source = `*${alias}`;
    return { type: 'scalar', span, content: span, value: null, as: 'unknown', source, quoted: false, alias };
  }

  /** Without brackets a collection ends with its last part, not with the comments after it. */
  private collectionSpan(source: Yaml.YAMLMap.Parsed | Yaml.YAMLSeq.Parsed, lastEnd: number | undefined): Span {
    const { start, end } = this.spanOf(source);
    return { start, end: source.flow === true || lastEnd === undefined ? end : Math.max(start, lastEnd) };
  }

  /** A repaired text may be longer than the text. */
  private spanOf(node: Yaml.ParsedNode): Span {
    const [start, end] = node.range;
    return { start: Math.min(start, this.text.length), end: Math.min(end, this.text.length) };
  }

  private secondAnchor(source: Yaml.ParsedNode, name: string): void {
    this.problem('refused', this.spanOf(source), `There already is an anchor '&${truncateName(name)}'`);
  }

  private unknownTag(source: Yaml.ParsedNode): void {
    const message = `The tag '${truncateName(source.tag ?? '')}' is not known to safe loaders`;
    this.problem('refused', this.spanOf(source), message);
  }

  private problem(kind: YamlProblemKind, span: Span, message: string): void {
    this.problems.push({ kind, span, message });
  }
}

const STANDARD_TAG =
  /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|binary|map|seq|set|omap|pairs|merge))$/;

/** Keys are the same if they are the same value: `a` and `"a"`, not `1` and `"1"`. */
function idOf(key: YamlScalar): string {
  return `${key.as} ${String(key.value)}`;
}

/** Nothing was written, not even an anchor or a tag. */
function isEmpty(node: Yaml.ParsedNode): boolean {
  return (
    library().isScalar(node) &&
    node.source === '' &&
    node.type === 'PLAIN' &&
    node.anchor === undefined &&
    node.tag === undefined
  );
}

function isMergeKey(node: Yaml.ParsedNode): node is Yaml.Scalar.Parsed {
  return library().isScalar(node) && node.type === 'PLAIN' && node.source === '<<' && node.tag === undefined;
}
