import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { CodeAction, Hover, LocationLink, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { LATENCIES, type Latency } from '../../server/src/protocol';
import { addTo, makeTree } from '../support/disk';
import { TOY_SERVER } from '../support/toy-system';
import { placeAt as at, TestClient, uriOf, type Started } from './client';

let client: TestClient;

/** Hooks of this file only: at the top they would be everybody's. */
function describeServer(name: string, cases: () => void): void {
  describe(`server: ${name}`, () => {
    afterEach(() => client.stop());
    cases();
  });
}

const TREE = {
  '.git/HEAD': '',
  'main.toy.py': 'A = {\n    "X": {"a": "one"},\n    "Known": {},\n}\n',
  'use.toy.py': 'use("X")\nuse("Gone")\n',
  'ws/alice/a.toy.py': 'use("X")\n',
};

async function started(files: Record<string, string> = TREE, how: Partial<Started> = {}): Promise<string> {
  const root = makeTree(files);
  client = await TestClient.start({ server: TOY_SERVER, folders: [root], ...how });
  return root;
}

describeServer('findings', () => {
  it('says what it can do, and no more', async () => {
    await started();
    const { capabilities } = client.result;
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'callHierarchyProvider',
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'declarationProvider',
      'definitionProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentSymbolProvider',
      'executeCommandProvider',
      'hoverProvider',
      'implementationProvider',
      'inlayHintProvider',
      'positionEncoding',
      'referencesProvider',
      'renameProvider',
      'textDocumentSync',
      'workspace',
      'workspaceSymbolProvider',
    ]);
  });

  it('tells about closed files of the whole repository, and about no file without findings', async () => {
    const root = await started();
    await client.until(path.join(root, 'use.toy.py'), ['toy/unknown']);
    assert.equal(client.shown(path.join(root, 'main.toy.py')), undefined);
  });

  it('is asked for findings where the client wants to ask, and then sends none', async () => {
    const root = await started(TREE, { options: { pullDiagnostics: true } });
    const file = path.join(root, 'use.toy.py');
    const all = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    const codes = all.items.map(each => [each.uri, 'items' in each && each.items.map(({ code }) => code)]);
    assert.deepEqual(codes, [[uriOf(file), ['toy/unknown']]]);
    await client.open(file, 'use("Known")\nuse("None")\nuse("Nothing")\n');
    const one = await client.request<{ kind: string; items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(file) },
    });
    assert.deepEqual([one.kind, one.items.length > 0], ['full', true]);
    assert.deepEqual(client.published, []);
  });

  it('sends a finding with its page, related places, tags and a version', async () => {
    const root = await started({ ...TREE, 'more.toy.py': 'A = {"X": {}}\n' });
    const file = path.join(root, 'more.toy.py');
    await client.open(file, 'A = {"X": {}}\n');
    await client.until(file, ['toy/twice']);
    // What the disk says may have been found before the file was opened.
    await client.published_(file, 1);
    const found = client.published.findLast(each => each.uri === uriOf(file));
    assert.equal(found?.version, 1);
    const [diagnostic] = found.diagnostics;
    assert.match(diagnostic?.codeDescription?.href ?? '', /^https:.*toy\/twice/);
    assert.deepEqual(diagnostic?.tags, [1]);
    assert.deepEqual(diagnostic.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } });
    assert.deepEqual(
      diagnostic.relatedInformation?.map(({ location }) => location),
      [
        {
          uri: uriOf(path.join(root, 'main.toy.py')),
          range: { start: { line: 1, character: 4 }, end: { line: 1, character: 7 } },
        },
      ],
    );
  });

  it('answers every version of the edited file, and tells others after a pause', async () => {
    const root = await started();
    const [main, use] = [path.join(root, 'main.toy.py'), path.join(root, 'use.toy.py')];
    await client.until(use, ['toy/unknown']);
    await client.open(main, TREE['main.toy.py']);
    const before = client.published.length;
    const version = await client.edit(main, 'A = {"Y": {}, "Y": {}}\n');
    assert.deepEqual(
      (await client.published_(main, version)).diagnostics.map(each => each.code),
      ['toy/twice'],
    );
    assert.deepEqual(
      client.published.slice(before).filter(each => each.uri !== uriOf(main)),
      [],
    );
    await client.until(use, ['toy/unknown', 'toy/unknown']);
    await client.edit(main, TREE['main.toy.py']);
    await client.until(use, ['toy/unknown']);
  });

  it('does not send the same twice', async () => {
    const root = await started();
    const [main, use] = [path.join(root, 'main.toy.py'), path.join(root, 'use.toy.py')];
    await client.until(use, ['toy/unknown']);
    await client.open(main, TREE['main.toy.py']);
    await client.edit(main, 'A = {}\n');
    await client.edit(main, TREE['main.toy.py']);
    await client.save(main);
    await client.edit(main, `${TREE['main.toy.py']}use("Other")\n`);
    await client.until(main, ['toy/unknown']);
    await client.save(main);
    await client.request('registry/names', undefined);
    assert.equal(client.published.filter(each => each.uri === uriOf(use)).length, 1);
  });

  it('takes changes of parts, in UTF-16 columns', async () => {
    const root = await started();
    const file = path.join(root, 'n.toy.py');
    await client.open(file, '"𝒳"; use("Known")\r\nuse("X")\r\n');
    const range = { start: { line: 0, character: 11 }, end: { line: 0, character: 16 } };
    const version = await client.change(file, [
      { range, text: 'What' },
      { range: { start: { line: 1, character: 5 }, end: { line: 1, character: 6 } }, text: 'No' },
    ]);
    const { diagnostics } = await client.published_(file, version);
    await client.until(file, ['toy/unknown', 'toy/unknown']);
    assert.deepEqual(
      client.published.findLast(each => each.uri === uriOf(file))?.diagnostics.map(each => each.range),
      [
        { start: { line: 0, character: 10 }, end: { line: 0, character: 16 } },
        { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } },
      ],
    );
    assert.ok(diagnostics.length <= 2);
  });

  it('sends hints of open files only', async () => {
    const root = await started({ 'a.toy.py': 'A = {"OldX": {}}\nuse("Q")\n', '.git/HEAD': '' });
    const file = path.join(root, 'a.toy.py');
    await client.until(file, ['toy/unknown']);
    await client.open(file, 'A = {"OldX": {}}\nuse("Q")\n');
    await client.until(file, ['toy/hint', 'toy/unknown']);
    await client.close(file);
    await client.until(file, ['toy/unknown']);
  });
});

