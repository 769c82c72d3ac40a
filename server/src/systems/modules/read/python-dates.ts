/** A date or a time as YAML writes it and PyYAML reads it: the numbers that Python's object has. */
interface Parsed {
  readonly date: readonly [year: number, month: number, day: number];
  /** Absent for a date. */
  readonly time?: readonly [hour: number, minute: number, second: number, microsecond: number];
  /** Minutes east of Greenwich; absent where the text says none. */
  readonly offset?: number;
}

const TIMESTAMP =
  /^(\d+)-(\d+)-(\d+)(?:(?:[Tt]|[ \t]+)(\d+):(\d+):(\d+)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::?(\d\d))?))?)?$/;

function parse(source: string): Parsed {
  const [, year, month, day, hour, minute, second, fraction = '', zone, sign, hours = 0, minutes = 0] =
    TIMESTAMP.exec(source) ?? [];
  const date = [Number(year), Number(month), Number(day)] as const;
  if (hour === undefined) return { date };
  const time = [Number(hour), Number(minute), Number(second), Number(fraction.slice(0, 6).padEnd(6, '0'))] as const;
  if (zone === undefined) return { date, time };
  return { date, time, offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) };
}

/** The Python type that PyYAML makes of a timestamp. */
export function timestampType(source: string): 'datetime.date' | 'datetime.datetime' {
  return source.includes(':') ? 'datetime.datetime' : 'datetime.date';
}

/** `str()`: the ISO form, with a space between day and time. */
export function timestampText(source: string): string {
  const { date, time, offset } = parse(source);
  const [year, ...rest] = date;
  const day = [String(year).padStart(4, '0'), ...rest.map(twoDigits)].join('-');
  if (time === undefined) return day;
  const microsecond = time[3] === 0 ? '' : `.${String(time[3]).padStart(6, '0')}`;
  return `${day} ${time.slice(0, 3).map(twoDigits).join(':')}${microsecond}${offset === undefined ? '' : offsetText(offset)}`;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `repr()`: how it is made, which is how it shows inside of lists. */
export function timestampRepr(source: string): string {
  const { date, time = [], offset } = parse(source);
  const [hour, minute, second = 0, microsecond = 0] = time;
  const exact = microsecond !== 0 ? [second, microsecond] : second !== 0 ? [second] : [];
  const clock = hour === undefined ? [] : [hour, minute, ...exact];
  const zone = offset === undefined ? [] : [`tzinfo=${zoneRepr(offset * 60)}`];
  return `${timestampType(source)}(${[...date, ...clock, ...zone].join(', ')})`;
}

/** Seconds are counted from whole days, so that an offset to the west is a day less and some seconds. */
function zoneRepr(seconds: number): string {
  if (seconds === 0) return 'datetime.timezone.utc';
  const delta = seconds < 0 ? `days=-1, seconds=${seconds + 86_400}` : `seconds=${seconds}`;
  return `datetime.timezone(datetime.timedelta(${delta}))`;
}
