import assert from 'node:assert/strict';
import { treeNodes, type TreeNode, type TreeView } from '../../../server/src/features/overviews/tree';
import { workspaceOf } from '../../support/fixture';

const registry = (id: string, text: string): string =>
  `#- developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py\n${text}`;
const REPOSITORY = `#- src/cursus/registry/step_names_original.py
STEP_NAMES = {"Load": {"spec_type": "Load"}, "Train": {"spec_type": "Train"}}
#- src/cursus/steps/specs/train_spec.py
TRAIN_SPEC = StepSpecification(step_type="Train", dependencies=[D(compatible_sources=["Load", "None"])])
${registry('alice', 'LOCAL_STEPS = {"Own": {}, "Both": {}}\nSTEP_OVERRIDES = {"Train": {}}\n')}
${registry('bob', 'LOCAL_STEPS = {"Both": {}}\nWORKSPACE_STEPS = {"Lost": {}}\n')}
${registry('carol', 'LOCAL_STEPS = {}\n')}`;

describe('views', () => {
  const workspace = workspaceOf(REPOSITORY);
  const shown = (view: TreeView, id?: readonly string[]): string[] =>
    treeNodes(workspace, view, id).map(({ label, description }) => `${label} ${description}`.trim());
  const all = (view: TreeView): TreeNode[] => {
    const below = (node: TreeNode): TreeNode[] =>
      node.hasChildren ? [node, ...treeNodes(workspace, view, node.id).flatMap(below)] : [node];
    return treeNodes(workspace, view).flatMap(below);
  };

  it('list core and workspaces with what they define', () => {
    assert.deepEqual(shown('registries'), [
      'core 2 steps',
      'alice 3 steps',
      'bob 2 steps',
      'carol 0 steps',
      'Not judged 1 reason',
    ]);
    assert.deepEqual(shown('registries', ['step', 'alice']), ['Both', 'Own', 'Train override']);
    assert.deepEqual(shown('registries', ['step', 'bob']), [
      'Both',
      'Lost the registry manager reads LOCAL_STEPS, not WORKSPACE_STEPS',
    ]);
  });

  it('say in plain words what is not judged, and lead to the reason', () => {
    const undecided = workspaceOf(
      '#- src/cursus/registry/step_names_original.py\nfrom more import rows\nSTEP_NAMES = {**rows(), "A": {}}\n#- src/cursus/steps/configs/c.py\nclass C: ...\n',
    );
    const nodes = treeNodes(undecided, 'registries', ['not judged']);
    const [open] = nodes.filter(({ place }) => place !== undefined);
    assert.match(
      open?.label ?? '',
      /^Not judged in core: uses of unknown steps, .*, since code decides which rows there are$/,
    );
    assert.ok(open?.place !== undefined && !nodes.some(({ hasChildren }) => hasChildren));
    assert.ok(!nodes.some(({ label }) => label.includes('/missing-')), 'codes');
  });

  it('show the worst that is found in a registry and in a row', () => {
    const broken = workspaceOf(
      `${REPOSITORY}${registry('dora', 'LOCAL_STEPS = {"Good": {}, "Bad": {"job_types": 1}}\n')}`,
    );
    const severities = (id?: readonly string[]): string[] =>
      treeNodes(broken, 'registries', id).map(({ label, severity }) => `${label} ${severity ?? ''}`.trim());
    assert.ok(severities().includes('dora error'), severities().join());
    assert.ok(severities().includes('carol'), severities().join());
    assert.ok(severities(['step', 'dora']).includes('Bad error'), severities(['step', 'dora']).join());
  });

  it('list conflicts with every definition', () => {
    assert.deepEqual(shown('conflicts'), ['Both alice, bob']);
    assert.deepEqual(shown('conflicts', ['step', 'Both']), ['alice', 'bob']);
  });

  it('list dependencies in both directions', () => {
    assert.deepEqual(shown('dependencies'), ['Load needs 0, needed by 1', 'Train needs 1, needed by 0']);
    assert.deepEqual(shown('dependencies', ['step', 'Train']), ['Load is needed']);
    assert.deepEqual(shown('dependencies', ['step', 'Train', 'Load']), ['Train needs it']);
  });

  it('have a name of its own for each node', () => {
    for (const view of ['registries', 'conflicts', 'dependencies'] as const) {
      const ids = all(view).map(({ id }) => JSON.stringify(id));
      assert.equal(new Set(ids).size, ids.length, view);
    }
  });

  it('are empty where nothing is known of what is asked for', () => {
    assert.deepEqual(shown('registries', ['none', 'x']), []);
    assert.deepEqual(shown('conflicts', ['step', 'x']), []);
  });
});
