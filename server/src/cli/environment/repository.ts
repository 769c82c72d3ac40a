import { longFlag } from './command-spec';
import { defined } from '../../base/defined';
import path from 'node:path';
import { isAtOrBelow } from '../../base/paths';
import { answersInUse } from '../../features/explain/explain';
import { escapeInvisible } from '../../base/message-text';
import { pluralize } from '../../base/terminal-columns';
import { loadWorkspace } from '../../host/disk-files';
import { JOURNAL_FILE } from '../../host/journal';
import { recover } from '../../host/recover';
import { exists, isFolder, rootOf } from '../../host/roots';
import { textOf } from '../../host/read-text';
import type { WalkResult } from '../../host/file-source';
import { isOutside, UNSEEN_NOTE, unseenInWords } from '../../model/unseen';
import type { RunSettings } from '../../model/lookup';
import { SYSTEM_WORDS } from '../../generated/system-words';
import { Workspace } from '../../workspace';
import type { Terminal } from './terminal';
import { unknownName, WrongUse } from './wrong-use';

/** Options that every command over a repository has; those of systems (`RunOption`) are among them, too. */
export interface RepositoryOptions {
  readonly root?: string;
  readonly policyEnvironment?: string;
  /** A root that is open already, with its findings; questions about it are put to it, instead of reading it again. */
  readonly opened?: OpenedRoot | undefined;
}

/** A root that was read. */
export interface OpenedRoot {
  readonly root: string;
  readonly workspace: Workspace;
  /** What could not be listed, and what was left out since it is a root of its own. */
  readonly found: Pick<WalkResult, 'unlistable' | 'innerRoots'>;
}

/** A repository that was read, and what of it the caller asked about. */
export interface Repository {
  readonly root: string;
  readonly workspace: Workspace;
  /** The paths to report on, relative to the root; an empty path is the root itself. */
  readonly scope: readonly string[];
  /** A path of the root as the caller would write it. */
  readonly pathOf: (path: string) => string;
}

/**
 * Reads the repository that the first path lies in. Paths limit what is reported, never what is read. With `check`,
 * findings are computed as well. With `whole`, the command fails if a part of the repository cannot be read, now
 * (`checkAllSeen`) or later. With `writes`, what an earlier run has begun to write is finished or undone before.
 */
export async function openRepository(
  paths: readonly string[],
  options: RepositoryOptions,
  terminal: Terminal,
  {
    check,
    whole = false,
    writes = false,
  }: { readonly check: boolean; readonly whole?: boolean; readonly writes?: boolean },
): Promise<Repository> {
  const asked = (paths.length === 0 ? ['.'] : paths).map(each => existingPath(each));
  const root =
    options.root === undefined ? rootOf(defined(asked[0], 'the path to report on')) : existingFolder(options.root);
  noteInterrupted(root, writes, terminal);
  const scope = options.root !== undefined && paths.length === 0 ? [''] : asked.map(each => relativeTo(root, each));
  const opened =
    options.opened?.root === root
      ? options.opened
      : await openRoot(root, settingsFor(root, options), terminal, { check, whole });
  const { workspace, found } = opened;
  const pathOf = (at: string): string => toPosix(path.relative(process.cwd(), path.join(root, at))) || '.';
  const inScope = (at: string): boolean => isInScope(at, scope) || scope.some(each => isInScope(each, [at]));
  noteUnlistableFolders(found.unlistable, pathOf, terminal);
  if (whole) checkAllSeen({ workspace, pathOf }, terminal);
  noteLeftOut('they are roots of their own', found.innerRoots.filter(inScope).sort().map(pathOf), terminal);
  return { root, workspace, scope, pathOf };
}

