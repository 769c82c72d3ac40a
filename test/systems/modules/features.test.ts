import assert from 'node:assert/strict';
import { refactorActions } from '../../../server/src/features/edit/actions';
import { completion } from '../../../server/src/features/at-cursor/completion';
import { definition } from '../../../server/src/features/at-cursor/definition';
import { fileEditsOf } from '../../../server/src/features/edit/fixes';
import { hover } from '../../../server/src/features/at-cursor/hover';
import { documentSymbols } from '../../../server/src/features/at-cursor/symbols';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import type { Fix } from '../../../server/src/model/fix';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import type { Workspace } from '../../../server/src/workspace';
import { workspaceOfFiles } from '../../support/fixture';
import { moduleText, needs, scriptText } from './module-text';
import { TREES } from './trees';

const FILES: Readonly<Record<string, string>> = {
  'extensions/orders.py': moduleText({ name: 'Orders', version: '1.2.0', description: 'Takes orders' }),
  'extensions/shop/billing.py': moduleText({ name: 'Billing', version: '2.1.0' }),
  'extensions/shop/billing_meta.yaml': `tags: [shop, money]\n${needs('orders')}`,
  'extensions/send.ts': scriptText(),
};
const COMPANION = 'extensions/orders_meta.yaml';

/** A workspace with a companion whose cursor is at `$0`. */
function at(text: string): { workspace: Workspace; offset: number } {
  const offset = text.indexOf('$0');
  const files = new Map([...Object.entries(FILES), [COMPANION, text.replace('$0', '')]] as [string, string][]);
  return { workspace: workspaceOfFiles(files), offset };
}

function offered(text: string): string[] | undefined {
  const { workspace, offset } = at(text);
  return completion(workspace, COMPANION, offset, {})?.items.map(({ insert, label }) => insert ?? label);
}

describe('completion in a companion', () => {
  it('offers fields that are absent', () => {
    const all = offered('version: "1.0.0"\n$0')!;
    assert.ok(all.includes('dependencies:\n  - module_id: $0') && all.includes('tags: ') && !all.includes('version: '));
    assert.deepEqual(offered('dependencies:\n  - module_id: orders\n    $0'), ['version: ', 'optional: ']);
    assert.ok(offered('annotations:\n  readonly: true\n  $0')!.includes('destructive: '));
  });

  it('offers the first field of an empty companion, also before a line that is empty', () => {
    for (const text of ['$0', '$0\n', '\n$0', '# Orders\n$0\n'])
      assert.equal(offered(text)?.[0], 'description: ', text);
  });

  it('finds nothing in an empty companion whose first field is being typed', () => {
    const { workspace } = at('$0');
    workspace.apply(new Map([[COMPANION, { text: '', open: true }]]));
    const before = workspace.findings(COMPANION);
    const found = (text: string, unsaved: boolean) => {
      workspace.apply(new Map([[COMPANION, { text, open: true, unsaved }]]));
      return workspace.findings(COMPANION);
    };
    for (const text of ['d', 'description']) assert.deepEqual(found(text, true), before, text);
    assert.deepEqual(
      found('description', false).map(({ code }) => code),
      ['module/metadata-syntax'],
    );
  });

  it('offers modules of the same language, but not the own one', () => {
    assert.deepEqual(offered('dependencies:\n  - module_id: $0'), ['shop.billing']);
    assert.deepEqual(offered('dependencies:\n  - module_id: "shop.b$0"'), ['shop.billing']);
  });

  it('offers versions that are there, entry points, tags and values', () => {
    assert.deepEqual(offered('dependencies:\n  - module_id: shop.billing\n    version: "$0"'), [
      '>=2.1.0',
      '^2.1.0',
      '~2.1.0',
    ]);
    assert.deepEqual(offered('entry_point: $0')![0], 'orders:Orders');
    assert.deepEqual(offered('tags:\n  - $0'), ['money', 'shop']);
    assert.deepEqual(offered('annotations:\n  readonly: $0'), ['true', 'false']);
  });

  it('says nothing in a companion of somebody else', () => {
    const workspace = workspaceOfFiles(new Map([['photos/a_meta.yaml', 'version: \n']]));
    assert.equal(completion(workspace, 'photos/a_meta.yaml', 9, {}), undefined);
  });
});

