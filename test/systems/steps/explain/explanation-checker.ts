import type { Context, Explanation } from '../../../../server/src/model/explanation';
import type { Fact, FactFile } from '../../../../server/src/model/fact';
import type { Lookup } from '../../../../server/src/model/lookup';
import { coreOf } from '../../../../server/src/systems/steps/define/core';
import type { MetadataEntry, RegistryHeader, StepEntry } from '../../../../server/src/systems/steps/facts';
import { stepKey, workspaceKey } from '../../../../server/src/systems/steps/keys';

/**
 * Verifies an explanation against the facts of the files, by its own reading of how names resolve. It shares nothing
 * with the code that resolves and explains but the shape of facts and the choice of the core registry. Gives what is
 * wrong, in words; nothing is right.
 */
export function checkExplanation(explanation: Explanation, context: Context, lookup: Lookup): string[] {
  const rows = rowsOf(explanation.subject, lookup);
  const expected = expect(rows, context, lookup);
  return [
    ...checkOutcome(explanation, rows, expected),
    ...checkTrace(explanation, rows, expected),
    ...checkPlaces(explanation, lookup),
  ];
}

/** The owner of rows that no loader reads. */
const NOT_READ = 'not read';

interface Row {
  readonly entry: StepEntry;
  /** `core`, or the id of a workspace. */
  readonly owner: string;
  readonly override: boolean;
  readonly loaded: boolean;
}

/** Who must win: an entry, nobody; and by which test. */
interface Expectation {
  readonly winner: StepEntry | undefined;
  readonly strategy?: string;
  /** Those that the profile asks at all. */
  readonly asked: readonly StepEntry[];
}

function rowsOf(name: string, lookup: Lookup): Row[] {
  const core = coreOf(lookup)?.headers ?? [];
  const coreFiles = core.map(header => header.file.path);
  const isNothingLoaded = core.some(header => isCoreRefused(header, lookup));
  const entries = lookup.providers(stepKey(name));
  const rows = entries.map(entry => {
    const header = headerIn(entry.file);
    const owner =
      header?.form === 'workspace' ? idOf(entry.file) : coreFiles.includes(entry.file.path) ? 'core' : NOT_READ;
    const later = owner === 'core' && loadedAfter(entry, entries, coreFiles);
    const loaded =
      !isNothingLoaded && owner !== NOT_READ && survives(entry, owner, lookup) && !isRepeated(entry, entries) && !later;
    return { entry, owner, override: entry.table === 'STEP_OVERRIDES', loaded };
  });
  const folder = (path: string): string => path.slice(0, path.indexOf('/src/cursus_dev/'));
  const lastFolder = (owner: string): string => {
    const here = lookup.providers(workspaceKey(owner)).filter(fact => headerIn(fact.file)?.form === 'workspace');
    const isCalledSo = ({ file }: Fact): boolean => idOf(file) === owner || folder(file.path).endsWith(`/${owner}`);
    const known = here.filter(isCalledSo).map(fact => folder(fact.file.path));
    return known.sort().at(-1) ?? '';
  };
  return rows.map(row => ({
    ...row,
    loaded: row.loaded && (row.owner === 'core' || folder(row.entry.file.path) === lastFolder(row.owner)),
  }));
}

function headerIn({ headers }: FactFile): RegistryHeader | undefined {
  return headers.find(fact => fact.kind === 'registry') as RegistryHeader | undefined;
}

function metadataIn({ headers }: FactFile): MetadataEntry | undefined {
  return headers.find(fact => fact.kind === 'metadata') as MetadataEntry | undefined;
}

function idOf(file: FactFile): string {
  const isRefusing = headerIn(file)?.stopsAt !== undefined; // then the workspace is never renamed
  const own = isRefusing ? undefined : stringIn(metadataIn(file));
  return own ?? /([^/]+)\/src\/cursus_dev\//.exec(file.path)?.[1] ?? '';
}

function stringIn(metadata: MetadataEntry | undefined): string | undefined {
  const id = metadata?.fields.findLast(({ name }) => name === 'developer_id')?.value;
  return typeof id === 'string' ? id : undefined;
}

