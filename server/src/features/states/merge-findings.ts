import type { Checkpoint } from '../../base/cancellation';
import { groupBy } from '../../base/collections';
import { contains } from '../../base/text';
import { Part, type Place, type SourceFile } from '../../model/fact';
import { fileOf, isPlace, type At } from '../../model/finding';
import { SETTINGS_KEY } from '../../model/lookup';
import type { MergeEvent } from '../../model/merge';
import { settingsOf } from '../../model/settings';
import type { Workspace } from '../../workspace';
import { mergePreview, narrowestPlaceOf, type LandedFinding, type MergePreview } from './merge-preview';

/** Whether the project file asks for the findings of a merge preview. */
export function wantsMergePreview({ lookup }: Workspace): boolean {
  return settingsOf(lookup).mergePreview;
}

/**
 * Adds the events of a merge preview of all developer workspaces to the findings if the project file asks for it;
 * removes them otherwise. `copy` returns another engine with the same files, in which the workspaces are landed. Throws
 * `Cancelled` if the work has become stale; the findings are then those from before.
 */
export async function addMergeFindings(
  workspace: Workspace,
  copy: () => Promise<Workspace>,
  checkpoint: Checkpoint,
): Promise<void> {
  if (!wantsMergePreview(workspace)) {
    workspace.setMergeEvents([]);
    return;
  }
  const ids = workspace.workspaceIds;
  const imagined = await copy();
  const preview = await mergePreview(imagined, ids, checkpoint);
  await checkpoint.pass();
  workspace.setMergeEvents(eventsOf(preview, workspace));
}

/** Another engine with the same files. `textOf` returns their texts; by default, those that the workspace has now. */
export async function copyOf(
  workspace: Workspace,
  checkpoint: Checkpoint,
  textOf: (path: string) => string | undefined | Promise<string | undefined> = path => workspace.text(path),
): Promise<Workspace> {
  const copy = workspace.createEmpty();
  for (const path of workspace.allPaths()) {
    await checkpoint.pass();
    const text = workspace.file(path) && (await textOf(path));
    if (text === undefined) copy.addPath(path);
    else copy.takeChanges(new Map([[path, { text, open: true }]]));
  }
  copy.complete();
  await checkpoint.untilDone(mayGoOn => copy.check(mayGoOn));
  return copy;
}

type KeyedMergeEvent = MergeEvent & { readonly key: string };

function eventsOf(preview: MergePreview, workspace: Workspace): KeyedMergeEvent[] {
  const rows = effectiveRows(workspace);
  const rowOf = ({ kind, name, workspace: id }: RowName): Place | undefined => rows.get([kind, name, id].join('\0'));
  return [
    ...lossEvents(preview, rowOf),
    ...clashEvents(preview, workspace),
    ...preview.refused.flatMap((each): KeyedMergeEvent[] => {
      const at = rowOf(each);
      return at === undefined ? [] : [{ what: 'refused', ...each, at, key: `${each.kind}:${each.name}` }];
    }),
    ...newFindingEvents(preview, workspace),
  ];
}

interface RowName {
  readonly kind: string;
  readonly name: string;
  readonly workspace: string;
}

/** The row that is in force in a workspace for each name: of a local and an override, the override. */
function effectiveRows({ answers, lookup }: Workspace): Map<string, Place> {
  const rows = new Map<string, Place>();
  for (const { kind, name, workspace: id, scope, loaded, place } of answers.flatMap(each =>
    each.list(undefined, lookup),
  )) {
    const key = [kind, name, id].join('\0');
    if (loaded !== false && id !== undefined && (scope === 'override' || !rows.has(key))) rows.set(key, place);
  }
  return rows;
}

function lossEvents({ lost, pairs }: MergePreview, rowOf: (row: RowName) => Place | undefined): KeyedMergeEvent[] {
  const differing = new Map(
    pairs.flatMap(({ workspaces, names }) =>
      names.map(({ kind, name, fields }) => [[kind, name, ...workspaces].join('\0'), fields] as const),
    ),
  );
  const losers = lost.flatMap((each): KeyedMergeEvent[] => {
    const { kind, name, workspace, to } = each;
    const at = rowOf(each);
    if (at === undefined) return [];
    const fields = differing.get([kind, name, to, workspace].join('\0')) ?? [];
    const otherAt = rowOf({ kind, name, workspace: to });
    return [{ what: 'lost', kind, name, workspace, other: to, fields, at, otherAt, key: `${kind}:${name}` }];
  });
  const winners = [...groupBy(lost, ({ kind, name, to }) => [kind, name, to].join('\0')).values()].flatMap(
    (group): KeyedMergeEvent[] => {
      const { kind, name, to } = group[0];
      const at = rowOf({ kind, name, workspace: to });
      if (at === undefined) return [];
      const beaten = group.map(each => ({ workspace: each.workspace, at: rowOf(each) }));
      return [{ what: 'wins', kind, name, workspace: to, losers: beaten, at, key: `${kind}:${name}` }];
    },
  );
  return [...losers, ...winners];
}

/**
 * Events for files of several workspaces that would land at the same path with different texts: one for the file that
 * lands first, one for each file that then cannot land.
 */
function clashEvents({ clashes }: MergePreview, workspace: Workspace): KeyedMergeEvent[] {
  return clashes.flatMap(({ to, files }) => {
    return files.flatMap((each): KeyedMergeEvent[] => {
      const file = workspace.file(each.path);
      const [other] = files.filter(one => one !== each).map(({ workspace: id }) => id);
      if (file === undefined || other === undefined) return [];
      return [{ what: 'same place', to, other, at: startOf(file), key: `file:${each.path}` }];
    });
  });
}

/**
 * Events for findings that exist only after the merge, placed where their text comes from. A finding of a rule that
 * reports the same row or file today is left out.
 */
function newFindingEvents({ fresh }: MergePreview, workspace: Workspace): KeyedMergeEvent[] {
  const placeOf = ({ from }: LandedFinding): At | undefined => {
    const file = from && workspace.file(from.path);
    if (from === undefined || file === undefined) return settingsPlace(workspace);
    return narrowestPlaceOf(workspace, from.path, from) ?? startOf(file);
  };
  return fresh.flatMap((finding): KeyedMergeEvent[] => {
    const at = placeOf(finding);
    if (at === undefined || isFoundToday(finding.code, at, workspace)) return [];
    const { code, severity, message } = finding;
    return [{ what: 'found', code, severity, message, at, key: `file:${fileOf(at).path}` }];
  });
}

function isFoundToday(code: string, at: At, workspace: Workspace): boolean {
  const whole = isPlace(at) ? workspace.span({ fact: at.fact, part: Part.whole }) : undefined;
  return workspace
    .findings(fileOf(at).path)
    .some(finding => finding.code === code && (whole === undefined || contains(whole, finding.span.start)));
}

function startOf(file: SourceFile): At {
  return { file, span: { start: 0, end: 0 } };
}

/** The place of the settings, which ask for the preview: for a finding that has no place in the files of today. */
function settingsPlace({ lookup }: Workspace): Place | undefined {
  const fact = lookup.providers(SETTINGS_KEY).find(({ kind }) => kind === 'settings');
  return fact && { fact, part: Part.name };
}
