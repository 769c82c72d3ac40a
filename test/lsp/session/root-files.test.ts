import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { NODE_HOST } from '../../../server/src/lsp/hosts/node-host';
import { RootFiles } from '../../../server/src/lsp/session/root-files';
import { makeTree } from '../../support/disk';
import { TOY } from '../../support/toy-system';

describe('the files of a root', () => {
  it('have none of a folder that became a root of its own while they were read', async () => {
    const root = makeTree({ 'a.toy.py': '', 'inner/b.toy.py': '', 'inner/c.txt': '' });
    const files = new RootFiles(root, { ...NODE_HOST, load }, { systems: [TOY], rules: [] });
    async function load(...args: Parameters<typeof NODE_HOST.load>): ReturnType<typeof NODE_HOST.load> {
      const loaded = await NODE_HOST.load(...args);
      files.setNestedRoots(['inner']);
      return loaded;
    }
    const workspace = files.newWorkspace();
    await files.load(workspace, { checkpoint: soleCheckpoint(), isOpen: () => false });
    assert.deepEqual([...workspace.allPaths()], ['a.toy.py']);
  });
});
