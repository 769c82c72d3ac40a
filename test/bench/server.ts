import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NODE_ARGUMENTS } from '../../client/src/node-arguments';
import { TestClient, uriOf } from '../lsp/client';
import { floor, type OnDisk } from './disk';
import { Editor, positionAt, type Edit } from './editor';
import { SHARED_STEP } from './repositories';
import { memoryOf, percentile, spread, type Row } from './timing';

/** What one size came to; all times in milliseconds. */
export interface ServerFigures {
  readonly start: number;
  readonly own: number;
  /** The first index, while nobody asks for anything that takes time, and while somebody types. */
  readonly index: number;
  /** How long answers to questions that take no time take while the first index runs: they wait for its slices. */
  readonly waits: readonly number[];
  readonly indexTyping: number;
  readonly floor: number;
  readonly whileIndexing: readonly number[];
  /** Resident, in MB; `rested` after a minute in which nothing happened. */
  readonly memory: { readonly now: number; readonly peak: number; readonly rested: number } | undefined;
  /** Edit to findings of the edited file, by kind. */
  readonly edits: Readonly<Record<string, readonly number[]>>;
  readonly requests: Readonly<Record<string, readonly number[]>>;
  /** Of a change that touches a file in every workspace: from the first to the last of the others that is published. */
  readonly others: { readonly files: number; readonly took: number };
  readonly switched: number;
}

/** Drives the bundled server over its standard streams, as an editor does. */
export async function benchServer(server: string, repository: OnDisk, count: number): Promise<ServerFigures> {
  const { folder, files, edited } = repository;
  floor(folder);
  const least = floor(folder);
  const file = path.join(folder, edited);
  const text = files.get(edited)!;

  const { index, waits } = await indexing(server, folder);
  const began = performance.now();
  const client = await TestClient.start({ server, folders: [folder], node: NODE_ARGUMENTS });
  const start = performance.now() - began;
  const opening = performance.now();
  const editor = await Editor.open(client, file, text);
  const own = performance.now() - opening;
  const whileIndexing: number[] = [];
  for (let i = 0; !isIndexed(client); i++) {
    whileIndexing.push(await editor.replace('"framework": "pandas', i % 2 === 0 ? 'x' : ''));
    await pause(30);
  }
  const indexTyping = performance.now() - opening;
  await quiet(client);
  const edits: Record<string, number[]> = {};
  for (const [kind, make] of Object.entries(EDITS)) edits[kind] = await series(editor, text, make, count);
  const core = path.join(folder, 'src/cursus/registry/step_names.py');
  const coreText = files.get('src/cursus/registry/step_names.py')!;
  const first = /^ {4}"(\w+)"/m.exec(coreText)![1]!;
  const builder = path.join(
    folder,
    [...files.keys()].find(each => each.endsWith(`builder_common_preparation_step.py`))!,
  );
  const inCore = await Editor.open(client, core, coreText);
  edits['core step that all override'] = await series(inCore, coreText, renaming(`    "${first}"`), count / 4);
  const inBuilder = await Editor.open(client, builder, files.get(path.relative(folder, builder))!);
  const className = `class ${SHARED_STEP}StepBuilder`;
  edits['builder class that all share'] = await series(inBuilder, inBuilder.text, renaming(className), count / 4);
  const others = await othersOf(client, inBuilder, className);
  const requests = await answered(client, editor, Math.min(count, 500));
  const switched = await switchBranch(client, repository);
  await quiet(client);
  const worked = memoryOf(client.pid);
  await pause(60_000);
  const memory = worked && { ...worked, rested: memoryOf(client.pid)!.now };
  await client.stop();
  return {
    start,
    own,
    index,
    waits,
    indexTyping,
    floor: least,
    whileIndexing,
    memory,
    edits,
    requests,
    others,
    switched,
  };
}

