import { nameText } from '../literal';
import { Kind, NONE, childOfKind, children } from '../tree';
import { builtinClass } from './builtin-classes';
import { placeOf, type Frame, type ImportAnswer, type Interpreter } from './frames';
import { adopt } from './adopting';
import { harmlessAttribute, harmlessNames } from './harmless';
import { LIBRARY } from './library';
import { modulePresence, namePresence, namesOf } from './library-presence';
import { bind, changeable, entry, nameIn, newDict, reachOf, setEntry } from './mappings';
import { bindName } from './names';
import { doubtful, raise, unknown } from './outcomes';
import type { PyModule, PyValue, Unknown } from './values';

/** `import a.b, c as d` */
export function importModules(run: Interpreter, frame: Frame, node: number): void {
  for (const child of children(frame.tree, node)) {
    const [name = NONE, alias] = children(frame.tree, child);
    const module = nameText(frame.tree, name) ?? '';
    run.site = placeOf(frame, name);
    const value = moduleOf(run, module, 0);
    const [first = ''] = module.split('.');
    const bound = alias === undefined && first !== module ? moduleOf(run, first, 0) : value;
    const target = alias ?? name;
    const own = alias === undefined ? first : (nameText(frame.tree, alias) ?? '');
    bindName(run, frame, own, bound, placeOf(frame, target), placeOf(frame, child));
  }
}

/** A module, as far as it is known. */
export function moduleOf(run: Interpreter, module: string, level: number): PyValue {
  const answer = run.settings.imports({ module, level });
  if (answer !== undefined) return answered(run, module, answer);
  const known = run.modules.get(module);
  if (known !== undefined) return known;
  const presence = level === 0 ? modulePresence(module) : undefined;
  if (presence === 'never') return raise(run, 'ModuleNotFoundError', `No module named '${module}'`);
  if (presence !== 'always') return mayBeMissing(run, module);
  const value: PyModule = { kind: 'module', name: module, names: newDict(run) };
  run.modules.set(module, value);
  for (const [name, content] of LIBRARY.get(module) ?? []) bind(run, value.names, name, content, run.site, run.site);
  for (const name of harmlessNames(module)) {
    const content: Unknown = { ...unknown(run, `\`${module}.${name}\` is used`), ...harmlessAttribute(module, name) };
    if (nameIn(run, value.names, name) === undefined) bind(run, value.names, name, content, run.site, run.site);
  }
  if (module === 'os') bind(run, value.names, 'environ', environment(run), run.site, run.site);
  changeable(run, value.names).open = unknown(run, `\`${module}\` is used`);
  return value;
}

/** `os.environ`: nobody knows what is in it. */
function environment(run: Interpreter): PyValue {
  const dict = newDict(run);
  changeable(run, dict).open = unknown(run, 'an environment variable is read', { class: builtinClass('str') });
  return dict;
}

function mayBeMissing(run: Interpreter, module: string): Unknown {
  const reason = `\`${module}\` is imported, which may not be installed`;
  return doubtful(run, 'import', reason, { exception: builtinClass('ImportError') });
}

function answered(run: Interpreter, module: string, answer: ImportAnswer): PyValue {
  if ('raises' in answer) return raise(run, answer.raises, answer.message);
  if ('value' in answer) return adopt(run, answer.value);
  if ('doubt' in answer) return doubtful(run, 'import', answer.doubt, { exception: builtinClass('ImportError') });
  return unknown(run, `\`${module}\` is imported`);
}

/** `from module import a, b as c` */
export function importFrom(run: Interpreter, frame: Frame, node: number): void {
  const { tree } = frame;
  const from = childOfKind(tree, node, Kind.Name);
  const [, dots = '', module = ''] = /^(\.*)(?!\.)(.*)$/.exec(nameText(tree, from) ?? '') ?? [];
  for (const child of children(tree, node)) {
    if (tree.kind[child] !== Kind.ImportedName) continue;
    const [name = NONE, alias = name] = children(tree, child);
    const wanted = nameText(tree, name) ?? '';
    run.site = placeOf(frame, name === NONE ? node : name);
    if (wanted === '*') importAll(run, frame, module, dots.length);
    else {
      const value =
        module === '__future__' && dots === ''
          ? future(run, frame, wanted)
          : nameFrom(run, module, dots.length, wanted);
      bindName(run, frame, nameText(tree, alias) ?? '', value, placeOf(frame, alias), placeOf(frame, child));
    }
  }
}

