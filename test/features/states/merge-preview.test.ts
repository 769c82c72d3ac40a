import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { applyStages } from '../../../server/src/features/edit/stages';
import { mergeMarkdown } from '../../../server/src/features/states/merge-report';
import { mergePreview } from '../../../server/src/features/states/merge-preview';
import type { Workspace } from '../../../server/src/workspace';
import { workspaceOfFiles } from '../../support/fixture';

const CORE = 'src/cursus/registry/step_names.py';
const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';

function repository(core: string, own: string): Workspace {
  return workspaceOfFiles(
    new Map([
      [CORE, `STEP_NAMES = ${core}\n`],
      [ALICE, `LOCAL_STEPS = ${own}\n`],
    ]),
  );
}

/** Core once each row of alice has been moved there by itself. */
function oneByOne(workspace: Workspace): string {
  const steps = workspace.answers.find(({ kind }) => kind === 'step')!;
  for (const { name } of steps.list(undefined, workspace.lookup).filter(({ workspace: owner }) => owner === 'alice')) {
    const moved = steps.move!(name, 'alice', undefined, workspace.lookup);
    assert.ok('stages' in moved && applyStages(workspace, moved.stages) !== undefined, name);
  }
  return workspace.text(CORE)!;
}

describe('landing the rows of a workspace', () => {
  const rows = ['"B": {"spec_type": "B"}', '"C": {"spec_type": "C"}', '"D": {"spec_type": "D"}'];
  for (const [name, core, own] of [
    ['on lines with commas', '{\n    "A": {"spec_type": "A"},\n}', `{\n    ${rows.join(',\n    ')},\n}`],
    ['on lines without a last comma', '{\n    "A": {"spec_type": "A"}\n}', `{\n    ${rows.join(',\n    ')}\n}`],
    ['beside a comment', '{\n    "A": {"spec_type": "A"}  # the first\n}', `{\n    ${rows.join(',\n    ')}  # last\n}`],
    ['on one line', '{"A": {"spec_type": "A"}}', `{${rows.join(', ')}}`],
    ['on one line with a last comma', '{"A": {"spec_type": "A"},}', `{${rows.join(', ')},}`],
    ['in an empty core', '{}', `{\n    ${rows.join(',\n    ')},\n}`],
    ['in place of rows of core', '{\n    "C": {},\n    "D": {},\n}', `{\n    ${rows.join(',\n    ')}\n}`],
  ] as const)
    it(`writes what moving each of them writes: ${name}`, async () => {
      const workspace = repository(core, own);
      const found = await mergePreview(workspace, ['alice'], soleCheckpoint());
      assert.deepEqual(found.refused, []);
      assert.equal(workspace.text(CORE), oneByOne(repository(core, own)));
    });

  it('reads each registry as often for forty rows as for four', async () => {
    const readings = async (count: number): Promise<number> => {
      const own = Array.from({ length: count }, (_, i) => `    "S${i}": {"spec_type": "S${i}"},\n`).join('');
      const workspace = repository('{}', `{\n${own}}`);
      let made = 0;
      const take = workspace.takeChanges.bind(workspace);
      workspace.takeChanges = changes => {
        made += changes.size;
        take(changes);
      };
      await mergePreview(workspace, ['alice'], soleCheckpoint());
      return made;
    };
    assert.equal(await readings(40), await readings(4));
  });
});

describe('what is found once workspaces have landed', () => {
  it('stands where its text is today, the most severe first', async () => {
    const workspace = repository(
      '{}',
      '{\n    "B": {"builder_step_name": "BStepBuilder", "spec_type": "B"},\n    "C": {"sagemaker_step_type": "Procesing"},\n}',
    );
    const found = await mergePreview(workspace, ['alice'], soleCheckpoint());
    assert.deepEqual(
      found.fresh.map(({ severity, code, from }) => [severity, code, from?.path === ALICE && from.line]),
      [
        ['error', 'step/unknown-sagemaker-type', 3],
        ['warning', 'step/missing-field', 2],
        ['warning', 'step/missing-field', 2],
        ['warning', 'step/missing-field', 3],
      ],
    );
    const lines = mergeMarkdown(found, (path, line) => `file:///r/${path}#L${line}`).split('\n');
    assert.ok(
      lines.some(line => line.startsWith(`| error | [\`${ALICE}:3\`](<file:///r/${ALICE}#L3>) | `)),
      lines.join('\n'),
    );
  });
});
