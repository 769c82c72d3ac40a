import { builtinClass } from './builtin-classes';
import { hasOwn } from './kinds';
import { contentOf, entriesOf, nameIn } from './mappings';
import { isUnknown, raise, unknown } from './outcomes';
import type { Entry, PyObject, PyValue, Run, Unknown } from './values';

const STR = builtinClass('str');

/** What `str(value)` gives. */
export function textOf(run: Run, value: PyValue): string | Unknown {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value?.kind !== 'instance') return reprOf(run, value);
  if (hasOwn(value, '__str__', '__format__')) return opaque(run);
  const args = nameIn(run, value.names, 'args')?.value;
  if (isUnknown(args)) return opaque(run);
  if (typeof args !== 'object' || args?.kind !== 'tuple') return reprOf(run, value);
  const [only = ''] = args.items;
  if (value.class.name === 'KeyError') return opaque(run);
  return args.items.length > 1 ? reprOf(run, args) : textOf(run, only);
}

/** Python makes no integer of a text of more digits, and no text of such an integer. */
export const MOST_DIGITS = 4300;
/** What ValueError says where an integer has more digits than Python converts. */
export const TOO_MANY_DIGITS = `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion`;

function isTooLong(value: bigint): boolean {
  const size = value < 0n ? -value : value;
  return size >= 10n ** BigInt(MOST_DIGITS);
}

/** What `repr(value)` gives. */
export function reprOf(run: Run, value: PyValue): string | Unknown {
  run.count();
  switch (typeof value) {
    case 'string':
      return reprOfText(run, value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return isTooLong(value) ? raise(run, 'ValueError', TOO_MANY_DIGITS) : value.toString();
    case 'number':
      return reprOfFloat(value);
    default:
      return value === null ? 'None' : run.deeper(() => reprOfObject(run, value));
  }
}

function reprOfObject(run: Run, value: PyObject): string | Unknown {
  switch (value.kind) {
    case 'unknown':
      return { ...value, class: STR };
    case 'special':
      return value.name === 'Ellipsis' || value.name === 'NotImplemented' ? value.name : opaque(run);
    case 'tuple':
      return wrapped(run, value.items, '(', value.items.length === 1 ? ',)' : ')');
    case 'list':
      return value.content.open ?? wrapped(run, value.content.items, '[', ']');
    case 'dict':
      return value.class === undefined ? reprOfDict(run, entriesOf(run, contentOf(run, value))) : opaque(run);
    case 'set':
      return value.content.open === undefined && value.content.entries.size === 0 && !value.frozen
        ? 'set()'
        : opaque(run);
    case 'range':
      return `range(${value.start}, ${value.stop}${value.step === 1n ? '' : `, ${value.step}`})`;
    case 'class':
      return value.written === undefined && isBuiltin(value.name) ? `<class '${value.name}'>` : opaque(run);
    default:
      return opaque(run);
  }
}

function isBuiltin(name: string): boolean {
  return /^(?:int|str|float|bool|list|dict|tuple|set|object|type|bytes)$/.test(name);
}

function opaque(run: Run): Unknown {
  return unknown(run, 'the text of an object', { class: STR });
}

function wrapped(run: Run, items: readonly PyValue[], open: string, close: string): string | Unknown {
  const texts: string[] = [];
  for (const item of items) {
    const text = reprOf(run, item);
    if (isUnknown(text)) return text;
    texts.push(text);
  }
  return open + texts.join(', ') + close;
}

function reprOfDict(run: Run, entries: readonly Entry[] | Unknown): string | Unknown {
  if (isUnknown(entries)) return { ...entries, class: STR };
  const texts: string[] = [];
  for (const { key, value } of entries) {
    const [name, text] = [reprOf(run, key), reprOf(run, value)];
    if (isUnknown(name)) return name;
    if (isUnknown(text)) return text;
    texts.push(`${name}: ${text}`);
  }
  return `{${texts.join(', ')}}`;
}

/** A text in quotes; what cannot be printed depends on Python's Unicode data. */
function reprOfText(run: Run, text: string): string | Unknown {
  if (/[^\0-\x7f\xa1-\xac\xae-\u024f]/.test(text)) return unknown(run, 'the form of unusual letters', { class: STR });
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = text.replace(/[\\'"\0-\x1f\x7f]/g, letter => escaped(letter, quote));
  return quote + inside + quote;
}

function escaped(letter: string, quote: string): string {
  if (letter === '\\') return '\\\\';
  if (letter === '"' || letter === "'") return letter === quote ? `\\${letter}` : letter;
  const known: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return known[letter] ?? `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** The shortest text that reads as the number, in CPython's form. */
export function reprOfFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  if (value === 0) return '0.0';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    const size = String(Math.abs(power)).padStart(2, '0');
    return `${mantissa}e${power < 0 ? '-' : '+'}${size}`;
  }
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  return `${sign}${whole}.${digits.slice(power + 1) || '0'}`;
}
