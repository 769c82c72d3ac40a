import type { Checkpoint } from '../../base/cancellation';
import { groupBy } from '../../base/collections';
import { contains } from '../../base/text';
import { Part, type Place, type SourceFile } from '../../model/fact';
import { fileOf, isPlace, type At } from '../../model/finding';
import { SETTINGS_KEY } from '../../model/lookup';
import type { MergeEvent } from '../../model/merge';
import { settingsOf } from '../../model/settings';
import type { Workspace } from '../../workspace';
import { mergePreview, type MergePreview } from './merge-preview';
import type { PlainFinding } from './consequences';

/** Whether the project file asks for what `foretellMerge` does. */
export function wantsMergePreview({ lookup }: Workspace): boolean {
  return settingsOf(lookup).mergePreview;
}

/**
 * Puts what a preview of all developer workspaces shows among the findings, if the project file asks for it; nothing is done
 * otherwise. `copy` gives another engine with the same files, which is used up. Throws `Cancelled` when the work has
 * become stale; the findings are then those from before.
 */
export async function foretellMerge(
  workspace: Workspace,
  copy: () => Promise<Workspace>,
  checkpoint: Checkpoint,
): Promise<void> {
  if (!wantsMergePreview(workspace)) {
    workspace.foretell([]);
    return;
  }
  const ids = workspace.workspaceIds;
  const imagined = await copy();
  const preview = await mergePreview(imagined, ids, checkpoint);
  await checkpoint.pass();
  workspace.foretell(eventsOf(preview, workspace, imagined));
}

/** Another engine with the files of a workspace, and the texts that it shows or that `textOf` knows. */
export async function copyOf(
  workspace: Workspace,
  checkpoint: Checkpoint,
  textOf: (path: string) => string | undefined | Promise<string | undefined> = path => workspace.text(path),
): Promise<Workspace> {
  const copy = workspace.empty();
  for (const path of workspace.allPaths()) {
    await checkpoint.pass();
    const text = workspace.file(path) && (await textOf(path));
    if (text === undefined) copy.note(path);
    else copy.take(new Map([[path, { text, open: true }]]));
  }
  copy.complete();
  await checkpoint.untilDone(mayGoOn => copy.settle(mayGoOn));
  return copy;
}

type Foretold = MergeEvent & { readonly key: string };

function eventsOf(preview: MergePreview, workspace: Workspace, imagined: Workspace): Foretold[] {
  const rows = rowsOf(workspace);
  const rowOf = ({ kind, name, workspace: id }: Row): Place | undefined => rows.get([kind, name, id].join('\0'));
  return [
    ...lostRows(preview, rowOf),
    ...sharedPlaces(preview, workspace),
    ...preview.refused.flatMap((each): Foretold[] => {
      const at = rowOf(each);
      return at === undefined ? [] : [{ what: 'refused', ...each, at, key: `${each.kind}:${each.name}` }];
    }),
    ...freshFindings(preview, workspace, imagined, rows),
  ];
}

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly workspace: string;
}

/** The row that a workspace puts up for each name; of a local and an override, the override. */
function rowsOf({ answers, lookup }: Workspace): Map<string, Place> {
  const rows = new Map<string, Place>();
  for (const { kind, name, workspace: id, scope, loaded, place } of answers.flatMap(each =>
    each.list(undefined, lookup),
  )) {
    const key = [kind, name, id].join('\0');
    if (loaded && id !== undefined && (scope === 'override' || !rows.has(key))) rows.set(key, place);
  }
  return rows;
}

