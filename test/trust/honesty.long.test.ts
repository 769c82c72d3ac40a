import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { loadWorkspace } from '../../server/src/host/disk-files';
import { Workspace } from '../../server/src/workspace';

describe('the Python standard library', () => {
  it('is no registry: nothing is said of it, not even a hint', async function () {
    const { status, stdout } = spawnSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
      encoding: 'utf8',
    });
    if (status !== 0) this.skip();
    const root = stdout.trim();
    const workspace = new Workspace();
    await loadWorkspace(workspace, root);
    const said = [...workspace.paths()].flatMap(path => workspace.findings(path));
    assert.ok([...workspace.paths()].length > 500);
    assert.deepEqual(
      said.map(({ path, code, message }) => `${path} ${code} ${message}`),
      [],
    );
  });
});
