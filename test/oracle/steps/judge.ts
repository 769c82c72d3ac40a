import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '../../../server/src/base/collections';
import type { Ask, RecordedCase, RecordedText } from '../oracle';
import {
  brief,
  isObject,
  isUntoldValue,
  Statements,
  UNTOLD_WORDS,
  type SaidFinding,
  type Statement,
} from '../verdicts';

/** A case of step registries. The README describes the members. */
export interface StepCase extends RecordedCase {
  readonly symlinks?: Readonly<Record<string, string>>;
  readonly answer: RealAnswer;
  readonly ask?: readonly Question[];
  readonly views?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly differs: readonly string[];
}

interface RealAnswer {
  readonly exception: string | null;
  readonly ids?: Readonly<Record<string, string | null>>;
  readonly rows?: readonly RealRow[];
  readonly failed?: Readonly<Record<string, string>>;
  readonly lost?: Readonly<Record<string, readonly unknown[]>>;
  readonly workspaces?: readonly string[];
  readonly conflicts?: readonly string[];
}

interface RealRow {
  readonly directory: string;
  readonly scope: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Question {
  readonly name: string;
  readonly workspace: string | null;
  readonly profile: string;
  readonly framework?: string;
  readonly environment?: string;
  readonly known?: boolean;
  readonly answers: readonly (string | null)[];
  readonly strategy?: string | null;
}

interface SaidStep {
  readonly name: string;
  readonly scope: string;
  readonly workspace: string | null;
  readonly path: string;
  readonly loaded: boolean | string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface SaidOutcome {
  readonly resolved: unknown;
  readonly winner: string | null;
  readonly strategy: string | null;
  readonly reason: string;
}

/** The cases of a file: its first line holds the files of core, which all cases share. */
export function readStepCases([head, ...lines]: readonly unknown[]): StepCase[] {
  const { core } = head as { core: Readonly<Record<string, RecordedText>> };
  return (lines as StepCase[])
    .filter(({ differs }) => differs.length === 0)
    .map(each => ({ ...each, files: { ...core, ...each.files }, links: each.symlinks ?? {} }));
}

/** Everything that the product says of a case, held against the real code. */
export async function judgeSteps(each: StepCase, ask: Ask): Promise<readonly Statement[]> {
  const list = await ask('list', 'steps');
  const lint = await ask('lint');
  const statements = new Statements(Object.values(each.needs).flat().length === 0);
  if (list.json === undefined || lint.json === undefined) {
    statements.add('answer', false, `${list.err}${lint.err}`);
    return statements.all;
  }
  const { findings } = lint.json as { findings: readonly SaidFinding[] };
  const said = new Said(each, stepsIn(list.json), findings);
  if (each.class !== OF_DOCUMENT) {
    judgeRows(said, statements);
    judgeIds(said, statements);
    for (const directory of said.registries) {
      judgeLosses(directory, said, statements);
      judgeFindings(directory, said, statements);
    }
  }
  for (const question of each.ask ?? []) await judgeQuestion(question, said, ask, statements);
  if (each.views !== undefined) await judgeViews(each.views, each.answer, ask, statements);
  return statements.all;
}

/** The class of questions that a document answers and no code. */
const OF_DOCUMENT = 'document 002';

/** What `list steps` and `lint` say of one case, by the directory of the workspace, or by path in other files. */
class Said {
  readonly real: RealAnswer;
  readonly steps: readonly (SaidStep & { readonly place: string })[];
  readonly findings: ReadonlyMap<string, readonly SaidFinding[]>;
  /** The directories with a registry. */
  readonly registries: readonly string[];
  private readonly needs: StepCase['needs'];

  constructor({ files, links, answer, needs }: StepCase, steps: readonly SaidStep[], findings: readonly SaidFinding[]) {
    this.real = answer;
    this.needs = needs;
    this.steps = steps.filter(({ scope }) => scope !== 'core').map(step => ({ ...step, place: placeOf(step.path) }));
    this.findings = groupBy(findings, ({ path }) => placeOf(path));
    this.registries = [...Object.keys(files), ...Object.keys(links ?? {})].flatMap(path => directoryOf(path) ?? []);
  }

  isDecidable(directory: string): boolean {
    const reasons = this.registries.includes(directory) ? this.needs[directory] : Object.values(this.needs).flat();
    return reasons === undefined || reasons.length === 0;
  }

