import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { BackgroundQueue } from '../../server/src/base/background-queue';
import { Cancelled, Checkpoint } from '../../server/src/base/cancellation';
import { loadWorkspace } from '../../server/src/host/disk-files';
import { type LoadOptions } from '../../server/src/host/load';
import type { Workspace } from '../../server/src/workspace';
import { makeTree, type Content } from '../support/disk';
import { contents, linesWorkspace } from '../support/lines-system';

async function load(files: Record<string, Content>, options: LoadOptions = {}): Promise<Workspace> {
  const workspace = linesWorkspace();
  await loadWorkspace(workspace, makeTree(files), options);
  return workspace;
}

function messages(workspace: Workspace): string[] {
  return [...workspace.allPaths()]
    .sort()
    .flatMap(path => workspace.findings(path).map(({ message }) => `${path}: ${message}`));
}

describe('loading a repository', () => {
  it('reads what the systems claim and notes the rest', async () => {
    const workspace = await load({ 'a/x.toy': '1\n2', 'b.txt': 'no' });
    assert.deepEqual(contents(workspace), { 'a/x.toy': '1|2', 'b.txt': '-' });
    assert.ok(workspace.isComplete);
  });

  it('reports a registry that cannot be read, and only a registry', async () => {
    const bad = Buffer.from([0x61, 0x0a, 0xff]);
    const workspace = await load({
      'a/registry.toy': bad,
      'a/other.toy': bad,
      'b/registry.toy/inside.toy': '1',
      'c/registry.toy': { link: '/etc/passwd' },
      'c/other.toy': { link: '/etc/passwd' },
    });
    assert.deepEqual(messages(workspace), [
      'a/registry.toy: This file is not UTF-8 (byte 0xff at offset 2, in line 2): loading it fails',
      'b/registry.toy: This is a folder, not a file, so it is not read',
      'c/registry.toy: This link leads out of the repository, so it is not followed',
    ]);
    assert.equal(contents(workspace)['a/other.toy'], 'a|\uDCFF');
    assert.equal(contents(workspace)['b/registry.toy/inside.toy'], '1');
    assert.equal(contents(workspace)['c/other.toy'], '-> outside');
    // What nobody can read may say anything.
    assert.deepEqual(
      workspace.lookup.unseen().map(each => each.path),
      ['b/registry.toy', 'c/other.toy', 'c/registry.toy'],
    );
  });

  it('neither opens nor waits for a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    const workspace = await load({ 'registry.toy': { pipe: true } });
    assert.deepEqual(messages(workspace), ['registry.toy: This is a named pipe, not a file, so it is not read']);
  });

  it('reads what links lead to once, but a registry at every place it is loaded from', async () => {
    const workspace = await load({
      'a/x.toy': '1',
      'a/registry.toy': '2',
      'x.toy': { link: 'a/x.toy' },
      'template.txt': '3',
      'y.toy': { link: 'template.txt' },
      alias: { link: 'a' },
      'a/loop': { link: '..' },
    });
    assert.deepEqual(contents(workspace), {
      'a/loop': '-> ',
      'a/registry.toy': '2',
      'a/x.toy': '1',
      alias: '-> a',
      'alias/registry.toy': '2',
      'alias/x.toy': '-',
      'template.txt': '-',
      'x.toy': '-> a/x.toy',
      'y.toy': '3|-> template.txt',
    });
  });

  it('leaves open files to the editor', async () => {
    const root = makeTree({ 'a.toy': 'disk', 'b.toy': 'disk' });
    const workspace = linesWorkspace();
    workspace.apply(new Map([['a.toy', { text: 'editor', open: true }]]));
    await loadWorkspace(workspace, root, { isOpen: path => path === 'a.toy' });
    assert.deepEqual(contents(workspace), { 'a.toy': 'editor', 'b.toy': 'disk' });
  });

  it('drops files that vanish between listing and reading', async () => {
    const root = makeTree({ 'a.toy': '1', 'b.toy': '2' });
    const workspace = linesWorkspace();
    // Listing asks what is claimed; by the time of reading the file is gone.
    const claims = workspace.claims.bind(workspace);
    workspace.claims = at => {
      if (at === 'b.toy') fs.rmSync(path.join(root, at), { force: true });
      return claims(at);
    };
    await loadWorkspace(workspace, root);
    assert.deepEqual([...workspace.allPaths()], ['a.toy']);
  });

  it('lets other work in between, tells how far it is, and gives up when stale', async () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}.toy`, String(i)]));
    let turns = 0;
    const count = setInterval(() => turns++, 0);
    const seen: number[] = [];
    await load(files, {
      checkpoint: new Checkpoint(new BackgroundQueue(), { slice: 0 }),
      progress: done => seen.push(done),
    });
    clearInterval(count);
    assert.ok(turns > 5, `${turns} turns`);
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
    assert.equal(seen.at(-1), 1000);
    let passes = 0;
    const stale = new Checkpoint(new BackgroundQueue(), { isStale: () => passes++ > 3, slice: 0 });
    await assert.rejects(load(files, { checkpoint: stale }), Cancelled);
  });
});
