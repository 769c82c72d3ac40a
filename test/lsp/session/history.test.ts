import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree } from '../../support/disk';
import { tries } from '../../support/seed';
import { TOY_SERVER } from '../../support/toy-system';
import { TestClient } from '../client';

const STEPS = 150;
const FOLDERS = ['', 'a', 'a/b', 'c'];
/** What makes a folder a root of its own, or has it left out. */
const MARKS = ['.git', 'registry-intelligence.yaml', 'pyvenv.cfg'];
const IGNORED = ['f1.toy.py\n', 'b/\n', '/a\n', '*.toy.py\n!f0.toy.py\n', '\n'];
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

const SEEDS = Array.from({ length: tries(60, 6) }, (_, i) => i + 1);
/** Histories that go on side by side: each mostly waits. */
const AT_A_TIME = 6;

describe('server: any history of files, folders and editors', () => {
  for (let i = 0; i < SEEDS.length; i += AT_A_TIME) {
    const some = SEEDS.slice(i, i + AT_A_TIME);
    it(`leaves what a fresh server shows (${some.join(', ')})`, () => Promise.all(some.map(checkHistory)));
  }
});

async function checkHistory(seed: number): Promise<void> {
  const root = makeTree({ '.git/HEAD': '', 'main.toy.py': TEXTS[0]! });
  const client = await TestClient.start({ server: TOY_SERVER, folders: [root], options: { watchesFiles: true } });
  const history = new History(root, client, numbers(seed));
  for (let i = 0; i < STEPS; i++) await history.step();
  const left = seed % 2 === 0 ? await history.mendAll() : await history.closeAll();
  const fresh = await TestClient.start({ server: TOY_SERVER, folders: [root], options: { watchesFiles: true } });
  for (const [file, text] of left) await fresh.open(file, text);
  await fresh.request('registry/reload', undefined);
  const isSame = () => JSON.stringify(shownBy(client)) === JSON.stringify(shownBy(fresh));
  const check = () => assert.deepEqual({ seed, shown: shownBy(client) }, { seed, shown: shownBy(fresh) });
  // What is found in roots inside of roots comes after the rest, and twice the same may be chance.
  for (let i = 0; i < 2; i++) {
    await client.when(isSame, check);
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  check();
  await Promise.all([client.stop(), fresh.stop()]);
}

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
    const kind = this.random(12);
    if (kind > 7) await this.decide(kind);
    else if (kind <= 1) await this.write(file, text);
    else if (kind === 2) await this.remove(file);
    else if (kind === 3) await this.remove(path.join(this.root, this.oneOf(FOLDERS.slice(1))));
    else if (kind === 4) await this.rename();
    else if (this.open.has(file)) await (kind === 5 ? this.close(file) : this.client.edit(file, text));
    else await this.show(file, text);
    if (this.random(10) === 0) await new Promise(resolve => setTimeout(resolve, 60));
  }

  /** Closes what is open. Nothing is left that only an editor shows. */
  async closeAll(): Promise<readonly (readonly [string, string])[]> {
    for (const file of [...this.open]) await this.close(file);
    return [];
  }

  /** Gives every text that is open one without damage, since a damaged one is judged by what it said before. */
  async mendAll(): Promise<readonly (readonly [string, string])[]> {
    const texts = [...this.open].map(file => [file, this.oneOf(TEXTS.slice(0, 3))] as const);
    for (const [file, text] of texts) await this.client.edit(file, text);
    return texts;
  }

  /** What decides which files there are: marks of roots, ignore files, a folder where a file was. */
  private async decide(kind: number): Promise<void> {
    const folder = path.join(this.root, this.oneOf(FOLDERS.slice(1)));
    if (kind === 8) await this.toggle(path.join(folder, this.oneOf(MARKS)), '');
    else if (kind === 9)
      await this.toggle(path.join(this.root, this.oneOf(FOLDERS), '.gitignore'), this.oneOf(IGNORED));
    else if (kind === 10) await this.toggle(path.join(folder, 'f0.toy.py', 'f1.toy.py'), this.oneOf(TEXTS));
    else await this.leaveAndReturn(folder);
  }

  private async toggle(file: string, text: string): Promise<void> {
    if (fs.existsSync(file)) await this.remove(file);
    else await this.write(file, text);
  }

  /** A folder goes and comes back without what marks it, and nothing is said but that the folder has changed. */
  private async leaveAndReturn(folder: string): Promise<void> {
    if (!fs.existsSync(folder)) return;
    for (const mark of MARKS) fs.rmSync(path.join(folder, mark), { force: true });
    await this.client.watched([folder, this.random(2) === 0 ? 'created' : 'deleted']);
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
    const inTheWay = [folder, file].find(
      each => fs.existsSync(each) && fs.statSync(each).isFile() === (each === folder),
    );
    if (inTheWay !== undefined) fs.rmSync(inTheWay, { recursive: true });
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, text);
    if (inTheWay !== undefined) await this.client.watched([inTheWay, 'changed']);
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