/** How long the first index takes, and whoever asks in the meantime about a text that is nobody's. */
async function indexing(server: string, folder: string): Promise<{ index: number; waits: number[] }> {
  const client = await TestClient.start({ server, folders: [folder], node: NODE_ARGUMENTS });
  const began = performance.now();
  const waits: number[] = [];
  const question = { textDocument: { uri: 'untitled:nobodys' }, position: { line: 0, character: 0 } };
  while (!isIndexed(client)) {
    const asked = performance.now();
    await client.request('textDocument/documentHighlight', question);
    waits.push(performance.now() - asked);
    await pause(10);
  }
  const index = performance.now() - began;
  await client.stop();
  return { index, waits };
}

function isIndexed(client: TestClient): boolean {
  return client.progress.some(({ kind }) => kind === 'end');
}

export function rowsOf(figures: ServerFigures): Row[] {
  const { memory } = figures;
  return [
    { what: 'start to initialize reply', value: `${figures.start.toFixed(0)} ms` },
    { what: 'own findings of the open file', value: `${figures.own.toFixed(0)} ms` },
    {
      what: 'first index',
      value: `${figures.index.toFixed(0)} ms`,
      note: `${(figures.index / figures.floor).toFixed(1)} × list and read by plain Node, ${figures.floor.toFixed(0)} ms`,
    },
    { what: 'question while it runs', value: spread(figures.waits), note: longest(figures.waits) },
    {
      what: 'edit while it runs',
      value: spread(figures.whileIndexing),
      note: `it takes ${figures.indexTyping.toFixed(0)} ms then`,
    },
    ...Object.entries(figures.edits).map(([kind, each]) => ({ what: `edit: ${kind}`, value: spread(each) })),
    ...Object.entries(figures.requests).map(([kind, each]) => ({ what: kind, value: spread(each) })),
    {
      what: 'other files published',
      value: `${figures.others.took.toFixed(0)} ms`,
      note: `${figures.others.files} files`,
    },
    { what: 'branch switch, a registry in every workspace', value: `${figures.switched.toFixed(0)} ms` },
    ...(memory === undefined
      ? []
      : [
          {
            what: 'memory of the server',
            value: `${memory.now} MB, at most ${memory.peak} MB, after a rest ${memory.rested} MB`,
          },
        ]),
  ];
}

function longest(waits: readonly number[]): string {
  return `${waits.filter(each => each > 10).length} of ${waits.length} took more than 10 ms`;
}

/** How the cost of an ordinary edit grows from the smaller to the larger repository. */
export function growth(smaller: ServerFigures, larger: ServerFigures): number {
  return percentile(larger.edits['value flip']!, 0.5) / percentile(smaller.edits['value flip']!, 0.5);
}

type Make = (text: string, i: number) => Edit;

const EDITS: Readonly<Record<string, Make>> = {
  'value flip': (text, i) => {
    const at = middle(text, '"framework": "') + '"framework": "'.length;
    return { at, length: text.indexOf('"', at) - at, insert: `pandas${i % 7}` };
  },
  'typing a key': (text, i) => {
    const row = '    "N": {},\n';
    const at = text.indexOf('LOCAL_STEPS = {\n') + 'LOCAL_STEPS = {\n'.length;
    if (i % 8 === 0) return { at, length: 0, insert: row };
    const length = text.indexOf('\n', at) + 1 - at;
    return i % 8 === 7
      ? { at, length, insert: '' }
      : { at: text.indexOf('"', at + 5), length: 0, insert: 'ewStep'[(i % 8) - 1]! };
  },
  'name that stops the loader': (text, i) => {
    const row = '    "": {},\n';
    const at = text.indexOf('LOCAL_STEPS = {\n') + 'LOCAL_STEPS = {\n'.length;
    return i % 2 === 0 ? { at, length: 0, insert: row } : { at, length: row.length, insert: '' };
  },
  delete: (text, i) => {
    const line = '        "description": "gone and back",\n';
    const at = text.indexOf('\n', middle(text, '        "spec_type":')) + 1;
    return i % 2 === 0 ? { at, length: 0, insert: line } : { at, length: line.length, insert: '' };
  },
  newline: (text, i) => {
    const at = text.indexOf('\n', middle(text, '        "spec_type":')) + 1;
    return i % 2 === 0 ? { at, length: 0, insert: '\n' } : { at, length: 1, insert: '' };
  },
  'break and repair': (text, i) => {
    const at = text.indexOf('",', middle(text, '"sagemaker_step_type": "'));
    const broken = text.indexOf('Processing,\n');
    return i % 2 === 0 ? { at, length: 1, insert: '' } : { at: broken + 'Processing'.length, length: 0, insert: '"' };
  },
  'step that all define': (text, i) => renaming(`    "${SHARED_STEP}`)(text, i),
};

