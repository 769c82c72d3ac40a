import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { documentLinks } from '../../../server/src/features/at-cursor/document-links';
import { hierarchyAt, hierarchyCalls } from '../../../server/src/features/at-cursor/hierarchy';
import { inlayHints } from '../../../server/src/features/at-cursor/inlay-hints';
import { lenses, lensText } from '../../../server/src/features/at-cursor/lenses';
import { highlights, references } from '../../../server/src/features/at-cursor/references';
import { moveEdits, rename, renameTarget, type RenameEdits } from '../../../server/src/features/edit/rename';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import { treeNodes } from '../../../server/src/features/overviews/tree';
import { workspaceSymbols } from '../../../server/src/features/at-cursor/workspace-symbols';
import { workspaceOfFiles } from '../../support/fixture';
import { moduleText, needs, scriptText } from './module-text';

const FILES: Readonly<Record<string, string>> = {
  'extensions/shop/orders.py': moduleText({ name: 'Orders' }),
  'extensions/shop/orders_meta.yaml': 'version: "1.0.0"\nentry_point: "orders:Orders"\n',
  'extensions/shop/billing.py': moduleText({ name: 'Billing' }),
  'extensions/shop/billing_meta.yaml': `version: "1.0.0"\n${needs('shop.orders')}`,
  'extensions/send.py': `from extensions.shop.orders import Orders\nimport orders\n${moduleText({ name: 'Send' })}`,
  'extensions/send_meta.yaml': needs('shop.orders', 'shop.billing'),
};
const ID_MAP: Readonly<Record<string, string>> = {
  'apcore.yaml': 'extensions:\n  root: extensions\nid_map:\n  overrides: id_map.yaml\n',
  'id_map.yaml': 'mappings:\n  - file: shop/orders.py\n    id: sales.orders\n',
  'extensions/shop/billing_meta.yaml': needs('sales.orders'),
  'extensions/send_meta.yaml': needs('sales.orders'),
};

interface At {
  readonly files: ReadonlyMap<string, string>;
  readonly workspace: ReturnType<typeof workspaceOfFiles>;
  readonly path: string;
  readonly offset: number;
}

/** The cursor stands one character into the last `word` of a file. */
function at(path: string, word: string, more: Readonly<Record<string, string>> = {}): At {
  const files = new Map(Object.entries({ ...FILES, ...more }));
  return { files, workspace: workspaceOfFiles(files), path, offset: files.get(path)!.lastIndexOf(word) + 1 };
}

async function referencesAt({ files, workspace, path, offset }: At): Promise<string[] | undefined> {
  const found = await references(workspace, path, offset, {}, soleCheckpoint());
  return found?.map(each => {
    const text = files.get(each.path)!.slice(each.span.start, each.span.end);
    return `${each.path} ${text}${each.isDefinition ? ' *' : ''}`;
  });
}

async function renamed({ files, workspace, path, offset }: At, to: string, across = false): Promise<unknown> {
  const options = { across, isReadOnly: () => false };
  const found = await rename(workspace, path, offset, to, {}, options, soleCheckpoint());
  return found === undefined || 'refused' in found ? found?.refused : changes(found, files);
}

function changes({ files, moves }: RenameEdits, texts: ReadonlyMap<string, string>): string[] {
  const lines = [...files].flatMap(([path, edits]) => {
    const before = texts.get(path)!.split('\n');
    const after = applyEdits(texts.get(path)!, edits).split('\n');
    return after.flatMap((line, i) => (line === before[i] ? [] : [`${path}: ${line.trim()}`]));
  });
  return [...lines, ...moves.map(({ path, to }) => `${path} -> ${to}`)].sort();
}

const REFERENCES = [
  'extensions/send_meta.yaml shop.orders',
  'extensions/shop/billing_meta.yaml shop.orders',
  'extensions/shop/orders.py Orders *',
  'extensions/shop/orders_meta.yaml "orders:Orders"',
];

describe('references to a module', () => {
  it('are its class, its companion and what depends on it, wherever one asks', async () => {
    assert.deepEqual(await referencesAt(at('extensions/send_meta.yaml', 'shop.orders')), REFERENCES);
    assert.deepEqual(await referencesAt(at('extensions/shop/orders.py', 'Orders')), REFERENCES);
    assert.deepEqual(await referencesAt(at('extensions/shop/orders_meta.yaml', 'orders:Orders')), REFERENCES);
  });

  it('include the ID map', async () => {
    const all = (await referencesAt(at('id_map.yaml', 'sales.orders', ID_MAP))) ?? [];
    assert.ok(all.includes('id_map.yaml sales.orders *'));
    assert.ok(all.includes('id_map.yaml shop/orders.py'));
    assert.ok(all.includes('extensions/shop/billing_meta.yaml sales.orders'));
  });

  it('are highlighted in their own file', () => {
    const { workspace, path, offset } = at('extensions/send_meta.yaml', 'shop.orders');
    assert.equal(highlights(workspace, path, offset, {})?.length, 1);
  });
});