describeServer('files', () => {
  it('forgets what was deleted, a folder by one event', async () => {
    const root = await started({ ...TREE, 'd/a.toy.py': 'use("Q")\n', 'd/e/b.toy.py': 'use("Q")\n' });
    await client.until(path.join(root, 'd/e/b.toy.py'), ['toy/unknown']);
    fs.rmSync(path.join(root, 'd'), { recursive: true });
    await client.watched([path.join(root, 'd'), 'deleted']);
    await client.until(path.join(root, 'd/a.toy.py'), []);
    await client.until(path.join(root, 'd/e/b.toy.py'), []);
  });

  it('reads what was created or changed, a folder with all that is in it', async () => {
    const root = await started();
    const use = path.join(root, 'use.toy.py');
    await client.until(use, ['toy/unknown']);
    addTo(root, { 'new/x/a.toy.py': 'A = {"Gone": {}}\nuse("Q")\n' });
    await client.watched([path.join(root, 'new'), 'created']);
    await client.until(path.join(root, 'new/x/a.toy.py'), ['toy/unknown']);
    await client.until(use, []);
    fs.writeFileSync(use, 'use("R")\nuse("S")\n');
    await client.watched([use, 'changed']);
    await client.until(use, ['toy/unknown', 'toy/unknown']);
  });

  it('goes by the editor while a file is open, by the disk afterwards', async () => {
    const root = await started();
    const use = path.join(root, 'use.toy.py');
    await client.open(use, 'use("X")\n');
    await client.until(use, []);
    fs.writeFileSync(use, 'use("R")\nuse("S")\n');
    await client.watched([use, 'changed']);
    await client.request('registry/names', undefined);
    assert.deepEqual(client.shown(use), []);
    await client.close(use);
    await client.until(use, ['toy/unknown', 'toy/unknown']);
    fs.rmSync(use);
    await client.watched([use, 'deleted']);
    await client.until(use, []);
  });

  it('takes in new files before they are on disk, and lets them go', async () => {
    const root = await started();
    const use = path.join(root, 'use.toy.py');
    const fresh = path.join(root, 'fresh.toy.py');
    await client.until(use, ['toy/unknown']);
    await client.open(fresh, 'A = {"Gone": {}}\n');
    await client.until(use, []);
    await client.close(fresh);
    await client.until(use, ['toy/unknown']);
  });

  it('leaves alone what git ignores, what is outside of every root, and what is no file', async () => {
    const root = await started({ ...TREE, '.gitignore': 'out/\n' });
    const use = path.join(root, 'use.toy.py');
    await client.until(use, ['toy/unknown']);
    for (const file of [
      path.join(root, 'out/a.toy.py'),
      path.join(root, '.venv/b.toy.py'),
      path.join(root, '../c.toy.py'),
    ])
      await client.open(file, 'A = {"Gone": {}}\nuse("Q")\n');
    for (const uri of [
      'untitled:Untitled-1.toy.py',
      `git:${use}?%7B%7D`,
      `${uriOf(use)}?x`,
      `vscode-notebook-cell:${use}#W0`,
    ])
      await client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'python', version: 1, text: 'A = {"Gone": {}}' },
      });
    assert.equal(await client.request('textDocument/hover', at(path.join(root, 'out/a.toy.py'), 0, 7)), null);
    await client.open(use, TREE['use.toy.py']);
    await client.until(use, ['toy/unknown']);
    assert.deepEqual([...new Set(client.published.map(each => each.uri))], [uriOf(use)]);
  });

  it('knows a file however its URI is spelled', async () => {
    const root = await started({ ...TREE, "s p/ä(1)'.toy.py": 'use("Q")\n' });
    const file = path.join(root, "s p/ä(1)'.toy.py");
    const spelled = uriOf(file).replace(/%20/, ' ').replace('.toy', '%2Etoy');
    await client.when(
      () => client.published.length === 2,
      () => assert.fail('not published'),
    );
    await client.notify('textDocument/didOpen', {
      textDocument: { uri: spelled, languageId: 'python', version: 1, text: 'use("Q")\n' },
    });
    await client.when(
      () => client.published.some(each => each.uri === spelled && each.version === 1),
      () => assert.fail('not known'),
    );
    const other = client.published.filter(
      each => each.uri !== spelled && each.uri.includes('(1)') !== each.uri.includes('%281%29'),
    );
    assert.deepEqual(other.at(-1)?.diagnostics, [], 'shown under two names');
  });
});

