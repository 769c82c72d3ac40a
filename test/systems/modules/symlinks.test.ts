import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadWorkspace } from '../../../server/src/host/disk-files';
import type { Entry } from '../../../server/src/host/file-source';
import { readText } from '../../../server/src/host/read-text';
import { refresh } from '../../../server/src/host/refresh';
import { VirtualFiles } from '../../../server/src/host/virtual-files';
import { explainModule } from '../../../server/src/systems/modules/explain/explain';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import { Workspace } from '../../../server/src/workspace';
import { addTo, makeTree, type Content } from '../../support/disk';
import { plainFindings } from '../../support/fresh';
import { moduleText, needs, scriptText } from './module-text';
import { tries } from '../../support/seed';

const M = moduleText();
const config = (follows: boolean, more = ''): string =>
  `extensions:\n  root: ./ext\n  follow_symlinks: ${String(follows)}\n${more}`;
/** Companions below a folder of this name are the system's own, wherever it is. */
const atExtensions = (follows: boolean): string => config(follows).replace('./ext', './extensions');
const link = (to: string): Content => ({ link: to });

async function load(root: string): Promise<Workspace> {
  const workspace = new Workspace({ readText: at => readText(path.join(root, at))?.text });
  await loadWorkspace(workspace, root);
  return workspace;
}

/** What becomes of each module: its place in the order, or the stage that loses it. */
function modulesOf(workspace: Workspace): Record<string, number | string | undefined> {
  const all = discoveryRuns(workspace.lookup).flatMap(run => run.modules);
  return Object.fromEntries(all.map(each => [each.module.id, each.order ?? each.lost?.stage]));
}

function findingsOf(workspace: Workspace): string[] {
  const all = [...workspace.paths()].flatMap(at => workspace.findings(at));
  return all.filter(({ severity }) => severity !== 'hint').map(({ path: at, code }) => `${at} ${code}`);
}

async function check(
  files: Readonly<Record<string, Content>>,
  modules: Readonly<Record<string, number | string>>,
  findings: readonly string[] = [],
): Promise<Workspace> {
  const workspace = await load(makeTree({ '.git/HEAD': '', ...files }));
  assert.deepEqual(modulesOf(workspace), modules);
  assert.deepEqual(findingsOf(workspace).sort(), [...findings].sort());
  return workspace;
}

