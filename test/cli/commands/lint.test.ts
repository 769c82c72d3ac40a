import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree, type Content } from '../../support/disk';
import { ALICE, BOB, CORE, REPOSITORY } from '../repository';
import { runInProcess } from '../in-process';
import { bundleProgram, runIntoClosedPipe, type Run } from '../run';

before(bundleProgram);

interface Report {
  version: number;
  summary: Record<string, number>;
  findings: { code: string; severity: string; path: string; message: string; range: { start: unknown } }[];
  conflicts?: { name: string }[];
  blindSpots: object[];
}

const NO_SPECS = "there is no folder of specs, contracts or scripts in 'src/cursus/steps'";

function report({ out }: Run): Report {
  return JSON.parse(out) as Report;
}

describe('lint', () => {
  const root = makeTree(REPOSITORY);
  const lint = (...line: string[]): Promise<Run> => runInProcess(root, ['lint', ...line]);

  it('shows findings under their files, with what is related, and sums up', async () => {
    const { code, out, err } = await lint();
    assert.deepEqual([code, err], [0, '']);
    const message = (who: string): string =>
      `'XGBoostTraining' is also a step of workspace '${who}'; which one runs depends on the workspace that is active`;
    assert.equal(
      out.replace(/\d+\.\d\d s/, 'T s'),
      `${ALICE}
  3:5  warning  ${message('bob')}  step/conflict
                ${BOB}:3 defined in workspace 'bob'

${BOB}
  3:5  warning  ${message('alice')}  step/conflict
                ${ALICE}:3 defined in workspace 'alice'

Not checked, since it cannot be told
  ${NO_SPECS}: step/missing-component and step/entry-point-missing say nothing

2 warnings in 11 files (3 registries, 2 workspaces) · T s
`,
    );
  });

  it('is as strict as policy packs are in the environment that is said', async () => {
    const corpus = path.join(import.meta.dirname, '../../corpus/policies');
    const tree = makeTree({});
    fs.cpSync(corpus, tree, { recursive: true });
    const strict = async (...options: string[]): Promise<string[]> => {
      const { findings } = report(
        await runInProcess(tree, ['lint', '--format', 'json', '--rule', 'policy/*', ...options]),
      );
      return findings.map(({ severity }) => severity);
    };
    assert.deepEqual(await strict(), ['error', 'warning', 'warning']);
    assert.deepEqual(await strict('--policy-environment', 'staging'), ['info', 'warning', 'warning']);
  });

  it('gives JSON of the documented shape', async () => {
    const { code, out } = await lint('--format', 'json', BOB);
    assert.equal(code, 0);
    assert.ok(out.endsWith('}\n'));
    const range = { start: { line: 3, column: 5 }, end: { line: 3, column: 22 } };
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      summary: { error: 0, warning: 1, info: 0, hint: 0, files: 1 },
      findings: [
        {
          code: 'step/conflict',
          severity: 'warning',
          path: BOB,
          range,
          message:
            "'XGBoostTraining' is also a step of workspace 'alice'; which one runs depends on the workspace that is active",
          key: 'step:XGBoostTraining',
          related: [{ path: ALICE, range, message: "defined in workspace 'alice'" }],
          fixes: [],
        },
      ],
      blindSpots: [
        {
          rules: ['step/missing-component', 'step/entry-point-missing'],
          scope: null,
          reason: NO_SPECS,
          path: null,
          range: null,
        },
      ],
    });
    assert.deepEqual(report(await lint('--format', 'json', '--rule', 'step/conflict')).blindSpots, []);
  });

  it('limits by paths what is reported, not what is read', async () => {
    for (const at of [ALICE, 'developer_workspaces/developers/alice', `./${ALICE}`])
      assert.deepEqual(
        report(await lint(at, '--format', 'json')).findings.map(({ path }) => path),
        [ALICE],
      );
    assert.deepEqual(report(await lint('src', '--format', 'json')).findings, []);
  });

  it('finds the root above, and writes paths as seen from there', async () => {
    const folder = `${root}/developer_workspaces/developers/alice/src`;
    assert.match((await runInProcess(folder, ['lint', '.'])).out, /^cursus_dev\/registry\/workspace_registry.py\n/);
    assert.equal(report(await runInProcess(folder, ['lint', '--format', 'json'])).findings[0]?.path, ALICE);
    assert.match((await runInProcess('/', ['lint', root])).out, /workspace_registry.py\n/);
    assert.equal(report(await runInProcess(folder, ['lint', '--root', '.', '--format', 'json'])).summary['files'], 3);
  });

  it('limits by workspace and by rule', async () => {
    const paths = async (...line: string[]): Promise<string[]> =>
      report(await lint('--format', 'json', ...line)).findings.map(({ path }) => path);
    assert.deepEqual(await paths('--workspace', 'alice'), [ALICE]);
    for (const rule of ['step/conflict', 'step/*', 'step']) assert.equal((await paths('--rule', rule)).length, 2, rule);
    assert.deepEqual(await paths('--rule', 'registry/unreadable'), []);
    assert.equal((await paths('--rule', 'registry/unreadable', '--rule', 'step/conflict')).length, 2);
  });

  it('gives the exit code that was asked for', async () => {
    const codes = async (...line: string[]): Promise<number | null> => (await lint(...line)).code;
    assert.equal(await codes(), 0);
    assert.equal(await codes('--fail-on', 'warning'), 1);
    assert.equal(await codes('--fail-on', 'info'), 1);
    assert.equal(await codes('--max-warnings', '2'), 0);
    assert.equal(await codes('--max-warnings', '1'), 1);
    assert.equal(await codes('--strict'), 1);
    assert.equal(await codes('--strict', '--fail-on', 'never'), 0);
    assert.equal(await codes('src', '--fail-on', 'hint'), 0);
  });

  it('lists conflicts, and then fails on them', async () => {
    const { code, out } = await lint('--check-conflicts');
    assert.equal(code, 1);
    assert.match(out, /\n1 name is defined by two or more workspaces\n/);
    assert.equal(report(await lint('--check-conflicts', '--format', 'json')).conflicts?.[0]?.name, 'XGBoostTraining');
  });

  it('answers to its other names', async () => {
    assert.equal((await runInProcess(root, ['validate', '--strict'])).code, 1);
    assert.equal(
      (await runInProcess(root, ['validate-registry', '--workspace', 'alice', '--fail-on', 'warning'])).code,
      1,
    );
  });

  it('takes another core for one run', async () => {
    const away = makeTree({ ...REPOSITORY, 'old/registry/step_names.py': 'STEP_NAMES = {}\n' });
    const core = async (...line: string[]): Promise<unknown> => {
      const { out } = await runInProcess(away, ['list', 'steps', '--format', 'json', ...line]);
      return (JSON.parse(out) as { steps: { scope: string }[] }).steps.filter(({ scope }) => scope === 'core').length;
    };
    assert.equal(await core(), 2);
    assert.equal(await core('--core', 'old/registry'), 0);
  });

  it('takes another workspaces root for one run', async () => {
    const away = makeTree({
      ...REPOSITORY,
      'team/dan/src/cursus_dev/registry/workspace_registry.py': 'LOCAL_STEPS = {}\n',
    });
    const ids = async (...line: string[]): Promise<string[]> => {
      const { out } = await runInProcess(away, ['list', 'workspaces', '--format', 'json', ...line]);
      return (JSON.parse(out) as { workspaces: { id: string }[] }).workspaces.map(({ id }) => id);
    };
    assert.deepEqual(await ids(), ['alice', 'bob']); // the registry manager looks in developer_workspaces/developers only
    assert.deepEqual(await ids('--workspaces', 'team'), ['dan']);
  });

  it('is the same every time and in every order of files on disk', async () => {
    const backwards = makeTree(Object.fromEntries(Object.entries(REPOSITORY).reverse()));
    assert.equal(
      (await runInProcess(backwards, ['lint', '--format', 'json'])).out,
      (await lint('--format', 'json')).out,
    );
  });

  it('says so when there is nothing to find or to read', async () => {
    const empty = makeTree({ '.git/HEAD': '', 'a.py': '' });
    assert.match((await runInProcess(empty, ['lint'])).out, /^Nothing found in 1 file \(no registry in sight\) · \d/);
    const { code, out, err } = await runInProcess(makeTree({ '.git/HEAD': '', 'a.txt': '' }), ['lint', 'a.txt']);
    assert.equal(code, 0);
    assert.match(out, /^Nothing found in 0 files/);
    assert.match(err, /^Nothing was read in 'a.txt'/);
  });

  it('leaves inner roots out, and says so', async () => {
    const outer = makeTree({ ...REPOSITORY, 'vendor/lib/.git': 'gitdir: x', [`vendor/lib/${CORE}`]: 'STEP_NAMES = {' });
    const { out, err } = await runInProcess(outer, ['lint']);
    assert.match(err, /^Left out, since they are roots of their own: vendor\/lib\n$/);
    assert.match(out, /in 11 files/);
  });
});

