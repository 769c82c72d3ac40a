import type { Span } from '../base/text';

/** A comment `# registry: ignore[step/missing-builder]` (its line) or `# registry: ignore-file[…]` (its file). */
export interface Suppression {
  /** The whole comment, from `#` to its end. */
  readonly span: Span;
  /** 0-based. */
  readonly line: number;
  readonly wholeFile: boolean;
  /** The codes it names, with the place of each; a family is written `step/*`. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
}

export function silences(pattern: string, code: string): boolean {
  return pattern === code || (pattern.endsWith('/*') && code.startsWith(pattern.slice(0, -1)));
}
