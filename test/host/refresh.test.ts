import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadWorkspace } from '../../server/src/host/disk-files';
import { refresh } from '../../server/src/host/refresh';
import type { Workspace } from '../../server/src/workspace';
import { addTo, makeTree, type Content } from '../support/disk';
import { contents, linesWorkspace } from '../support/lines-system';
import { tries } from '../support/seed';

async function loaded(root: string): Promise<Workspace> {
  const workspace = linesWorkspace();
  await loadWorkspace(workspace, root);
  return workspace;
}

async function checkLikeFresh(workspace: Workspace, root: string): Promise<void> {
  workspace.check();
  const fresh = await loaded(root);
  assert.deepEqual(contents(workspace), contents(fresh));
  assert.deepEqual(workspace.lookup.unseen(), fresh.lookup.unseen());
}

async function checkRefresh(
  before: Record<string, Content>,
  change: (root: string) => void,
  events: string[],
): Promise<Workspace> {
  const root = makeTree(before);
  const workspace = await loaded(root);
  change(root);
  await refresh(workspace, root, events);
  await checkLikeFresh(workspace, root);
  return workspace;
}

describe('refreshing', () => {
  it('takes created, changed and deleted files', () =>
    checkRefresh(
      { 'a.toy': '1', 'b.toy': '1', 'c.txt': '' },
      root => {
        addTo(root, { 'a.toy': '2', 'd.toy': '3', 'e.txt': '' });
        fs.rmSync(path.join(root, 'b.toy'));
        fs.rmSync(path.join(root, 'c.txt'));
      },
      ['a.toy', 'b.toy', 'c.txt', 'd.toy', 'e.txt'],
    ));

  it('takes folders that come, go and change places with one event each', () =>
    checkRefresh(
      { 'a/x/1.toy': '1', 'b/2.toy': '2', 'c/3.toy': '3' },
      root => {
        fs.renameSync(path.join(root, 'a'), path.join(root, 'd'));
        fs.rmSync(path.join(root, 'b'), { recursive: true });
        fs.writeFileSync(path.join(root, 'b'), 'a file now');
        addTo(root, { 'c/4.toy': '4' });
      },
      ['a', 'b', 'c', 'd'],
    ));

  it('reads on in a root in which somebody makes an environment', async () => {
    const workspace = await checkRefresh({ 'a.toy': '1' }, root => addTo(root, { 'pyvenv.cfg': '', 'b.toy': '2' }), [
      'pyvenv.cfg',
      'b.toy',
    ]);
    assert.deepEqual(Object.keys(contents(workspace)), ['a.toy', 'b.toy', 'pyvenv.cfg']);
  });

  it('reads what a link leads to once, whichever of the two was seen first', async () => {
    const link = { link: '../f.toy' };
    await checkRefresh({ 'a/l.toy': link }, root => addTo(root, { 'f.toy': '1' }), ['f.toy']);
    const root = makeTree({ 'a/l.toy': link });
    const workspace = await loaded(root);
    addTo(root, { 'f.toy': '1' });
    for (const seen of ['a', 'f.toy']) await refresh(workspace, root, [seen]);
    await checkLikeFresh(workspace, root);
  });

  it('reads what links lead to at its own place when that is ignored no more', () =>
    checkRefresh(
      {
        '.git/HEAD': '',
        '.gitignore': 'f.toy\nb\n',
        'f.toy': '1',
        'b/x.toy': '2',
        'a/l.toy': { link: '../f.toy' },
        'a/l': { link: '../b' },
      },
      root => fs.rmSync(path.join(root, '.gitignore')),
      ['.gitignore'],
    ));

  it('forgets what a file said when a pipe stands in its place', () =>
    checkRefresh(
      { 'a.toy': '1' },
      root => {
        fs.rmSync(path.join(root, 'a.toy'));
        addTo(root, { 'a.toy': { pipe: true } });
      },
      ['a.toy'],
    ));

  it('follows what becomes ignored, and a root that appears inside', async () => {
    const root = makeTree({ '.git/HEAD': '', 'a/x.toy': '1', 'b/x.toy': '2', 'c/x.toy': '3' });
    const workspace = await loaded(root);
    addTo(root, { '.gitignore': 'a\n', 'b/registry-intelligence.yaml': '' });
    await refresh(workspace, root, ['.gitignore', 'b/registry-intelligence.yaml']);
    await checkLikeFresh(workspace, root);
    assert.deepEqual(Object.keys(contents(workspace)), ['.gitignore', 'c/x.toy']);
    addTo(root, { 'a/y.toy': '1', 'b/y.toy': '1', '.git/index': '' });
    await refresh(workspace, root, ['a/y.toy', 'b/y.toy', '.git/index', '.git']);
    assert.deepEqual(Object.keys(contents(workspace)), ['.gitignore', 'c/x.toy']);
    fs.rmSync(path.join(root, '.gitignore'));
    fs.rmSync(path.join(root, 'b/registry-intelligence.yaml'));
    await refresh(workspace, root, ['.gitignore', 'b/registry-intelligence.yaml']);
    await checkLikeFresh(workspace, root);
  });

  it('cannot tell what lies below a link out of the root, while it is one', async () => {
    const outside = makeTree({ 'x.toy': 'never read' });
    const root = makeTree({ 'a/x.toy': '1', b: { folder: true } });
    const workspace = await loaded(root);
    const after = async (change: () => void, unseen: readonly string[]): Promise<void> => {
      change();
      await refresh(workspace, root, ['a']);
      assert.deepEqual(
        workspace.lookup.unseen(),
        unseen.map(at => ({ path: at, isFolder: true })),
      );
      await checkLikeFresh(workspace, root);
    };
    const at = path.join(root, 'a');
    const remove = (): void => fs.rmSync(at, { recursive: true });
    const linkTo = (target: string) => (): void => {
      fs.rmSync(at, { recursive: true, force: true });
      fs.symlinkSync(target, at);
    };
    await after(linkTo(outside), ['a']);
    await after(linkTo('b'), []);
    await after(linkTo(outside), ['a']);
    await after(remove, []);
    await after(linkTo(outside), ['a']);
    await after(remove, []);
    await after(() => addTo(root, { 'a/y.toy': '3' }), []);
    await after(linkTo(outside), ['a']);
    await after(linkTo(path.join(outside, 'x.toy')), []);
    await after(linkTo(outside), ['a']);
    await after(remove, []);
    await after(() => addTo(root, { 'a/c': { link: outside } }), ['a/c']);
    await after(remove, []);
  });

  it('sees through a link to a folder inside what comes, changes and goes at its target', async () => {
    const root = makeTree({ 'a/registry.toy': '1', 'a/x.toy': '1', b: { link: 'a' } });
    const workspace = await loaded(root);
    const after = async (change: () => void, at: string, expected: Record<string, string>): Promise<void> => {
      change();
      await refresh(workspace, root, [at]);
      assert.deepEqual(contents(workspace), expected);
      await checkLikeFresh(workspace, root);
    };
    const remove = (at: string) => (): void => fs.rmSync(path.join(root, at), { recursive: true });
    const own = { 'a/registry.toy': '2', 'a/x.toy': '1', 'a/c/y.toy': '3' };
    await after(() => addTo(root, { 'a/registry.toy': '2' }), 'a/registry.toy', {
      'a/registry.toy': '2',
      'a/x.toy': '1',
      b: '-> a',
      'b/registry.toy': '2',
      'b/x.toy': '-',
    });
    const through = { b: '-> a', 'b/c/y.toy': '-', 'b/registry.toy': '2', 'b/x.toy': '-' };
    await after(() => addTo(root, { 'a/c/y.toy': '3' }), 'a/c', { ...own, ...through });
    await after(remove('b'), 'b', own);
    await after(() => addTo(root, { b: { link: 'a' } }), 'b', { ...own, ...through });
    await after(() => addTo(root, { d: { link: 'a/c' } }), 'd', { ...own, ...through, d: '-> a/c', 'd/y.toy': '-' });
    await after(remove('a/c'), 'a/c', {
      'a/registry.toy': '2',
      'a/x.toy': '1',
      b: '-> a',
      'b/registry.toy': '2',
      'b/x.toy': '-',
      d: '-> outside',
    });
    await after(remove('a'), 'a', { b: '-> outside', d: '-> outside' });
  });

  it('sees no more through links that come later than the first load would', async () => {
    const names = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    const root = makeTree(Object.fromEntries(names(1000, 'a/').map(at => [at, ''])));
    for (const at of names(99, 'early')) fs.symlinkSync('a', path.join(root, at));
    const workspace = await loaded(root);
    for (const at of names(3, 'late')) fs.symlinkSync('a', path.join(root, at));
    for (const at of names(3, 'late')) await refresh(workspace, root, [at]);
    assert.equal([...workspace.allPaths()].length, 1000 + 99 + 3 + 100_000);
    await refresh(workspace, root, ['a']);
    assert.equal([...workspace.allPaths()].length, 1000 + 99 + 3 + 100_000);
  });

  it('takes a file that an editor showed through a link for no file of its own when it is closed', async () => {
    const root = makeTree({ 'a/x.toy': '1', 'a/registry.toy': '1', b: { link: 'a' } });
    const workspace = await loaded(root);
    workspace.apply(new Map(['b/x.toy', 'b/registry.toy'].map(at => [at, { text: 'editor', open: true }])));
    await refresh(workspace, root, ['b/x.toy', 'b/registry.toy']);
    await checkLikeFresh(workspace, root);
  });

  it('never reads below a link out of the root', async () => {
    const outside = makeTree({ 'x.toy': 'never read' });
    const root = makeTree({ a: { link: outside } });
    const workspace = await loaded(root);
    await refresh(workspace, root, ['a/x.toy']);
    await checkLikeFresh(workspace, root);
  });

  it('leaves open files to the editor, also below a folder that is gone', async () => {
    const root = makeTree({ 'a/x.toy': 'disk', 'a/y.toy': 'disk' });
    const workspace = await loaded(root);
    workspace.apply(new Map([['a/x.toy', { text: 'editor', open: true }]]));
    fs.rmSync(path.join(root, 'a'), { recursive: true });
    await refresh(workspace, root, ['a', 'a/x.toy'], { isOpen: path => path === 'a/x.toy' });
    assert.deepEqual(contents(workspace), { 'a/x.toy': 'editor' });
  });

  it('gives what a fresh load gives, whatever happened', async () => {
    const name = fc.constantFrom('a', 'b', 'registry.toy');
    const outside = makeTree({ 'x.toy': 'never read' });
    const at = fc.array(name, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'));
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), at, text: fc.constantFrom('1', '2', '1\n2') }),
      fc.record({ do: fc.constant('remove' as const), at }),
      fc.record({ do: fc.constant('folder' as const), at }),
      fc.record({ do: fc.constant('link' as const), at, to: fc.option(at, { nil: undefined }) }),
      fc.record({ do: fc.constant('tell' as const), at }),
      fc.record({ do: fc.constant('ignore' as const), at: fc.constantFrom('', 'a/', 'b/'), line: name }),
      fc.record({ do: fc.constant('root' as const), at: fc.constantFrom('a', 'b', 'a/b') }),
    );
    const steps = fc.array(step, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 10 }), async batches => {
        const root = makeTree({ '.git/HEAD': '', 'a/registry.toy': '1', 'b/a/registry.toy': '2' });
        const workspace = await loaded(root);
        for (const batch of batches) {
          const touched = batch.map(each => act(root, each, outside)).filter(at => at !== undefined);
          await refresh(workspace, root, touched);
          await checkLikeFresh(workspace, root);
        }
        fs.rmSync(root, { recursive: true });
      }),
      { numRuns: tries(60) },
    );
  });
});

