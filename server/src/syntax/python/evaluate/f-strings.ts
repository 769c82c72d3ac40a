import { stringParts } from '../string-parts';
import { Flag, Kind, NONE, childOfKind, firstChild } from '../tree';
import { builtinClass } from './builtin-classes';
import { converted } from './format-method';
import { formatValue } from './formatting';
import { placeOf, type Frame, type Interpreter } from './frames';
import { isUnknown, unknown } from './outcomes';
import type { PyValue, Unknown } from './values';

const STR = builtinClass('str');

/** A text with replacement fields. All of them are evaluated, whatever becomes of one. */
export function formatted(run: Interpreter, frame: Frame, node: number): PyValue {
  const parts = stringParts(frame.tree, node);
  if (parts === undefined) return unknown(run, 'a text cannot be read', { class: STR });
  let failed: Unknown | undefined;
  const texts: string[] = [];
  for (const part of parts) {
    const text = typeof part === 'string' ? part : fieldText(run, frame, part.field);
    if (isUnknown(text)) failed ??= { ...text, class: STR };
    else texts.push(text);
  }
  return failed ?? texts.join('');
}

function fieldText(run: Interpreter, frame: Frame, field: number): string | Unknown {
  const { tree } = frame;
  const flags = tree.flags[field]!;
  const expression = firstChild(tree, field);
  const specification = childOfKind(tree, field, Kind.FormatSpec);
  const value = run.evaluate(frame, expression);
  const wanted = specification === NONE ? '' : formatted(run, frame, specification);
  run.site = placeOf(frame, field);
  const isShown = (flags & Flag.Equal) !== 0;
  const conversion = conversionOf(flags) ?? (isShown && specification === NONE ? 'r' : undefined);
  const shown = conversion === undefined ? value : converted(run, value, conversion);
  if (typeof wanted !== 'string') return unknown(run, 'a format cannot be told', { class: STR });
  const text = formatValue(run, shown, wanted);
  return isShown && !isUnknown(text) ? shownText(frame, field, expression) + text : text;
}

function conversionOf(flags: number): string | undefined {
  if ((flags & Flag.ToStr) !== 0) return 's';
  if ((flags & Flag.ToRepr) !== 0) return 'r';
  return (flags & Flag.ToAscii) !== 0 ? 'a' : undefined;
}

/** The text that `{value = }` writes before the value. */
function shownText({ tree }: Frame, field: number, expression: number): string {
  const behind = /^[\s)]*=\s*/.exec(tree.text.slice(tree.end[expression], tree.end[field]));
  return tree.text.slice(tree.start[field]! + 1, tree.end[expression]! + (behind?.[0].length ?? 0));
}
