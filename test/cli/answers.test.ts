import assert from 'node:assert/strict';
import { makeTree } from '../support/disk';
import { ALICE, BOB, CORE, REPOSITORY } from './repository';
import { runInProcess } from './in-process';
import { bundleProgram, run, type Run } from './run';

before(bundleProgram);

const root = makeTree(REPOSITORY);
const ask = (...line: string[]): Promise<Run> => runInProcess(root, line);
const json = async (...line: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(...line, '--format', 'json')).out) as Record<string, unknown>;

describe('list', () => {
  it('lists every definition of steps', async () => {
    const { code, out } = await ask('list', 'steps', '--include-source');
    assert.equal(code, 0);
    assert.equal(
      out,
      `  · Package           core                Processing   ${CORE}:9                                                     Model packaging step
  · XGBoostTraining   core                Training     ${CORE}:2                                                     XGBoost model training step
  · XGBoostTraining   override of alice   Training     ${ALICE}:3   With early stopping
  · XGBoostTraining   override of bob     Training     ${BOB}:3     With costs as weights

4 steps
`,
    );
  });

  it('lists the steps that are in force in a workspace, as JSON of the documented shape', async () => {
    const { version, steps } = await json('list', 'steps', '--workspace', 'alice');
    assert.equal(version, 1);
    assert.deepEqual(
      (steps as { name: string; scope: string; workspace: unknown }[]).map(step => [
        step.name,
        step.scope,
        step.workspace,
      ]),
      [
        ['Package', 'core', null],
        ['XGBoostTraining', 'override', 'alice'],
      ],
    );
    assert.deepEqual((steps as unknown[])[1], {
      name: 'XGBoostTraining',
      scope: 'override',
      workspace: 'alice',
      path: ALICE,
      line: 3,
      column: 5,
      fields: {
        config_class: 'XGBoostTrainingConfig',
        builder_step_name: 'XGBoostTrainingStepBuilder',
        spec_type: 'XGBoostTraining',
        sagemaker_step_type: 'Training',
        description: 'With early stopping',
      },
      loaded: true,
    });
  });

  it('filters steps', async () => {
    const count = async (...line: string[]): Promise<number> => ((await json(...line))['steps'] as unknown[]).length;
    assert.equal(await count('list', 'steps', '--type', 'processing'), 1);
    assert.equal(await count('list', 'steps', '--conflicts-only'), 3);
    assert.equal(await count('list-steps', '--workspace', 'alice', '--conflicts-only'), 1);
    assert.equal(await count('list', 'steps', 'src'), 2);
  });

  it('lists workspaces', async () => {
    const folder = (id: string): string => `developer_workspaces/developers/${id}`;
    assert.deepEqual(await json('list', 'workspaces'), {
      version: 1,
      workspaces: [
        { id: 'alice', path: folder('alice'), registry: ALICE, steps: 0, overrides: 1, undecided: 0, loaded: true },
        { id: 'bob', path: folder('bob'), registry: BOB, steps: 0, overrides: 1, undecided: 0, loaded: true },
      ],
      not_loaded: [],
    });
    assert.match(
      (await ask('list', 'workspaces')).out,
      /^ {2}· alice {3}0 steps {3}1 override {3}developer_workspaces/,
    );
  });

  it('lists conflicts, with every definition and the winner in each workspace', async () => {
    assert.deepEqual(await json('list', 'conflicts'), {
      version: 1,
      conflicts: [
        {
          name: 'XGBoostTraining',
          kind: 'step',
          type: 'name_conflict',
          strategy: 'workspace_priority',
          definitions: [
            { workspace: null, scope: 'core', path: CORE, line: 2 },
            { workspace: 'alice', scope: 'override', path: ALICE, line: 3 },
            { workspace: 'bob', scope: 'override', path: BOB, line: 3 },
          ],
          winners: [
            { workspace: null, winner: 'core' },
            { workspace: 'alice', winner: 'override of alice' },
            { workspace: 'bob', winner: 'override of bob' },
          ],
        },
      ],
    });
    assert.match((await ask('list', 'conflicts')).out, /^XGBoostTraining\n {2}· core /);
    assert.equal(
      (await runInProcess(makeTree({}), ['list', 'conflicts'])).out,
      'No name is defined by two workspaces.\n',
    );
  });

  it('lists rules', async () => {
    const { rules } = await json('list', 'rules');
    const codes = (rules as { code: string }[]).map(({ code }) => code);
    assert.ok(codes.includes('registry/unreadable'));
    assert.deepEqual(codes, [...codes].sort());
    assert.match((await ask('rules')).out, /registry\/unreadable +error +A registry file cannot be read\./);
  });
});

describe('rules', () => {
  it('shows the page of a rule', async () => {
    const { code, out } = await ask('rules', 'registry/unreadable');
    assert.equal(code, 0);
    assert.match(out, /^registry\/unreadable {2}error\n\nA registry file cannot be read\.\n\nWhy\n/);
    assert.deepEqual(Object.keys(await json('rules', 'registry/unreadable')), [
      'version',
      'code',
      'severity',
      'summary',
      'why',
      'remedy',
      'bad',
      'good',
    ]);
  });

  it('suggests the rule that was meant', async () => {
    const { code, err } = await ask('rules', 'registry/unreadible');
    assert.deepEqual([code, err], [1, "There is no rule 'registry/unreadible'. Did you mean 'registry/unreadable'?\n"]);
  });
});

