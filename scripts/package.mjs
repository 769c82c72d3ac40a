/**
 * Builds minified and packs `registry-intelligence.vsix`. With SOURCE_DATE_EPOCH set, the same sources give the same
 * bytes.
 *
 *   node scripts/package.mjs
 */
import { createVSIX } from '@vscode/vsce';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const LIMIT = 2 * 1024 * 1024;
const repository = path.resolve(import.meta.dirname, '..');

/**
 * @returns {Promise<string>} the absolute path of the package
 * @throws {Error} when the package is over 2 MB
 */
export async function pack() {
  const vsix = path.join(repository, 'registry-intelligence.vsix');
  await build({ minify: true });
  await createVSIX({ cwd: repository, packagePath: vsix, dependencies: false });
  const { size } = fs.statSync(vsix);
  if (size > LIMIT) throw new Error(`The package has ${size} bytes; ${LIMIT} is the most it may have.`);
  return vsix;
}

/**
 * @returns {Promise<string>} the package that REGISTRY_VSIX names, for a runner of several tests that has packed it once for
 *   all of them; a new one otherwise
 */
export async function packed() {
  return process.env.REGISTRY_VSIX ?? (await pack());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await pack();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