function future(run: Interpreter, frame: Frame, name: string): PyValue {
  if (name === 'annotations') frame.shared.lazyAnnotations = true;
  return unknown(run, 'a feature of `__future__`');
}

function nameFrom(run: Interpreter, module: string, level: number, name: string): PyValue {
  const answer = run.settings.imports({ module, level, name });
  if (answer !== undefined) return answered(run, `${'.'.repeat(level)}${module}`, answer);
  const presence = level === 0 ? modulePresence(module) : undefined;
  if (presence === 'never') return raise(run, 'ModuleNotFoundError', `No module named '${module}'`);
  if (presence === undefined) return mayBeMissing(run, `${'.'.repeat(level)}${module}`);
  return nameOfLibrary(run, module, name);
}

function nameOfLibrary(run: Interpreter, module: string, name: string): PyValue {
  const from = moduleOf(run, module, 0);
  const known = typeof from === 'object' && from?.kind === 'module' ? nameIn(run, from.names, name) : undefined;
  if (known !== undefined) return known.value;
  const there = namePresence(module, name);
  if (there === 'never') return raise(run, 'ImportError', `cannot import name '${name}' from '${module}'`);
  if (there === 'unknown')
    return doubtful(run, 'import', `\`${name}\` of \`${module}\` depends on the version of Python`, {
      exception: builtinClass('ImportError'),
    });
  const isModule = modulePresence(`${module}.${name}`) === 'always';
  return isModule ? moduleOf(run, `${module}.${name}`, 0) : unknown(run, `\`${name}\` of \`${module}\` is used`);
}

/** A name that a module has, of which it is not known whether `*` is for it as well. */
function bindPerhaps(run: Interpreter, frame: Frame, name: string, value: PyValue): void {
  setEntry(run, frame.names, { ...entry(name, value, run.site, run.site), certain: false });
}

/** `from module import *`: names of a module that is not known may replace others. */
function importAll(run: Interpreter, frame: Frame, module: string, level: number): void {
  const answer = run.settings.imports({ module, level, name: '*' });
  if (answer !== undefined && 'raises' in answer) raise(run, answer.raises, answer.message);
  if (answer !== undefined && 'names' in answer) {
    for (const name of answer.perhaps ?? [])
      bindPerhaps(run, frame, name, unknown(run, `all of \`${module}\` is imported`));
    for (const [name, value] of answer.names) bindName(run, frame, name, adopt(run, value), run.site, run.site);
    return;
  }
  const presence = level === 0 ? modulePresence(module) : undefined;
  if (answer === undefined && presence === 'never') raise(run, 'ModuleNotFoundError', `No module named '${module}'`);
  const why =
    answer === undefined && presence !== 'always'
      ? mayBeMissing(run, module)
      : unknown(run, `all of \`${module}\` is imported`);
  const content = changeable(run, frame.names);
  const isKnown = presence === 'always' && answer === undefined;
  const known = isKnown ? (LIBRARY.get(module) ?? new Map<string, PyValue>()) : undefined;
  if (presence !== 'always' || answer !== undefined)
    for (const [key, bound] of content.entries)
      content.entries.set(key, { ...bound, value: { ...why, was: bound.value, reach: reachOf(bound.value) } });
  const listed = known === undefined ? undefined : namesOf(module);
  for (const name of listed ?? []) if (!name.startsWith('_')) bindPerhaps(run, frame, name, why);
  for (const [name, value] of known ?? []) bindName(run, frame, name, value, run.site, run.site);
  if (listed === undefined) changeable(run, frame.names).open = why;
}
