import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CORE, REPOSITORY } from '../cli/repository';
import { bundleProgram, run } from '../cli/run';
import { bundled } from '../lsp/bundle';
import { TestClient } from '../lsp/client';
import { makeTree } from '../support/disk';

before(bundleProgram);

const JUMPING = ['--require', path.join(import.meta.dirname, '..', 'support', 'clock.cjs')];

describe('a clock that jumps', () => {
  it('stops no findings, whether they are waited for or not', async () => {
    const root = makeTree(REPOSITORY);
    const core = path.join(root, CORE);
    const text = REPOSITORY[CORE] as string;
    const client = await TestClient.start({
      server: await bundled('server/src/lsp/main.ts'),
      folders: [root],
      node: JUMPING,
      options: { watchesFiles: true },
    });
    await client.open(core, text);
    await client.until(core, []);
    for (let i = 0; i < 5; i++) {
      await client.edit(core, text.replace('PackageStepBuilder', 'NowhereStepBuilder'));
      await client.until(core, ['step/missing-builder']);
      await client.edit(core, text);
      await client.until(core, []);
    }
    // Events of the disk are gathered for a while.
    const builders = path.join(root, 'src/cursus/steps/builders/builder_xgboost_training_step.py');
    for (const [content, codes] of [
      ['class XGBoostTrainingStepBuilder(StepBuilderBase): ...\n', ['step/missing-builder']],
      [REPOSITORY['src/cursus/steps/builders/builder_xgboost_training_step.py'] as string, []],
    ] as const) {
      fs.writeFileSync(builders, content);
      await client.watched([builders, 'changed']);
      await client.until(core, codes);
    }
    await client.stop();
  });

  it('changes nothing that the command line says', () => {
    const root = makeTree(REPOSITORY);
    for (const line of [['lint'], ['list', 'steps'], ['health'], ['stats'], ['explain', 'Package']]) {
      const jumped = run(root, line, { NODE_OPTIONS: JUMPING.join(' ') });
      const { code, out } = run(root, line);
      assert.deepEqual(
        { code: jumped.code, out: withoutTimes(jumped.out) },
        { code, out: withoutTimes(out) },
        line.join(' '),
      );
    }
  });
});

function withoutTimes(out: string): string {
  return out.replace(/[\d.]+ m?s\b/g, '');
}
