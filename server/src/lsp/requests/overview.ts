import { blindSpotInWords, blindSpots } from '../../features/overviews/blind-spots';
import { figuresOf } from '../../features/overviews/registries';
import { contextOf } from '../../features/context';
import { treeNodes, type TreeNode as Node } from '../../features/overviews/tree';
import { escapeInvisible } from '../../base/message-text';
import type { BlindSpot } from '../../model/blind-spot';
import { fileOf, isPlace, type At } from '../../model/finding';
import type { Location, Status, TreeNode, TreeParams } from '../../protocol';
import type { Root } from '../session/root';
import type { Session } from '../session/session';

/** The nodes of a view. Where several roots are open, each is a node of its own at the top. */
export function treeNodesOf({ view, id = [] }: TreeParams, session: Session): TreeNode[] {
  const roots = session.allRoots();
  const [uri, ...below] = id;
  const root = uri === undefined ? undefined : roots.find(each => each.uri === uri);
  if (root !== undefined) return treeNodes(root.workspace, view, below).map(node => nodeOf(node, root));
  if (uri !== undefined) return [];
  const only = roots.length === 1 ? roots[0] : undefined;
  if (only !== undefined) return treeNodes(only.workspace, view).map(node => nodeOf(node, only));
  return roots.flatMap(each => {
    const count = treeNodes(each.workspace, view).length;
    return count === 0 ? [] : [rootNode(each, count)];
  });
}

function rootNode({ uri, label }: Root, count: number): TreeNode {
  return { id: [uri], label, description: '', kind: 'group', hasChildren: true, count };
}

function nodeOf({ id, label, description, kind, place, explain, hasChildren, severity }: Node, root: Root): TreeNode {
  const location = place && locationOf(place, root);
  return {
    id: [root.uri, ...id],
    label,
    description,
    kind,
    hasChildren,
    ...(location === undefined ? {} : { location }),
    ...(severity === undefined ? {} : { severity }),
    ...(explain === undefined ? {} : { explain: { uri: root.uri, ...explain } }),
  };
}

/** What holds for a file; nothing where there is no registry. */
export function statusOf(uri: string | undefined, session: Session): Status | undefined {
  const root = session.rootFor(uri);
  if (root === undefined) return undefined;
  const { workspace, preferences } = root;
  const { names, workspaces, conflicts, undecided } = figuresOf(workspace);
  if (names === 0 && workspaces === 0) return undefined;
  const path = uri === undefined ? undefined : session.at(uri)?.path;
  const context = contextOf(workspace, path, preferences);
  return {
    ...(context.workspace === undefined ? {} : { workspace: context.workspace }),
    profile: context.profile,
    names,
    workspaces,
    conflicts,
    undecided,
    blindSpots: blindSpots(workspace).map(spot => silentOf(spot, root)),
  };
}

function silentOf(spot: BlindSpot, root: Root): Status['blindSpots'][number] {
  const location = spot.at && locationOf(spot.at, root);
  return { text: escapeInvisible(blindSpotInWords(spot)), ...(location === undefined ? {} : { location }) };
}

/** The location that the protocol has for a place or a span of a file; nothing where the text does not show the place. */
export function locationOf(at: At, root: Root): Location | undefined {
  const span = isPlace(at) ? root.workspace.span(at) : at.span;
  const { path } = fileOf(at);
  return span && { uri: root.positions.uriOf(path), range: root.positions.rangeIn(path, span) };
}
