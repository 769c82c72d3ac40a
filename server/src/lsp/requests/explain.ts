import { defined } from '../../base/defined';
import { escapeInvisible } from '../../base/message-text';
import type { CancellationToken } from 'vscode-languageserver';
import { contextOf, type Preferences } from '../../features/context';
import { explain, explainableNames } from '../../features/explain/explain';
import { explainableAround, explainableByRegistry } from '../../features/explain/explainable';
import { explainJson } from '../../features/explain/json';
import { explainMarkdown } from '../../features/explain/markdown';
import { explainText } from '../../features/explain/text';
import type { Context, Explanation, Outcome } from '../../model/explanation';
import type {
  ExplainableName,
  Explanation as Explained,
  ExplainParams,
  Scoped,
  WorkspaceSummary,
} from '../../protocol';
import { anyPlaceOnceRead } from './places';
import type { Root } from '../session/root';
import type { Session } from '../session/session';
import { uriBelow } from '../hosts/uri';

/** Explains what stands at a position, or a name; nothing when there is nothing of ours at the position. */
export async function explanationOf(
  params: ExplainParams,
  session: Session,
  token: CancellationToken,
): Promise<Explained | undefined> {
  const asked = await questionOf(params, session, token);
  if (asked === undefined) return undefined;
  const { root, name, kind, context } = asked;
  const found = explain(root.workspace, name, context, kind);
  return found.length === 0 ? undefined : rendered(name, found, root);
}

/** Every name that can be explained, sorted. */
export function listNames(scope: Scoped, session: Session): string[] {
  return [...new Set(rootsInScope(scope, session).flatMap(root => explainableNames(root.workspace)))].sort();
}

/** The names that can be explained, by registry, for a list to pick from. */
export function listExplainable(scope: Scoped, session: Session): ExplainableName[] {
  const path = scope.uri === undefined ? undefined : session.at(scope.uri)?.path;
  return rootsInScope(scope, session).flatMap(root => {
    const { workspace: own } = contextOf(root.workspace, path, root.preferences);
    return explainableByRegistry(root.workspace, own).map(({ workspace, description, ...each }) => ({
      ...each,
      uri: root.uri,
      description: escapeInvisible(description),
      ...(workspace === undefined ? {} : { workspace }),
    }));
  });
}

/** Every developer workspace, by id. */
export function listWorkspaces(scope: Scoped, session: Session): WorkspaceSummary[] {
  const all = rootsInScope(scope, session).flatMap(root => {
    return root.workspace.workspaces.map(({ id, folder }) => ({ id, root: uriBelow(root.uri, folder) }));
  });
  return all.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The root that a question comes from; all where it comes from none. */
function rootsInScope({ uri }: Scoped, session: Session): readonly Root[] {
  const own = uri === undefined ? undefined : session.rootAt(uri);
  return own === undefined ? session.allRoots() : [own];
}

interface Question {
  readonly root: Root;
  readonly name: string;
  readonly kind: string | undefined;
  readonly context: Context;
}

async function questionOf(
  params: ExplainParams,
  session: Session,
  token: CancellationToken,
): Promise<Question | undefined> {
  const { uri, position, name, kind } = params;
  if (name !== undefined) {
    await session.ready(token);
    const root = rootFor(name, uri, session);
    const path = uri === undefined ? undefined : session.at(uri)?.path;
    return root && { root, name, kind, context: contextOf(root.workspace, path, preferencesFor(root, params)) };
  }
  if (uri === undefined || position === undefined) return undefined;
  const place = await anyPlaceOnceRead({ textDocument: { uri }, position }, session, token);
  if (place === undefined) return undefined;
  const { root, path, offset } = place;
  const found = explainableAround(root.workspace, path, offset, preferencesFor(root, params));
  return found && { root, ...found };
}

/** What the caller says goes before what the user has picked. */
function preferencesFor(root: Root, params: ExplainParams): Preferences {
  const { workspace, profile, framework, environment, mode } = params;
  return { ...root.preferences, requested: { workspace, profile, framework, environment, mode } };
}

/** The root of the file the question comes from, else the first that knows the name, else the first. */
function rootFor(name: string, uri: string | undefined, session: Session): Root | undefined {
  const own = uri === undefined ? undefined : session.rootAt(uri);
  const roots = session.allRoots();
  return own ?? roots.find(root => explainableNames(root.workspace).includes(name)) ?? roots[0];
}

/** Several systems may know a name: their explanations follow each other, and the first one says what it is. */
function rendered(name: string, found: readonly Explanation[], root: Root): Explained {
  const { workspace } = root;
  const linkTo = (path: string, line: number): string => `${root.positions.uriOf(path)}#L${line}`;
  const data = found.map(each => explainJson(workspace, each));
  const { kind, context, subject, outcome } = defined(found[0], 'an explanation');
  return {
    name,
    kind,
    ...(context.workspace === undefined ? {} : { workspace: context.workspace }),
    ...choiceField(subject, outcome),
    markdown: found.map(each => explainMarkdown(workspace, each, linkTo)).join('\n'),
    json: JSON.stringify(data.length === 1 ? data[0] : data, undefined, 2),
    text: found.map(each => explainText(workspace, each)).join('\n'),
  };
}

function choiceField(of: string, { choices, winner }: Outcome): Pick<Explained, 'choice'> {
  if (choices === undefined) return {};
  return { choice: { of, among: choices, ...(winner === undefined ? {} : { chosen: winner }) } };
}
