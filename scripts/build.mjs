/**
 * Bundles what ships into `dist/`: the client (`extension.js`), the language server (`server.js`) and the command line
 * (`cli.js`). Only entries that exist are built.
 *
 *   node scripts/build.mjs [--minify] [--sourcemap]
 */
import { build as bundle } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(import.meta.dirname, '..');
const PLATFORMS = {
  node: { platform: 'node', target: 'node20', format: 'cjs' },
  /** A page or a worker: what the browser of the oldest VS Code has. */
  browser: { platform: 'browser', target: 'chrome122', format: 'iife' },
  /** The client in a browser: VS Code's worker loads it as it loads a module of Node. */
  worker: { platform: 'browser', target: 'chrome122', format: 'cjs' },
};
const NOTICES = 'third-party-notices.txt';

const ENTRIES = [
  { from: 'client/src/extension.ts', to: 'extension.js', external: ['vscode'] },
  { from: 'server/src/lsp/main.ts', to: 'server.js' },
  { from: 'client/src/web.ts', to: 'web/extension.js', external: ['vscode'], runsIn: 'worker' },
  { from: 'server/src/lsp/main-browser.ts', to: 'web/server.js', runsIn: 'browser' },
  { from: 'client/webview/graph.ts', to: 'webview/graph.js', runsIn: 'browser' },
  { from: 'client/webview/dashboard.ts', to: 'webview/dashboard.js', runsIn: 'browser' },
  { from: 'client/webview/page.css', to: 'webview/page.css', runsIn: 'browser' },
  { from: 'server/src/cli/main.ts', to: 'cli.js', banner: { js: '#!/usr/bin/env node' }, executable: true },
];

/**
 * The language client ends a server that hangs by a shell script that looks for its children. Ours has none, and we
 * start no shell.
 */
const killWithoutShell = {
  name: 'kill-without-shell',
  setup({ onLoad }) {
    onLoad({ filter: /vscode-languageclient.lib.node.processes\.js$/ }, () => ({
      contents: `exports.terminate = child => child.kill('SIGKILL');`,
    }));
  },
};

/**
 * Builds into an emptied `dist/`.
 * @param {{ minify?: boolean, sourcemap?: boolean }} options both off unless asked for
 * @returns {Promise<string[]>} the files written, relative to the repository
 */
export async function build({ minify = false, sourcemap = false } = {}) {
  fs.rmSync(path.join(repository, 'dist'), { recursive: true, force: true });
  const entries = ENTRIES.filter(entry => fs.existsSync(path.join(repository, entry.from)));
  const inputs = await Promise.all(entries.map(entry => bundleEntry(entry, { minify, sourcemap })));
  writeNotices(new Set(inputs.flat()));
  return entries.map(entry => `dist/${entry.to}`);
}

async function bundleEntry({ from, to, external = [], banner = {}, executable = false, runsIn = 'node' }, options) {
  const outfile = path.join(repository, 'dist', to);
  const { metafile } = await bundle({
    ...options,
    absWorkingDir: repository,
    entryPoints: [from],
    outfile,
    banner,
    external,
    bundle: true,
    ...PLATFORMS[runsIn],
    define: runsIn === 'node' ? {} : { 'process.platform': '"web"' },
    // ES modules first: packages that offer both are then cut down to what is used.
    mainFields: ['module', 'main'],
    legalComments: 'none',
    plugins: [killWithoutShell],
    metafile: true,
    logLevel: 'warning',
  });
  if (executable) fs.chmodSync(outfile, 0o755);
  return Object.keys(metafile.inputs);
}

/** The licences of bundled packages ask that their text comes along. */
function writeNotices(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.add(match[1]);
  }
  const notices = [...packages].sort().map(notice);
  if (notices.length > 0)
    fs.writeFileSync(path.join(repository, 'dist', NOTICES), notices.join(`\n${'-'.repeat(80)}\n\n`));
}

function notice(folder) {
  const directory = path.join(repository, folder);
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const file = fs.readdirSync(directory).find(entry => /^licen[cs]e/i.test(entry));
  const text = file ? fs.readFileSync(path.join(directory, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flags = new Set(process.argv.slice(2));
  const written = await build({ minify: flags.has('--minify'), sourcemap: flags.has('--sourcemap') });
  for (const file of written)
    console.log(`${file}  ${(fs.statSync(path.join(repository, file)).size / 1024).toFixed(0)} KB`);
}
