import { truncateName } from '../../base/message-text';
import type { YamlProblem, YamlScalar } from './tree';

/** What a scalar means. */
export interface Meaning extends Pick<YamlScalar, 'as' | 'value'> {
  readonly refused?: Refusal;
}

/** Why PyYAML refuses a file. Its constructors let exceptions of Python pass for texts that are no value of their type. */
export type Refusal = Pick<YamlProblem, 'message' | 'exception'>;

// PyYAML's implicit resolvers (YAML 1.1). They differ from YAML 1.2: `yes` and `on` are true, `0o7` and `1e3` are text,
// `017` is octal, `1:30` is ninety.
const NULL = /^(?:~|null|Null|NULL|)$/;
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
/** What `!!timestamp` takes: days of one digit as well. */
const TAGGED_TIMESTAMP =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?$/;
/** Longer text is not tried; Python reads no decimal number of more digits than `MOST_DIGITS`. */
const LONGEST = 10_000;
const MOST_DIGITS = 4300;

/** Reads a plain scalar as PyYAML's `safe_load` does. */
export function meaningOf(source: string): Meaning {
  if (source.length > LONGEST) return text(source);
  if (NULL.test(source)) return { as: 'null', value: null };
  if (TRUE.test(source)) return { as: 'boolean', value: true };
  if (FALSE.test(source)) return { as: 'boolean', value: false };
  if (source === '<<' || source === '=')
    return {
      ...text(source),
      refused: { message: `PyYAML takes '${source}' for a sign of its own, not for text; put it in quotes` },
    };
  if (!/^[-+.0-9]/.test(source)) return text(source);
  if (INTEGER.test(source)) return integer(source);
  if (FLOAT.test(source)) return { as: 'float', value: floatOf(source) };
  return TIMESTAMP.test(source) ? timestamp(source) : text(source);
}

const STANDARD = 'tag:yaml.org,2002:';

/**
 * What a scalar means that carries a tag (PyYAML's `SafeConstructor`); `!` says that it means what it would without quotes. A tag that is
 * not standard refuses the file, and so does one of lists and mappings, or of values that the text is none of.
 */
export function taggedMeaning(tag: string, source: string): Meaning {
  if (tag === '!') return meaningOf(source);
  const name = tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : undefined;
  const construct = name === undefined ? undefined : TAGGED.get(name);
  if (name === undefined || construct === undefined) return { ...text(source), refused: { message: unknownTag(tag) } };
  return construct(source) ?? { ...text(source), refused: unlikeItsTag(name, source) };
}

function unlikeItsTag(name: string, source: string): Refusal {
  const message = `'${truncateName(source)}' is not what its tag !!${name} says`;
  const isNumber = name === 'int' || name === 'float';
  const exception = isNumber && source.replaceAll('_', '') === '' ? 'IndexError' : EXCEPTIONS.get(name);
  return exception === undefined ? { message } : { message, exception };
}

/** What the constructor of a tag raises for a text that is no such value, where that is no `YAMLError`. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['bool', 'KeyError'],
  ['int', 'ValueError'],
  ['float', 'ValueError'],
  ['timestamp', 'AttributeError'],
]);

/** Whether a list or a mapping with that tag is what it is without one. */
export function isPlainCollectionTag(tag: string, kind: 'sequence' | 'mapping'): boolean {
  return tag === '!' || tag === STANDARD + (kind === 'mapping' ? 'map' : 'seq');
}

/** Whether PyYAML makes anything of a list or a mapping with that tag. */
export function isCollectionTag(tag: string, kind: 'sequence' | 'mapping'): boolean {
  return (kind === 'mapping' ? ['set'] : ['omap', 'pairs']).some(name => tag === STANDARD + name);
}

/** What is said of a tag that safe loaders refuse. */
export function unknownTag(tag: string): string {
  return `The tag '${truncateName(tag.replace(STANDARD, '!!'))}' is not known to safe loaders here`;
}

/** What a text means under a standard tag; nothing where it cannot mean that. */
const TAGGED: ReadonlyMap<string, (source: string) => Meaning | undefined> = new Map([
  ['str', text],
  ['null', (): Meaning => ({ as: 'null', value: null })],
  ['bool', taggedBoolean],
  ['int', taggedInteger],
  ['float', taggedFloat],
  ['timestamp', (source: string) => (TAGGED_TIMESTAMP.test(source) ? timestamp(source) : undefined)],
  ['binary', taggedBinary],
]);

