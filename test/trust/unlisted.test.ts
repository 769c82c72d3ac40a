import assert from 'node:assert/strict';
import path from 'node:path';
import { bundleProgram, run } from '../cli/run';
import { CORE, REPOSITORY } from '../cli/repository';
import { bundled } from '../lsp/bundle';
import { TestClient } from '../lsp/client';
import { makeTree } from '../support/disk';
import type { Plan } from '../support/faults.cjs';

before(bundleProgram);

const PRELOAD = path.join(import.meta.dirname, '..', 'support', 'faults.cjs');

function faulty(...plans: readonly Plan[]): Record<string, string> {
  return { NODE_OPTIONS: `--require ${PRELOAD}`, FAULTS: JSON.stringify(plans) };
}

/** Where the builders of the repository are, which its core names. */
const BUILDERS = 'src/cursus/steps/builders';
const BUILDER = `${BUILDERS}/builder_xgboost_training_step.py`;

/** The two workspaces disagree, whatever else there is. */
const CONFLICTS = ['step/conflict', 'step/conflict'];

describe('a folder that cannot be listed, a file that cannot be read', () => {
  it('are named by the command line, which calls nothing in them missing', () => {
    const root = makeTree(REPOSITORY);
    const lint = ['lint', '--format', 'json'];
    const codes = (out: string) =>
      (JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code);
    const whole = run(root, lint);
    assert.deepEqual(codes(whole.out), CONFLICTS);
    const listed = run(root, lint, faulty({ on: 'readdir', path: `/${BUILDERS}`, code: 'EACCES' }));
    assert.deepEqual(codes(listed.out), CONFLICTS);
    assert.equal(
      listed.err,
      `Cannot list ${BUILDERS}: permission denied. What is in it is unknown, so what might be there is not called missing.\n`,
    );
    assert.equal(listed.code, 0);
    for (const code of ['EACCES', 'EIO'])
      assert.deepEqual(codes(run(root, lint, faulty({ on: 'open', path: BUILDER, code })).out), CONFLICTS, code);
    const explained = run(root, ['explain', 'Package'], faulty({ on: 'readdir', path: `/${BUILDERS}`, code: 'EIO' }));
    assert.match(explained.out, /\? builder .* the folder 'src\/cursus\/steps\/builders' cannot be listed/);
    const core = run(root, lint, faulty({ on: 'open', path: CORE, code: 'EIO' }));
    assert.deepEqual(codes(core.out).sort(), ['registry/no-core', 'registry/unreadable', ...CONFLICTS]);
  });

  it('are logged by the server, which calls nothing in them missing', async () => {
    const root = makeTree(REPOSITORY);
    const client = await TestClient.start({
      server: await bundled('server/src/lsp/main.ts'),
      folders: [root],
      env: faulty({ on: 'readdir', path: `/${BUILDERS}`, code: 'EACCES' }),
    });
    await client.request('registry/names', undefined);
    const core = path.join(root, CORE);
    await client.open(core, REPOSITORY[CORE] as string);
    await client.until(core, []);
    assert.deepEqual(client.warnings, [
      `Cannot list ${BUILDERS}: permission denied. What is in it is unknown, so what might be there is not called missing.`,
    ]);
    await client.stop();
  });
});
