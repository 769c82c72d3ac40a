import { isTestPath } from '../../../base/test-paths';
import { inWords } from '../../../base/in-words';
import type { Lookup } from '../../../model/lookup';
import { unseenAnywhere, unseenInWords } from '../../../model/unseen';
import { coreOf, type Core } from '../define/core';
import type { Definition } from '../define/definitions';
import { stepKey } from '../keys';
import { SHARED, workspaceDirectory } from '../layout';
import type { FileComponent } from '../naming';

/** The places to look in for the components of one definition: its workspace, the shared one, core (formats 1.7). */
export interface SearchScopes {
  readonly definition: Definition;
  readonly places: readonly [ScopePlace, ...ScopePlace[]];
}

/** A place in which components are looked for. */
export interface ScopePlace {
  /** The directory name of the workspace; absent for core. */
  readonly directory: string | undefined;
  /** The name of the place in messages: the workspace's id, `shared`, or `core`. */
  readonly label: string;
}

/** The places for a definition, in the order of the lookup. For a definition of core this is core alone. */
export function searchScopesOf(definition: Definition): SearchScopes {
  const inCore = { directory: undefined, label: 'core' };
  const directory = workspaceDirectory(definition.entry.file.path);
  if (directory === undefined) return { definition, places: [inCore] };
  const own = { directory, label: definition.workspace ?? directory };
  return { definition, places: [own, { directory: SHARED, label: SHARED }, inCore] };
}

/** The place that a file belongs to; undefined for a test, and for a file that is in none of the places. */
export function placeOf(path: string, { places }: SearchScopes): ScopePlace | undefined {
  if (isTestPath(path)) return undefined;
  const directory = workspaceDirectory(path);
  return places.find(place => place.directory === directory);
}

/** The places in words: `workspace 'alice', shared and core`. */
export function placesInWords({ places }: SearchScopes): string {
  const labels = places.map(({ directory, label }) =>
    directory === undefined || directory === SHARED ? label : `workspace '${label}'`,
  );
  return inWords(labels, 'and');
}

/** The places of a lookup as messages at a row name them, depending on whether the row is in core. */
export function searchedInWords(isCore: boolean): string {
  return isCore ? 'in core' : 'in this workspace, the shared workspace or core';
}

/**
 * Why a component that was not found may still exist; undefined if its absence is certain. A component that is not
 * found elsewhere could be in core, so its absence is certain only if core and its folder of such components were read.
 */
export function whyAbsenceIsUncertain(
  role: FileComponent,
  { definition }: SearchScopes,
  lookup: Lookup,
): string | undefined {
  if (definition.entry.partial === true) return 'its row is half-typed';
  const core = coreOf(lookup);
  // Of a step without an interface, nothing is made.
  const isMade = core !== undefined && isMadeFromInterface(role, core) && hasInterface(definition, lookup);
  return isMade ? madeInWords(role) : unreadPlaces(role, lookup);
}

/** Whether the step of a row has an interface, be it in core or elsewhere. */
function hasInterface({ entry }: Definition, lookup: Lookup): boolean {
  return lookup.providers(stepKey(entry.name)).some(({ table }) => table === 'interface');
}

/** Why no component of this role can be called absent, whatever the row. */
export function whyOutOfSight(role: FileComponent, lookup: Lookup): string | undefined {
  const core = coreOf(lookup);
  return core !== undefined && isMadeFromInterface(role, core) ? madeInWords(role) : unreadPlaces(role, lookup);
}

function madeInWords(role: FileComponent): string {
  return `in this core a ${role} is made from the interface`;
}

/** Which places of components of this role were not read. Remembered, since nearly every row asks. */
function unreadPlaces(role: FileComponent, lookup: Lookup): string | undefined {
  return lookup.remember(`${role} out of sight:`, inner => {
    const core = coreOf(inner);
    if (core === undefined) return 'no core registry is in sight';
    const unseen = unseenAnywhere(inner);
    return missingFolder(role, core, inner) ?? (unseen && unseenInWords(unseen, inner));
  });
}

/** Whether core makes components of this role from its interfaces, so that nobody has to write them. */
export function isMadeFromInterface(role: FileComponent, core: Core): boolean {
  return core.era === 'interfaces' && FROM_INTERFACES.has(role);
}

/** Says that the folder of core that components of this role lie in is not in sight; undefined if it is. */
export function missingFolder(role: FileComponent, core: Core, lookup: Lookup): string | undefined {
  const folder = `${core.package}/steps/${role}s`;
  return lookup.hasFolder(folder) ? undefined : `there is no folder '${folder}' in sight`;
}

/** The components that need no file of their own if core consists of `*.step.yaml` interfaces. */
const FROM_INTERFACES: ReadonlySet<FileComponent> = new Set(['builder', 'spec', 'contract']);
