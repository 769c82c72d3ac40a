import assert from 'node:assert/strict';
import type { Context } from '../../../../server/src/model/explanation';
import { outcomeOfStep } from '../../../../server/src/systems/steps/explain/explain';
import { definitionInWords } from '../../../../server/src/systems/steps/resolve/candidates';
import { mergedView, resolveStep } from '../../../../server/src/systems/steps/resolve/resolve';
import { workspaceOf } from '../../../support/fixture';
import { core, interfaceFile, registry, workspaceWith, type Files, type Row } from '../registry-files';

const AUTOMATIC = { profile: 'isolated', mode: 'automatic' } as const;

/** Who wins for 'X', by which test. */
function won(files: Files, context: Partial<Context> = {}): string {
  const { winner, strategy } = resolveStep('X', { ...AUTOMATIC, ...context }, workspaceWith(files).lookup);
  return winner === undefined ? 'nobody' : `${definitionInWords(winner)}, ${strategy ?? ''}`;
}

function why(files: Files, context: Partial<Context> = {}): string {
  return resolveStep('X', { ...AUTOMATIC, ...context }, workspaceWith(files).lookup).reason;
}

const X = (fields: Row = {}): Readonly<Record<string, Row>> => ({ X: fields });
const local = (id: string, fields: Row = {}, metadata?: Row): Files =>
  registry(id, { locals: X(fields), ...(metadata && { metadata }) });
const override = (id: string, fields: Row = {}): Files => registry(id, { overrides: X(fields) });

describe('isolated', () => {
  const all = { ...core(X()), ...registry('alice', { locals: X(), overrides: X() }), ...local('bob') };

  it('asks the overrides, the locals, then core', () => {
    assert.equal(won(all, { workspace: 'alice' }), 'override of alice, workspace_priority');
    assert.equal(won(all, { workspace: 'bob' }), 'local of bob, workspace_priority');
    assert.equal(won({ ...all, ...registry('carol', {}) }, { workspace: 'carol' }), 'core, workspace_priority');
  });

  it('knows core only without a workspace, or with one that has no registry', () => {
    assert.equal(won(all), 'core, workspace_priority');
    assert.equal(won(all, { workspace: 'nobody' }), 'core, workspace_priority');
  });

  it('never leaks from another workspace', () => {
    assert.equal(won({ ...local('bob'), ...registry('alice', {}) }, { workspace: 'alice' }), 'nobody');
  });

  it('is not affected by mode, strategy or preference', () => {
    const files = { ...core(X()), ...local('alice', { conflict_resolution_strategy: 'manual', priority: 500 }) };
    for (const mode of ['strict', 'interactive'] as const)
      assert.equal(won(files, { workspace: 'alice', mode, framework: 'y' }), 'local of alice, workspace_priority');
  });
});

describe('hybrid', () => {
  const hybrid = { profile: 'hybrid' } as const;

  it('asks the locals before the overrides, as get_step_definition does', () => {
    const files = { ...core(X()), ...registry('alice', { locals: X(), overrides: X() }) };
    assert.equal(won(files, { ...hybrid, workspace: 'alice' }), 'local of alice, workspace_priority');
  });

  it('lets a step leak in from another workspace, by id, before core', () => {
    const files = {
      ...core(X()),
      ...override('carol'),
      ...registry('bob', { overrides: X(), locals: X() }),
      ...registry('alice', {}),
    };
    assert.equal(won(files, { ...hybrid, workspace: 'alice' }), 'local of bob, workspace_priority');
    assert.equal(won(files, hybrid), 'local of bob, workspace_priority');
    assert.equal(won(core(X()), { ...hybrid, workspace: 'alice' }), 'core, workspace_priority');
  });
});

