/** Starts the VS Code server build and opens its window in Chromium. Nothing outside this machine is asked for anything. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { prepare } from './setup.mjs';

const START_TIMEOUT = 240_000;

/** Settings of every window here: no network, no first-run pages, nothing that moves while a test looks. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const build = prepare();
const main = path.join(build.root, 'out', 'server-main.js');
const LICENCE = '--accept-server-license-terms';

/** Runs the build's own command line (`--install-extension`, `--version` …) and returns its exit code. */
export function runCommandLine(args, stdio = 'inherit') {
  const done = spawnSync(build.node, [main, LICENCE, ...args], { stdio, encoding: 'utf8' });
  if (done.status !== 0 && stdio !== 'inherit') console.error(`${done.stdout}${done.stderr}`);
  return done.status ?? 1;
}

/** Where the server build finds a path of this machine; `remote` is the authority that code-server always uses. */
export function remoteUri(file) {
  return `vscode-remote://remote${path.resolve(file)}`;
}

/** A scratch folder for one run. */
export function scratch(name) {
  return fs.mkdtempSync(path.join(os.tmpdir(), `registry-${name}-`));
}

/**
 * Starts the server on a free port.
 * @param {{ work: string, settings?: object, args?: string[], userData?: string, extensions?: string }} options `work` is
 *   a scratch folder for profile and logs; `userData` and `extensions` stand in for the folders inside it
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function startServer({ work, settings = {}, args = [], userData, extensions }) {
  const data = path.join(work, 'data');
  writeSettings(userData ?? path.join(data, 'data'), settings);
  const child = spawn(
    build.node,
    [
      ...[
        main,
        LICENCE,
        '--host',
        '127.0.0.1',
        '--port',
        '0',
        '--without-connection-token',
        '--telemetry-level',
        'off',
      ],
      ...['--server-data-dir', data, '--extensions-dir', extensions ?? path.join(work, 'extensions')],
      ...(userData === undefined ? [] : ['--user-data-dir', userData]),
      ...args,
    ],
    // A process group of its own: the extension host and the language server below it end with it.
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: work },
    },
  );
  const kill = signal => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Gone already.
    }
  };
  const last = () => kill('SIGKILL');
  process.once('exit', last);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      kill('SIGTERM');
      const timer = setTimeout(() => kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(timer);
    }
    // Whatever outlived its leader.
    kill('SIGKILL');
    process.off('exit', last);
  };
  try {
    return { port: await listening(child, path.join(work, 'server.log')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function writeSettings(userData, settings) {
  const file = path.join(userData, 'User', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.writeFileSync(file, JSON.stringify({ ...QUIET, ...own, ...settings }, undefined, 2));
}

function listening(child, logFile) {
  const log = fs.createWriteStream(logFile);
  let said = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start:\n${said}`)), START_TIMEOUT);
    const hear = chunk => {
      log.write(chunk);
      if (said.length > 1 << 16) return;
      said += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with ${code}:\n${said}`));
    });
  });
}

/** Launches Chromium without a screen. */
export function openBrowser() {
  return chromium.launch({
    executablePath: build.chromium,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ].concat(['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']),
  });
}

/**
 * Launches Chromium and prepares the window; the caller goes to `url` when its listeners are in place.
 * @param {{ port: number, open?: string, payload?: [string, string][] }} options `open` is a folder, a
 *   `.code-workspace` file, or the URI of a folder that is on no disk; `payload` is what the desktop build takes on its
 *   command line
 */
export async function openWindow({ port, open, payload }) {
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  // Requests to elsewhere would only wait for their time-out.
  const elsewhere = url =>
    url.protocol.startsWith('http') && url.hostname !== '127.0.0.1' && url.hostname !== 'localhost';
  await page.route(elsewhere, route => route.abort());
  const query = new URLSearchParams();
  if (open === undefined) query.set('ew', 'true');
  else if (/^[a-z][\w+.-]+:/i.test(open)) query.set('folder', open);
  else query.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(open));
  if (payload) query.set('payload', JSON.stringify(payload));
  return { browser, page, url: `http://127.0.0.1:${port}/?${query}` };
}
