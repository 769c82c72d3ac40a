import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { NODE_ARGUMENTS } from '../../client/src/node-arguments';
import { TestClient } from '../lsp/client';
import { Editor } from './editor';
import { memoryOf, spread, type Row } from './timing';

/** A repository on disk, of which an editor shows one file and changes it while everything else changes on disk. */
export interface Scene {
  readonly folder: string;
  /** What the disk holds when a storm begins, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly edited: string;
}

/** What happened in one storm. Times are in milliseconds. */
export interface Storm {
  readonly what: string;
  readonly files: number;
  /** From the first event to the last finding. */
  readonly took: number;
  /** Edit to findings of the open file, while it went on. */
  readonly latencies: readonly number[];
  /** Resident memory of the server afterwards, in MB. */
  readonly memory: number | undefined;
}

export interface Storms {
  readonly storms: readonly Storm[];
  /** Resident memory of the server when nothing had happened for a while after them all, in MB. */
  readonly rested: number | undefined;
}

/** New texts by path; none deletes the file. */
type Change = ReadonlyMap<string, string | undefined>;

/**
 * Each for so many seconds with someone typing: nothing else, another branch and back, a formatter and its undoing, and events about nothing, over a server that has
 * read everything; then rest, three times as long. Fails where, after a storm, anything is shown that a server would not show that starts afresh.
 */
export async function storms(server: string, scene: Scene, seconds: number): Promise<Storms> {
  const client = await TestClient.start({ server, folders: [scene.folder], node: NODE_ARGUMENTS });
  const shown = shownBy(client);
  const editor = await Editor.open(client, path.join(scene.folder, scene.edited), scene.files.get(scene.edited)!);
  await indexed(client);
  await quiet(client);
  const found: Storm[] = [];
  const until = performance.now() + 1000 * seconds;
  const typed = await type(editor, 20, () => performance.now() > until);
  await becomesAsFresh(server, scene.folder, editor, client, shown, 'typing');
  found.push({
    what: 'fifty edits a second',
    files: 1,
    took: 1000 * seconds,
    latencies: typed,
    memory: memoryOf(client.pid)?.now,
  });
  const [branch, formatted] = [otherBranch(scene), format(scene)];
  const calm = new Map(shown);
  const weather: [what: string, change: Change, told: Iterable<string>][] = [
    ['another branch', branch, branch.keys()],
    ['back', before(branch, scene), branch.keys()],
    ['a formatter', formatted, formatted.keys()],
    ['its undoing', before(formatted, scene), formatted.keys()],
    ['events about nothing', new Map(), [...scene.files.keys()].slice(0, MOST_EVENTS)],
  ];
  for (const [what, change, told] of weather) {
    const events = write(scene.folder, change, told);
    const began = performance.now();
    const latencies = type(editor, 50, () => performance.now() > began + 1000 * seconds);
    await tell(client, events);
    await latencies;
    const last = await becomesAsFresh(server, scene.folder, editor, client, shown, what);
    if (change === branch) assert.notDeepEqual(shown, calm, 'the branches must differ in what is shown');
    const memory = memoryOf(client.pid)?.now;
    found.push({ what, files: events.length, took: Math.max(0, last - began), latencies: await latencies, memory });
  }
  await new Promise(resolve => setTimeout(resolve, 3000 * seconds));
  const rested = memoryOf(client.pid)?.now;
  await client.stop();
  return { storms: found, rested };
}

export function stormRows({ storms, rested = NaN }: Storms): Row[] {
  const rows = storms.map(({ what, files, took, latencies, memory = NaN }) => ({
    what,
    value: `${took.toFixed(0)} ms`,
    note: `${files} files; edits meanwhile ${spread(latencies)}; then ${memory} MB`,
  }));
  return [...rows, { what: 'memory after a rest', value: `${rested} MB` }];
}

const MOST_EVENTS = 5000;

/** Of the files of workspaces, one in five differs there: changed, deleted or new; and so does every registry. */
function otherBranch({ files, edited }: Scene): Change {
  const change = new Map<string, string | undefined>();
  let i = 0;
  for (const [file, text] of files) {
    if (file === edited) continue;
    if (file.endsWith('/workspace_registry.py'))
      change.set(file, text.replaceAll('"framework": "pandas"', '"framework": "polars"').replace('x11"', 'x11Two"'));
    else if (file.startsWith('developer_workspaces/') && i++ % 5 === 0) {
      const kind = ((i / 5) % 3) | 0;
      if (kind === 0) change.set(file, undefined);
      else if (kind === 1) change.set(file, text.replace('StepBuilder(', 'StepBuilderTwo('));
      else change.set(file.replace(/\.py$/, '_two.py'), text);
    }
  }
  return change;
}

/** Every file but the open one begins with an empty line. */
function format({ files, edited }: Scene): Change {
  return new Map([...files].filter(([file]) => file !== edited).map(([file, text]) => [file, `\n${text}`]));
}

/** What undoes a change. */
function before(change: Change, { files }: Scene): Change {
  return new Map([...change.keys()].map(file => [file, files.get(file)]));
}

type Event = readonly [file: string, type: 'created' | 'changed' | 'deleted'];

/** Makes the change on disk. Gives the events that tell of it. */
function write(folder: string, change: Change, told: Iterable<string>): Event[] {
  return [...told].map((path_): Event => {
    const file = path.join(folder, path_);
    const isThere = fs.existsSync(file);
    const text = change.get(path_);
    if (text !== undefined) fs.writeFileSync(file, text);
    else if (change.has(path_)) fs.rmSync(file);
    if (change.has(path_) && text === undefined) return [file, 'deleted'];
    return [file, isThere ? 'changed' : 'created'];
  });
}

/** Twenty thousand events a second, as when files change as fast as a disk writes them. All at once, they would keep the client busy. */
async function tell(client: TestClient, events: readonly Event[]): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < events.length; i += 500) {
    await client.watched(...events.slice(i, i + 500));
    const next = began + (i + 500) / 20;
    await new Promise(resolve => setTimeout(resolve, Math.max(0, next - performance.now())));
  }
}

