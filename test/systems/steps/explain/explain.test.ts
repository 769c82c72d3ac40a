import assert from 'node:assert/strict';
import type { Context, Explanation } from '../../../../server/src/model/explanation';
import { explainStep } from '../../../../server/src/systems/steps/explain/explain';
import { checkExplanation } from './explanation-checker';
import { core, placed, registry, workspaceWith, type Files, type Row } from '../registry-files';

const X = (fields: Row = {}): Readonly<Record<string, Row>> => ({ X: fields });

/** Explains 'X', or another name, and has the checker look at it. */
function explain(files: Files, asked: Partial<Context> = {}, name = 'X'): Explanation {
  const { lookup } = workspaceWith(files);
  const context: Context = { profile: 'isolated', mode: 'automatic', ...asked };
  const explanation = explainStep(name, context, lookup);
  assert.deepEqual(checkExplanation(explanation, context, lookup), []);
  return explanation;
}

function trace(files: Files, asked: Partial<Context> = {}): string[] {
  return explain(files, asked).trace.map(({ source, verdict, why }) => `${source}: ${verdict}, ${why}`);
}

function divergence(files: Files, asked: Partial<Context> = {}): string[] {
  return explain(files, asked).divergence.map(({ when, winner }) => `${when}: ${winner}`);
}

function edits(files: Files, asked: Partial<Context> = {}): string[] {
  return explain(files, asked).counterfactuals.map(({ edit, effect, at }) => `${edit}: ${effect} (${placed(at)})`);
}

const FOUR: Files = {
  ...core(X()),
  ...registry('alice', { locals: X(), overrides: X() }),
  ...registry('bob', { locals: X(), ignored: X() }),
};

describe('the trace', () => {
  it('of the isolated profile ends in what is never asked', () => {
    assert.deepEqual(trace(FOUR, { workspace: 'alice' }), [
      'STEP_OVERRIDES of alice: selected, the override of alice is asked first',
      'LOCAL_STEPS of alice: shadowed, hidden by the override of alice, which is asked before',
      'core: shadowed, hidden by the override of alice, which is asked before',
      'LOCAL_STEPS of bob: excluded, other workspaces are never asked in this profile',
      'WORKSPACE_STEPS of bob: not loaded, the registry manager reads LOCAL_STEPS, not WORKSPACE_STEPS',
    ]);
  });

  it('of the hybrid profile is in the order of get_step_definition', () => {
    assert.deepEqual(
      trace(FOUR, { workspace: 'bob', profile: 'hybrid' }).map(line => line.split(',')[0]),
      [
        'LOCAL_STEPS of bob: selected',
        'WORKSPACE_STEPS of bob: not loaded',
        'STEP_OVERRIDES of bob: absent',
        'LOCAL_STEPS of alice: shadowed',
        'STEP_OVERRIDES of alice: shadowed',
        'core: shadowed',
      ],
    );
  });

  it('of the intelligent profile says what a test had against each', () => {
    const files = {
      ...core(X({ framework: 'a' })),
      ...registry('alice', { locals: X(), overrides: X({ framework: 'b', environment_tags: ['gpu'] }) }),
      ...registry('bob', { locals: X({ framework: 'c', environment_tags: ['cpu'] }) }),
    };
    const why = (asked: Partial<Context>): string[] =>
      explain(files, { profile: 'intelligent', ...asked }).trace.map(({ why: because }) => because);
    assert.deepEqual(why({ framework: 'c' }), [
      "it is for framework 'a'",
      "it is for framework 'b'",
      'its workspace puts up the override instead',
      "it is the only one that fits framework 'c'",
    ]);
    assert.deepEqual(why({ workspace: 'bob' }), [
      "it is not of workspace 'bob'",
      "it is not of workspace 'bob'",
      'its workspace puts up the override instead',
      "workspace 'bob' has it itself",
    ]);
    assert.deepEqual(why({ environment: ['tpu'] })[1], "it is for environment 'gpu'");
    assert.match(why({})[3]!, /its priority is the same, but core comes before it/);
    assert.match(why({ mode: 'strict' })[3]!, /nothing decides/);
  });

  it('says why nothing is there', () => {
    assert.deepEqual(trace(registry('alice', {}), { workspace: 'zed' }), [
      "STEP_OVERRIDES of zed: absent, no registry of workspace 'zed' is in sight",
      "LOCAL_STEPS of zed: absent, no registry of workspace 'zed' is in sight",
      'core: absent, no core registry is in sight',
    ]);
    const open = { ...core({}, { open: true }), ...registry('alice', { open: true }) };
    for (const line of trace(open, { workspace: 'alice' }))
      assert.match(line, /absent, not there as far as its text tells/);
  });

  it('shows rows that loading drops or never reaches, and files that nothing loads', () => {
    const files = {
      ...core(X()),
      ...registry('alice', { locals: { 'Bad Name': {}, X: {} }, overrides: X() }),
      ...registry('shared', { locals: X() }),
    };
    assert.deepEqual(
      explain(files, { workspace: 'alice' }).trace.map(({ source, verdict }) => `${source}: ${verdict}`),
      [
        'STEP_OVERRIDES of alice: not loaded',
        'LOCAL_STEPS of alice: not loaded',
        'core: selected',
        'LOCAL_STEPS in developer_workspaces/developers/shared/src/cursus_dev/registry/workspace_registry.py: not loaded',
      ],
    );
  });

  it('says of the row itself why it cannot be loaded', () => {
    const files = registry('alice', { locals: { X: { $shape: 'other' }, Y: {} } });
    assert.match(
      trace(files, { workspace: 'alice' }).join(),
      /LOCAL_STEPS of alice: not loaded, loading of this registry stops here: its value is not a dict/,
    );
    const [, local] = explain(files, { workspace: 'alice' }, 'Y').trace;
    assert.equal(local?.why, "loading of this registry stops at 'X'");
  });
});

