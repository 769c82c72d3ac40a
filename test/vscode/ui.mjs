/**
 * Uses the packed extension as a person does, with keyboard and mouse in a real window, and takes pictures of what is
 * on screen.
 *
 *   node test/vscode/ui.mjs [folder [pictures]]
 *
 * The folder is copied before it is opened; by default it is the examples repository. Pictures go to `docs/images/`.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkAccess, THEME_SETTINGS } from './access.mjs';
import { checkPng, checkSvg } from './pictures.mjs';
import { command, inWindow } from './window.mjs';

const repository = path.resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'));
const folder = path.resolve(process.argv[2] ?? path.join(repository, 'examples'));
const pictures = path.resolve(process.argv[3] ?? path.join(repository, 'docs', 'images'));

const FILE = 'alice/src/cursus_dev/registry/workspace_registry.py';
const MISSING = 'DeviceGraphEmbeddingConfig';
const PRESENT = 'DeviceGraphEmbedConfig';
const TYPO = 'Procesing';
const MENDED = 'Processing';
const SETTINGS = {
  ...THEME_SETTINGS,
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.hover.delay': 200,
  'editor.minimap.enabled': false,
  'problems.showCurrentInStatus': true,
  'window.title': 'Registry Intelligence',
  'workbench.colorTheme': 'Default Dark Modern',
};

/** In this order: each starts where the one before has left the window. */
const STEPS = {
  'the registry opens from Quick Open': openRegistry,
  'a finding is underlined': seeSquiggle,
  'hover says who wins': hover,
  'completion offers SageMaker types': complete,
  'a builder leads to its class': goToBuilder,
  'the Problems panel has its row': seeProblem,
  'typing the right name mends it': mendByTyping,
  'a quick fix mends it': mendByQuickFix,
  'the status item says in whose eyes, and takes another workspace': activeWorkspace,
  'references are listed beside the text': references,
  'a rename across the registry is shown before it is made': renameAcross,
  'the views list workspaces and conflicts': views,
  'Explain Resolution opens beside, and leads back': explain,
  'the dashboard shows how every registry is doing': dashboard,
  'the graph shows what depends on what, and leads there': graph,
  'the graph is saved as SVG and as PNG': saveGraph,
  'the pages keep nobody out, in light, dark and high contrast': access,
  'nothing has popped up in all that time': nothingPoppedUp,
  'the walkthrough shows each of its steps': walkthrough,
};

process.exitCode = await main();

async function main() {
  fs.mkdirSync(pictures, { recursive: true });
  return inWindow({ name: 'ui', folder, settings: SETTINGS }, async (page, work, opened) => {
    await hearMessages(page);
    const counts = await walkThrough(page, work, opened);
    console.log(`${counts.passed} passed, ${counts.failed} failed`);
    return counts.failed === 0;
  });
}

async function walkThrough(page, work, opened) {
  const counts = { passed: 0, failed: 0 };
  for (const [title, step] of Object.entries(STEPS)) {
    const start = performance.now();
    try {
      await step(page, work, opened);
      counts.passed++;
      console.log(`✔ ${title} (${Math.round(performance.now() - start)} ms)`);
    } catch (error) {
      counts.failed++;
      console.error(`✘ ${title}\n${error.message}`);
      await page.screenshot({ path: path.join(work, `failed-${counts.failed}.png`) });
      await tidy(page).catch(() => undefined);
    }
  }
  return counts;
}

/** After a failure: what popped up goes, and the file is as it was. */
async function tidy(page) {
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await command(page, 'File: Revert File');
}

