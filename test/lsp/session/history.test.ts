import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree, removeTrees } from '../../support/disk';
import { bundled } from '../bundle';
import { TestClient } from '../client';

const STEPS = 150;
const FOLDERS = ['', 'a', 'a/b', 'c'];
const TEXTS = [
  'A = {"X": {}, "Y": {}}\n',
  'A = {"Y": {}, "Y": {}}\nuse("Z")\n',
  'use("X")\nuse("Y")\n',
  'A = {"Z": {},\n',
  '# nothing\n',
];

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('server: any history of files, folders and editors', () => {
  after(removeTrees);

  for (const seed of [1, 2, 3])
    it(`leaves what a fresh server shows (${seed})`, async () => {
      const server = await bundled('test/lsp/toy-server.ts');
      const root = makeTree({ '.git/HEAD': '', 'main.toy.py': TEXTS[0]! });
      const client = await TestClient.start({ server, folders: [root], options: { watchesFiles: true } });
      const history = new History(root, client, numbers(seed));
      for (let i = 0; i < STEPS; i++) await history.step();
      await history.closeAll();
      const fresh = await TestClient.start({ server, folders: [root], options: { watchesFiles: true } });
      await fresh.request('registry/reload', undefined);
      const wanted = shownBy(fresh);
      const isSame = () => JSON.stringify(shownBy(client)) === JSON.stringify(wanted);
      await client.when(isSame, () => assert.deepEqual(shownBy(client), wanted));
      await Promise.all([client.stop(), fresh.stop()]);
    });
});

/** Everything that is shown in the end, by file. */
function shownBy(client: TestClient): [string, string[]][] {
  const last = new Map(client.published.map(each => [each.uri, each.diagnostics]));
  return [...last]
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .map(([uri, diagnostics]): [string, string[]] => [
      uri,
      diagnostics.map(({ range, code, message }) => JSON.stringify([range, code, message])),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

class History {
  private readonly open = new Set<string>();
  private readonly root: string;
  private readonly client: TestClient;
  private readonly random: (below: number) => number;

  constructor(root: string, client: TestClient, random: (below: number) => number) {
    this.root = root;
    this.client = client;
    this.random = random;
  }

  async step(): Promise<void> {
    const file = path.join(this.root, this.oneOf(FOLDERS), `f${this.random(3)}.toy.py`);
    const text = this.oneOf(TEXTS);
    const kind = this.random(8);
    if (kind <= 1) await this.write(file, text);
    else if (kind === 2) await this.remove(file);
    else if (kind === 3) await this.remove(path.join(this.root, this.oneOf(FOLDERS.slice(1))));
    else if (kind === 4) await this.rename();
    else if (this.open.has(file)) await (kind === 5 ? this.close(file) : this.client.edit(file, text));
    else await this.show(file, text);
    if (this.random(10) === 0) await new Promise(resolve => setTimeout(resolve, 60));
  }

  async closeAll(): Promise<void> {
    for (const file of [...this.open]) await this.close(file);
  }

  private async show(file: string, text: string): Promise<void> {
    this.open.add(file);
    await this.client.open(file, text);
  }

  private async close(file: string): Promise<void> {
    this.open.delete(file);
    await this.client.close(file);
  }

  private async write(file: string, text: string): Promise<void> {
    const isNew = !fs.existsSync(file);
    const folder = path.dirname(file);
    const isNewFolder = !fs.existsSync(folder);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, text);
    if (isNewFolder) await this.client.watched([folder, 'created']);
    else await this.client.watched([file, isNew ? 'created' : 'changed']);
  }

  private async remove(at: string): Promise<void> {
    if (!fs.existsSync(at)) return;
    fs.rmSync(at, { recursive: true });
    await this.client.watched([at, 'deleted']);
  }

  private async rename(): Promise<void> {
    const [from, to] = ['c', 'd'].map(each => path.join(this.root, each)) as [string, string];
    const [is, was] = fs.existsSync(to) ? [from, to] : [to, from];
    if (!fs.existsSync(was) || fs.existsSync(is)) return;
    fs.renameSync(was, is);
    await this.client.watched([was, 'deleted'], [is, 'created']);
  }

  private oneOf<T>(items: readonly T[]): T {
    return items[this.random(items.length)]!;
  }
}
