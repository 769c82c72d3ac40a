import type { Ask, RecordedCase } from '../oracle';
import { brief, canonical, isObject, isUntoldValue, Statements, type SaidFinding, type Statement } from '../verdicts';
import { judgeSchemas, type RealSchemas, type SaidSchema } from './schemas';

/** A case of modules. The README describes the members. */
export interface ModuleCase extends RecordedCase {
  /** What the command line is given: roots and the ID map. */
  readonly arguments: readonly string[];
  readonly static?: true;
  readonly answer: RealAnswer;
}

interface RealAnswer extends RealSchemas {
  readonly raised: string | null;
  readonly code?: string | null;
  readonly message?: string;
  readonly stage?: string;
  readonly registered: readonly string[];
  readonly lost: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface SaidModule {
  readonly id: string;
  readonly path: string;
  readonly outcome: unknown;
  readonly reason?: string;
  readonly order: number | null;
  readonly version: unknown;
}

interface SaidAbort {
  readonly code: string;
  readonly message: string;
  readonly certain?: boolean;
}

/** Everything that the product says of a case, held against the real registry. */
export async function judgeModules(each: ModuleCase, ask: Ask): Promise<readonly Statement[]> {
  const { answer: real, arguments: given } = each;
  const statements = new Statements(each.static === true);
  const list = await ask('list', 'modules', ...given);
  const lint = await ask('lint', ...given);
  if (list.json === undefined || lint.json === undefined) {
    // Where the real constructor raises an exception too, to refuse the arguments with a message is an answer.
    const isRefused = real.raised !== null && [list, lint].every(({ code, err }) => code === 2 && err.trim() !== '');
    statements.add(isRefused ? 'abort' : 'answer', isRefused, `${list.err}${lint.err}; real: ${real.raised}`);
    return statements.all;
  }
  const { aborted, modules } = list.json as Pick<Said, 'aborted' | 'modules'>;
  const { findings } = lint.json as Pick<Said, 'findings'>;
  const said = { aborted, modules, findings, rows: rowsById(modules) };
  if (real.raised === null) judgeSuccess(real, said, statements);
  else judgeAbort(real.raised, real, said, statements);
  judgeRegistered(real, said, statements);
  judgeErrors(real, said, statements);
  if (real.raised !== null) return statements.all;
  const { json } = await ask('export', 'schemas', ...given);
  const exported = json as Readonly<Record<string, SaidSchema>> | undefined;
  for (const id of real.registered) judgeSchemas(id, exported?.[id], real, statements);
  await judgeForms(real, given, ask, statements);
  return statements.all;
}

/** The row of each id; of several that share an id, the one that is registered. */
function rowsById(modules: readonly SaidModule[]): Map<string, SaidModule> {
  const rows = new Map(modules.map(row => [row.id, row]));
  for (const row of modules) if (row.outcome === 'registered') rows.set(row.id, row);
  return rows;
}

interface Said {
  readonly aborted: SaidAbort | null;
  readonly modules: readonly SaidModule[];
  readonly rows: ReadonlyMap<string, SaidModule>;
  readonly findings: readonly SaidFinding[];
}

/** Findings that speak of nothing that is lost, unless they are errors. */
const NO_LOSS = new Set([
  'module/invalid-id',
  'module/case-collision',
  'module/metadata-overrides-code',
  'module/annotation-contradiction',
  'module/deprecated',
  'module/optional-dependency-missing',
  'module/orphan-metadata',
]);

function tellsLoss({ code, severity }: SaidFinding): boolean {
  return severity !== 'hint' && (!NO_LOSS.has(code) || severity === 'error');
}

function judgeAbort(raised: string, real: RealAnswer, said: Said, statements: Statements): void {
  const { aborted, modules, findings } = said;
  const is = `real: ${real.code ?? raised} (${real.stage}): ${real.message}`;
  const isCertain = aborted !== null && !isUntoldValue(aborted);
  // While any module cannot be told, an abort that is not seen is no statement of fact.
  const isUntold = !isCertain && (aborted !== null || modules.some(({ outcome }) => isUntoldValue(outcome)));
  statements.add('abort', isCertain, is, { isUntold });
  if (isCertain) statements.add('abort code', aborted.code === (real.code ?? raised), `${aborted.code}; ${is}`);
  const message = real.code == null ? '' : (real.message ?? '');
  const involved = findings.filter(
    each => tellsLoss(each) && each.severity !== 'info' && concerns(each, message, said.rows),
  );
  statements.add('abort has a finding', involved.length > 0, `${is}; ${brief(findings)}`);
}

function judgeSuccess(real: RealAnswer, said: Said, statements: Statements): void {
  const { aborted, findings, rows } = said;
  statements.add('no abort', aborted === null, `${aborted?.code}: ${aborted?.message}`, {
    isUntold: aborted !== null && isUntoldValue(aborted),
  });
  const mine = registeredIn(said);
  if (real.registered.length > 1 && canonical([...mine].sort()) === canonical([...real.registered].sort()))
    statements.add(
      'order',
      mine.join() === real.registered.join(),
      `said: ${mine.join()}; real: ${real.registered.join()}`,
    );
  for (const [id, reason] of Object.entries(real.lost)) {
    if (reason.includes(HELPER)) continue;
    const isTold = findings.some(each => tellsLoss(each) && concerns(each, `'${id}'`, rows));
    statements.add('loss has a finding', isTold, `${reason}; ${brief(findings)}`, { isUntold: isUntold(rows.get(id)) });
  }
}

/** A file without any module class is a helper: the real registry logs a warning, and nobody misses it. */
const HELPER = 'No Module subclass found';

function registeredIn({ modules }: Said): string[] {
  return modules
    .filter(({ outcome }) => outcome === 'registered')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ id }) => id);
}

