import { cannotTell } from '../../../base/in-words';
import { Part, type Place } from '../../../model/fact';
import { valuePlace } from '../../../model/fields';
import { amongFile, type Lookup } from '../../../model/lookup';
import {
  HeaderPart,
  isStep,
  isVariable,
  type LoadingPoint,
  type RegistryHeader,
  type StepEntry,
  type Table,
} from '../facts';
import { ABORTS_KEY, stepKey } from '../keys';
import { coreOf } from './core';
import { runOf } from './core-rows';
import { isReadTable, loadingPoints, stepsTable } from './steps-table';
import { laterRival, takesForCertain, whyNotAWorkspace, workspaceInfo } from './workspaces';

/**
 * Whether the run time loads a row (formats 1.5): yes, no, or it cannot be told, since code decides it. Findings, lists
 * and explanations are all derived from this one answer.
 */
export interface Verdict {
  readonly loaded: boolean | null;
  /** Why the row is not loaded, as the end of a sentence; it begins with `cannot tell: ` if `loaded` is null. */
  readonly reason?: string;
  /** What the reason is about, if that is not the row itself. */
  readonly reasonAt?: Place;
  /** Another row of the same registry replaces this one, or code deletes it; `reason` says which. */
  readonly replaced?: true;
}

/** The verdict of what is certainly loaded. */
export const LOADED: Verdict = { loaded: true };

/** The verdict about a row of a developer workspace. */
export function verdictInWorkspace(entry: StepEntry, header: RegistryHeader, lookup: Lookup): Verdict {
  const loss = abortVerdict(lookup) ?? lossInFile(entry, header, lookup) ?? lossOfWorkspace(header, lookup);
  if (loss?.loaded === false) return loss;
  return doubtInFile(entry, header, lookup) ?? loss ?? LOADED;
}

/**
 * Says that the registry manager cannot be built at all, so that nothing is loaded for anybody; usually undefined. It imports core
 * before it looks at any workspace, and refuses core as a whole for one row of it (`_load_core_registry`, formats 1.4).
 */
export function abortVerdict(lookup: Lookup): Verdict | undefined {
  const aborting = lookup.providers(ABORTS_KEY);
  if (aborting.length === 0) return undefined;
  const core = coreOf(lookup)?.headers ?? [];
  const header =
    aborting.find(each => core.includes(each)) ??
    aborting.find(each => each.form === 'workspace' && whyNotAWorkspace(each, lookup) === undefined);
  if (header === undefined) return undefined;
  const { form, run, stopsAt, file } = header;
  const why = run?.reason ?? '';
  if (run === undefined && stopsAt !== undefined) {
    const what = stopsAt.name === undefined ? `${stopsAt.table}, which is no dict` : `'${stopsAt.name}'`;
    const reason = `the registry manager refuses the whole core registry for ${what} in ${file.path}`;
    return { loaded: false, reason, ...placeOf(stopsAt, header, lookup) };
  }
  const reason =
    form === 'workspace'
      ? `${file.path} ends the program while the registry manager is built: ${why}`
      : `the core registry cannot be imported: ${file.path}: ${why}`;
  return { loaded: false, reason, reasonAt: { fact: header, part: HeaderPart.run } };
}

/**
 * Why a row of a file is lost to a later one: Python keeps the last of equal keys, and code may replace or delete rows.
 * Undefined if it is not lost in this way.
 */
export function replacedInFile(entry: StepEntry, lookup: Lookup): Verdict | undefined {
  if (entry.gone !== undefined) return { loaded: false, reason: GONE[entry.gone], replaced: true };
  const last = rowsCalled(entry.name, entry, lookup).at(-1);
  return last === undefined || last === entry ? undefined : { loaded: false, reason: GONE.replaced, replaced: true };
}

const GONE: Readonly<Record<NonNullable<StepEntry['gone']>, string>> = {
  repeated: 'a later entry of the same name replaces it',
  replaced: 'a later entry of the same name replaces it',
  removed: 'code below removes it, or replaces the whole table',
};

/** Whether the registry manager knows a workspace by its id: an id that is no text is none that anybody can ask for. */
export function verdictOfWorkspace(header: RegistryHeader, lookup: Lookup): Verdict {
  const loss =
    abortVerdict(lookup) ?? failureOfFile(header, lookup) ?? lossOfId(header) ?? lossToPasser(header, lookup);
  return loss ?? doubtOfFile(header, lookup) ?? LOADED;
}

