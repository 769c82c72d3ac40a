/**
 * Builds the package twice and compares the bytes: who checks out the same commit must get the same file.
 *
 *   node scripts/reproduce.mjs
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { pack } from './package.mjs';

process.env.SOURCE_DATE_EPOCH ??= execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).trim();

const hashes = [];
for (let run = 0; run < 2; run++) {
  const vsix = await pack();
  hashes.push(createHash('sha256').update(fs.readFileSync(vsix)).digest('hex'));
  // A clock that stood still would prove nothing.
  if (run === 0) await new Promise(resolve => setTimeout(resolve, 2100));
}
console.log(hashes.join('\n'));
if (hashes[0] !== hashes[1]) {
  console.error('Two builds of the same sources differ.');
  process.exitCode = 1;
}
