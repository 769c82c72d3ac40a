/** Whether our pages can be used by everybody, as far as a machine can tell: the rules of axe-core for WCAG 2, A and AA. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { command } from './window.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * Settings that make `THEMES` the order in which one command goes from theme to theme: it goes to and fro between light
 * and dark ones, and between those of high contrast.
 */
export const THEME_SETTINGS = {
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default High Contrast',
  'workbench.preferredHighContrastLightColorTheme': 'Default High Contrast Light',
};

/** By the class that VS Code gives the body of a page; the first is that of the window. */
const THEMES = ['vscode-dark', 'vscode-light', 'vscode-high-contrast', 'vscode-high-contrast-light'];

/**
 * Opens pages by the titles of their commands, each after what is to be done before, in every theme.
 * @param {Record<string, () => unknown>} pages
 */
export async function checkAccess(page, pages) {
  const found = [];
  for (const theme of THEMES) {
    if (theme !== THEMES[0]) await command(page, 'Preferences: Toggle between Light/Dark Themes');
    for (const [title, prepare] of Object.entries(pages)) {
      await prepare();
      await command(page, title);
      const frame = await shownFrame(page);
      await frame.waitForFunction(name => document.body.classList.contains(name), theme);
      // Colours fade from one theme to the next.
      await page.waitForTimeout(300);
      for (const each of await violations(frame)) found.push(`${title}, ${theme}: ${each}`);
      await command(page, 'View: Close All Editors');
    }
  }
  assert.equal(found.length, 0, found.join('\n'));
}

/** The document of the webview that was opened last. */
async function shownFrame(page) {
  const frame = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  await frame.locator('h1, .tile, #summary:not(:empty)').first().waitFor();
  const handle = await frame.locator('body').elementHandle();
  return handle.ownerFrame();
}

async function violations(frame) {
  // What is evaluated comes from outside of the page, so that its policy has no say in it.
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(values => window.axe.run(document, { runOnly: values }), TAGS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n  ${failureSummary.replace(/\n\s*/g, ' ')}`),
  );
}
