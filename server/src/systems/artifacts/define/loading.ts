import { defined } from '../../../base/defined';
import { folderOf, foldersUpwards, joinPath } from '../../../base/paths';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isMetadata, textOf, type ArtifactEntry, type MetadataFact } from '../facts';
import { linkAt } from '../../../model/link';
import { unseenAt } from '../../../model/unseen';
import { METADATA_SYNTAX } from '../read/metadata';
import { isPlacedAsRegistry } from '../read/registry';
import { destinationOf } from './destination';
import { homeKey, REGISTRIES_KEY } from '../keys';
import { homeOf, normalizedPath } from '../layout';
import type { Home } from '../layout';
import { isArtifactType } from '../vocabulary';

/** How far loading an entry gets: the one verdict that everything else is derived from. The reasons are the loader's own words (formats 3.2). */
export interface Loading {
  readonly status: 'valid' | 'invalid' | 'wip' | 'cannot tell';
  /** Where loading ends: `manifest` for what loads. */
  readonly stage: Stage;
  readonly reason?: string;
  /** The field of the entry that it cannot be told for; absent where the registry as a whole cannot be. */
  readonly doubtful?: 'path' | 'metadata_file';
  /** Whether the version may lie where nothing can be listed or read; that is said once, not of each version. */
  readonly isUnseen?: true;
  /** The folder of the version, where it exists. */
  readonly folder?: string;
  /** The path of the metadata file, where it exists. */
  readonly file?: string;
  /** Absent where the file has not been read: what it says cannot be told then. */
  readonly metadata?: MetadataFact;
}

/** In the order of loading (resolution.md, Artifacts). */
export const STAGES = ['registry file', 'entry', '.wip', 'metadata file', 'required fields', 'manifest'] as const;
/** A stage of loading, in the order in which an entry passes them. */
export type Stage = (typeof STAGES)[number];

/** What every loader asks of metadata. */
export const REQUIRED_METADATA = ['name', 'version', 'schema_version'] as const;
/** A field that the metadata of every artifact needs. */
export type RequiredField = (typeof REQUIRED_METADATA)[number];

/** How far the loader comes with an entry, and what ends it. */
export function loadingOf(entry: ArtifactEntry, lookup: Lookup): Loading {
  if (entry.registryFails !== undefined) return { stage: 'registry file', ...entry.registryFails };
  const wrong = entryProblem(entry);
  if (wrong !== undefined) return { status: 'invalid', stage: 'entry', reason: wrong };
  const name = defined(textOf(entry, 'metadata_file'), 'the metadata file of an entry without problems');
  const folder = folderFor(entry, lookup);
  const missing = { status: 'invalid', stage: 'metadata file', reason: `Missing metadata file: ${name}` } as const;
  if (folder === undefined) return whyNoFolder(entry, lookup) ?? missing;
  const file = destinationOf(folder, name, lookup);
  const loading =
    file === 'outside' ? outside('metadata_file') : ofFile(file === 'nowhere' ? undefined : file.path, missing, lookup);
  return { folder, ...(isMarkedWip(folder, lookup) ? asWip(loading) : loading) };
}

function doubt(doubtful: 'path' | 'metadata_file', reason: string): Loading {
  return { status: 'cannot tell', stage: 'metadata file', doubtful, reason };
}

function outside(field: 'path' | 'metadata_file'): Loading {
  return doubt(field, 'The path leads out of the repository, where nothing is read');
}

function unseen(field: 'path' | 'metadata_file'): Loading {
  return { ...doubt(field, 'The file may lie where nothing can be read'), isUnseen: true };
}

/** Why it cannot be told whether there is a folder; nothing where there is none. */
function whyNoFolder(entry: ArtifactEntry, lookup: Lookup): Loading | undefined {
  if (destinationOf('', textOf(entry, 'path') ?? '', lookup) === 'outside') return outside('path');
  return isUnseen(entry, lookup) ? unseen('path') : undefined;
}

/** What becomes of a version with the marker .wip: its metadata may be missing or wrong, but if it can be read, it has to fit the model. */
function asWip({ stage, metadata, ...loading }: Loading): Loading {
  if (metadata?.strangeKey !== undefined && stage === 'required fields') return { ...loading, stage, metadata };
  return { status: 'wip', stage: '.wip', reason: 'Marked by a .wip file' };
}

/** Whether a version is work in progress: the loader asks only whether `.wip` exists, be it a folder; a link that leads nowhere does not. */
export function isMarkedWip(folder: string, lookup: Lookup): boolean {
  const marker = joinPath(folder, '.wip');
  return (lookup.hasFile(marker) && linkAt(marker, lookup)?.broken !== true) || lookup.hasFolder(marker);
}

