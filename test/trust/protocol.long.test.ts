import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { Restarts } from '../../client/src/restarts';
import { bundled } from '../lsp/bundle';
import { TestClient, uriOf } from '../lsp/client';
import { makeTree } from '../support/disk';
import { tries, SEED } from '../support/seed';

const MESSAGES = tries(3000);
/** More than the language client of VS Code would allow in three minutes. */
const LIVES = 8;
const CORE = 'src/cursus/registry/step_names.py';
const FILES = {
  '.git/HEAD': '',
  [CORE]: 'STEP_NAMES = {"Train": {"config_class": "C"}, "Train": {}}\n',
  'p.py': 'from cursus.registry import get_step_definition\nget_step_definition("Trian")\n',
  'src/onex/registry/registry.yaml': 'nodes: [{name: a, versions: [{version: 1.0}]}]\n',
  'extensions/a_meta.yaml': 'dependencies: [{module_id: b}]\n',
};

/** Numbers in the same order for the same seed. */
class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 7919 + 1) % 2147483647;
  }

  below(limit: number): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state % limit;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

const REQUESTS = [
  'textDocument/hover', 'textDocument/completion', 'completionItem/resolve', 'textDocument/definition', 'textDocument/declaration', 'textDocument/implementation',
  'textDocument/references', 'textDocument/documentHighlight', 'textDocument/documentSymbol', 'workspace/symbol', 'textDocument/codeAction', 'codeAction/resolve',
  'textDocument/codeLens', 'textDocument/inlayHint', 'textDocument/documentLink', 'textDocument/prepareRename', 'textDocument/rename', 'workspace/willRenameFiles',
  'textDocument/prepareCallHierarchy', 'callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls', 'workspace/executeCommand', 'workspace/textDocumentContent',
  'registry/explain', 'registry/names', 'registry/reload', 'no/such', 'initialize',
]; // prettier-ignore
const NOTIFICATIONS = [
  'textDocument/didChange', 'textDocument/didOpen', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration',
  'workspace/didChangeWorkspaceFolders', 'notebookDocument/didOpen', 'notebookDocument/didChange', 'notebookDocument/didClose', 'workspace/didDeleteFiles', '$/cancelRequest', '$/setTrace', 'initialized', 'no/such', '$/x',
]; // prettier-ignore

