import { build, type Plugin } from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

const bundles = new Map<string, Promise<string>>();

/** Bundles a program as it is shipped, once, into a temporary folder that is removed with the process. */
export function bundled(entry: string): Promise<string> {
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
