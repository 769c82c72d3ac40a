/**
 * Makes the animated pictures of the README in a real window of the packed extension. They are for looking at: run this again when
 * what they show has changed.
 *
 *   node test/vscode/films.mjs [findings|explain]
 */
import gifenc from 'gifenc';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { THEME_SETTINGS } from './access.mjs';
import { command, inWindow } from './window.mjs';

const { GIFEncoder, applyPalette, quantize } = gifenc;

const repository = path.resolve(import.meta.dirname, '../..');
const FILE = 'alice/src/cursus_dev/registry/workspace_registry.py';
const SIZE = { width: 1000, height: 600 };
/** Colours of a film; one more index stands for what has not changed since the frame before. */
const COLOURS = 63;
const UNCHANGED = COLOURS;
/** In bytes: all pictures together are part of a package of 2 MB. */
const LIMIT = 600_000;

const SETTINGS = {
  ...THEME_SETTINGS,
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'editor.stickyScroll.enabled': false,
  'problems.showCurrentInStatus': true,
  'window.title': 'Registry Intelligence',
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
};

const FILMS = { findings: filmFindings, explain: filmExplain };

/** Findings come and go while somebody types; a fix mends what is left. */
async function filmFindings(page, film) {
  await goTo(page, 16, 27);
  await command(page, 'Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.first().waitFor();
  await page.locator('.panel .viewpane-filter input').fill('alice/src/cursus_dev/registry');
  await goTo(page, 16, 27);
  const missing = rows.filter({ hasText: "'DeviceGraphEmbeddingConfig'" });
  await missing.first().waitFor();
  await film.take(1600);
  await typeAt(page, film, 16, 26, 'DeviceGraphEmbeddingConfig'.length, 'DeviceGraphEmbedConfig');
  await missing.first().waitFor({ state: 'detached' });
  await film.take(1800);
  await goTo(page, 35, 36);
  await film.take(1000);
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Processing' }).first();
  for (let tries = 0; !(await fix.isVisible()); tries++) {
    assert.ok(tries < 10, 'no menu of fixes comes up');
    await page.keyboard.press('Control+Period');
    await page.waitForTimeout(1500);
  }
  await film.take(1800);
  await fix.click();
  await rows.filter({ hasText: "'Procesing'" }).first().waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  await film.take(3000);
}

/** A question at a name, its answer beside the text, and a link of it that leads on. */
async function filmExplain(page, film) {
  await goTo(page, 41, 12);
  await page.locator('.codelens-decoration:visible', { hasText: 'overrides core' }).first().waitFor();
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
  await film.take(1200);
  await page.keyboard.press('F1');
  const box = page.locator('.quick-input-widget input');
  await box.waitFor();
  for (const part of ['expl', 'ain reso', 'lution']) {
    await box.pressSequentially(part);
    await page.waitForTimeout(400);
    await film.take(350);
  }
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Registry: Explain Resolution' })
    .waitFor();
  await film.take(900);
  await page.keyboard.press('Enter');
  const text = page.frameLocator('iframe.webview').first().frameLocator('#active-frame').locator('main');
  await text.filter({ hasText: 'XGBoostTraining' }).waitFor();
  await page.waitForTimeout(800);
  await film.take(3500);
  const link = text.locator('a', { hasText: 'builder_xgboost_training_step.py' }).first();
  await link.hover();
  await film.take(900);
  await link.click();
  await page.locator('.tab.active', { hasText: 'builder_xgboost_training_step.py' }).waitFor();
  await page.waitForTimeout(800);
  await film.take(3000);
}

/** Opens a place of the file; both numbers count from 1. */
async function goTo(page, line, column) {
  await page.keyboard.press('Control+KeyP');
  await page.locator('.quick-input-widget input').fill(`${FILE}:${line}:${column}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: path.basename(FILE) }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Types over the text of `length` signs that begins at a place, a few signs a frame. */
async function typeAt(page, film, line, column, length, text) {
  await goTo(page, line, column);
  for (let i = 0; i < length; i++) await page.keyboard.press('Shift+ArrowRight');
  await film.take(500);
  for (const part of text.match(/.{1,4}/g)) {
    await page.keyboard.type(part);
    await page.waitForTimeout(120);
    await film.take(140);
  }
  await page.keyboard.press('Escape');
}

/** Pictures of a window, one after the other, as a GIF in which only what changes is stored. */
class Film {
  #page;
  #frames = [];

  constructor(page) {
    this.#page = page;
  }

  /** Takes a picture that is shown for so many milliseconds. */
  async take(delay) {
    const png = await this.#page.screenshot();
    const pixels = await this.#page.evaluate(pixelsOf, png.toString('base64'));
    this.#frames.push({ delay, rgba: new Uint8ClampedArray(Buffer.from(pixels, 'base64')) });
  }

  encoded() {
    const everything = new Uint8ClampedArray(this.#frames.length * SIZE.width * SIZE.height * 4);
    this.#frames.forEach(({ rgba }, i) => everything.set(rgba, i * rgba.length));
    const palette = quantize(everything, COLOURS);
    const gif = GIFEncoder();
    let before;
    for (const { rgba, delay } of this.#frames) {
      const now = applyPalette(rgba, palette);
      const shown = before === undefined ? now : now.map((colour, i) => (colour === before[i] ? UNCHANGED : colour));
      gif.writeFrame(shown, SIZE.width, SIZE.height, {
        ...(before === undefined && { palette: [...palette, [0, 0, 0]] }),
        delay,
        dispose: 1,
        transparent: before !== undefined,
        transparentIndex: UNCHANGED,
      });
      before = now;
    }
    gif.finish();
    return gif.bytes();
  }
}

/** Runs in the window: the red, green, blue and opacity of each pixel of a PNG; both sides in base64. */
async function pixelsOf(base64) {
  const blob = new Blob([Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))], { type: 'image/png' });
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let text = '';
  for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
  return btoa(text);
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(FILMS)) {
  const folder = path.join(repository, 'examples');
  process.exitCode ||= await inWindow({ name: `film-${name}`, folder, settings: SETTINGS }, async page => {
    await page.setViewportSize(SIZE);
    await page.locator('.explorer-folders-view').waitFor();
    await page.keyboard.press('Control+KeyB');
    const film = new Film(page);
    await FILMS[name](page, film);
    const bytes = film.encoded();
    assert.ok(bytes.length <= LIMIT, `${name}.gif has ${bytes.length} bytes`);
    fs.writeFileSync(path.join(repository, 'docs', 'images', `${name}.gif`), bytes);
    console.log(`${name}.gif: ${bytes.length} bytes`);
    return true;
  });
}
