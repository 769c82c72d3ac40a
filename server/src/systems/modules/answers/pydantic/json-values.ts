import { isUnknown, type Value } from '../../../../model/value';
import { isCallOf, isLibrary, unknownIn, type PyCall, type PyValue } from './values';

/**
 * A Python value as JSON (`pydantic_core.to_jsonable_python`). Returns undefined for what has none, and an unknown value for what
 * cannot be told.
 */
export function jsonOf(value: PyValue): Value | undefined {
  if (value.kind === 'none') return null;
  if (value.kind === 'bool' || value.kind === 'str') return value.value;
  if (value.kind === 'bytes') return textOfBytes(value.value);
  if (value.kind === 'int')
    return Number.isSafeInteger(Number(value.value)) ? Number(value.value) : { unknown: 'a number that is too long' };
  if (value.kind === 'float')
    return Number.isFinite(value.value) ? value.value : { unknown: 'a number that JSON does not have' };
  if (value.kind === 'list' || value.kind === 'tuple') return listOf(value.items);
  if (value.kind === 'set' || value.kind === 'frozenset')
    return value.items.length < 2 ? listOf(value.items) : { unknown: 'the order of a set' };
  if (value.kind === 'dict') return mappingOf(value.entries);
  if (value.kind === 'member') return jsonOf(value.value);
  if (value.kind === 'call') return jsonOfCall(value);
  if (value.kind === 'unknown') return { unknown: value.reason };
  if (value.kind === 'library' || value.kind === 'class' || value.kind === 'function' || value.kind === 'ellipsis')
    return undefined;
  return { unknown: 'a value' };
}

/** The JSON of a value where nothing but JSON can stand: a value without any cannot be told. */
export function jsonOrUnknown(value: PyValue, what: string): Value {
  const json = jsonOf(value);
  return json === undefined ? { unknown: what } : json;
}

function textOfBytes(bytes: string): Value {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, each => each.charCodeAt(0)));
  } catch {
    return { unknown: 'bytes that are no text' };
  }
}

function listOf(items: readonly PyValue[]): Value | undefined {
  const all = items.map(jsonOf);
  const unknown = all.find(isUnknown);
  if (unknown !== undefined) return unknown;
  return all.every(each => each !== undefined) ? all : undefined;
}

/** A default as JSON: of a set, the items in the order in which Python sorts them, since its own order is that of hashes. */
export function jsonOfDefault(value: PyValue): Value | undefined {
  if ((value.kind !== 'set' && value.kind !== 'frozenset') || value.items.length < 2) return jsonOf(value);
  const { items } = value;
  if (items.every(item => item.kind === 'str'))
    return items.map(item => item.value).sort((a, b) => compareCodePoints(a, b));
  if (items.every(item => item.kind === 'int')) return listOf(items.toSorted((a, b) => (a.value < b.value ? -1 : 1)));
  return { unknown: 'the order of a set' };
}

