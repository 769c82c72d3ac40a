import ignore from 'ignore';
import { EXCLUDED_FOLDER_NAMES } from '../../../base/excluded-folders';
import { memoizePerObject } from '../../../base/memoize-per-object';
import { fileName, folderOf, isBelow, joinPath, pathBelow } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import { isLink } from '../../../model/link';
import { unseenAt } from '../../../model/unseen';
import { dotsBefore } from '../../../syntax/python/import-statements';
import { coreOf } from '../define/core';
import { isModuleNames, type IgnoreFact, type ModuleNamesFact } from '../facts';
import { IGNORES_KEY, MODULE_MAKERS_KEY } from '../keys';
import { workspaceFolder } from '../layout';

/** Where an import leads among the files of its package. */
export type ImportedModule =
  /** `path` is that of the file, or of the folder of a package without an `__init__.py`. */
  | { readonly status: 'found'; readonly path: string; readonly is: ModuleForm }
  /** `module` is the dotted name of what there is none of; of several parts that are missing, up to the first. */
  | { readonly status: 'missing'; readonly module: string }
  /** The dots lead out of the package `from`. */
  | { readonly status: 'beyond'; readonly from: string }
  | { readonly status: 'cannot tell' };

/** A `folder` is a package without an `__init__.py`. */
export type ModuleForm = 'module' | 'package' | 'folder';

const CANNOT_TELL: ImportedModule = { status: 'cannot tell' };

/** Who imports: a file, and the folder of the package that it belongs to. */
export interface ImportSite {
  readonly path: string;
  readonly top: string;
}

/**
 * Finds the module (with leading dots, as written) that a file imports, by the paths of the repository and as CPython's import
 * system does (reference, “The import system”).
 */
export function importedModule(module: string, { path, top }: ImportSite, lookup: Lookup): ImportedModule {
  const level = dotsBefore(module);
  const parts = level === module.length ? [] : module.slice(level).split('.');
  if (level === 0) return ofCore(parts, lookup);
  let folder = folderOf(path);
  for (let i = 1; i < level; i++) {
    if (folder === top) return beyond(top, joinPath(ancestor(top, level - i), parts.join('/')), lookup);
    folder = folderOf(folder);
  }
  return below(folder, parts, top, lookup);
}

/**
 * Where the imports of a file are judged: in the core package, or in that of a developer workspace. The package must have an
 * `__init__.py`, since another one may have parts elsewhere.
 */
export function importSite(path: string, lookup: Lookup): ImportSite | undefined {
  const core = coreOf(lookup);
  if (core === undefined) return undefined;
  const workspace = workspaceFolder(path);
  const top = workspace === undefined ? core.package : joinPath(workspace, 'src/cursus_dev');
  if (top === '' || !isBelow(path, top) || !isPlainPath(folderOf(path), top)) return undefined;
  return lookup.hasFile(`${top}/__init__.py`) ? { path, top } : undefined;
}

/** An absolute name can be told only if it begins with the core package: that of a workspace may be in several of them. */
function ofCore(parts: readonly string[], lookup: Lookup): ImportedModule {
  const top = coreOf(lookup)?.package ?? '';
  if (parts[0] !== fileName(top) || !lookup.hasFile(`${top}/__init__.py`)) return CANNOT_TELL;
  return below(top, parts.slice(1), top, lookup);
}

/** A folder that no import leads to holds programs, whose imports are relative to nothing. */
function isPlainPath(folder: string, top: string): boolean {
  return folder
    .slice(top.length)
    .split('/')
    .every(part => /^[\p{L}\p{N}_]*$/u.test(part));
}

function ancestor(folder: string, levels: number): string {
  let at = folder;
  for (let i = 0; i < levels; i++) at = folderOf(at);
  return at;
}

/** What lies there can be imported where the folder above the package is a package, too. */
function beyond(top: string, path: string, lookup: Lookup): ImportedModule {
  const mayBe = lookup.hasFile(`${path}.py`) || lookup.hasFolder(path) || unseenAt(path, lookup) !== undefined;
  return mayBe ? CANNOT_TELL : { status: 'beyond', from: fileName(top) };
}

