import type { Span } from '../../base/text';

/**
 * What a text says before it is known what it means: anchors, aliases, tags and merge keys as they are written. Both readers of
 * YAML give it, the one that follows PyYAML and the lenient library; `convert.ts` makes the tree of it.
 */
export type RawNode = RawMapping | RawSequence | RawScalar | RawAlias;

interface Raw {
  /** The text of the node: brackets and quotes included, anchor and tag not. */
  readonly span: Span;
  readonly anchor?: string;
  /** In full: `tag:yaml.org,2002:str`, `!Ref`; `!` for the tag that says nothing. */
  readonly tag?: string;
}

/** A mapping as it is written: merge keys are pairs like others. */
export interface RawMapping extends Raw {
  readonly kind: 'mapping';
  readonly pairs: readonly RawPair[];
}

/** A key of a mapping with its value, as written. */
export interface RawPair {
  readonly key: RawNode;
  /** Absent where nothing is written, not even an anchor. */
  readonly value: RawNode | undefined;
  /** Where the colon ends, or the key where there is none; the value ends the pair where there is one. */
  readonly end: number;
}

/** A sequence as it is written. */
export interface RawSequence extends Raw {
  readonly kind: 'sequence';
  readonly items: readonly RawNode[];
}

/** A single value whose type has not been told yet. */
export interface RawScalar extends Raw {
  readonly kind: 'scalar';
  readonly content: Span;
  readonly text: string;
  /** Without quotes, and no block of text. */
  readonly isPlain: boolean;
}

/** An alias (`*name`), which has not been followed yet. */
export interface RawAlias extends Raw {
  readonly kind: 'alias';
  readonly name: string;
}

/** Whether nothing was written, not even an anchor or a tag. */
export function isEmpty(node: RawNode): boolean {
  return (
    node.kind === 'scalar' && node.isPlain && node.text === '' && node.anchor === undefined && node.tag === undefined
  );
}

/** A scalar of which nothing is written. */
export function emptyScalar(at: number): RawScalar {
  const span = { start: at, end: at };
  return { kind: 'scalar', span, content: span, text: '', isPlain: true };
}