describe('intelligent', () => {
  const intelligent = { profile: 'intelligent' } as const;

  it('has no conflict where only one registry has the step', () => {
    assert.equal(
      won(local('bob', { conflict_resolution_strategy: 'manual' }), intelligent),
      'local of bob, no_conflict',
    );
    assert.equal(won(registry('bob', { locals: X(), overrides: X() }), intelligent), 'override of bob, no_conflict');
    assert.equal(won({}, intelligent), 'nobody');
  });

  it('prefers the workspace', () => {
    const files = {
      ...core(X({ framework: 'f' })),
      ...local('alice', { priority: 900 }),
      ...local('bob', { priority: 1 }),
    };
    assert.equal(
      won(files, { ...intelligent, workspace: 'alice', framework: 'f' }),
      'local of alice, workspace_priority',
    );
  });

  it('then the only one of the framework, in the order preferred', () => {
    const files = {
      ...local('a', { framework: 'f' }),
      ...local('b', { framework: 'f' }),
      ...local('c', { framework: 'g' }),
      ...registry('me', { metadata: { preferred_frameworks: ['none', 'f', 'g'] } }),
    };
    assert.equal(won(files, { ...intelligent, framework: 'g' }), 'local of c, framework_match');
    assert.equal(won(files, { ...intelligent, workspace: 'me' }), 'local of c, framework_match');
    assert.equal(won(files, { ...intelligent, framework: 'f' }), 'local of a, priority_based');
    assert.equal(won(files, { ...intelligent, workspace: 'me', framework: 'f' }), 'local of a, priority_based');
  });

  it('then the only one that fits the environment; no tags fit every environment', () => {
    const files = { ...core(X({ environment_tags: ['prod'] })), ...local('a', { environment_tags: ['dev', 'gpu'] }) };
    assert.equal(won(files, { ...intelligent, environment: ['gpu', 'x'] }), 'local of a, environment_match');
    assert.equal(won({ ...files, ...local('b') }, { ...intelligent, environment: ['gpu'] }), 'core, priority_based');
    const me = registry('me', { metadata: { environment_preferences: ['dev'] } });
    assert.equal(won({ ...files, ...me }, { ...intelligent, workspace: 'me' }), 'local of a, environment_match');
    assert.equal(
      won({ ...files, ...me }, { ...intelligent, workspace: 'me', environment: ['prod'] }),
      'core, environment_match',
    );
  });

  it('takes no environment given for none said, so that the metadata counts', () => {
    const me = registry('me', { metadata: { environment_preferences: ['dev'] } });
    const files = { ...core(X({ environment_tags: ['prod'] })), ...local('a', { environment_tags: ['dev'] }), ...me };
    assert.equal(won(files, { ...intelligent, workspace: 'me', environment: [] }), 'local of a, environment_match');
  });

  it('then the lowest priority, 100 unless said; a tie goes to core, then by id', () => {
    assert.equal(won({ ...core(X()), ...local('b', { priority: 99 }) }, intelligent), 'local of b, priority_based');
    assert.equal(
      won({ ...core(X({ priority: 101 })), ...local('b'), ...local('a') }, intelligent),
      'local of a, priority_based',
    );
    assert.equal(won({ ...core(X()), ...local('a'), ...local('b') }, intelligent), 'core, priority_based');
    assert.match(why({ ...core(X()), ...local('a') }, intelligent), /tie/);
    assert.doesNotMatch(why({ ...core(X()), ...local('a', { priority: 1 }) }, intelligent), /tie/);
  });

  it('takes a value of the wrong type for none', () => {
    assert.equal(won({ ...core(X()), ...local('a', { priority: '1' }) }, intelligent), 'core, priority_based');
    assert.equal(
      won({ ...core(X()), ...local('a', { environment_tags: 'dev' }) }, { ...intelligent, environment: ['x'] }),
      'core, priority_based',
    );
  });

  describe('strategies', () => {
    const files = (own: Row, metadata?: Row): Files => ({
      ...core(X()),
      ...local('bob', { framework: 'f' }),
      ...registry('alice', { overrides: X(own), ...(metadata && { metadata }) }),
    });
    const asked = { ...intelligent, workspace: 'alice', framework: 'f' } as const;

    it('move their test to the front', () => {
      assert.equal(won(files({}), asked), 'override of alice, workspace_priority');
      assert.equal(
        won(files({ conflict_resolution_strategy: 'framework_match' }), asked),
        'local of bob, framework_match',
      );
      assert.equal(
        won(files({}, { default_resolution_strategy: 'framework_match' }), asked),
        'local of bob, framework_match',
      );
    });

    it('of the definition go before those of the metadata', () => {
      const both = files(
        { conflict_resolution_strategy: 'workspace_priority' },
        { default_resolution_strategy: 'framework_match' },
      );
      assert.equal(won(both, asked), 'override of alice, workspace_priority');
    });

    it('of other workspaces do not count', () => {
      const other = { ...core(X()), ...local('bob', { conflict_resolution_strategy: 'manual' }), ...local('alice') };
      assert.equal(won(other, { ...intelligent, workspace: 'alice' }), 'local of alice, workspace_priority');
      assert.equal(won(other, intelligent), 'core, priority_based');
    });

    it('manual leaves it open', () => {
      assert.equal(won(files({ conflict_resolution_strategy: 'manual' }), asked), 'nobody');
      assert.equal(won(files({}, { default_resolution_strategy: 'manual' }), asked), 'nobody');
    });

    it('that are not supported are said to be so', () => {
      for (const strategy of ['highest_priority', 'core_fallback', 'nonsense']) {
        const lookup = workspaceWith(files({ conflict_resolution_strategy: strategy })).lookup;
        const { winner, notes } = resolveStep('X', { ...AUTOMATIC, ...asked }, lookup);
        assert.equal(winner && definitionInWords(winner), 'override of alice');
        assert.match(notes.join(), new RegExp(`'${strategy}' is not supported`));
      }
    });
  });

  it('interactive leaves it to a person, whose choice counts for nobody who was not given it', () => {
    const files = { ...core(X()), ...local('a', { priority: 1 }), ...local('b') };
    const { lookup } = workspaceWith(files);
    const asked = { profile: 'intelligent', mode: 'interactive' } as const;
    const chosen = new Map([['X', 'local of b']]);
    const choices = ['core', 'local of a', 'local of b'];
    assert.deepEqual(
      [asked, { ...asked, chosen }, { ...asked, mode: 'strict' as const, chosen }].map(context => {
        const outcome = outcomeOfStep('X', context, lookup);
        return [outcome.winner, outcome.choices];
      }),
      [
        [undefined, choices],
        ['local of b', choices],
        [undefined, undefined],
      ],
    );
    const gone = new Map([['X', 'local of carol']]);
    assert.equal(outcomeOfStep('X', { ...asked, chosen: gone }, lookup).winner, undefined);
  });

  describe('strict and interactive', () => {
    const files = { ...core(X()), ...local('a', { priority: 1, framework: 'f' }), ...local('b') };
    for (const mode of ['strict', 'interactive'] as const)
      it(`${mode} does not let a number decide`, () => {
        assert.equal(won(files, { ...intelligent, mode }), 'nobody');
        assert.equal(won(files, { ...intelligent, mode, framework: 'f' }), 'local of a, framework_match');
        assert.equal(won(files, { ...intelligent, mode, workspace: 'b' }), 'local of b, workspace_priority');
        assert.equal(won(core(X()), { ...intelligent, mode }), 'core, no_conflict');
      });
  });

  describe('what is decided at run time', () => {
    const at = (fields: Row): Files => ({
      ...core(X({ framework: 'g', environment_tags: ['z'] })),
      ...local('a', fields),
    });

    it('leaves open what depends on it', () => {
      assert.match(
        why(at({ priority: { unknown: 'f()' } }), intelligent),
        /^cannot tell: the priority of workspace 'a'/,
      );
      assert.match(why(at({ framework: { unknown: 'f()' } }), { ...intelligent, framework: 'g' }), /^cannot tell/);
      assert.match(
        why(at({ environment_tags: [{ unknown: 'f()' }] }), { ...intelligent, environment: ['z'] }),
        /^cannot tell/,
      );
      assert.match(why({ ...core(X()), ...local('a', { $shape: 'unknown' }) }, intelligent), /^cannot tell/);
      assert.match(
        why(at({ conflict_resolution_strategy: { unknown: 'f()' } }), { ...intelligent, workspace: 'a' }),
        /^cannot tell/,
      );
    });

    it('does not matter where it does not decide', () => {
      assert.equal(
        won(at({ priority: { unknown: 'f()' } }), { ...intelligent, framework: 'g' }),
        'core, framework_match',
      );
      const two = { ...at({ framework: { unknown: 'f()' } }), ...local('b', { framework: 'g', priority: 1 }) };
      assert.equal(won(two, { ...intelligent, framework: 'g' }), 'local of b, priority_based');
      assert.equal(won(at({ priority: { unknown: 'f()' } }), { workspace: 'a' }), 'local of a, workspace_priority');
    });
  });
});