function below(start: string, parts: readonly string[], top: string, lookup: Lookup): ImportedModule {
  let folder = start;
  let is: ModuleForm = parts.length > 0 ? 'folder' : (formOf(start, lookup) ?? 'folder');
  for (const part of parts) {
    const path = joinPath(folder, part);
    const found = is === 'module' ? undefined : formOf(path, lookup);
    if (found === undefined)
      return mayBeThere(path, lookup) ? CANNOT_TELL : { status: 'missing', module: dottedName(path, top) };
    is = found;
    folder = path;
  }
  return { status: 'found', path: fileOf(folder, is), is };
}

/** A package wins over a module of its name, and that over a folder. */
function formOf(path: string, lookup: Lookup): ModuleForm | undefined {
  if (lookup.hasFile(`${path}/__init__.py`)) return 'package';
  if (lookup.hasFile(`${path}.py`)) return 'module';
  return lookup.hasFolder(path) ? 'folder' : undefined;
}

function fileOf(path: string, is: ModuleForm): string {
  return is === 'folder' ? path : is === 'package' ? `${path}/__init__.py` : `${path}.py`;
}

/** `src/cursus/steps/x.py` → `cursus.steps.x`, for the package `src/cursus`. */
export function dottedName(path: string, top: string): string {
  const from = folderOf(top);
  const below = from === '' ? path : path.slice(from.length + 1);
  return below.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}

/** Whether a module may be at a path after all: in a form that is not read, out of sight, or made by code. */
function mayBeThere(path: string, lookup: Lookup): boolean {
  const [folder, name] = [folderOf(path), fileName(path)];
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || GENERATED.test(name)) return true;
  if (EXCLUDED_FOLDER_NAMES.has(name) || isIgnoredByGit([`${path}.py`, `${path}/`], lookup)) return true;
  if (unseenAt(path, lookup) !== undefined || lookup.hasFile(path)) return true;
  if (lookup.file(path)?.facts.some(isLink) === true) return true;
  if (lookup.entries(folder).some(entry => entry.startsWith(`${name}.`) && !NO_MODULE.test(entry))) return true;
  if (namesFactOf(joinPath(folder, '__init__.py'), lookup)?.ownPath === true) return true;
  return lookup.providers(MODULE_MAKERS_KEY).some(({ made = [] }) => made.includes(name));
}

/** Modules that tools write when a package is built. */
const GENERATED = /^_*version_*$|_pb2(?:_grpc)?$|^_generated|_generated$/i;

/** Files beside modules that are none. From others, such as `x.pyx` or `x.c`, a module may be built. */
const NO_MODULE =
  /\.(?:md|rst|txt|ya?ml|json|toml|cfg|ini|csv|ipynb|html|log|bak|j2|sh|xml|diff|patch|orig|rej|example|template)$/i;

/** What a file says of its names; undefined for one that is damaged, not read, or no Python. */
export function namesFactOf(path: string, lookup: Lookup): ModuleNamesFact | undefined {
  const file = lookup.file(path);
  return file === undefined || file.incomplete ? undefined : file.facts.find(isModuleNames);
}

/** Whether a file that is not a module is at a path, or may be there out of sight. */
export function mayBeAt(path: string, lookup: Lookup): boolean {
  if (lookup.hasFile(path) || unseenAt(path, lookup) !== undefined || isIgnoredByGit([path], lookup)) return true;
  return path.split('/').some(name => EXCLUDED_FOLDER_NAMES.has(name));
}

/** Whether a `.gitignore` names one of these paths (with `/` at the end of a folder's), so that it may be there all the same. */
function isIgnoredByGit(paths: readonly string[], lookup: Lookup): boolean {
  return lookup.providers(IGNORES_KEY).some(fact =>
    paths.some(path => {
      const below = pathBelow(folderOf(fact.file.path), path);
      return below !== undefined && below !== '' && rulesOf(fact).ignores(below);
    }),
  );
}

/** Long lines and several `**` take time that grows faster than their length, and the file may be hostile: such lines are passed over. */
const rulesOf = memoizePerObject(({ text }: IgnoreFact) =>
  ignore({ allowRelativePaths: true }).add(
    text.split(/\r?\n/).filter(line => line.length <= 1000 && line.split('**').length <= 3),
  ),
);