type Step =
  | { do: 'write'; at: string; text: string }
  | { do: 'remove'; at: string }
  | { do: 'folder'; at: string }
  | { do: 'link'; at: string; to: string | undefined }
  | { do: 'tell'; at: string }
  | { do: 'root'; at: string }
  | { do: 'ignore'; at: string; line: string };

/** Does it where the disk allows, never through a link; gives the path that an editor would tell of, which may be any. */
function act(root: string, step: Step, outside: string): string | undefined {
  if (step.do === 'tell') return step.at;
  const full = path.join(root, step.at);
  const parent = step.do === 'root' || step.do === 'ignore' ? path.resolve(full) : path.dirname(full);
  if (fs.existsSync(parent) && fs.realpathSync(parent) !== parent) return undefined;
  if (step.do === 'remove') {
    if (fs.existsSync(full)) fs.rmSync(full, { recursive: true });
    return step.at;
  }
  if (!fs.existsSync(parent) || !fs.statSync(parent).isDirectory()) return undefined;
  if (step.do === 'root') return toggle(root, `${step.at}/registry-intelligence.yaml`);
  if (step.do === 'ignore') {
    fs.writeFileSync(path.join(full, '.gitignore'), step.line);
    return `${step.at}.gitignore`;
  }
  fs.rmSync(full, { recursive: true, force: true });
  if (step.do === 'folder') fs.mkdirSync(full);
  else if (step.do === 'link') fs.symlinkSync(step.to === undefined ? outside : path.join(root, step.to), full);
  else fs.writeFileSync(full, step.text);
  return step.at;
}

function toggle(root: string, at: string): string {
  const full = path.join(root, at);
  if (fs.existsSync(full)) fs.rmSync(full);
  else fs.writeFileSync(full, '');
  return at;
}
