import type { Span } from '../../../base/text';

/** Where PyYAML gives a text up, and why. Thrown inside of this folder only; `composeStrictly` returns it. */
export class Refusal extends Error {
  readonly span: Span;

  constructor(start: number, message: string, end = start + 1) {
    super(message);
    this.span = { start, end };
  }
}
