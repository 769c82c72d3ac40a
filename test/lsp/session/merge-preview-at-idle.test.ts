import assert from 'node:assert/strict';
import path from 'node:path';
import { makeTree } from '../../support/disk';
import { bundled } from '../bundle';
import { TestClient, uriOf } from '../client';

const registryOf = (id: string): string =>
  `developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py`;
const row = (type: string): string => `LOCAL_STEPS = {"X": {"spec_type": "${type}"}}\n`;

describe('merge preview in the editor', function () {
  this.timeout(600_000);

  it('is there when nobody types, as the open texts have it, and goes with its key', async () => {
    const root = makeTree({
      '.git/HEAD': '',
      'registry-intelligence.yaml': 'rules: []\n',
      'src/cursus/registry/step_names.py': 'STEP_NAMES = {}\n',
      [registryOf('alice')]: row('A'),
      [registryOf('bob')]: row('A'),
    });
    const [project, bob] = [path.join(root, 'registry-intelligence.yaml'), path.join(root, registryOf('bob'))];
    const client = await TestClient.start({ server: await bundled('server/src/lsp/main.ts'), folders: [root] });
    try {
      await client.open(project, 'rules: []\n', 'yaml');
      await client.open(bob, row('A'));
      const foretold = (): boolean => client.shown(bob)?.includes('workspace/merge-preview') === true;
      await client.edit(project, 'merge_preview: true\n');
      await client.edit(bob, row('B'));
      await client.when(foretold, () => assert.fail('nothing is foretold'));
      const shown = client.published.findLast(({ uri }) => uri === uriOf(bob))!;
      const lost = shown.diagnostics.find(({ code }) => code === 'workspace/merge-preview')!;
      assert.match(lost.message as string, /'X' is lost to that of 'alice'/);
      // A text that is half typed takes nothing back, nor does one that only moves.
      const broken = await client.edit(bob, `# a comment\n${row('B').slice(0, -3)}`);
      assert.ok(
        (await client.published_(bob, broken)).diagnostics.some(({ code }) => code === 'workspace/merge-preview'),
      );
      await client.edit(bob, row('A'));
      await client.when(
        () => !foretold(),
        () => assert.fail('what no longer differs is foretold'),
      );
      await client.edit(bob, row('B'));
      await client.when(foretold, () => assert.fail('nothing is foretold any more'));
      await client.edit(project, 'merge_preview: false\n');
      await client.when(
        () => !foretold(),
        () => assert.fail('it stays when it is switched off'),
      );
    } finally {
      await client.stop();
    }
  });
});
