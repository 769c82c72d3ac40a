import { defined } from '../../base/defined';
import {
  type CancellationToken,
  type ChangeAnnotation,
  type FileRename,
  type PrepareRenameResult,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { moveEdits, filesThatNeedNotMove, rename, renameTarget, type RenameEdits } from '../../features/edit/rename';
import type { RenameAcross, RenameAcrossParams } from '../../protocol';
import { textEditsOf } from '../session/convert';
import { throwIfRefused } from '../session/errors';
import { placeOnceRead, type Place } from './places';
import type { Root } from '../session/root';
import type { Session } from '../session/session';
import { parseUri } from '../hosts/uri';

/** The range and present name of what F2 would rename; nothing where the text is not ours alone. */
export async function prepareRename(
  params: TextDocumentPositionParams,
  session: Session,
  token: CancellationToken,
): Promise<PrepareRenameResult | undefined> {
  const place = await placeOnceRead(params, session, token);
  if (place === undefined) return undefined;
  const { root, path, offset } = place;
  const target = throwIfRefused(renameTarget(root.workspace, path, offset, root.preferences));
  return target && { range: root.positions.rangeIn(path, target.span), placeholder: target.name };
}

/** The edits of F2. A rename that is refused is an error of the request. */
export async function renameEdits(
  params: RenameParams,
  session: Session,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  const place = await placeOnceRead(params, session, token);
  const edits = place && (await editsFor(place, params.newName, false, token));
  return edits && workspaceEdit(place.root, edits);
}

/** What Rename Across Registry would rename, or with a new name the edits, of which the user confirms some. */
export async function renameAcross(
  { uri, position, newName }: RenameAcrossParams,
  session: Session,
  token: CancellationToken,
): Promise<RenameAcross | undefined> {
  const place = await placeOnceRead({ textDocument: { uri }, position }, session, token);
  if (place === undefined) return undefined;
  const { root, path, offset } = place;
  const target = throwIfRefused(renameTarget(root.workspace, path, offset, root.preferences, true));
  if (target === undefined || newName === undefined) return target && { name: target.name };
  const edits = await editsFor(place, newName, true, token);
  return {
    name: target.name,
    ...(edits === undefined ? {} : { edit: withConfirmation(root, edits, target.name, newName) }),
  };
}

/** The edits that go with files and folders that a person moves in the explorer. */
export function editsOfMovedFiles(files: readonly FileRename[], session: Session): WorkspaceEdit | undefined {
  const byRoot = new Map<Root, { path: string; to: string }[]>();
  for (const { oldUri, newUri } of files) {
    const root = session.rootAt(oldUri);
    const [from, to] = [parseUri(oldUri), parseUri(newUri)].map(parts => parts && root?.positions.pathOf(parts));
    if (root === undefined || !from || !to) continue;
    byRoot.set(root, [...(byRoot.get(root) ?? []), { path: from, to }]);
  }
  const documentChanges = [...byRoot].flatMap(
    ([root, moves]) => workspaceEdit(root, moveEdits(root.workspace, moves)).documentChanges ?? [],
  );
  return documentChanges.length === 0 ? undefined : { documentChanges };
}

async function editsFor(
  { root, path, offset }: Place,
  to: string,
  across: boolean,
  token: CancellationToken,
): Promise<RenameEdits | undefined> {
  const options = { across, isReadOnly: (each: string) => root.files.isReadOnly(each) };
  const { workspace, preferences } = root;
  return throwIfRefused(await rename(workspace, path, offset, to, preferences, options, root.checkpoint(token)));
}

/** `groupOf` is given the file that an edit moves, or moves with. */
function workspaceEdit(
  root: Root,
  { files, moves }: RenameEdits,
  groupOf?: (path: string | undefined) => string,
): WorkspaceEdit {
  const group = (path: string | undefined): { annotationId?: string } =>
    groupOf === undefined ? {} : { annotationId: groupOf(path) };
  const texts = [...files].map(([path, edits]) => ({
    textDocument: { uri: root.positions.uriOf(path), version: root.documents.versionOf(path) ?? null },
    edits: textEditsOf(root.workspace.text(path) ?? '', edits).map((edit, i) => ({
      ...edit,
      ...group(defined(edits[i], 'the edit of a name').withMove),
    })),
  }));
  const renames = moves.map(({ path, to }) => ({
    kind: 'rename' as const,
    oldUri: root.positions.uriOf(path),
    newUri: root.positions.uriOf(to),
    ...group(path),
  }));
  return { documentChanges: [...texts, ...renames] };
}

/**
 * In two groups. Files that only move are to be confirmed, with what names them by their path: without that they keep
 * their names, and everything is right all the same. A file whose text changes moves with the names, since editors make no
 * edit in a file whose move is not confirmed.
 */
function withConfirmation(root: Root, edits: RenameEdits, from: string, to: string): WorkspaceEdit {
  const change = (label: string, needsConfirmation: boolean): ChangeAnnotation => ({
    label,
    description: `'${from}' → '${to}'`,
    needsConfirmation,
  });
  const alone = filesThatNeedNotMove(edits);
  const groupOf = (path: string | undefined): string => (path !== undefined && alone.has(path) ? 'files' : 'names');
  return {
    changeAnnotations: {
      names: change('Names in registries and code', false),
      files: change('Files that only move, and what names them', true),
    },
    ...workspaceEdit(root, edits, groupOf),
  };
}
