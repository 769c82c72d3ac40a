import type { Value } from '../../../../model/value';
import type { CoreSchema } from './core-schema';
import { float, int, type PyValue } from './values';

/** The core schemas of types of libraries that take no arguments, by their names (`GenerateSchema.match_type`, `pydantic.types`). */
export function libraryType(name: string): CoreSchema | undefined {
  return LIBRARY_TYPES.get(name);
}

/** The limits of a type without any. */
export const NO_LIMITS: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([]);
const ANY: CoreSchema = { type: 'any' };
const TEXT: CoreSchema = { type: 'str', constraints: NO_LIMITS };

function constrained(
  type: 'int' | 'float' | 'decimal' | 'str' | 'bytes' | 'url' | 'multi-host-url',
  constraints: Readonly<Record<string, PyValue>> = {},
): CoreSchema {
  return { type, constraints: new Map(Object.entries(constraints)) };
}

/** A type whose JSON Schema is told by its core schema's metadata. */
function fixed(type: 'function-plain' | 'lax-or-strict', json: Readonly<Record<string, Value>>): CoreSchema {
  return { type, metadata: { replacedBy: new Map(Object.entries(json)) } };
}

function formatted(format: string, type: 'function-plain' | 'lax-or-strict' = 'lax-or-strict'): CoreSchema {
  return fixed(type, { type: 'string', format });
}

/** A validator around a type. */
function after(schema: CoreSchema, json?: Readonly<Record<string, Value>>): CoreSchema {
  return {
    type: 'function-after',
    schema,
    ...(json === undefined ? {} : { metadata: { formatted: new Map(Object.entries(json)) } }),
  };
}

function around(schema: CoreSchema): CoreSchema {
  return { type: 'function-wrap', schema };
}

/** A type whose JSON Schema is that of a text with something laid over it. */
function textual(json: Readonly<Record<string, Value>>): CoreSchema {
  return { type: 'lax-or-strict', schema: TEXT, metadata: { formatted: new Map(Object.entries(json)) } };
}

const PATH = textual({ format: 'path' });
const URL = around(constrained('url'));
const HOSTS = around(constrained('multi-host-url'));
const SHORT_URL = around(constrained('url', { max_length: int(2083) }));
const DATE: CoreSchema = { type: 'date' };
const DATETIME: CoreSchema = { type: 'datetime' };
const UUID: CoreSchema = { type: 'uuid' };

function uuid(version: number): CoreSchema {
  return {
    ...UUID,
    metadata: {
      formatted: new Map<string, Value>([
        ['type', 'string'],
        ['format', `uuid${version}`],
      ]),
    },
  };
}

function collection(type: 'list' | 'set' | 'frozenset' | 'generator'): CoreSchema {
  return { type, items: [ANY], constraints: NO_LIMITS };
}

const DICT: CoreSchema = { type: 'dict', items: [ANY, ANY], constraints: NO_LIMITS };
const COUNTER: CoreSchema = { type: 'dict', items: [ANY, constrained('int')], constraints: NO_LIMITS };
const SECRET = textual({ type: 'string', writeOnly: true, format: 'password' });

