import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree } from '../support/disk';
import { moduleText } from '../systems/modules/module-text';
import { runInProcess } from './in-process';
import { ALICE, BOB, CORE, REPOSITORY } from './repository';

/** One thing of each system that only running decides, beside things that are certain. */
const root = makeTree({
  ...REPOSITORY,
  [ALICE]: `import os

LOCAL_STEPS = {}
STEP_OVERRIDES = {"Package": os.environ.get("PACKAGE_ROW")}
`,
  [BOB]: 'LOCAL_STEPS = {}\nSTEP_OVERRIDES = {"Package": {}}\n',
  'extensions/plain.py': moduleText(),
  'extensions/odd.py': `from company_lib import registered\n${moduleText().replace(/^class (?!.*BaseModel)/m, '@registered\nclass ')}`,
  'src/onex/registry/registry.yaml': `nodes:
  - name: stamper_node
    versions:
      - {version: 2.0.0, path: ../elsewhere/stamper_node/v2_0_0, metadata_file: node.onex.yaml}
`,
});

const ask = async (...line: string[]): Promise<string> => (await runInProcess(root, line)).out;

/** Parts of a JSON answer that a path of keys leads to; `*` is every item of a list. */
function at(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (key === undefined) return [value];
  if (key === '*') return (value as unknown[]).flatMap(each => at(each, rest));
  return at((value as Record<string, unknown>)[key], rest);
}

const UNTOLD = /^cannot tell: ./;

interface Expected {
  readonly line: string;
  /** Where in the JSON the things are. */
  readonly path: string;
  /** Which of them is the undecided one. */
  readonly is: Readonly<Record<string, unknown>>;
  /** What is said of it; a reason has to begin as documented. */
  readonly says: Readonly<Record<string, unknown>>;
}

const ROWS: readonly Expected[] = [
  {
    line: 'list steps',
    path: 'steps.*',
    is: { name: 'Package', workspace: 'alice' },
    says: { loaded: null, reason: UNTOLD },
  },
  {
    line: 'list modules',
    path: 'modules.*',
    is: { id: 'odd' },
    says: { outcome: 'cannot tell', order: null, reason: UNTOLD },
  },
  {
    line: 'list artifacts',
    path: 'artifacts.*',
    is: { name: 'stamper_node' },
    says: { status: 'cannot tell', reason: UNTOLD },
  },
  {
    line: 'list workspaces',
    path: 'workspaces.*',
    is: { id: 'alice' },
    says: { steps: 0, overrides: 0, undecided: 1 },
  },
  { line: 'list conflicts', path: 'conflicts.*', is: { name: 'Package' }, says: { certain: false } },
  { line: 'show Package', path: 'definitions.*', is: { workspace: 'alice' }, says: { loaded: null, reason: UNTOLD } },
  { line: 'show odd', path: 'definitions.*', is: { name: 'odd' }, says: { loaded: null, reason: UNTOLD } },
  { line: 'show stamper_node', path: 'definitions.*', is: {}, says: { loaded: null, reason: UNTOLD } },
  {
    line: 'explain Package --workspace alice',
    path: 'outcome',
    is: {},
    says: { resolved: null, winner: null, reason: UNTOLD },
  },
  { line: 'explain odd', path: 'outcome', is: {}, says: { resolved: null, winner: null, reason: UNTOLD } },
  { line: 'explain odd', path: 'trace.*', is: {}, says: { verdict: 'cannot tell', why: UNTOLD } },
  { line: 'explain stamper_node', path: 'outcome', is: {}, says: { resolved: null, winner: null, reason: UNTOLD } },
  {
    line: 'snapshot',
    path: 'entries.*',
    is: { name: 'Package', workspace: 'alice' },
    says: { loaded: null, reason: UNTOLD },
  },
  { line: 'snapshot', path: 'entries.*', is: { name: 'odd' }, says: { loaded: null, reason: UNTOLD } },
  {
    line: 'snapshot',
    path: 'winners.*',
    is: { name: 'Package', workspace: 'alice' },
    says: { winner: null, reason: UNTOLD },
  },
  { line: 'snapshot', path: 'winners.*', is: { name: 'stamper_node' }, says: { winner: null, reason: UNTOLD } },
  { line: 'health', path: 'registries.*', is: { kind: 'module' }, says: { status: 'UNKNOWN', undecided: 1 } },
  { line: 'health', path: 'registries.*', is: { kind: 'artifact' }, says: { status: 'UNKNOWN', undecided: 1 } },
  { line: 'stats', path: 'kinds.*', is: { kind: 'module' }, says: { definitions: 2, loaded: 1, undecided: 1 } },
  { line: 'stats', path: 'kinds.*', is: { kind: 'artifact' }, says: { definitions: 1, loaded: 0, undecided: 1 } },
  { line: 'merge-preview', path: 'undecided.*', is: { workspace: 'alice' }, says: { name: 'Package', reason: UNTOLD } },
];

