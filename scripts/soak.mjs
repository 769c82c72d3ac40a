/**
 * Runs what random cases can find, with other and more cases each time, until the time is over: edit histories compared with
 * fresh builds, mutated repositories, the protocol. Stops at the first failure, and says its seed.
 *
 *   node scripts/soak.mjs [minutes]     30 unless said otherwise
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { longFiles } from './test-files.mjs';

const repository = path.resolve(import.meta.dirname, '..');
const mocha = path.join(repository, 'node_modules', '.bin', 'mocha');
const until = Date.now() + Number(process.argv[2] ?? 30) * 60_000;
const first = Date.now() % 1_000_000;

for (let seed = first; seed === first || Date.now() < until; seed++) {
  const { status } = spawnSync(mocha, ['--timeout', '0', ...longFiles()], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, TEST_EFFORT: '5', PROPERTY_SEED: String(seed) },
  });
  if (status !== 0) {
    console.error(`The soak failed with PROPERTY_SEED=${seed}.`);
    process.exit(1);
  }
}
