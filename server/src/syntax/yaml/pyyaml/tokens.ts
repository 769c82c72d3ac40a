/** What PyYAML's scanner makes of a text (`yaml/tokens.py`). Offsets are those of the text; `column` is that of the first character. */
export type Token = PlainToken | NameToken | TagToken | ScalarToken | DirectiveToken;

interface At {
  readonly start: number;
  readonly end: number;
}

/** A token without a value. */
export interface PlainToken extends At {
  readonly type:
    | 'stream end'
    | 'document start'
    | 'document end'
    | 'block sequence start'
    | 'block mapping start'
    | 'block end'
    | 'flow sequence start'
    | 'flow sequence end'
    | 'flow mapping start'
    | 'flow mapping end'
    | 'flow entry'
    | 'block entry'
    | 'key'
    | 'value';
}

/** An anchor (`&name`) or an alias (`*name`); `name` is without its sign. */
export interface NameToken extends At {
  readonly type: 'anchor' | 'alias';
  readonly name: string;
}

/** `handle` is `!`, `!!`, `!name!`, or nothing for a tag that is written in full. */
export interface TagToken extends At {
  readonly type: 'tag';
  readonly handle: string | undefined;
  readonly suffix: string;
}

/** A single value, its quotes and escapes resolved. */
export interface ScalarToken extends At {
  readonly type: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
  /** Where the text of a block of text begins and ends, its last line end included. */
  readonly content: At;
}

/** How a scalar is written; `block` is a text below `|` or `>`. */
export type ScalarStyle = 'plain' | 'quoted' | 'block';

/** A line that begins with `%`, ahead of a document. */
export interface DirectiveToken extends At {
  readonly type: 'directive';
  readonly name: string;
  /** The number before the point of a `%YAML` directive. */
  readonly major?: number;
  /** The handle that a `%TAG` directive gives to a prefix. */
  readonly handle?: string;
  readonly prefix?: string;
}
