import assert from 'node:assert/strict';
import type { Context, Explanation } from '../../../../server/src/model/explanation';
import { answers } from '../../../../server/src/systems/artifacts/answers/answers';
import type { Workspace } from '../../../../server/src/workspace';
import { folderOf, metadataText, REGISTRY, registryText, repository, type Version } from '../repository';

const CONTEXT: Context = { profile: 'isolated', mode: 'automatic' };
const PLUGIN = 'plugins/extra/extra/registry.yaml';
const PYPROJECT = 'plugins/extra/pyproject.toml';

function explain(workspace: Workspace, name: string): Explanation {
  const explanation = answers.explain(name, CONTEXT, workspace.lookup);
  const selected = explanation.trace.filter(({ verdict }) => verdict === 'selected');
  assert.equal(selected.length, explanation.outcome.resolved ? 1 : 0, 'the winner is selected in the trace, once');
  if (explanation.outcome.resolved) assert.equal(selected[0]!.at?.fact, explanation.outcome.at?.fact);
  return explanation;
}

function check(workspace: Workspace, name: string, winner: string | undefined, strategy?: string): Explanation {
  const explanation = explain(workspace, name);
  assert.deepEqual([explanation.outcome.winner, explanation.outcome.strategy], [winner, strategy], name);
  return explanation;
}

const v = (version: string, more: Partial<Version> = {}): Version => ({ version, ...more });

describe('the version of an artifact', () => {
  it('is the highest, compared as versions, however they are spelled', () => {
    const workspace = repository([v('9.0.0'), v('10.0.0'), v('1.0.0')]);
    const { trace, counterfactuals } = check(workspace, 'stamper_node', 'stamper_node@10.0.0', 'latest');
    assert.deepEqual(
      trace.map(({ verdict }) => verdict),
      ['selected', 'shadowed', 'shadowed'],
    );
    assert.ok(counterfactuals.some(({ edit }) => edit.includes('pin stamper_node to 9.0.0')));
  });

  it('is the one that is named', () => {
    const workspace = repository([v('1.0.0'), v('2.0.0')]);
    for (const name of ['stamper_node@1.0.0', 'stamper_node@v1_0_0', 'nodes/stamper_node@1.0.0'])
      check(workspace, name, 'stamper_node@1.0.0', 'exact');
    assert.equal(check(workspace, 'stamper_node@3.0.0', undefined).outcome.reason, 'There is no version 3.0.0');
  });

  it('cannot be told where one that would go before it may be loaded or not', () => {
    const outside = v('2.0.0', { path: '/opt/stamper_node' });
    const lower = v('0.1.0', { path: '/opt/stamper_node' });
    const { trace, outcome } = check(repository([v('1.0.0'), outside]), 'stamper_node', undefined);
    assert.equal(outcome.resolved, null);
    assert.match(outcome.reason, /^cannot tell: stamper_node@2\.0\.0 goes first if it is loaded/);
    assert.deepEqual(trace.map(({ verdict }) => verdict), ['cannot tell', 'excluded']); // prettier-ignore
    check(repository([v('1.0.0'), outside]), 'stamper_node@1.0.0', 'stamper_node@1.0.0', 'exact');
    check(repository([v('1.0.0'), lower]), 'stamper_node', 'stamper_node@1.0.0', 'latest');
  });

  it('is the pinned one, over every policy; a pin that is not there resolves to nothing', () => {
    const settings = (pin: string) => `artifacts:\n  policy: highest_trust\n  pins: {stamper_node: "${pin}"}\n`;
    const versions = [v('1.0.0'), v('2.0.0')];
    check(
      repository(versions, { 'registry-intelligence.yaml': settings('v1_0_0') }),
      'stamper_node',
      'stamper_node@1.0.0',
      'pinned',
    );
    check(repository(versions, { 'registry-intelligence.yaml': settings('3.0.0') }), 'stamper_node', undefined);
  });

  it('is the most trusted one, ties by version, and says when another policy differs', () => {
    const trust = (score: number) => ({ metadata: `trust_score_stub: {trust_score: ${score}}\n` });
    const versions = [v('1.0.0', trust(0.9)), v('1.1.0', trust(0.9)), v('2.0.0', trust(0.1))];
    const project = { 'registry-intelligence.yaml': 'artifacts: {policy: highest_trust}\n' };
    const { divergence } = check(repository(versions, project), 'stamper_node', 'stamper_node@1.1.0', 'highest_trust');
    assert.deepEqual(
      divergence.map(({ when, winner }) => [when, winner]),
      [['policy latest', 'stamper_node@2.0.0']],
    );
  });

  it('has to be named under policy exact, and pinned under policy pinned', () => {
    for (const policy of ['exact', 'pinned']) {
      const workspace = repository([v('1.0.0')], { 'registry-intelligence.yaml': `artifacts: {policy: ${policy}}\n` });
      check(workspace, 'stamper_node', undefined);
      check(workspace, 'stamper_node@1.0.0', 'stamper_node@1.0.0', 'exact');
    }
  });

  it('is none that is not loaded, with the reason in the words of the loader', () => {
    const { trace } = check(
      repository([v('1.0.0'), v('2.0.0')], { [`${folderOf(v('2.0.0'))}/node.onex.yaml`]: 'name: x\nversion: 2.0.0\n' }),
      'stamper_node',
      'stamper_node@1.0.0',
      'latest',
    );
    assert.deepEqual(trace.map(({ verdict, why }) => [verdict, why])[0], [
      'not loaded',
      "Missing required metadata fields: ['schema_version']",
    ]);
  });

  it('leaves out work in progress, unless it is named or included', () => {
    const wip = { [`${folderOf(v('2.0.0'))}/.wip`]: '', [`${folderOf(v('2.0.0'))}/node.onex.yaml`]: undefined };
    const workspace = repository([v('1.0.0'), v('2.0.0')], wip);
    check(workspace, 'stamper_node', 'stamper_node@1.0.0', 'latest');
    check(workspace, 'stamper_node@2.0.0', 'stamper_node@2.0.0', 'exact');
    const including = { ...wip, 'registry-intelligence.yaml': 'artifacts: {include_wip: true}\n' };
    check(repository([v('1.0.0'), v('2.0.0')], including), 'stamper_node', 'stamper_node@2.0.0', 'latest');
  });

  it('is found by an alias and by its symbolic id', () => {
    const workspace = repository([v('1.0.0', { metadata: 'full_id: stampers.meta.default@1.0.0\n' }), v('2.0.0')], {
      'registry-intelligence.yaml': 'artifacts: {aliases: {stamp: stamper_node@1.0.0}}\n',
    });
    assert.match(check(workspace, 'stamp', 'stamper_node@1.0.0', 'exact').outcome.reason, /^'stamp' stands for/);
    check(workspace, 'stampers.meta.default@1.0.0', 'stamper_node@1.0.0', 'exact');
    check(workspace, 'stampers.meta.default', 'stamper_node@1.0.0', 'latest');
  });

  it('says what it passes through, and where loading stops', () => {
    const workspace = repository([v('1.0.0')], {
      [`${folderOf(v('1.0.0'))}/node.onex.yaml`]: undefined,
      [`${folderOf(v('1.0.0'))}/node.py`]: '',
    });
    const { pipeline } = check(workspace, 'stamper_node', undefined);
    assert.deepEqual(
      pipeline.map(({ stage, outcome }) => `${stage}: ${outcome}`),
      [
        'registry file: read',
        'entry: passed',
        '.wip: passed',
        'metadata file: stops here',
        'required fields: skipped',
        'manifest: skipped',
      ],
    );
  });

  it('that nobody has is explained as well', () => {
    assert.equal(check(repository([v('1.0.0')]), 'no_such', undefined).outcome.reason, 'Not found in any registry');
    for (const name of ['__proto__', 'constructor', '@', '/', 'a/@1', ''])
      check(repository([v('1.0.0')]), name, undefined);
  });
});

