import { builtinClass } from './builtin-classes';
import { formatValue } from './formatting';
import { className } from './kinds';
import { contentOf, lookUp } from './mappings';
import { isUnknown, raise, unknown, used } from './outcomes';
import { reprOf, textOf } from './texts';
import type { PyValue, Run, Unknown } from './values';

const STR = builtinClass('str');

/** `%(name)-5.2s`: key, flags, width, precision, type. */
const CONVERSION = /%(?:\(([^()]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?([^])?/gu;

/** `format % values` of a text. */
export function percentFormat(run: Run, format: string, values: PyValue): PyValue {
  const items = typeof values === 'object' && values?.kind === 'tuple' ? [...values.items] : [values];
  const texts: string[] = [];
  let end = 0;
  let isNamed = false;
  for (const found of format.matchAll(CONVERSION)) {
    const [whole, key, flags = '', width = '', precision, type = ''] = found;
    texts.push(format.slice(end, found.index));
    end = found.index + whole.length;
    if (type === '%') {
      texts.push('%');
      continue;
    }
    if (type === '') return raise(run, 'ValueError', 'incomplete format');
    if (width === '*' || precision === '*')
      return unknown(run, `\`${whole}\` takes its width from a value`, { class: STR });
    if (key !== undefined) isNamed = true;
    const value = key === undefined ? items.shift() : named(run, values, key);
    if (value === undefined) return raise(run, 'TypeError', 'not enough arguments for format string');
    const part = converted(run, value, flags, width, precision, type);
    if (isUnknown(part)) return part;
    texts.push(part);
  }
  if (items.length > 0 && !isNamed && !isMapping(values))
    raise(run, 'TypeError', 'not all arguments converted during string formatting');
  return texts.join('') + format.slice(end);
}

/** Values that may be left unused, since names could have been looked up in them. */
function isMapping(values: PyValue): boolean {
  return (
    typeof values === 'object' &&
    values !== null &&
    ['dict', 'proxy', 'list', 'unknown', 'instance'].includes(values.kind)
  );
}

function named(run: Run, values: PyValue, key: string): PyValue {
  const mapping = typeof values === 'object' && values?.kind === 'proxy' ? values.of : values;
  if (isUnknown(mapping)) return mapping;
  if (typeof mapping !== 'object' || mapping?.kind !== 'dict')
    return raise(run, 'TypeError', 'format requires a mapping');
  const found = lookUp(run, contentOf(run, mapping), key);
  if (found === undefined) return raise(run, 'KeyError', key);
  return isUnknown(found) ? found : found.value;
}

function converted(
  run: Run,
  value: PyValue,
  flags: string,
  width: string,
  precision: string | undefined,
  type: string,
): string | Unknown {
  const align = flags.includes('-') ? '<' : '>';
  if (type === 's' || type === 'r') {
    const text = type === 's' ? textOf(run, value) : reprOf(run, value);
    const cut = precision === undefined ? '' : `.${precision === '' ? '0' : precision}`;
    return isUnknown(text) ? text : formatValue(run, text, `${align}${width === '' ? '0' : width}${cut}`);
  }
  if (!/[diufF%xXo]/.test(type)) return otherConversion(run, type);
  const isNumber = typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
  if (isUnknown(value)) return used(run, value, { class: STR });
  if (!isNumber) return notANumber(run, value, type);
  if (flags.includes('#') || ('diuxXo'.includes(type) && (precision !== undefined || typeof value === 'number')))
    return unknown(run, 'a number is formatted', { class: STR });
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const fill = flags.includes('0') && align === '>' ? '0=' : align;
  const wanted = `${fill}${sign}${width}${precision === undefined ? '' : `.${precision === '' ? '0' : precision}`}`;
  return formatValue(
    run,
    typeof value === 'boolean' ? BigInt(value) : value,
    wanted + ('iu'.includes(type) ? 'd' : type),
  );
}

function otherConversion(run: Run, type: string): Unknown {
  if (/[eEgGca]/.test(type)) return unknown(run, 'a value is formatted', { class: STR });
  return raise(run, 'ValueError', `unsupported format character '${type}'`);
}

function notANumber(run: Run, value: PyValue, type: string): Unknown {
  if (typeof value === 'object' && value?.kind === 'instance')
    return unknown(run, 'an object is formatted', { class: STR });
  return raise(run, 'TypeError', `%${type} format: a number is required, not ${className(value)}`);
}
