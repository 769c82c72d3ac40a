import { defined } from '../../base/defined';
import type { Checkpoint } from '../../base/cancellation';
import { compareStrings, groupBy } from '../../base/collections';
import { classKey } from '../../model/class-outline';
import type { Workspace } from '../../workspace';
import type { Definition } from '../overviews/conflicts';
import { findingsOf, findingsOnlyIn, type FindingData } from './consequences';
import type { FixEdit } from '../../model/fix';
import { fileEditsOf } from '../edit/fixes';
import { applyStages } from '../edit/stages';
import { locate } from '../text/locations';
import type { Place } from '../../model/fact';
import { SEVERITIES } from '../../model/finding';

/**
 * What happens if developer workspaces land in core: conflicts of each pair, and what all of them do in the order of
 * their ids.
 */
export interface MergePreview {
  readonly workspaces: readonly string[];
  /** Pairs of workspaces that define names or files differently. */
  readonly pairs: readonly ConflictingPair[];
  /** Rows of workspaces that replace a row of core. */
  readonly replaced: readonly { readonly kind: string; readonly name: string; readonly workspace: string }[];
  /** Definitions that would be lost, since the workspace `to` has landed another one of the same name before. */
  readonly lost: readonly {
    readonly kind: string;
    readonly name: string;
    readonly workspace: string;
    readonly to: string;
  }[];
  /** Definitions that cannot land at all, and why. */
  readonly refused: readonly {
    readonly kind: string;
    readonly name: string;
    readonly workspace: string;
    readonly reason: string;
  }[];
  /**
   * Definitions that may be no part of their workspaces today, and why that cannot be told. They land, but are not counted as lost or as
   * replacing. Tables that may hold more than is named in them stand among these (`step table`).
   */
  readonly undecided: MergePreview['refused'];
  /** What is found only once they have landed, the most severe first. */
  readonly fresh: readonly LandedFinding[];
  /** Files that would land at the same path: the one that lands first, then those with other texts. */
  readonly clashes: readonly {
    readonly to: string;
    readonly files: readonly { readonly workspace: string; readonly path: string }[];
  }[];
}

/** A finding in the files as they would be. */
export interface LandedFinding extends FindingData {
  /** Where its text stands today, as lines of core that are yet to be written can be shown nowhere; absent if nothing of today is behind it. */
  readonly from?: Pick<FindingData, 'path' | 'line' | 'column'>;
}

interface ConflictingPair {
  readonly workspaces: readonly [string, string];
  readonly names: readonly { readonly kind: string; readonly name: string; readonly fields: readonly string[] }[];
  /** Paths in core at which both workspaces would have a file, with different texts. */
  readonly files: readonly string[];
}

/**
 * Lands the workspaces `ids` in the files of `workspace`, which is changed by it. Slow; gives way at the checkpoint.
 */
