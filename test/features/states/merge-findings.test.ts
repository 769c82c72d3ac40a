import assert from 'node:assert/strict';
import { BackgroundQueue } from '../../../server/src/base/background-queue';
import { Cancelled, Checkpoint, soleCheckpoint } from '../../../server/src/base/cancellation';
import { copyOf, addMergeFindings } from '../../../server/src/features/states/merge-findings';
import type { Workspace } from '../../../server/src/workspace';
import { foretell, workspaceOf } from '../../support/fixture';

const CORE = 'src/cursus/registry/step_names.py';
const registryOf = (id: string): string =>
  `developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py`;

/** Core without steps, and a workspace for each of `locals`: a, b, … */
function repository(locals: readonly string[], project = 'merge_preview: true'): Workspace {
  const workspaces = locals.map(
    (rows, i) =>
      `#- ${registryOf('abcdef'[i]!)}\n${rows.includes('make') ? 'from acme import make\n' : ''}LOCAL_STEPS = {${rows}}\n`,
  );
  return workspaceOf(`#- registry-intelligence.yaml\n${project}\n#- ${CORE}\nSTEP_NAMES = {}\n${workspaces.join('')}`);
}

function said(workspace: Workspace): string[] {
  return [...workspace.paths()]
    .flatMap(at => workspace.findings(at))
    .filter(({ code }) => code === 'workspace/merge-preview')
    .map(({ severity, path, message }) => `${/developers\/(\w)/.exec(path)?.[1] ?? path} ${severity}: ${message}`);
}

describe('merge preview among the findings', () => {
  it('says what is lost, and to whom; equal definitions are not lost', async () => {
    const [one, other] = ['"X": {"spec_type": "A"}, "Same": {}', '"X": {"spec_type": "B"}, "Same": {}'];
    assert.deepEqual(said(await foretell(repository([one, other, other]))), [
      "a warning: If all workspaces land in core, this 'X' takes the place of that of 'b' and others",
      "b warning: If all workspaces land in core, this 'X' is lost to that of 'a'; they differ in spec_type",
      "c warning: If all workspaces land in core, this 'X' is lost to that of 'a'; they differ in spec_type",
    ]);
  });

  it('says what cannot land', async () => {
    assert.deepEqual(said(await foretell(repository(['"X": {"spec_type": make()}']))), [
      "a warning: 'X' cannot land in core: Code decides what 'X' is: its row cannot be written elsewhere",
    ]);
  });

  it('says what rules would find then, where it is now, and nothing that they say already', async () => {
    const workspace = await foretell(repository(['"X": {"spec_type": "S"}', '"Y": {"spec_type": "S"}']));
    const found = said(workspace).filter(line => line.includes('duplicate-spec-type'));
    assert.equal(found.length, 1);
    assert.match(found[0]!, /^b warning: If all workspaces land in core: Spec type 'S' already belongs to 'X'/);
    const today = [...workspace.paths()].flatMap(at => workspace.findings(at)).map(({ code }) => code);
    assert.ok(today.includes('step/missing-field') && !said(workspace).some(line => line.includes('missing-field')));
  });

  it('has its severity set and is silenced like everything else', async () => {
    const rows = ['"X": {"spec_type": "A"}', '"X": {"spec_type": "B"},  # registry: ignore[workspace/merge-preview]\n'];
    const rules = 'merge_preview: true\nrules: [{code: workspace/*, severity: error}]';
    assert.deepEqual(
      said(await foretell(repository(rows, rules))).map(line => line.slice(0, 7)),
      ['a error'],
    );
  });

  it('costs nothing where it is not asked for', async () => {
    for (const project of ['merge_preview: false', 'rules: []', 'merge_preview: "yes"']) {
      const workspace = repository(['"X": {"spec_type": "A"}', '"X": {"spec_type": "B"}'], project);
      await addMergeFindings(workspace, () => assert.fail('a copy is made'), soleCheckpoint());
      assert.deepEqual(said(workspace), []);
    }
  });

  it('goes when it is switched off, is replaced by the next one, and costs an edit nothing', async () => {
    const workspace = await foretell(repository(['"X": {"spec_type": "A"}', '"X": {"spec_type": "B"}']));
    const write = (at: string, text: string): void => workspace.apply(new Map([[at, { text, open: true }]]));
    const { filesRead } = workspace.work;
    write(registryOf('b'), '# moved\nLOCAL_STEPS = {"X": {"spec_type": "B"}}\n');
    assert.equal(workspace.work.filesRead, filesRead + 1);
    assert.equal(said(workspace).length, 2, 'a text that moves takes its findings along');
    write(registryOf('b'), 'LOCAL_STEPS = {"X": {"spec_type": "A"}}\n');
    await foretell(workspace);
    assert.deepEqual(said(workspace), []);
    write(registryOf('b'), 'LOCAL_STEPS = {"X": {"spec_type": "B"}}\n');
    assert.equal(said(await foretell(workspace)).length, 2);
    write('registry-intelligence.yaml', 'merge_preview: false\n');
    assert.deepEqual(said(await foretell(workspace)), []);
  });

  it('gives up when its work is stale, and leaves everything as it was', async () => {
    const workspace = repository(['"X": {"spec_type": "A"}', '"X": {"spec_type": "B"}']);
    const stale = new Checkpoint(new BackgroundQueue(), { isStale: () => true });
    await assert.rejects(
      addMergeFindings(workspace, () => copyOf(workspace, soleCheckpoint()), stale),
      Cancelled,
    );
    assert.deepEqual(said(workspace), []);
  });
});
