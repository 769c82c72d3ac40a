#!/usr/bin/env node
/**
 * Stands in for the `code` executable where VS Code cannot be downloaded, so that the ordinary test runner works
 * (`vscodeExecutablePath` of @vscode/test-electron). It takes the desktop build's arguments; with `--extensionTestsPath`
 * it runs those tests in a real window and ends with their exit code (124 when they never end); everything else goes to
 * the server build's own command line.
 *
 * Environment: VSCODE_TEST_TIMEOUT in milliseconds, VERBOSE=1 to see all that the window says.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { openWindow, remoteUri, runCommandLine, scratch, startServer } from './vscode-host.mjs';

const TIMEOUT = Number(process.env.VSCODE_TEST_TIMEOUT ?? 300_000);
const many = { type: 'string', multiple: true };
const one = { type: 'string' };
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: many,
    extensionTestsPath: one,
    'extensions-dir': one,
    'user-data-dir': one,
    'folder-uri': one,
    'file-uri': one,
  },
});

if (values.extensionTestsPath === undefined) {
  const desktopOnly = /^--(?:no-sandbox|disable-gpu|disable-updates)/;
  process.exit(runCommandLine(process.argv.slice(2).filter(argument => !desktopOnly.test(argument))));
}

const work = scratch('tests');
const code = await runTests().catch(error => {
  console.error(error);
  return 1;
});
if (code === 0) fs.rmSync(work, { recursive: true, force: true });
else console.error(`Tests ended with ${code}; logs and a picture of the window: ${work}`);
process.exit(code);

async function runTests() {
  const server = await startServer({
    work,
    userData: values['user-data-dir'],
    extensions: values['extensions-dir'],
    // Without it the window ignores the payload below and no test ever starts.
    args: ['--enable-smoke-test-driver'],
  });
  const { browser, page, url } = await openWindow({ port: server.port, open: whatToOpen(), payload: payload() });
  const close = async () => {
    await browser.close().catch(() => undefined);
    await server.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().finally(() => process.exit(130)));
  try {
    const ended = testsEnd(page);
    await page.goto(url);
    const result = await ended;
    if (result !== 0) await page.screenshot({ path: path.join(work, 'failed.png') }).catch(() => undefined);
    return result;
  } finally {
    await close();
  }
}

function whatToOpen() {
  const uri = values['folder-uri'] ?? values['file-uri'];
  return uri === undefined ? positionals[0] : fileURLToPath(uri);
}

function payload() {
  const plain = place => (place.startsWith('file:') ? fileURLToPath(place) : place);
  return [
    ...(values.extensionDevelopmentPath ?? []).map(place => ['extensionDevelopmentPath', remoteUri(plain(place))]),
    ['extensionTestsPath', remoteUri(plain(values.extensionTestsPath))],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
}

/** The window calls these two functions itself: one for every line the tests print, one when they are done. */
function testsEnd(page) {
  const log = fs.createWriteStream(path.join(work, 'window.log'));
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      console.error(`The tests did not end within ${TIMEOUT} ms.`);
      resolve(124);
    }, TIMEOUT).unref();
    page.on('crash', () => reject(new Error('The window crashed.')));
    const hear = (kind, args) => {
      const line = typeof args[0] === 'string' ? format(...args) : args.map(String).join(' ');
      log.write(`${kind} ${line}\n`);
      if (process.env.VERBOSE || kind === 'log') console.log(line);
    };
    Promise.all([
      page.exposeFunction('codeAutomationLog', hear),
      page.exposeFunction('codeAutomationExit', resolve),
    ]).catch(reject);
  });
}