/** Reads a root. With `whole`, a file that cannot be read any more when it is asked about is wrong use. */
export async function openRoot(
  root: string,
  settings: RunSettings,
  terminal: Terminal,
  { check, whole }: { readonly check: boolean; readonly whole: boolean },
): Promise<OpenedRoot> {
  const workspace: Workspace = new Workspace({
    readText: at => {
      const isWanted = whole && workspace.file(at) !== undefined && !workspace.links.has(at);
      return textOf(path.join(root, at)) ?? (isWanted ? refuseUnreadable(at) : undefined);
    },
    settings,
  });
  const found = await loadWorkspace(workspace, root, {
    check,
    progress: (done, total) => terminal.progress(`Reading ${done} of ${total} files`),
  });
  return { root, workspace, found };
}

/** Says that an earlier run was killed while it wrote. A command that writes finishes or undoes that before anything is read. */
export function noteInterrupted(root: string, writes: boolean, terminal: Terminal): void {
  if (!exists(path.join(root, JOURNAL_FILE))) return;
  if (!writes) {
    terminal.note(
      'An earlier run was stopped while it wrote here: the next command that writes finishes or undoes that.\n',
    );
    return;
  }
  const done = recover(root);
  if (done === undefined) return;
  const { outcome, files, changed } = done;
  const end = outcome === 'finished' ? 'it is finished now' : 'that is undone, and nothing of it is left';
  terminal.note(`An earlier run was stopped while it wrote ${pluralize(files, 'file', 'files')}: ${end}.\n`);
  for (const file of changed)
    terminal.note(
      `${escapeInvisible(file)} has been changed since then, so it stays; beside it lies what it was before.\n`,
    );
}

/** Names folders that cannot be listed, also outside of the scope: what is reported may depend on their contents. */
function noteUnlistableFolders(
  unlistable: WalkResult['unlistable'],
  pathOf: Repository['pathOf'],
  terminal: Terminal,
): void {
  for (const { path: at, message } of unlistable.slice(0, MAX_FOLDERS_NAMED))
    terminal.note(`Cannot list ${escapeInvisible(pathOf(at))}: ${escapeInvisible(message)}. ${UNSEEN_NOTE}\n`);
  if (unlistable.length > MAX_FOLDERS_NAMED)
    terminal.note(`Nor can ${unlistable.length - MAX_FOLDERS_NAMED} more folders be listed.\n`);
}

/** At most this many folders that cannot be listed are named one by one. */
const MAX_FOLDERS_NAMED = 10;

function refuseUnreadable(at: string): never {
  throw new WrongUse(`${escapeInvisible(at)} cannot be read any more: what is in it would be left out.`);
}

/**
 * Fails if a part of the repository could not be read, so that nothing incomplete is written or compared. Links that
 * lead out of the repository are only named, since their targets do not belong to it; unless the link looks like a
 * registry.
 */
export function checkAllSeen(
  { workspace, pathOf }: Pick<Repository, 'workspace' | 'pathOf'>,
  terminal: Terminal,
): void {
  const { lookup } = workspace;
  const lost = lookup.unseen().find(each => !isOutside(each, lookup) || workspace.expectsRegistry(each.path));
  if (lost !== undefined)
    throw new WrongUse(
      `Not everything is in sight, since ${escapeInvisible(unseenInWords(lost, lookup))}: what is in it would be left out.`,
    );
  const links = lookup.unseen().map(each => pathOf(each.path));
  noteLeftOut('they are links out of the repository, which are not followed', links, terminal);
}

function noteLeftOut(why: string, places: readonly string[], terminal: Terminal): void {
  if (places.length === 0) return;
  const named = places.slice(0, 5).map(escapeInvisible).join(', ');
  terminal.note(`Left out, since ${why}: ${named}${places.length > 5 ? ', …' : ''}\n`);
}

/** Whether a path lies at or below one of `scope`. */
export function isInScope(at: string, scope: readonly string[]): boolean {
  return scope.some(each => isAtOrBelow(at, each));
}

/** The kinds of names that can be asked about, in words: `step`, `step or module`. */
export function kindsOf({ answers, lookup }: Workspace, kind: string | undefined): string {
  return (
    kind ??
    answersInUse(answers, lookup)
      .map(each => each.kind)
      .join(' or ')
  );
}