/** Of every message that shows itself, the text. */
async function hearMessages(page) {
  await page.evaluate(() => {
    window.messages = [];
    new MutationObserver(() => {
      for (const toast of document.querySelectorAll('.notification-toast'))
        if (!window.messages.includes(toast.textContent)) window.messages.push(toast.textContent);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

async function nothingPoppedUp(page) {
  assert.deepEqual(await page.evaluate(() => window.messages), []);
}

/** As many steps as the manifest has, each with what it shows beside it. */
async function walkthrough(page) {
  const [{ title, steps }] = contributes.walkthroughs;
  await command(page, 'Welcome: Open Walkthrough...');
  await page.locator('.quick-input-widget input').fill(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
  for (const [i, step] of steps.entries()) {
    const row = page.locator('.gettingStartedContainer .getting-started-step', { hasText: step.title });
    await row.waitFor();
    // The first is open from the start.
    if (i > 0) await row.click();
    const image = page.locator(`.getting-started-media img[alt="${step.media.altText}"]`);
    if (step.media.image !== undefined) await image.waitFor();
    else await page.locator('.getting-started-media').waitFor();
    if (step.media.image !== undefined) assert.ok((await image.evaluate(shown => shown.naturalWidth)) > 0, step.title);
  }
}

async function openRegistry(page) {
  // The explorer is only in the way of the pictures.
  await page.locator('.explorer-folders-view').waitFor();
  await page.keyboard.press('Control+KeyB');
  await openFile(page, FILE);
}

async function openFile(page, file) {
  await page.keyboard.press('Control+KeyP');
  await page.locator('.quick-input-widget input').fill(file);
  const [folder] = file.split('/');
  const name = path.basename(file);
  // The list begins with files that were open before.
  const first = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name });
  await first.filter({ hasText: folder }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

async function seeSquiggle(page) {
  await findText(page, MISSING);
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
  await picture(page, 'findings');
}

/** Filtered, since a row that is not in view does not exist for a test. */
async function seeProblem(page) {
  await command(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await picture(page, 'problems');
  await page.locator('.panel .viewpane-filter input').fill(MISSING);
  await page
    .locator('.markers-panel .monaco-list-row', { hasText: `'${MISSING}'` })
    .first()
    .waitFor();
  await page.locator('.panel .viewpane-filter input').fill('');
  await command(page, 'View: Toggle Panel Visibility');
}

async function hover(page) {
  await findText(page, '"XGBoostTraining":');
  const row = page.locator('.monaco-editor .view-line', { hasText: '"XGBoostTraining":' }).first();
  const card = page.locator('.monaco-hover:visible', { hasText: 'Explain' }).first();
  // The mouse of a person is never quite still; one that is may come to rest before the window listens.
  for (let tries = 0; !(await card.isVisible()); tries++) {
    // Lenses above may still come and move the row, whose element is then replaced: for a moment it has no place.
    const place = await row.locator('span span', { hasText: 'XGBoostTraining' }).first().boundingBox();
    assert.ok(tries < 20, place ? 'no hover comes up' : 'the step is not on screen');
    if (place) await page.mouse.move(place.x + 10 + (tries % 5) * 6, place.y + place.height / 2);
    await page.waitForTimeout(1000);
  }
  await picture(page, 'hover');
  await page.keyboard.press('Escape');
}

async function complete(page) {
  await findText(page, TYPO);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: MENDED }).first().waitFor();
  await picture(page, 'completion');
  await page.keyboard.press('Escape');
}

async function goToBuilder(page) {
  await findText(page, 'CustomXGBoostTrainingStepBuilder');
  await page.keyboard.press('F12');
  await page.locator('.tab.active', { hasText: 'builder_xgboost_training_step.py' }).waitFor();
  await page.keyboard.press('Control+KeyW');
  await page.locator('.tab.active', { hasText: 'workspace_registry.py' }).waitFor();
}

async function mendByTyping(page) {
  await findText(page, MISSING);
  await problemAtCursor(page, MISSING).waitFor();
  await page.keyboard.insertText(PRESENT);
  await problemAtCursor(page, MISSING).waitFor({ state: 'detached' });
  await undo(page, MISSING);
}

async function mendByQuickFix(page) {
  await findText(page, TYPO);
  await problemAtCursor(page, TYPO).waitFor();
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: MENDED }).first();
  // The menu goes away when findings of other files arrive while it opens.
  for (let tries = 0; !(await fix.isVisible()); tries++) {
    assert.ok(tries < 10, 'no menu of fixes comes up');
    await page.keyboard.press('Control+Period');
    await page.waitForTimeout(1500);
  }
  await picture(page, 'quick-fix');
  await fix.click();
  await problemAtCursor(page, TYPO).waitFor({ state: 'detached' });
  await undo(page, TYPO);
}

async function undo(page, name) {
  await page.keyboard.press('Control+KeyZ');
  await problemAtCursor(page, name).waitFor();
}

/** The status bar repeats the finding under the cursor. */
function problemAtCursor(page, name) {
  return page.locator('.statusbar-item', { hasText: `'${name}'` });
}

async function activeWorkspace(page) {
  await command(page, 'View: Close All Editors');
  await openFile(page, 'train_pipeline.py');
  const item = says => page.locator('.statusbar-item', { hasText: says });
  for (const [choice, before, after] of [
    ['bob', 'core · isolated', 'bob · isolated'],
    ['None', 'bob · isolated', 'core · isolated'],
  ]) {
    await item(before).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: choice }).first().click();
    await item(after).waitFor();
  }
  await page.keyboard.press('Control+KeyW');
  await openFile(page, FILE);
}

async function references(page) {
  await findText(page, 'XGBoostTraining');
  await page.keyboard.press('ArrowLeft');
  await command(page, 'Peek References');
  await page.locator('.reference-zone-widget .monaco-list-row').first().waitFor();
  await picture(page, 'references');
  await page.keyboard.press('Escape');
}

async function renameAcross(page) {
  await findText(page, 'FraudVelocityFeatures');
  await page.keyboard.press('ArrowLeft');
  await command(page, 'Registry: Rename Across Registry');
  const box = page.locator('.quick-input-widget input');
  await page.locator('.quick-input-widget', { hasText: 'New name for' }).waitFor();
  await box.fill('CardVelocityFeatures');
  await page.keyboard.press('Enter');
  await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
  const rows = page.locator('.bulk-edit-panel .monaco-list-row');
  const ticked = text => rows.filter({ hasText: text }).locator('.edit-checkbox').first().getAttribute('aria-checked');
  assert.equal(await ticked('workspace_registry.py'), 'true', 'names are to be ticked');
  assert.equal(await ticked('import VelocityFeaturesConfig'), 'false', 'a file need not move');
  await picture(page, 'rename');
  await page.locator('.bulk-edit-panel').getByRole('button', { name: 'Discard' }).click();
  await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor({ state: 'detached' });
}

async function views(page) {
  await command(page, 'Registry: Focus on Registries View');
  const row = page.locator('.sidebar .monaco-list-row', { hasText: 'alice' }).first();
  await row.waitFor();
  await row.locator('.monaco-tl-twistie').click();
  await page.locator('.sidebar .monaco-list-row', { hasText: 'DeviceGraphEmbedding' }).first().waitFor();
  await page.locator('.sidebar .monaco-list-row', { hasText: 'ModelEvaluation' }).first().waitFor();
  await picture(page, 'views');
  await page.keyboard.press('Control+KeyB');
}

async function explain(page) {
  await findText(page, 'XGBoostTraining');
  await page.keyboard.press('ArrowLeft');
  await command(page, 'Registry: Explain Resolution');
  const text = page.frameLocator('iframe.webview').first().frameLocator('#active-frame').locator('main');
  await text.filter({ hasText: 'XGBoostTraining' }).waitFor();
  await picture(page, 'explain');
  await text.locator('a[href^="#"]').first().click();
  await page.locator('.statusbar-item', { hasText: /^Ln (?!1,)/ }).waitFor();
}

async function dashboard(page) {
  await command(page, 'View: Close All Editors');
  await command(page, 'Registry: Show Health Dashboard');
  const content = contentOf(page, '#content');
  await content.locator('th', { hasText: 'alice' }).waitFor();
  await picture(page, 'dashboard');
  await content.locator('tr', { hasText: 'alice' }).locator('button', { hasText: 'alice' }).first().click();
  await page.locator('.tab.active', { hasText: 'workspace_registry.py' }).waitFor();
}

async function graph(page) {
  await command(page, 'View: Close All Editors');
  await command(page, 'Registry: Show Dependency Graph');
  const content = contentOf(page, 'body');
  await content.locator('#search').fill('XGBoostTr');
  await content.locator('#search').press('Enter');
  await content.locator('#details h2', { hasText: 'XGBoostTraining' }).waitFor();
  await picture(page, 'graph');
  await content.locator('#picture').focus();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: '.py' }).waitFor();
}

