import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Hover } from 'vscode-languageserver/node';
import { makeTree } from '../support/disk';
import { bundled } from './bundle';
import { placeAt as at, TestClient, type Started } from './client';

/** For Node: what is to happen after a pause, however short a person would find it, never does. Slices of work are far shorter. */
const PAUSES_THAT_NEVER_END = [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (then, delay, ...rest) => setTimeout(then, delay >= 200 ? 2 ** 30 : delay, ...rest);
  `)}`,
];

const FILES = {
  '.git/HEAD': '',
  'main.toy.py': 'A = {"X": {}}\n',
  'use.toy.py': 'use("X")\nuse("Q")\n',
};

/** What only a server in a process of its own can show; `server.test.ts` has the rest. */
describe('server: its process', () => {
  let server: string;
  let client: TestClient;
  before(async () => {
    server = await bundled('test/lsp/toy-server.ts');
  });
  afterEach(() => client.stop());

  /** Gives the paths of `main.toy.py` and `use.toy.py`. */
  const start = async (how: Partial<Started>): Promise<[string, string]> => {
    const root = makeTree(FILES);
    client = await TestClient.start({ server, folders: [root], ...how });
    return [path.join(root, 'main.toy.py'), path.join(root, 'use.toy.py')];
  };

  it('tells of other files at once on save, not after a pause', async () => {
    const [main, use] = await start({ node: PAUSES_THAT_NEVER_END });
    await client.until(use, ['toy/unknown']);
    await client.open(main, FILES['main.toy.py']);
    const version = await client.edit(main, 'A = {}\n');
    await client.published_(main, version);
    // On a slow machine it takes some saves: one tells what has been found by then.
    const saving = setInterval(() => void client.save(main), 20);
    await client.until(use, ['toy/unknown', 'toy/unknown']).finally(() => clearInterval(saving));
  });

  it('takes the workspace from the environment last', async () => {
    const [, use] = await start({ env: { CURSUS_WORKSPACE_ID: 'carol' } });
    await client.open(use, FILES['use.toy.py']);
    const hover = await client.request<Hover>('textDocument/hover', at(use, 0, 6));
    assert.match((hover.contents as { value: string }).value, /workspace carol/);
  });

  it('works where it may read files and do nothing else', async () => {
    const [, use] = await start({ node: ['--no-warnings', '--experimental-permission', '--allow-fs-read=*'] });
    await client.until(use, ['toy/unknown']);
    await client.open(use, FILES['use.toy.py']);
    assert.ok(await client.request('textDocument/hover', at(use, 0, 6)));
    assert.ok(await client.request('registry/explain', { name: 'X' }));
    fs.rmSync(use);
    await client.watched([use, 'deleted']);
    await client.close(use);
    await client.until(use, []);
  });
});