export async function mergePreview(
  workspace: Workspace,
  ids: readonly string[],
  checkpoint: Checkpoint,
): Promise<MergePreview> {
  const before = await findingsOf(workspace, checkpoint);
  const all = workspace.answers
    .flatMap(answers => answers.list(undefined, workspace.lookup))
    .filter(item => item.loaded !== false);
  const tables = workspace.answers.flatMap(answers =>
    (answers.openParts?.(undefined, workspace.lookup) ?? []).map(part => ({ ...part, kind: `${answers.kind} table` })),
  );
  const byWorkspace = groupBy(all, item => item.workspace);
  const own = ids.map(id => [id, effectiveDefinitions(byWorkspace.get(id) ?? [])] as const);
  const landing = await landingFiles(workspace, checkpoint);
  const files = ids.map(id => [id, landing.get(id) ?? new Map<string, LandingFile>()] as const);
  const inCore = new Set((byWorkspace.get(undefined) ?? []).map(({ kind, name }) => `${kind}\0${name}`));
  const pairs = conflictingPairs(new Map(own), new Map(files), ids);
  const lost: MergePreview['lost'][number][] = [];
  const refused: MergePreview['refused'][number][] = [];
  const replaced: MergePreview['replaced'][number][] = [];
  const undecided: MergePreview['undecided'][number][] = [];
  const today = new Map(all.map(item => [item, locate(workspace, item.place)]));
  const edited = new Set<string>();
  const landed = new Map<string, { id: string; fields: string }>();
  /** The strings in the landed rows of each workspace, names of classes among them. */
  const named = new Map<string, Set<string>>();
  for (const [id, definitions] of own) {
    const words = new Set<string>();
    named.set(id, words);
    const moving: MovingDefinition[] = [];
    for (const { kind, name, fields, loaded, reason = '' } of definitions) {
      await checkpoint.pass();
      const key = `${kind}\0${name}`;
      const item = { kind, name, workspace: id };
      if (loaded === null) undecided.push({ ...item, reason });
      const first = landed.get(key);
      if (first !== undefined) {
        if (loaded === true && first.fields !== JSON.stringify(fields)) lost.push({ ...item, to: first.id });
        continue;
      }
      landed.set(key, { id, fields: JSON.stringify(fields) });
      const answers = workspace.answers.find(each => each.kind === kind);
      const moved = answers?.move?.(name, id, undefined, workspace.lookup) ?? { refused: 'It has no place in core.' };
      if ('refused' in moved) refused.push({ ...item, reason: moved.refused });
      else moving.push({ item, stages: moved.stages, fields, replaces: loaded === true && inCore.has(key) });
    }
    const moved = new Set(moveAll(workspace, moving, edited));
    for (const each of moving) {
      const { item, fields, replaces } = each;
      if (!moved.has(each)) refused.push({ ...item, reason: 'Its row cannot be edited.' });
      else {
        for (const value of Object.values(fields)) if (typeof value === 'string') words.add(value);
        if (replaces) replaced.push(item);
      }
    }
  }
  for (const { kind, name, workspace: id = '', reason } of tables)
    if (ids.includes(id)) undecided.push({ kind, name, workspace: id, reason });
  const origins = moveFilesToCore(workspace, files, named);
  await checkpoint.untilDone(mayGoOn => workspace.check(mayGoOn));
  const inForce = [...own.flatMap(([, definitions]) => definitions), ...all];
  const rowsToday = new Map(inForce.reverse().map(item => [item.name, today.get(item)]));
  const fresh = findingsOnlyIn(await findingsOf(workspace, checkpoint), before).map((finding): LandedFinding => {
    const { path, line, column } = finding;
    const origin = origins.get(path) ?? (edited.has(path) ? undefined : path);
    if (origin !== undefined) return { ...finding, from: { path: origin, line, column } };
    const name = narrowestPlaceOf(workspace, path, finding)?.fact.name;
    const row = name === undefined ? undefined : rowsToday.get(name);
    return row === undefined ? finding : { ...finding, from: { path: row.path, ...row.range.start } };
  });
  const rank = ({ severity }: FindingData): number => SEVERITIES.indexOf(severity);
  fresh.sort((a, b) => rank(a) - rank(b));
  return { workspaces: ids, pairs, replaced, lost, refused, undecided, fresh, clashes: clashesOf(files) };
}

/** The narrowest part of a fact where a finding begins. */
export function narrowestPlaceOf(
  workspace: Workspace,
  path: string,
  { line, column }: Pick<FindingData, 'line' | 'column'>,
): Place | undefined {
  const start = workspace.lineStarts(path)?.[line - 1];
  return start === undefined ? undefined : workspace.placesAt(path, start + column - 1)[0];
}

/** A definition on its way to core. */
interface MovingDefinition {
  readonly item: MergePreview['replaced'][number];
  readonly stages: readonly (readonly FixEdit[])[];
  readonly fields: Definition['fields'];
  /** Whether it takes the place of a row of core. */
  readonly replaces: boolean;
}

/**
 * Moves definitions of a workspace to core, and returns those that have moved. They move all at once, since each edit has its file read
 * anew; where they cannot be edited together, one after the other. Adds the paths of the files that this edits to `edited`.
 */
function moveAll(
  workspace: Workspace,
  moving: readonly MovingDefinition[],
  edited: Set<string>,
): readonly MovingDefinition[] {
  const isMade = (stages: MovingDefinition['stages']): boolean => {
    const changed = applyStages(workspace, stages);
    for (const path of changed?.keys() ?? []) edited.add(path);
    return changed !== undefined;
  };
  const depth = Math.max(0, ...moving.map(({ stages }) => stages.length));
  const together = Array.from({ length: depth }, (_, i) => moving.flatMap(({ stages }) => stages[i] ?? []));
  // Stages that are made stay made, so all are tried before the first.
  const fits = together.every(edits => fileEditsOf(workspace, { title: '', safe: false, edits }) !== undefined);
  if (fits && isMade(together)) return moving;
  return moving.filter(({ stages }) => isMade(stages));
}

/** The definitions that are in force in a workspace: of a local and an override of one name, the override. */
function effectiveDefinitions(loaded: readonly Definition[]): Definition[] {
  const byName = groupBy(loaded, ({ kind, name }) => `${kind}\0${name}`);
  return [...byName.values()].map(same => same.find(({ scope }) => scope === 'override') ?? same[0]);
}

interface LandingFile {
  readonly path: string;
  readonly text: string;
}