describe('lint of what is not right on disk', () => {
  const checkUnreadable = async (
    files: Record<string, Content>,
    path: string,
    message: RegExp,
    rule = 'registry/unreadable',
  ): Promise<void> => {
    const root = makeTree({ ...REPOSITORY, ...files });
    const { code, out, err } = await runInProcess(root, ['lint', '--rule', 'registry', '--format', 'json']);
    assert.deepEqual([code, err], [1, '']);
    const { findings } = report({ code, out, err });
    assert.deepEqual(
      findings.map(finding => [finding.code, finding.severity, finding.path]),
      [[rule, 'error', path]],
    );
    assert.match(findings[0]!.message, message);
  };
  const CAROL = ALICE.replace('alice', 'carol');

  it('reports a registry that is not UTF-8, at the byte', async () => {
    const bytes = Buffer.from(`LOCAL_STEPS = {}\nx = "caf\xe9"\nWORKSPACE_METADATA = {}\n`, 'latin1'); // fine in a comment
    await checkUnreadable({ [CAROL]: bytes }, CAROL, /cannot be loaded/, 'registry/syntax-error');
    await checkUnreadable(
      { [CAROL]: Buffer.from('\uFEFFLOCAL_STEPS = {}\n', 'utf16le') },
      CAROL,
      /cannot be loaded/,
      'registry/syntax-error',
    );
  });

  it('reports a project file that is not UTF-8', async () => {
    const project = 'registry-intelligence.yaml';
    await checkUnreadable({ [project]: Buffer.from('# caf\xe9\n', 'latin1') }, project, /byte 0xe9/);
  });

  it('reports what stands in the place of a registry', async () => {
    await checkUnreadable({ [`${CAROL}/x.txt`]: '' }, CAROL, /a folder/);
    await checkUnreadable({ [CAROL]: { link: '/etc/hostname' } }, CAROL, /leads out of the repository/);
    await checkUnreadable({ [CAROL]: { link: 'workspace_registry.py' } }, CAROL, /in a circle/);
    if (process.platform !== 'win32') await checkUnreadable({ [CAROL]: { pipe: true } }, CAROL, /a named pipe/);
  });

  it('reports a registry of 200 MB without reading it', async () => {
    const root = makeTree({ ...REPOSITORY, [CAROL]: '' });
    fs.truncateSync(path.join(root, CAROL), 200 * 1024 * 1024);
    const { findings } = report(await runInProcess(root, ['lint', '--rule', 'registry', '--format', 'json']));
    assert.match(findings[0]?.message ?? '', /too large to read \(200 MB; the limit is 20 MB\)/);
  });

  it('reports a registry that it may not read', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    const root = makeTree({ ...REPOSITORY, [CAROL]: '' });
    fs.chmodSync(path.join(root, CAROL), 0);
    const { findings } = report(await runInProcess(root, ['lint', '--rule', 'registry', '--format', 'json']));
    assert.match(findings[0]?.message ?? '', /permission denied/);
  });

  it('does not mind files of others that cannot be read, nor links in circles', async () => {
    const root = makeTree({
      ...REPOSITORY,
      'data/blob.py': Buffer.from([0, 255, 254, 128]),
      'data/pipe.py': process.platform === 'win32' ? '' : { pipe: true },
      'data/loop': { link: '..' },
      'data/a': { link: 'b' },
      'data/b': { link: 'a' },
      'data/gone.py': { link: 'nowhere.py' },
    });
    const { code, err, out } = await runInProcess(root, ['lint']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /\n2 warnings in 12 files/);
  });

  it('shows user text as text, never as commands to the terminal', async () => {
    const evil = '\u001b[2J\u202eX';
    const root = makeTree({
      ...REPOSITORY,
      [`a${evil}/src/cursus_dev/registry/workspace_registry.py`]: Buffer.from([0xff]),
    });
    for (const line of [['lint'], ['lint', '--format', 'json'], ['list', 'workspaces'], ['explain', evil]]) {
      const { out, err } = await runInProcess(root, line);
      assert.doesNotMatch(out + err, /[\u001b\u202e]/, line.join(' '));
    }
    assert.match((await runInProcess(root, ['lint'])).out, /a\\u001b\[2J\\u202eX\/src/);
  });

  it('goes quietly when nobody reads on, with the exit code it would have had', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [ALICE.replace('alice', `dev${i}`), Buffer.from([0xff])]),
    );
    const root = makeTree(files);
    assert.deepEqual(await runIntoClosedPipe(root, ['lint']), { code: 1, out: '', err: '' });
    assert.deepEqual(await runIntoClosedPipe(root, ['list', 'rules']), { code: 0, out: '', err: '' });
  });
});