describe('which rows are candidates', () => {
  it('not those after a name that the loader refuses, nor the overrides then', () => {
    const files = registry('alice', { locals: { A: {}, 'Bad Name': {}, X: {} }, overrides: { A: {} } });
    assert.equal(won({ ...core(X()), ...files }, { workspace: 'alice' }), 'core, workspace_priority');
  });

  it('a name given twice where it first stands, as it is given last', () => {
    const text = (rows: string): string => `LOCAL_STEPS = {${rows}}\n`;
    const names = (rows: string): string[] => {
      const { lookup } = workspaceOf(text(rows));
      const found = ['X', 'Y'].map(name => resolveStep(name, { ...AUTOMATIC, workspace: 'alice' }, lookup).winner);
      return found.flatMap(winner => winner?.definition.entry.name ?? []);
    };
    assert.deepEqual(names('"X": {}, "Bad Name": {}, "X": {}'), ['X']);
    assert.deepEqual(names('"Bad Name": {}, "X": {}, "Bad Name": {}'), []);
    assert.deepEqual(names('"X": {}, "Y": [], "Y": {}'), ['X', 'Y']);
  });

  it('not WORKSPACE_STEPS, nor the registry of the shared workspace, nor what is no dict', () => {
    const files = {
      ...registry('alice', { ignored: X() }),
      ...local('shared'),
      ...override('bob', { $shape: 'other' }),
    };
    for (const workspace of ['alice', 'shared', 'bob'])
      assert.equal(won(files, { workspace, profile: 'hybrid' }), 'nobody');
  });

  it('WORKSPACE_STEPS where the project file has them count', () => {
    const at = (id: string): string =>
      `#- developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py\nWORKSPACE_STEPS = {"X": {}}\n`;
    const { lookup } = workspaceOf(
      `#- registry-intelligence.yaml\nworkspace_variable: WORKSPACE_STEPS\n${at('alice')}${at('bob')}`,
    );
    const { winner, candidates } = resolveStep('X', { ...AUTOMATIC, workspace: 'bob' }, lookup);
    assert.equal(winner === undefined ? '' : definitionInWords(winner), 'local of bob');
    assert.equal(candidates.length, 2);
  });

  it('those of the workspace under the id it gives itself; its directory names it too', () => {
    const files = { ...core(X()), ...local('dev_a', {}, { developer_id: 'alice' }) };
    assert.equal(won(files, { workspace: 'alice' }), 'local of alice, workspace_priority');
    assert.equal(won(files, { workspace: 'dev_a' }), 'local of alice, workspace_priority');
  });

  it('of two directories with one id those of the last', () => {
    const files = { ...core(X()), ...override('dev_a', {}), ...local('zed', {}, { developer_id: 'dev_a' }) };
    assert.equal(won(files, { workspace: 'dev_a' }), 'local of dev_a, workspace_priority');
    const without = {
      ...core(X()),
      ...override('dev_a', {}),
      ...registry('zed', { metadata: { developer_id: 'dev_a' } }),
    };
    assert.equal(won(without, { workspace: 'dev_a' }), 'core, workspace_priority');
  });

  it('the last of several interfaces; a step pack goes over the package', () => {
    const at = (path: string, form?: string): Files => interfaceFile('X', { path, ...(form && { form }) });
    const winner = (files: Files): string | undefined =>
      resolveStep('X', AUTOMATIC, workspaceWith(files).lookup).winner?.definition.entry.file.path;
    const two = { ...at('src/cursus/steps/interfaces/a.step.yaml'), ...at('src/cursus/steps/interfaces/b.step.yaml') };
    assert.equal(winner(two), 'src/cursus/steps/interfaces/b.step.yaml');
    assert.equal(winner({ ...two, ...at('interfaces/x.step.yaml', 'pack') }), 'interfaces/x.step.yaml');
  });
});

