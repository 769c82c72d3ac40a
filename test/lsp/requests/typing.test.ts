import assert from 'node:assert/strict';
import path from 'node:path';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { ALICE, REPOSITORY } from '../../cli/repository';
import { makeTree, removeTrees } from '../../support/disk';
import { bundled } from '../bundle';
import { TestClient, uriOf } from '../client';

describe('server: typing', () => {
  let file: string;
  let client: TestClient;
  before(async () => {
    const root = makeTree(REPOSITORY);
    file = path.join(root, ALICE);
    client = await TestClient.start({ server: await bundled('server/src/lsp/main.ts'), folders: [root] });
  });
  after(async () => {
    await client.stop();
  });
  after(removeTrees);

  const rows = async (): Promise<string[]> => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriOf(file) },
    });
    return symbols.flatMap(({ children = [] }) => children.map(({ name }) => name)).filter(name => /^[A-Z]/.test(name));
  };

  it('takes a name above another row for half-typed until it is saved', async () => {
    const text = REPOSITORY[ALICE] as string;
    const joined = text.replace('    "XGBoostTraining": {', '    "New"\n    "XGBoostTraining": {');
    await client.open(file, text);
    await client.edit(file, joined);
    assert.deepEqual(await rows(), ['XGBoostTraining']);
    await client.save(file);
    assert.deepEqual(await rows(), ['NewXGBoostTraining']);
    await client.edit(file, joined.replace('"New"', '"New": {},'));
    assert.deepEqual(await rows(), ['New', 'XGBoostTraining']);
  });
});
