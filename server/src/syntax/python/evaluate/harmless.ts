import { builtinClass, isSubclass } from './builtin-classes';
import { classOf } from './kinds';
import type { Arguments, PyClass, PyValue } from './values';

/**
 * What can be done with things of the library that are not looked into, and does not fail: a line each, `names = result` of values,
 * `names (parameters) result` of functions. Names begin with a module, or with the type of an object, which is written with a
 * capital. A parameter is a list of kinds (`str|Path`) or of texts (`"ignore"`), with `?` if it may be left out, with `*` as often as
 * it comes; `name=kind` may be given by name. Whatever is not among these may fail.
 */
const USES = `
os.name os.sep os.linesep os.curdir os.pathsep os.extsep = str
os.getcwd () str
os.getpid () int
os.cpu_count () any
os.path.join (str|Path str|Path*) str
os.path.basename os.path.dirname os.path.abspath os.path.realpath os.path.normpath os.path.expanduser (str|Path) str
os.path.exists os.path.isfile os.path.isdir os.path.isabs (str|Path) bool
os.path.sep = str
sys.platform sys.version sys.executable sys.prefix sys.byteorder = str
sys.maxsize = int
sys.version_info.major sys.version_info.minor sys.version_info.micro = int
sys.path.append (str) None
sys.path.insert (int str) None
sys.getsizeof (any) int
time.time time.monotonic time.perf_counter () float
time.time_ns () int
time.strftime (str) str
datetime.timezone.utc = Zone
datetime.datetime.now (Zone?) Moment
datetime.datetime.utcnow datetime.datetime.today () Moment
datetime.date.today Moment.date () Day
Moment.isoformat Day.isoformat () str
Moment.strftime Day.strftime (str) str
Moment.timestamp () float
Moment.year Moment.month Moment.day Moment.hour Moment.minute Moment.second Day.year Day.month Day.day = int
pathlib.Path (str|Path*) Path
pathlib.Path.cwd Path.resolve Path.absolute () Path
Path.parent = Path
Path.name Path.stem Path.suffix = str
Path.joinpath (str|Path*) Path
Path.as_posix () str
Path.exists Path.is_file Path.is_dir () bool
uuid.uuid1 uuid.uuid4 () Uuid
Uuid.hex = str
Uuid.int = int
platform.system platform.node platform.machine platform.release platform.python_version platform.platform () str
random.random () float
random.uniform (int|float int|float) float
random.seed (int|float|str) None
warnings.warn (str Warning? category=Warning stacklevel=int) None
warnings.filterwarnings warnings.simplefilter ("ignore" category=Warning) None
logging.getLogger (str|None?) Logger
logging.NullHandler () Handler
logging.DEBUG logging.INFO logging.WARNING logging.ERROR logging.CRITICAL = int
logging.debug logging.info logging.warning logging.error logging.critical (any any* exc_info=any) None
Logger.debug Logger.info Logger.warning Logger.error Logger.critical Logger.exception (any any* exc_info=any) None
Logger.setLevel (int|"DEBUG"|"INFO"|"WARNING"|"ERROR"|"CRITICAL") None
Logger.addHandler (Handler) None
Logger.name = str
textwrap.dedent string.capwords re.escape (str) str
textwrap.indent (str str) str
string.ascii_letters string.ascii_lowercase string.ascii_uppercase string.digits string.hexdigits string.punctuation = str
threading.Lock threading.RLock threading.Event threading.local () Lock
`;

interface Use {
  /** Undefined of a value that is no function. */
  readonly parameters?: readonly Parameter[];
  readonly result: string;
}

interface Parameter {
  /** The keyword of a parameter that is given by name. */
  readonly name?: string;
  readonly kinds: readonly string[];
  readonly occurs: '' | '?' | '*';
}

const KNOWN: ReadonlyMap<string, Use> = new Map(USES.trim().split('\n').flatMap(usesOf));

function usesOf(line: string): [string, Use][] {
  const open = line.indexOf('(');
  const close = line.indexOf(')');
  const [names = '', result = ''] = open < 0 ? line.split(' = ') : [line.slice(0, open), line.slice(close + 1).trim()];
  const words = line
    .slice(open + 1, close)
    .split(' ')
    .filter(Boolean);
  const use = open < 0 ? { result } : { result, parameters: words.map(parameterOf) };
  return names
    .trim()
    .split(' ')
    .map(name => [name, use]);
}

function parameterOf(word: string): Parameter {
  const equals = word.indexOf('=');
  const last = word.at(-1);
  const occurs = last === '?' || last === '*' ? last : '';
  const kinds = word.slice(equals + 1, word.length - occurs.length).split('|');
  return { kinds, occurs, ...(equals < 0 ? {} : { name: word.slice(0, equals) }) };
}

/** What a known use gives: of a class of Python, or an object with a kind of its own. */
export interface Given {
  readonly class?: PyClass;
  readonly harmless?: string;
}

/** The value of `thing.name`; nothing where reading it may fail. */
export function harmlessAttribute(thing: string, name: string): Given | undefined {
  const path = `${thing}.${name}`;
  const use = KNOWN.get(path);
  if (use !== undefined && use.parameters === undefined) return given(use.result);
  return use !== undefined || hasMore(path) ? { harmless: path } : undefined;
}

/** The value of calling a thing; nothing where the call may fail with these arguments. */
export function harmlessCall(thing: string, args: Arguments): Given | undefined {
  const use = KNOWN.get(thing);
  return use?.parameters !== undefined && accepts(use.parameters, args) ? given(use.result) : undefined;
}

/** The names of a module of the library that stand for such things. */
export function harmlessNames(module: string): readonly string[] {
  const start = `${module}.`;
  const below = [...KNOWN.keys()].filter(path => path.startsWith(start));
  const names = below.map(path => path.slice(start.length).split('.')[0] ?? '');
  return [...new Set(names)];
}

function hasMore(path: string): boolean {
  return [...KNOWN.keys()].some(known => known.startsWith(`${path}.`));
}

function given(result: string): Given {
  if (result === 'any' || result === 'None') return {};
  const isOwnKind = result.toLowerCase() !== result;
  return isOwnKind ? { harmless: result } : { class: builtinClass(result) };
}

function accepts(parameters: readonly Parameter[], { positional, named, open }: Arguments): boolean {
  if (open !== undefined) return false;
  const kindsOf = (name: string): readonly string[] => parameters.find(one => one.name === name)?.kinds ?? [];
  for (const [name, { value }] of named) if (!isOfKind(value, kindsOf(name))) return false;
  const values = positional.map(({ value }) => value);
  for (const { name, kinds, occurs } of parameters) {
    if (name !== undefined) continue;
    if (occurs === '*') while (values.length > 0 && isOfKind(values[0] ?? null, kinds)) values.shift();
    else if (values.length > 0 && isOfKind(values[0] ?? null, kinds)) values.shift();
    else if (occurs === '') return false;
  }
  return values.length === 0;
}

function isOfKind(value: PyValue, kinds: readonly string[]): boolean {
  if (kinds.includes('any')) return true;
  if (value === null) return kinds.includes('None');
  if (typeof value === 'object' && value.kind === 'class')
    return kinds.includes('Warning') && isSubclass(value, builtinClass('Warning'));
  if (typeof value === 'object' && value.kind === 'unknown' && value.harmless !== undefined)
    return kinds.includes(value.harmless);
  if (typeof value === 'string' && kinds.includes(JSON.stringify(value))) return true;
  const type = typeof value === 'object' && value.kind !== 'unknown' ? undefined : classOf(value);
  return type !== undefined && kinds.includes(type.name);
}
