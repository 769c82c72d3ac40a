import type { Span } from '../base/text';

/**
 * Where the parts of a fact stand in its text, put together by name; `Part` of `model/fact.ts` numbers them. The fields are placed in
 * the order that the fact has them in.
 */
export class FactParts {
  /** Start and end of each part, in the order of `Part`. In UTF-16 units. */
  readonly offsets: number[];

  /** `name` is where findings about the fact as such are shown. */
  constructor(whole: Span, name: Span = whole) {
    this.offsets = [whole.start, whole.end, name.start, name.end];
  }

  /** Places the next field; one without a value, or without a name, stands in one place. */
  field(name: Span, value: Span = name): this {
    this.offsets.push(name.start, name.end, value.start, value.end);
    return this;
  }

  /** Places several fields, one after the other. */
  fields(fields: readonly FieldSpans[]): this {
    for (const { name, value } of fields) this.field(name, value);
    return this;
  }
}

/** Where a field stands. */
export interface FieldSpans {
  readonly name: Span;
  readonly value: Span;
}

/** The parts of a fact that stands nowhere in its text, such as what a path alone says. */
export const NO_PARTS = new FactParts({ start: 0, end: 0 });
