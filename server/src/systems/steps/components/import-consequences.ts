import { truncateName } from '../../../base/message-text';
import { fileName, folderOf, joinPath } from '../../../base/paths';
import type { Severity } from '../../../model/finding';
import type { Lookup } from '../../../model/lookup';
import { dotsBefore } from '../../../syntax/python/import-statements';
import { MODULE_IMPORTS_KEY } from '../keys';
import type { DeadImport } from './dead-imports';
import { dottedName, importSite } from './imported-modules';

/** What happens because an import fails, as the end of a sentence, and how grave that is. */
export interface ImportConsequence {
  readonly severity: Severity;
  readonly inWords: string;
}

/** What happens because an import raises `exception`. */
export function consequenceOf(
  dead: DeadImport,
  exception: 'ImportError' | 'ModuleNotFoundError',
  lookup: Lookup,
): ImportConsequence {
  const { run, guard } = dead.of;
  if (guard === 'any failure' || (guard === 'missing module' && exception === 'ModuleNotFoundError'))
    return {
      severity: 'hint',
      inWords: `this import raises ${exception} whenever it is run, and the code around it catches that`,
    };
  switch (run) {
    case 'type checking':
      return {
        severity: 'hint',
        inWords: 'only type checkers read this import, so nothing fails when the code is run',
      };
    case 'call':
      return { severity: 'warning', inWords: `the function raises ${exception} when it is called and gets here` };
    case 'condition':
      return { severity: 'warning', inWords: `importing this file raises ${exception} where this branch is taken` };
    case 'import':
      return { severity: 'error', inWords: failsInWords(dead.fact.file.path, exception, lookup) };
  }
}

function failsInWords(path: string, exception: string, lookup: Lookup): string {
  const top = importSite(path, lookup)?.top ?? '';
  if (fileName(path) === '__init__.py')
    return `importing anything of '${truncateName(dottedName(path, top))}' raises ${exception}`;
  const importers = importersOf(path, lookup);
  const [first, second] = importers;
  if (first === undefined) return `importing this file raises ${exception}`;
  const others =
    second === undefined
      ? ''
      : importers.length === 2
        ? ' and another file'
        : ` and ${importers.length - 1} other files`;
  return `importing this file raises ${exception}, and so does importing ${truncateName(first)}${others}`;
}

/** The files that import a file whenever they are imported, and catch nothing. */
function importersOf(path: string, lookup: Lookup): readonly string[] {
  const importers = lookup.remember('importers:', inner => {
    const found = new Map<string, Set<string>>();
    for (const { imports, file } of inner.providers(MODULE_IMPORTS_KEY))
      for (const { module, names, run, guard } of imports)
        if (run === 'import' && guard === undefined)
          for (const to of importedPaths(module, names, file.path)) {
            const known = found.get(to) ?? new Set();
            found.set(to, known.add(file.path));
          }
    return found;
  });
  return [...(importers.get(path.replace(/\.py$/, '')) ?? [])];
}

/** The paths, without their endings, of what an import leads to as far as the path of its file tells. */
function importedPaths(module: string, names: readonly string[], from: string): string[] {
  const level = dotsBefore(module);
  const parts = module.slice(level).replaceAll('.', '/');
  if (level === 0) {
    const first = parts.split('/', 1)[0] ?? '';
    const at = `/${from}`.indexOf(`/${first}/`);
    return at < 0 ? [] : [from.slice(0, at) + parts];
  }
  let folder = folderOf(from);
  for (let i = 1; i < level; i++) folder = folderOf(folder);
  return parts === '' ? names.map(name => joinPath(folder, name)) : [joinPath(folder, parts)];
}
