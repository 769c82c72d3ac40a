import { build, type Plugin } from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

/** What the product's own entries are called where `scripts/build.mjs` has built them. */
const BUILT: Readonly<Record<string, string>> = {
  'server/src/cli/main.ts': 'cli.js',
  'server/src/lsp/main.ts': 'server.js',
};

const bundles = new Map<string, Promise<string>>();

/**
 * The program of an entry: the one of the build that REGISTRY_DIST names, where a runner has built once for all tests.
 * Otherwise it is bundled, once, into a temporary folder that is removed with the process.
 */
export function bundled(entry: string): Promise<string> {
  const [dist, built] = [process.env['REGISTRY_DIST'], BUILT[entry]];
  if (dist !== undefined && built !== undefined) return Promise.resolve(path.resolve(dist, built));
  const made = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, made);
  return made;
}

/** Bundles a program in which plugins have changed something; a bundle of its own for each call. */
export function bundleWith(entry: string, plugins: Plugin[]): Promise<string> {
  return bundle(entry, plugins);
}

async function bundle(entry: string, plugins: Plugin[] = []): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bundled-server-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'program.cjs');
  await build({
    absWorkingDir: repository,
    entryPoints: [entry],
    plugins,
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outfile;
}
