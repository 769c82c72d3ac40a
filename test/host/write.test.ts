import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { NotWritten } from '../../server/src/host/not-written';
import { writeAll, type FileChange } from '../../server/src/host/write';
import { addTo, makeTree, type Content } from '../support/disk';
import { recover } from '../../server/src/host/recover';
import { treeOf, withEachFault, withEachKill } from '../support/each-fault';
import { fault, inject } from '../support/faults.cjs';

const MARK = '\uFEFF';

function refused(root: string, changes: readonly FileChange[], why: RegExp): void {
  const before = treeOf(root);
  assert.throws(
    () => writeAll(root, changes),
    (error: Error) => error instanceof NotWritten && why.test(error.message),
  );
  assert.deepEqual(treeOf(root), before);
}

describe('writing', () => {
  it('keeps permissions, the byte order mark and line ends', () => {
    for (const mode of [0o644, 0o600, 0o755, 0o640, 0o444, 0o666]) {
      const root = makeTree({ 'a.py': `${MARK}x = 1\r\ny = "é"\r\n` });
      fs.chmodSync(path.join(root, 'a.py'), mode);
      writeAll(root, [{ path: 'a.py', before: 'x = 1\r\ny = "é"\r\n', text: 'x = 2\r\ny = "é"\r\n' }]);
      assert.equal(fs.readFileSync(path.join(root, 'a.py'), 'utf8'), `${MARK}x = 2\r\ny = "é"\r\n`);
      if (process.platform !== 'win32') assert.equal(fs.statSync(path.join(root, 'a.py')).mode & 0o7777, mode);
      assert.deepEqual(fs.readdirSync(root), ['a.py']);
    }
  });

  it('gives new files what the mask of the process leaves', function () {
    if (process.platform === 'win32') this.skip();
    const root = makeTree({});
    const mask = process.umask(0o027);
    try {
      writeAll(root, [{ path: 'a/b/c.py', text: 'x' }]);
    } finally {
      process.umask(mask);
    }
    assert.equal(fs.statSync(path.join(root, 'a/b/c.py')).mode & 0o777, 0o640);
  });

  it('touches nothing that has changed, is there already, is no file, or lies elsewhere', () => {
    const outside = makeTree({ 'o.py': 'o' });
    const root = makeTree({
      'a.py': 'a',
      'half.py': 'a =',
      'link.py': { link: 'a.py' },
      out: { link: outside },
      'folder.py': { folder: true },
      'latin.py': Buffer.from([0x61, 0xe9]),
    });
    const good: FileChange = { path: 'a.py', before: 'a', text: 'b' };
    const cases: readonly (readonly [FileChange, RegExp])[] = [
      [{ path: 'half.py', before: 'a = 1', text: 'b' }, /has changed since it was read/],
      [{ path: 'a.py', text: 'b' }, /exists/],
      [{ path: 'link.py', before: 'a', text: 'b' }, /no ordinary file/],
      [{ path: 'link.py', text: 'b' }, /exists/],
      [{ path: 'folder.py', before: 'a', text: 'b' }, /no ordinary file/],
      [{ path: 'gone.py', before: 'a', text: 'b' }, /no ordinary file/],
      [{ path: 'out/o.py', before: 'o', text: 'b' }, /leads out of the repository/],
      [{ path: 'out/new.py', text: 'b' }, /leads out of the repository/],
      [{ path: '../new.py', text: 'b' }, /leads out of the repository/],
      [{ path: 'latin.py', before: 'a\udce9', text: 'b' }, /not UTF-8/],
    ];
    for (const [bad, why] of cases)
      for (const changes of [[bad], [good, bad], [bad, good], [{ path: 'new/x.py', text: 'x' }, good, bad]])
        refused(root, changes, why);
    assert.deepEqual(treeOf(outside), { 'o.py': '100644 o' });
  });

  const CASES: Readonly<Record<string, { readonly files: Record<string, Content>; readonly changes: FileChange[] }>> = {
    'one file': { files: { 'a.py': `${MARK}a\r\n` }, changes: [{ path: 'a.py', before: 'a\r\n', text: 'b\r\n' }] },
    'several files': {
      files: { 'a.py': 'a', 'd/b.py': 'b', 'c.py': 'c' },
      changes: [
        { path: 'a.py', before: 'a', text: 'A' },
        { path: 'd/b.py', before: 'b', text: 'B' },
        { path: 'c.py', before: 'c', text: 'C' },
      ],
    },
    'new files in new folders': {
      files: { 'a.py': 'a' },
      changes: [
        { path: 'n/m/x.py', text: 'x' },
        { path: 'a.py', before: 'a', text: 'A' },
        { path: 'n/y.py', text: 'y' },
      ],
    },
  };

  for (const [what, { files, changes }] of Object.entries(CASES))
    it(`leaves everything as it was, wherever it fails: ${what}`, async () => {
      const tried = await withEachFault(
        () => makeTree(files),
        root => {
          writeAll(root, changes);
        },
      );
      assert.ok(tried > 5 * changes.length, `${tried} faults`);
    });

  it('copies where there are no hard links', () => {
    for (const code of ['EPERM', 'ENOTSUP', 'ENOSYS']) {
      const { files, changes } = CASES['new files in new folders']!;
      const root = makeTree(files);
      const undo = inject([{ on: 'link', path: '', code }]);
      try {
        writeAll(root, changes);
      } finally {
        undo();
      }
      assert.deepEqual(treeOf(root), { 'a.py': '100644 A', 'n/m/x.py': '100644 x', 'n/y.py': '100644 y' });
    }
  });

  it('says where the old texts are when even putting them back fails', () => {
    const { files, changes } = CASES['several files']!;
    const root = makeTree(files);
    let renames = 0;
    const undo = inject([], operation => {
      if (operation === 'rename' && ++renames > 1) throw new Error('The disk is gone');
    });
    try {
      assert.throws(() => writeAll(root, changes), /put back '.*a\.py' from '.*a\.py\..*\.old'/);
    } finally {
      undo();
    }
    const kept = fs.readdirSync(root).find(name => name.startsWith('a.py.'));
    assert.equal(fs.readFileSync(path.join(root, kept!), 'utf8'), 'a');
  });

  it('does not replace what has come into being in the meantime', () => {
    const root = makeTree({ 'a.py': 'a' });
    const undo = inject([], operation => {
      if (operation === 'fsync') addTo(root, { 'b.py': 'theirs' });
    });
    try {
      assert.throws(() => writeAll(root, [{ path: 'b.py', text: 'ours' }]), NotWritten);
    } finally {
      undo();
    }
    assert.deepEqual(treeOf(root), { 'a.py': '100644 a', 'b.py': '100644 theirs' });
  });
});

