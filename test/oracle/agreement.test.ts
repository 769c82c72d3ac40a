import assert from 'node:assert/strict';
import path from 'node:path';
import { groupBy } from '../../server/src/base/collections';
import { isLong, isSoak } from '../support/seed';
import { casesOf, inCase, type Ask, type RecordedCase } from './oracle';
import { readStepCases } from './steps/judge';

/** One definition in the JSON of `list`, in the words of its system. */
interface Listed {
  readonly name?: string;
  readonly id?: string;
  readonly workspace?: string | null;
  readonly path: string;
  readonly source?: string;
  readonly loaded?: boolean | null;
  readonly outcome?: string;
  readonly status?: string;
}

interface Snapshot {
  readonly entries: readonly {
    readonly kind: string;
    readonly name: string;
    readonly workspace: string | null;
    readonly path: string;
    readonly loaded: boolean | null;
  }[];
  readonly winners: readonly {
    readonly name: string;
    readonly workspace: string | null;
    readonly winner: string | null;
    readonly reason?: string;
  }[];
  readonly open: readonly object[];
}

interface Health {
  readonly status: string;
  readonly registries: readonly {
    readonly kind: string;
    readonly status: string;
    readonly definitions: number;
    readonly undecided: number;
    readonly issues: readonly { readonly code: string }[];
  }[];
}

interface Figures {
  readonly kind: string;
  readonly definitions: number;
  readonly loaded: number;
  readonly undecided: number;
}

interface Outcome {
  readonly resolved: boolean | null;
  readonly winner: string | null;
  readonly reason: string;
}

