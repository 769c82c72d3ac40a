import { library, type PyLibrary } from './values';

/** Names that can be used without an import. */
const BUILT_IN: ReadonlySet<string> = new Set(
  (
    'int float str bytes bool complex object list dict tuple set frozenset type range len isinstance print property ' +
    'staticmethod classmethod super bytearray memoryview slice abs min max sum sorted round any all zip map filter repr hash id ' +
    'iter next enumerate reversed getattr hasattr setattr callable vars dir format chr ord pow divmod open input ascii bin hex oct ' +
    'Exception BaseException ValueError TypeError KeyError AttributeError RuntimeError NotImplementedError ImportError ' +
    'NotImplemented'
  ).split(' '),
);

/** The built-in of Python that has this name. */
export function builtIn(name: string): PyLibrary | undefined {
  return BUILT_IN.has(name) ? library(name) : undefined;
}

/** Modules whose names are known by those of another one, by the beginnings of both. */
const SAME: readonly (readonly [string, string])[] = [
  ['typing_extensions.', 'typing.'],
  ['collections.abc.', 'typing.'],
  ['builtins.', ''],
  ['pydantic.fields.', 'pydantic.'],
  ['pydantic.types.', 'pydantic.'],
  ['pydantic.networks.', 'pydantic.'],
  ['pydantic.main.', 'pydantic.'],
  ['pydantic.config.', 'pydantic.'],
  ['pydantic.root_model.', 'pydantic.'],
  ['pydantic.aliases.', 'pydantic.'],
  ['pydantic.functional_validators.', 'pydantic.'],
  ['pydantic.functional_serializers.', 'pydantic.'],
];

/** Names for the same thing. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['typing.List', 'list'],
  ['typing.Dict', 'dict'],
  ['typing.Set', 'set'],
  ['typing.FrozenSet', 'frozenset'],
  ['typing.Tuple', 'tuple'],
  ['typing.Text', 'str'],
  ['typing.Deque', 'collections.deque'],
  ['typing.OrderedDict', 'collections.OrderedDict'],
  ['typing.DefaultDict', 'collections.defaultdict'],
  ['typing.Counter', 'collections.Counter'],
  ['typing.Pattern', 're.Pattern'],
  ['typing.MutableSequence', 'list'],
  ['typing.MutableSet', 'set'],
  ['typing.Mapping', 'dict'],
  ['typing.MutableMapping', 'dict'],
  ['pydantic.dataclass', 'pydantic.dataclasses.dataclass'],
  ['pydantic.alias_generators', 'pydantic.alias_generators'],
]);

/** What a dotted name of a package is called here: one name for each thing, however it was imported. */
export function canonicalName(name: string): string {
  if (name === 'collections.abc.Set') return 'typing.AbstractSet';
  const found = SAME.find(([from]) => name.startsWith(from));
  const same = found === undefined ? name : found[1] + name.slice(found[0].length);
  return ALIASES.get(same) ?? same;
}

/** Packages that are there wherever apcore runs; whatever else is imported may be absent, or anything. */
export function isKnownPackage(name: string): boolean {
  return KNOWN_PACKAGES.has(name.split('.', 1)[0] ?? '');
}

const KNOWN_PACKAGES: ReadonlySet<string> = new Set(
  (
    'typing typing_extensions pydantic pydantic_core annotated_types enum datetime decimal uuid pathlib collections re ' +
    'dataclasses ipaddress fractions os sys json math abc functools types string time zoneinfo random logging warnings ' +
    'itertools operator contextlib asyncio hashlib base64 copy inspect numbers secrets statistics textwrap threading ' +
    'tempfile shutil subprocess urllib http socket io csv apcore __future__'
  ).split(' '),
);

/** The names that `from typing import *` and its like bind (`__all__`), as far as annotations and models use them. */
export function starNames(module: string): readonly string[] {
  return STAR_NAMES[module]?.split(' ') ?? [];
}

const STAR_NAMES: Readonly<Record<string, string>> = {
  typing:
    'Annotated Any Callable ClassVar Final Generic Literal Optional Protocol Tuple Type TypeVar Union AbstractSet Collection ' +
    'Hashable Iterable Iterator Mapping MutableMapping MutableSequence MutableSet Sequence Counter Deque Dict DefaultDict List ' +
    'OrderedDict Set FrozenSet NamedTuple TypedDict Generator Pattern AnyStr cast final LiteralString Never NewType NoReturn ' +
    'NotRequired Required runtime_checkable Self Text TYPE_CHECKING TypeAlias Unpack overload get_type_hints',
  pydantic:
    'AfterValidator AliasChoices AliasGenerator AliasPath AllowInfNan AmqpDsn AnyHttpUrl AnyUrl AnyWebsocketUrl AwareDatetime ' +
    'Base64Bytes Base64Str Base64UrlBytes Base64UrlStr BaseModel BeforeValidator ByteSize ClickHouseDsn CockroachDsn ConfigDict ' +
    'DirectoryPath Discriminator EmailStr FailFast Field FilePath FileUrl FiniteFloat FtpUrl FutureDate FutureDatetime HttpUrl ' +
    'IPvAnyAddress IPvAnyInterface IPvAnyNetwork ImportString InstanceOf Json JsonValue KafkaDsn MariaDBDsn MongoDsn MySQLDsn ' +
    'NaiveDatetime NameEmail NatsDsn NegativeFloat NegativeInt NewPath NonNegativeFloat NonNegativeInt NonPositiveFloat ' +
    'NonPositiveInt OnErrorOmit PastDate PastDatetime PaymentCardNumber PlainSerializer PlainValidator PositiveFloat PositiveInt ' +
    'PostgresDsn PrivateAttr RedisDsn RootModel Secret SecretBytes SecretStr SerializeAsAny SkipValidation SnowflakeDsn SocketPath ' +
    'Strict StrictBool StrictBytes StrictFloat StrictInt StrictStr StringConstraints Tag TypeAdapter UUID1 UUID3 UUID4 UUID5 ' +
    'UUID6 UUID7 UUID8 UrlConstraints ValidationError WebsocketUrl WithJsonSchema WrapSerializer WrapValidator computed_field ' +
    'conbytes condate condecimal confloat confrozenset conint conlist conset constr create_model dataclasses field_serializer ' +
    'field_validator model_serializer model_validator root_validator validator with_config',
  enum: 'Enum IntEnum StrEnum Flag IntFlag ReprEnum auto unique property member nonmember',
  dataclasses:
    'dataclass field Field FrozenInstanceError InitVar KW_ONLY MISSING fields asdict astuple make_dataclass replace is_dataclass',
};