/** What is read of a row in a JSON answer. */
interface Row {
  readonly id?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly owner?: string;
  readonly workspace?: string;
  readonly undecided?: number;
  readonly open?: readonly object[];
  readonly before?: boolean | null;
  readonly after?: boolean | null;
}

/** The table of alice is filled by code; the rest of it is written out. */
const openTable = makeTree({
  ...REPOSITORY,
  [ALICE]: `import os
from company_lib import load

LOCAL_STEPS = {**load()}
STEP_OVERRIDES = {}
`,
});

describe('a table that code fills', () => {
  const askOf = async (...line: string[]): Promise<string> => (await runInProcess(openTable, line)).out;

  it('is named by list, in text and JSON', async () => {
    assert.match(await askOf('list', 'steps'), /\? +more in LOCAL_STEPS +alice .*cannot tell: /);
    const { open } = JSON.parse(await askOf('list', 'steps', '--format', 'json')) as { open: object[] };
    assert.deepEqual(
      open.map(each => ({ ...each, reason: '', reason_at: '' })),
      [{ name: 'LOCAL_STEPS', workspace: 'alice', reason: '', reason_at: '' }],
    );
  });

  it('is named by merge-preview', async () => {
    const { undecided } = JSON.parse(await askOf('merge-preview', '--format', 'json')) as { undecided: object[] };
    assert.match(
      JSON.stringify(undecided),
      /"kind":"step table","name":"LOCAL_STEPS","workspace":"alice","reason":"cannot tell: /,
    );
  });

  it('counts as undecided where workspaces and figures are listed', async () => {
    const { workspaces } = JSON.parse(await askOf('list', 'workspaces', '--format', 'json')) as { workspaces: Row[] };
    assert.deepEqual(
      workspaces.flatMap(({ id, undecided }) => (undecided === 0 ? [] : [[id, undecided]])),
      [['alice', 1]],
    );
    const { registries } = JSON.parse(await askOf('health', '--format', 'json')) as { registries: Row[] };
    assert.deepEqual(
      registries.flatMap(({ owner, undecided, open }) => (undecided === 0 ? [] : [[owner, undecided, open?.length]])),
      [['alice', 1, 1]],
    );
    assert.match(await askOf('health'), /alice .*, and what code adds/);
    const { kinds } = JSON.parse(await askOf('stats', '--format', 'json')) as { kinds: Row[] };
    assert.equal(kinds.find(({ kind }) => kind === 'step')?.undecided, 1);
  });

  it('is in a snapshot, and keeps diff from calling rows removed or added', async () => {
    const filled = path.join(openTable, 'snapshot.json');
    fs.writeFileSync(filled, await askOf('snapshot'));
    const { open } = JSON.parse(fs.readFileSync(filled, 'utf8')) as { open: Row[] };
    assert.deepEqual(
      open.map(({ name, workspace }) => [name, workspace]),
      [['LOCAL_STEPS', 'alice']],
    );
    const written = makeTree({
      ...REPOSITORY,
      [ALICE]: 'LOCAL_STEPS = {"Own": {}}\nSTEP_OVERRIDES = {"Package": {}}\n',
    });
    assert.match(
      await askOf('diff', filled),
      /^Nothing differs between .*, as far as it can be told: code fills 1 table/,
    );
    for (const [line, presence] of [
      [['diff', filled, written], { before: null, after: true }],
      [['diff', written], { before: true, after: null }],
    ] as const) {
      const diff = JSON.parse(await askOf(...line, '--format', 'json')) as Record<string, Row[]>;
      assert.deepEqual(
        diff['undecided']?.map(({ name, before, after }) => ({ name, before, after })),
        [{ name: 'Own', ...presence }],
      );
      const certain = [...(diff['added'] ?? []), ...(diff['removed'] ?? [])].map(({ name }) => name);
      assert.deepEqual(certain, ['Package']);
      assert.match(await askOf(...line), /\? +LOCAL_STEPS +alice +(its rows alone|what code adds) → /);
    }
  });

  it('is named beside the exported dictionaries', async () => {
    const { err } = await runInProcess(openTable, ['export', 'step-names', '--workspace', 'alice']);
    assert.match(err, /further rows of LOCAL_STEPS: cannot tell: /);
  });
});

