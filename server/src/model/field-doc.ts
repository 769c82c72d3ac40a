/** What a schema says about a field: generated from `schemas/`, which is the one place where fields are written down. */
export interface FieldDoc {
  readonly name: string;
  readonly type: FieldType;
  /** Markdown. */
  readonly description: string;
  /** The real run time reads it; otherwise it is dropped without a word. */
  readonly loaded: boolean;
  /** Values that are known; the only ones allowed when `closed`. */
  readonly words: readonly string[];
  readonly closed: boolean;
}

/** The type of a field in words that people who write registries know. */
export type FieldType = 'text' | 'whole number' | 'true or false' | 'list of texts' | 'list' | 'mapping' | 'anything';