/** Adds a letter behind `what`, and takes it away. */
function renaming(what: string): Make {
  return (text, i) => {
    const at = text.indexOf(what) + what.replace(/"$/, '').length;
    return i % 2 === 0 ? { at, length: 0, insert: 'Z' } : { at, length: 1, insert: '' };
  };
}

function middle(text: string, what: string): number {
  return text.indexOf(what, text.length >> 1);
}

async function series(editor: Editor, text: string, make: Make, count: number): Promise<number[]> {
  const even = Math.ceil(count / 8) * 8;
  const samples: number[] = [];
  for (let i = -16; i < even; i++) {
    const took = await editor.make(make(editor.text, i + 16));
    if (i >= 0) samples.push(took);
    if (i % 50 === 0) await pause(300);
  }
  await editor.make({ at: 0, length: editor.text.length, insert: text });
  return samples;
}

/** Renames what every workspace uses, and waits until everybody has been told. */
async function othersOf(client: TestClient, editor: Editor, what: string): Promise<{ files: number; took: number }> {
  await quiet(client);
  await editor.make(renaming(what)(editor.text, 0));
  client.published.length = 0;
  let [first, last] = [0, 0];
  const stop = client.onPublished(() => {
    last = performance.now();
    if (first === 0) first = last;
  });
  await quiet(client);
  const told = new Set(client.published.map(({ uri }) => uri));
  stop();
  await editor.make(renaming(what)(editor.text, 1));
  await quiet(client);
  return { files: told.size, took: last - first };
}

async function answered(client: TestClient, editor: Editor, count: number): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = { completion: [], hover: [], definition: [] };
  const textDocument = { uri: uriOf(editor.file) };
  const inside = positionAt(
    editor.text,
    middle(editor.text, '"builder_step_name": "') + '"builder_step_name": "Own'.length,
  );
  const onName = positionAt(editor.text, middle(editor.text, '": {\n') - 2);
  for (const [kind, samples] of Object.entries(found))
    for (let i = 0; i < count; i++) {
      // A request after an edit finds nothing prepared.
      if (i % 5 === 0) await editor.make(EDITS['value flip']!(editor.text, i));
      const began = performance.now();
      await client.request(`textDocument/${kind}`, { textDocument, position: kind === 'completion' ? inside : onName });
      samples.push(performance.now() - began);
    }
  return found;
}

/** Changes the registry of every other workspace on disk, as a switch of branches does; until the last finding is out. */
async function switchBranch(client: TestClient, { folder, files, edited }: OnDisk): Promise<number> {
  const registries = [...files].filter(([file]) => file.endsWith('/workspace_registry.py') && file !== edited);
  const write = (to: (text: string) => string): void => {
    for (const [file, text] of registries) fs.writeFileSync(path.join(folder, file), to(text));
  };
  const tell = () => client.watched(...registries.map(([file]) => [path.join(folder, file), 'changed'] as const));
  await quiet(client);
  write(text => text.replace(`"${SHARED_STEP}StepBuilder"`, '"NobodysStepBuilder"'));
  client.published.length = 0;
  const began = performance.now();
  let last = began;
  const stop = client.onPublished(() => (last = performance.now()));
  await tell();
  while (client.published.length === 0) await pause(20);
  await quiet(client);
  stop();
  write(text => text);
  await tell();
  await quiet(client);
  return last - began;
}

/** Waits until nothing has been said for a while. */
async function quiet(client: TestClient): Promise<void> {
  for (let before = -1; before !== client.published.length;) {
    before = client.published.length;
    await pause(1500);
  }
}
