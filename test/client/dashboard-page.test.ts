import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Dashboard } from '../../server/src/protocol';
import { CHROMIUM, startPages, type Pages } from './page-in-browser';

const NONE = { error: 0, warning: 0, info: 0, hint: 0 };
const SHOWN: Dashboard = {
  roots: [
    {
      uri: 'file:///repository',
      label: 'repository',
      figures: { registries: 2, workspaces: 1, definitions: 30, names: 29, conflicts: 0 },
      findings: { error: 3, warning: 1, info: 0, hint: 2 },
      registries: [
        { kind: 'step', owner: '', definitions: 25, overrides: 0, lost: 0, undecided: 0, conflicts: 0, findings: NONE },
        {
          kind: 'step',
          owner: 'alice',
          definitions: 5,
          overrides: 2,
          lost: 1,
          undecided: 1,
          conflicts: 0,
          findings: { error: 2, warning: 0, info: 0, hint: 2 },
          at: 0,
        },
      ],
      elsewhere: { error: 1, warning: 1, info: 0, hint: 0 },
      conflicts: [],
      rules: [{ code: 'step/missing-builder', severity: 'error', count: 3 }],
    },
  ],
  places: [],
  latencies: [],
};

describe('the dashboard page', () => {
  let pages: Pages;

  before(async function () {
    if (!existsSync(CHROMIUM)) return this.skip();
    pages = await startPages();
  });
  after(() => pages.close());

  it('asks for what is counted by each figure, and for nothing where nothing is', async () => {
    const open = await pages.open('dashboard', SHOWN);
    const follow = (row: string, count: string): Promise<void> =>
      open.page.locator('tr', { hasText: row }).getByRole('button', { name: count }).click();
    await open.page.locator('.tile.error').getByRole('button').click();
    await follow('alice', 'alice, Errors: 2');
    await follow('files of no registry', 'files of no registry, Warnings: 1');
    await follow('step/missing-builder', 'step/missing-builder: 3');
    const asked = (await open.messages()).flatMap(each => (each.kind === 'count' ? [each.figure] : []));
    assert.deepEqual(asked, [
      { what: 'error' },
      { what: 'error', registry: { kind: 'step', owner: 'alice' } },
      { what: 'warning', registry: null },
      { what: 'findings', rule: 'step/missing-builder' },
    ]);
    assert.equal(await open.page.locator('.tile').getByRole('button').count(), 7);
    assert.deepEqual(open.complaints, []);
  });

  it('draws its meters in colours of the theme', async () => {
    const { page } = await pages.open('dashboard', SHOWN);
    const looks = await page.evaluate<string>("getComputedStyle(document.querySelector('meter')).appearance");
    assert.equal(looks, 'none');
    if (process.env['PICTURES'] !== undefined)
      await page.screenshot({ path: `${process.env['PICTURES']}/dashboard.png` });
  });
});
