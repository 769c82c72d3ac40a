import {
  ABC_META,
  builtinClass,
  libraryClass,
  ownClass,
  PROTOCOL_META,
} from '../../../syntax/python/evaluate/builtin-classes';
import type { ImportAnswer, ImportRequest } from '../../../syntax/python/evaluate/frames';
import { harmlessAttribute } from '../../../syntax/python/evaluate/harmless';
import { LIBRARY } from '../../../syntax/python/evaluate/library';
import { modulePresence } from '../../../syntax/python/evaluate/library-presence';
import { className } from '../../../syntax/python/evaluate/kinds';
import { MODULE_NAMES } from '../../../syntax/python/evaluate/library-names';
import { bind, newDict } from '../../../syntax/python/evaluate/mappings';
import { native } from '../../../syntax/python/evaluate/objects';
import { raise, unknown } from '../../../syntax/python/evaluate/outcomes';
import type {
  NativeFunction,
  PyClass,
  PyDict,
  PyModule,
  PyObject,
  PyValue,
} from '../../../syntax/python/evaluate/values';
import { dataclass } from './dataclasses';
import { compilePattern, namedTuple } from './refused-calls';

/** What the packages that modules are written with give: pydantic, apcore, and the dataclasses of Python. */

const OBJECT = builtinClass('object');

/** `pydantic.BaseModel`. */
export const BASE_MODEL = ownClass(
  { metaclass: libraryClass('ModelMetaclass', ABC_META), hasLayout: true },
  'BaseModel',
  OBJECT,
);
const ROOT_MODEL = libraryClass('RootModel', BASE_MODEL);
/** `apcore.Module` is a protocol: it states attributes, and has a method `execute` that does nothing. */
export const MODULE_PROTOCOL = ownClass({ metaclass: PROTOCOL_META }, 'Module', OBJECT);
/** `apcore.ModuleAnnotations`. */
export const ANNOTATIONS = libraryClass('ModuleAnnotations', OBJECT);
/** `apcore.ModuleExample`. */
export const EXAMPLE = libraryClass('ModuleExample', OBJECT);

/** Names that pydantic 2 has in all of its versions. */
const PYDANTIC_NAMES = `
AfterValidator AliasChoices AliasGenerator AliasPath AllowInfNan AmqpDsn AnyHttpUrl AnyUrl AwareDatetime
Base64Bytes Base64Encoder Base64Str Base64UrlBytes Base64UrlStr BaseModel BeforeValidator ByteSize CockroachDsn
ConfigDict DirectoryPath Discriminator EmailStr EncodedBytes EncodedStr Field FieldSerializationInfo FilePath
FileUrl FiniteFloat FutureDate FutureDatetime GetCoreSchemaHandler GetJsonSchemaHandler GetPydanticSchema
HttpUrl IPvAnyAddress IPvAnyInterface IPvAnyNetwork ImportString InstanceOf Json KafkaDsn MariaDBDsn
ModelWrapValidatorHandler MongoDsn MySQLDsn NaiveDatetime NameEmail NegativeFloat NegativeInt NewPath
NonNegativeFloat NonNegativeInt NonPositiveFloat NonPositiveInt PastDate PastDatetime PaymentCardNumber
PlainSerializer PlainValidator PositiveFloat PositiveInt PostgresDsn PrivateAttr PydanticDeprecatedSince20
PydanticDeprecationWarning PydanticErrorCodes PydanticImportError PydanticInvalidForJsonSchema
PydanticSchemaGenerationError PydanticUndefinedAnnotation PydanticUserError RedisDsn RootModel Secret
SecretBytes SecretStr SerializationInfo SerializeAsAny SerializerFunctionWrapHandler SkipValidation Strict
StrictBool StrictBytes StrictFloat StrictInt StrictStr StringConstraints Tag TypeAdapter UUID1 UUID3 UUID4 UUID5
UrlConstraints VERSION ValidationError ValidationInfo ValidatorFunctionWrapHandler WithJsonSchema WrapSerializer
WrapValidator __version__ computed_field conbytes condate condecimal confloat confrozenset conint conlist conset
constr create_model dataclasses field_serializer field_validator model_serializer model_validator parse_obj_as
root_validator schema_json_of schema_of validate_call validate_email validator with_config`;

/** Names that pydantic has in some of its versions. */
const LATER_PYDANTIC_NAMES =
  'AnyWebsocketUrl ClickHouseDsn FailFast FtpUrl JsonValue NatsDsn OnErrorOmit SnowflakeDsn SocketPath UUID6 UUID7 UUID8 WebsocketUrl';

