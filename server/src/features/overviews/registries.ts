import { compareStrings, groupBy, pushTo } from '../../base/collections';
import { folderOf } from '../../base/paths';
import type { Place } from '../../model/fact';
import type { PlacedFinding } from '../../model/finding';
import type { OpenPart } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { conflicts, undecidedOf, ownerOf, ownersOf, type Conflict, type Definition } from './conflicts';

export type { OpenPart } from '../../systems/system';

/**
 * What one owner has of one kind of thing: core, a developer workspace, an extension root, a registry file. This is what every
 * front end lists and counts as one registry.
 */
export interface Registry {
  readonly kind: string;
  /** The plural of the kind. */
  readonly plural: string;
  /** The id of a workspace, or the path of an extension root or registry; empty for core. */
  readonly owner: string;
  /** The id of a workspace; absent for any other owner. */
  readonly workspace: string | undefined;
  /** Everything that is written in it, loaded or not. */
  readonly definitions: readonly Definition[];
  /** Its tables that may hold more than is written in them. */
  readonly open: readonly OpenPart[];
  readonly place: Place | undefined;
}

/** Every registry: core, then workspaces (also those that define nothing), then other owners, by name; kinds in the order of the systems. */
export function registriesOf({ answers, lookup }: Workspace): Registry[] {
  const all = answers.flatMap(each => {
    const workspaces = new Map(each.workspaces?.(lookup).map(item => [item.id, item]));
    const owned: Map<string, Definition[]> = groupBy(each.list(undefined, lookup), ownerOf);
    const open = groupBy(each.openParts?.(undefined, lookup) ?? [], ({ workspace = '' }) => workspace);
    for (const id of [...workspaces.keys(), ...open.keys()]) if (!owned.has(id)) owned.set(id, []);
    return [...owned].map(([owner, definitions]): Registry => ({
      kind: each.kind,
      plural: each.plural,
      owner,
      workspace: workspaces.has(owner) || definitions.some(({ workspace }) => workspace === owner) ? owner : undefined,
      definitions,
      open: open.get(owner) ?? [],
      place: workspaces.get(owner)?.place ?? definitions[0]?.place ?? open.get(owner)?.[0].place,
    }));
  });
  const rank = ({ owner, workspace }: Registry): number => (owner === '' ? 0 : workspace === undefined ? 2 : 1);
  return all.sort((a, b) => rank(a) - rank(b) || compareStrings(a.owner, b.owner));
}

/** The conflicts that a registry is involved in. */
export function conflictsOf({ kind, workspace }: Registry, all: readonly Conflict[]): Conflict[] {
  return workspace === undefined
    ? []
    : all.filter(each => each.kind === kind && ownersOf(each.definitions).includes(workspace));
}

/** Findings by the registry that they count for. */
export interface SharedOut {
  readonly of: ReadonlyMap<Registry, readonly PlacedFinding[]>;
  /** What is found in files of no registry, such as pipelines, builders of core and the project file. */
  readonly elsewhere: readonly PlacedFinding[];
}

/**
 * Shares findings out, each to one registry at most: to the one whose definitions stand in the file, else to the workspace that the file
 * lies in, else to the extension root or the definition whose folder is the nearest around it.
 */
export function sharedOut(
  findings: Iterable<PlacedFinding>,
  registries: readonly Registry[],
  workspace: Workspace,
): SharedOut {
  const byFile = new Map<string, Registry>();
  const byOwner = new Map<string, Registry>();
  const byFolder = new Map<string, Registry>();
  const add = (map: Map<string, Registry>, key: string, registry: Registry): void => {
    if (key !== '' && !map.has(key)) map.set(key, registry);
  };
  for (const registry of registries) {
    add(registry.workspace === undefined ? byFolder : byOwner, registry.owner, registry);
    for (const { place, folder = '' } of registry.definitions) {
      add(byFile, place.fact.file.path, registry);
      add(byFolder, folder, registry);
    }
  }
  const of = new Map<Registry, PlacedFinding[]>();
  const elsewhere: PlacedFinding[] = [];
  for (const finding of findings) {
    const { path } = finding;
    const registry = byFile.get(path) ?? byOwner.get(workspaceAt(path, workspace) ?? '') ?? above(path, byFolder);
    if (registry === undefined) elsewhere.push(finding);
    else pushTo(of, registry, finding);
  }
  return { of, elsewhere };
}

function workspaceAt(path: string, workspace: Workspace): string | undefined {
  const file = workspace.file(path);
  return file && workspace.workspaceOf(file);
}

/** The registry of the nearest folder above the path that belongs to one. */
function above(path: string, byFolder: ReadonlyMap<string, Registry>): Registry | undefined {
  for (let at = folderOf(path); at !== ''; at = folderOf(at)) if (byFolder.has(at)) return byFolder.get(at);
  return undefined;
}

/** How many there are of each thing that several front ends count. */
export interface Figures {
  readonly registries: number;
  /** Different ids of developer workspaces. */
  readonly workspaces: number;
  readonly definitions: number;
  /** Different names that are defined, those of each kind counted by themselves. */
  readonly names: number;
  readonly conflicts: number;
  /** Definitions of which it cannot be told whether they are loaded, and tables that may hold more of them. */
  readonly undecided: number;
}

/** Counts a whole repository. Whoever has its registries already passes them in, since to find them takes long. */
export function figuresOf(workspace: Workspace, registries = registriesOf(workspace)): Figures {
  const definitions = registries.flatMap(each => each.definitions);
  return {
    registries: registries.length,
    workspaces: workspace.workspaceIds.length,
    definitions: definitions.length,
    names: new Set(definitions.map(({ kind, name }) => `${kind} ${name}`)).size,
    conflicts: conflicts(workspace).length,
    undecided: undecidedOf(
      definitions,
      registries.flatMap(({ open }) => open),
    ),
  };
}
