import type { Span } from '../../base/text';
import type { Value } from '../../model/value';

/**
 * A YAML text with ranges: plain nodes, aliases and merge keys resolved within bounds, nothing of the parser's own
 * types. Plain scalars mean what they mean to PyYAML's `safe_load` (YAML 1.1: `on` is true, `1e3` is text), since
 * that is what loads these files.
 */
export interface YamlTree {
  readonly text: string;
  /** The root node; absent for an empty text, or one that could not be read at all. */
  readonly root: YamlNode | undefined;
  /** In the order of the text. At most a few dozen; a text with more has been left to itself. */
  readonly problems: readonly YamlProblem[];
  /** Start and end of each comment that holds `registry:`. */
  readonly comments: readonly (readonly [number, number])[];
}

/** What is wrong with a YAML text in one place, whether for the reader or for PyYAML. */
export interface YamlProblem {
  readonly kind: YamlProblemKind;
  readonly span: Span;
  readonly message: string;
  /** The exception that PyYAML raises here, where it is one of Python and no `YAMLError`: few loaders catch it. */
  readonly exception?: string;
}

/**
 * - `syntax`: the text is damaged here; values may be lost or half-typed
 * - `merge-marker`: a line that git left in a conflict; what lies between such lines has been read
 * - `duplicate-key`: the span is a key that its mapping has had before; both entries are in the tree, loaders keep the last
 * - `refused`: read in full, but PyYAML refuses it (a tab between tokens, an unknown tag, a list as a key, the 30th of February)
 * - `limit`: not read, to stay within bounds; the message says what
 */
export type YamlProblemKind = 'syntax' | 'merge-marker' | 'duplicate-key' | 'refused' | 'limit';

/** Any value of a YAML text, with its place; values of aliases are in the tree wherever an alias stands for them. */
export type YamlNode = YamlMapping | YamlSequence | YamlScalar;

interface Placed {
  /**
   * The text of the value: brackets and quotes included, anchor and tag not. The value of an alias has the span of the
   * alias (`*name`), while what is inside it stands at the anchor.
   */
  readonly span: Span;
  /** The name after `*`, where the value was given by an alias. */
  readonly alias?: string;
}

/** A mapping, in block style or in braces. A Python loader makes a dict of it, or a set. */
export interface YamlMapping extends Placed {
  readonly type: 'mapping';
  /** The entries as written, duplicates included; behind them the entries that merge keys (`<<`) add, without those that are overridden. */
  readonly entries: readonly YamlEntry[];
  /** Tagged `!!set`: a set of its keys. */
  readonly isSet?: true;
}

/** A key of a mapping with its value. */
export interface YamlEntry {
  readonly key: YamlScalar;
  /** Absent for a key with nothing after its colon. */
  readonly value: YamlNode | undefined;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** Comes from a merge key, so it stands elsewhere in the text. */
  readonly merged?: true;
}

/** A sequence, in block style or in brackets. A Python loader makes a list of it. */
export interface YamlSequence extends Placed {
  readonly type: 'sequence';
  readonly items: readonly YamlNode[];
  /** Tagged `!!omap` or `!!pairs`: to a program a list of pairs. */
  readonly isPairs?: true;
  /** An item of an `!!omap` or `!!pairs`: a Python loader makes a tuple of a key and its value. */
  readonly isPair?: true;
}

/** A single value, typed as the YAML 1.1 rules of PyYAML have it: `yes` is a boolean. */
export interface YamlScalar extends Placed {
  readonly type: 'scalar';
  /** What stands inside the quotes, or below the header of a block scalar; the same as `span` for a plain scalar. */
  readonly content: Span;
  readonly value: string | number | boolean | null;
  readonly as: ScalarKind;
  /** The text behind `value`, escapes and line folds resolved: `1.10` for a float, so that a version stays readable. */
  readonly source: string;
  /** Written with quotes, or as a block scalar: always text. */
  readonly quoted: boolean;
}

/** `timestamp` and `binary` have their source as value; `unknown` is an alias that leads nowhere or was not followed, with value null. */
export type ScalarKind = 'text' | 'integer' | 'float' | 'boolean' | 'null' | 'timestamp' | 'binary' | 'unknown';

/** The entry that a loader would keep for a key that is text: the last one written, else a merged one. */
export function entryOf(mapping: YamlMapping, key: string): YamlEntry | undefined {
  const named = (entry: YamlEntry) => entry.key.source === key && entry.key.as === 'text';
  return mapping.entries.findLast(entry => entry.merged === undefined && named(entry)) ?? mapping.entries.find(named);
}

/**
 * What a node states, without ranges. Keys become text; of a key given twice, the last value counts. No value here is a set or a list of
 * pairs.
 */
export function yamlValue(node: YamlNode | undefined): Value {
  if (node === undefined) return null;
  if (node.type === 'sequence')
    return node.isPairs === true ? { unknown: 'a list of pairs' } : node.items.map(yamlValue);
  if (node.type === 'scalar') return node.as === 'unknown' ? { unknown: node.source } : node.value;
  if (node.isSet === true) return { unknown: 'a set' };
  const map = new Map<string, Value>();
  for (const entry of node.entries)
    if (entry.merged === undefined || !map.has(entry.key.source)) map.set(entry.key.source, yamlValue(entry.value));
  return map;
}