/** Names of modules of pydantic that are not names of the package as well. */
const NAMES_OF_MODULES: Readonly<Record<string, string>> = {
  'pydantic.alias_generators': 'to_camel to_pascal to_snake',
  'pydantic.json_schema': 'Examples GenerateJsonSchema JsonSchemaMode JsonSchemaValue SkipJsonSchema model_json_schema',
  'pydantic.fields': 'FieldInfo ModelPrivateAttr',
  'pydantic.dataclasses': 'rebuild_dataclass',
};

const APCORE_NAMES = `
A2ASubscriber ACL ACLDeniedError ACLRule ACLRuleError APCore AfterMiddleware AlwaysDenyHandler ApCoreEvent
ApprovalDeniedError ApprovalError ApprovalHandler ApprovalPendingError ApprovalRequest ApprovalResult
ApprovalTimeoutError AsyncTaskManager AuditEntry AutoApproveHandler BaseStep BeforeMiddleware
BindingCallableNotFoundError BindingFileInvalidError BindingInvalidTargetError BindingLoader
BindingModuleNotFoundError BindingNotCallableError BindingPolicyViolationError BindingSchemaInferenceFailedError
BindingSchemaMissingError BindingSchemaModeConflictError BindingStrictSchemaIncompatibleError BuiltinACLCheck
BuiltinApprovalGate BuiltinCallChainGuard BuiltinContextCreation BuiltinExecute BuiltinInputValidation
BuiltinMiddlewareAfter BuiltinMiddlewareBefore BuiltinModuleLookup BuiltinOutputValidation BuiltinReturnResult
CallDepthExceededError CallFrequencyExceededError CallbackApprovalHandler CancelToken CircularCallError
CircularDependencyError Config ConfigBindError ConfigEnvMapConflictError ConfigEnvPrefixConflictError
ConfigError ConfigMountError ConfigNamespaceDuplicateError ConfigNamespaceReservedError ConfigNotFoundError
ConflictResult ConflictSeverity ConflictType Context ContextFactory ContextKey ContextLogger DEFAULT_ANNOTATIONS
DEFAULT_MAX_CALL_DEPTH DEFAULT_MAX_MODULE_REPEAT DependencyInfo DependencyNotFoundError
DependencyVersionMismatchError DiscoveredModule Discoverer ErrorCodeCollisionError ErrorCodeRegistry ErrorCodes
ErrorEntry ErrorFormatter ErrorFormatterDuplicateError ErrorFormatterRegistry ErrorHistory
ErrorHistoryMiddleware EventEmitter EventSubscriber ExecutionCancelledError ExecutionStrategy Executor
ExportProfile ExtensionManager ExtensionPoint FRAMEWORK_ERROR_CODE_PREFIXES FuncMissingReturnTypeError
FuncMissingTypeHintError FunctionModule HealthModule HealthSummaryModule Identity InMemoryExporter InternalError
InvalidInputError LOGGING_START LoggingMiddleware METRICS_STARTS METRIC_CALLS_TOTAL METRIC_DURATION_SECONDS
ManifestFullModule ManifestModule MetricsCollector MetricsMiddleware Middleware MiddlewareChainError
MiddlewareManager Module ModuleAnnotations ModuleDescriptor ModuleDisabledError ModuleError ModuleExample
ModuleExecuteError ModuleLoadError ModuleNotFoundError ModuleTimeoutError ModuleValidator OTLPExporter
ObsLoggingMiddleware PipelineAbortError PipelineContext PipelineEngine PipelineTrace PlatformNotifyMiddleware
PreflightCheckResult PreflightResult REDACTED_OUTPUT REDACTED_VALUE RETRY_COUNT_BASE RefResolver Registry
ReloadFailedError ReloadModule RetryConfig RetryMiddleware SchemaCircularRefError SchemaExporter SchemaLoader
SchemaNotFoundError SchemaParseError SchemaStrategy SchemaValidationError SchemaValidator Span SpanExporter
StdoutExporter Step StepNameDuplicateError StepNotFoundError StepNotRemovableError StepNotReplaceableError
StepResult StepTrace StrategyInfo StrategyNotFoundError SysModulesContext TRACING_SAMPLED TRACING_SPANS TaskInfo
TaskLimitExceededError TaskStatus ToggleFeatureModule ToggleState TraceContext TraceParent TracingMiddleware
UpdateConfigModule UsageCollector UsageMiddleware UsageModule UsageSummaryModule ValidationResult
VersionConstraintError VersionIncompatibleError WebhookSubscriber build_internal_strategy build_minimal_strategy
build_performance_strategy build_standard_strategy build_strategy_from_config build_testing_strategy
calculate_specificity call call_async classify_health_status close create_span describe detect_id_conflicts
disable discover discover_config_file enable guard_call_chain list_modules match_pattern module
negotiate_version normalize_to_canonical_id off on propagate_error redact_sensitive register register_step_type
register_sys_modules registered_step_types remove stream to_strict_schema unregister_step_type use use_after
use_before validate`;