/** What an id that is no text makes of a workspace. */
function lossOfId(header: RegistryHeader): Verdict | undefined {
  const { id } = header;
  if (id?.is !== 'no key' && id?.is !== 'no text') return undefined;
  const reason = `developer_id is ${id.text}, so that nobody can ask for the workspace`;
  return { loaded: false, reason, reasonAt: { fact: header, part: HeaderPart.id } };
}

/** What becomes of the id of a workspace where the later directory of that name takes it along to an id of its own. */
function lossToPasser(header: RegistryHeader, lookup: Lookup): Verdict | undefined {
  const rival = laterRival(header, lookup);
  const { id } = workspaceInfo(header);
  if (rival === undefined || rival.directory !== id || workspaceInfo(rival).id === id) return undefined;
  const reason = `directory '${id}' is read into this workspace and moves on to '${workspaceInfo(rival).id}', so that nothing is left of it`;
  const reasonAt = { fact: rival, part: HeaderPart.id };
  if (rival.id?.is !== 'cannot tell' && takesForCertain(rival, id, lookup)) return { loaded: false, reason, reasonAt };
  return undecided(`${reason} if that one's file runs and says so`, runOf(rival, lookup)?.at ?? reasonAt);
}

/** What becomes of all rows of a workspace once its file is read; undefined if nothing is lost. */
function lossOfWorkspace(header: RegistryHeader, lookup: Lookup): Verdict | undefined {
  const own = { fact: header, part: HeaderPart.id };
  if (header.id?.is === 'no key') {
    const reason = `developer_id is ${header.id.text}, which cannot be a key, so all steps of the workspace are lost`;
    return { loaded: false, reason, reasonAt: own };
  }
  const rival = laterRival(header, lookup);
  if (rival === undefined) return undefined;
  const { id } = workspaceInfo(header);
  const reason = `directory '${workspaceInfo(rival).directory}' ends up as workspace '${id}' too, and only one of them is loaded`;
  const reasonAt = { fact: rival, part: HeaderPart.id };
  if (takesForCertain(rival, id, lookup)) return { loaded: false, reason, reasonAt };
  return undecided(`${reason} if that one's file runs and is loaded`, runOf(rival, lookup)?.at ?? reasonAt);
}

/** Whether a row would be loaded for certain, did not another directory take the id of its workspace for certain. */
export function isLostToRival(entry: StepEntry, header: RegistryHeader, lookup: Lookup): boolean {
  if ((lossInFile(entry, header, lookup) ?? doubtInFile(entry, header, lookup)) !== undefined) return false;
  const rival = laterRival(header, lookup);
  return rival !== undefined && takesForCertain(rival, workspaceInfo(header).id, lookup);
}

/** Says that a file is not run to its end, so that the registry manager has nothing of it; undefined if it may be. */
function failureOfFile(header: RegistryHeader, lookup: Lookup): Verdict | undefined {
  const run = runOf(header, lookup);
  if (run === undefined || run.outcome === 'cannot tell') return undefined;
  return { loaded: false, reason: `the file cannot be loaded: ${run.reason}`, reasonAt: run.at };
}

/** Why a file does not give a row to the registry manager. */
function lossInFile(entry: StepEntry, header: RegistryHeader, lookup: Lookup): Verdict | undefined {
  const elsewhere = whyNotAWorkspace(header, lookup);
  if (elsewhere !== undefined) return { loaded: false, reason: elsewhere };
  const { stopsAt } = loadingPoints(header, lookup);
  const failure = failureOfFile(header, lookup);
  if (failure !== undefined) return failure;
  if (!isReadTable(entry.table, lookup)) return { loaded: false, reason: notReadInWords(entry.table, lookup) };
  const replaced = replacedInFile(entry, lookup);
  if (replaced !== undefined) return replaced;
  if (stopsAt === undefined || isBefore(entry, stopsAt, lookup)) return undefined;
  if (stopsAt.table === entry.table && stopsAt.name === entry.name)
    return { loaded: false, reason: `loading of this registry stops here: ${refusalOf(entry)}` };
  const where = stopsAt.name === undefined ? `${stopsAt.table}, which is no dict` : `'${stopsAt.name}'`;
  const reason = `loading of this registry stops at ${where}`;
  return { loaded: false, reason, ...placeOf(stopsAt, header, lookup) };
}

