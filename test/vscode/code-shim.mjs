#!/usr/bin/env node
/**
 * Stands in for the `code` executable where VS Code cannot be downloaded, so that the ordinary test runner works
 * (`vscodeExecutablePath` of @vscode/test-electron). It takes the desktop build's arguments; with `--extensionTestsPath`
 * it runs those tests in a real window and ends with their exit code (124 when they never end); everything else goes to
 * the server build's own command line.
 *
 * Environment: VSCODE_TEST_TIMEOUT in milliseconds, VSCODE_TEST_LOGS for the folder of logs and pictures (a temporary
 * one otherwise; gone when all is well), VERBOSE=1 to see all that the window says.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { openWindow, remoteUri, runCommandLine, scratch, startServer } from './vscode-host.mjs';

const TIMEOUT = Number(process.env.VSCODE_TEST_TIMEOUT ?? 900_000);
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

const work = process.env.VSCODE_TEST_LOGS ?? scratch('tests');
fs.mkdirSync(work, { recursive: true });
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
    let end;
    const ended = new Promise(resolve => (end = resolve));
    await listen(page, end);
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
  if (uri === undefined) return positionals[0];
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
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

/** The window itself calls these two functions: one for every line that is printed in it, one when the tests are done. */
async function listen(page, end) {
  const log = fs.createWriteStream(path.join(work, 'window.log'));
  await page.exposeFunction('codeAutomationLog', (kind, args) => {
    const line = typeof args[0] === 'string' ? format(...args) : args.map(String).join(' ');
    log.write(`${kind} ${line}\n`);
    if (process.env.VERBOSE) console.log(line);
  });
  await page.exposeFunction('codeAutomationExit', end);
  const giveUp = (result, why) => {
    console.error(why);
    end(result);
  };
  page.on('crash', () => giveUp(1, 'The window crashed.'));
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || giveUp(1, 'The runner is gone.'), 1000).unref();
  setTimeout(() => giveUp(124, `The tests did not end within ${TIMEOUT} ms.`), TIMEOUT).unref();
}
