/**
 * Bundles what ships into `dist/`: the client (`extension.js`), the language server (`server.js`) and the command line
 * (`cli.js`). The last two come in parts (`server/`, `cli/`), which are loaded when they are needed: compiling two megabytes
 * for `--version` takes longer than starting Node. For a debugger they are built in one piece each, with source maps.
 *
 *   node scripts/build.mjs [--minify] [--sourcemap]
 */
import { build as bundle, transform } from 'esbuild';
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
  { from: 'server/src/lsp/main.ts', to: 'server.js', partsIn: 'server' },
  { from: 'client/src/web.ts', to: 'web/extension.js', external: ['vscode'], runsIn: 'worker' },
  { from: 'server/src/lsp/main-browser.ts', to: 'web/server.js', runsIn: 'browser' },
  { from: 'client/webview/graph.ts', to: 'webview/graph.js', runsIn: 'browser' },
  { from: 'client/webview/dashboard.ts', to: 'webview/dashboard.js', runsIn: 'browser' },
  { from: 'client/webview/page.css', to: 'webview/page.css', runsIn: 'browser' },
  { from: 'server/src/cli/main.ts', to: 'cli.js', partsIn: 'cli', isProgram: true },
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
 * The parser of command lines could start a subcommand that is a program of its own. Ours has none: without the module for
 * it nothing in the bundle can start a program, and each start is spared its loading.
 */
const startNoProgram = {
  name: 'start-no-program',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path: 'no-program', namespace: 'empty' } : undefined,
    );
    onLoad({ filter: /^no-program$/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const SHEBANG = '#!/usr/bin/env node';

const COMMON = {
  absWorkingDir: repository,
  bundle: true,
  // ES modules first: packages that offer both are then cut down to what is used.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  plugins: [killWithoutShell, startNoProgram],
  metafile: true,
  logLevel: 'warning',
};

/**
 * Builds into an emptied `dist/`.
 * @param {{ minify?: boolean, sourcemap?: boolean }} options both off unless asked for
 * @returns {Promise<string[]>} the entries written, relative to the repository
 */
export async function build({ minify = false, sourcemap = false } = {}) {
  fs.rmSync(path.join(repository, 'dist'), { recursive: true, force: true });
  const inputs = await Promise.all(
    ENTRIES.map(entry =>
      entry.partsIn === undefined || sourcemap
        ? bundleWhole(entry, { minify, sourcemap })
        : bundleInParts(entry, { minify }),
    ),
  );
  for (const { to } of ENTRIES.filter(entry => entry.isProgram)) fs.chmodSync(path.join(repository, 'dist', to), 0o755);
  writeNotices(new Set(inputs.flat()));
  return ENTRIES.map(entry => `dist/${entry.to}`);
}

async function bundleWhole({ from, to, external = [], isProgram = false, runsIn = 'node' }, options) {
  const { metafile } = await bundle({
    ...COMMON,
    ...options,
    ...PLATFORMS[runsIn],
    entryPoints: [from],
    outfile: `dist/${to}`,
    external,
    banner: isProgram ? { js: SHEBANG } : {},
    define: runsIn === 'node' ? {} : { 'process.platform': '"web"' },
  });
  return Object.keys(metafile.inputs);
}

/**
 * Only ES modules can be split, but what VS Code forks and what `require` loads is CommonJS: each part is turned into that
 * after it was split off.
 */
async function bundleInParts({ from, to, partsIn, isProgram = false }, { minify }) {
  const { metafile, outputFiles } = await bundle({
    ...COMMON,
    ...PLATFORMS.node,
    minify,
    format: 'esm',
    splitting: true,
    entryPoints: { [path.parse(to).name]: from },
    chunkNames: `${partsIn}/[hash]`,
    outdir: 'dist',
    write: false,
  });
  await Promise.all(
    outputFiles.map(async file => {
      const isEntry = path.relative(path.join(repository, 'dist'), file.path) === to;
      const banner = isEntry && isProgram ? `${SHEBANG}\n` : '';
      // `import()` would start the loader of ES modules for what is none.
      const supported = { 'dynamic-import': false };
      const { code } = await transform(file.text, { ...PLATFORMS.node, minify, banner, supported });
      fs.mkdirSync(path.dirname(file.path), { recursive: true });
      fs.writeFileSync(file.path, code);
    }),
  );
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