describe('hover and definition', () => {
  const linking = { linkTo: (path: string) => path, linkToExplain: (name: string) => `explain:${name}` };
  const hovered = (text: string) => {
    const { workspace, offset } = at(text);
    return hover(workspace, COMPANION, offset, {}, linking)?.markdown;
  };
  const targets = (path: string, text: string, word: string) => {
    const { workspace } = at(text);
    const offset = workspace.text(path)!.indexOf(word) + 1;
    return definition(workspace, path, offset, {})?.targets.map(each => each.path);
  };

  it('show what a dependency is, with merged fields and schemas', () => {
    const shown = hovered(needs('shop.bill$0ing'))!;
    for (const part of ['shop\\.billing', 'version 2\\.1\\.0', 'from the companion', 'text\\: str', 'Needs', 'Explain'])
      assert.ok(shown.includes(part), `${part} in ${shown}`);
  });

  it('show the place in the order of registration, as the list of modules has it, after every edit', () => {
    const { workspace, offset } = at(needs('shop.bill$0ing'));
    const first = () => hover(workspace, COMPANION, offset, {}, linking)?.markdown.split('\n')[0] ?? '';
    const listed = () => {
      const { modules } = discoveryRuns(workspace.lookup)[0]!;
      const own = modules.find(({ module }) => module.id === 'shop.billing')!;
      const count = modules.filter(({ order }) => order !== undefined).length;
      return own.order === undefined ? 'not loaded' : `number ${own.order} of ${count} in the load order`;
    };
    const seen = new Set<string>();
    for (const text of ['', needs('orders'), 'tags: []\n', needs('nope'), needs('zulu'), '- b\n', '']) {
      workspace.apply(new Map([['extensions/zulu.py', { text: moduleText(), open: true }]]));
      workspace.apply(new Map([['extensions/shop/billing_meta.yaml', { text, open: true }]]));
      assert.ok(first().includes(listed()), `${listed()} in ${first()}`);
      seen.add(listed());
    }
    assert.ok(seen.size > 2);
  });

  it('show what a field is for', () => assert.match(hovered('depen$0dencies: []\n')!, /\*\*dependencies\*\*/));

  it('lead from a dependency to the module, from the entry point to the class, from the class to the companion', () => {
    const text = `entry_point: orders:Orders\n${needs('shop.billing')}`;
    assert.deepEqual(targets(COMPANION, text, 'shop.billing'), [
      'extensions/shop/billing.py',
      'extensions/shop/billing_meta.yaml',
    ]);
    assert.deepEqual(targets(COMPANION, text, 'orders:Orders'), ['extensions/orders.py']);
    assert.deepEqual(targets('extensions/orders.py', text, 'Orders'), [COMPANION]);
  });

  it('outline a companion', () => {
    const { workspace } = at(`version: "1.0.0"\n${needs('shop.billing')}$0`);
    const [version, dependencies] = documentSymbols(workspace, COMPANION)!;
    assert.deepEqual(
      [version?.name, dependencies?.name, dependencies?.children[0]?.name],
      ['version', 'dependencies', 'shop.billing'],
    );
  });
});

describe('refactorings', () => {
  it('create the companion of a module that has none', () => {
    const { workspace } = at('');
    const offered = (path: string, word: string) =>
      refactorActions(workspace, path, workspace.text(path)!.lastIndexOf(word)).map(({ title }) => title);
    assert.deepEqual(offered('extensions/send.ts', 'default'), ['Create send_meta.yaml']);
    assert.deepEqual(offered('extensions/shop/billing.py', 'Billing'), []);
  });
});

describe('fixes', () => {
  for (const { name, files } of TREES) {
    const texts = new Map(Object.entries(files));
    const workspace = workspaceOfFiles(texts);
    for (const path of texts.keys())
      for (const { code, message, fixes } of workspace.findings(path))
        for (const fix of fixes)
          it(`repair what they are for: ${name}: ${fix.title}`, () => {
            const after = workspaceOfFiles(fixed(workspace, texts, fix));
            const left = [...after.paths()].flatMap(each => after.findings(each));
            assert.ok(!left.some(each => each.path === path && each.code === code && each.message === message));
            assert.ok(!left.some(each => each.code === 'module/metadata-syntax'));
          });
  }
});

function fixed(workspace: Workspace, texts: ReadonlyMap<string, string>, fix: Fix): Map<string, string> {
  const made = fileEditsOf(workspace, fix);
  assert.ok(made !== undefined, 'the fix cannot be made');
  const after = new Map(texts);
  for (const file of made)
    if ('create' in file) after.set(file.path, file.create);
    else if ('edits' in file) after.set(file.path, applyEdits(after.get(file.path)!, file.edits));
    else {
      after.set(file.rename, after.get(file.path)!);
      after.delete(file.path);
    }
  return after;
}
