import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { cyclesOf } from '../../../server/src/base/cycles';
import { graph, nodeOfInterest, type Origin } from '../../../server/src/features/overviews/graph';
import { parseFixture, workspaceOf } from '../../support/fixture';

const registry = (id: string, text: string): string =>
  `#- developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py\n${text}`;
const spec = (step: string, ...sources: string[]): string =>
  `#- src/cursus/steps/specs/${step.toLowerCase()}_spec.py
SPEC = StepSpecification(step_type="${step}", dependencies=[D(compatible_sources=${JSON.stringify(sources)})])
`;
const REPOSITORY = `#- src/cursus/registry/step_names_original.py
STEP_NAMES = {"Load": {"spec_type": "Load"}, "Train": {"spec_type": "Train"}, "Tune": {"spec_type": "Tune"}, "Alone": {}}
${spec('Train', 'Load', 'Tune')}${spec('Tune', 'Train')}
${registry('alice', 'LOCAL_STEPS = {"Both": {}}\nSTEP_OVERRIDES = {"Train": {}}\n')}
${registry('bob', 'LOCAL_STEPS = {"Both": {}}\nSTEP_OVERRIDES = {"Train": {}, "Gone": {}}\nWORKSPACE_STEPS = {"Lost": {}}\n')}`;

describe('the dependency graph', () => {
  it('has what depends on something, in conflict or not, and says who defines it', async () => {
    const { nodes, edges } = await graph(workspaceOf(REPOSITORY), soleCheckpoint());
    assert.deepEqual(
      nodes.map(({ name, owners, isConflict, cycle }) => ({ name, owners, isConflict, cycle })),
      [
        { name: 'Load', owners: [''], isConflict: false, cycle: undefined },
        { name: 'Train', owners: ['', 'alice', 'bob'], isConflict: true, cycle: undefined },
        { name: 'Tune', owners: [''], isConflict: false, cycle: undefined },
      ],
    );
    assert.deepEqual(
      edges.map(({ from, to }) => `${nodes[from]!.name} needs ${nodes[to]!.name}`),
      ['Train needs Load', 'Train needs Tune', 'Tune needs Train'],
    );
    assert.ok(edges.every(({ place, isPossible }) => isPossible && place?.fact.file.path.endsWith('_spec.py')));
  });

  it('says which outputs of a source meet dependencies', async () => {
    const port = (name: string): string =>
      `logical_name="${name}", ${name === 'rows' ? 'output' : 'dependency'}_type="processing_output"`;
    const files = REPOSITORY.replace('D(comp', `DependencySpec(${port('input_rows')}, comp`);
    const load = `#- src/cursus/steps/specs/load_spec.py\nA = StepSpecification(step_type="Load", outputs=[OutputSpec(${port('rows')})])\n`;
    const { edges } = await graph(workspaceOf(files + load), soleCheckpoint());
    assert.deepEqual(
      edges.map(({ met }) => met),
      [["'input_rows' by 'rows' (0.83)"], undefined, undefined],
    );
  });

  it('begins with the name at the caret, else in the workspace of the file, else nowhere in particular', async () => {
    const workspace = workspaceOf(REPOSITORY);
    const found = await graph(workspace, soleCheckpoint());
    const path = 'src/cursus/registry/step_names_original.py';
    const own = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';
    const name = (at: Partial<Origin>): string | undefined => {
      const node = nodeOfInterest(workspace, found, { path: undefined, offset: undefined, ...at }, {});
      return node === undefined ? undefined : found.nodes[node]!.name;
    };
    const source = parseFixture(REPOSITORY).files.get(path)!;
    assert.equal(name({ path, offset: source.indexOf('"Tune"') + 1 }), 'Tune');
    assert.equal(name({ path, offset: source.indexOf('"Alone"') + 1 }), undefined);
    assert.equal(name({ path: own, offset: 0 }), 'Train');
    assert.equal(name({}), undefined);
  });
});

describe('cycles', () => {
  it('are told apart, and nodes beside them are in none', () => {
    const none = undefined;
    assert.deepEqual(cyclesOf([[1], [2], [1, 3], [], [4]]), [none, 0, 0, none, 1]);
  });

  it('are found however long they are', () => {
    const length = 200_000;
    const ring = Array.from({ length }, (_, i) => [(i + 1) % length]);
    assert.deepEqual(new Set(cyclesOf(ring)), new Set([0]));
  });
});
