import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { BackgroundQueue } from '../../server/src/base/background-queue';
import { Checkpoint } from '../../server/src/base/cancellation';
import { openHistory, type History } from '../../server/src/host/git';
import { commitAll, git } from '../cli/git';
import { runInProcess } from '../cli/in-process';
import { makeTree } from '../support/disk';

/** A repository whose objects are written by hand, since no Git would write them. */
class Repository {
  readonly root = makeTree({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'src/cursus/registry/step_names.py': 'STEP_NAMES = {}\n',
  });

  /** Writes an object, which says that it has `size` bytes. */
  object(type: string, data: Buffer, size = data.length): string {
    const id = crypto.createHash('sha1').update(`${type} ${size}`).update(data).digest('hex');
    const packed = zlib.deflateSync(Buffer.concat([Buffer.from(`${type} ${size}\0`), data]));
    this.put(`objects/${id.slice(0, 2)}/${id.slice(2)}`, packed);
    return id;
  }

  tree(...entries: readonly (readonly [mode: string, name: string, id: string])[]): string {
    const bytes = entries.map(([mode, name, id]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    );
    return this.object('tree', Buffer.concat(bytes));
  }

  /** Makes `main` a commit of a tree. */
  commit(tree: string): void {
    const text = `tree ${tree}\nauthor x <a@b> 1 +0000\ncommitter x <a@b> 1 +0000\n\nx\n`;
    this.put('refs/heads/main', `${this.object('commit', Buffer.from(text))}\n`);
  }

  put(at: string, content: string | Buffer): void {
    const file = path.join(this.root, '.git', at);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }

  history(): History {
    return openHistory(this.root)!;
  }

  /** What the command line says of the commit. */
  async said(): Promise<{ code: number | null; err: string }> {
    return runInProcess(this.root, ['diff', 'main', '.']);
  }
}

/** A tree of ten trees of ten trees, and so on: as many paths as that gives, out of a few objects. */
function bomb(repository: Repository, levels: number): string {
  let tree = repository.tree(['100644', 'x.py', repository.object('blob', Buffer.alloc(0))]);
  for (let level = 0; level < levels; level++)
    tree = repository.tree(...Array.from({ length: 10 }, (_, i) => ['40000', `d${i}`, tree] as const));
  return tree;
}

describe('a hostile history', function () {
  this.timeout(600_000);

  it('is read to the end of what Git itself has written, packed or not', async () => {
    const root = makeTree({ 'a.py': 'A = 1\n'.repeat(500), 'b/c.py': 'C = 1\n', l: { link: 'a.py' } });
    const first = commitAll(root, 'first');
    fs.appendFileSync(path.join(root, 'a.py'), 'A = 2\n');
    git(root, 'tag', '-a', 'one', '-m', 'one');
    const second = commitAll(root, 'second');
    const texts = async (): Promise<unknown[]> => {
      const history = openHistory(root)!;
      const files = await history.files((await history.resolve('HEAD~1'))!);
      assert.deepEqual([await history.resolve('one'), await history.resolve(second.slice(0, 9))], [first, second]);
      assert.equal(await history.mergeBase(first, second), first);
      return Promise.all([...files].map(async ([at, file]) => [at, file.isLink, (await history.read(file, at))?.text]));
    };
    const loose = await texts();
    assert.equal(loose.length, 3);
    git(root, 'branch', 'topic/one');
    const names = [...openHistory(root)!.names()];
    assert.deepEqual(names.slice(-2), ['topic/one', 'one']);
    git(root, 'gc', '--quiet', '--aggressive', '--prune=now');
    assert.deepEqual(await texts(), loose);
    assert.deepEqual(openHistory(root)!.names(), names);
  });

  for (const at of ['HEAD', 'packed-refs', 'refs/heads/main', 'objects/pack/x.idx', 'objects/aa/aa'])
    it(`is not waited for where ${at} is a pipe`, async () => {
      const root = makeTree({
        [`.git/${at}`]: { pipe: true },
        ...(at === 'HEAD' ? {} : { '.git/HEAD': 'ref: refs/heads/main\n' }),
      });
      assert.equal(await openHistory(root)!.resolve('main'), undefined);
      assert.equal(await openHistory(root)!.resolve('aaaa'), undefined);
    });

  it('is not read without end where packed names are a device', async () => {
    const root = makeTree({ '.git/HEAD': 'ref: refs/heads/main\n', '.git/packed-refs': { link: '/dev/zero' } });
    assert.equal(await openHistory(root)!.resolve('main'), undefined);
  });

  it('may list only so many paths, of however few objects', async () => {
    const repository = new Repository();
    repository.commit(bomb(repository, 9));
    const { code, err } = await repository.said();
    assert.deepEqual([code, err.includes('more than 1,000,000 files and folders')], [2, true], err);
  });

  it('ends as soon as nobody waits for it', async () => {
    const repository = new Repository();
    repository.commit(bomb(repository, 9));
    let isStale = false;
    const checkpoint = new Checkpoint(new BackgroundQueue(), { isStale: () => isStale });
    const history = openHistory(repository.root, checkpoint)!;
    const listing = history.files((await history.resolve('main'))!);
    setTimeout(() => (isStale = true), 20);
    await assert.rejects(listing, { name: 'Cancelled' });
  });

  it('has folders in each other only so deep', async () => {
    const repository = new Repository();
    let tree = bomb(repository, 0);
    for (let level = 0; level < 200; level++) tree = repository.tree(['40000', 'd', tree]);
    repository.commit(tree);
    const { code, err } = await repository.said();
    assert.deepEqual([code, err.includes('more than 100 folders in each other')], [2, true], err);
  });

  for (const [what, size] of [
    ['says how long it is', 200_000_000],
    ['says that it is short', 10],
  ] as const)
    it(`is not unpacked where an object is long and ${what}`, async () => {
      const repository = new Repository();
      repository.commit(
        repository.tree(['100644', 'x.py', repository.object('blob', Buffer.alloc(200_000_000), size)]),
      );
      const before = process.memoryUsage().rss;
      const { code, err } = await repository.said();
      assert.deepEqual(
        [code, /The object .* (has 200 MB|is damaged, or longer than it says)/.test(err)],
        [2, true],
        err,
      );
      assert.ok(process.memoryUsage().rss - before < 150_000_000);
    });

  for (const name of ['../../evil.py', '..', 'a/b.py'])
    it(`is refused where it lists '${name}'`, async () => {
      const repository = new Repository();
      repository.commit(repository.tree(['100644', name, repository.object('blob', Buffer.from('A = 1\n'))]));
      const { code, err } = await repository.said();
      assert.deepEqual([code, err.includes('which no file can be called')], [2, true], err);
    });

  it('is said to be damaged where a pack is, wherever it is', async () => {
    const root = makeTree({ 'src/cursus/registry/step_names.py': 'STEP_NAMES = {}\n'.repeat(50) });
    commitAll(root, 'first');
    git(root, 'gc', '--quiet', '--prune=now');
    const folder = path.join(root, '.git/objects/pack');
    const names = fs.readdirSync(folder).filter(name => /\.(pack|idx)$/.test(name));
    for (const name of names) {
      const file = path.join(folder, name);
      fs.chmodSync(file, 0o644);
      const whole = fs.readFileSync(file);
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
        const broken = Buffer.from(whole);
        broken[at]! ^= 0xff;
        fs.writeFileSync(file, broken);
        const { code, err } = await runInProcess(root, ['diff', 'HEAD', '.']);
        assert.ok(code === 0 || code === 1 || code === 2, `${name} at ${at}: ${err}`);
        fs.writeFileSync(file, whole.subarray(0, at));
        const cut = await runInProcess(root, ['diff', 'HEAD', '.']);
        // The last twenty bytes sum up what comes before, which nobody asks about.
        if (at < whole.length - 20) assert.equal(cut.code, 2, `${name} cut at ${at}: ${cut.err}`);
      }
      fs.writeFileSync(file, whole);
    }
  });
});