describe('show', () => {
  it('shows every definition and what the one in force runs with', async () => {
    const { code, out } = await ask('show', 'XGBoostTraining');
    assert.equal(code, 0);
    assert.match(
      out,
      /^XGBoostTraining {3}core {3}src\/cursus\/registry\/step_names.py:2\n {4}config_class {10}XGBoostTrainingConfig\n/,
    );
    assert.match(out, /\n\nXGBoostTraining {3}override of alice {3}/);
    assert.match(out, /\n {2}core runs with\n {2}✔ builder +XGBoostTrainingStepBuilder +src\/.*:1 +core\n/);
    const { definitions, components } = await json('show', 'XGBoostTraining', '--workspace', 'alice');
    assert.deepEqual(
      (definitions as { scope: string }[]).map(({ scope }) => scope),
      ['override'],
    );
    assert.deepEqual(
      (components as { kind: string }[]).slice(0, 2).map(({ kind }) => kind),
      ['builder', 'config'],
    );
  });

  it('suggests the name that was meant', async () => {
    const { code, out, err } = await ask('show', 'XGBoostTraning');
    assert.deepEqual([code, out], [1, '']);
    assert.equal(err, "There is no step 'XGBoostTraning'. Did you mean 'XGBoostTraining'?\n");
  });
});

describe('explain', () => {
  it('says who wins and why', async () => {
    const { code, out } = await ask('explain', 'XGBoostTraining', '--workspace', 'alice');
    assert.equal(code, 0);
    assert.match(out, /^XGBoostTraining in workspace alice {2}→ {2}override of alice\n/);
    assert.match(
      out,
      /\n {2}✔ STEP_OVERRIDES of alice {3}developer_workspaces\/.*workspace_registry.py:3\n {2}· LOCAL_STEPS of alice {6}not there\n/,
    );
    assert.match(out, /\n {2}○ core .*step_names.py:2 +hidden by the override of alice/);
  });

  it('gives JSON of the documented shape', async () => {
    const explained = await json('resolve-step', 'XGBoostTraining', '--workspace', 'alice');
    assert.deepEqual(Object.keys(explained), [
      'version',
      'kind',
      'subject',
      'context',
      'outcome',
      'trace',
      'components',
      'alignment',
      'pipeline',
      'divergence',
      'conflicts',
      'policies',
      'recommendations',
      'counterfactuals',
    ]);
    const { outcome, trace } = explained as { outcome: Record<string, unknown>; trace: Record<string, unknown>[] };
    assert.equal(outcome['winner'], 'override of alice');
    assert.deepEqual(outcome['location'], {
      path: ALICE,
      range: { start: { line: 3, column: 5 }, end: { line: 3, column: 22 } },
    });
    assert.deepEqual(Object.keys(trace[0]!), ['source', 'location', 'verdict', 'why']);
  });

  it('gives Markdown with links', async () => {
    const { out } = await ask('explain', 'XGBoostTraining', '--format', 'markdown');
    assert.match(
      out,
      /^# `XGBoostTraining`\n\n\*\*core\*\* · \[`step_names.py:2`\]\(<src\/cursus\/registry\/step_names.py#L2>\) · profile isolated/,
    );
  });

  it('asks in the workspace that is said, else where it stands, else what the environment says, else in core', () => {
    const winner = (folder: string, line: string[], env = {}): unknown => {
      const { out } = run(`${root}/${folder}`, ['explain', 'XGBoostTraining', ...line, '--format', 'json'], env);
      return (JSON.parse(out) as { outcome: { winner: string } }).outcome.winner;
    };
    const env = { CURSUS_WORKSPACE_ID: 'bob' };
    const inAlice = 'developer_workspaces/developers/alice/src';
    assert.equal(winner('', []), 'core');
    assert.equal(winner('', [], env), 'override of bob');
    assert.equal(winner(inAlice, [], env), 'override of alice');
    assert.equal(winner('', [inAlice], env), 'override of alice');
    assert.equal(winner(inAlice, ['--workspace', 'bob']), 'override of bob');
  });

  it('takes a profile, a mode and preferences', async () => {
    const { context } = (await json(
      'explain',
      'XGBoostTraining',
      '--profile',
      'intelligent',
      '--mode',
      'strict',
      '--environment',
      'dev, test',
      '--framework',
      'xgboost',
    )) as { context: unknown };
    assert.deepEqual(context, {
      framework: 'xgboost',
      environment: ['dev', 'test'],
      mode: 'strict',
      profile: 'intelligent',
    });
  });

  it('says that nothing has the name, and which was meant', async () => {
    const { code, out } = await ask('explain', 'XGBoostTraning');
    assert.equal(code, 1);
    assert.match(out, /^XGBoostTraning {2}→ {2}not resolved\n/);
    assert.match(out, /did you mean 'XGBoostTraining'\?/);
    assert.equal((await ask('explain', '__proto__')).code, 1);
    assert.equal((await runInProcess(makeTree({}), ['explain', 'X'])).code, 1);
  });
});
