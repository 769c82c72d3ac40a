import type { Connection } from 'vscode-languageserver';
import type { Preferences } from '../../features/context';
import type { Host } from '../hosts/host';

/** The section of the editor's settings that is ours. */
export const SECTION = 'registryIntelligence';

const PROFILES = ['isolated', 'hybrid', 'intelligent'] as const;

/** What settings say, checked: they may hold anything. The environment is the host's. */
export function preferencesOf(host: Host, settings: unknown): Preferences {
  const { activeWorkspace, resolutionProfile, chosenDefinitions } = (settings ?? {}) as Record<string, unknown>;
  const profile = PROFILES.find(each => each === resolutionProfile);
  return {
    ...(typeof activeWorkspace === 'string' ? { activeWorkspace } : {}),
    ...(profile === undefined ? {} : { profile }),
    ...(isRecord(chosenDefinitions) ? { chosen: new Map(textsIn(chosenDefinitions)) } : {}),
    ...(host.environmentWorkspace === undefined ? {} : { environmentWorkspace: host.environmentWorkspace }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textsIn(record: Record<string, unknown>): [string, string][] {
  return Object.entries(record).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

/** Which annotations the user wants to see in texts. */
export interface Annotations {
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
}

/** Each kind is shown unless settings switch it off. */
export function annotationsOf(settings: unknown): Annotations {
  const { codeLens, inlayHints } = (settings ?? {}) as Record<
    string,
    { readonly enabled?: unknown } | null | undefined
  >;
  return { codeLens: codeLens?.enabled !== false, inlayHints: inlayHints?.enabled !== false };
}

/** Asks the client for our settings in the scope of each folder. */
export async function fetchSettings(connection: Connection, folders: readonly string[]): Promise<readonly unknown[]> {
  const items = folders.map(scopeUri => ({ scopeUri, section: SECTION }));
  return (await connection.workspace.getConfiguration(items)) as unknown[];
}

/** Our part of all settings, as clients send them that cannot be asked. */
export function ownSettings(settings: unknown): unknown {
  return (settings as Record<string, unknown> | null | undefined)?.[SECTION];
}
