import { truncateName } from '../../base/message-text';
import type { Span } from '../../base/text';
import { MAX_DEPTH, MAX_REPEATED } from './bounds';
import { isEmpty, type RawAlias, type RawMapping, type RawNode, type RawScalar, type RawSequence } from './raw';
import { isCollectionTag, isPlainCollectionTag, meaningOf, taggedMeaning, unknownTag } from './scalars';
import type { YamlEntry, YamlMapping, YamlNode, YamlProblem, YamlProblemKind, YamlScalar, YamlSequence } from './tree';

/** The tree of a text, and what only shows when it is put together. */
export interface Converted {
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
  /** The scalars that the text spells out, in its order. */
  readonly scalars: readonly YamlScalar[];
}

/** Says what a text means, as PyYAML's composer and constructor do (`yaml/composer.py`, `constructor.py`). */
export function convert(raw: RawNode | undefined): Converted {
  const converter = new Converter();
  const root = raw === undefined || isEmpty(raw) ? undefined : converter.node(raw, 1);
  return { root, problems: converter.problems, scalars: converter.scalars };
}

/** What is known of an anchored value: what its repetition costs. Without a node while it is being read. */
interface Anchored {
  readonly node?: YamlNode;
  readonly size: number;
  readonly height: number;
}

/** What an item of `!!omap` or `!!pairs` is: a mapping of one key is written, a pair is meant. */
function pairOf(item: YamlNode): YamlNode {
  const [entry] = item.type === 'mapping' ? item.entries : [];
  if (entry === undefined) return item;
  const { key, value = emptyValue(key.span.end) } = entry;
  return { type: 'sequence', span: item.span, items: [key, value], isPair: true };
}

/** Carries the anchors seen so far and counts what is produced. */
class Converter {
  readonly problems: YamlProblem[] = [];
  readonly scalars: YamlScalar[] = [];
  private readonly anchors = new Map<string, Anchored>();
  /** Values so far, with those that aliases repeat. */
  private produced = 0;
  private repeated = 0;
  /** The deepest level since the innermost open anchor. */
  private deepest = 0;

  node(source: RawNode, depth: number): YamlNode {
    if (source.kind === 'alias') return this.alias(source, depth);
    this.produced++;
    this.deepest = Math.max(this.deepest, depth);
    if (source.anchor === undefined) return this.value(source, depth);
    if (this.anchors.has(source.anchor)) this.secondAnchor(source.span, source.anchor);
    const outer = { produced: this.produced, deepest: this.deepest };
    this.deepest = depth;
    this.anchors.set(source.anchor, { size: 0, height: 0 });
    const node = this.value(source, depth);
    const size = this.produced - outer.produced + 1;
    this.anchors.set(source.anchor, { node, size, height: this.deepest - depth });
    this.deepest = Math.max(this.deepest, outer.deepest);
    return node;
  }

  private value(source: Exclude<RawNode, RawAlias>, depth: number): YamlNode {
    if (source.kind === 'scalar') return this.scalar(source);
    const node = source.kind === 'mapping' ? this.mapping(source, depth) : this.sequence(source, depth);
    const { tag, span } = source;
    if (tag === undefined || isPlainCollectionTag(tag, source.kind)) return node;
    const refusal = tagRefusal(source, tag);
    if (refusal !== undefined) {
      this.problem('refused', span, refusal);
      return node;
    }
    return node.type === 'mapping'
      ? { ...node, isSet: true }
      : { ...node, isPairs: true, items: node.items.map(pairOf) };
  }

  private sequence({ span, items }: RawSequence, depth: number): YamlSequence {
    return { type: 'sequence', span, items: items.map(item => this.node(item, depth + 1)) };
  }

  private scalar({ span, content, text, isPlain, tag }: RawScalar): YamlScalar {
    const meaning =
      tag === undefined
        ? isPlain
          ? meaningOf(text)
          : ({ as: 'text', value: text } as const)
        : taggedMeaning(tag, text);
    const { refused, ...meant } = meaning;
    if (refused !== undefined) this.problems.push({ kind: 'refused', span, ...refused });
    const scalar: YamlScalar = { type: 'scalar', span, content, ...meant, source: text, quoted: !isPlain };
    if (span.end > span.start) this.scalars.push(scalar);
    return scalar;
  }