describeServer('roots', () => {
  it('finds the repository above the folder that is open', async () => {
    const root = makeTree({ ...TREE });
    client = await TestClient.start({ server: TOY_SERVER, folders: [path.join(root, 'ws/alice')] });
    await client.until(path.join(root, 'use.toy.py'), ['toy/unknown']);
  });

  it('keeps repositories apart, the inner one has its files, and folders come and go', async () => {
    const root = await started({ ...TREE, 'sub/.git/HEAD': '', 'sub/s.toy.py': 'use("X")\n' });
    const inner = path.join(root, 'sub/s.toy.py');
    const use = path.join(root, 'use.toy.py');
    await client.until(inner, ['toy/unknown']);
    const other = makeTree({ 'o.toy.py': 'use("X")\n' });
    const folder = { uri: uriOf(other), name: 'other' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
    await client.until(path.join(other, 'o.toy.py'), ['toy/unknown']);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
    await client.until(path.join(other, 'o.toy.py'), []);
    assert.deepEqual(client.shown(use), ['toy/unknown']);
    fs.rmSync(path.join(root, 'sub/.git'), { recursive: true });
    await client.watched([path.join(root, 'sub/.git'), 'deleted']);
    await client.until(inner, []);
    fs.mkdirSync(path.join(root, 'sub/.git'));
    await client.watched([path.join(root, 'sub/.git'), 'created']);
    await client.until(inner, ['toy/unknown']);
  });

  it('follows what is ignored around a root of which nothing else is opened', async () => {
    const root = makeTree({ '.git/HEAD': '', 'sub/registry-intelligence.yaml': '', 'sub/s.toy.py': 'use("X")\n' });
    const [ignore, sub] = ['.gitignore', 'sub/s.toy.py'].map(each => path.join(root, each)) as [string, string];
    client = await TestClient.start({
      server: TOY_SERVER,
      folders: [path.dirname(sub)],
      options: { watchesFiles: true },
    });
    await client.until(sub, ['toy/unknown']);
    fs.writeFileSync(ignore, 's.*\n');
    await client.watched([ignore, 'created']);
    await client.until(sub, []);
  });

  it('gives an opened folder inside another its own files, marked or not', async () => {
    const root = makeTree({ 'a.toy.py': 'A = {"X": {}}\n', 'sub/s.toy.py': 'use("X")\n' });
    client = await TestClient.start({ server: TOY_SERVER, folders: [root, path.join(root, 'sub')] });
    await client.until(path.join(root, 'sub/s.toy.py'), ['toy/unknown']);
    await client.open(path.join(root, 'sub/s.toy.py'), 'use("X")\n');
    await client.published_(path.join(root, 'sub/s.toy.py'), 1);
    await client.until(path.join(root, 'sub/s.toy.py'), ['toy/unknown']);
    const event = { added: [], removed: [{ uri: uriOf(path.join(root, 'sub')), name: '' }] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    await client.until(path.join(root, 'sub/s.toy.py'), []);
  });
});

describeServer('language', () => {
  let root: string;
  let use: string;
  beforeEach(async () => {
    root = await started();
    use = path.join(root, 'use.toy.py');
    await client.open(use, TREE['use.toy.py']);
    await client.until(use, ['toy/unknown']);
  });

  it('hovers, with links, in the context of the file', async () => {
    const hover = await client.request<Hover>('textDocument/hover', at(use, 0, 6));
    const { value } = hover.contents as { value: string };
    assert.match(value, /^\*\*X\*\* — core/);
    assert.ok(value.includes(`(${uriOf(path.join(root, 'main.toy.py'))}#L2,5)`), value);
    assert.ok(!value.includes('command:'), 'a client that has no such command');
    assert.deepEqual(hover.range, { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } });
    const alice = path.join(root, 'ws/alice/a.toy.py');
    await client.open(alice, TREE['ws/alice/a.toy.py']);
    const there = await client.request<Hover>('textDocument/hover', at(alice, 0, 6));
    assert.match((there.contents as { value: string }).value, /workspace alice/);
  });

  it('says how long edits and questions have taken', async () => {
    await client.request('textDocument/hover', at(use, 0, 6));
    const found = await client.request<Latency[]>(LATENCIES, undefined);
    for (const what of ['edit', 'hover']) {
      const { count, p50, p95 } = found.find(each => each.what === what)!;
      assert.ok(count > 0 && p50 >= 0 && p95 >= p50, `${what}: ${count}, ${p50}, ${p95}`);
    }
  });

  it('answers null where the text is not ours', async () => {
    for (const method of ['hover', 'definition', 'completion'])
      assert.equal(await client.request(`textDocument/${method}`, at(use, 0, 1)), null, method);
    assert.equal(await client.request('textDocument/documentSymbol', { textDocument: { uri: uriOf(use) } }), null);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    assert.equal(
      await client.request('textDocument/codeAction', {
        textDocument: { uri: uriOf(use) },
        range,
        context: { diagnostics: [] },
      }),
      null,
    );
  });

  it('survives positions and files that are not there', async () => {
    for (const [line, character] of [
      [99, 0],
      [0, 9999],
      [4294967295, 4294967295],
    ] as const)
      for (const method of ['hover', 'definition', 'completion'])
        await client.request(`textDocument/${method}`, at(use, line, character));
    assert.equal(await client.request('textDocument/hover', at(path.join(root, 'nowhere.toy.py'), 0, 0)), null);
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri: 'x' }, position: { line: 0, character: 0 } }),
      null,
    );
  });

  it('completes in place of the whole string', async () => {
    await client.edit(use, 'use("K-")\n');
    const range = { start: { line: 0, character: 5 }, end: { line: 0, character: 7 } };
    assert.equal(await client.request('textDocument/completion', at(use, 0, 7)), null);
    const list = await client.request<{ isIncomplete: boolean; items: object[] }>(
      'textDocument/completion',
      at(use, 0, 6),
    );
    assert.deepEqual(list, {
      isIncomplete: false,
      items: [
        {
          label: 'Known',
          kind: 20,
          detail: 'thing',
          filterText: 'Known',
          sortText: '0000',
          textEdit: { range, newText: 'Known' },
        },
      ],
    });
    const all = await client.request<{ items: { label: string; insertTextFormat?: number }[] }>(
      'textDocument/completion',
      at(use, 0, 5),
    );
    assert.deepEqual(
      all.items.map(each => [each.label, each.insertTextFormat]),
      [
        ['Known', undefined],
        ['X', undefined],
        ['snip', 2],
      ],
    );
  });

  it('goes to the definition', async () => {
    const links = await client.request<LocationLink[]>('textDocument/definition', at(use, 0, 6));
    assert.deepEqual(links, [
      {
        originSelectionRange: { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } },
        targetUri: uriOf(path.join(root, 'main.toy.py')),
        targetRange: { start: { line: 1, character: 4 }, end: { line: 1, character: 21 } },
        targetSelectionRange: { start: { line: 1, character: 4 }, end: { line: 1, character: 7 } },
      },
    ]);
  });

  it('outlines registry files', async () => {
    const main = path.join(root, 'main.toy.py');
    await client.open(main, TREE['main.toy.py']);
    const [table] = await client.request<{ name: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri: uriOf(main) } },
    );
    assert.deepEqual([table?.name, table?.children.map(child => child.name)], ['A', ['X', 'Known']]);
  });

  it('repairs, from where the text is when the action is chosen', async () => {
    const { diagnostics } = client.published.findLast(each => each.uri === uriOf(use))!;
    const range = diagnostics[0]!.range;
    const params = { textDocument: { uri: uriOf(use) }, range, context: { diagnostics } };
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', params);
    assert.equal(action?.title, "Change to 'Known'");
    assert.equal(action.isPreferred, true);
    assert.deepEqual(action.diagnostics, diagnostics);
    assert.equal(action.edit, undefined);
    const version = await client.edit(use, `# moved\n${TREE['use.toy.py']}`);
    const resolved = await client.request<CodeAction>('codeAction/resolve', action);
    const place = { start: { line: 2, character: 5 }, end: { line: 2, character: 9 } };
    assert.deepEqual(resolved.edit, {
      documentChanges: [{ textDocument: { uri: uriOf(use), version }, edits: [{ range: place, newText: 'Known' }] }],
    });
    await client.edit(use, 'use("X")\n');
    await assert.rejects(client.request('codeAction/resolve', action), /text has changed/);
    assert.equal(
      await client.request('textDocument/codeAction', { ...params, context: { diagnostics, only: ['refactor'] } }),
      null,
    );
  });

  it('explains names and positions, lists names and workspaces', async () => {
    assert.deepEqual(await client.request('registry/names', undefined), ['Known', 'X']);
    assert.deepEqual(await client.request('registry/workspaces', undefined), [
      { id: 'alice', root: uriOf(path.join(root, 'ws/alice')) },
    ]);
    const named = await client.request<{ name: string }>('registry/explain', { name: 'X' });
    assert.equal(named.name, 'X');
    const there = await client.request<{ name: string }>('registry/explain', {
      uri: uriOf(use),
      position: { line: 0, character: 6 },
    });
    assert.equal(there.name, 'X');
    assert.equal(
      await client.request('registry/explain', { uri: uriOf(use), position: { line: 0, character: 0 } }),
      null,
    );
    assert.equal(await client.request('registry/explain', {}), null);
  });

  it('asks for settings, which change answers and no findings', async () => {
    client.settings = { activeWorkspace: 'bob', resolutionProfile: 'nonsense' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    let value = '';
    for (let tries = 0; tries < 100 && !value.includes('bob'); tries++) {
      const hover = await client.request<Hover>('textDocument/hover', at(use, 0, 6));
      ({ value } = hover.contents as { value: string });
    }
    assert.match(value, /workspace bob/);
    assert.deepEqual(client.shown(use), ['toy/unknown']);
  });
});
