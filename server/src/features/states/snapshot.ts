import { jsonText, JSON_VERSION } from '../text/json';
import type { RegistryState, StateEntry, StateOpenTable, StateWinner } from './registry-state';
import type { StateSchemas } from './schema-breaks';

/** A state, and the texts of its registry files by path if the snapshot was made with files. */
export interface Snapshot {
  readonly state: RegistryState;
  readonly files: ReadonlyMap<string, string> | undefined;
}

interface SnapshotFile {
  readonly path: string;
  readonly text: string;
}

type SnapshotJson = RegistryState & { readonly version: number; readonly files: readonly SnapshotFile[] };

/** A state as JSON, for a later comparison; with files, the state can be restored as well. */
export function snapshotText(
  { workspaces, entries, winners, open, schemas }: RegistryState,
  files?: ReadonlyMap<string, string>,
): string {
  const texts = files && [...files].map(([path, text]) => ({ path, text }));
  return jsonText({
    version: JSON_VERSION,
    workspaces,
    entries,
    winners,
    open,
    ...(schemas === undefined ? {} : { schemas }),
    ...(texts === undefined ? {} : { files: texts }),
  });
}

/** Reads the JSON of a snapshot. Returns undefined if the text is no snapshot. */
export function parseSnapshot(text: string): Snapshot | undefined {
  try {
    const { version, workspaces, entries, winners, open, schemas, files } = JSON.parse(text) as Partial<SnapshotJson>;
    const isWhole =
      Array.isArray(workspaces) &&
      Array.isArray(entries) &&
      Array.isArray(winners) &&
      entries.every(isEntry) &&
      (winners as Partial<StateWinner>[]).every(
        each => typeof each.kind === 'string' && typeof each.name === 'string',
      ) &&
      (open === undefined || (Array.isArray(open) && open.every(isOpenTable))) &&
      (schemas === undefined || (Array.isArray(schemas) && schemas.every(areSchemas))) &&
      (files === undefined || (Array.isArray(files) && files.every(isFile)));
    if (version !== JSON_VERSION || !isWhole) return undefined;
    return {
      state: { workspaces, entries, winners, open, ...(schemas === undefined ? {} : { schemas }) },
      files: files && new Map((files as readonly SnapshotFile[]).map(each => [each.path, each.text])),
    };
  } catch {
    return undefined;
  }
}

function areSchemas(each: Partial<StateSchemas> | null): boolean {
  return typeof each?.kind === 'string' && typeof each.name === 'string';
}

function isFile({ path, text }: Partial<SnapshotFile>): boolean {
  return typeof path === 'string' && typeof text === 'string';
}

function isOpenTable({ kind, name, scope, path, reason }: Partial<StateOpenTable>): boolean {
  return [kind, name, scope, path, reason].every(each => typeof each === 'string');
}

function isEntry({ kind, name, path: at, fields }: Partial<StateEntry>): boolean {
  return (
    typeof kind === 'string' &&
    typeof name === 'string' &&
    typeof at === 'string' &&
    typeof fields === 'object' &&
    (fields as unknown) !== null
  );
}