  private mapping({ span, pairs }: RawMapping, depth: number): YamlMapping {
    const entries: YamlEntry[] = [];
    const merges: YamlNode[] = [];
    const seen = new Set<string>();
    for (const pair of pairs) {
      const isMerge = isMergeKey(pair.key);
      if (isMerge) this.mergeKey(pair.key, depth);
      const key = isMerge ? undefined : this.key(pair.key, depth);
      const value = pair.value === undefined ? undefined : this.node(pair.value, depth + 1);
      const end = value?.span.end ?? pair.end;
      if (key === undefined) merges.push(value ?? emptyValue(pair.end));
      else if (key.type === 'scalar') this.entry(key, value, end, entries, seen);
    }
    // As in PyYAML: of several merge keys the last counts, of the sources of one the first.
    for (const merge of merges.reverse()) this.merge(merge, entries, seen);
    return { type: 'mapping', span, entries };
  }

  private key(source: RawNode, depth: number): YamlNode {
    if (this.isUnhashable(source)) this.problem('refused', source.span, 'A list or a mapping cannot be a key');
    // `=` is a key like any other, though PyYAML refuses it as a value.
    if (source.kind === 'scalar' && isPlainSign(source, '='))
      return this.node({ ...source, isPlain: false }, depth + 1);
    return this.node(source, depth + 1);
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

  private alias({ span, name }: RawAlias, depth: number): YamlNode {
    const anchored = this.anchors.get(name);
    if (anchored === undefined)
      return this.cut(span, name, 'syntax', `No anchor '&${truncateName(name)}' stands before this`);
    // Loaders allow what lies inside of itself; here it is not followed.
    if (anchored.node === undefined) return this.unknown(span, name);
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
    return this.unknown(span, alias);
  }

  private unknown(span: Span, alias: string): YamlScalar {
    this.produced++;
    const source = `*${alias}`;
    return { type: 'scalar', span, content: span, value: null, as: 'unknown', source, quoted: false, alias };
  }

  /** A merge key is no entry; only its anchor counts. */
  private mergeKey(key: RawNode, depth: number): void {
    if (key.kind === 'scalar' && key.anchor !== undefined) this.node({ ...key, isPlain: false }, depth + 1);
  }

  /** A collection, also one that an alias repeats or lies in, cannot be a key. */
  private isUnhashable(key: RawNode): boolean {
    if (key.kind !== 'alias') return key.kind !== 'scalar';
    const anchored = this.anchors.get(key.name);
    if (anchored?.node === undefined) return anchored !== undefined;
    return anchored.node.type !== 'scalar' || anchored.node.as === 'unknown';
  }

  private secondAnchor(span: Span, name: string): void {
    this.problem('refused', span, `There already is an anchor '&${truncateName(name)}'`);
  }

  private problem(kind: YamlProblemKind, span: Span, message: string): void {
    this.problems.push({ kind, span, message });
  }
}

/** Keys are the same if they are equal to Python: `a` and `"a"`, `1` and `true`, not `1` and `"1"`. */
function idOf(key: YamlScalar): string {
  const isNumber = key.as === 'integer' || key.as === 'float' || key.as === 'boolean';
  return isNumber ? `number ${Number(key.value)}` : `${key.as} ${String(key.value)}`;
}

/** Why a collection cannot have its tag. */
function tagRefusal(source: RawMapping | RawSequence, tag: string): string | undefined {
  if (!isCollectionTag(tag, source.kind)) return unknownTag(tag);
  if (source.kind === 'mapping') return undefined;
  const isOfPairs = source.items.every(item => item.kind === 'mapping' && item.pairs.length === 1);
  return isOfPairs ? undefined : `The items of '!!${tag.slice(tag.lastIndexOf(':') + 1)}' are mappings of one key each`;
}

function isMergeKey(key: RawNode): boolean {
  return key.kind === 'scalar' && isPlainSign(key, '<<');
}

function isPlainSign({ isPlain, text, tag }: RawScalar, sign: string): boolean {
  return isPlain && text === sign && tag === undefined;
}

function emptyValue(at: number): YamlScalar {
  const span = { start: at, end: at };
  return { type: 'scalar', span, content: span, value: null, as: 'null', source: '', quoted: false };
}
