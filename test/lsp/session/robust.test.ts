import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CancellationTokenSource, type Hover } from 'vscode-languageserver/node';
import { makeTree } from '../../support/disk';
import { TOY_SERVER } from '../../support/toy-system';
import { placeAt as at, TestClient, uriOf, type Started } from '../client';

let client: TestClient;

/** Hooks of this file only: at the top they would be everybody's. */
function describeServer(name: string, cases: () => void): void {
  describe(`server: ${name}`, () => {
    afterEach(() => client.stop());
    cases();
  });
}

/** A repository that takes long enough to read that requests come before the end. No test changes it on disk. */
function large(): string {
  const files: Record<string, string> = { '.git/HEAD': '', 'use.toy.py': 'use("X")\nuse("Gone")\n' };
  const rows = Array.from({ length: 40 }, (_, i) => `    "N${i}": {"a": "one", "b": "two"},\n`).join('');
  for (let i = 0; i < 400; i++) files[`d${i}/f.toy.py`] = `A = {\n    "X": {},\n${rows}}\n`;
  return makeTree(files);
}

async function start(root: string, how: Partial<Started> = {}): Promise<string> {
  client = await TestClient.start({ server: TOY_SERVER, folders: [root], ...how });
  return path.join(root, 'use.toy.py');
}

describeServer('while the first index runs', () => {
  let root: string;
  before(() => (root = large()));

  it('checks what is open by itself, and answers what needs everything when it has it', async () => {
    const use = await start(root);
    await client.open(use, 'use("X")\nuse("Gone")\n');
    const hover = client.request<Hover>('textDocument/hover', at(use, 0, 6));
    await client.published_(use, 1);
    assert.deepEqual(client.shown(use), [], '"nowhere" cannot be said yet');
    assert.match(((await hover).contents as { value: string }).value, /400 definitions/);
    await client.until(use, ['toy/unknown']);
  });

  it('cancels a request, and one whose text has changed', async () => {
    const use = await start(root);
    await client.open(use, 'use("X")\n');
    const source = new CancellationTokenSource();
    const cancelled = client.request('textDocument/hover', at(use, 0, 6), source.token);
    const outdated = client.request('textDocument/hover', at(use, 0, 6));
    await client.published_(use, 1);
    source.cancel();
    await assert.rejects(cancelled, { code: -32800 });
    const version = await client.edit(use, 'use("X") \n');
    await client.published_(use, version);
    await assert.rejects(outdated, { code: -32801 });
  });

  it('edits are answered', async () => {
    const use = await start(root);
    await client.open(use, 'use("X")\n');
    let version = 1;
    for (let i = 0; i < 20; i++) version = await client.edit(use, `use("X")\nuse("Gone")\n# ${i}\n`);
    await client.published_(use, version);
    await client.until(use, ['toy/unknown']);
  });

  it('shows progress, which can be ended; a reload reads on', async () => {
    client = await TestClient.start({ server: TOY_SERVER, folders: [] });
    client.cancelsProgress = true;
    const folder = { uri: uriOf(root), name: '' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
    const use = path.join(root, 'use.toy.py');
    await client.open(use, 'use("X")\nuse("Gone")\n');
    await client.when(
      () => client.progress.some(each => each.kind === 'end'),
      () => assert.fail('no end'),
    );
    assert.equal(client.progress[0]?.kind, 'begin');
    assert.deepEqual(client.shown(use), [], 'it went on');
    client.cancelsProgress = false;
    assert.equal(await client.request('registry/reload', undefined), null);
    await client.until(use, ['toy/unknown']);
  });
});

describeServer('clients', () => {
  const files = { '.git/HEAD': '', 'main.toy.py': 'A = {"X": {}, "X": {}}\n', 'use.toy.py': 'use("X")\n' };

  it('serves one that can do little', async () => {
    const use = await start(makeTree(files), { capabilities: {} });
    const main = path.join(path.dirname(use), 'main.toy.py');
    await client.open(main, files['main.toy.py']);
    await client.open(use, files['use.toy.py']);
    await client.until(main, ['toy/twice']);
    const [location] = await client.request<{ uri: string; range: object }[]>('textDocument/definition', at(use, 0, 6));
    assert.equal(location?.uri, uriOf(main));
    const symbols = await client.request<{ name: string; location: object }[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriOf(main) },
    });
    assert.deepEqual(
      symbols.map(each => each.name),
      ['A', 'X', 'X'],
    );
    const { items } = await client.request<{ items: { label: string; textEdit: { newText: string } }[] }>(
      'textDocument/completion',
      at(use, 0, 5),
    );
    assert.equal(items.find(each => each.label === 'snip')?.textEdit.newText, 'abc');
    const range = { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } };
    const [action] = await client.request<{ edit: object }[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(main) },
      range,
      context: { diagnostics: [] },
    });
    assert.deepEqual(Object.keys(action!.edit), ['changes']);
    await client.notify('workspace/didChangeConfiguration', {
      settings: { registryIntelligence: { activeWorkspace: 'bob' } },
    });
    const hover = await client.request<Hover>('textDocument/hover', at(use, 0, 6));
    assert.match((hover.contents as { value: string }).value, /workspace bob/);
    assert.deepEqual([client.registered, client.progress], [[], []]);
  });

  it('has one watch its files, unless it does so by itself', async () => {
    await start(makeTree(files));
    await client.request('registry/names', undefined);
    assert.ok(client.registered.includes('workspace/didChangeWatchedFiles'));
    await client.stop();
    await start(makeTree(files), { options: { watchesFiles: true } });
    await client.request('registry/names', undefined);
    assert.ok(!client.registered.includes('workspace/didChangeWatchedFiles'));
  });

  it('links to Explain Resolution for one that has the command, and to no other command', async () => {
    const name = 'a](command:rm) "b';
    const hostile = `A = {'${name}': {'a': '[x](command:rm)'}}\nuse('${name}')\n`;
    const use = await start(makeTree({ '.git/HEAD': '' }), { options: { explainCommand: true } });
    await client.open(use, hostile);
    const hover = await client.request<Hover>('textDocument/hover', at(use, 1, 6));
    const { value } = hover.contents as { value: string };
    const links = [...value.matchAll(/(?<!\\)\]\((?<link>[^)]*)\)/g)].map(match => match.groups!['link']!);
    const commands = links.filter(link => link.startsWith('command:'));
    assert.equal(commands.length, 1);
    const [command, argument] = commands[0]!.slice('command:'.length).split('?');
    assert.equal(command, 'registryIntelligence.explainResolution');
    assert.equal((JSON.parse(decodeURIComponent(argument!)) as [{ name: string }])[0].name, name);
  });

  it('serves one without a folder', async () => {
    client = await TestClient.start({ server: TOY_SERVER });
    const file = path.join(makeTree(files), 'use.toy.py');
    await client.open(file, 'use("Q")\n');
    assert.equal(await client.request('textDocument/hover', at(file, 0, 6)), null);
    assert.deepEqual(await client.request('registry/names', undefined), []);
    assert.equal(await client.request('registry/explain', { name: 'X' }), null);
    assert.deepEqual(client.published, []);
  });
});

