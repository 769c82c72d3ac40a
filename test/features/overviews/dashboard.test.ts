import assert from 'node:assert/strict';
import path from 'node:path';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { counted, type Figure } from '../../../server/src/features/overviews/counted';
import { dashboard, type Dashboard } from '../../../server/src/features/overviews/dashboard';
import { health } from '../../../server/src/features/overviews/health';
import { statistics } from '../../../server/src/features/overviews/statistics';
import { treeNodes } from '../../../server/src/features/overviews/tree';
import { SEVERITIES } from '../../../server/src/model/finding';
import { loadWorkspace } from '../../../server/src/host/disk-files';
import { readText } from '../../../server/src/host/read-text';
import { Workspace } from '../../../server/src/workspace';
import { workspaceOf } from '../../support/fixture';

const REPOSITORIES = ['examples', 'test/corpus/id-clash', 'test/corpus/artifact-commit-missing'];
const repository = path.resolve(import.meta.dirname, '../../..');
const checkpoint = soleCheckpoint();

describe('the figures of the dashboard', function () {
  this.timeout(0);
  const all = new Map<string, { readonly workspace: Workspace; readonly shown: Dashboard }>();
  before(async () => {
    for (const each of REPOSITORIES) {
      const root = path.join(repository, each);
      const workspace = new Workspace({ readText: at => readText(path.join(root, at))?.text });
      await loadWorkspace(workspace, root, { check: true });
      all.set(each, { workspace, shown: await dashboard(workspace, checkpoint) });
    }
  });

  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

  it('are those of stats, health and the tree', () => {
    for (const [name, { workspace, shown }] of all) {
      const { figures, findings, registries } = shown;
      const { kinds, conflicts, findings: inStats } = statistics(workspace);
      const healths = health(workspace).registries;
      const tree = treeNodes(workspace, 'registries').filter(({ kind }) => kind !== 'lost');
      assert.deepEqual(
        figures,
        {
          registries: healths.length,
          workspaces: new Set(kinds.flatMap(each => each.workspaces.map(({ id }) => id))).size,
          definitions: sum(kinds.map(each => each.definitions)),
          names: sum(kinds.map(each => each.names)),
          undecided: sum(kinds.map(each => each.undecided)),
          conflicts: conflicts.total,
        },
        name,
      );
      assert.deepEqual(findings, inStats, name);
      assert.equal(registries.length, tree.length, name);
      for (const each of healths) {
        const own = registries.find(({ kind, owner }) => kind === each.kind && owner === each.owner);
        assert.equal(own?.definitions, each.definitions, `${name}: ${each.owner}`);
        assert.equal(own.conflicts, each.contested.length, `${name}: ${each.owner}`);
        assert.equal(own.findings.error + own.findings.warning, each.issues.length, `${name}: ${each.owner}`);
      }
    }
  });

  it('add up: each definition and each finding is counted in one row', () => {
    for (const [name, { shown }] of all) {
      const { registries, elsewhere, findings, figures } = shown;
      assert.equal(sum(registries.map(({ definitions }) => definitions)), figures.definitions, name);
      for (const severity of SEVERITIES)
        assert.equal(
          sum(registries.map(each => each.findings[severity])) + elsewhere[severity],
          findings[severity],
          name,
        );
      assert.ok(sum(Object.values(findings)) > 0, name);
      assert.equal(sum(shown.rules.map(({ count }) => count)), sum(Object.values(findings)), name);
    }
  });

  it('open lists with as many things, each at a place', async () => {
    for (const [name, { workspace, shown }] of all)
      for (const [figure, count] of figuresOn(shown)) {
        const items = await counted(figure, workspace, checkpoint);
        assert.equal(items.length, count, `${name}: ${JSON.stringify(figure)}`);
        assert.ok(items.every(({ at }) => at !== undefined) || figure.what === 'workspaces', JSON.stringify(figure));
      }
  });
});

describe('the dashboard', () => {
  const registry = (id: string, text: string): string =>
    `#- developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py\n${text}\n`;

  it('counts what each registry has, loaded or not', async () => {
    const workspace = workspaceOf(`#- src/cursus/registry/step_names_original.py
STEP_NAMES = {"Load": {"spec_type": "Load"}, "Train": {"spec_type": "Train"}}
${registry('alice', 'LOCAL_STEPS = {"Both": {}}\nSTEP_OVERRIDES = {"Train": {}}')}
${registry('bob', 'LOCAL_STEPS = {"Both": {}}\nSTEP_OVERRIDES = {"Train": {}, "Gone": {}}\nWORKSPACE_STEPS = {"Lost": {}}')}`);
    const { registries, conflicts, rules } = await dashboard(workspace, checkpoint);
    assert.deepEqual(
      registries.map(each => [each.owner, each.definitions, each.overrides, each.lost, each.conflicts]),
      [
        ['', 2, 0, 0, 0],
        ['alice', 2, 1, 0, 2],
        ['bob', 4, 2, 1, 2],
      ],
    );
    assert.deepEqual(
      conflicts.map(({ name }) => name),
      ['Both', 'Train'],
    );
    assert.ok(rules.some(({ code }) => code === 'step/override-unknown'));
  });
});

/** Every number that the page shows, with what it counts. */
function figuresOn({ figures, findings, registries, elsewhere, rules }: Dashboard): [Figure, number][] {
  const whole = (['registries', 'workspaces', 'definitions', 'names', 'conflicts'] as const).map(
    (what): [Figure, number] => [{ what }, figures[what]],
  );
  return [
    ...whole,
    ...SEVERITIES.map((what): [Figure, number] => [{ what }, findings[what]]),
    ...SEVERITIES.map((what): [Figure, number] => [{ what, registry: null }, elsewhere[what]]),
    ...rules.map(({ code, count }): [Figure, number] => [{ what: 'findings', rule: code }, count]),
    ...registries.flatMap(({ kind, owner, findings: own, ...counts }): [Figure, number][] => [
      ...(['definitions', 'overrides', 'lost', 'undecided', 'conflicts'] as const).map((what): [Figure, number] => [
        { what, registry: { kind, owner } },
        counts[what],
      ]),
      ...SEVERITIES.map((what): [Figure, number] => [{ what, registry: { kind, owner } }, own[what]]),
    ]),
  ];
}