const PYDANTIC_MODULES =
  'alias_generators aliases annotated_handlers config dataclasses errors fields functional_serializers functional_validators json_schema main networks root_model type_adapter types validate_call_decorator version warnings';

const APCORE_MODULES =
  'acl approval bindings cancel client config context decorator errors events executor extensions middleware module observability registry schema trace_context utils version';

/** A call that is known to succeed, with a result of which nothing is known. */
function opaque(name: string): PyValue {
  return native(name, run => unknown(run, `\`${name}()\` is called`, { class: OBJECT }));
}

/** A decorator with arguments that leaves a method where it is. */
function decorating(name: string): PyValue {
  return native(name, (_, { positional: [first] }) =>
    typeof first?.value === 'object' && first.value?.kind === 'function'
      ? first.value
      : native(name, (__, inner) => inner.positional[0]?.value ?? null),
  );
}

/** A class that `create_model` makes is one by itself. */
const createModel: NativeFunction = (run, { positional: [name] }) => {
  const title = typeof name?.value === 'string' ? name.value : 'Model';
  return title === '' ? unknown(run, '`create_model()` is called') : libraryClass(title, BASE_MODEL);
};

/** Makes an object of a class of apcore: what is no field of it raises TypeError. */
function record(name: string, type: PyClass, fields: readonly string[], needed: readonly string[] = []): PyValue {
  return native(name, (run, { positional, named, open }) => {
    const strange = [...named.keys()].find(key => !fields.includes(key));
    if (strange !== undefined)
      raise(run, 'TypeError', `${name}.__init__() got an unexpected keyword argument '${strange}'`);
    const missing = needed.find((field, i) => !named.has(field) && positional.length <= i);
    if (missing !== undefined && open === undefined)
      raise(run, 'TypeError', `${name}.__init__() missing 1 required positional argument: '${missing}'`);
    const ttl = named.get('cache_ttl')?.value;
    if (ttl === null || typeof ttl === 'string' || isContainer(ttl))
      raise(run, 'TypeError', `'<' not supported between instances of '${className(ttl)}' and 'int'`);
    const extra = named.get('extra')?.value;
    if (extra === null || typeof extra === 'bigint' || typeof extra === 'boolean')
      raise(
        run,
        'TypeError',
        `'${extra === null ? 'NoneType' : typeof extra === 'boolean' ? 'bool' : 'int'}' object is not iterable`,
      );
    if (open !== undefined) return unknown(run, open.reason, { class: type });
    const names = newDict(run);
    const given = [...named, ...positional.map((argument, i) => [fields[i] ?? '', argument] as const)];
    for (const [field, { value, at }] of given) bind(run, names, field, value, at, at);
    return { kind: 'instance', class: type, names };
  });
}

function isContainer(value: PyValue | undefined): value is PyObject {
  return typeof value === 'object' && value !== null && ['list', 'tuple', 'dict', 'set', 'bytes'].includes(value.kind);
}

const ANNOTATION_FIELDS =
  'readonly destructive idempotent requires_approval open_world streaming cacheable cache_ttl cache_key_fields paginated pagination_style extra';

/** Names of pydantic that are evaluated; of all others it is known that they are there. */
const PYDANTIC: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ['BaseModel', BASE_MODEL],
  ['RootModel', ROOT_MODEL],
  ['create_model', native('create_model', createModel)],
  ...[
    'Field',
    'ConfigDict',
    'PrivateAttr',
    'StringConstraints',
    'AfterValidator',
    'BeforeValidator',
    'PlainValidator',
  ].map(name => [name, opaque(name)] as const),
  ...['WrapValidator', 'PlainSerializer', 'WrapSerializer', 'Discriminator', 'Tag', 'AliasChoices', 'AliasPath'].map(
    name => [name, opaque(name)] as const,
  ),
  ...[
    'AliasGenerator',
    'Strict',
    'WithJsonSchema',
    'conint',
    'confloat',
    'constr',
    'conlist',
    'conset',
    'condecimal',
  ].map(name => [name, opaque(name)] as const),
  ...['field_validator', 'model_validator', 'field_serializer', 'model_serializer', 'computed_field', 'validator'].map(
    name => [name, decorating(name)] as const,
  ),
]);

