/**
 * Shows the dashboard and the dependency graph in light, dark and high contrast, of the examples and of a repository with
 * 5,000 steps whose names are hostile, and measures how long the graph takes to be on screen.
 *
 *   node test/vscode/themes.mjs pictures
 *
 * The pictures are for looking at: a script cannot tell whether something can be read.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { command, inWindow } from './window.mjs';

const THEMES = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };
const COUNT = 5000;

const pictures = path.resolve(process.argv[2] ?? path.join(os.tmpdir(), 'registry-themes'));
const examples = path.resolve(import.meta.dirname, '../../examples');
fs.mkdirSync(pictures, { recursive: true });
const many = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-many-'));
writeMany(many);
for (const [name, folder] of Object.entries({ examples, many }))
  for (const [theme, label] of Object.entries(THEMES)) {
    const settings = { 'workbench.colorTheme': label };
    process.exitCode ||= await inWindow({ name: 'themes', folder, settings }, page => look(page, name, theme));
  }
fs.rmSync(many, { recursive: true });
console.log(`Pictures: ${pictures}`);

async function look(page, name, theme) {
  const errors = [];
  page.on('console', message => {
    if (/Content Security Policy|content-security-policy/i.test(message.text())) errors.push(message.text());
  });
  await page.locator('.explorer-folders-view').waitFor();
  await page.keyboard.press('Control+KeyB');
  for (const [title, shown, ready] of [
    ['Registry: Show Health Dashboard', 'dashboard', '.tile'],
    ['Registry: Show Dependency Graph', 'graph', '#summary:not(:empty)'],
  ]) {
    await command(page, title);
    const start = performance.now();
    const frame = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
    await frame.locator(ready).first().waitFor();
    console.log(`${name} ${shown}: shown after ${Math.round(performance.now() - start)} ms`);
    if (shown === 'graph') await useGraph(frame, name);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: path.join(pictures, `${name}-${shown}-${theme}.png`) });
    await command(page, 'View: Close All Editors');
  }
  assert.deepEqual(
    errors.filter(text => !text.includes('vscode-cdn')),
    [],
  );
  return true;
}

/** Each step is timed from the key to the next frame that is drawn. */
async function useGraph(frame, name) {
  const timed = async (what, act) => {
    const start = performance.now();
    await act();
    await frame.locator('body').evaluate(() => new Promise(resolve => requestAnimationFrame(() => resolve())));
    console.log(`${name} graph: ${what} ${Math.round(performance.now() - start)} ms`);
  };
  const picture = frame.locator('#picture');
  await timed('zoom', () => picture.press('+'));
  await timed('show all', () => picture.press('0'));
  if (name !== 'many') return;
  await timed('search', () => frame.locator('#search').fill('Step2500'));
  await timed('select', () => frame.locator('#search').press('Enter'));
  await frame.locator('#distance').selectOption('2');
  await timed('neighbourhood', () => frame.locator('#near').check());
  assert.equal(await frame.locator('img').count(), 0, 'a name has become markup');
}

/** Steps in chains and fans, a few cycles, and a workspace that repeats some of them. */
function writeMany(root) {
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  const names = Array.from({ length: COUNT }, (_, i) =>
    i === 2501 ? '"><img src=x onerror=alert(1)>' : `Step${String(i).padStart(4, '0')}`,
  );
  const quoted = name => JSON.stringify(name);
  const row = name => `    ${quoted(name)}: {"spec_type": ${quoted(name)}},\n`;
  write('.git/HEAD', '');
  write('src/cursus/registry/step_names_original.py', `STEP_NAMES = {\n${names.map(row).join('')}}\n`);
  names.forEach((name, i) => {
    const sources = [Math.floor(i / 3), i - 7, i % 500 === 499 ? i + 1 : -1].filter(
      at => at >= 0 && at !== i && at < COUNT,
    );
    const text = `SPEC = StepSpecification(step_type=${quoted(name)}, dependencies=[D(compatible_sources=${JSON.stringify(
      [...new Set(sources)].map(at => names[at]),
    )})])\n`;
    write(`src/cursus/steps/specs/step_${i}_spec.py`, text);
  });
  for (const id of ['alice', 'bob'])
    write(
      `developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py`,
      `LOCAL_STEPS = {\n${names
        .filter((_, i) => i % 100 === 0)
        .map(row)
        .join('')}}\n`,
    );
}