describe('a run that is killed while it writes', () => {
  const make = (): string => makeTree({ 'a.py': 'a', 'd/b.py': 'b', 'c.py': 'c' });
  /** As a command does it: what was begun before is finished or undone, then texts are read, then others are written. */
  const write = (root: string): void => {
    recover(root);
    if (fs.readFileSync(path.join(root, 'a.py'), 'utf8') !== 'a') return;
    const changed = ['a.py', 'd/b.py', 'c.py'].map(at => ({ path: at, before: at.at(-4)!, text: 'new' }));
    writeAll(root, [...changed, { path: 'e/f/g.py', text: 'made' }]);
  };

  it('leaves nothing half, at whichever step that is: the next run finishes or undoes it', async () => {
    assert.ok((await withEachKill(make, write)) > 30);
  });

  /** A tree after the step at which the first file was replaced. */
  function stopped(): string {
    const root = make();
    let renames = 0;
    const undo = inject([], operation => {
      if (operation === 'rename') renames++;
      if (renames > 1) throw fault('EIO', operation, root);
    });
    try {
      write(root);
    } catch {
      // As planned.
    } finally {
      undo();
    }
    assert.equal(fs.readFileSync(path.join(root, 'a.py'), 'utf8'), 'new');
    assert.equal(fs.readFileSync(path.join(root, 'c.py'), 'utf8'), 'c');
    return root;
  }

  it('is undone where somebody has changed a file since then, which stays as it is', () => {
    const root = stopped();
    fs.writeFileSync(path.join(root, 'c.py'), 'mine');
    assert.deepEqual(recover(root), { outcome: 'undone', files: 4, changed: [path.join(root, 'c.py')] });
    const texts = ['a.py', 'c.py', 'd/b.py'].map(at => fs.readFileSync(path.join(root, at), 'utf8'));
    assert.deepEqual(texts, ['a', 'mine', 'b']);
  });

  it('is finished by nobody else: not from a copy, nor while it goes on', () => {
    const root = stopped();
    const journal = path.join(root, '.registry-intel-writing');
    const text = fs.readFileSync(journal, 'utf8');
    fs.rmSync(journal);
    fs.writeFileSync(`${journal}2`, '');
    fs.writeFileSync(journal, text.replace('"file":', '"file":1'));
    assert.throws(() => recover(root), /no run on this machine/);
    const file = fs.statSync(journal).ino;
    fs.writeFileSync(journal, text.replace(/"process":\d+,"file":\d+/, `"process":${process.ppid},"file":${file}`));
    assert.throws(() => recover(root), /another run/);
    fs.writeFileSync(journal, text.replace(/"file":\d+/, `"file":${file}`).replaceAll('a.py', '../a.py'));
    assert.throws(() => recover(root), /no run on this machine/);
  });
});
