/**
 * Brings a real VS Code to a machine that cannot download one: the server build that the npm package code-server ships
 * (its workbench runs in a browser), a Node binary of the version it wants, and a Chromium as its window.
 *
 *   node test/vscode/setup.mjs        does what is missing, prints where things are
 *
 * Everything but Chromium lands in `.cache/vscode/<versions>/`, which git ignores. Running it again costs nothing.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';
/** The newest build of VS Code for the web in npm. */
const WEB = '1.91.1';
const repository = path.resolve(import.meta.dirname, '../..');
const cache = path.join(repository, '.cache', 'vscode');

/**
 * Parts of the server build that no test of ours can reach; together three fifths of its size. The paths are relative
 * to the build; a star stands for one name.
 */
const UNUSED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/ms-vscode.js-debug',
  'extensions/ms-vscode.vscode-js-profile-table',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
];

/**
 * Makes sure that everything is there.
 * @returns {{ root: string, node: string, chromium: string }} the folder of the build (it holds `out/server-main.js`),
 *   the Node binary that runs it, and the browser
 * @throws {Error} with a message for a person when something cannot be had
 */
export function prepare() {
  const chromium = findChromium() ?? installChromium();
  const home = path.join(cache, `${CODE_SERVER}-node-${NODE}`);
  if (!fs.existsSync(home)) installServer(home);
  return { root: path.join(home, 'vscode'), node: path.join(home, 'node'), chromium };
}

/**
 * Makes sure that VS Code for the web is there.
 * @returns {string} the folder that is to be served; it holds `out/vs`
 * @throws {Error} with a message for a person when it cannot be had
 */
export function prepareWeb() {
  const cache = path.join(repository, '.cache', 'vscode-web');
  const home = path.join(cache, WEB);
  if (fs.existsSync(home)) return home;
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, 'setup-'));
  try {
    unpack(work, `vscode-web@${WEB}`, ['package/dist'], 'dist', 2);
    fs.renameSync(path.join(work, 'dist'), home);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return home;
}

/** Built beside its final place and renamed at the end, so that an interrupted set-up is never mistaken for a whole one. */
function installServer(home) {
  if (process.platform !== 'linux') {
    throw new Error(
      'The server build runs on Linux only. Elsewhere, set VSCODE_EXECUTABLE or let VS Code be downloaded.',
    );
  }
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, 'setup-'));
  try {
    unpack(work, `code-server@${CODE_SERVER}`, ['package/lib/vscode'], 'server', 3);
    unpack(work, `node-linux-${process.arch}@${NODE}`, ['package/bin/node'], 'runtime', 2);
    const root = path.join(work, 'server');
    // Not `npm ci`: the shrinkwrap still lists development packages that the published manifest does not.
    run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], root);
    prune(root);
    standIn(root);
    fs.mkdirSync(path.join(work, 'home'));
    fs.renameSync(root, path.join(work, 'home', 'vscode'));
    fs.renameSync(path.join(work, 'runtime', 'node'), path.join(work, 'home', 'node'));
    fs.renameSync(path.join(work, 'home'), home);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  for (const entry of fs.readdirSync(cache)) {
    const old = path.join(cache, entry);
    if (old !== home && !entry.startsWith('setup-')) fs.rmSync(old, { recursive: true, force: true });
  }
}

function unpack(work, spec, members, into, strip) {
  const tarball = run('npm', ['pack', spec, '--loglevel=error'], work).trim().split('\n').at(-1);
  fs.mkdirSync(path.join(work, into));
  run('tar', ['xzf', tarball, '-C', into, `--strip-components=${strip}`, ...members], work);
  fs.rmSync(path.join(work, tarball));
}

/**
 * Two native modules would need a compiler: the one that ends an orphaned extension host (the harness ends the whole
 * process group itself), and the one that writes log files.
 */
function standIn(root) {
  const modules = path.join(root, 'node_modules', '@vscode');
  fs.writeFileSync(path.join(modules, 'native-watchdog', 'index.js'), 'exports.start = () => undefined;\n');
  fs.copyFileSync(path.join(import.meta.dirname, 'spdlog.cjs'), path.join(modules, 'spdlog', 'index.js'));
}

function prune(root) {
  for (const unused of UNUSED) fs.rmSync(path.join(root, unused), { recursive: true, force: true });
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    const foreign = entry.isDirectory() && isForeignBinary(entry);
    if (foreign || (entry.isFile() && entry.name.endsWith('.map'))) {
      fs.rmSync(path.join(entry.parentPath, entry.name), { recursive: true, force: true });
    }
  }
}

/** Packages such as ripgrep and node-pty carry one folder per platform, named like `darwin-arm64`. */
function isForeignBinary(entry) {
  const match =
    /^(?:darwin|win32|linux|alpine|freebsd)-(?:x64|arm64|arm|ia32|armhf|ppc64|s390x|riscv64)(?:-musl)?$/.exec(
      entry.name,
    );
  return match !== null && entry.name !== `${process.platform}-${process.arch}`;
}

function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap(folder => [
      path.join(folder, 'chromium'),
      path.join(folder, 'chromium-browser'),
      path.join(folder, 'google-chrome'),
    ]);
  // Debian's wrapper on the PATH prints a warning of its own; the binary behind it does not.
  const candidates = [process.env.CHROMIUM, '/usr/lib/chromium/chromium', ...onPath];
  return candidates.find(candidate => candidate !== undefined && fs.existsSync(candidate));
}

function installChromium() {
  const debian = fs.existsSync('/etc/debian_version');
  if (!debian || process.getuid?.() !== 0) {
    throw new Error(
      'Chromium is missing: install it (Debian: apt-get install chromium fonts-dejavu-core) or set CHROMIUM.',
    );
  }
  console.error('Chromium is missing: installing it from Debian.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], '/', env);
  run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], '/', env);
  const found = findChromium();
  if (!found) throw new Error('apt-get installed chromium, yet no chromium binary is to be found.');
  return found;
}

function run(command, args, cwd, env = process.env) {
  const done = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status === 0) return done.stdout;
  const reason = done.error?.message ?? (done.stderr || done.stdout).trim();
  throw new Error(`${command} ${args.join(' ')} failed: ${reason}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  try {
    const found = prepare();
    const shown = path.relative(process.cwd(), found.root);
    console.log(
      `VS Code server: ${shown}\nChromium: ${found.chromium}\n${((performance.now() - start) / 1000).toFixed(1)} s`,
    );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
