import type { Lookup } from '../../../model/lookup';
import { unseenAnywhere, unseenInWords } from '../../../model/unseen';
import { coreOf, type Core } from '../define/core';
import type { Definition } from '../define/definitions';
import { isTestPath, SHARED, workspaceDirectory } from '../layout';
import type { FileComponent } from '../naming';

/** Where the components of one definition are looked for, in order: its workspace, the shared one, core (formats 1.7). */
export interface SearchScopes {
  readonly definition: Definition;
  readonly places: readonly ScopePlace[];
}

export interface ScopePlace {
  /** The directory name of the workspace; absent for core. */
  readonly directory: string | undefined;
  /** What people call it: the workspace's id, `shared`, `core`. */
  readonly label: string;
}

/** A definition of core is served by core alone. */
export function searchScopesOf(definition: Definition): SearchScopes {
  const inCore = { directory: undefined, label: 'core' };
  const directory = workspaceDirectory(definition.entry.file.path);
  if (directory === undefined) return { definition, places: [inCore] };
  const own = { directory, label: definition.workspace ?? directory };
  return { definition, places: [own, { directory: SHARED, label: SHARED }, inCore] };
}

/** The place that a file serves, if it is one of those looked in. */
export function placeOf(path: string, { places }: SearchScopes): ScopePlace | undefined {
  if (isTestPath(path)) return undefined;
  const directory = workspaceDirectory(path);
  return places.find(place => place.directory === directory);
}

/** Says where was looked, in words. */
export function placesInWords({ places }: SearchScopes): string {
  const labels = places.map(({ directory, label }) =>
    directory === undefined || directory === SHARED ? label : `workspace '${label}'`,
  );
  return labels.length === 1 ? labels[0]! : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)!}`;
}

/**
 * Why a component that was not found may be somewhere all the same; nothing where its absence is certain. Whatever is
 * not found elsewhere could be in core, so core and its folder of such components must be in sight.
 */
export function whyAbsenceIsUncertain(
  role: FileComponent,
  { definition }: SearchScopes,
  lookup: Lookup,
): string | undefined {
  return definition.entry.partial === true ? 'its row is half-typed' : whyOutOfSight(role, lookup);
}

/** The same whatever the row: why no absence of such a component can be certain here. Nearly every row asks, so it is remembered. */
export function whyOutOfSight(role: FileComponent, lookup: Lookup): string | undefined {
  return lookup.remember(`${role} out of sight:`, inner => reasonOutOfSight(role, coreOf(inner), inner));
}

function reasonOutOfSight(role: FileComponent, core: Core | undefined, lookup: Lookup): string | undefined {
  if (core === undefined) return 'no core registry is in sight';
  if (core.era === 'interfaces' && FROM_INTERFACES.has(role))
    return `in this core a ${role} is made from the interface`;
  const folder = `${core.package}/steps/${role}s`;
  if (!lookup.hasFolder(folder)) return `there is no folder '${folder}' in sight`;
  const unseen = unseenAnywhere(lookup);
  return unseen && unseenInWords(unseen, lookup);
}

/** What needs no file of its own where core is made of `*.step.yaml`. */
const FROM_INTERFACES: ReadonlySet<FileComponent> = new Set(['builder', 'spec', 'contract']);