function notReadInWords(table: Table, lookup: Lookup): string {
  return stepsTable(lookup) === 'LOCAL_STEPS'
    ? `the registry manager reads LOCAL_STEPS, not ${table}`
    : `the project file says that workspaces keep their steps in WORKSPACE_STEPS, not in ${table}`;
}

/** Why the loader refuses a row, as the end of a sentence. */
function refusalOf({ refused }: StepEntry): string {
  switch (refused?.why) {
    case 'shape':
      return 'its value is not a dict';
    case 'builder':
      return `'${refused.builder}' cannot be the name of a builder`;
    case 'type':
      return `'${refused.field}' has a value of the wrong type`;
    case 'key':
      return 'its name is not a string';
    case 'name':
    case undefined:
      return 'its name is refused';
  }
}

/** Why it cannot be told whether a row is loaded that nothing certain is in the way of. */
function doubtInFile(entry: StepEntry, header: RegistryHeader, lookup: Lookup): Verdict | undefined {
  const { doubtfulFrom } = loadingPoints(header, lookup);
  const isDoubtful = doubtfulFrom !== undefined && !isBefore(entry, doubtfulFrom, lookup);
  if (isDoubtful && runOf(header, lookup) === undefined) return doubtful(doubtfulFrom, header, lookup);
  return doubtOfFile(header, lookup);
}

/** Why it cannot be told whether a file gives anything to a workspace, or to which. */
function doubtOfFile(header: RegistryHeader, lookup: Lookup): Verdict | undefined {
  const { id } = header;
  const run = runOf(header, lookup);
  if (run?.outcome === 'cannot tell') return undecided(run.reason, run.at);
  if (id?.is !== 'cannot tell') return undefined;
  return undecided(`code decides the id of the workspace (${id.text})`, { fact: header, part: HeaderPart.id });
}

/** Says that a point of loading decides, and where it is. */
function doubtful(point: LoadingPoint & { readonly reason: string }, header: RegistryHeader, lookup: Lookup): Verdict {
  const { reasonAt } = placeOf(point, header, lookup);
  const what = point.name === undefined ? point.table : `'${point.name}'`;
  return undecided(`${point.reason} (${what})`, reasonAt ?? { fact: header, part: Part.whole });
}

/** Where it is decided from which row on a registry is loaded; undefined if that can be told. */
export function doubtPlace(header: RegistryHeader, lookup: Lookup): Place | undefined {
  const { doubtfulFrom } = loadingPoints(header, lookup);
  return doubtfulFrom && (placeOf(doubtfulFrom, header, lookup).reasonAt ?? { fact: header, part: Part.whole });
}

/** The row at a point of loading, or the variable of its table. */
function placeOf({ table, name }: LoadingPoint, header: RegistryHeader, lookup: Lookup): Pick<Verdict, 'reasonAt'> {
  const fact =
    name === undefined
      ? lookup.contents(header.file).facts.findLast(each => isVariable(each) && each.name === table)
      : rowsCalled(name, { file: header.file, table }, lookup).at(-1);
  if (fact === undefined) return {};
  const field = isStep(fact) && fact.doubt?.field;
  const part = isVariable(fact) ? Part.fieldValue(fact.unknown.length > 0 ? 1 : 0) : Part.name;
  return { reasonAt: typeof field === 'string' && isStep(fact) ? valuePlace(fact, field) : { fact, part } };
}

function undecided(why: string, reasonAt: Place): Verdict {
  return { loaded: null, reason: cannotTell(why), reasonAt };
}

/**
 * Whether a row comes before a point of loading. Steps are loaded before STEP_OVERRIDES, whatever their order in the text;
 * in a table, a name that is given twice is loaded at the position of its first row.
 */
function isBefore(entry: StepEntry, { table, name }: LoadingPoint, lookup: Lookup): boolean {
  if (entry.table !== table) return entry.table !== 'STEP_OVERRIDES';
  if (name === undefined) return false;
  const [own = entry] = rowsCalled(entry.name, entry, lookup);
  const [stop] = rowsCalled(name, entry, lookup);
  return stop !== undefined && lookup.isBefore(own, stop);
}

/** The rows of a name in one table of a file, in the order of loading, but for those that are gone. */
function rowsCalled(
  name: string,
  { file, table }: Pick<StepEntry, 'file' | 'table'>,
  lookup: Lookup,
): readonly StepEntry[] {
  const rows = amongFile(lookup.providers(stepKey(name)), file);
  return rows.filter(row => row.table === table && row.gone === undefined);
}
