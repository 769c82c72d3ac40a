import fs from 'node:fs';
import path from 'node:path';
import type { Content } from '../../support/disk';
import { addTo } from '../../support/disk';
import { uriOf, type TestClient } from '../client';

const FOLDERS = ['', 'a', 'a/b', 'c'];
const INNER = FOLDERS.slice(1);
/** Two differ in case only: on some disks that is one file. */
const FILES = ['f0.toy.py', 'f1.toy.py', 'f2.toy.py', 'F0.toy.py'];
/** What makes a folder a root of its own, or has it left out. */
const MARKS = ['.git', 'registry-intelligence.yaml', 'pyvenv.cfg'];
const LINKS = ['l', 'l.toy.py'];
const TARGETS = ['.', '..', 'b', '../c', 'f0.toy.py', '../f1.toy.py', 'l', 'nowhere', '/'];
const IGNORED = ['f1.toy.py\n', 'b/\n', '/a\n', '*.toy.py\n!f0.toy.py\n', '\n'];
const PROJECTS = [
  'rules: [{code: toy/unknown, severity: off}]\n',
  'rules: [{code: toy/*, severity: error, paths: [a/**, "f0*"]}]\n',
  'rules: [{code: toy/twice, severity: off, paths: ["**/f1.toy.py"]}]\npolicies: {packs: [packs/none.yaml]}\n',
  'rules: [\n',
  '',
];
const WHOLE = [
  'A = {"X": {}, "Y": {}}\n',
  'A = {"Y": {}, "Y": {}}\nuse("Z")\n',
  'use("X")\nuse("Y")  # registry: ignore[toy/unknown]\n',
];
const TEXTS = [...WHOLE, 'A = {"Z": {},\n', '# nothing\n'];
const CONTENTS: readonly Content[] = [...TEXTS, Buffer.from([0x41, 0xff])];

/** The same numbers in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What may happen to a repository, in an editor and to what it has opened, in an order that numbers decide. */
export class RandomHistory {
  /** The texts that editors show, by file. */
  readonly open = new Map<string, string>();
  /** The folders that are opened. There is always one. */
  readonly folders: Set<string>;
  private readonly root: string;
  private readonly client: TestClient;
  private readonly random: (below: number) => number;
  /** What may happen. Things that matter more are said more than once. */
  private readonly moves: readonly (() => Promise<unknown>)[] = [
    () => this.write(this.anyFile(), this.oneOf(CONTENTS)),
    () => this.write(this.anyFile(), this.oneOf(CONTENTS)),
    () => this.remove(this.anyFile()),
    () => this.remove(this.anyInner()),
    () => this.moveFolder(),
    () => this.moveFile(this.anyFile(), this.anyFile()),
    () => this.edit(this.anyFile(), this.oneOf(TEXTS)),
    () => this.edit(this.anyFile(), this.oneOf(TEXTS)),
    () => this.edit(path.join(this.anyFolder(), '.gitignore'), this.oneOf(IGNORED)),
    () => this.edit(path.join(this.anyFolder(), MARKS[1]!), this.oneOf(PROJECTS)),
    () => this.close(this.oneOf([...this.open.keys(), ''])),
    () => this.close(this.oneOf([...this.open.keys(), ''])),
    () => this.save(this.oneOf([...this.open.keys(), ''])),
    () => this.toggle(path.join(this.anyInner(), this.oneOf(MARKS)), ''),
    () => this.toggle(path.join(this.anyFolder(), MARKS[1]!), this.oneOf(PROJECTS)),
    () => this.toggle(path.join(this.anyFolder(), '.gitignore'), this.oneOf(IGNORED)),
    () => this.toggle(path.join(this.anyInner(), 'f0.toy.py', 'f1.toy.py'), this.oneOf(TEXTS)),
    () => this.toggle(path.join(this.anyFolder(), this.oneOf(LINKS)), { link: this.oneOf(TARGETS) }),
    () => this.lock(this.anyFile()),
    () => this.leaveAndReturn(this.anyInner()),
    () => this.openFolder(this.anyFolder()),
    () => (this.random(4) === 0 ? this.client.request('registry/reload', undefined) : Promise.resolve()),
  ];

  constructor(root: string, client: TestClient, random: (below: number) => number) {
    this.root = root;
    this.client = client;
    this.random = random;
    this.folders = new Set([root]);
  }

  async step(): Promise<void> {
    await this.oneOf(this.moves)();
    if (this.random(10) === 0) await new Promise(resolve => setTimeout(resolve, 60));
  }

  /** Closes what is open. Nothing is left that only an editor shows. */
  async closeAll(): Promise<void> {
    for (const file of [...this.open.keys()]) await this.close(file);
  }