/** The plural of a kind. */
export function pluralOf({ answers }: Workspace, kind: string): string {
  return answers.find(each => each.kind === kind)?.plural ?? kind;
}

/** Throws `WrongUse` for the id of a workspace that does not exist. */
export function checkWorkspace(workspace: Workspace, id: string | undefined): void {
  if (id === undefined) return;
  const known = workspace.workspaceIds;
  const doubtful = workspace.workspaces.filter(({ loaded }) => loaded === null);
  if (known.includes(id) || doubtful.some(({ mayBe }) => mayBe === id)) return;
  const [first] = doubtful;
  if (first === undefined) throw new WrongUse(unknownName('workspace', id, known));
  const why = `the one in ${first.folder} may be called so (${first.reason ?? ''})`;
  throw new WrongUse(escapeInvisible(`Cannot tell whether there is a workspace '${id}': ${why}.`));
}

/** The developer workspace that a path of the scope or the current folder lies in. */
export function workspaceAt({ workspace: { workspaces }, root, scope }: Repository): string | undefined {
  const here = toPosix(path.relative(root, process.cwd()));
  for (const at of [...scope, here]) {
    const found = workspaces.find(({ folder }) => isInScope(at, [folder]));
    if (found !== undefined) return found.id;
  }
  return undefined;
}

function existingPath(at: string): string {
  const full = path.resolve(at);
  if (!exists(full)) throw new WrongUse(`There is no file or folder '${escapeInvisible(at)}'.`);
  return full;
}

function existingFolder(at: string): string {
  const full = existingPath(at);
  if (!isFolder(full)) throw new WrongUse(`'${escapeInvisible(at)}' is not a folder.`);
  return full;
}

/** A path of the repository, maybe with a line, that the caller writes from where it stands; none where there is no such file. */
export function asPath({ root, workspace }: Repository, text: string): string | undefined {
  const [line = ''] = /(?::\d+){1,2}$/.exec(text) ?? [];
  const at = toPosix(path.relative(root, path.resolve(text.slice(0, text.length - line.length))));
  return workspace.file(at) === undefined ? undefined : at + line;
}

function relativeTo(root: string, full: string): string {
  const at = toPosix(path.relative(root, full));
  if (at !== '..' && !at.startsWith('../') && !path.isAbsolute(at)) return at;
  throw new WrongUse(`'${escapeInvisible(full)}' is not below ${escapeInvisible(root)}: ask about one root at a time.`);
}

/**
 * The settings of this run. Their paths are relative to the current folder or else, as in the project file, to the
 * root.
 */
export function settingsFor(root: string, options: RepositoryOptions): RunSettings {
  const given = new Map<string, unknown>(Object.entries(options));
  const systems: Record<string, Record<string, unknown>> = {};
  for (const { system, setting, flags, takes } of SYSTEM_WORDS.options) {
    const flag = longFlag({ flags });
    const said = given.get(flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
    if (said === undefined) continue;
    const placed = (at: string): string => pathOfOption(root, at, flag);
    const value =
      takes === 'path' ? placed(said as string) : (said as readonly string[]).map(each => namedPath(each, placed));
    systems[system] = { ...systems[system], [setting]: value };
  }
  const { policyEnvironment } = options;
  return { ...(policyEnvironment === undefined ? {} : { environment: policyEnvironment }), systems };
}

function pathOfOption(root: string, at: string, option: string): string {
  const full = [path.resolve(at), path.resolve(root, at)].find(exists);
  if (full === undefined) throw new WrongUse(`There is no file or folder '${escapeInvisible(at)}' (${option}).`);
  return relativeTo(root, full);
}

/** `folder`, or `namespace=folder`. */
function namedPath(
  said: string,
  placed: (at: string) => string,
): { readonly path: string; readonly namespace?: string } {
  const namespace = /^(\w[\w.]*)=/.exec(said)?.[1];
  return namespace === undefined
    ? { path: placed(said) }
    : { path: placed(said.slice(`${namespace}=`.length)), namespace };
}

function toPosix(at: string): string {
  return at.split(path.sep).join('/');
}
