import { builtinClass } from './builtin-classes';
import { formatValue } from './formatting';
import { isUnknown, raise, unknown } from './outcomes';
import { valuesOf } from './parameters';
import { subscript } from './subscripts';
import { reprOf, textOf } from './texts';
import type { Arguments, PyValue, Run, Unknown } from './values';

const STR = builtinClass('str');

/** A field of a format text up to its end: name, conversion, specification (which may have fields in it). */
const FIELD = /\{([^{}!:[]*(?:\[[^\]]*\][^{}!:[]*)*)(?:!([^:{}]*))?(?::((?:[^{}]|\{[^{}]*\})*))?\}/y;

/** `text.format(…)` */
export function formatMethod(run: Run, args: Arguments): PyValue {
  const [self, ...positional] = args.positional;
  if (typeof self?.value !== 'string' || args.open !== undefined)
    return unknown(run, 'a text is formatted', { class: STR });
  const state = { next: 0, isNumbered: undefined };
  return formatText(run, self.value, { ...args, positional }, state, 2);
}

interface Counter {
  /** The argument that the next field without a number takes. */
  next: number;
  /** Whether the fields so far have numbers of their own; undefined before the first. */
  isNumbered: boolean | undefined;
}

function formatText(run: Run, text: string, args: Arguments, counter: Counter, depth: number): string | Unknown {
  let result = '';
  for (let at = 0; at < text.length;) {
    const letter = text.charAt(at);
    if ((letter === '{' || letter === '}') && text.charAt(at + 1) === letter) {
      result += letter;
      at += 2;
    } else if (letter === '}') return raise(run, 'ValueError', "Single '}' encountered in format string");
    else if (letter !== '{') {
      result += letter;
      at++;
    } else {
      FIELD.lastIndex = at;
      const field = FIELD.exec(text);
      if (field === null) return raise(run, 'ValueError', "expected '}' before end of string");
      const part = formatField(run, field, args, counter, depth);
      if (isUnknown(part)) return part;
      result += part;
      at += field[0].length;
    }
  }
  return result;
}

function formatField(
  run: Run,
  field: RegExpExecArray,
  args: Arguments,
  counter: Counter,
  depth: number,
): string | Unknown {
  const [, name = '', conversion, specification = ''] = field;
  if (depth === 0) return raise(run, 'ValueError', 'Max string recursion exceeded');
  const value = fieldValue(run, name, args, counter);
  if (isUnknown(value)) return { ...value, class: STR };
  const wanted = formatText(run, specification, args, counter, depth - 1);
  if (isUnknown(wanted)) return wanted;
  const shown = conversion === undefined ? value : converted(run, value, conversion);
  return isUnknown(shown) ? shown : formatValue(run, shown, wanted);
}

/** What `!r`, `!s` and `!a` make of a value. */
export function converted(run: Run, value: PyValue, conversion: string): string | Unknown {
  if (conversion === 's') return textOf(run, value);
  const text = reprOf(run, value);
  if (conversion === 'r' || (conversion === 'a' && !isUnknown(text) && /^[\0-\x7f]*$/.test(text))) return text;
  if (conversion === 'a') return unknown(run, 'unusual letters are escaped', { class: STR });
  return raise(run, 'ValueError', `Unknown conversion specifier '${conversion}'`);
}

function fieldValue(run: Run, name: string, args: Arguments, counter: Counter): PyValue {
  const [, first = '', rest = ''] = /^([^.[]*)([^]*)$/.exec(name) ?? [];
  let value = argument(run, first, args, counter);
  for (const [, attribute, index, end] of rest.matchAll(/\.([^.[]*)|\[([^\]]*)(\]?)/g)) {
    if (isUnknown(value)) return value;
    if (attribute !== undefined) value = run.attribute(value, attribute);
    else if (end === '') return raise(run, 'ValueError', "Missing ']' in format string");
    else value = subscript(run, value, /^\d+$/.test(index ?? '') ? BigInt(index ?? '') : (index ?? ''));
  }
  return value;
}

function argument(run: Run, name: string, args: Arguments, counter: Counter): PyValue {
  if (name !== '' && !/^\d+$/.test(name)) {
    const named = args.named.get(name);
    return named === undefined ? raise(run, 'KeyError', name) : named.value;
  }
  const isNumbered = name !== '';
  counter.isNumbered ??= isNumbered;
  if (counter.isNumbered !== isNumbered)
    return raise(run, 'ValueError', 'cannot switch between manual field specification and automatic field numbering');
  const index = name === '' ? counter.next++ : Number(name);
  const found = valuesOf({ ...args, named: new Map() })[index];
  return found === undefined
    ? raise(run, 'IndexError', 'Replacement index out of range for positional args tuple')
    : found;
}