describe('the merged view', () => {
  const files = {
    ...core({ A: {}, X: {}, B: {} }),
    ...registry('alice', { locals: { L: {}, X: {}, B: {} }, overrides: { X: {}, N: {} }, ignored: { W: {} } }),
    ...registry('bob', { locals: { Leak: {} } }),
  };
  const view = (workspace?: string): string[] =>
    [...mergedView(workspaceWith(files).lookup, workspace)].map(
      ([name, row]) => `${name}: ${definitionInWords({ definition: row })}`,
    );

  it('is core, then locals, then overrides, in the order of the dict', () => {
    assert.deepEqual(view('alice'), [
      'A: core',
      'X: override of alice',
      'B: local of alice',
      'L: local of alice',
      'N: override of alice',
    ]);
  });

  it('is core without a workspace', () => assert.deepEqual(view(), ['A: core', 'X: core', 'B: core']));

  it('agrees with the isolated profile', () => {
    const { lookup } = workspaceWith(files);
    for (const [name, row] of mergedView(lookup, 'alice'))
      assert.equal(resolveStep(name, { ...AUTOMATIC, workspace: 'alice' }, lookup).winner?.definition.entry, row.entry);
  });

  it('cannot be told of a workspace called core, which shares it with whoever asks without a workspace', () => {
    const files = { ...core({ A: {}, X: {} }), ...registry('core', { locals: { X: {} } }) };
    const { lookup } = workspaceWith(files);
    assert.deepEqual(
      [...mergedView(lookup, 'core')].map(([name, { loaded }]) => [name, loaded]),
      [
        ['A', true],
        ['X', null],
      ],
    );
    assert.equal(won(files, { workspace: 'core' }), 'nobody');
    assert.match(why(files, { workspace: 'core' }), /^cannot tell: /);
  });

  it('takes any name for a name', () => {
    const odd = {
      ...core({ ['__proto__']: {}, constructor: {} }),
      ...registry('__proto__', { locals: { ['__proto__']: {} } }),
    };
    const { lookup } = workspaceWith(odd);
    assert.deepEqual([...mergedView(lookup, '__proto__').keys()], ['__proto__', 'constructor']);
    assert.equal(resolveStep('toString', AUTOMATIC, lookup).winner, undefined);
  });
});