describe('rename of a module', () => {
  it('moves its file where ids come from paths, with its companion, dependants and imports', async () => {
    const here = at('extensions/send_meta.yaml', 'shop.orders');
    assert.deepEqual(renameTarget(here.workspace, here.path, here.offset, {}), {
      span: { start: here.offset - 1, end: here.offset - 1 + 'shop.orders'.length },
      name: 'shop.orders',
    });
    assert.deepEqual(await renamed(here, 'shop.requests'), [
      'extensions/send.py: from extensions.shop.requests import Orders',
      'extensions/send_meta.yaml: - module_id: shop.requests',
      'extensions/shop/billing_meta.yaml: - module_id: shop.requests',
      'extensions/shop/orders.py -> extensions/shop/requests.py',
      'extensions/shop/orders_meta.yaml -> extensions/shop/requests_meta.yaml',
      'extensions/shop/orders_meta.yaml: entry_point: "requests:Orders"',
    ]);
  });

  it('moves to other folders where nothing imports the file', async () => {
    assert.equal(
      await renamed(at('extensions/send_meta.yaml', 'shop.orders'), 'sales.orders'),
      `extensions/send.py imports 'orders' from where it is now`,
    );
    const found = await renamed(at('extensions/send_meta.yaml', 'shop.billing'), 'sales.money.billing');
    assert.deepEqual(found, [
      'extensions/send_meta.yaml: - module_id: sales.money.billing',
      'extensions/shop/billing.py -> extensions/sales/money/billing.py',
      'extensions/shop/billing_meta.yaml -> extensions/sales/money/billing_meta.yaml',
    ]);
  });

  it('changes the ID map where the id comes from it', async () => {
    assert.deepEqual(await renamed(at('extensions/send_meta.yaml', 'sales.orders', ID_MAP), 'anything.else'), [
      'extensions/send_meta.yaml: - module_id: anything.else',
      'extensions/shop/billing_meta.yaml: - module_id: anything.else',
      'id_map.yaml: id: anything.else',
    ]);
  });

  it('is refused with the reason', async () => {
    const here = at('extensions/send_meta.yaml', 'shop.orders');
    const refusal = async (to: string): Promise<string> => String(await renamed(here, to));
    assert.match(await refusal('Shop.Orders'), /lower-case letters/);
    assert.match(await refusal('system.orders'), /'system' is reserved/);
    assert.match(await refusal('shop.billing'), /is the id of another module already/);
    assert.match(await refusal('a.b.c.d.e.f.g.h.i'), /Discovery would not find/);
    assert.match(
      String(
        await renamed(at('extensions/send_meta.yaml', 'gone', { 'extensions/send_meta.yaml': needs('gone') }), 'new'),
      ),
      /No module 'gone'/,
    );
    const twice = { 'extensions/shop.orders.py': moduleText({ name: 'Again' }) };
    assert.match(
      String(await renamed(at('extensions/send_meta.yaml', 'shop.orders', twice), 'shop.x')),
      /Several files/,
    );
    const several = { 'apcore.yaml': 'extensions:\n  roots:\n    - root: extensions\n      namespace: ext\n' };
    const mapped = { ...several, 'extensions/send_meta.yaml': needs('ext.shop.orders') };
    assert.match(
      String(await renamed(at('extensions/send_meta.yaml', 'ext.shop.orders', mapped), 'shop.x')),
      /begin with the namespace 'ext'/,
    );
  });

  it('is not for the paths in an ID map, nor for classes in the way of the Python extension', () => {
    const map = at('id_map.yaml', 'shop/orders.py', ID_MAP);
    assert.equal(renameTarget(map.workspace, map.path, map.offset, {}), undefined);
    const statement = at('extensions/shop/orders.py', 'Orders');
    assert.equal(renameTarget(statement.workspace, statement.path, statement.offset, {}), undefined);
  });
});

