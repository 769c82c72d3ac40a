import { fileEditsOf, type FileEdits } from '../../features/edit/fixes';
import { newWorkspace } from '../../features/edit/new-workspace';
import type { Edited, NewStepChoices, NewStepParams, NewWorkspaceParams, Scoped } from '../../protocol';
import { editOf } from './actions';
import { throwIfRefused, refuse } from '../session/errors';
import { rootOf } from './places';
import type { Root } from '../session/root';
import type { Session } from '../session/session';

/** The files of a new developer workspace. */
export function newWorkspaceOf(params: NewWorkspaceParams, session: Session): Edited {
  const root = rootOf(params, session);
  const { id, template, copyFrom } = params;
  const { files, registry } = throwIfRefused(newWorkspace(root.workspace, id, { template, copyFrom }));
  const taken = files.find(({ path }) => root.workspace.lookup.hasFile(path));
  if (taken !== undefined) refuse(`There is a file ${taken.path} already.`);
  return editedFiles(
    root,
    files.map(({ path, text }) => ({ path, create: text })),
    registry,
    session,
  );
}

/** What a new step can be, or the edits that make it. */
export function newStepOf(params: Scoped | NewStepParams, session: Session): Edited | NewStepChoices {
  const root = rootOf(params, session);
  const { answers, lookup } = root.workspace;
  const draft = answers.find(each => each.draft !== undefined)?.draft;
  if (draft === undefined) refuse('Nothing here takes that.');
  if (!('name' in params)) {
    const known = root.workspace.workspaces.filter(({ place }) => place !== undefined);
    return { workspaces: [...new Set(known.map(({ id }) => id))].sort(), types: draft.types };
  }
  const { stages } = throwIfRefused(draft.of(params.name, params.type, params.workspace, lookup));
  const files = fileEditsOf(root.workspace, { title: '', safe: false, edits: stages.flat() });
  const registry = files?.find(file => 'edits' in file)?.path;
  if (files === undefined || registry === undefined) refuse('The text there cannot be edited by itself.');
  return editedFiles(root, files, registry, session);
}

/** New files come apart from the edits, since a protocol's edit can only make empty ones and type into them. */
function editedFiles(root: Root, files: readonly FileEdits[], path: string, { client }: Session): Edited {
  const created = files.flatMap(file =>
    'create' in file ? [{ uri: root.positions.uriOf(file.path), text: file.create }] : [],
  );
  const changed = files.filter(file => 'edits' in file);
  const edit = changed.length === 0 ? undefined : editOf(root, changed, client);
  return { created, ...(edit === undefined ? {} : { edit }), open: root.positions.uriOf(path) };
}
