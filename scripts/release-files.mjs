/**
 * Makes what a release consists of in the current checkout, into `release/`: the extension, the command line, the bill of materials
 * (CycloneDX) and the sums by which each can be checked. The packages hold the licences of what is bundled.
 *
 *   node scripts/release-files.mjs [FOLDER]    instead of `release/`; what is in it goes
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { packed } from './package.mjs';

const repository = path.resolve(import.meta.dirname, '..');
const SUMS = 'SHA256SUMS';
/** The bill of materials: each package that the lock file names, with version, licence and hash. */
const BILL = 'sbom.cdx.json';

const folder = path.resolve(process.argv[2] ?? path.join(repository, 'release'));
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
fs.copyFileSync(await packed(), path.join(folder, 'registry-intelligence.vsix'));
// What the package of the command line holds is built by now.
run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder);
fs.writeFileSync(path.join(folder, BILL), run('npm', 'run', '--silent', 'sbom'));
const sums = fs.readdirSync(folder).map(name => `${sumOf(path.join(folder, name))}  ${name}\n`);
fs.writeFileSync(path.join(folder, SUMS), sums.join(''));
for (const name of fs.readdirSync(folder)) console.log(path.join(path.relative(process.cwd(), folder), name));

function sumOf(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

function run(command, ...args) {
  return execFileSync(command, args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