/** After an exception, what was registered before stays registered. */
function judgeRegistered(real: RealAnswer, said: Said, statements: Statements): void {
  for (const id of real.registered) {
    const row = said.rows.get(id);
    const isRegistered = row?.outcome === 'registered';
    statements.add('registered', isRegistered, `'${id}' is registered; ${row?.reason ?? 'it is not listed'}`, {
      isUntold: isUntold(row),
    });
    if (!isRegistered) continue;
    const version = real.versions[id];
    statements.add('version', row.version === version, `'${id}' is ${String(version)}, not ${String(row.version)}`, {
      isUntold: row.version === null || isUntoldValue(row.version),
    });
  }
  for (const row of said.modules)
    if (!real.registered.includes(row.id))
      statements.add(
        'not registered',
        row.outcome !== 'registered',
        `'${row.id}' is not: ${real.lost[row.id] ?? real.message}`,
        {
          isUntold: isUntold(row),
        },
      );
}

function isUntold(row: SaidModule | undefined): boolean {
  return row !== undefined && isUntoldValue(row.outcome);
}

/** Errors that say that discovery aborts, or that modules are not registered or loaded, have to be true. */
function judgeErrors(real: RealAnswer, { findings }: Said, statements: Statements): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const untrue = errors.filter(
    ({ message }) =>
      (real.raised === null && /discovery aborts|nothing is registered|no module is/.test(message)) ||
      saidToBeLost(message).some(id => real.registered.includes(id)),
  );
  if (errors.length > 0)
    statements.add('errors are true', untrue.length === 0, `${brief(untrue)}; registered: ${real.registered.join()}`);
}

/** The ids that `'a', 'b' and 'c' are not registered` speaks of. */
function saidToBeLost(message: string): string[] {
  const list = /((?:'[^']+'(?:, | and |, and )?)+) (?:is|are) not (?:registered|loaded)/.exec(message)?.[1] ?? '';
  return quotedIn(list);
}

/** Whether a finding stands at, or speaks of, what a message of the real code names; any finding if the message names nothing. */
function concerns(
  { path, message: text, related }: SaidFinding,
  message: string,
  rows: ReadonlyMap<string, SaidModule>,
): boolean {
  const quoted = quotedIn(message);
  const files = Array.from(message.matchAll(/<R>\/([^\s':]+)/g), ([, file = '']) => file);
  const named = [...quoted.flatMap(id => [rows.get(id)?.path ?? '', id.replaceAll('.', '/')]), ...files];
  const stems = named.map(stemOf).filter(stem => stem !== '');
  if (stems.length === 0 || /id_map|apcore\.yaml|registry-intelligence/.test(path)) return true;
  const own = stemOf(path);
  const about = [text, ...related.map(each => each.message)].join(' ');
  return (
    stems.some(stem => own === stem || own.endsWith(`/${stem}`) || stem.endsWith(`/${own}`)) ||
    quoted.some(id => about.includes(`'${id}'`))
  );
}

/** The path of a module without what tells its files apart. */
function stemOf(path: string): string {
  return path.replace(/(?:_meta\.ya?ml|\.\w+)$/, '');
}

function quotedIn(text: string): string[] {
  return Array.from(text.matchAll(/'([^']+)'/g), ([, name = '']) => name);
}

/** The forms of schemas that other options of the export give. */
async function judgeForms(
  { exports = {} }: RealAnswer,
  given: readonly string[],
  ask: Ask,
  statements: Statements,
): Promise<void> {
  for (const [options, answers] of Object.entries(exports)) {
    if (options === '') continue;
    const { json } = await ask('export', 'schemas', ...given, ...options.split(' '));
    for (const [id, answer] of Object.entries(answers)) {
      const mine = schemaOf(id, json);
      const why = `'${id}': real ${canonical(answer)}, said ${canonical(mine)}`.slice(0, 800);
      statements.add(`export ${options}`, canonical(mine) === canonical(answer), why, {
        isUntold: mine == null || isUntoldValue(mine),
      });
    }
  }
}

/** The schema of a module among those that are exported: by its id, or in a list, where the name stands inside. */
function schemaOf(id: string, json: unknown): unknown {
  if (!Array.isArray(json)) return isObject(json) ? json[id] : undefined;
  const named: unknown = json.find(each => canonical(each)?.includes(`"${id.replaceAll('.', '_')}"`));
  return named ?? (json.length === 1 ? json[0] : undefined);
}