/** The id that the context's workspace has in the end: a directory may stand for it. */
function resolved(context: Context, lookup: Lookup): string | undefined {
  const { workspace } = context;
  if (workspace === undefined) return undefined;
  const files = lookup.providers(workspaceKey(workspace)).map(fact => fact.file);
  const ids = files.filter(file => headerIn(file)?.form === 'workspace').map(idOf);
  return ids.includes(workspace) ? workspace : (ids[0] ?? workspace);
}

/** Loading goes through LOCAL_STEPS, then STEP_OVERRIDES, and ends at the first row that is refused. */
function survives(entry: StepEntry, owner: string, lookup: Lookup): boolean {
  if (owner === 'core') return true;
  if (entry.gone !== undefined || entry.table === 'WORKSPACE_STEPS' || headerIn(entry.file)?.run !== undefined)
    return false;
  if (isUndecided(entry)) return false;
  const order = dictsOf(lookup.contents(entry.file).facts, ['LOCAL_STEPS', 'STEP_OVERRIDES']);
  const end = order.findIndex(isRefused);
  const own = order.findIndex(row => row.table === entry.table && row.name === entry.name);
  return end < 0 || own < end;
}

/** The rows of some tables as dicts have them: the last of a name, at the place of the first. */
function dictsOf(facts: readonly Fact[], tables: readonly string[]): StepEntry[] {
  const all = facts.filter(fact => fact.kind === 'step' && (fact as StepEntry).gone === undefined) as StepEntry[];
  return tables.flatMap(table => {
    const dict = new Map<string, StepEntry>();
    for (const row of all) if (row.table === table) dict.set(row.name, row);
    return [...dict.values()];
  });
}

/** A literal core is refused as a whole for one of its rows; any that cannot be imported is. */
function isCoreRefused({ form, run, file }: RegistryHeader, lookup: Lookup): boolean {
  if (run !== undefined && run.outcome !== 'cannot tell') return true;
  return form === 'literal' && dictsOf(lookup.contents(file).facts, ['STEP_NAMES']).some(isRefused);
}

/** Code decides whether a row is loaded: it wins nothing for certain, and may win. */
function isUndecided({ file }: StepEntry): boolean {
  const { run, doubtfulFrom, id } = headerIn(file) ?? {};
  return run?.outcome === 'cannot tell' || doubtfulFrom !== undefined || id?.is === 'cannot tell';
}

const TEXTS = ['config_class', 'builder_step_name', 'spec_type', 'sagemaker_step_type', 'description', 'framework'];

/** What the model of a step definition raises an error at. */
function isRefused(row: StepEntry): boolean {
  if (row.shape === 'other' || !isIdentifier(row.name.trim())) return true;
  const stated = (field: string): unknown => row.fields.findLast(each => each.name === field)?.value;
  const builder = stated('builder_step_name');
  if (typeof builder === 'string' && !isIdentifier(builder.trim())) return true;
  const open = (value: unknown): boolean =>
    value === undefined || (typeof value === 'object' && value !== null && 'unknown' in value);
  const jobs = stated('job_types');
  const badJobs = !open(jobs) && !(Array.isArray(jobs) && jobs.every(job => typeof job === 'string' || open(job)));
  const metadata = stated('metadata');
  const badTexts = TEXTS.map(stated).some(value => !open(value) && value !== null && typeof value !== 'string');
  return badTexts || badJobs || (!open(metadata) && !(metadata instanceof Map));
}

function isIdentifier(name: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(name.replace(/[_-]/g, ''));
}

/** Of several files of core the last to be loaded keeps the name. */
function loadedAfter(entry: StepEntry, entries: readonly StepEntry[], coreFiles: readonly string[]): boolean {
  return entries.some(each => coreFiles.indexOf(each.file.path) > coreFiles.indexOf(entry.file.path));
}

function isRepeated(entry: StepEntry, entries: readonly StepEntry[]): boolean {
  const same = entries.filter(each => each.file === entry.file && each.table === entry.table);
  return entry.gone !== undefined || same.findLast(each => each.gone === undefined) !== entry;
}

