import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadWorkspace } from '../../server/src/host/disk-files';
import { refresh } from '../../server/src/host/refresh';
import type { WalkResult } from '../../server/src/host/file-source';
import type { Workspace } from '../../server/src/workspace';
import { makeTree } from '../support/disk';
import { inject, type Plan } from '../support/faults.cjs';
import { contents, linesWorkspace } from '../support/lines-system';

const FILES = { 'a/x.toy': '1', 'b/registry.toy': '2', 'b/y.toy': '3' };

async function withFaults<T>(plans: readonly Plan[], work: () => Promise<T>): Promise<T> {
  const undo = inject(plans);
  try {
    return await work();
  } finally {
    undo();
  }
}

async function loaded(root: string, plans: readonly Plan[] = []): Promise<{ workspace: Workspace; found: WalkResult }> {
  const workspace = linesWorkspace();
  const found = await withFaults(plans, () => loadWorkspace(workspace, root));
  return { workspace, found };
}

const unseen = ({ lookup }: Workspace): string[] =>
  lookup.unseen().map(({ path: at, isFolder }) => at + (isFolder ? '/' : ''));

describe('a file system in trouble', () => {
  for (const [code, reason] of [
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['EIO', 'EIO'],
    ['EMFILE', 'EMFILE'],
    ['ENFILE', 'ENFILE'],
    ['ESTALE', 'ESTALE'],
    ['ETIMEDOUT', 'ETIMEDOUT'],
  ] as const)
    it(`may keep a folder to itself: ${code}`, async () => {
      const { workspace, found } = await loaded(makeTree(FILES), [{ on: 'readdir', path: '/b', code }]);
      assert.deepEqual(found.unlistable, [{ path: 'b', message: reason }]);
      assert.deepEqual(unseen(workspace), ['b/']);
      assert.deepEqual(contents(workspace), { 'a/x.toy': '1' });
      assert.ok(workspace.isComplete);
    });

  it('may keep even the root to itself', async () => {
    const root = makeTree(FILES);
    const { workspace } = await loaded(root, [{ on: 'readdir', path: root, code: 'EIO' }]);
    assert.deepEqual(unseen(workspace), ['/']);
  });

  for (const code of ['EACCES', 'EIO', 'EMFILE', 'ELOOP', 'ESTALE'])
    it(`may keep files to itself, which are there all the same: ${code}`, async () => {
      const { workspace } = await loaded(makeTree(FILES), [{ on: 'open', path: '.toy', code }]);
      assert.deepEqual(unseen(workspace), ['a/x.toy', 'b/registry.toy', 'b/y.toy']);
      assert.deepEqual(contents(workspace), { 'a/x.toy': '', 'b/registry.toy': '', 'b/y.toy': '' });
      const said = workspace.findings('b/registry.toy').map(({ message }) => message);
      assert.match(said.join(), /^This file cannot be read: /);
    });

  it('may be short of open files for a while only', async () => {
    const { workspace, found } = await loaded(makeTree(FILES), [
      { on: 'readdir', path: '/b', code: 'EMFILE', times: 2 },
      { on: 'open', path: '.toy', code: 'EMFILE', times: 4 },
    ]);
    assert.deepEqual(found.unlistable, []);
    assert.deepEqual(unseen(workspace), []);
    assert.deepEqual(contents(workspace), { 'a/x.toy': '1', 'b/registry.toy': '2', 'b/y.toy': '3' });
  });

  it('may give a folder or file back, or take it away', async () => {
    const root = makeTree(FILES);
    const { workspace } = await loaded(root, [
      { on: 'readdir', path: '/b', code: 'EACCES' },
      { on: 'open', path: '/x.toy', code: 'EACCES' },
    ]);
    assert.deepEqual(unseen(workspace), ['a/x.toy', 'b/']);
    await refresh(workspace, root, ['b', 'a/x.toy']);
    assert.deepEqual(unseen(workspace), []);
    const whole = { 'a/x.toy': '1', 'b/registry.toy': '2', 'b/y.toy': '3' };
    assert.deepEqual(contents(workspace), whole);
    const lost: readonly (readonly [plan: Plan, at: string, unseen: readonly string[]])[] = [
      [{ on: 'readdir', path: '/b', code: 'EIO' }, 'b', ['b/']],
      [{ on: 'lstat', path: '/b', code: 'EACCES' }, 'b', ['b/']],
      [{ on: 'lstat', path: '/y.toy', code: 'EACCES' }, 'b/y.toy', ['b/y.toy']],
      [{ on: 'open', path: '/y.toy', code: 'EIO' }, 'b/y.toy', ['b/y.toy']],
      [{ on: 'readdir', path: path.basename(root), code: 'EIO' }, '.gitignore', ['/']],
    ];
    for (const [plan, at, expected] of lost) {
      await withFaults([plan], () => refresh(workspace, root, [at]));
      assert.deepEqual(unseen(workspace), expected, JSON.stringify(plan));
      await refresh(workspace, root, [at]);
      assert.deepEqual(unseen(workspace), []);
      assert.deepEqual(contents(workspace), whole);
    }
    await withFaults([{ on: 'readdir', path: '/b', code: 'EIO' }], () => refresh(workspace, root, ['b']));
    fs.rmSync(path.join(root, 'b'), { recursive: true });
    await refresh(workspace, root, ['b']);
    assert.deepEqual(unseen(workspace), []);
    assert.deepEqual(contents(workspace), { 'a/x.toy': '1' });
  });
});