describe('links below an extension root (formats 2.2, 2.8)', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('are passed over unless they are to be followed, and that is said of those that hide modules', () =>
    check(
      {
        'apcore.yaml': config(false),
        'lib/pack/send.py': M,
        'ext/a.py': M,
        'ext/b.py': link('a.py'),
        'ext/pack': link('../lib/pack'),
        'ext/data': link('../docs'),
        'docs/read.md': '',
      },
      { a: 1 },
      ['ext/b.py module/scan', 'ext/pack module/scan'],
    ));

  it('are followed within the root, files and folders, each with its companions', () =>
    check(
      {
        'apcore.yaml': config(true),
        'ext/mail/send.py': M,
        'ext/mail/send_meta.yaml': needs('z'),
        'ext/post': link('mail'),
        'ext/z.py': M,
        'ext/y.py': link('z.py'),
      },
      { y: 1, z: 2, 'mail.send': 3, 'post.send': 4 },
    ));

  it('count for what depends on them', () =>
    check(
      {
        'apcore.yaml': config(true),
        'ext/mail/send.py': M,
        'ext/post': link('mail'),
        'ext/z.py': M,
        'ext/z_meta.yaml': needs('post.send', 'post.nope'),
      },
      { 'mail.send': 'dependency resolution', 'post.send': 'dependency resolution', z: 'dependency resolution' },
      ['ext/z_meta.yaml module/missing-dependency'],
    ));

  it('hide what depends on them when they are not followed', () =>
    check(
      {
        'apcore.yaml': config(false),
        'ext/mail/send.py': M,
        'ext/post': link('mail'),
        'ext/z.py': M,
        'ext/z_meta.yaml': needs('post.send'),
      },
      { 'mail.send': 'dependency resolution', z: 'dependency resolution' },
      ['ext/post module/scan', 'ext/z_meta.yaml module/missing-dependency'],
    ));

  it('are refused where they lead out of the root; what lies outside of the repository is never read', async () => {
    const outside = makeTree({ 'pack/x.py': M, 'y.py': M });
    await check(
      {
        'apcore.yaml': config(true),
        'lib/send.py': M,
        'ext/a.py': M,
        'ext/pack': link('../lib'),
        'ext/far': link(path.join(outside, 'pack')),
        'ext/y.ts': link(path.join(outside, 'y.py')),
        'ext/a_meta.yaml': `dependencies:\n  - {module_id: pack.send, optional: true}\n`,
      },
      { a: 1 },
      [
        'ext/a_meta.yaml module/optional-dependency-missing',
        'ext/far module/scan',
        'ext/pack module/scan',
        'ext/y.ts module/scan',
      ],
    );
  });

  it('to Python files out of the root are taken all the same', () =>
    check(
      {
        'apcore.yaml': config(true),
        'lib/send.py': M,
        'ext/send.py': link('../lib/send.py'),
        'ext/a.py': M,
        'ext/a_meta.yaml': needs('send'),
      },
      { a: 2, send: 1 },
    ));

  it('end in a circle', () =>
    check(
      {
        'apcore.yaml': config(true),
        'ext/a/b.py': M,
        'ext/a/root': link('..'),
        'ext/a/up': link('../a'),
        'ext/self': link('self'),
      },
      { 'a.b': 1, 'a.up.b': 2 },
      ['ext/a/root module/scan', 'ext/a/up module/scan'],
    ));

  it('to one folder count once, and which of them cannot be told', () =>
    check(
      {
        'apcore.yaml': config(true),
        'ext/mail/send.py': M,
        'ext/one': link('mail'),
        'ext/two': link('mail'),
        'ext/z.py': M,
        'ext/z_meta.yaml': needs('two.send'),
      },
      { 'mail.send': 'dependency resolution', 'one.send': 'dependency resolution', z: 'dependency resolution' },
      ['ext/two module/scan', 'ext/z_meta.yaml module/missing-dependency'],
    ));

  it('of TypeScript files are followed by the same rules', () =>
    check(
      { 'apcore.yaml': config(true), 'ext/a.ts': scriptText(), 'ext/b.ts': link('a.ts'), 'ext/c.ts': link('a.ts') },
      { a: 1, b: 2 },
      ['ext/c.ts module/scan'],
    ));

  it('that are roots are always followed', () =>
    check(
      {
        'apcore.yaml': 'extensions:\n  roots: [./ext]\n',
        'plugins/mail/send.py': M,
        ext: link('plugins'),
      },
      { 'ext.mail.send': 1 },
    ));

  it('that are companions are always opened', () =>
    check(
      {
        'apcore.yaml': config(false),
        'ext/a.py': M,
        'ext/b.py': M,
        'lib/shared_meta.yaml': needs('nope'),
        'ext/a_meta.yaml': link('../lib/shared_meta.yaml'),
      },
      { a: 'dependency resolution', b: 'dependency resolution' },
      ['ext/a_meta.yaml module/missing-dependency'],
    ));

  it('are named by explain', async () => {
    const files = { 'ext/mail/send.py': M, 'ext/post': link('mail') };
    const [on, off] = [
      { ...files, 'apcore.yaml': config(true) },
      { ...files, 'apcore.yaml': config(false) },
    ];
    const explained = async (tree: Readonly<Record<string, Content>>) => {
      const { lookup } = await load(makeTree({ '.git/HEAD': '', ...tree }));
      return explainModule('post.send', { profile: 'isolated', mode: 'automatic' }, lookup);
    };
    assert.equal((await explained(on)).pipeline[0]?.why, 'post/send.py below ext, by the link ext/post');
    const { outcome } = await explained(off);
    assert.match(outcome.resolved ? '' : outcome.reason, /; ext\/post is a link that the scan passes over$/);
  });

  it('give way to an edit of what they lead to, and to one of the configuration', async () => {
    const root = makeTree({
      '.git/HEAD': '',
      'apcore.yaml': config(true),
      'ext/mail/send.py': M,
      'ext/post': link('mail'),
    });
    const workspace = await load(root);
    const edit = (at: string, text: string): void => workspace.apply(new Map([[at, { text, open: true }]]));
    edit('ext/mail/send_meta.yaml', needs('nope'));
    assert.deepEqual(findingsOf(workspace), [
      'ext/mail/send_meta.yaml module/missing-dependency',
      'ext/post/send_meta.yaml module/missing-dependency',
    ]);
    edit('ext/mail/send_meta.yaml', 'tags: []\n');
    assert.deepEqual(modulesOf(workspace), { 'mail.send': 1, 'post.send': 2 });
    edit('apcore.yaml', config(false));
    assert.deepEqual(modulesOf(workspace), { 'mail.send': 1 });
    assert.deepEqual(findingsOf(workspace), ['ext/post module/scan']);
    edit('apcore.yaml', config(true));
    assert.deepEqual(modulesOf(workspace), { 'mail.send': 1, 'post.send': 2 });
    workspace.apply(new Map([['ext/mail/send.py', undefined]]));
    assert.deepEqual(modulesOf(workspace), {});
  });

  it('show what an editor shows of what they lead to, whatever is on disk', async () => {
    const root = makeTree({
      '.git/HEAD': '',
      'apcore.yaml': atExtensions(true),
      'extensions/mail/send.py': M,
      'extensions/mail/send_meta.yaml': '',
      'extensions/post': link('mail'),
      'extensions/one.py': M,
      'extensions/one_meta.yaml': link('mail/send_meta.yaml'),
    });
    const workspace = await load(root);
    const at = 'extensions/mail/send_meta.yaml';
    workspace.apply(new Map([[at, { text: needs('nope'), open: true }]]));
    const shown = ['mail/send', 'one', 'post/send'].map(
      each => `extensions/${each}_meta.yaml module/missing-dependency`,
    );
    assert.deepEqual(findingsOf(workspace).sort(), shown);
    addTo(root, { [at]: 'tags: []' });
    await refresh(workspace, root, [at], { isOpen: path => path === at });
    workspace.check();
    assert.deepEqual(findingsOf(workspace).sort(), shown);
    await refresh(workspace, root, [at]);
    workspace.check();
    assert.deepEqual(findingsOf(workspace), []);
  });

  it('leave what the disk holds below them when they are followed no more', async () => {
    const root = makeTree({
      '.git/HEAD': '',
      'apcore.yaml': atExtensions(true),
      'extensions/mail/send.py': M,
      'extensions/post': link('mail'),
    });
    const workspace = await load(root);
    addTo(root, { 'extensions/mail/send_meta.yaml': needs('nope') });
    await refresh(workspace, root, ['extensions/mail/send_meta.yaml']);
    workspace.check();
    assert.deepEqual(everything(workspace), everything(await load(root)));
    addTo(root, { 'apcore.yaml': atExtensions(false) });
    await refresh(workspace, root, ['apcore.yaml']);
    workspace.check();
    assert.deepEqual(everything(workspace), everything(await load(root)));
  });

  it('give what a fresh load gives, whatever happened', async () => {
    const at = fc.constantFrom('ext/a', 'ext/b', 'ext/a/c.py', 'ext/c.py', 'ext/b/c.py', 'ext/c_meta.yaml', 'lib');
    const step = fc.oneof(
      fc.record({ at, do: fc.constantFrom('module', 'companion', 'remove', 'folder') }),
      fc.record({ at, do: fc.constant('link'), to: fc.constantFrom('ext', 'ext/a', 'ext/c.py', 'lib', 'lib/c.py') }),
      fc.record({ at: fc.constant('apcore.yaml'), do: fc.constantFrom('on', 'off') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
        const root = makeTree({
          '.git/HEAD': '',
          'apcore.yaml': config(true),
          'ext/x.md': '',
          'ext/a/c.py': M,
          'lib/c.py': M,
        });
        const workspace = await load(root);
        for (const each of steps) {
          if (!act(root, each)) continue;
          await refresh(workspace, root, [each.at]);
          workspace.check();
          assert.deepEqual(everything(workspace), everything(await load(root)));
        }
        fs.rmSync(root, { recursive: true });
      }),
      { numRuns: tries(60) },
    );
  });

  it('are entered once in a workspace that is on no disk, where nobody says where they lead', async () => {
    for (const follows of [false, true]) {
      const workspace = await loadVirtual({
        'apcore.yaml': config(follows),
        'ext/a.py': M,
        'ext/a_meta.yaml': `dependencies:\n  - {module_id: up.a, optional: true}\n`,
      });
      assert.deepEqual(modulesOf(workspace), { a: 1 });
      const optional = follows ? [] : ['ext/a_meta.yaml module/optional-dependency-missing'];
      assert.deepEqual(findingsOf(workspace), [...optional, ...(follows ? ['ext/up module/scan'] : [])]);
    }
  });
});

