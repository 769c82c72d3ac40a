import { MODULE_NAMES } from './library-names';

/** Whether a module of the standard library, or one of its names, is there. */
export type Presence = 'always' | 'never' | 'unknown';

/** Whether the standard library has a module; nothing for modules of others. */
export function modulePresence(module: string): Presence | undefined {
  const names = MODULE_NAMES[module];
  if (names !== undefined) return names.startsWith('?') || SYSTEMS_ONLY.test(module) ? 'unknown' : 'always';
  const [first = ''] = module.split('.');
  if (MODULE_NAMES[first] === undefined || first === module) return undefined;
  return MODULE_NAMES[first].endsWith('*') || module.includes('._') ? 'unknown' : 'never';
}

/** Modules of the library that only some systems can import, or whose parts are left out where a library of the system is not there. */
const SYSTEMS_ONLY =
  /^(?:winreg|msvcrt|nt|winsound|msilib|_winapi|asyncio\.windows_\w+|encodings\.(?:mbcs|oem)|multiprocessing\.popen_\w+|fcntl|pwd|grp|termios|tty|pty|resource|syslog|posix|readline|curses(?:\.\w+)?|dbm\.(?:gnu|ndbm)|tkinter(?:\.\w+)?|turtle|spwd|nis|crypt|ossaudiodev)$/;

/** The names that a module of the standard library has on some system at least. Returns undefined where they are not all known. */
export function namesOf(module: string): readonly string[] | undefined {
  const names = MODULE_NAMES[module] ?? '*';
  return names.includes('*') ? undefined : names.replace(/^\?/, '').split(/[ |]/).filter(Boolean);
}

/** Whether `from module import name` finds the name. `os.path` is one of two modules. */
export function namePresence(module: string, name: string): Presence {
  if (module === 'os.path') return eitherWay(namePresence('posixpath', name), namePresence('ntpath', name));
  const names = MODULE_NAMES[module] ?? '*';
  const [always = '', sometimes = ''] = names.replace(/^\?/, '').split('|');
  if (always.split(' ').includes(name)) return names.startsWith('?') ? 'unknown' : 'always';
  return always === '*' || sometimes.split(' ').includes(name) || name.startsWith('_') ? 'unknown' : 'never';
}

function eitherWay(one: Presence, other: Presence): Presence {
  return one === other ? one : 'unknown';
}
