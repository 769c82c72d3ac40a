/**
 * Runs what random cases can find, with other cases each time, until the time is over: edit histories compared with fresh builds,
 * mutated repositories, the protocol, and every regular expression. Stops at the first failure, and says its seed.
 *
 *   node scripts/soak.mjs [minutes]     30 unless said otherwise
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');
const until = Date.now() + Number(process.argv[2] ?? 30) * 60_000;
const first = Date.now() % 1_000_000;

for (let round = 0; round === 0 || Date.now() < until; round++) {
  const seed = first + round;
  const files = [
    'test/property/*.test.ts',
    'test/trust/fuzz.test.ts',
    'test/trust/protocol.test.ts',
    'test/trust/growth.test.ts',
    'test/systems/modules/explain/explain.test.ts',
    'test/systems/artifacts/explain/explain.test.ts',
    'test/systems/steps/explain/explain.property.test.ts',
  ];
  // The expressions are the same in every round.
  if (round === 0) files.push('test/trust/expressions.test.ts');
  const { status } = spawnSync(path.join(repository, 'node_modules', '.bin', 'mocha'), ['--timeout', '0', ...files], {
    cwd: repository,
    stdio: 'inherit',
    env: {
      ...process.env,
      SOAK: '1',
      PROPERTY_SEED: String(seed),
      HISTORY_RUNS: '4000',
      SESSION_EDITS: '60000',
      FUZZ_RUNS: '2000',
      PROTOCOL_MESSAGES: '10000',
    },
  });
  if (status !== 0) {
    console.error(`The soak failed with PROPERTY_SEED=${seed}.`);
    process.exit(1);
  }
}