const LIBRARY_TYPES: ReadonlyMap<string, CoreSchema> = new Map<string, CoreSchema>([
  ['str', TEXT],
  ['bytes', constrained('bytes')],
  ['int', constrained('int')],
  ['float', constrained('float')],
  ['bool', { type: 'bool' }],
  ['complex', { type: 'complex' }],
  ['object', ANY],
  ['typing.Any', ANY],
  ['typing.Final', ANY],
  ['types.NoneType', { type: 'none' }],
  ['datetime.date', DATE],
  ['datetime.datetime', DATETIME],
  ['datetime.time', { type: 'time' }],
  ['datetime.timedelta', { type: 'timedelta' }],
  ['decimal.Decimal', constrained('decimal')],
  ['uuid.UUID', UUID],
  ['fractions.Fraction', formatted('fraction')],
  ['pathlib.Path', PATH],
  ['pathlib.PurePath', PATH],
  ['pathlib.PosixPath', PATH],
  ['pathlib.PurePosixPath', PATH],
  ['pathlib.PureWindowsPath', PATH],
  ['os.PathLike', PATH],
  ['ipaddress.IPv4Address', formatted('ipv4')],
  ['ipaddress.IPv4Network', formatted('ipv4network')],
  ['ipaddress.IPv4Interface', formatted('ipv4interface')],
  ['ipaddress.IPv6Address', formatted('ipv6')],
  ['ipaddress.IPv6Network', formatted('ipv6network')],
  ['ipaddress.IPv6Interface', formatted('ipv6interface')],
  ['re.Pattern', formatted('regex', 'function-plain')],
  ['zoneinfo.ZoneInfo', formatted('zoneinfo', 'function-plain')],
  ['list', collection('list')],
  ['set', collection('set')],
  ['frozenset', collection('frozenset')],
  ['typing.AbstractSet', collection('frozenset')],
  ['tuple', { type: 'tuple', items: [ANY], isVariadic: true, constraints: NO_LIMITS }],
  ['dict', DICT],
  ['typing.Sequence', { type: 'json-or-python', schema: collection('list') }],
  ['typing.Iterable', collection('generator')],
  ['typing.Generator', collection('generator')],
  ['collections.deque', { type: 'lax-or-strict', schema: around(collection('list')) }],
  ['collections.OrderedDict', { type: 'lax-or-strict', schema: after(DICT) }],
  ['collections.Counter', { type: 'lax-or-strict', schema: after(COUNTER) }],
  ['typing.Hashable', { type: 'custom-error', schema: ANY }],
  ['typing.Callable', { type: 'callable' }],
  // A function with parameters that JSON Schema has no form for.
  ['typing.NamedTuple', { type: 'callable' }],
  ['type', { type: 'custom-error', schema: { type: 'is-instance' } }],
  ['typing.Type', { type: 'custom-error', schema: { type: 'is-instance' } }],
  ['typing.AnyStr', { type: 'union', choices: [constrained('bytes'), TEXT] }],
  ['pydantic.StrictInt', constrained('int')],
  ['pydantic.StrictFloat', constrained('float')],
  ['pydantic.StrictStr', TEXT],
  ['pydantic.StrictBytes', constrained('bytes')],
  ['pydantic.StrictBool', { type: 'bool' }],
  ['pydantic.FiniteFloat', constrained('float')],
  ['pydantic.PositiveInt', constrained('int', { gt: int(0) })],
  ['pydantic.NegativeInt', constrained('int', { lt: int(0) })],
  ['pydantic.NonNegativeInt', constrained('int', { ge: int(0) })],
  ['pydantic.NonPositiveInt', constrained('int', { le: int(0) })],
  ['pydantic.PositiveFloat', constrained('float', { gt: float(0) })],
  ['pydantic.NegativeFloat', constrained('float', { lt: float(0) })],
  ['pydantic.NonNegativeFloat', constrained('float', { ge: float(0) })],
  ['pydantic.NonPositiveFloat', constrained('float', { le: float(0) })],
  ['pydantic.PastDate', DATE],
  ['pydantic.FutureDate', DATE],
  ['pydantic.AwareDatetime', DATETIME],
  ['pydantic.NaiveDatetime', DATETIME],
  ['pydantic.PastDatetime', DATETIME],
  ['pydantic.FutureDatetime', DATETIME],
  ['pydantic.UUID1', uuid(1)],
  ['pydantic.UUID3', uuid(3)],
  ['pydantic.UUID4', uuid(4)],
  ['pydantic.UUID5', uuid(5)],
  ['pydantic.UUID6', uuid(6)],
  ['pydantic.UUID7', uuid(7)],
  ['pydantic.UUID8', uuid(8)],
  ['pydantic.FilePath', after(PATH, { format: 'file-path', type: 'string' })],
  ['pydantic.DirectoryPath', after(PATH, { format: 'directory-path', type: 'string' })],
  ['pydantic.NewPath', after(PATH, { format: 'path', type: 'string' })],
  ['pydantic.SocketPath', after(PATH, { format: 'path', type: 'string' })],
  ['pydantic.SecretStr', SECRET],
  ['pydantic.SecretBytes', SECRET],
  ['pydantic.EmailStr', fixed('function-plain', { type: 'string', format: 'email' })],
  ['pydantic.NameEmail', fixed('function-plain', { type: 'string', format: 'name-email' })],
  ['pydantic.IPvAnyAddress', formatted('ipvanyaddress', 'function-plain')],
  ['pydantic.IPvAnyInterface', formatted('ipvanyinterface', 'function-plain')],
  ['pydantic.IPvAnyNetwork', formatted('ipvanynetwork', 'function-plain')],
  ['pydantic.ImportString', fixed('function-plain', { type: 'string' })],
  ['pydantic.Json', { type: 'json', schema: ANY }],
  ['pydantic.Base64Bytes', after(constrained('bytes'), { format: 'base64', type: 'string' })],
  ['pydantic.Base64UrlBytes', after(constrained('bytes'), { format: 'base64url', type: 'string' })],
  ['pydantic.Base64Str', after(TEXT, { format: 'base64', type: 'string' })],
  ['pydantic.Base64UrlStr', after(TEXT, { format: 'base64url', type: 'string' })],
  ['pydantic.PaymentCardNumber', after(constrained('str', { min_length: int(12), max_length: int(19) }))],
  ['pydantic.ByteSize', after(byteSize())],
  ['pydantic.AnyUrl', URL],
  ['pydantic.AnyHttpUrl', URL],
  ['pydantic.FileUrl', URL],
  ['pydantic.FtpUrl', URL],
  ['pydantic.AnyWebsocketUrl', URL],
  ['pydantic.HttpUrl', SHORT_URL],
  ['pydantic.WebsocketUrl', SHORT_URL],
  ['pydantic.AmqpDsn', URL],
  ['pydantic.ClickHouseDsn', URL],
  ['pydantic.CockroachDsn', URL],
  ['pydantic.KafkaDsn', URL],
  ['pydantic.MariaDBDsn', URL],
  ['pydantic.MySQLDsn', URL],
  ['pydantic.RedisDsn', URL],
  ['pydantic.SnowflakeDsn', URL],
  ['pydantic.MongoDsn', HOSTS],
  ['pydantic.NatsDsn', HOSTS],
  ['pydantic.PostgresDsn', HOSTS],
]);

function byteSize(): CoreSchema {
  const pattern = new Map<string, PyValue>([['pattern', { kind: 'str', value: '^\\s*(\\d*\\.?\\d+)\\s*(\\w+)?' }]]);
  return { type: 'union', choices: [{ type: 'str', constraints: pattern }, constrained('int', { ge: int(0) })] };
}

/** Types that take arguments where a schema of the items has to be made. */
export const COLLECTIONS: ReadonlyMap<string, 'list' | 'set' | 'frozenset' | 'generator'> = new Map([
  ['list', 'list'],
  ['set', 'set'],
  ['frozenset', 'frozenset'],
  ['typing.AbstractSet', 'frozenset'],
  ['typing.Iterable', 'generator'],
  ['typing.Generator', 'generator'],
]);