function taggedBoolean(source: string): Meaning | undefined {
  if (!/^(?:yes|no|true|false|on|off)$/i.test(source)) return undefined;
  return { as: 'boolean', value: /^(?:yes|true|on)$/i.test(source) };
}

function taggedInteger(source: string): Meaning | undefined {
  const plain = source.replaceAll('_', '');
  return /^[-+]?(?:0b[01]+|0x[0-9a-f]+|0o?[0-7]*|[1-9]\d*(?::\d+)*)$/i.test(plain) ? integer(plain) : undefined;
}

function taggedFloat(source: string): Meaning | undefined {
  const plain = source.replaceAll('_', '').trim();
  const word = /^([-+]?)\.?(inf|nan)(?:inity)?$/i.exec(plain);
  if (word !== null) return { as: 'float', value: floatOf(`${word[1] ?? ''}.${word[2] ?? ''}`) };
  const isNumber =
    /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(plain) || /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/.test(plain);
  return isNumber ? { as: 'float', value: floatOf(plain) } : undefined;
}

/** `base64.decodebytes` passes over what is no digit of base64; the rest has to come in groups of four. */
function taggedBinary(source: string): Meaning | undefined {
  const digits = source.replace(/[^A-Za-z0-9+/=]/g, '');
  const [body = ''] = digits.split('=', 1);
  const missing = (4 - (body.length % 4)) % 4;
  const isComplete = missing < 3 && digits.length - body.length >= missing;
  return isComplete && !/[^\0-\x7f]/.test(source) ? { as: 'binary', value: source } : undefined;
}

function text(source: string): Meaning {
  return { as: 'text', value: source };
}

/** `0b_` and `0x_` are numbers to PyYAML's resolver, and none to Python. */
function integer(source: string): Meaning {
  const meaning = { as: 'integer', value: integerOf(source) } as const;
  if (/^[-+]?0[bx]_*$/i.test(source))
    return { ...meaning, refused: { message: `'${source}' is a number without digits`, exception: 'ValueError' } };
  const isTooLong = source.length > MOST_DIGITS && /^[-+]?[1-9]\d*$/.test(source.replaceAll('_', ''));
  return isTooLong
    ? {
        ...meaning,
        refused: { message: `Python reads no number of more than ${MOST_DIGITS} digits`, exception: 'ValueError' },
      }
    : meaning;
}

/** `datetime` raises an error for a day or a time that there is not. */
function timestamp(source: string): Meaning {
  const meaning = { as: 'timestamp', value: source } as const;
  const [date = '', ...rest] = source.split(/[Tt \t]+/);
  const clock = rest.join('');
  const zoneAt = clock.search(/[-+Z]/);
  const [time, zone] = zoneAt < 0 ? [clock, ''] : [clock.slice(0, zoneAt), clock.slice(zoneAt)];
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const isDay = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (isDay && hour < 24 && minute < 60 && second < 60 && isOffset(zone)) return meaning;
  return {
    ...meaning,
    refused: {
      message: `There is no such day or time as ${source}; a text like this needs quotes`,
      exception: 'ValueError',
    },
  };
}

/** A zone is less than a day away from UTC. */
function isOffset(zone: string): boolean {
  const [hours = 0, minutes = 0] = zone
    .replace(/^[-+Z]/, '')
    .split(':')
    .map(Number);
  return hours * 60 + minutes < 24 * 60;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function integerOf(source: string): number {
  const digits = source.replaceAll('_', '').replace(/^[-+]/, '').toLowerCase();
  if (digits.includes(':')) return signed(source, sexagesimal(digits));
  if (/^0[xb]/.test(digits)) return signed(source, Number(digits));
  return signed(source, /^0./.test(digits) ? parseInt(digits.replace(/^0o/, ''), 8) : Number(digits));
}

function floatOf(source: string): number {
  const digits = source.replaceAll('_', '').replace(/^[-+]/, '').toLowerCase();
  const size = WORDS.get(digits) ?? (digits.includes(':') ? sexagesimal(digits) : Number(digits));
  return source.startsWith('-') ? -size : size;
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ['.inf', Infinity],
  ['.nan', NaN],
]);

/** There is no negative zero among integers. */
function signed(source: string, size: number): number {
  return source.startsWith('-') && size !== 0 ? -size : size;
}

function sexagesimal(digits: string): number {
  return digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