/** Edits a value again and again, at most every `pause` milliseconds, and puts it back as it was. Gives the latency of each. */
async function type(editor: Editor, pause: number, isOver: () => boolean): Promise<number[]> {
  const latencies: number[] = [];
  const began = performance.now();
  while (!isOver()) {
    latencies.push(await editor.replace('"framework": "pandas', latencies.length % 2 === 0 ? 'x' : ''));
    const next = began + latencies.length * pause;
    await new Promise(resolve => setTimeout(resolve, Math.max(0, next - performance.now())));
  }
  if (latencies.length % 2 === 1) await editor.replace('"framework": "pandas', '');
  return latencies;
}

/** What is shown for each file that something is shown for. A thousand findings take a while to write down, so it is not measured as latency. */
function shownBy(client: TestClient): Map<string, string> {
  const shown = new Map<string, string>();
  client.onPublished(() => {
    const { uri, diagnostics } = client.published.at(-1)!;
    setImmediate(() => {
      if (diagnostics.length === 0) shown.delete(uri);
      else shown.set(uri, JSON.stringify(diagnostics));
    });
  });
  return shown;
}

/** Waits until what is shown is what a server shows that starts now. Gives when something was shown last. */
async function becomesAsFresh(
  server: string,
  folder: string,
  editor: Editor,
  client: TestClient,
  shown: ReadonlyMap<string, string>,
  what: string,
): Promise<number> {
  let last = performance.now();
  const stop = client.onPublished(() => (last = performance.now()));
  const other = await TestClient.start({ server, folders: [folder], node: NODE_ARGUMENTS });
  const fresh = shownBy(other);
  await Editor.open(other, editor.file, editor.text);
  await indexed(other);
  await quiet(other);
  await other.stop();
  const differing = (): string | undefined =>
    [...new Set([...shown.keys(), ...fresh.keys()])].find(uri => shown.get(uri) !== fresh.get(uri));
  const until = performance.now() + PATIENCE;
  while (differing() !== undefined && performance.now() < until) await new Promise(resolve => setTimeout(resolve, 200));
  await quiet(client);
  stop();
  const first = differing() ?? '';
  assert.equal(shown.get(first), fresh.get(first), `after ${what}: ${first}`);
  return last;
}

/** How long it may take in milliseconds. */
const PATIENCE = 60_000;

function indexed(client: TestClient): Promise<void> {
  return new Promise(resolve => {
    const look = (): void => {
      if (client.progress.some(({ kind }) => kind === 'end')) resolve();
      else setTimeout(look, 20);
    };
    look();
  });
}

/** Waits until nothing has been said for a second. */
async function quiet(client: TestClient): Promise<void> {
  let last = performance.now();
  const stop = client.onPublished(() => (last = performance.now()));
  while (performance.now() - last < 1000) await new Promise(resolve => setTimeout(resolve, 50));
  stop();
}