interface Step {
  readonly at: string;
  readonly do: string;
  readonly to?: string;
}

/** Does it where the disk allows. */
function act(root: string, { at, do: what, to }: Step): boolean {
  const full = path.join(root, at);
  const parent = path.dirname(full);
  if (!fs.existsSync(parent) || fs.lstatSync(parent).isSymbolicLink() || !fs.statSync(parent).isDirectory())
    return false;
  fs.rmSync(full, { recursive: true, force: true });
  if (what === 'folder') addTo(root, { [`${at}/c.py`]: M });
  else if (what === 'link') fs.symlinkSync(path.join(root, to ?? ''), full);
  else if (what === 'on' || what === 'off') fs.writeFileSync(full, config(what === 'on'));
  else if (what !== 'remove') fs.writeFileSync(full, what === 'module' ? M : needs('a.c'));
  return true;
}

function everything(workspace: Workspace): unknown {
  const all = [...workspace.allPaths()].sort();
  const paths = [...workspace.paths()].sort();
  return { all, paths, modules: modulesOf(workspace), findings: paths.flatMap(at => plainFindings(workspace, at)) };
}

/** With a link `ext/up` to the folder that it lies in. */
async function loadVirtual(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const real = (at: string): string => at.replace(/^ext\/(up\/)+/, 'ext/').replace(/^ext(\/up)+$/, 'ext');
  const source = new VirtualFiles({
    list(folder) {
      const inside = real(folder);
      const prefix = inside === '' ? '' : `${inside}/`;
      const names = new Map<string, Entry>();
      for (const at of Object.keys(files)) {
        if (!at.startsWith(prefix)) continue;
        const [name = '', ...rest] = at.slice(prefix.length).split('/');
        names.set(name, { name, isFolder: rest.length > 0 });
      }
      if (inside === 'ext') names.set('up', { name: 'up', isFolder: true, isLink: true });
      return Promise.resolve([...names.values()]);
    },
    read: asked =>
      Promise.resolve(
        asked.map(at => {
          const text = files[real(at)];
          return text === undefined ? null : { text };
        }),
      ),
    below: (folder, at) => [folder, at].filter(part => part !== '').join('/'),
  });
  const workspace = new Workspace({ readText: at => source.readText('', at) });
  await source.load(workspace, '');
  return workspace;
}
