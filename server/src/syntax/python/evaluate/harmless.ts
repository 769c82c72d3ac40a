import { MODULE_NAMES } from './library-names';

/** Modules of which only reading and writing can fail, and nothing that they are given is changed. */
const MODULES = [
  'logging',
  'warnings',
  'pathlib',
  'datetime',
  'uuid',
  'platform',
  'getpass',
  'textwrap',
  'string',
  'typing_extensions',
];

/** Other names whose use is as harmless, by module. */
const NAMES: Readonly<Record<string, string>> = {
  os: 'name sep linesep path getcwd getpid getlogin curdir pathsep extsep cpu_count',
  'os.path':
    'join basename dirname abspath realpath exists isfile isdir normpath splitext split expanduser sep relpath isabs',
  sys: 'version_info version platform path modules argv executable maxsize stdout stderr prefix byteorder implementation getsizeof',
  time: 'time monotonic perf_counter strftime gmtime localtime time_ns',
  random: 'random randint seed choice uniform',
  functools: 'partial',
  operator: 'itemgetter attrgetter',
  threading: 'Lock RLock Event local',
  re: 'IGNORECASE MULTILINE DOTALL VERBOSE I M S X escape',
  dataclasses: 'MISSING KW_ONLY',
};

/** What may fail, of whatever object it is used. */
const RISKY =
  /(?:^|\.)(?:read\w*|write\w*|open|iterdir|stat|unlink|mkdir|rmdir|rename|touch|samefile|owner|strptime|fromisoformat|\w*Handler|relative_to|dictConfig|fileConfig)$/;

/** Whether something may go wrong when an object of this name is called. */
export function isRisky(name: string): boolean {
  return RISKY.test(name);
}

/** The names of a module of the library that stand for such objects. */
export function harmlessNames(module: string): readonly string[] {
  const names = MODULES.includes(module) ? MODULE_NAMES[module]?.split('|')[0] : NAMES[module];
  return names?.split(' ') ?? [];
}