describe('the server, whatever it is told', function () {
  this.timeout(600_000);

  it('serves a client that does not say what it can do', async () => {
    const root = makeTree(FILES);
    const server = await bundled('server/src/lsp/main.ts');
    for (const capabilities of [undefined, null]) {
      const client = await TestClient.start({ server, folders: [root], capabilities });
      assert.deepEqual(await client.request('registry/names', {}), ['Train', 'a']);
      await client.stop();
    }
  });

  it('goes on, and says of the files what a new one says', async () => {
    const chance = new Chance(SEED);
    const root = makeTree(FILES);
    const server = await bundled('server/src/lsp/main.ts');
    const client = await TestClient.start({ server, folders: [root], options: { watchesFiles: true } });
    const uris = [
      ...Object.keys(FILES).map(file => uriOf(path.join(root, file))),
      uriOf(path.join(root, 'none.py')), 'file:///etc/passwd', 'file://host/share/a.py', 'untitled:Untitled-1', 'git:/a.py?x', 'nonsense', '', 'file:///%00', 'file:///%zz',
      `${uriOf(root)}/../../../etc/x_meta.yaml`, 'vscode-notebook-cell:/a.ipynb#x', 'http://[::1]:80/a.py',
    ]; // prettier-ignore
    const number = () => chance.of<unknown>([0, 1, 5, 12, 1e9, -1, 2 ** 31, 1.5, null, 'x', Number.MAX_SAFE_INTEGER]);
    const position = () =>
      chance.of<unknown>([{ line: number(), character: number() }, { line: 0, character: 16 }, null, {}, 7]);
    const range = () => chance.of<unknown>([{ start: position(), end: position() }, null]);
    const text = () =>
      chance.of(['', 'STEP_NAMES = {"A": {', 'x: [', '\0', '\ud800', 'a'.repeat(10_000), '[['.repeat(500)]);
    const any = () => chance.of<unknown>([null, 1, 'x', [], {}, [null], { uri: chance.of(uris) }]);
    const params = (): unknown => {
      if (chance.below(12) === 0) return any();
      const uri = chance.below(15) === 0 ? any() : chance.of(uris);
      return {
        textDocument:
          chance.below(20) === 0
            ? any()
            : { uri, version: number(), languageId: chance.of(['python', 'yaml', '']), text: text() },
        position: position(),
        range: range(),
        contentChanges: chance.of<unknown>([[{ text: text() }], [{ range: range(), text: text() }], [], null, [null]]),
        context: chance.of<unknown>([{ diagnostics: [] }, { diagnostics: [any()], includeDeclaration: true }, null]),
        changes: chance.of<unknown>([[{ uri, type: chance.of([1, 2, 3, 9]) }], [], null]),
        files: chance.of<unknown>([[{ oldUri: uri, newUri: chance.of(uris) }], null]),
        event: chance.of<unknown>([{ added: [], removed: [] }, { added: [any()], removed: [{ uri, name: '' }] }, null]),
        newName: chance.of(['', 'X', '../x', '"', '\n', '__proto__']),
        query: text().slice(0, 100),
        name: chance.of(['Train', '', '__proto__', 'x'.repeat(5000)]),
        id: number(),
        uri,
        data: any(),
        item: any(),
        command: 'x',
        arguments: any(),
        settings: any(),
        notebookDocument: any(),
      };
    };
    const pending: Promise<unknown>[] = [];
    for (let i = 0; i < MESSAGES; i++) {
      if (chance.below(3) === 0) {
        await client.notify(chance.of(NOTIFICATIONS), params());
        continue;
      }
      const source = new CancellationTokenSource();
      pending.push(client.request(chance.of(REQUESTS), params(), source.token).catch(() => undefined));
      if (chance.below(4) === 0) source.cancel();
      if (chance.below(20) === 0) await Promise.all(pending.splice(0));
    }
    await Promise.all(pending);
    // Whatever was opened is closed; folders may have been taken away.
    for (const uri of uris) await client.notify('textDocument/didClose', { textDocument: { uri } });
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: uriOf(root), name: '' }], removed: [] },
    });
    await client.request('registry/reload', undefined);
    const expected = new Map<string, string[] | undefined>();
    const fresh = await TestClient.start({ server, folders: [root], options: { watchesFiles: true } });
    await fresh.until(path.join(root, 'p.py'), ['step/unknown-reference']);
    for (const file of Object.keys(FILES)) expected.set(file, fresh.shown(path.join(root, file)));
    await fresh.stop();
    for (const [file, codes] of expected) if (codes !== undefined) await client.until(path.join(root, file), codes);
    // Messages that make no sense are logged; that is all that becomes of them.
    for (const error of client.errors.splice(0)) assert.doesNotMatch(error, /out of memory|Maximum call stack/);
    await client.stop();
  });

  it('is killed under load, again and again, and its successor knows as much', async () => {
    const chance = new Chance(SEED);
    const root = makeTree(FILES);
    const server = await bundled('server/src/lsp/main.ts');
    const core = path.join(root, CORE);
    let text = FILES[CORE];
    const restarts = new Restarts();
    for (let life = 0; life < LIVES; life++) {
      const client = await TestClient.start({ server, folders: [root], options: { watchesFiles: true } });
      restarts.running();
      await client.open(core, text);
      const until = performance.now() + chance.below(120);
      for (let i = 0; performance.now() < until; i++) {
        text = `STEP_NAMES = {"Train": {"config_class": "C${i}"}, "Trian": {}}\n`;
        await client.edit(core, text).catch(() => undefined);
        void client.request('registry/names', undefined).catch(() => undefined);
        await new Promise(resolve => setImmediate(resolve));
      }
      process.kill(client.pid, 'SIGKILL');
      const pause = restarts.pause();
      assert.ok(pause !== undefined, `given up after ${life} restarts`);
      // The first pauses are waited out; the later ones are the same, but longer.
      await new Promise(resolve => setTimeout(resolve, Math.min(pause, 200)));
    }
    // What the client holds open is sent to the next one, which needs nothing else.
    const last = await TestClient.start({ server, folders: [root], options: { watchesFiles: true } });
    await last.open(core, text);
    await last.request('registry/names', undefined);
    assert.deepEqual(last.shown(path.join(root, 'p.py')) ?? [], []);
    await last.edit(core, FILES[CORE]);
    await last.until(path.join(root, 'p.py'), ['step/unknown-reference']);
    assert.equal(fs.readFileSync(core, 'utf8'), FILES[CORE], 'the server writes nothing');
    await last.stop();
  });
});