function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (const [i, each] of left.entries()) {
    const difference = (each.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function mappingOf(entries: readonly (readonly [PyValue, PyValue])[]): Value | undefined {
  const found = new Map<string, Value>();
  for (const [key, value] of entries) {
    const name = keyOf(key);
    const item = jsonOf(value);
    if (name === undefined || item === undefined) return name === undefined ? { unknown: 'a key' } : undefined;
    if (isUnknown(item)) return item;
    found.set(name, item);
  }
  return found;
}

/** A key of a mapping as text. */
function keyOf(key: PyValue): string | undefined {
  if (key.kind === 'str') return key.value;
  if (key.kind === 'int') return key.value.toString();
  if (key.kind === 'bool') return key.value ? 'true' : 'false';
  if (key.kind === 'none') return 'None';
  if (key.kind === 'member') return keyOf(key.value);
  return undefined;
}

function jsonOfCall(call: PyCall): Value | undefined {
  const inside = unknownIn(call);
  if (inside !== undefined) return { unknown: inside.reason };
  const [first] = call.args;
  if (isCallOf(call, 'datetime.date') || isCallOf(call, 'datetime.datetime')) return dateOf(call);
  if (isCallOf(call, 'datetime.timedelta')) return durationOf(call);
  if (
    isLibrary(call.callee, 'uuid.UUID') &&
    first?.kind === 'str' &&
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(first.value)
  )
    return first.value.toLowerCase();
  if (isLibrary(call.callee, 'decimal.Decimal')) return decimalOf(first);
  if (isLibrary(call.callee, 'pathlib.Path', 'pathlib.PurePath', 'pathlib.PurePosixPath')) return pathOf(call.args);
  return isLibrary(call.callee, 'object') ? undefined : { unknown: 'an object that is made' };
}

function decimalOf(value: PyValue | undefined): Value {
  if (value?.kind === 'str' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value.value)) return value.value;
  return value?.kind === 'int' ? value.value.toString() : { unknown: 'a Decimal' };
}

function pathOf(parts: readonly PyValue[]): Value {
  if (!parts.every(part => part.kind === 'str')) return { unknown: 'a path' };
  const [only, ...others] = parts;
  if (only === undefined) return '.';
  if (others.length > 0 || /\/\/|(?:^|\/)\.(?:\/|$)|.\/$/.test(only.value)) return { unknown: 'a path' };
  return only.value === '' ? '.' : only.value;
}

/** The arguments of a call as numbers, by name. */
function numbersOf(call: PyCall, names: readonly string[]): ReadonlyMap<string, number> | undefined {
  const found = new Map<string, number>();
  const given = [...call.args.map((value, i) => [names[i] ?? '', value] as const), ...call.keywords];
  for (const [name, value] of given) {
    if (!names.includes(name) || (value.kind !== 'int' && value.kind !== 'float')) return undefined;
    found.set(name, Number(value.value));
  }
  return found;
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

function dateOf(call: PyCall): Value {
  const isTime = isCallOf(call, 'datetime.datetime');
  const names = ['year', 'month', 'day', ...(isTime ? ['hour', 'minute', 'second', 'microsecond'] : [])];
  const given = numbersOf(call, names);
  const [year, month, day, hour = 0, minute = 0, second = 0, micro = 0] = names.map(name => given?.get(name));
  if (year === undefined || month === undefined || day === undefined) return { unknown: 'a date' };
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (!isTime) return date;
  return `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}${micro === 0 ? '' : `.${pad(micro, 6)}`}`;
}

const MICROSECONDS: Readonly<Record<string, number>> = {
  days: 86_400_000_000,
  seconds: 1_000_000,
  microseconds: 1,
  milliseconds: 1000,
  minutes: 60_000_000,
  hours: 3_600_000_000,
  weeks: 604_800_000_000,
};

/** A duration in ISO 8601, with years of 365 days, as pydantic writes it. */
function durationOf(call: PyCall): Value {
  const given = numbersOf(call, Object.keys(MICROSECONDS));
  if (given === undefined) return { unknown: 'a duration' };
  let total = 0;
  for (const [name, value] of given) total += value * (MICROSECONDS[name] ?? 0);
  if (!Number.isSafeInteger(total)) return { unknown: 'a duration' };
  const sign = total < 0 ? '-' : '';
  const seconds = Math.floor(Math.abs(total) / 1_000_000);
  const fraction = Math.abs(total) % 1_000_000;
  const days = Math.floor(seconds / 86_400);
  const part = (value: number, unit: string): string => (value === 0 ? '' : `${value}${unit}`);
  const rest = fraction === 0 ? '' : `.${pad(fraction, 6).replace(/(?<!0)0+$/, '')}`;
  const whole = seconds % 60;
  const time =
    part(Math.floor((seconds % 86_400) / 3600), 'H') +
    part(Math.floor((seconds % 3600) / 60), 'M') +
    (whole === 0 && rest === '' ? '' : `${whole}${rest}S`);
  const date = part(Math.floor(days / 365), 'Y') + part(days % 365, 'D');
  return `${sign}P${date}${time === '' ? (date === '' ? 'T0S' : '') : `T${time}`}`;
}