/** What becomes of a version that has a metadata file, by what that says (`_load_artifact_metadata_with_validation`). */
function ofFile(file: string | undefined, missing: Loading, lookup: Lookup): Loading {
  if (file === undefined) return missing;
  const link = linkAt(file, lookup);
  if (link?.broken === true || (link?.target !== undefined && link.isFolder)) return missing;
  if (!lookup.hasFile(file)) return unseenAt(file, lookup) === undefined ? missing : unseen('metadata_file');
  const read = lookup.file(file);
  const metadata = read?.facts.find(isMetadata);
  if (read === undefined || metadata === undefined) return { ...doubt('metadata_file', NOT_READ), file };
  const found = { file, metadata };
  const damage = read.problems.find(({ code }) => code === METADATA_SYNTAX);
  if (damage !== undefined)
    return { status: 'invalid', stage: 'metadata file', reason: 'Metadata file is not valid YAML', ...found };
  if (read.incomplete) return { ...unseen('metadata_file'), ...found };
  if (metadata.shape === 'other')
    return {
      status: 'invalid',
      stage: 'metadata file',
      reason: 'Metadata file is not a valid YAML dictionary',
      ...found,
    };
  return ofFields(metadata, found);
}

const NOT_READ = 'The metadata file is not read here: by its name and place it is none';

function ofFields(metadata: MetadataFact, found: { readonly file: string; readonly metadata: MetadataFact }): Loading {
  const { strangeKey } = metadata;
  if (strangeKey !== undefined)
    return {
      status: 'invalid',
      stage: 'required fields',
      reason: `Failed to load artifact: the key ${strangeKey} of the metadata is no text`,
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

/** Whether the folder of an entry may lie in one that could not be listed. */
function isUnseen(entry: ArtifactEntry, lookup: Lookup): boolean {
  const path = normalizedPath(textOf(entry, 'path') ?? '');
  if (path === undefined || lookup.unseen().length === 0) return false;
  const starts = startsOf(entry);
  const ends = path.split('/').map((_, i, steps) => steps.slice(i).join('/'));
  return [...starts.map(start => joinPath(start, path)), ...ends].some(each => unseenAt(each, lookup) !== undefined);
}

function entryProblem({ unusable }: ArtifactEntry): string | undefined {
  if (unusable.some(({ why }) => why === 'missing')) return 'Missing required fields in registry entry';
  return unusable.length === 0 ? undefined : 'Invalid field types in registry entry';
}

/** The required fields that metadata lacks. */
export function missingFields(metadata: MetadataFact): RequiredField[] {
  return REQUIRED_METADATA.filter(field => fieldOf(metadata, field) === undefined);
}

/**
 * The folder that an entry's path leads to: from the root of the repository, else from a folder above the registry, for
 * repositories that hold several projects, else from a folder above the root, where only part of a repository is open.
 * Nothing where none of them exists.
 */
export function folderFor(entry: ArtifactEntry, lookup: Lookup): string | undefined {
  const stated = textOf(entry, 'path') ?? '';
  for (const start of startsOf(entry)) {
    const end = destinationOf(start, stated, lookup);
    if (typeof end === 'object' && (end.path === '' || lookup.hasFolder(end.path))) return end.path;
  }
  const path = normalizedPath(stated);
  return path === undefined || stated.startsWith('/') ? undefined : inOpenPart(path, lookup);
}

/** Where paths of a registry may count from, the root first. The folder `registry` itself is none of these to the loader. */
function startsOf({ file: { path } }: ArtifactEntry): string[] {
  const folder = isPlacedAsRegistry(path) ? folderOf(folderOf(path)) : folderOf(path);
  return [...foldersUpwards(folder)].reverse();
}

/** The folder where the root is one of those that the path leads through, down to those of types: `src/onex` of `src/onex/nodes`. */
function inOpenPart(path: string, lookup: Lookup): string | undefined {
  let rest = path;
  for (let slash = rest.indexOf('/'); slash > 0; slash = rest.indexOf('/')) {
    const first = rest.slice(0, slash);
    if (isArtifactType(first) || !isFolderName(first) || lookup.hasFolder(first)) return undefined;
    rest = rest.slice(slash + 1);
    if (lookup.hasFolder(rest)) return rest;
  }
  return undefined;
}

/** Whether a repository may have a folder of a name: `~`, `$ROOT` and `file:` are meant for somebody else. */
function isFolderName(name: string): boolean {
  return name.length < 256 && !/[~$:*\s]/.test(name);
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
    const folder = folderFor(entry, lookup);
    if (name === undefined || folder === undefined) return false;
    const end = destinationOf(folder, name, lookup);
    return typeof end === 'object' && end.path === path;
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
