import { groupBy } from '../../../base/collections';
import { fileName, folderOf } from '../../../base/paths';
import type { FactFile } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { stepSettings } from '../settings';
import { unseenAnywhere } from '../../../model/unseen';
import { headerOf, isStep, type RegistryHeader, type StepEntry } from '../facts';
import { CORE_KEY } from '../keys';
import { packageOf } from '../layout';

/** The core registry in force, found by its content or set in the project file (formats 1.1). */
export interface Core {
  /**
   * In the eras `interfaces` and `table` code makes the rows from YAML at import. Builder classes exist before
   * `interfaces` only.
   */
  readonly era: 'literal' | 'table' | 'interfaces';
  /** The headers of the files that core consists of, in load order: rows of step packs replace those of the package. */
  readonly headers: readonly RegistryHeader[];
  /** The position of each file in load order. */
  readonly ranks: ReadonlyMap<FactFile, number>;
  /** The folder of the package that holds the registry: `src/cursus`. */
  readonly package: string;
  /**
   * Core may have steps that are not known: code adds them, a file is damaged, or part of the repository was not read.
   */
  readonly open: boolean;
}

/** The core registry; undefined if there is none (only a workspace is open, or the package is installed elsewhere). */
export function coreOf(lookup: Lookup): Core | undefined {
  // Rules ask for it at every row, and there may be thousands of interfaces to choose from.
  return lookup.remember(CORE_KEY, inner => {
    const core = coreAmong(coreCandidates(inner));
    return core === undefined || core.open || unseenAnywhere(inner) === undefined ? core : { ...core, open: true };
  });
}

function coreAmong(candidates: readonly RegistryHeader[]): Core | undefined {
  const literal = bestLiteral(candidates);
  if (literal !== undefined) return coreFrom('literal', [literal]);
  const table = candidates.find(header => header.form === 'table');
  if (table !== undefined) return coreFrom('table', [table]);
  const interfaces = largestFolder(candidates.filter(header => header.form === 'interface'));
  if (interfaces === undefined) return coreWithoutRows(candidates);
  const home = packageOf(interfaces[0].file.path);
  const extras = candidates.filter(header => header.form === 'extras' && packageOf(header.file.path) === home);
  const packs = candidates.filter(header => header.form === 'pack');
  return coreFrom('interfaces', [...interfaces, ...extras, ...packs]);
}

/** Whether a row belongs to the core registry in force. */
export function isCoreRow(entry: StepEntry, core: Core | undefined): boolean {
  return core?.ranks.has(entry.file) === true;
}

/** Whether a row stands in the registry of a workspace. */
export function isWorkspaceRow(entry: StepEntry): boolean {
  return headerOf(entry)?.form === 'workspace';
}

/**
 * Whether rules check a row: it is in a developer workspace or in the core registry in force, and in its table. Copies of a registry,
 * step packs that core does not include, and files that no loader reads are not checked.
 */
export function isChecked(entry: StepEntry, lookup: Lookup): boolean {
  return entry.gone === undefined && (isWorkspaceRow(entry) || isCoreRow(entry, coreOf(lookup)));
}

/** The rows of the core registry, in load order. */
export function coreEntries(lookup: Lookup): StepEntry[] {
  return (coreOf(lookup)?.headers ?? []).flatMap(header => rowsIn(header, lookup));
}

/** The rows of a registry file, in the order of the text. */
export function rowsIn({ file }: RegistryHeader, lookup: Lookup): StepEntry[] {
  return lookup.contents(file).facts.filter(isStep);
}

function coreFrom(era: Core['era'], headers: readonly [RegistryHeader, ...RegistryHeader[]]): Core {
  const first = headers[0].file.path;
  return {
    era,
    headers,
    ranks: new Map(headers.map(({ file }, rank) => [file, rank])),
    package: packageOf(first) ?? folderOf(first),
    open: headers.some(header => header.open || header.file.incomplete),
  };
}

/** The core of a repository without rows: an access layer, whose steps are unknown, or a literal without rows yet. */
function coreWithoutRows(candidates: readonly RegistryHeader[]): Core | undefined {
  const layer = candidates.find(header => header.form === 'access-layer');
  if (layer !== undefined) return { ...coreFrom('literal', [layer]), open: true };
  const literal = candidates.find(header => header.form === 'literal');
  return literal === undefined ? undefined : coreFrom('literal', [literal]);
}

function coreCandidates(lookup: Lookup): readonly RegistryHeader[] {
  const all = lookup.providers(CORE_KEY);
  const { core: place } = stepSettings(lookup);
  return place === undefined ? all : all.filter(({ file: { path } }) => path === place || path.startsWith(`${place}/`));
}

/**
 * The literal that an access layer imports, else the one with the usual file name and folder, else the first by path.
 */
function bestLiteral(candidates: readonly RegistryHeader[]): RegistryHeader | undefined {
  const literals = candidates.filter(header => header.form === 'literal' && header.empty !== true);
  if (literals.length < 2) return literals[0];
  const imported = new Set(candidates.flatMap(header => header.imports.map(module => importedFile(header, module))));
  const rank = (header: RegistryHeader): number =>
    (imported.has(header.file.path) ? 4 : 0) +
    (/^step_names(_original|_base)?\.py$/.test(fileName(header.file.path)) ? 2 : 0) +
    (folderOf(header.file.path).endsWith('registry') ? 1 : 0);
  return [...literals].sort((a, b) => rank(b) - rank(a))[0];
}

/** The path of an imported module, on the assumption that it lies in the folder of the access layer that imports it. */
function importedFile(header: RegistryHeader, module: string): string {
  return `${folderOf(header.file.path)}/${module.slice(module.lastIndexOf('.') + 1)}.py`;
}

function largestFolder(headers: readonly RegistryHeader[]): readonly [RegistryHeader, ...RegistryHeader[]] | undefined {
  const folders = groupBy(headers, header => folderOf(header.file.path));
  return [...folders.values()].sort((a, b) => b.length - a.length)[0];
}
