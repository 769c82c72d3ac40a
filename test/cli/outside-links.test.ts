import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree } from '../support/disk';
import { readScip } from '../support/scip';
import { ALICE, BOB, REPOSITORY } from './repository';
import { runInProcess } from './in-process';
import { bundleProgram, run } from './run';

before(bundleProgram);

const LEFT_OUT =
  'Left out, since they are links out of the repository, which are not followed: docs/z.py, src/cursus/outer.py\n';
const PRELOAD = path.join(import.meta.dirname, '..', 'support', 'faults.cjs');

/** The repository with two links to a Python file that lies elsewhere. */
function linked(): string {
  const outer = path.join(makeTree({ 'outer.py': 'class Outer:\n    pass\n' }), 'outer.py');
  return makeTree({ ...REPOSITORY, 'docs/z.py': { link: outer }, 'src/cursus/outer.py': { link: outer } });
}

describe('links out of the repository', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('are left out, with a word, of what is written down and compared', async () => {
    const root = linked();
    const snapshot = await runInProcess(root, ['snapshot', '--with-files']);
    assert.deepEqual(snapshot, {
      ...(await runInProcess(makeTree(REPOSITORY), ['snapshot', '--with-files'])),
      err: LEFT_OUT,
    });
    fs.writeFileSync(path.join(root, 'then.json'), snapshot.out);
    assert.equal((await runInProcess(root, ['diff', 'then.json'])).err, LEFT_OUT);
    const index = await runInProcess(root, ['index']);
    assert.deepEqual([index.code, index.err.startsWith(LEFT_OUT)], [0, true]);
    const documents = readScip(path.join(root, 'index.scip')).documents.map(({ relativePath }) => relativePath);
    assert.deepEqual(
      documents.filter(at => at.endsWith('outer.py') || at.endsWith('z.py')),
      [],
    );
    const baseline = await runInProcess(root, ['lint', '--baseline', 'known.json', '--update-baseline']);
    assert.deepEqual(baseline, { code: 0, out: '', err: `${LEFT_OUT}2 findings in known.json\n` });
  });

  it('do not keep a repository from going back', async () => {
    const root = linked();
    fs.writeFileSync(path.join(root, 'then.json'), (await runInProcess(root, ['snapshot', '--with-files'])).out);
    fs.writeFileSync(path.join(root, ALICE), 'LOCAL_STEPS = {}\n');
    const { code, err } = await runInProcess(root, ['restore', 'then.json']);
    assert.equal(code, 0, err);
    assert.ok(err.startsWith(LEFT_OUT), err);
    assert.equal(fs.readFileSync(path.join(root, ALICE), 'utf8'), REPOSITORY[ALICE]);
    assert.ok(fs.lstatSync(path.join(root, 'src/cursus/outer.py')).isSymbolicLink());
  });

  it('are refused all the same where a registry should be, or where something else cannot be read', async () => {
    const root = linked();
    const lines = [['snapshot'], ['index', '-o', 'out'], ['restore', '.']];
    const reading = { NODE_OPTIONS: `--require ${PRELOAD}`, FAULTS: '[{"on":"open","path":"all.py","code":"EIO"}]' };
    for (const line of lines) {
      const { code, err } = run(root, line, reading);
      assert.equal(code, 2);
      assert.match(
        err,
        /^Not everything is in sight, since src\/cursus\/steps\/configs\/config_all\.py cannot be read: /,
      );
    }
    const registry = path.join(root, BOB);
    const elsewhere = path.join(makeTree({}), 'registry.py');
    fs.renameSync(registry, elsewhere);
    fs.symlinkSync(elsewhere, registry);
    for (const line of lines) {
      const { code, err } = await runInProcess(root, line);
      assert.equal(code, 2);
      assert.ok(
        err.startsWith(`Not everything is in sight, since the link '${BOB}' leads out of the repository: `),
        err,
      );
    }
    assert.ok(!fs.existsSync(path.join(root, 'out')));
  });
});