describeServer('trouble', () => {
  const files = { '.git/HEAD': '', 'use.toy.py': 'use("Q")\n' };

  it('loses one answer to a request that makes no sense, not the server', async () => {
    const use = await start(makeTree(files));
    await client.open(use, files['use.toy.py']);
    await client.until(use, ['toy/unknown']);
    for (const method of ['textDocument/codeAction', 'codeAction/resolve', 'textDocument/hover'])
      await assert.rejects(client.request(method, { textDocument: { uri: uriOf(use) } }));
    assert.ok(client.errors.length > 0, 'not logged');
    client.errors.length = 0;
    const hover = await client.request<Hover>('textDocument/hover', at(use, 0, 5));
    assert.ok(hover.contents);
  });

  it('says that a file cannot be read, and goes on with the others', async () => {
    const root = makeTree({ ...files, 'bad.toy.yaml': Buffer.from([0x41, 0xff, 0x0a]) });
    await start(root);
    await client.until(path.join(root, 'bad.toy.yaml'), ['registry/unreadable']);
    await client.until(path.join(root, 'use.toy.py'), ['toy/unknown']);
  });

  it('takes a text of 20 MB, and refuses a larger one with a word', async () => {
    const use = await start(makeTree(files), { options: { watchesFiles: true } });
    const large_ = path.join(path.dirname(use), 'large.toy.yaml');
    await client.until(use, ['toy/unknown']);
    await client.open(large_, `# ${'x'.repeat(21 * 1024 * 1024)}\n`, 'yaml');
    await client.until(large_, ['registry/unreadable']);
    await client.edit(large_, 'A: {Q: {}}\n');
    await client.until(use, []);
  });

  it('survives a disk that changes while it is read', async () => {
    const root = makeTree(files);
    const use = await start(root);
    for (let i = 0; i < 50; i++) {
      const file = path.join(root, `d${i % 5}`, `f${i}.toy.py`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, i % 2 === 0 ? 'A = {"Q": {}}\n' : 'use("Q")\n');
      await client.watched([path.dirname(file), 'created'], [file, 'created']);
      if (i % 3 === 0) fs.rmSync(path.dirname(file), { recursive: true });
      await client.watched([path.dirname(file), 'deleted']);
    }
    for (const folder of fs.readdirSync(root))
      if (/^d\d$/.test(folder)) fs.rmSync(path.join(root, folder), { recursive: true });
    await client.watched(...[0, 1, 2, 3, 4].map(i => [path.join(root, `d${i}`), 'deleted'] as const));
    await client.until(use, ['toy/unknown']);
    await client.when(
      () =>
        client.published
          .filter(each => each.uri !== uriOf(use))
          .every(({ uri }) => client.published.findLast(each => each.uri === uri)?.diagnostics.length === 0),
      () => assert.fail('stale findings'),
    );
  });

  it('forgets what it was not told about when it is told to read again', async () => {
    const use = await start(makeTree(files), { options: { watchesFiles: true } });
    await client.until(use, ['toy/unknown']);
    fs.rmSync(use);
    await client.request('registry/reload', undefined);
    await client.until(use, []);
  });

  it('tells the client when answers are out of date', async () => {
    const use = await start(makeTree(files));
    await client.open(use, files['use.toy.py']);
    await client.until(use, ['toy/unknown']);
    const seen = client.revisions.length;
    await client.edit(use, 'use("R")\n');
    await client.when(
      () => client.revisions.length > seen,
      () => assert.fail('not told'),
    );
  });
});