function lostRows({ lost, pairs }: MergePreview, rowOf: (row: Row) => Place | undefined): Foretold[] {
  const differing = new Map(
    pairs.flatMap(({ workspaces, names }) =>
      names.map(({ kind, name, fields }) => [[kind, name, ...workspaces].join('\0'), fields] as const),
    ),
  );
  const losers = lost.flatMap((each): Foretold[] => {
    const { kind, name, workspace, to } = each;
    const at = rowOf(each);
    if (at === undefined) return [];
    const fields = differing.get([kind, name, to, workspace].join('\0')) ?? [];
    const otherAt = rowOf({ kind, name, workspace: to });
    return [{ what: 'lost', kind, name, workspace, other: to, fields, at, otherAt, key: `${kind}:${name}` }];
  });
  const winners = [...groupBy(lost, ({ kind, name, to }) => [kind, name, to].join('\0')).values()].flatMap(
    (group): Foretold[] => {
      const { kind, name, to } = group[0]!;
      const at = rowOf({ kind, name, workspace: to });
      if (at === undefined) return [];
      const beaten = group.map(each => ({ workspace: each.workspace, at: rowOf(each) }));
      return [{ what: 'wins', kind, name, workspace: to, losers: beaten, at, key: `${kind}:${name}` }];
    },
  );
  return [...losers, ...winners];
}

/** One for each file that another one would stand in the way of, and one for that. */
function sharedPlaces({ clashes }: MergePreview, workspace: Workspace): Foretold[] {
  return clashes.flatMap(({ to, files }) => {
    const [first, second] = files;
    return files.flatMap((each): Foretold[] => {
      const file = workspace.file(each.path);
      const other = (each === first ? second! : first!).workspace;
      return file === undefined ? [] : [{ what: 'same place', to, other, at: headOf(file), key: `file:${each.path}` }];
    });
  });
}

/** What is found then and not today. What a rule says of a row or file today it need not say again of where that lands. */
function freshFindings(
  { fresh, origins }: MergePreview,
  workspace: Workspace,
  imagined: Workspace,
  rows: ReadonlyMap<string, Place>,
): Foretold[] {
  if (fresh.length === 0) return [];
  const { answers, lookup } = workspace;
  const all = answers.flatMap(each => each.list(undefined, lookup)).filter(({ loaded }) => loaded);
  const places = [...rows.values(), ...all.map(({ place }) => place)];
  const byName = new Map(places.reverse().map(place => [place.fact.name, place]));
  const placeOf = (finding: PlainFinding): At | undefined => {
    const from = origins.get(finding.path) ?? finding.path;
    const file = workspace.file(from);
    if (file !== undefined && workspace.text(from) === imagined.text(finding.path))
      return placeIn(workspace, from, finding) ?? headOf(file);
    // Core's registry has been edited: what is found in a row that has landed is shown at the row where it is now.
    const fact = placeIn(imagined, finding.path, finding)?.fact;
    return (fact && byName.get(fact.name)) ?? keyIn(workspace);
  };
  return fresh.flatMap((finding): Foretold[] => {
    const at = placeOf(finding);
    if (at === undefined || isSaidToday(finding.code, at, workspace)) return [];
    const { code, severity, message } = finding;
    return [{ what: 'found', code, severity, message, at, key: `file:${fileOf(at).path}` }];
  });
}

function isSaidToday(code: string, at: At, workspace: Workspace): boolean {
  const whole = isPlace(at) ? workspace.span({ fact: at.fact, part: Part.whole }) : undefined;
  return workspace
    .findings(fileOf(at).path)
    .some(finding => finding.code === code && (whole === undefined || contains(whole, finding.span.start)));
}

/** The narrowest part of a fact where a finding begins. */
function placeIn(workspace: Workspace, path: string, { line, column }: PlainFinding): Place | undefined {
  const start = workspace.lineStarts(path)?.[line - 1];
  return start === undefined ? undefined : workspace.placesAt(path, start + column - 1)[0];
}

function headOf(file: SourceFile): At {
  return { file, span: { start: 0, end: 0 } };
}

/** What asks for the preview: where nothing else is to point at. */
function keyIn({ lookup }: Workspace): Place | undefined {
  const fact = lookup.providers(SETTINGS_KEY).find(({ kind }) => kind === 'settings');
  return fact && { fact, part: Part.name };
}