/** From the page that is open: into the folder, under the name that is offered. */
async function saveGraph(page, work, opened) {
  await command(page, 'View: Close All Editors');
  await command(page, 'Registry: Show Dependency Graph');
  await contentOf(page, '#summary:not(:empty)').waitFor();
  for (const [button, check] of [
    ['#svg', checkSvg],
    ['#png', checkPng],
  ]) {
    await contentOf(page, button).click();
    const box = page.locator('.quick-input-widget');
    await box.waitFor();
    const name = `dependencies.${button.slice(1)}`;
    await page.waitForFunction(end => document.querySelector('.quick-input-widget input').value.endsWith(end), name);
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
    const file = path.join(opened, name);
    for (let tries = 0; !fs.existsSync(file) || fs.statSync(file).size === 0; tries++) {
      assert.ok(tries < 50, `${name} is not there`);
      await page.waitForTimeout(100);
    }
    await check(page, fs.readFileSync(file));
  }
}

async function access(page) {
  await command(page, 'View: Close All Editors');
  await checkAccess(page, {
    'Registry: Explain Resolution': async () => {
      await openFile(page, FILE);
      await findText(page, 'XGBoostTraining');
      await page.keyboard.press('ArrowLeft');
    },
    'Registry: Show Health Dashboard': () => undefined,
    'Registry: Show Dependency Graph': () => undefined,
  });
}

/** Something in the only page of a webview. */
function contentOf(page, selector) {
  return page.frameLocator('iframe.webview').first().frameLocator('#active-frame').locator(selector);
}

/** Selects the first occurrence, which the find box does as one types, and closes the box. */
async function findText(page, text) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.mouse.move(0, 0);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+KeyF');
  const box = page.locator('.find-widget.visible .find-part .input');
  // The box still holds the text of last time, and searches only when its text changes.
  await box.fill('');
  await box.fill(text);
  await page.locator('.statusbar-item', { hasText: `(${text.length} selected)` }).waitFor();
  await page.keyboard.press('Escape');
}

/** Waits for what fades in to be there. */
async function picture(page, name) {
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}
