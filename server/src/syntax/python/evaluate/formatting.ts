import { builtinClass } from './builtin-classes';
import { className, classOf } from './kinds';
import { doubtful, isUnknown, raise, unknown, used } from './outcomes';
import { textOf } from './texts';
import type { PyValue, Run, Unknown } from './values';

const STR = builtinClass('str');

/** [fill] align, sign, `#`, `0`, width, grouping, precision, type: Python's format specification mini-language. */
const SPECIFICATION = /^(?:([^])?([<>=^]))?([-+ ])?(z?#?)(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;

interface Specification {
  readonly fill: string;
  readonly align: string | undefined;
  readonly sign: string;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | undefined;
  readonly type: string;
}

/** What `format(value, specification)` gives, as far as it is common. */
export function formatValue(run: Run, value: PyValue, specification: string): string | Unknown {
  if (isUnknown(value)) return specification === '' ? { ...value, class: STR } : used(run, value, { class: STR });
  if (specification === '') return textOf(run, value);
  const wanted = parse(specification);
  if (typeof value === 'string') return wanted === undefined ? invalid(run, value) : formatText(run, value, wanted);
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean')
    return wanted === undefined ? invalid(run, value) : formatNumber(run, value, wanted);
  const isPlain =
    value === null ||
    ['list', 'tuple', 'dict', 'set', 'bytes', 'range', 'iterator', 'function'].includes(value.kind) ||
    (value.kind === 'special' && classOf(value) !== undefined);
  if (!isPlain) return doubtful(run, 'operation', 'an object is formatted', { class: STR });
  return raise(run, 'TypeError', `unsupported format string passed to ${className(value)}.__format__`);
}

function invalid(run: Run, value: PyValue): never {
  return raise(run, 'ValueError', `Invalid format specifier for object of type '${className(value)}'`);
}

function parse(specification: string): Specification | undefined {
  const found = SPECIFICATION.exec(specification);
  if (found === null) return undefined;
  const [, fill, align, sign = '-', alternate = '', zero, width = '0', grouping = '', precision, type = ''] = found;
  if (alternate !== '') return { fill: ' ', align, sign, width: 0, grouping: 'alternate', precision: undefined, type };
  return {
    fill: fill ?? (zero === undefined ? ' ' : '0'),
    align: align ?? (zero === undefined ? undefined : '='),
    sign,
    width: Number(width),
    grouping,
    precision: precision === undefined ? undefined : Number(precision),
    type,
  };
}

function formatText(run: Run, value: string, wanted: Specification): string | Unknown {
  const { align = '<', grouping, precision, type, sign } = wanted;
  if (grouping === 'alternate') return unknown(run, 'a text is formatted', { class: STR });
  if ((type !== '' && type !== 's') || align === '=' || sign !== '-' || grouping !== '') return invalid(run, value);
  const text = precision === undefined ? value : Array.from(value).slice(0, precision).join('');
  return padded(text, wanted, align);
}

function formatNumber(run: Run, value: bigint | number | boolean, wanted: Specification): string | Unknown {
  if (wanted.grouping === 'alternate') return unknown(run, 'a number is formatted', { class: STR });
  const isWhole = typeof value !== 'number';
  const digits = digitsOf(run, isWhole ? BigInt(value) : value, wanted);
  if (typeof digits !== 'string') return digits;
  const isNegative = isWhole ? BigInt(value) < 0n : value < 0 || Object.is(value, -0);
  const sign = isNegative ? '-' : wanted.sign === '-' ? '' : wanted.sign;
  const { align = '>', fill, width } = wanted;
  if (align !== '=') return padded(sign + grouped(digits, wanted), wanted, align);
  if (wanted.grouping !== '') return unknown(run, 'a number is formatted', { class: STR });
  return sign + digits.padStart(width - sign.length, fill);
}

/** The digits of a number without its sign. */
function digitsOf(run: Run, value: bigint | number, { type, precision }: Specification): string | Unknown {
  if (typeof value === 'bigint' && 'dbxXon'.includes(type)) {
    if (precision !== undefined) return raise(run, 'ValueError', 'Precision not allowed in integer format specifier');
    const size = value < 0n ? -value : value;
    const radix = { b: 2, o: 8, x: 16, X: 16 }[type] ?? 10;
    return type === 'X' ? size.toString(radix).toUpperCase() : size.toString(radix);
  }
  const size = Math.abs(Number(value));
  const isDecimal = (type === 'f' || type === 'F' || type === '%') && size < 1e21;
  if (isDecimal && Number.isFinite(size)) return fixed(run, type === '%' ? size * 100 : size, precision ?? 6, type);
  const isCharacter = typeof value === 'bigint' && type === 'c';
  if (!'eEfFgGn%'.includes(type) && !isCharacter) return raise(run, 'ValueError', `Unknown format code '${type}'`);
  return unknown(run, 'a number is formatted', { class: STR });
}

function fixed(run: Run, size: number, precision: number, type: string): string | Unknown {
  const scaled = size * 10 ** precision;
  // Halfway between two texts, Python takes the even digit.
  const isHalfway = Number.isInteger(scaled * 2) && !Number.isInteger(scaled);
  if (precision > 100 || isHalfway) return unknown(run, 'a number is formatted', { class: STR });
  return size.toFixed(precision) + (type === '%' ? '%' : '');
}

function grouped(digits: string, { grouping, type }: Specification): string {
  if (grouping === '') return digits;
  const size = grouping === '_' && 'bxXo'.includes(type) && type !== '' ? 4 : 3;
  const [whole = '', ...rest] = digits.split('.');
  const groups: string[] = [];
  let start = whole;
  while (start.length > size && /^\w+$/.test(start.slice(-size - 1))) {
    groups.unshift(start.slice(-size));
    start = start.slice(0, -size);
  }
  return [[start, ...groups].join(grouping), ...rest].join('.');
}

function padded(text: string, { fill, width }: Specification, align: string): string {
  const missing = Math.max(0, width - Array.from(text).length);
  const before = align === '<' ? 0 : align === '^' ? Math.floor(missing / 2) : missing;
  return fill.repeat(before) + text + fill.repeat(missing - before);
}