describe('moves of modules in the explorer', () => {
  const moved = (moves: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) => {
    const files = new Map(Object.entries({ ...FILES, ...more }));
    const list = Object.entries(moves).map(([path, to]) => ({ path, to }));
    return changes(moveEdits(workspaceOfFiles(files), list), files);
  };

  it('take the companion along and change what depends on them', () => {
    assert.deepEqual(moved({ 'extensions/shop/orders.py': 'extensions/sales.py' }), [
      'extensions/send_meta.yaml: - module_id: sales',
      'extensions/shop/billing_meta.yaml: - module_id: sales',
      'extensions/shop/orders_meta.yaml -> extensions/sales_meta.yaml',
      'extensions/shop/orders_meta.yaml: entry_point: "sales:Orders"',
    ]);
  });

  it('leave a companion that moves anyway, or that another language needs', () => {
    const along = {
      'extensions/shop/orders.py': 'extensions/o.py',
      'extensions/shop/orders_meta.yaml': 'extensions/o_meta.yaml',
    };
    assert.ok(!moved(along).some(each => each.includes('->')));
    const script = { 'extensions/shop/orders.ts': scriptText() };
    const kept = moved({ 'extensions/shop/orders.py': 'extensions/o.py' }, script);
    assert.deepEqual(
      kept.filter(each => /->|module_id/.test(each)),
      [],
    );
  });

  it('follow a folder, and a root with the configuration that names it', () => {
    assert.deepEqual(
      moved({ 'extensions/shop': 'extensions/sales' }),
      [
        'extensions/send_meta.yaml: - module_id: sales.billing',
        'extensions/send_meta.yaml: - module_id: sales.orders',
        'extensions/shop/billing_meta.yaml: - module_id: sales.orders',
      ].sort(),
    );
    assert.deepEqual(moved({ extensions: 'plugins', 'id_map.yaml': 'config/ids.yaml' }, ID_MAP), [
      'apcore.yaml: overrides: config/ids.yaml',
      'apcore.yaml: root: plugins',
    ]);
    assert.deepEqual(moved({ 'extensions/shop/orders.py': 'extensions/shop/requests.py' }, ID_MAP), [
      'extensions/shop/orders_meta.yaml -> extensions/shop/requests_meta.yaml',
      'extensions/shop/orders_meta.yaml: entry_point: "requests:Orders"',
      'id_map.yaml: - file: shop/requests.py',
    ]);
  });
});

describe('modules in the editor', () => {
  it('have lenses above their class and their companion, and the id behind the class', () => {
    const { workspace } = at('extensions/shop/orders.py', 'Orders');
    const titles = (path: string) =>
      lenses(workspace, path)?.flatMap(({ text, id }) => (text ?? lensText(workspace, path, id))?.title ?? []);
    assert.deepEqual(titles('extensions/shop/orders.py'), ['companion', 'needed by 2', '3 references']);
    assert.deepEqual(titles('extensions/shop/billing_meta.yaml'), ['module shop.billing', 'needs 1', 'needed by 1']);
    assert.equal(lenses(workspace, 'nothing.py'), undefined);
    // A lens that says nothing would be a gap between two lines.
    for (const path of workspace.paths())
      for (const { text, id } of lenses(workspace, path) ?? [])
        assert.notEqual((text ?? lensText(workspace, path, id))?.title ?? '', '', path);
    const whole = { start: 0, end: 1000 };
    assert.deepEqual(
      inlayHints(workspace, 'extensions/shop/orders.py', whole, {})?.map(({ text }) => text),
      ['module shop.orders'],
    );
  });

  it('have a call hierarchy, symbols, links and nodes', () => {
    const { workspace, path, offset } = at('extensions/send_meta.yaml', 'shop.billing');
    const item = hierarchyAt(workspace, path, offset)!;
    assert.deepEqual(
      [item.kind, item.name, item.path],
      ['module', 'shop.billing', 'extensions/shop/billing_meta.yaml'],
    );
    const calls = (direction: 'dependencies' | 'dependants') =>
      hierarchyCalls(workspace, item, direction).map(call => `${call.item.name} ${call.spans.length}`);
    assert.deepEqual([calls('dependencies'), calls('dependants')], [['shop.orders 1'], ['send 1']]);
    assert.deepEqual(
      workspaceSymbols(workspace, 'shop').map(({ name, container }) => `${container} ${name}`),
      ['extensions shop.billing', 'extensions shop.orders'],
    );
    const nodes = (id?: string[]) =>
      treeNodes(workspace, 'registries', id).map(each => `${each.label} ${each.description}`);
    assert.deepEqual(nodes(), ['extensions 3 modules, 1 of which cannot be told']);
    assert.deepEqual(nodes(['module', 'extensions']), [
      "send cannot tell: its import may fail: 'orders' is imported, which may not be installed",
      'shop.billing ',
      'shop.orders ',
    ]);
    assert.equal(treeNodes(workspace, 'dependencies').length, 3);
    const mapped = at('id_map.yaml', 'shop', ID_MAP).workspace;
    const links = (file: string) => documentLinks(mapped, file)?.map(each => ('path' in each ? each.path : each.rule));
    assert.deepEqual([links('id_map.yaml'), links('apcore.yaml')], [['extensions/shop/orders.py'], ['id_map.yaml']]);
  });
});
