import { jsonText, VERSION } from './json-text';
import type { RegistryState, StateEntry, StateWinner } from './registry-state';

/** A state as JSON, to be compared with another one later. */
export function snapshotText({ workspaces, entries, winners }: RegistryState): string {
  return jsonText({ version: VERSION, workspaces, entries, winners });
}

/** The state that a snapshot holds; nothing for a text that is none. */
export function stateOfSnapshot(text: string): RegistryState | undefined {
  try {
    const { version, workspaces, entries, winners } = JSON.parse(text) as Partial<RegistryState> & { version?: number };
    const isWhole =
      Array.isArray(workspaces) &&
      Array.isArray(entries) &&
      Array.isArray(winners) &&
      entries.every(isEntry) &&
      (winners as Partial<StateWinner>[]).every(each => typeof each.kind === 'string' && typeof each.name === 'string');
    return version === VERSION && isWhole ? { workspaces, entries, winners } : undefined;
  } catch {
    return undefined;
  }
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
