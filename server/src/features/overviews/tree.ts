import { defined } from '../../base/defined';
import { compareStrings, firstNotBefore } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import type { BlindSpot } from '../../model/blind-spot';
import type { At, PlacedFinding } from '../../model/finding';
import { Part, type Place } from '../../model/fact';
import type { Answers, Dependency, ListItem } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { blindSpotInWords, blindSpots } from './blind-spots';
import { conflicts, ownerOf, ownersOf, undecidedInWords, undecidedOf } from './conflicts';
import { registriesOf, sharedOut, type Registry } from './registries';

/** A tree view of the whole repository. Its nodes are asked for level by level. */
export type TreeView = 'registries' | 'conflicts' | 'dependencies';

/** A row of a tree view. `lost` is the kind of a definition that is not loaded, or of which that cannot be told: the description says which. */
export interface TreeNode {
  /** The path of the node in its tree, with which its children are asked for. */
  readonly id: readonly string[];
  readonly label: string;
  readonly description: string;
  readonly kind: 'group' | 'workspace' | 'entry' | 'lost';
  readonly place?: At;
  /** The name to offer Explain Resolution for, and the workspace that it is about. */
  readonly explain?: { readonly name: string; readonly workspace?: string };
  readonly hasChildren: boolean;
  /** The worst of what is found in it, if that is an error or a warning. */
  readonly severity?: 'error' | 'warning';
}

/** The children of the node `id`, in a stable order; the nodes at the top if `id` is empty. */
export function treeNodes(workspace: Workspace, view: TreeView, id: readonly string[] = []): readonly TreeNode[] {
  return VIEWS[view](workspace, id);
}

const VIEWS: Readonly<Record<TreeView, (workspace: Workspace, id: readonly string[]) => readonly TreeNode[]>> = {
  registries,
  conflicts: conflictNodes,
  dependencies,
};

/** At the top core, then the workspaces, then other owners of definitions, then what is not judged; below each owner its definitions. */
function registries(workspace: Workspace, [kind, owner]: readonly string[]): TreeNode[] {
  const { answers, lookup } = workspace;
  if (kind === NOT_JUDGED) return blindSpots(workspace).map(blindSpotNode);
  if (kind !== undefined && owner !== undefined) {
    const items = answers.find(each => each.kind === kind)?.list(undefined, lookup) ?? [];
    const seen = new Map<string, number>();
    return items
      .filter(item => ownerOf(item) === owner)
      .map((item): TreeNode => {
        const again = seen.get(item.name) ?? 0;
        seen.set(item.name, again + 1);
        const node = itemNode(item, [kind, owner, item.name, ...(again === 0 ? [] : [String(again)])]);
        return { ...node, ...worstOf(findingsIn(item.place, workspace)) };
      });
  }
  const all = registriesOf(workspace);
  const findings = [...workspace.paths()].flatMap(path => workspace.findings(path));
  const shared = sharedOut(findings, all, workspace).of;
  const nodes = all.map((each): TreeNode => registryNode(each, shared.get(each) ?? []));
  return [...nodes, ...notJudged(workspace)];
}

function registryNode(registry: Registry, findings: readonly PlacedFinding[]): TreeNode {
  const { kind, plural, owner, workspace, definitions, open, place } = registry;
  return {
    id: [kind, owner],
    label: owner === '' ? 'core' : owner,
    description: `${definitions.length === 1 ? `1 ${kind}` : `${definitions.length} ${plural}`}${undecidedInWords(undecidedOf(definitions, open), open.length)}`,
    kind: workspace === undefined ? 'group' : 'workspace',
    ...placeField(workspace === undefined ? undefined : place),
    hasChildren: definitions.length > 0,
    ...worstOf(findings),
  };
}

function worstOf(findings: readonly PlacedFinding[]): Pick<TreeNode, 'severity'> {
  const severity = (['error', 'warning'] as const).find(each => findings.some(finding => finding.severity === each));
  return severity === undefined ? {} : { severity };
}