  /** Gives every text that is open one without damage, since a damaged one is judged by what it said before. */
  async mendAll(): Promise<void> {
    for (const file of this.open.keys())
      if (file.endsWith('.toy.py')) await this.edit(file, this.oneOf(WHOLE));
      else if (file.endsWith('.yaml')) await this.edit(file, PROJECTS[0]!);
  }

  private anyFolder(): string {
    return path.join(this.root, this.oneOf(FOLDERS));
  }

  private anyInner(): string {
    return path.join(this.root, this.oneOf(INNER));
  }

  private anyFile(): string {
    return path.join(this.anyFolder(), this.oneOf(FILES));
  }

  private async toggle(at: string, content: Content): Promise<void> {
    if (statOf(at) === undefined) await this.write(at, content);
    else await this.remove(at);
  }

  /** Shows a text, or changes the one that is shown. */
  private async edit(file: string, text: string): Promise<void> {
    const isOpen = this.open.has(file);
    this.open.set(file, text);
    await (isOpen ? this.client.edit(file, text) : this.client.open(file, text));
  }

  private async close(file: string): Promise<void> {
    if (this.open.delete(file)) await this.client.close(file);
  }

  private async save(file: string): Promise<void> {
    const text = this.open.get(file);
    if (text === undefined) return;
    await this.write(file, text);
    await this.client.save(file);
  }

  /** A folder goes and comes back without what marks it, and nothing is said but that the folder has changed. */
  private async leaveAndReturn(folder: string): Promise<void> {
    if (statOf(folder) === undefined) return;
    for (const mark of MARKS) fs.rmSync(path.join(folder, mark), { force: true });
    await this.client.watched([folder, this.random(2) === 0 ? 'created' : 'deleted']);
  }

  private async openFolder(folder: string): Promise<void> {
    const named = [{ uri: uriOf(folder), name: path.basename(folder) }];
    const isOpen = this.folders.has(folder);
    if (isOpen && this.folders.size === 1) return;
    if (isOpen) this.folders.delete(folder);
    else this.folders.add(folder);
    const event = { added: isOpen ? [] : named, removed: isOpen ? named : [] };
    await this.client.notify('workspace/didChangeWorkspaceFolders', { event });
  }

  /** Nobody may read a file any more, or everybody again. A superuser always may. */
  private async lock(file: string): Promise<void> {
    const stat = statOf(file);
    if (stat?.isFile() !== true) return;
    fs.chmodSync(file, stat.mode ^ 0o444);
    await this.client.watched([file, 'changed']);
  }

  private async write(file: string, content: Content): Promise<void> {
    const isNew = statOf(file) === undefined;
    const folder = path.dirname(file);
    const isNewFolder = statOf(folder) === undefined;
    const inTheWay = [folder, file].find(at => {
      const stat = statOf(at);
      return stat !== undefined && (at === folder ? !stat.isDirectory() : !stat.isFile() || (stat.mode & 0o400) === 0);
    });
    if (inTheWay !== undefined) fs.rmSync(inTheWay, { recursive: true });
    addTo(folder, { [path.basename(file)]: content });
    if (inTheWay !== undefined) await this.client.watched([inTheWay, 'changed']);
    if (isNewFolder) await this.client.watched([folder, 'created']);
    else await this.client.watched([file, isNew ? 'created' : 'changed']);
  }

  private async remove(at: string): Promise<void> {
    if (statOf(at) === undefined) return;
    fs.rmSync(at, { recursive: true });
    await this.client.watched([at, 'deleted']);
  }

  private async moveFolder(): Promise<void> {
    const [from, to] = ['c', 'd'].map(each => path.join(this.root, each)) as [string, string];
    const [is, was] = statOf(to) === undefined ? [to, from] : [from, to];
    if (statOf(was) === undefined || statOf(is) !== undefined) return;
    fs.renameSync(was, is);
    await this.client.watched([was, 'deleted'], [is, 'created']);
  }

  /** A file gets the place of another one, which is gone then. */
  private async moveFile(from: string, to: string): Promise<void> {
    const there = statOf(to);
    if (from === to || statOf(from)?.isFile() !== true || there?.isFile() === false) return;
    if (statOf(path.dirname(to))?.isDirectory() !== true) return;
    fs.renameSync(from, to);
    await this.client.watched([from, 'deleted'], [to, there === undefined ? 'created' : 'changed']);
  }

  private oneOf<T>(items: readonly T[]): T {
    return items[this.random(items.length)]!;
  }
}

/** What is at a path, be it a link. */
function statOf(at: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(at, { throwIfNoEntry: false });
  } catch {
    // There is a file where a folder would be.
    return undefined;
  }
}
