import type { Span } from '../base/text';

/**
 * A comment `# registry: ignore[step/missing-builder]` (its line) or `# registry: ignore-file[…]` (its file);
 * in TypeScript and JavaScript with `//`.
 */
export interface Suppression {
  /** The whole comment, from its sign to its end. */
  readonly span: Span;
  /** 0-based. */
  readonly line: number;
  readonly wholeFile: boolean;
  /** The codes it names; a family is written `step/*`. */
  readonly codes: readonly SuppressedCode[];
}

/** One code, or family of codes, that a comment names. */
export interface SuppressedCode {
  readonly code: string;
  readonly span: Span;
  /** What to remove so that the comment no longer names it: a comma too, and all of a comment that names nothing else. */
  readonly removal: Span;
}

/**
 * Whether a pattern covers the code of a rule: it is the code itself, or `family/*` for each rule of a family. A `*`
 * anywhere else, and alone, covers nothing.
 */
export function silences(pattern: string, code: string): boolean {
  return pattern === code || (pattern.endsWith('/*') && code.startsWith(pattern.slice(0, -1)));
}
