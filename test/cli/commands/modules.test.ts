import assert from 'node:assert/strict';
import { makeTree } from '../../support/disk';
import { moduleText, needs, scriptText } from '../../systems/modules/module-text';
import { runInProcess as run, type Run } from '../in-process';

const HEALTHY = {
  '.git/HEAD': '',
  'extensions/shop/orders.py': moduleText({
    name: 'Orders',
    version: '1.2.0',
    description: 'Takes orders. And bills.',
  }),
  'extensions/shop/orders_meta.yaml': needs('shop.billing'),
  'extensions/shop/billing.py': moduleText(),
  'extensions/helper.py': 'def help():\n    return 1\n',
  'extensions/send.ts': scriptText(),
};
const healthy = makeTree(HEALTHY);
const aborted = makeTree({ ...HEALTHY, 'extensions/shop/billing_meta.yaml': needs('shop.orders') });
const elsewhere = makeTree({
  '.git/HEAD': '',
  'plugins/a.py': moduleText(),
  'more/b.py': moduleText(),
  'ids.yaml': 'mappings:\n  - {file: a.py, id: mapped.a}\n',
});

const ask = (root: string, ...line: string[]): Promise<Run> => run(root, line);
const json = async (root: string, ...line: string[]): Promise<unknown> =>
  JSON.parse((await ask(root, ...line, '--format', 'json')).out);

describe('modules on the command line', () => {
  it('are listed in the order of their registration', async () => {
    const { code, out } = await ask(healthy, 'list', 'modules');
    assert.equal(code, 0);
    assert.equal(
      out,
      `  · 1   send           1.0.0   extensions/send.ts
  · 1   shop.billing   1.0.0   extensions/shop/billing.py
  · 2   shop.orders    1.2.0   extensions/shop/orders.py
  ✘     helper                 extensions/helper.py         skipped: extensions/helper.py holds no module

4 modules, 3 registered
`,
    );
  });

  it('are listed as JSON of the documented shape, with what aborts the discovery', async () => {
    const { modules, ...rest } = (await json(aborted, 'list', 'modules')) as {
      modules: { id: string; outcome: string }[];
    };
    assert.deepEqual(rest, {
      version: 1,
      aborted: {
        code: 'CIRCULAR_DEPENDENCY',
        message: 'Circular dependency detected: shop.billing -> shop.orders -> shop.billing',
        path: 'extensions/shop/billing_meta.yaml',
      },
    });
    assert.deepEqual(
      modules.map(({ id, outcome }) => [id, outcome]),
      [
        ['helper', 'skipped'],
        ['send', 'registered'],
        ['shop.billing', 'not-loaded'],
        ['shop.orders', 'not-loaded'],
      ],
    );
    assert.deepEqual(modules[1], {
      id: 'send',
      path: 'extensions/send.ts',
      outcome: 'registered',
      order: 1,
      namespace: null,
      version: '1.0.0',
      dependencies: [],
    });
  });

  it('are explained stage by stage', async () => {
    const { code, out } = await ask(healthy, 'explain', 'shop.orders');
    assert.equal(code, 0);
    for (const stage of [
      'scan',
      'ID map',
      'metadata',
      'entry point',
      'validation',
      'dependency collection',
      'registration',
    ])
      assert.match(out, new RegExp(`^  · ${stage}`, 'm'));
    assert.match(out, /registered as number 2 of 2/);
    const broken = await ask(aborted, 'explain', 'shop.orders');
    assert.equal(broken.code, 1);
    assert.match(broken.out, /Circular dependency detected/);
  });

  it('are found where the command line says', async () => {
    const list = async (...line: string[]) =>
      ((await json(elsewhere, 'list', 'modules', ...line)) as { modules: { id: string }[] }).modules.map(
        ({ id }) => id,
      );
    assert.deepEqual(await list(), []);
    assert.deepEqual(await list('--extensions', 'plugins'), ['a']);
    assert.deepEqual(await list('--extensions', 'plugins', '--extensions', 'other=more'), ['other.b', 'plugins.a']);
    assert.deepEqual(await list('--extensions', 'plugins', '--id-map', 'ids.yaml'), ['mapped.a']);
  });

  it('have their schemas exported', async () => {
    const all = (await json(healthy, 'export', 'schemas')) as Record<string, { input_schema: unknown }>;
    assert.deepEqual(Object.keys(all), ['send', 'shop.billing', 'shop.orders']);
    assert.deepEqual(all['shop.orders']?.input_schema, {
      properties: { text: { title: 'Text', type: 'string' } },
      required: ['text'],
      title: 'Note',
      type: 'object',
    });
    const yaml = await ask(healthy, 'export', 'schemas', '--format', 'yaml', '--compact', '--module', 'shop.orders');
    assert.match(yaml.out, /^shop\.orders:\n {2}module_id: shop\.orders\n/);
    assert.match(yaml.out, /description: Takes orders\.\n/);
    const strict = (await json(healthy, 'export', 'schemas', 'extensions/send.ts', '--strict')) as typeof all;
    assert.deepEqual(strict['send']?.input_schema, {
      type: 'object',
      properties: { text: { type: 'string', description: 'What to say' }, loud: { type: ['boolean', 'null'] } },
      required: ['loud', 'text'],
      additionalProperties: false,
    });
    const refused = await ask(healthy, 'export', 'schemas', '--strict', '--profile', 'mcp');
    assert.equal(refused.code, 2);
    const misspelled = await ask(healthy, 'export', 'schemas', '--module', 'shop.order');
    assert.equal(misspelled.code, 1);
    assert.match(misspelled.err, /Did you mean 'shop\.orders'\?/);
  });

  it('say when a schema cannot be told', async () => {
    const root = makeTree({
      '.git/HEAD': '',
      'extensions/a.py': `from schemas import make_schema\n${moduleText({ input: 'make_schema()' })}`,
      'extensions/b.py': moduleText(),
    });
    const { code, err, out } = await ask(root, 'export', 'schemas');
    assert.equal(code, 1);
    assert.match(err, /Cannot tell of a: input_schema: its class is not in sight/);
    assert.equal((JSON.parse(out) as Record<string, Record<string, unknown>>)['a']?.['input_schema'], null);
  });
});