const APCORE: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ['Module', MODULE_PROTOCOL],
  ['ModuleAnnotations', record('ModuleAnnotations', ANNOTATIONS, ANNOTATION_FIELDS.split(' '))],
  ['ModuleExample', record('ModuleExample', EXAMPLE, ['title', 'inputs', 'output', 'description'], ['title'])],
]);

const DATACLASSES: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ['dataclass', native('dataclass', dataclass)],
  ['field', opaque('field')],
]);

/** A class stays what it is. */
const PYDANTIC_DATACLASS: PyValue = native('dataclass', (_, { positional: [first] }) =>
  first === undefined ? native('dataclass', (__, inner) => inner.positional[0]?.value ?? null) : first.value,
);

interface Package {
  readonly names: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, PyValue>;
  /** Names that not every version has. */
  readonly later: readonly string[];
}

const PACKAGES: ReadonlyMap<string, Package> = new Map([
  ['pydantic', packageOf(PYDANTIC_NAMES, PYDANTIC_MODULES, PYDANTIC, LATER_PYDANTIC_NAMES.split(' '))],
  ['apcore', packageOf(APCORE_NAMES, APCORE_MODULES, APCORE)],
]);

function packageOf(
  names: string,
  modules: string,
  values: ReadonlyMap<string, PyValue>,
  later: readonly string[] = [],
): Package {
  const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));
  return { names: words(names), modules: words(modules), values, later };
}

/** What an import of one of these packages gives. Returns undefined for other modules, and for names that not every version has. */
export function importFromPackages({ module, level, name }: ImportRequest): ImportAnswer | undefined {
  if (level > 0) return undefined;
  if (module === 'dataclasses')
    return name === undefined ? moduleAnswer(module, DATACLASSES) : answerOf(DATACLASSES.get(name));
  if (COMPANIONS_OF_PYDANTIC.has(module)) return companionAnswer(name);
  const answer = name === '*' || PACKAGES.has(module) ? undefined : importFromLibrary(module, name);
  if (answer !== undefined) return answer;
  const [first = '', second, ...rest] = module.split('.');
  const known = PACKAGES.get(first);
  if (known === undefined) return undefined;
  if (name === '*') return second === undefined ? allNames(known) : undefined;
  if (second === undefined) {
    if (name === undefined) return moduleAnswer(module, known.values);
    return (
      answerOf(known.values.get(name)) ??
      (known.names.has(name) || known.modules.has(name) ? { exists: true } : undefined)
    );
  }
  if (!known.modules.has(second)) return undefined;
  if (name === undefined) return rest.length === 0 ? moduleAnswer(module, known.values) : { exists: true };
  const dotted = `${first}.${second}`;
  if (dotted === 'pydantic.dataclasses' && name === 'dataclass') return answerOf(PYDANTIC_DATACLASS);
  const isThere = known.names.has(name) || NAMES_OF_MODULES[dotted]?.split(' ').includes(name) === true;
  return answerOf(known.values.get(name)) ?? (isThere ? { exists: true } : undefined);
}

/** Packages that pydantic cannot be without. */
const COMPANIONS_OF_PYDANTIC = new Set(['typing_extensions', 'annotated_types', 'pydantic_core']);

/** `typing_extensions` has all that `typing` has. */
function companionAnswer(name: string | undefined): ImportAnswer | undefined {
  if (name === '*') return undefined;
  return answerOf(name === undefined ? undefined : LIBRARY.get('typing')?.get(name)) ?? { exists: true };
}

/** A module of Python's library with all names that it has everywhere, or a name that only few systems lack. */
function importFromLibrary(module: string, name: string | undefined): ImportAnswer | undefined {
  if (modulePresence(module) !== 'always') return undefined;
  const common = COMMON.get(module);
  if (name !== undefined) {
    const made = constructed(module, name);
    if (made !== undefined) return { value: made };
    return common?.has(name) === true ? (answerOf(LIBRARY.get(module)?.get(name)) ?? { exists: true }) : undefined;
  }
  const names = (MODULE_NAMES[module] ?? '').split('|', 1)[0]?.split(' ') ?? [];
  const all = new Set([...names, ...(common ?? [])].filter(each => /^\w+$/.test(each)));
  if (all.size === 0) return undefined;
  const values = [...all].map(each => [each, libraryValue(module, each)] as const);
  return moduleAnswer(module, new Map(values));
}

