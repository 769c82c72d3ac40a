import type { CancellationToken } from 'vscode-languageserver';
import { Checkpoint } from '../../base/cancellation';
import { diffMarkdown } from '../../features/states/diff-report';
import { mergeMarkdown } from '../../features/states/merge-report';
import { mergePreview } from '../../features/states/merge-preview';
import { registryState, type RegistryState } from '../../features/states/registry-state';
import { parseSnapshot, snapshotText } from '../../features/states/snapshot';
import { diffStates } from '../../features/states/state-diff';
import { WRITERS } from '../../features/export/literal-writers';
import { truncateName } from '../../base/message-text';
import type { CompareParams, Exported, ExportParams, MergeParams, Scoped, StateSource } from '../../protocol';
import { refuse } from '../session/errors';
import { rootOf } from './places';
import type { Root } from '../session/root';
import type { Session } from '../session/session';

/** The state of a root as a snapshot. */
export function snapshotOf(params: Scoped, session: Session): { readonly text: string } {
  return { text: snapshotText(registryState(rootOf(params, session).workspace)) };
}

/** The branches and tags that there are to compare. */
export function commitNamesOf(params: Scoped, session: Session): Promise<readonly string[]> {
  return rootOf(params, session).files.commitNames();
}

/** What differs between two states, as Markdown. */
export async function comparisonOf(
  params: CompareParams,
  session: Session,
  token: CancellationToken,
): Promise<{ readonly markdown: string }> {
  const root = rootOf(params, session);
  const checkpoint = checkpointFor(session, token);
  const a = await stateOf(params.from, root, checkpoint);
  const b = await stateOf(params.to, root, checkpoint);
  return { markdown: diffMarkdown(diffStates(a, b), { a: labelOf(params.from), b: labelOf(params.to) }, undefined) };
}

/** What happens if workspaces land in core, as Markdown. Imagined in an engine of its own. */
export async function mergePreviewOf(
  params: MergeParams,
  session: Session,
  token: CancellationToken,
): Promise<{ readonly markdown: string }> {
  const root = rootOf(params, session);
  const known = root.workspace.workspaceIds;
  const { workspaces = [] } = params;
  const unknown = workspaces.find(id => !known.includes(id));
  if (unknown !== undefined) refuse(`There is no workspace '${truncateName(unknown)}'.`);
  const ids = workspaces.length === 0 ? known : [...new Set(workspaces)].sort();
  const checkpoint = checkpointFor(session, token);
  const preview = await mergePreview(await root.files.copy(root.documents, checkpoint), ids, checkpoint);
  return { markdown: mergeMarkdown(preview, (path, line) => `${root.positions.uriOf(path)}#L${line}`) };
}

/** What can be exported, or one of it as text. */
export function exportOf(params: Scoped | ExportParams, session: Session): Exported | { readonly tables: string[] } {
  const { answers, lookup } = rootOf(params, session).workspace;
  const tables = new Map(answers.flatMap(({ exportedTables = {} }) => Object.entries(exportedTables)));
  if (!('table' in params)) return { tables: [...tables.keys()] };
  const make = tables.get(params.table) ?? refuse(`There is no table '${truncateName(params.table)}'.`);
  const { name, value, omissions } = make(params.workspace, lookup);
  return { text: WRITERS[params.format](name, value), lost: omissions };
}

function checkpointFor({ queue }: Session, token: CancellationToken): Checkpoint {
  return new Checkpoint(queue, { isStale: () => token.isCancellationRequested });
}

async function stateOf(source: StateSource, root: Root, checkpoint: Checkpoint): Promise<RegistryState> {
  switch (source.kind) {
    case 'files':
      return registryState(root.workspace);
    case 'snapshot':
      return parseSnapshot(source.text)?.state ?? refuse(`'${truncateName(source.label)}' is no snapshot.`);
    case 'commit': {
      const workspace = await root.files.commit(source.ref, checkpoint);
      return registryState(
        workspace ?? refuse(`There is no branch, tag or commit '${truncateName(source.ref)}' to be read.`),
      );
    }
  }
}

function labelOf(source: StateSource): string {
  if (source.kind === 'files') return 'files as they are';
  return source.kind === 'snapshot' ? source.label : source.ref;
}
