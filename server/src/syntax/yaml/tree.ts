import type { Span } from '../../base/text';

/** A YAML text with ranges: plain nodes, aliases resolved within bounds, nothing of the parser's own types. */
export interface YamlTree {
  readonly text: string;
  /** Nothing for an empty text, or one that could not be read at all. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
  /** Start and end of each comment that holds `registry:`. */
  readonly comments: readonly (readonly [number, number])[];
}

export interface YamlProblem {
  readonly span: Span;
  readonly message: string;
}

export type YamlNode = YamlMapping | YamlSequence | YamlScalar;

export interface YamlMapping {
  readonly type: 'mapping';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: YamlScalar;
  /** Absent for a key with nothing after its colon. */
  readonly value: YamlNode | undefined;
  /** From the key to the end of the value. */
  readonly span: Span;
}

export interface YamlSequence {
  readonly type: 'sequence';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly type: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** Written with quotes. */
  readonly quoted: boolean;
}