function expect(rows: readonly Row[], context: Context, lookup: Lookup): Expectation {
  const mine = resolved(context, lookup);
  const loaded = rows.filter(row => row.loaded);
  if (context.profile === 'intelligent') return expectIntelligent(loaded, context, mine, lookup);
  const ranked = loaded
    .map(row => ({ row, rank: rankOf(row, mine, context.profile) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank! < b.rank! ? -1 : 1));
  const asked = ranked.map(({ row }) => row.entry);
  return { winner: asked[0], asked, ...(asked.length > 0 ? { strategy: 'workspace_priority' } : {}) };
}

/** The smaller in order of text, the sooner it is asked; nothing for what is never asked. */
function rankOf({ owner, override }: Row, mine: string | undefined, profile: string): string | undefined {
  if (profile === 'isolated') return owner === 'core' ? '2' : owner !== mine ? undefined : override ? '0' : '1';
  const within = override ? 'b' : 'a';
  if (owner === 'core') return '2';
  return owner === mine ? `0${within}` : `1${owner}\0${within}`;
}

function expectIntelligent(
  loaded: readonly Row[],
  context: Context,
  mine: string | undefined,
  lookup: Lookup,
): Expectation {
  const nominees = loaded.filter(
    row => row.owner === 'core' || row.override || !loaded.some(each => each.owner === row.owner && each.override),
  );
  const asked = nominees.map(({ entry }) => entry);
  if (nominees.length < 2) return { winner: asked[0], asked, ...(asked.length > 0 ? { strategy: 'no_conflict' } : {}) };
  const metadata = metadataOf(mine, lookup);
  const own = nominees.find(({ owner }) => owner === mine && owner !== 'core');
  const strategy = said(own?.entry, 'conflict_resolution_strategy') ?? said(metadata, 'default_resolution_strategy');
  if (strategy === 'manual') return { winner: undefined, asked };
  const order = ['workspace_priority', 'framework_match', 'environment_match', 'priority_based'];
  if (typeof strategy === 'string' && order.includes(strategy))
    order.sort((a, b) => Number(b === strategy) - Number(a === strategy));
  for (const test of order) {
    if (test === 'priority_based' && context.mode !== 'automatic') continue;
    const winner = passes(test, nominees, own, context, metadata);
    if (winner !== undefined) return { winner: winner.entry, strategy: test, asked };
  }
  return { winner: undefined, asked };
}

function passes(
  test: string,
  nominees: readonly Row[],
  own: Row | undefined,
  context: Context,
  metadata: MetadataEntry | undefined,
): Row | undefined {
  if (test === 'workspace_priority') return own;
  if (test === 'framework_match') {
    const wanted =
      context.framework === undefined ? listed(said(metadata, 'preferred_frameworks')) : [context.framework];
    const fits = wanted.map(each => nominees.filter(({ entry }) => said(entry, 'framework') === each));
    return fits.find(each => each.length === 1)?.[0];
  }
  if (test === 'environment_match') {
    const wanted = context.environment?.length
      ? context.environment
      : listed(said(metadata, 'environment_preferences'));
    const fits = nominees.filter(({ entry }) => {
      const tags = listed(said(entry, 'environment_tags'));
      return tags.length === 0 || tags.some(tag => wanted.includes(tag));
    });
    return wanted.length > 0 && fits.length === 1 ? fits[0] : undefined;
  }
  const number = ({ entry }: Row): number => {
    const priority = said(entry, 'priority');
    return typeof priority === 'number' ? priority : 100;
  };
  const key = ({ owner }: Row): string => (owner === 'core' ? '' : owner);
  return [...nominees].sort((a, b) => number(a) - number(b) || (key(a) < key(b) ? -1 : 1))[0];
}

function metadataOf(mine: string | undefined, lookup: Lookup): MetadataEntry | undefined {
  const files = lookup.providers(workspaceKey(mine ?? '')).map(fact => fact.file);
  const own = files.filter(file => headerIn(file)?.form === 'workspace' && idOf(file) === mine);
  const last = own.sort((a, b) => (a.path < b.path ? -1 : 1)).at(-1);
  return last && metadataIn(last);
}

function said(entry: { readonly fields: StepEntry['fields'] } | undefined, field: string): unknown {
  const value = entry?.fields.findLast(each => each.name === field)?.value;
  return value === '' ? undefined : value;
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

function checkOutcome({ outcome }: Explanation, rows: readonly Row[], expected: Expectation): string[] {
  const wrong: string[] = [];
  if (outcome.resolved === null) {
    if (!outcome.reason.startsWith('cannot tell: ')) wrong.push('undecided without a reason');
    if (outcome.winner !== undefined || outcome.strategy !== undefined) wrong.push('undecided, and somebody wins');
    return wrong;
  }
  const winner = outcome.at?.fact;
  if (outcome.resolved !== (winner !== undefined)) wrong.push('resolved without a place, or a place without resolved');
  if (winner !== undefined && !rows.some(row => row.entry === winner && row.loaded))
    wrong.push('the winner is no candidate');
  if (winner !== expected.winner) wrong.push(`another should win: ${wordsOf(expected.winner)}, not ${wordsOf(winner)}`);
  if (outcome.strategy !== expected.strategy)
    wrong.push(`${outcome.strategy ?? 'nothing'} decided, not ${expected.strategy ?? 'nothing'}`);
  if (outcome.reason === '') wrong.push('no reason');
  return wrong;
}

function checkTrace({ trace, outcome }: Explanation, rows: readonly Row[], { asked }: Expectation): string[] {
  const wrong: string[] = [];
  for (const { entry, loaded } of rows) {
    const items = trace.filter(item => item.at?.fact === entry);
    const verdict = items[0]?.verdict ?? 'absent';
    if (items.length !== 1) wrong.push(`${wordsOf(entry)} is in the trace ${items.length} times`);
    const isLost =
      verdict === 'dropped' || verdict === 'not loaded' || (verdict === 'cannot tell' && isUndecided(entry));
    if (loaded === isLost) wrong.push(`${wordsOf(entry)} is ${verdict}, loaded: ${loaded}`);
    if (verdict === 'selected' && entry !== outcome.at?.fact)
      wrong.push(`${wordsOf(entry)} is selected and does not win`);
    if (verdict === 'shadowed' && !outcome.resolved && asked.includes(entry))
      wrong.push(`${wordsOf(entry)} is hidden by nothing`);
  }
  const chosen = trace.filter(({ verdict }) => verdict === 'selected').length;
  if (chosen !== (outcome.resolved === true ? 1 : 0)) wrong.push(`${chosen} are selected`);
  if (trace.some(({ at, verdict }) => (at === undefined) !== (verdict === 'absent')))
    wrong.push('absent with a place, or present without one');
  if (trace.some(({ why }) => why === '')) wrong.push('a line of the trace has no reason');
  return wrong;
}

/** Every claim points at something that is there. */
function checkPlaces(explanation: Explanation, lookup: Lookup): string[] {
  const { components, conflicts, counterfactuals } = explanation;
  const wrong: string[] = [];
  for (const { status, path, at, name } of components) {
    if ((status === 'found') !== (path !== undefined))
      wrong.push(`component ${name} is ${status} at ${path ?? 'no path'}`);
    if (path !== undefined && !lookup.hasFile(path)) wrong.push(`component ${name}: no file ${path}`);
    if (path !== at?.fact.file.path) wrong.push(`component ${name} points elsewhere`);
  }
  const places = [...components, ...conflicts, ...counterfactuals].flatMap(({ at }) => at ?? []);
  for (const { fact } of places)
    if (!(lookup.file(fact.file.path)?.facts.includes(fact) ?? false)) wrong.push(`${fact.name} is not in its file`);
  return wrong;
}

function wordsOf(fact: Fact | undefined): string {
  return fact === undefined ? 'nobody' : `${(fact as StepEntry).table} in ${fact.file.path}`;
}
