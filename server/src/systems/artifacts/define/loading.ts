import { defined } from '../../../base/defined';
import { folderOf, foldersUpwards, joinPath } from '../../../base/paths';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isMetadata, textOf, type ArtifactEntry, type MetadataFact } from '../facts';
import { unseenAt } from '../../../model/unseen';
import { homeKey, REGISTRIES_KEY } from '../keys';
import { homeOf, normalizedPath } from '../layout';
import type { Home } from '../layout';
import { isArtifactType } from '../vocabulary';

/** How far loading an entry gets. The reasons are the loader's own words (formats 3.2). */
export interface Loading {
  readonly status: 'valid' | 'invalid' | 'wip';
  /** Where loading ends: `manifest` for what loads. */
  readonly stage: Stage;
  readonly reason?: string;
  /** The folder of the version, where it exists. */
  readonly folder?: string;
  /** The path of the metadata file, where it exists. */
  readonly file?: string;
  /** Absent where the file has not been read: what it says cannot be told then. */
  readonly metadata?: MetadataFact;
}

/** In the order of loading (resolution.md, Artifacts). */
export const STAGES = ['entry', '.wip', 'metadata file', 'required fields', 'manifest'] as const;
export type Stage = (typeof STAGES)[number];

/** What every loader asks of an entry. */
export const ENTRY_FIELDS = ['version', 'path', 'metadata_file'] as const;
/** What every loader asks of metadata. */
export const REQUIRED_METADATA = ['name', 'version', 'schema_version'] as const;
export type RequiredField = (typeof REQUIRED_METADATA)[number];

export function loadingOf(entry: ArtifactEntry, lookup: Lookup): Loading {
  const wrong = entryProblem(entry);
  if (wrong !== undefined) return { status: 'invalid', stage: 'entry', reason: wrong };
  const name = defined(textOf(entry, 'metadata_file'), 'the metadata file of an entry without problems');
  const folder = folderFor(entry, lookup);
  const missing = { status: 'invalid', stage: 'metadata file', reason: `Missing metadata file: ${name}` } as const;
  if (folder === undefined) return isUnseen(entry, lookup) ? UNSEEN : missing;
  if (lookup.hasFile(joinPath(folder, '.wip')))
    return { status: 'wip', stage: '.wip', reason: 'Marked by a .wip file', folder };
  const file = normalizedPath(joinPath(folder, name));
  if (file === undefined || !lookup.hasFile(file))
    return file !== undefined && unseenAt(file, lookup) !== undefined ? { ...UNSEEN, folder } : { ...missing, folder };
  const read = lookup.file(file);
  const metadata = read?.facts.find(isMetadata);
  const found = { folder, file, ...(metadata === undefined ? {} : { metadata }) };
  if (read === undefined || metadata === undefined) return { status: 'valid', stage: 'manifest', ...found };
  if (read.incomplete || read.problems.some(({ damage }) => damage))
    return { status: 'invalid', stage: 'metadata file', reason: 'Metadata file is not valid YAML', ...found };
  if (metadata.shape === 'other')
    return {
      status: 'invalid',
      stage: 'metadata file',
      reason: 'Metadata file is not a valid YAML dictionary',
      ...found,
    };
  const absent = missingFields(metadata);
  if (absent.length === 0) return { status: 'valid', stage: 'manifest', ...found };
  const list = absent.map(field => `'${field}'`).join(', ');
  return {
    status: 'invalid',
    stage: 'required fields',
    reason: `Missing required metadata fields: [${list}]`,
    ...found,
  };
}

/** What cannot be told is taken for good. */
const UNSEEN: Loading = { status: 'valid', stage: 'manifest' };

/** Whether the folder of an entry may lie in one that could not be listed. */
function isUnseen(entry: ArtifactEntry, lookup: Lookup): boolean {
  const path = normalizedPath(textOf(entry, 'path') ?? '');
  if (path === undefined || lookup.unseen().length === 0) return false;
  const starts = [...foldersUpwards(folderOf(entry.file.path))];
  const ends = path.split('/').map((_, i, steps) => steps.slice(i).join('/'));
  return [...starts.map(start => joinPath(start, path)), ...ends].some(each => unseenAt(each, lookup) !== undefined);
}

function entryProblem(entry: ArtifactEntry): string | undefined {
  if (entry.shape === 'other') return 'Missing required fields in registry entry';
  const values = ENTRY_FIELDS.map(field => fieldOf(entry, field));
  if (values.some(value => value === undefined || value === null || value === ''))
    return 'Missing required fields in registry entry';
  return values.every(value => typeof value === 'string') ? undefined : 'Invalid field types in registry entry';
}

export function missingFields(metadata: MetadataFact): RequiredField[] {
  return REQUIRED_METADATA.filter(field => fieldOf(metadata, field) === undefined);
}

/**
 * The folder that an entry's path leads to: from the root of the repository, else from a folder above the registry, for
 * repositories that hold several projects, else from a folder above the root, where only part of a repository is open.
 * Nothing where none of them exists.
 */
export function folderFor(entry: ArtifactEntry, lookup: Lookup): string | undefined {
  const path = normalizedPath(textOf(entry, 'path') ?? '');
  if (path === undefined) return undefined;
  const starts = [...foldersUpwards(folderOf(entry.file.path))].reverse();
  return (
    starts.map(start => joinPath(start, path)).find(folder => lookup.hasFolder(folder)) ?? inOpenPart(path, lookup)
  );
}

/** The folder where the root is one of those that the path leads through, down to those of types: `src/onex` of `src/onex/nodes`. */
function inOpenPart(path: string, lookup: Lookup): string | undefined {
  let rest = path;
  for (let slash = rest.indexOf('/'); slash > 0; slash = rest.indexOf('/')) {
    const first = rest.slice(0, slash);
    if (isArtifactType(first) || lookup.hasFolder(first)) return undefined;
    rest = rest.slice(slash + 1);
    if (lookup.hasFolder(rest)) return rest;
  }
  return undefined;
}

function hasRegistry(lookup: Lookup): boolean {
  return lookup.providers(REGISTRIES_KEY).some(({ form }) => form !== 'broken');
}

/** The entries whose metadata a file is. */
export function entriesOf(metadata: MetadataFact, lookup: Lookup): ArtifactEntry[] {
  const { path } = metadata.file;
  const entries = lookup.providers(homeKey(folderOf(path)));
  return entries.filter(entry => {
    const name = textOf(entry, 'metadata_file');
    return name !== undefined && normalizedPath(joinPath(folderFor(entry, lookup) ?? '', name)) === path;
  });
}

/**
 * Where a metadata file stands, if it is the one of an artifact: an entry names it, or it is called and placed so. Names
 * that others use as well, such as `package.yaml`, count only where there is a registry.
 */
export function ownHome(metadata: MetadataFact, lookup: Lookup): Home | undefined {
  const home = homeOf(metadata.file.path);
  if (home?.isUsual === true && (metadata.file.path.includes('.onex.') || hasRegistry(lookup))) return home;
  const [entry] = entriesOf(metadata, lookup);
  if (entry === undefined || home !== undefined) return entry && home;
  return {
    type: entry.type,
    name: entry.name,
    version: textOf(entry, 'version') ?? '',
    isUsual: false,
    folder: folderOf(metadata.file.path),
  };
}
