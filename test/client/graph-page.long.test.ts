import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import type { Graph } from '../../server/src/protocol';
import { CHROMIUM, startPages, THEMES, type OpenPage, type Pages } from './page-in-browser';

type Node = Graph['nodes'][number];

function node(name: string, more: Partial<Node> = {}): Node {
  return { kind: 'step', name, owners: [''], isConflict: false, isUndecided: false, explain: { name }, at: 0, ...more };
}

function possible(from: number, to: number): Graph['edges'][number] {
  return { from, to, isPossible: true, at: 1 };
}

/** A hundred steps in a chain, each of which may also take its data from the first. */
const MANY: Graph = {
  nodes: Array.from({ length: 100 }, (_, i) =>
    node(`PreprocessingOfTransactions${i}`, { owners: i % 10 === 0 ? ['', 'alice'] : [''] }),
  ),
  edges: Array.from({ length: 99 }, (_, i) => [possible(i + 1, i), possible(i + 1, 0)]).flat(),
  places: [],
};

const HOSTILE: readonly string[] = [
  '"><img src=x onerror="window.hacked=1">',
  '</script><script>window.hacked=1</script>',
  'javascript:window.hacked=1',
  'x'.repeat(50_000),
  '\u202eevil\u2066',
  'שלום עולם',
  '{0}{1}',
  '',
];

/** Which part of the graph is on show, and what is selected, as the page keeps it. */
interface Kept {
  readonly selected?: string;
  readonly view: { readonly x: number; readonly y: number; readonly scale: number };
}

async function kept(open: OpenPage): Promise<Kept> {
  return (await open.state()) as Kept;
}

describe('the graph page', () => {
  let pages: Pages;

  before(async function () {
    if (!existsSync(CHROMIUM)) return this.skip();
    pages = await startPages();
  });
  after(() => pages.close());

  it('opens at a size that can be read, around what most is joined with', async () => {
    const open = await pages.open('graph', MANY);
    const { selected, view } = await kept(open);
    assert.ok(view.scale >= 0.85, String(view.scale));
    assert.equal(selected, 'PreprocessingOfTransactions0');
    assert.equal(await open.page.locator('#details h2').textContent(), 'PreprocessingOfTransactions0');
    assert.equal(await open.page.locator('#map').isVisible(), true);
    await open.page.click('#fit');
    assert.ok((await kept(open)).view.scale < 0.85);
    assert.equal(await open.page.locator('#map').isVisible(), false);
    assert.deepEqual(open.complaints, []);
  });

  it('opens around what the person comes from, and goes there when asked from elsewhere', async () => {
    const open = await pages.open('graph', { ...MANY, focus: 42 });
    assert.equal((await kept(open)).selected, 'PreprocessingOfTransactions42');
    await open.page.selectOption('#owner', 'alice');
    await open.send({ ...MANY, focus: 7 });
    assert.equal((await kept(open)).selected, 'PreprocessingOfTransactions7');
    const { x } = (await kept(open)).view;
    await open.send(MANY);
    assert.deepEqual([(await kept(open)).selected, (await kept(open)).view.x], ['PreprocessingOfTransactions7', x]);
  });

  it('shows what one registry defines, what is of one kind, and says how much that is', async () => {
    const graph: Graph = {
      ...MANY,
      nodes: MANY.nodes.map((each, i) => (i === 99 ? { ...each, kind: 'module' } : each)),
    };
    const { page } = await pages.open('graph', graph);
    assert.deepEqual(await page.locator('#owner option').allTextContents(), ['all', 'core', 'alice']);
    assert.equal(await page.locator('#cycles').isVisible(), false);
    await page.selectOption('#owner', 'alice');
    assert.equal(await page.locator('#summary').textContent(), '10 of 100 names');
    await page.selectOption('#owner', 'core');
    await page.selectOption('#kind', 'module');
    assert.equal(await page.locator('#summary').textContent(), '1 of 100 names');
    await page.selectOption('#owner', 'alice');
    assert.equal(await page.locator('#empty').textContent(), 'Nothing is like that.');
  });

  it('is used from the keyboard, and says what is selected', async () => {
    const open = await pages.open('graph', { ...MANY, focus: 42 });
    const { page } = open;
    await page.focus('#picture');
    await page.keyboard.press('ArrowRight');
    assert.equal((await kept(open)).selected, 'PreprocessingOfTransactions43');
    assert.match(
      (await page.locator('#spoken').textContent())!,
      /^PreprocessingOfTransactions43, .*2 possible sources, possible source of 1/,
    );
    await page.keyboard.press('Enter');
    assert.deepEqual(await open.messages(), [{ kind: 'open', at: 0 }]);
    await page.keyboard.press('/');
    await page.keyboard.type('transactions99');
    await page.keyboard.press('Enter');
    assert.equal((await kept(open)).selected, 'PreprocessingOfTransactions99');
    await page.focus('#picture');
    await page.keyboard.press('Escape');
    assert.equal((await kept(open)).selected, undefined);
    assert.equal(await page.locator('#details').textContent(), '');
  });

  it('has room for everything in a pane of 400 pixels', async () => {
    const { page } = await pages.open('graph', { ...MANY, focus: 42 }, { width: 400, height: 700 });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
    for (const control of await page.locator('input, select, button.plain').all()) {
      if (!(await control.isVisible())) continue;
      const box = (await control.boundingBox())!;
      assert.ok(box.x >= 0 && box.x + box.width <= 400, JSON.stringify(box));
    }
    const stage = (await page.locator('#stage').boundingBox())!;
    assert.ok(stage.height > 200 && stage.width === 400, JSON.stringify(stage));
  });

  it('shows hostile names as text and runs nothing of them', async () => {
    const nodes = HOSTILE.map(name => node(name, { owners: [name], kind: name }));
    const edges = HOSTILE.map((_, i) => possible(i, (i + 1) % HOSTILE.length));
    const open = await pages.open('graph', { nodes, edges, places: [] });
    for (const [i, name] of HOSTILE.entries()) {
      await open.send({ nodes, edges, places: [], focus: i });
      assert.equal(await open.page.locator('#details h2').textContent(), name);
    }
    assert.equal(await open.page.locator('img, script').count(), 1);
    assert.equal(await open.page.evaluate('window.hacked'), undefined);
    assert.equal(await open.page.evaluate('document.documentElement.scrollWidth'), 1200);
    await open.page.click('#svg');
    assert.deepEqual(open.complaints, []);
    // What the policy is there for: markup that got in all the same would do nothing.
    await open.page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hacked=1">')`);
    await open.page.waitForTimeout(100);
    assert.equal(await open.page.evaluate('window.hacked'), undefined);
    assert.match(open.complaints.join('\n'), /Content Security Policy/);
  });

  for (const theme of Object.keys(THEMES) as (keyof typeof THEMES)[])
    it(`keeps nobody out: ${theme}`, async () => {
      const { page } = await pages.open('graph', { ...MANY, focus: 42 }, { theme });
      await page.evaluate(axe.source);
      const found: string[] = await page.evaluate(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' ')))`,
      );
      assert.deepEqual(found, []);
    });
});