describe('what only running decides', () => {
  for (const { line, path, is, says } of ROWS)
    it(`is marked by ${line} (${path})`, async () => {
      const format = line === 'snapshot' ? [] : ['--format', 'json'];
      const json: unknown = JSON.parse(await ask(...line.split(' '), ...format));
      const all = at(json, path.split('.')) as Record<string, unknown>[];
      const meant = all.filter(each => Object.entries(is).every(([key, value]) => each[key] === value));
      assert.ok(meant.length > 0, JSON.stringify(all));
      for (const each of meant)
        for (const [key, value] of Object.entries(says))
          if (value instanceof RegExp) assert.match(String(each[key]), value);
          else assert.equal(each[key], value, `${key} of ${JSON.stringify(each)}`);
    });

  for (const what of ['step-names', 'config-registry', 'builder-names', 'spec-types'])
    it(`is not in export ${what}, which says so`, async () => {
      const { out, err } = await runInProcess(root, ['export', what, '--workspace', 'alice', '--format', 'json']);
      assert.doesNotMatch(out, /Package/);
      assert.match(out, /XGBoostTraining/);
      assert.match(err, /Package: cannot tell: /);
    });

  it('is counted by itself in texts, and lands without being called lost or replacing', async () => {
    assert.match(await ask('list', 'modules'), /\? +odd .*\n\n2 modules, 1 registered, 1 of which cannot be told/);
    assert.match(await ask('list', 'steps'), /1 of which cannot be told\n$/);
    assert.match(await ask('export', 'docs'), /\| modules \| 2 \| 2 \| 0 \| 1 \|/);
    assert.doesNotMatch(await ask('export', 'docs'), /not loaded: cannot tell/);
    const { replaced, lost } = JSON.parse(await ask('merge-preview', '--format', 'json')) as Record<
      string,
      { name: string }[]
    >;
    assert.deepEqual(
      [...(replaced ?? []), ...(lost ?? [])].filter(({ name }) => name === 'Package'),
      [],
    );
  });

  it('is named in export docs where it is a whole table, also where nothing else is defined', async () => {
    const open = makeTree({ '.git/HEAD': '', [CORE]: 'from rows import load\n\nSTEP_NAMES = load()\n' });
    const { out } = await runInProcess(open, ['export', 'docs']);
    assert.match(out, /\| steps \| 0 \| 0 \| 0 \| 1 \|/);
    assert.match(out, /^More in `STEP_NAMES` of core: cannot tell\\: code decides/m);
  });
});
