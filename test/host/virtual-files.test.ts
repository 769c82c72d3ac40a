import assert from 'node:assert/strict';
import { VirtualFiles, type Client } from '../../server/src/host/virtual-files';
import type { Workspace } from '../../server/src/workspace';
import { contents, linesWorkspace } from '../support/lines-system';

const ROOT = 'memfs:/r';

/** Files in memory, by path; what is no text cannot be read. */
type Tree = Map<string, string | undefined>;

function sourceOf(tree: Tree): Client {
  const pathOf = (uri: string): string => uri.slice(ROOT.length + 1);
  return {
    list: folder => {
      const prefix = folder === ROOT ? '' : `${pathOf(folder)}/`;
      const names = new Map<string, boolean>();
      for (const path of tree.keys()) {
        const [name = '', ...more] = path.startsWith(prefix) ? path.slice(prefix.length).split('/') : [];
        if (name !== '') names.set(name, more.length > 0);
      }
      const entries = [...names].map(([name, isFolder]) => ({ name, isFolder }));
      return Promise.resolve(entries.length === 0 && prefix !== '' ? undefined : entries);
    },
    read: uris =>
      Promise.resolve(
        uris.map(uri => {
          const text = tree.get(pathOf(uri));
          if (text !== undefined) return { text };
          return tree.has(pathOf(uri)) ? { problem: 'It is broken' } : null;
        }),
      ),
    below: (folder, path) => (path === '' ? folder : `${folder}/${path}`),
  };
}

async function loaded(
  tree: Tree,
): Promise<{ files: VirtualFiles; workspace: Workspace; innerRoots: readonly string[] }> {
  const [files, workspace] = [new VirtualFiles(sourceOf(tree)), linesWorkspace()];
  const { innerRoots } = await files.load(workspace, ROOT);
  return { files, workspace, innerRoots };
}

async function checkRefresh(before: Record<string, string>, after: Record<string, string>, events: string[]) {
  const tree: Tree = new Map(Object.entries(before));
  const { files, workspace } = await loaded(tree);
  tree.clear();
  for (const [path, text] of Object.entries(after)) tree.set(path, text);
  await files.refresh(workspace, ROOT, events);
  workspace.check();
  assert.deepEqual(contents(workspace), contents((await loaded(tree)).workspace));
}

describe('virtual files', () => {
  it('are read but for ignored ones, those of environments, and those of roots inside', async () => {
    const { workspace, innerRoots } = await loaded(
      new Map([
        ['a.toy', '1'],
        ['.gitignore', 'out\n'],
        ['out/b.toy', '2'],
        ['env/pyvenv.cfg', ''],
        ['env/c.toy', '3'],
        ['in/registry-intelligence.yaml', ''],
        ['in/d.toy', '4'],
      ]),
    );
    assert.deepEqual(Object.keys(contents(workspace)), ['.gitignore', 'a.toy']);
    assert.deepEqual(innerRoots, ['in']);
  });

  it('that cannot be read are there all the same', async () => {
    const { workspace } = await loaded(new Map([['a.toy', undefined]]));
    assert.ok(workspace.file('a.toy') !== undefined);
  });

  it('follow what is created, changed and deleted', () =>
    checkRefresh({ 'a.toy': '1', 'b.toy': '1', 'c.txt': '' }, { 'a.toy': '2', 'd.toy': '3', 'e.txt': '' }, [
      ...['a.toy', 'b.toy', 'c.txt', 'd.toy', 'e.txt'],
    ]));

  it('follow folders that come, go, and change places with files', () =>
    checkRefresh({ 'a/x/1.toy': '1', 'b.toy': '2', 'c/3.toy': '3' }, { 'd/x/1.toy': '1', 'b.toy/4.toy': '4', c: '' }, [
      ...['a', 'b.toy', 'c', 'd'],
    ]));

  it('follow what becomes ignored and what no longer is', async () => {
    const files = { 'a/1.toy': '1', 'b/2.toy': '2' };
    await checkRefresh(files, { ...files, '.gitignore': 'a\n' }, ['.gitignore']);
    await checkRefresh({ ...files, '.gitignore': 'a\n' }, files, ['.gitignore']);
  });
});