describe('several registries', () => {
  const other = (versions: readonly Version[], head = '') => ({ [PLUGIN]: registryText(versions, head) });
  const metadata = (each: Version) => ({ [`${folderOf(each)}/node.onex.yaml`]: metadataText(each) });
  const announced = '[project.entry-points."node_registry"]\nextra = "extra.registry:REGISTRY"\n';

  it('are asked in order: core, plugins, local ones; the first that has any version decides', () => {
    const inPlugin = v('3.0.0', { path: 'plugins/extra/extra/nodes/stamper_node/v3_0_0' });
    const workspace = repository([v('1.0.0')], { ...other([inPlugin]), ...metadata(inPlugin), [PYPROJECT]: announced });
    const { trace } = check(workspace, 'stamper_node', 'stamper_node@1.0.0', 'latest');
    assert.deepEqual(
      trace.map(({ source, verdict }) => `${source}: ${verdict}`),
      ['stamper_node@1.0.0 in core: selected', 'stamper_node@3.0.0 in plugin: shadowed'],
    );
    check(workspace, 'stamper_node@3.0.0', 'stamper_node@3.0.0', 'exact');
  });

  it('are plugins by an entry point of setup.cfg, entry_points.txt, Poetry, or by the project file', () => {
    const scopeWith = (files: Record<string, string>) => {
      const items = answers.list(undefined, repository([v('1.0.0')], { ...other([v('3.0.0')]), ...files }).lookup);
      return items.find(({ fields }) => fields['source'] === PLUGIN)?.scope;
    };
    assert.equal(scopeWith({}), 'local');
    assert.equal(scopeWith({ [PYPROJECT]: announced }), 'plugin');
    assert.equal(scopeWith({ [PYPROJECT]: '[tool.poetry.plugins.node_registry]\nextra = "extra:R"\n' }), 'plugin');
    assert.equal(scopeWith({ [PYPROJECT]: '[project.entry-points.node_registry\nextra = "extra:R"\n' }), 'local');
    assert.equal(
      scopeWith({
        'plugins/extra/setup.cfg':
          '[options.entry_points]\nconsole_scripts =\n    x = y:z\nnode_registry =\n    extra = extra:R\n',
      }),
      'plugin',
    );
    assert.equal(
      scopeWith({ 'plugins/extra/extra-1.0.dist-info/entry_points.txt': '[node_registry]\nextra = extra:R\n' }),
      'plugin',
    );
    const said = `artifacts:\n  registries:\n    - {path: ${PLUGIN}, scope: plugin}\n`;
    assert.equal(scopeWith({ 'registry-intelligence.yaml': said }), 'plugin');
  });

  it('may have a name in front of registry.yaml', () => {
    const path = 'teams/team-a_registry.yaml';
    const versions = [v('1.0.0', { name: 'tool', path: 'teams/tool/v1_0_0' })];
    const files = { [path]: registryText(versions), ...metadata(versions[0]!) };
    check(repository([v('1.0.0')], files), 'tool', 'tool@1.0.0', 'latest');
    const said = `artifacts:\n  registries:\n    - {path: ${path}, scope: core, namespace: team}\n`;
    const workspace = repository([v('1.0.0')], { ...files, 'registry-intelligence.yaml': said });
    check(workspace, 'team/tool', 'team/tool@1.0.0', 'latest');
  });

  it('of plugins come by precedence', () => {
    const [low, high] = ['lib/a/registry.yaml', 'lib/b/registry.yaml'];
    const versions = (path: string) => [v('1.0.0', { name: 'tool', path })];
    const files = {
      [low]: registryText(versions('lib/a/v1_0_0'), 'precedence_score: 1\n'),
      [high]: registryText(versions('lib/b/v1_0_0'), 'precedence_score: 2\n'),
      'lib/pyproject.toml': '[project.entry-points.node_registry]\na = "a:R"\nb = "b:R"\n',
      ...metadata(v('1.0.0', { name: 'tool', path: 'lib/a/v1_0_0' })),
      ...metadata(v('1.0.0', { name: 'tool', path: 'lib/b/v1_0_0' })),
    };
    const workspace = repository([v('1.0.0')], files);
    const { conflicts } = check(workspace, 'tool', 'tool@1.0.0', 'latest');
    assert.deepEqual(
      conflicts.map(({ message }) => message),
      [`also in ${low} (plugin)`],
    );
    const [loser] = workspace.findings(low).filter(({ code }) => code === 'artifact/duplicate');
    assert.equal(loser?.severity, 'warning');
    assert.match(loser.message, /also in lib\/b\/registry\.yaml \(plugin\), which is asked first/);
  });

  it('have namespaces: the same name in two is no duplicate', () => {
    const versions = [
      v('1.0.0', { namespace: 'dev', path: 'a/v1_0_0' }),
      v('1.0.0', { namespace: 'prod', path: 'b/v1_0_0' }),
    ];
    const workspace = repository(versions);
    assert.deepEqual(
      workspace.findings(REGISTRY).filter(({ code }) => code === 'artifact/duplicate'),
      [],
    );
    check(workspace, 'prod/stamper_node@1.0.0', 'prod/stamper_node@1.0.0', 'exact');
    assert.match(check(workspace, 'stamper_node', undefined).outcome.reason, /In several namespaces/);
    assert.deepEqual(
      answers.names(workspace.lookup).filter(name => !name.includes('@')),
      ['dev/stamper_node', 'prod/stamper_node'],
    );
  });
});

describe('the list of artifacts', () => {
  it('says of each version whether it is valid, and why not', () => {
    const workspace = repository([v('1.0.0'), v('2.0.0'), v('3.0.0')], {
      [`${folderOf(v('2.0.0'))}/.wip`]: '',
      [`${folderOf(v('3.0.0'))}/node.onex.yaml`]: '- a\n',
    });
    assert.deepEqual(
      answers
        .list(undefined, workspace.lookup)
        .map(({ fields, reason }) => [fields['version'], fields['status'], reason]),
      [
        ['1.0.0', 'valid', undefined],
        ['2.0.0', 'wip', 'Marked by a .wip file'],
        ['3.0.0', 'invalid', 'Metadata file is not a valid YAML dictionary'],
      ],
    );
  });

  it('has a hash of what the metadata states, whatever its layout', () => {
    const hash = (metadata: string) =>
      answers.list(undefined, repository([v('1.0.0', { metadata })]).lookup)[0]!.fields['metadata_hash'];
    assert.match(String(hash('')), /^[0-9a-f]{16}$/);
    assert.equal(hash('author: A\n'), hash('# by hand\nauthor:   "A"\n'));
    assert.notEqual(hash('author: A\n'), hash('author: B\n'));
  });
});