  /** Whether findings say that a file holds more than can be told. */
  isHedged(place: string): boolean {
    const found = this.findings.get(place) ?? [];
    return found.some(({ code, message }) => code === 'registry/not-static' || UNTOLD_WORDS.test(message));
  }
}

function placeOf(path: string): string {
  return directoryOf(path) ?? path;
}

function directoryOf(path: string): string | undefined {
  return /^developer_workspaces\/developers\/([^/]+)\/src\/cursus_dev\/registry\/workspace_registry\.py$/s.exec(
    path,
  )?.[1];
}

/** Which rows load, and what their fields hold. */
function judgeRows(said: Said, statements: Statements): void {
  const real = new Map((said.real.rows ?? []).map(row => [keyOf(row.directory, row.scope, row.name), row]));
  const listed = groupBy(said.steps, step => keyOf(step.place, step.scope, step.name));
  for (const key of new Set([...listed.keys(), ...real.keys()])) {
    const [place = ''] = JSON.parse(key) as string[];
    const options = { isDecidable: said.isDecidable(place) };
    const steps = listed.get(key) ?? [];
    const is = real.get(key);
    const loaded = steps.filter(step => step.loaded === true && !isUntoldRow(step));
    const so = is === undefined ? (said.real.failed?.[place] ?? 'it is not there') : 'it is loaded';
    if (steps.length === 0)
      statements.add('row', false, `${key} is not listed`, { ...options, isUntold: said.isHedged(place) });
    else if (loaded.length === 0)
      statements.add('row', is === undefined, `${key} is said not to be loaded; ${so}`, {
        ...options,
        isUntold: steps.some(isUntoldRow),
      });
    else {
      statements.add('row', is !== undefined && loaded.length === 1, `${key} is said to be loaded; ${so}`, options);
      const last = loaded.at(-1);
      if (is !== undefined && last !== undefined) judgeFields(key, last, is, options, statements);
    }
  }
}

const FIELDS = [
  'config_class',
  'spec_type',
  'sagemaker_step_type',
  'builder_step_name',
  'description',
  'framework',
  'job_types',
  'metadata',
];

function judgeFields(
  key: string,
  step: SaidStep,
  row: RealRow,
  options: { readonly isDecidable: boolean },
  statements: Statements,
): void {
  for (const field of FIELDS) {
    const [mine, is] = [step.fields[field], row.fields[field]];
    if (isEmpty(mine) && isEmpty(is)) continue;
    const isSame = isDeepStrictEqual(normal(mine), normal(is)) || (isEmpty(is) && normal(mine) === '');
    const isUntold = isUntoldField(mine) || (!isSame && isEmpty(mine) && isUntoldRow(step));
    const why = `${key}.${field} is said to be ${JSON.stringify(mine)}; it is ${JSON.stringify(is)}`;
    statements.add('field', isSame, why, { ...options, isUntold });
  }
}

/** Which id a workspace goes by; where that is no text, a finding has to object. */
function judgeIds(said: Said, statements: Statements): void {
  for (const [directory, id] of Object.entries(said.real.ids ?? {})) {
    const ids = new Set(said.steps.filter(({ place }) => place === directory).map(({ workspace }) => workspace));
    if (ids.size === 0) continue;
    const objects = (said.findings.get(directory) ?? []).some(
      ({ code, severity }) => code.startsWith('workspace/') && isGrave(severity),
    );
    const isRight = id === null ? objects : ids.size === 1 && ids.has(id);
    statements.add('id', isRight, `'${directory}' is said to be ${[...ids].join()}; it is ${id ?? 'no text'}`, {
      isDecidable: said.isDecidable(directory),
      isUntold: !isRight && [...ids].some(each => each === null || isUntoldField(each)),
    });
  }
}

/** Findings that speak of something else than that rows or a file do not load. */
const NO_LOSS = new Set([
  'step/conflict',
  'step/shadows-core',
  'step/local-and-override',
  'step/override-unknown',
  'step/missing-field',
  'step/naming-convention',
  'step/unknown-sagemaker-type',
  'step/duplicate-builder',
  'step/duplicate-config-class',
  'step/duplicate-spec-type',
  'step/dropped-field',
  'step/unknown-field',
  'step/missing-builder',
  'step/missing-config',
  'step/legacy-alias',
  'step/unknown-reference',
  'registry/duplicate-key',
  'registry/missing-section',
  'registry/ignored-variable',
  'registry/ignored-file',
  'registry/hidden-characters',
  'registry/no-core',
  'workspace/id-mismatch',
  'workspace/invalid-id',
  'workspace/missing-directory',
  'workspace/invalid-metadata',
  'suppression/unused',
]);
/** Errors that say by their codes that a row or a file is refused. */
const REFUSALS = /^(?:registry\/(?:syntax-error|unreadable|merge-markers)|step\/(?:invalid-name|not-a-mapping))$/;
const LOSS_WORDS =
  /\b(?:is|are) lost\b|loading (?:stops|fails|it fails)|cannot be loaded|does not load|do not load|never loads|has none of its/i;

/** Whether a loss in a file is told, and no error claims one where everything loads. */
function judgeLosses(directory: string, said: Said, statements: Statements): void {
  const { exception, lost = {}, failed = {} } = said.real;
  const options = { isDecidable: said.isDecidable(directory) };
  const own = said.findings.get(directory) ?? [];
  const loses = exception ?? lost[directory];
  if (loses !== undefined) {
    // Of rows that are lost to another workspace, the file of either may tell.
    const told = (failed[directory] === undefined ? [...said.findings.values()].flat() : own).filter(tellsLoss);
    const isLoadedSaid = said.steps.some(
      step => step.place === directory && step.loaded === true && !isUntoldRow(step),
    );
    const isUntold = told.length === 0 && said.isHedged(directory) && !isLoadedSaid;
    statements.add(
      'loss',
      told.length > 0,
      `${directory}: ${failed[directory] ?? JSON.stringify(loses)}; ${brief(own)}`,
      {
        ...options,
        isUntold,
      },
    );
  } else if (failed[directory] === undefined) {
    const isAnyLostToAnother = Object.keys(lost).some(each => failed[each] === undefined);
    const untrue = own.filter(
      finding => claimsLoss(finding) && !(finding.code === 'workspace/id-clash' && isAnyLostToAnother),
    );
    statements.add('no false error', untrue.length === 0, `${directory}: everything loads; ${brief(untrue)}`, options);
  }
}

function tellsLoss({ code, severity }: SaidFinding): boolean {
  return isGrave(severity) && !NO_LOSS.has(code) && !(code === 'step/invalid-field-type' && severity === 'warning');
}

function claimsLoss({ code, severity, message }: SaidFinding): boolean {
  if (severity !== 'error') return false;
  if (REFUSALS.test(code) || LOSS_WORDS.test(message)) return true;
  return code === 'step/invalid-field-type' && FIELDS.some(field => message.startsWith(`'${field}'`));
}

/** Whether two findings that speak of other workspaces are true. */
function judgeFindings(directory: string, said: Said, statements: Statements): void {
  const { ids = {}, rows = [] } = said.real;
  const options = { isDecidable: said.isDecidable(directory) };
  for (const { code, key, message } of said.findings.get(directory) ?? []) {
    if (code === 'workspace/id-mismatch' && ids[directory] !== undefined)
      statements.add('finding', ids[directory] !== directory, `${message}; the workspace keeps its name`, options);
    if (code !== 'step/conflict' || !key.startsWith('step:')) continue;
    const others = rows.filter(row => row.name === key.slice('step:'.length) && row.directory !== directory);
    statements.add('finding', others.length > 0, `${message}; no other workspace has it`, options);
  }
}

async function judgeQuestion(question: Question, said: Said, ask: Ask, statements: Statements): Promise<void> {
  const { name, workspace, profile, framework, environment, answers, strategy, known } = question;
  const options = {
    '--kind': 'step',
    '--profile': profile,
    '--workspace': workspace,
    '--framework': framework,
    '--environment': environment,
  };
  const line = Object.entries(options).flatMap(([flag, value]) => (value == null ? [] : [`${flag}=${value}`]));
  const { json, err } = await ask('explain', ...line, '--', name);
  const directory = Object.entries(said.real.ids ?? {}).find(([, id]) => id === workspace)?.[0];
  const isDecidable = said.isDecidable(profile === 'isolated' ? (directory ?? '') : '');
  const subject = `'${name}' in ${workspace ?? 'no workspace'}, profile ${profile}`;
  if (json === undefined) {
    const isRight = err.includes('no workspace') ? known === false : err.includes('no step') && answers.includes(null);
    statements.add('explain', isRight, `${subject}: ${err}`, { isDecidable, isUntold: UNTOLD_WORDS.test(err) });
    return;
  }
  const { winner, resolved, reason, strategy: by } = (json as { outcome: SaidOutcome }).outcome;
  const isRight = answers.includes(winner) && (!('strategy' in question) || (strategy ?? null) === by);
  const isUntold =
    resolved === null || [resolved, winner].some(isUntoldField) || UNTOLD_WORDS.test(`${reason} ${by ?? ''}`);
  statements.add('explain', isRight, `${subject} is said to be ${winner}; it is ${answers.join(' or ')}`, {
    isDecidable,
    isUntold: !isRight && isUntold,
  });
}

/** The merged view of each workspace, and the lists of conflicts and workspaces. */
async function judgeViews(
  views: NonNullable<StepCase['views']>,
  { conflicts = [], workspaces = [] }: RealAnswer,
  ask: Ask,
  statements: Statements,
): Promise<void> {
  for (const [workspace, view] of Object.entries(views)) {
    const { json } = await ask('list', 'steps', '--workspace', workspace);
    const said = new Map(stepsIn(json).map(step => [step.name, step]));
    const own = [...said.values()].filter(({ scope }) => scope !== 'core').map(({ name }) => name);
    for (const name of new Set([...Object.keys(view), ...own])) {
      const step = said.get(name);
      const owner = step && ownerOf(step);
      const why = `'${name}' in ${workspace} is said to be ${owner}; it is ${view[name]}`;
      statements.add('view', owner === view[name], why, { isUntold: step !== undefined && isUntoldRow(step) });
    }
  }
  const names = namesIn((await ask('list', 'conflicts')).json, 'conflicts', 'name');
  statements.add('conflicts', isSameSet(names, conflicts), `said: ${[...names].join()}; real: ${conflicts.join()}`);
  const ids = namesIn((await ask('list', 'workspaces')).json, 'workspaces', 'id');
  statements.add('workspaces', isSameSet(ids, workspaces), `said: ${[...ids].join()}; real: ${workspaces.join()}`);
}

function stepsIn(json: unknown): readonly SaidStep[] {
  return (json as { steps: readonly SaidStep[] } | undefined)?.steps ?? [];
}

/** The values of one property in a list of the JSON. */
function namesIn(json: unknown, list: string, property: string): Set<string> {
  const items = (json as Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> | undefined)?.[list];
  return new Set((items ?? []).map(item => item[property] ?? ''));
}

function ownerOf({ scope, workspace }: SaidStep): string {
  return scope === 'core' ? 'core' : `${scope === 'override' ? 'override' : 'local'} of ${workspace}`;
}

function isSameSet(a: ReadonlySet<string>, b: readonly string[]): boolean {
  return a.size === new Set(b).size && b.every(each => a.has(each));
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function isGrave(severity: SaidFinding['severity']): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Whether a row is marked as one that cannot be told, in any of the forms that count (README). */
function isUntoldRow(step: SaidStep): boolean {
  if (step.loaded === null || step.loaded === 'cannot tell') return true;
  const about = Object.entries(step).filter(([key]) => !NOT_MARKS.has(key));
  const text = JSON.stringify(about);
  return UNTOLD_WORDS.test(text) || text.includes('"unknown":');
}

/** Properties of a row that quote its text. */
const NOT_MARKS = new Set(['name', 'path', 'place', 'fields', 'message', 'location']);

/** Whether a value is marked as one that cannot be told, or holds one that is. */
function isUntoldField(value: unknown): boolean {
  return (
    isUntoldValue(value) || (typeof value === 'object' && /\{"unknown":|"cannot tell"/.test(JSON.stringify(value)))
  );
}

function isEmpty(value: unknown): boolean {
  return value == null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** The real model strips texts; what UTF-8 cannot hold is replaced on the way out. */
function normal(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().replace(/[\ud800-\udfff]/gu, '\ufffd');
  if (Array.isArray(value)) return value.map(normal);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, normal(each)])) : value;
}