describe('the outcome', () => {
  it('of a name that nobody has is open where something is out of sight', () => {
    assert.equal(explain(core({}), {}, 'Y').outcome.reason, 'core has no step of this name');
    assert.match(explain({}, {}, 'Y').outcome.reason, /but no core registry is in sight$/);
    assert.match(explain(core({}, { open: true }), {}, 'Y').outcome.reason, /code decides part of the core registry/);
    const open = { ...core({}), ...registry('alice', { open: true }) };
    const { resolved, reason } = explain(open, { workspace: 'alice' }, 'Y').outcome;
    assert.equal(resolved, null);
    assert.equal(reason, "cannot tell: load() decides part of LOCAL_STEPS of 'alice' at run time");
  });

  it('shows the context as the metadata of the workspace filled it', () => {
    const metadata = { developer_id: 'al', preferred_frameworks: ['f', 'g'], environment_preferences: ['dev'] };
    const files = { ...core(X()), ...registry('alice', { metadata }) };
    const filled = { mode: 'automatic', workspace: 'al', framework: 'f', environment: ['dev'] };
    assert.deepEqual(explain(files, { workspace: 'alice', profile: 'intelligent' }).context, {
      ...filled,
      profile: 'intelligent',
    });
    assert.deepEqual(explain(files, { workspace: 'alice' }).context, {
      profile: 'isolated',
      mode: 'automatic',
      workspace: 'al',
    });
  });
});

