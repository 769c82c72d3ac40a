import { jsonText, VERSION } from '../text/json';
import type { RegistryState, StateEntry, StateWinner } from './registry-state';

/** What a snapshot holds: a state, and the texts of its registry files by path if it was asked to carry them. */
export interface Snapshot {
  readonly state: RegistryState;
  readonly files: ReadonlyMap<string, string> | undefined;
}

interface SnapshotFile {
  readonly path: string;
  readonly text: string;
}

type Written = RegistryState & { readonly version: number; readonly files: readonly SnapshotFile[] };

/** A state as JSON, to be compared with another one later; with its files, to go back to it. */
export function snapshotText(
  { workspaces, entries, winners }: RegistryState,
  files?: ReadonlyMap<string, string>,
): string {
  const texts = files && [...files].map(([path, text]) => ({ path, text }));
  return jsonText({
    version: VERSION,
    workspaces,
    entries,
    winners,
    ...(texts === undefined ? {} : { files: texts }),
  });
}

/** What a text says as a snapshot; nothing for a text that is none. */
export function snapshotIn(text: string): Snapshot | undefined {
  try {
    const { version, workspaces, entries, winners, files } = JSON.parse(text) as Partial<Written>;
    const isWhole =
      Array.isArray(workspaces) &&
      Array.isArray(entries) &&
      Array.isArray(winners) &&
      entries.every(isEntry) &&
      (winners as Partial<StateWinner>[]).every(
        each => typeof each.kind === 'string' && typeof each.name === 'string',
      ) &&
      (files === undefined || (Array.isArray(files) && files.every(isFile)));
    if (version !== VERSION || !isWhole) return undefined;
    return {
      state: { workspaces, entries, winners },
      files: files && new Map((files as readonly SnapshotFile[]).map(each => [each.path, each.text])),
    };
  } catch {
    return undefined;
  }
}

function isFile({ path, text }: Partial<SnapshotFile>): boolean {
  return typeof path === 'string' && typeof text === 'string';
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