/** What is found in the text of a definition. */
function findingsIn({ fact }: Place, workspace: Workspace): readonly PlacedFinding[] {
  const whole = workspace.span({ fact, part: Part.whole });
  if (whole === undefined) return [];
  const findings = workspace.findings(fact.file.path);
  const first = firstNotBefore(findings, ({ span }) => span.start < whole.start);
  return findings.slice(
    first,
    firstNotBefore(findings, ({ span }) => span.start < whole.end),
  );
}

/** A word that is no kind of a system, as the first part of an id. */
const NOT_JUDGED = 'not judged';

function notJudged(workspace: Workspace): TreeNode[] {
  const count = blindSpots(workspace).length;
  if (count === 0) return [];
  const description = count === 1 ? '1 reason' : `${count} reasons`;
  return [{ id: [NOT_JUDGED], label: 'Not judged', description, kind: 'lost', hasChildren: true }];
}

function blindSpotNode(spot: BlindSpot, index: number): TreeNode {
  return {
    id: [NOT_JUDGED, String(index)],
    label: escapeInvisible(blindSpotInWords(spot)),
    description: '',
    kind: 'lost',
    ...(spot.at === undefined ? {} : { place: spot.at }),
    hasChildren: false,
  };
}

function itemNode({ name, scope, workspace, place, loaded, reason }: ListItem, id: readonly string[]): TreeNode {
  return {
    id,
    label: name,
    description: loaded ? (scope === 'override' ? 'override' : '') : (reason ?? 'not loaded'),
    kind: loaded ? 'entry' : 'lost',
    place,
    explain: { name, ...(workspace === undefined ? {} : { workspace }) },
    hasChildren: false,
  };
}

/** At the top the names that several workspaces define; below each name its definitions. */
function conflictNodes(workspace: Workspace, [kind, name]: readonly string[]): TreeNode[] {
  const all = conflicts(workspace);
  if (kind === undefined)
    return all.map(conflict => ({
      id: [conflict.kind, conflict.name],
      label: conflict.name,
      description: ownersOf(conflict.definitions).join(', '),
      kind: 'group',
      explain: { name: conflict.name },
      hasChildren: true,
    }));
  const found = all.find(conflict => conflict.kind === kind && conflict.name === name);
  return (found?.definitions ?? []).map((item, i) => ({
    ...itemNode(item, [kind, item.name, String(i)]),
    label: item.workspace ?? 'core',
  }));
}

/** At the top the names with dependencies or dependants; below each name both, to any depth. */
function dependencies(workspace: Workspace, id: readonly string[]): TreeNode[] {
  const { answers, lookup } = workspace;
  const [kind] = id;
  const own = answers.find(each => each.kind === kind);
  if (own !== undefined) {
    const name = defined(id.at(-1), 'the name at the end of an id');
    const ends = (end: 'dependencies' | 'dependants', words: string): TreeNode[] =>
      (own[end]?.(name, lookup) ?? []).map(each => endNode(each, id, words));
    return [...ends('dependencies', 'is needed'), ...ends('dependants', 'needs it')];
  }
  return answers.flatMap(each => (each.dependencies === undefined ? [] : dependingNames(each, workspace)));
}

function dependingNames(answers: Answers, { lookup }: Workspace): TreeNode[] {
  const places = new Map(answers.list(undefined, lookup).map(item => [item.name, item.place]));
  return [...places.keys()].sort(compareStrings).flatMap((name): TreeNode[] => {
    const needs = answers.dependencies?.(name, lookup).length ?? 0;
    const users = answers.dependants?.(name, lookup).length ?? 0;
    if (needs + users === 0) return [];
    const description = `needs ${needs}, needed by ${users}`;
    const node = { id: [answers.kind, name], label: name, description, kind: 'entry', hasChildren: true } as const;
    return [{ ...node, ...placeField(places.get(name)), explain: { name } }];
  });
}

function endNode({ name, place }: Dependency, above: readonly string[], description: string): TreeNode {
  const explain = { name };
  return {
    id: [...above, name],
    label: name,
    description,
    kind: 'entry',
    place,
    explain,
    hasChildren: !above.includes(name),
  };
}

function placeField(place: Place | undefined): { place?: Place } {
  return place === undefined ? {} : { place };
}
