/** A window of VS Code with the packed extension, used as a person uses it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { packed } from '../../scripts/package.mjs';
import { openWindow, runCommandLine, scratch, startServer } from './vscode-host.mjs';

const TIMEOUT = 120_000;

/**
 * Opens a copy of `folder` in a window and lets `use` do what it wants there. Logs and whatever `use` has put into its
 * scratch folder are kept unless it returns true.
 * @param {{ name: string, folder: string, settings: object }} options
 * @param {(page: import('playwright-core').Page, work: string, opened: string) => Promise<boolean>} use `opened` is the copy
 * @returns {Promise<number>} the exit code
 */
export async function inWindow({ name, folder, settings }, use) {
  const work = scratch(name);
  const opened = path.join(work, path.basename(folder));
  fs.cpSync(folder, opened, { recursive: true });
  const install = [
    '--server-data-dir',
    path.join(work, 'data'),
    '--extensions-dir',
    path.join(work, 'extensions'),
    '--install-extension',
  ];
  assert.equal(runCommandLine([...install, await packed()], 'pipe'), 0, 'the package could not be installed');
  const server = await startServer({ work, settings });
  const { browser, page, url } = await openWindow({ port: server.port, open: opened });
  let isFine = false;
  try {
    page.setDefaultTimeout(TIMEOUT);
    await page.goto(url);
    await page.locator('.monaco-workbench').waitFor();
    isFine = await use(page, work, opened).catch(async error => {
      console.error(error.message);
      await page.screenshot({ path: path.join(work, 'failed.png') });
      return false;
    });
  } finally {
    await browser.close();
    await server.stop();
  }
  if (isFine) fs.rmSync(work, { recursive: true, force: true });
  else console.error(`Logs and pictures of the window: ${work}`);
  return isFine ? 0 : 1;
}

/**
 * Runs a command by its title, through the palette. What extensions contribute may come a little later, and the palette
 * goes away when something else takes the focus while it opens.
 */
export async function command(page, title) {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  for (let tries = 1; ; tries++) {
    await page.keyboard.press('F1');
    const timeout = tries < 5 ? 3000 : TIMEOUT;
    try {
      await page.locator('.quick-input-widget input').fill(`>${title}`, { timeout });
      await row.waitFor({ timeout });
      break;
    } catch (error) {
      if (tries === 5) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
}
