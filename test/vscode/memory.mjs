/** Makes the extension of `memory/`, with the files of a folder in it, for the windows whose files are on no disk. */
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

const source = path.join(import.meta.dirname, 'memory');

/**
 * @param {{ to: string, folder: string, below: string, isReadonly: boolean }} options `to` is made; `folder` is where the
 *   files come from, `below` the path under which they are found: `''` or `/project`
 */
export async function makeMemoryExtension({ to, folder, below, isReadonly }) {
  await build({
    entryPoints: [path.join(source, 'extension.ts')],
    outfile: path.join(to, 'extension.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  fs.copyFileSync(path.join(source, 'package.json'), path.join(to, 'package.json'));
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const texts = files.map(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [`${below}/${path.relative(folder, file).split(path.sep).join('/')}`, fs.readFileSync(file, 'utf8')];
  });
  fs.writeFileSync(path.join(to, 'files.json'), JSON.stringify({ isReadonly, files: Object.fromEntries(texts) }));
}

/** As above, packed for a VS Code that takes packages only. */
export async function packMemoryExtension(options) {
  await makeMemoryExtension(options);
  const packagePath = path.join(options.to, 'memory.vsix');
  fs.writeFileSync(path.join(options.to, '.vscodeignore'), '*.vsix\n');
  await createVSIX({
    cwd: options.to,
    packagePath,
    allowMissingRepository: true,
    skipLicense: true,
    dependencies: false,
  });
  return packagePath;
}