interface Finding {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

const SYSTEMS = [
  { kind: 'step', plural: 'steps', folder: 'steps', of: 120, read: readStepCases },
  { kind: 'module', plural: 'modules', folder: 'modules', of: 160, read: (all: readonly unknown[]) => all },
  { kind: 'artifact', plural: 'artifacts', folder: 'artifacts', of: 26, read: (all: readonly unknown[]) => all },
] as const;

/** Whether a definition is loaded, as `list` of any system says it. */
function isLoaded({ loaded, outcome, status }: Listed): boolean | null {
  if (loaded !== undefined) return loaded;
  const said = outcome ?? status;
  // Work in progress is left out unless it is asked for.
  return said === 'cannot tell' ? null : said === 'registered' || said === 'valid';
}

/** Whether nothing of a file is loaded: a table that is no dict loses itself and what comes after it. */
function isOfWholeFile({ code, message }: Finding): boolean {
  return code === 'registry/load-error' && !message.includes('Loading stops here');
}

describe('what one command says of a case, another does not deny', () => {
  for (const { kind, plural, folder, of, read } of SYSTEMS)
    it(`of ${plural}`, async function () {
      this.timeout(600_000);
      const cases = casesOf({
        folder: path.join(import.meta.dirname, folder),
        oneOf: 1,
        read: all => read(all) as RecordedCase[],
      });
      const found: string[] = [];
      // Many commands a case: all of them take a quarter of an hour.
      const step = isSoak ? 1 : isLong ? Math.ceil(of / 10) : of;
      for (const each of cases.filter((_, i) => i % step === 0))
        for (const contradiction of await inCase(each, async ask => contradictionsOf(kind, plural, ask)))
          found.push(`${each.id}: ${contradiction}`);
      assert.deepEqual(found, []);
    });
});

async function contradictionsOf(kind: string, plural: string, ask: Ask): Promise<string[]> {
  const found: string[] = [];
  const same = (what: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b)) found.push(`${what}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
  };
  const json = async <T>(command: string, ...line: string[]): Promise<T> => {
    const { json: said, code, err } = await ask(command, ...line);
    assert.ok(said !== undefined, `${command} ${line.join(' ')} gives no JSON (${code}: ${err})`);
    return said as T;
  };
  const answer = await json<Readonly<Record<string, readonly Listed[]>>>('list', plural);
  const [all, open] = [answer[plural] ?? [], answer['open'] ?? []];
  const { json: taken, code, err } = await ask('snapshot');
  if (code === 2 && err.startsWith('Not everything is in sight')) return [];
  const snapshot = taken as Snapshot;
  const entries = snapshot.entries.filter(each => each.kind === kind);
  const { registries, status } = await json<Health>('health');
  const { kinds } = await json<{ readonly kinds: readonly Figures[] }>('stats');
  const own = registries.filter(each => each.kind === kind);
  const count = (is: boolean | null): number => all.filter(each => isLoaded(each) === is).length;
  const sum = (of: 'definitions' | 'undecided'): number => own.reduce((total, each) => total + each[of], 0);
  const undecided = count(null) + open.length;

  same('open in list and snapshot', open.length, snapshot.open.length);
  same(
    'list and snapshot',
    all.map(each => `${each.name ?? each.id} ${each.workspace ?? ''} ${isLoaded(each)}`).sort(),
    entries.map(each => `${each.name} ${each.workspace ?? ''} ${each.loaded}`).sort(),
  );
  same('list and health', [all.length, undecided], [sum('definitions'), sum('undecided')]);
  const figures = kinds.find(each => each.kind === kind);
  same(
    'list and stats',
    [all.length, count(true), undecided],
    [figures?.definitions, figures?.loaded, figures?.undecided],
  );
  if (undecided > 0 && status === 'HEALTHY') found.push('healthy, and undecided');
  if (kind === 'step') await compareWorkspaces(all, open, json, same);
  for (const [name, group] of someNames(entries)) {
    const { outcome } = await json<{ readonly outcome: Outcome }>('explain', '--kind', kind, '--', name);
    const verdicts = group.map(({ loaded }) => loaded);
    if (outcome.resolved === true && !verdicts.includes(true)) found.push(`${name} resolves, and nothing is loaded`);
    if (outcome.resolved === null && !outcome.reason.startsWith('cannot tell: '))
      found.push(`${name} resolves to null for '${outcome.reason}'`);
    const win = snapshot.winners.find(each => each.name === name && each.workspace === null);
    if (win !== undefined)
      same(
        `explain and snapshot about ${name}`,
        [outcome.winner ?? null, outcome.resolved === null],
        [win.winner, win.reason !== undefined],
      );
    if (kind === 'module' && !verdicts.includes(null)) same(`${name} registered`, outcome.resolved, verdicts[0]);
  }
  const { findings } = await json<{ readonly findings: readonly Finding[] }>('lint');
  const dead = new Set(findings.flatMap(each => (isOfWholeFile(each) ? each.path : [])));
  for (const each of entries)
    if (each.loaded !== false && dead.has(each.path))
      found.push(`${each.name} is loaded: ${each.loaded}, of a file that is not (${each.path})`);
  return found;
}

/** Steps in `list`, in `list workspaces`, and in the view and the exported dictionaries of a workspace. */
async function compareWorkspaces(
  all: readonly Listed[],
  open: readonly Listed[],
  json: <T>(command: string, ...line: string[]) => Promise<T>,
  same: (what: string, a: unknown, b: unknown) => void,
): Promise<void> {
  const { workspaces } = await json<{ readonly workspaces: readonly Readonly<Record<string, unknown>>[] }>(
    'list',
    'workspaces',
  );
  for (const [id, rows] of groupBy(workspaces, each => String(each['id']))) {
    const own = all.filter(({ workspace }) => workspace === id);
    const sum = (key: string): number => rows.reduce((total, row) => total + Number(row[key]), 0);
    same(
      `list steps and workspaces about ${id}`,
      [own.filter(({ loaded }) => loaded === true).length, own.filter(({ loaded }) => loaded === null).length],
      [sum('steps') + sum('overrides'), sum('undecided') - open.filter(({ workspace }) => workspace === id).length],
    );
    const view = await json<{ readonly steps: readonly Listed[] }>('list', 'steps', '--workspace', id);
    const exported = await json<object>('export', 'step-names', '--workspace', id);
    same(
      `the view of ${id} and what is exported`,
      view.steps.flatMap(({ name = '', loaded }) => (loaded === true ? [name] : [])).sort(),
      Object.keys(exported).sort(),
    );
  }
}

/** A few names with their definitions, those of which something is not loaded first. */
function someNames(entries: Snapshot['entries']): [string, Snapshot['entries'] & readonly [unknown, ...unknown[]]][] {
  const rank = (group: Snapshot['entries']): number => (group.some(({ loaded }) => loaded !== true) ? 0 : 1);
  return [...groupBy(entries, ({ name }) => name)].sort(([, a], [, b]) => rank(a) - rank(b)).slice(0, 3);
}