describe('divergence', () => {
  it('names the real functions that answer otherwise', () => {
    const files = { ...core(X()), ...registry('alice', { locals: X(), overrides: X() }) };
    assert.deepEqual(divergence(files, { workspace: 'alice' }), [
      'profile hybrid, get_step_definition() at run time: local of alice',
      "CURSUS_HYBRID_REGISTRY is not 'true', as by default: core",
      "CURSUS_WORKSPACE_CONTEXT is not 'true', as by default: core",
    ]);
    assert.deepEqual(
      divergence(files, { workspace: 'alice', profile: 'hybrid' })[0],
      'profile isolated, get_all_step_definitions() and STEP_NAMES at run time: override of alice',
    );
  });

  it('tells that steps leak in from other workspaces, in an order that is not known', () => {
    const leak = { ...registry('alice', {}), ...registry('bob', { locals: X() }) };
    const other = explain({ ...leak, ...registry('carol', { locals: X() }) }, { workspace: 'alice' }).divergence;
    assert.equal(other[0]!.winner, 'local of bob');
    assert.match(other[0]!.why, /order of the directories/);
    assert.doesNotMatch(explain(leak, { workspace: 'alice' }).divergence[0]!.why, /order of the directories/);
  });

  it('names frameworks that would settle it otherwise', () => {
    const files = { ...core(X({ framework: 'f' })), ...registry('bob', { locals: X({ framework: 'g' }) }) };
    assert.ok(divergence(files).includes("profile intelligent with framework 'g': local of bob"));
  });

  it('is empty where all agree', () => assert.deepEqual(divergence(core(X())), []));

  it('names the fallback where loading the registry fails', () => {
    const files = { ...core(X()), ...registry('alice', { overrides: { X: {}, 'Bad Name': {} } }) };
    assert.match(
      divergence(files, { workspace: 'alice' }).join('\n'),
      /CURSUS_REGISTRY_FALLBACK is 'core_only', as by default, and loading the registry fails: core/,
    );
  });
});

describe('conflicts', () => {
  const said = (files: Files, asked: Partial<Context> = {}): string[] =>
    explain(files, asked).conflicts.map(({ message, at }) => `${placed(at)}: ${message}`);

  it('list every definition, the first too', () => {
    const three = {
      ...registry('a', { locals: X() }),
      ...registry('b', { overrides: X() }),
      ...registry('c', { locals: X() }),
    };
    assert.deepEqual(said(three), [
      "a X: also a step of other workspaces: workspace 'a' has it in LOCAL_STEPS",
      "b X: also a step of other workspaces: workspace 'b' has it in STEP_OVERRIDES",
      "c X: also a step of other workspaces: workspace 'c' has it in LOCAL_STEPS",
    ]);
  });

  it('are a local that hides core, a local beside an override, an override of nothing', () => {
    assert.match(
      said({ ...core(X()), ...registry('a', { locals: X() }) }).join(),
      /^a X: the local of 'a' hides the core step/,
    );
    assert.match(
      said({ ...core(X()), ...registry('a', { locals: X(), overrides: X() }) }).join(),
      /^a X: in LOCAL_STEPS and in STEP_OVERRIDES/,
    );
    assert.match(said({ ...core({}), ...registry('a', { overrides: X() }) }).join(), /^a X: core has no such step/);
    assert.deepEqual(said(registry('a', { overrides: X() })), [], 'core is not in sight');
    assert.deepEqual(said({ ...core({}, { open: true }), ...registry('a', { overrides: X() }) }), [], 'core is open');
    assert.deepEqual(said({ ...core(X()), ...registry('a', { overrides: X() }) }), []);
  });

  it('are what no test decides', () => {
    const files = { ...core(X()), ...registry('a', { overrides: X() }) };
    assert.match(
      said(files, { profile: 'intelligent', mode: 'strict' }).join(),
      /mode 'strict' leaves the choice to a person/,
    );
  });
});

