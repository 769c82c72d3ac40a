import type { Span } from '../../base/text';
import { Part, type Fact } from '../../model/fact';
import { removeBlock } from './block-edits';
import { removeItem } from './bracket-edits';
import { fieldSpans, type EditTarget, type FieldSpan } from './fix-target';
import { languageOf } from '../text/literal-style';
import { skipSpaceAndComments } from '../text/text-layout';
import type { TextEdit } from './text-edit';

/**
 * Removes fields of an entry, those at `indices` of the fact's fields. Returns undefined if the text does not show each
 * of them as `name: value` in the entry itself: a field may come from a call, a spread or a later assignment.
 */
export function removeFields(target: EditTarget, fact: Fact, indices: readonly number[]): TextEdit[] | undefined {
  const { workspace, path, text } = target;
  const whole = workspace.span({ fact, part: Part.whole });
  const fields = fieldSpans(target, fact);
  const gone = new Set(indices.map(index => workspace.span({ fact, part: Part.fieldName(index) })?.start));
  const isGone = ({ name }: FieldSpan): boolean => gone.has(name.start);
  if (whole === undefined || gone.has(undefined) || fields.filter(isGone).length !== indices.length) return undefined;
  if (text[whole.end - 1] === '}') {
    const isInside = ({ name, value }: FieldSpan): boolean => whole.start < name.start && value.end < whole.end;
    if (!fields.filter(isGone).every(field => isInside(field) && isItem(text, field))) return undefined;
    return runsOf(text, fields, isGone).flatMap(({ span, previous }) =>
      removeItem(text, { span, from: span.start, previous: () => previous }),
    );
  }
  // A block without any entry would no longer be a mapping.
  if (languageOf(path) !== 'yaml' || fields.every(isGone)) return undefined;
  return fields.filter(isGone).flatMap(({ name, value }) => removeBlock(text, { start: name.start, end: value.end }));
}

/** Fields that stand beside each other and go together, so that no comma between them is removed twice. */
interface Run {
  readonly span: Span;
  /** Where the field before them ends. */
  readonly previous: number | undefined;
}

function runsOf(text: string, fields: readonly FieldSpan[], isGone: (field: FieldSpan) => boolean): Run[] {
  const runs: Run[] = [];
  for (const [i, field] of fields.entries()) {
    if (!isGone(field)) continue;
    const before = fields[i - 1];
    const last = runs.at(-1);
    const isNext = before !== undefined && isGone(before) && last !== undefined && isBeside(text, before, field);
    const run: Run = isNext
      ? { span: { start: last.span.start, end: field.value.end }, previous: last.previous }
      : { span: { start: field.name.start, end: field.value.end }, previous: before?.value.end };
    if (isNext) runs.pop();
    runs.push(run);
  }
  return runs;
}

/** Whether nothing but a comma, space and comments is between two fields. */
function isBeside(text: string, before: FieldSpan, field: FieldSpan): boolean {
  const comma = skipSpaceAndComments(text, before.value.end);
  return text[comma] === ',' && skipSpaceAndComments(text, comma + 1) === field.name.start;
}

/** Whether a field stands as `name: value` between commas or braces, with nothing around the value. */
function isItem(text: string, { name, value }: FieldSpan): boolean {
  const colon = skipSpaceAndComments(text, name.end);
  if (text[colon] !== ':' || skipSpaceAndComments(text, colon + 1) !== value.start) return false;
  return ',}'.includes(text[skipSpaceAndComments(text, value.end)] ?? ' ');
}