function libraryValue(module: string, name: string): PyValue {
  const known = LIBRARY.get(module)?.get(name);
  if (known !== undefined) return known;
  const made = constructed(module, name);
  if (made !== undefined) return made;
  return { kind: 'unknown', reason: `\`${module}.${name}\` is used`, at: NOWHERE, ...harmlessAttribute(module, name) };
}

const NOWHERE = { source: '', span: { start: 0, end: 0 } };

/** Classes of the library that texts make constants of, and functions that are called while a file is imported. */
const CONSTRUCTED: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ...(
    'datetime.date datetime.datetime datetime.time datetime.timedelta datetime.timezone decimal.Decimal fractions.Fraction ' +
    'uuid.UUID pathlib.Path pathlib.PurePath collections.deque collections.Counter'
  )
    .split(' ')
    .map(path => [path, libraryClass(path.slice(path.indexOf('.') + 1), OBJECT)] as const),
  ...'uuid.uuid4 logging.getLogger threading.Lock threading.RLock functools.partial'
    .split(' ')
    .map(path => [path, opaque(path.slice(path.indexOf('.') + 1))] as const),
  ['re.compile', native('compile', compilePattern)],
  ['collections.namedtuple', native('namedtuple', namedTuple)],
]);

function constructed(module: string, name: string): PyValue | undefined {
  return CONSTRUCTED.get(`${module}.${name}`);
}

/** Whether a doubt is about nothing but making a constant of one of these classes. */
export function isConstruction(reason: string): boolean {
  const name = /^`(?:\w+\.)*(\w+)\(\)` is called$/.exec(reason)?.[1];
  return name !== undefined && [...CONSTRUCTED.values()].some(value => isClassNamed(value, name));
}

function isClassNamed(value: PyValue, name: string): boolean {
  return typeof value === 'object' && value?.kind === 'class' && value.name === name;
}

/** Names of modules whose others depend on the platform; and those that came with Python 3.11, which apcore needs itself. */
const COMMON: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    threading:
      'Thread Lock RLock Event Condition Semaphore BoundedSemaphore Timer Barrier local current_thread main_thread get_ident',
    asyncio:
      'run gather sleep create_task Task Future Queue Event Lock Semaphore wait_for wait get_event_loop new_event_loop to_thread TimeoutError CancelledError iscoroutinefunction as_completed shield',
    os: 'environ getenv path sep getcwd listdir makedirs mkdir remove rename walk urandom linesep name PathLike fspath',
    'os.path': 'join exists isfile isdir dirname basename abspath splitext expanduser',
    sys: 'argv path modules version version_info platform stdin stdout stderr exit executable maxsize getsizeof exc_info',
    subprocess: 'run Popen PIPE STDOUT DEVNULL CalledProcessError TimeoutExpired check_output check_call call',
    time: 'time sleep monotonic perf_counter strftime gmtime localtime process_time',
    socket: 'socket AF_INET SOCK_STREAM gethostname timeout error',
    multiprocessing: 'Process Queue Pool Lock Event cpu_count Manager',
    logging: 'getLogger Logger Handler Filter Formatter LogRecord INFO DEBUG WARNING ERROR basicConfig StreamHandler',
    enum: 'StrEnum ReprEnum EnumCheck FlagBoundary verify member nonmember property global_enum',
    typing:
      'Self Never LiteralString Required NotRequired TypeVarTuple Unpack assert_never assert_type reveal_type dataclass_transform',
    datetime: 'UTC',
    math: 'pi e sqrt floor ceil log exp inf nan sin cos tan isclose',
  }).map(([module, names]) => [module, new Set(names.split(' '))]),
);

/** `from package import *` */
function allNames({ names, values, later }: Package): ImportAnswer {
  const unknownName = (name: string): PyValue => ({ kind: 'unknown', reason: `\`${name}\` is used`, at: NOWHERE });
  return { names: new Map([...names].map(name => [name, values.get(name) ?? unknownName(name)])), perhaps: later };
}

function answerOf(value: PyValue | undefined): ImportAnswer | undefined {
  return value === undefined ? undefined : { value };
}

/** The module itself: of what is not evaluated, nothing is known. */
function moduleAnswer(name: string, values: ReadonlyMap<string, PyValue>): ImportAnswer {
  const at = { source: name, span: { start: 0, end: 0 } };
  const entries = new Map(
    [...values].map(([key, value]) => [`s:${key}`, { key, value, keyAt: at, valueAt: at, certain: true }] as const),
  );
  const open = { kind: 'unknown', reason: `\`${name}\` is used`, at } as const;
  const names: PyDict = { kind: 'dict', content: { entries, open }, epoch: 0 };
  const value: PyModule = { kind: 'module', name, names };
  return { value };
}