describe('what would change it', () => {
  it('is an edit for each loser, and a question', () => {
    assert.deepEqual(edits(FOUR, { workspace: 'alice' }), [
      'remove the override of alice: local of alice wins (alice X)',
      'remove the override of alice and remove the local of alice: core wins (alice X)',
      "rename the override of alice to 'AliceX' in LOCAL_STEPS: local of alice wins (alice X)",
      "ask in workspace 'bob': local of bob wins (bob X)",
      'ask without a workspace: core wins (core X)',
    ]);
  });

  it('says which conflict is gone', () => {
    const files = { ...core(X()), ...registry('alice', { locals: X() }), ...registry('bob', { locals: X() }) };
    assert.ok(
      edits(files, { workspace: 'alice' }).includes(
        "rename the local of alice to 'AliceX': core wins, and the conflict with 'bob' is gone (alice X)",
      ),
    );
  });

  it('is a priority, a framework, an environment in the intelligent profile', () => {
    const files = {
      ...core(X({ framework: 'f' })),
      ...registry('bob', { locals: X({ priority: 200, framework: 'g', environment_tags: ['gpu'] }) }),
    };
    const intelligent = { profile: 'intelligent' } as const;
    assert.deepEqual(edits(files, intelligent), [
      'give the local of bob the priority 99: local of bob wins (bob X #3)',
      "ask in workspace 'bob': local of bob wins (bob X)",
    ]);
    const asked = edits(files, { ...intelligent, mode: 'strict' });
    assert.ok(asked.includes("ask for framework 'f': core wins (core X)"), asked.join('\n'));
    assert.ok(
      edits({ ...core(X()), ...registry('b', { overrides: X() }) }, { ...intelligent, mode: 'strict' }).includes(
        'ask in mode automatic: core wins (core X)',
      ),
    );
  });

  it('is what makes a row load', () => {
    const moved = { ...core(X()), ...registry('alice', { ignored: X() }) };
    assert.deepEqual(edits(moved, { workspace: 'alice' }), [
      'move it from WORKSPACE_STEPS to LOCAL_STEPS: local of alice wins (alice X)',
    ]);
    const stopped = { ...core(X()), ...registry('alice', { locals: { 'Bad Name': {} }, overrides: X() }) };
    assert.deepEqual(edits(stopped, { workspace: 'alice' }), [
      "repair the entry 'Bad Name', where loading of this registry stops: override of alice wins (alice X)",
    ]);
  });

  it('stays short where hundreds have the step', () => {
    const many = Object.assign(
      {},
      ...Array.from({ length: 300 }, (_, i) => registry(`w${i}`, { locals: X() })),
    ) as Files;
    assert.ok(edits({ ...core(X()), ...many }, { workspace: 'w7' }).length < 30);
  });
});

describe('recommendations', () => {
  const said = (files: Files, asked: Partial<Context> = {}, name = 'X'): string =>
    explain(files, asked, name).recommendations.join('\n');

  it('for unknown names are the name that was meant', () => {
    const files = {
      ...core({ XGBoostTraining: {} }),
      ...registry('alice', { locals: { RiskScore: {} } }),
      ...registry('bob', { locals: { Bobs: {} } }),
    };
    assert.equal(said(files, {}, 'XGBoostTrainning'), "did you mean 'XGBoostTraining'?");
    assert.equal(said(files, { workspace: 'alice' }, 'RiskScores'), "did you mean 'RiskScore'?");
    assert.equal(said(files, {}, 'RiskScores'), '');
    assert.match(said(files, {}, 'XGBoostTraining_Calibration'), /'XGBoostTraining' for the job type 'Calibration'/);
    const alias = { 'src/cursus/steps/x.py': [{ kind: 'alias', name: 'Old', target: 'XGBoostTraining' }] };
    assert.match(said({ ...files, ...alias }, {}, 'Old'), /old name of 'XGBoostTraining'/);
  });

  it('are about what the workspace can repair', () => {
    assert.match(
      said({ ...core(X()), ...registry('a', { ignored: X() }) }, { workspace: 'a' }),
      /rename WORKSPACE_STEPS/,
    );
    assert.match(
      said({ ...core(X()), ...registry('a', { locals: X() }) }, { workspace: 'a' }),
      /move the local to STEP_OVERRIDES/,
    );
    assert.match(
      said({ ...core(X()), ...registry('a', { locals: X(), overrides: X() }) }, { workspace: 'a' }),
      /keep one/,
    );
    assert.match(
      said(
        { ...core(X()), ...registry('a', { overrides: X({ conflict_resolution_strategy: 'highest_priority' }) }) },
        { workspace: 'a', profile: 'intelligent' },
      ),
      /'highest_priority' is not supported/,
    );
    assert.equal(said(core(X())), '');
  });
});
