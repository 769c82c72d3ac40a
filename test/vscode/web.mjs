/**
 * Tests the packed extension in VS Code for the web: the newest build of it in npm, served from this machine, with a
 * folder that is only in memory and cannot be written.
 *
 *   node test/vscode/web.mjs [picture.png]
 */
import { build } from 'esbuild';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { format } from 'node:util';
import { packed } from '../../scripts/package.mjs';
import { suitesIn } from '../../scripts/test-files.mjs';
import { makeMemoryExtension } from './memory.mjs';
import { prepareWeb } from './setup.mjs';
import { openBrowser, runCommandLine, scratch } from './vscode-host.mjs';

const TIMEOUT = 900_000;
const here = import.meta.dirname;
const repository = path.resolve(here, '../..');

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** What the pages show that the tests have left open, by the titles of their tabs. */
const PAGES = {
  'Registry Health': 'Findings by rule',
  'Dependency Graph': 'names,',
  XGBoostTraining: 'override of alice',
};

process.exitCode = await main();

async function main() {
  const work = scratch('web');
  const folders = { '/build': prepareWeb(), '/extension': await unpacked(work) };
  for (const name of ['memory', 'tests']) folders[`/${name}`] = path.join(work, name);
  const examples = path.join(repository, 'examples');
  await makeMemoryExtension({ to: folders['/memory'], folder: examples, below: '/project', isReadonly: true });
  await makeTests(folders['/tests']);
  const server = http.createServer((request, response) => answer(request, response, folders));
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const browser = await openBrowser();
  try {
    const code = await inBrowser(browser, `vscode.localhost:${server.address().port}`, work);
    if (code === 0) fs.rmSync(work, { recursive: true, force: true });
    else console.error(`Logs and a picture of the window: ${work}`);
    return code;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The package as VS Code unpacks it. */
async function unpacked(work) {
  const extensions = path.join(work, 'extensions');
  const line = ['--server-data-dir', path.join(work, 'data'), '--extensions-dir', extensions, '--install-extension'];
  if (runCommandLine([...line, await packed()], 'pipe') !== 0) throw new Error('The package could not be installed.');
  const [folder] = fs.readdirSync(extensions).filter(name => name.startsWith('registry-intelligence.'));
  return path.join(extensions, folder);
}

/** All suites in one file, since a worker loads one. */
async function makeTests(to) {
  const folder = path.join(here, 'web');
  const imports = suitesIn(folder).map(suite => `import('./${suite}.test')`);
  const entry = `import { runSuites } from './index';
    export const run = () => runSuites(() => Promise.all([${imports.join(', ')}]));`;
  await build({
    absWorkingDir: here,
    stdin: { contents: entry, resolveDir: folder, sourcefile: 'entry.ts' },
    outfile: path.join(to, 'index.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    define: { global: 'globalThis' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  fs.copyFileSync(path.join(here, 'tests-extension', 'package.json'), path.join(to, 'package.json'));
}

async function inBrowser(browser, host, work) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const isElsewhere = ({ protocol, hostname }) => protocol.startsWith('http') && !/(^|\.)localhost$/.test(hostname);
  const asked = [];
  await page.route(isElsewhere, route => (asked.push(route.request().url()), route.abort()));
  const log = fs.createWriteStream(path.join(work, 'window.log'));
  page.on('console', message => log.write(`${message.type()} ${message.text()}\n`));
  let end;
  const ended = new Promise(resolve => (end = resolve));
  let passed = 0;
  let look = () => undefined;
  await page.exposeFunction('codeAutomationLog', (kind, args) => {
    const line = typeof args[0] === 'string' ? format(...args) : args.map(String).join(' ');
    if (/^[✔✘]/.test(line)) console.log(line);
    if (line.startsWith('✔')) passed++;
    if (line === 'Look at the pages') look();
  });
  await page.exposeFunction('codeAutomationExit', end);
  const timer = setTimeout(() => (console.error('The tests did not end.'), end(124)), TIMEOUT);
  await page.goto(`http://${host}/`);
  // Once the tests have ended, nothing answers what a page asks.
  const looked = new Promise(resolve => (look = resolve)).then(async () => {
    let blank = 0;
    for (const [title, shows] of Object.entries(PAGES)) {
      const isShown = await showsText(page, title, shows);
      console.log(`${isShown ? '✔' : '✘'} the page ${title} is filled`);
      if (isShown) passed++;
      else blank++;
    }
    await page.screenshot({ path: process.argv[2] ?? path.join(work, 'window.png') });
    await page.locator('.tab.active .codicon-close').first().click();
    return blank;
  });
  const code = await ended;
  clearTimeout(timer);
  const failed = code === 0 ? await looked : 1;
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** A webview is a frame in a frame; only the one of the tab in front has a document that is shown. */
async function showsText(page, title, text) {
  await page.locator('.tab', { hasText: title }).first().click();
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(200))
    for (const frame of page.frames()) {
      const isThere = words => document.body.innerText.includes(words);
      if (await frame.evaluate(isThere, text).catch(() => false)) return true;
    }
  return false;
}

function answer({ url }, response, folders) {
  const { pathname } = new URL(url, 'http://localhost');
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
  if (pathname === '/') {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/html' }).end(workbench());
    return;
  }
  const [prefix] = /^\/[^/]+/.exec(pathname);
  const root = folders[prefix];
  const file = root && path.join(root, path.normalize(decodeURIComponent(pathname.slice(prefix.length))));
  if (!file?.startsWith(root) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  fs.createReadStream(file).pipe(response);
}

/** The page that a host of VS Code for the web has to bring: it says which extensions there are and what to open. */
function workbench() {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<link rel="stylesheet" href="/build/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label="">
<script src="/build/out/vs/loader.js"></script>
<script src="/build/out/vs/webPackagePaths.js"></script>
<script>
  const base = location.origin + '/build';
  for (const [name, file] of Object.entries(self.webPackagePaths))
    self.webPackagePaths[name] = base + '/node_modules/' + name + '/' + file;
  require.config({ baseUrl: base + '/out', paths: self.webPackagePaths });
</script>
<script src="/build/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/build/out/vs/workbench/workbench.web.main.js"></script>
<script>
  require(['vs/workbench/workbench.web.main'], ({ create, URI }) => {
    const at = folder => URI.parse(location.origin + folder);
    const pattern = location.protocol + '//{{uuid}}.' + location.host + '/build';
    create(document.body, {
      additionalBuiltinExtensions: [at('/extension'), at('/memory')],
      developmentOptions: { extensions: [at('/tests')], extensionTestsPath: at('/tests/index.js') },
      workspaceProvider: { workspace: { folderUri: URI.parse('memfs:/project') }, trusted: true, open: async () => true },
      configurationDefaults: { 'workbench.startupEditor': 'none', 'workbench.colorTheme': 'Default Dark Modern' },
      productConfiguration: {
        enableTelemetry: false,
        // Without these, extensions share the page's origin, which no real host of VS Code allows.
        quality: 'stable',
        commit: '0'.repeat(40),
        webEndpointUrlTemplate: pattern,
        webviewContentExternalBaseUrlTemplate: pattern + '/out/vs/workbench/contrib/webview/browser/pre/',
      },
    });
  });
</script>
</body>
</html>`;
}
