import assert from 'node:assert/strict';
import { benchRepository } from '../bench/repositories';
import { storms } from '../bench/storms';
import { makeTree } from '../support/disk';
import { isLong } from '../support/seed';
import { bundled } from './bundle';

describe('storms', () => {
  it('leave what a server shows that starts afresh', async function () {
    if (!isLong) this.skip();
    this.timeout(600_000);
    const { files, edited } = benchRepository({ workspaces: 12, rows: 20, core: 16 }, 40);
    const folder = makeTree(Object.fromEntries([...files, ['.git/HEAD', '']]));
    const found = await storms(await bundled('server/src/lsp/main.ts'), { folder, files, edited }, 1);
    assert.equal(found.storms.length, 6);
    for (const { what, latencies } of found.storms) assert.ok(latencies.length > 0, what);
  });
});