/** The files of each workspace that would land, by their paths in core. */
async function landingFiles(
  workspace: Workspace,
  checkpoint: Checkpoint,
): Promise<Map<string, Map<string, LandingFile>>> {
  const { answers, lookup } = workspace;
  const owners = new Map(workspace.workspaces.map(({ folder, id }) => [folder, id]));
  const found = new Map<string, Map<string, LandingFile>>();
  for (const path of workspace.paths()) {
    await checkpoint.pass();
    const id = foldersOf(path)
      .map(folder => owners.get(folder))
      .find(each => each !== undefined);
    const to =
      id === undefined
        ? undefined
        : answers.map(each => each.pathInCore?.(path, lookup)).find(each => each !== undefined);
    const text = to === undefined ? undefined : workspace.text(path);
    if (id !== undefined && to !== undefined && text !== undefined) innerMapOf(found, id).set(to, { path, text });
  }
  return found;
}

/** The folders that a file lies in. */
function foldersOf(path: string): string[] {
  const segments = path.split('/');
  return segments.slice(0, -1).map((_, i) => segments.slice(0, i + 1).join('/'));
}

function clashesOf(files: readonly (readonly [string, ReadonlyMap<string, LandingFile>])[]): MergePreview['clashes'] {
  const landed = files.flatMap(([id, own]) => [...own].map(([to, file]) => ({ to, workspace: id, ...file })));
  return [...groupBy(landed, ({ to }) => to)].flatMap(([to, [first, ...rest]]) => {
    const others = rest.filter(({ text }) => text !== first.text);
    const all = [first, ...others].map(({ workspace, path }) => ({ workspace, path }));
    return others.length === 0 ? [] : [{ to, files: all }];
  });
}

/**
 * Moves the files of workspaces into core and leaves empty folders behind. Of several files for one path the first
 * lands; a file that core has at the path stays, unless the new one holds a class that a landed row names. Returns the
 * original path of each file that landed, by its path in core.
 */
function moveFilesToCore(
  workspace: Workspace,
  files: readonly (readonly [string, ReadonlyMap<string, LandingFile>])[],
  named: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string> {
  const origins = new Map<string, string>();
  const { lookup } = workspace;
  const ids = new Set(files.map(([id]) => id));
  const folders = workspace.workspaces.filter(({ id }) => ids.has(id));
  const needed = new Map(
    [...named].map(([id, words]) => {
      const classes = [...words].flatMap(word => lookup.providers(classKey(word)));
      return [id, new Set(classes.map(({ file }) => file.path))];
    }),
  );
  for (const { folder } of folders) {
    workspace.takeChanges(new Map([[folder, undefined]]));
    workspace.addPath(`${folder}/.gitkeep`);
  }
  for (const [id, own] of files)
    for (const [to, { path, text }] of own) {
      if (origins.has(to) || (workspace.lookup.hasFile(to) && needed.get(id)?.has(path) !== true)) continue;
      workspace.takeChanges(new Map([[to, { text, open: true }]]));
      origins.set(to, path);
    }
  return origins;
}

function conflictingPairs(
  own: ReadonlyMap<string, readonly Definition[]>,
  files: ReadonlyMap<string, ReadonlyMap<string, LandingFile>>,
  ids: readonly string[],
): ConflictingPair[] {
  const rows = new Map<string, Map<string, Definition>>();
  const places = new Map<string, Map<string, string>>();
  for (const id of ids) {
    for (const item of defined(own.get(id), 'the definitions of a workspace'))
      if (item.loaded === true) innerMapOf(rows, `${item.kind}\0${item.name}`).set(id, item);
    for (const [to, { text }] of defined(files.get(id), 'the files of a workspace'))
      innerMapOf(places, to).set(id, text);
  }
  const pairs = new Map<
    string,
    { workspaces: [string, string]; names: ConflictingPair['names'][number][]; files: string[] }
  >();
  const pairOf = (a: string, b: string) => {
    const key = `${a}\0${b}`;
    const found = pairs.get(key) ?? { workspaces: [a, b], names: [], files: [] };
    pairs.set(key, found);
    return found;
  };
  for (const same of rows.values())
    for (const [[a, one], [b, other]] of pairwise([...same])) {
      const fields = differingFields(one.fields, other.fields);
      if (fields.length > 0) pairOf(a, b).names.push({ kind: one.kind, name: one.name, fields });
    }
  for (const [to, same] of places)
    for (const [[a, one], [b, other]] of pairwise([...same])) if (one !== other) pairOf(a, b).files.push(to);
  return [...pairs.values()].sort((a, b) => compareStrings(a.workspaces.join('\0'), b.workspaces.join('\0')));
}

function innerMapOf<V>(table: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = table.get(key) ?? new Map<string, V>();
  table.set(key, found);
  return found;
}

function* pairwise<T>(items: readonly T[]): Iterable<[T, T]> {
  for (const [i, one] of items.entries()) for (const other of items.slice(i + 1)) yield [one, other];
}

function differingFields(a: Definition['fields'], b: Definition['fields']): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter(name => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}
