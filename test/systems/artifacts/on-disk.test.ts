import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadWorkspace } from '../../../server/src/host/disk-files';
import { refresh } from '../../../server/src/host/refresh';
import { loadingOf } from '../../../server/src/systems/artifacts/define/loading';
import { isArtifact } from '../../../server/src/systems/artifacts/facts';
import { Workspace } from '../../../server/src/workspace';
import { addTo, makeTree, type Content } from '../../support/disk';

const HOME = 'nodes/stamper_node/v1_0_0';
const METADATA = 'schema_version: "1"\nname: stamper_node\nversion: "1.0.0"\n';
const FILES = {
  'registry/registry.yaml': `registry_version: "1"
nodes:
  - name: stamper_node
    versions:
      - {version: v1_0_0, path: ${HOME}, metadata_file: node.onex.yaml}
`,
  [`${HOME}/node.onex.yaml`]: METADATA,
};

async function loaded(files: Readonly<Record<string, Content>>): Promise<{ root: string; workspace: Workspace }> {
  const root = makeTree({ ...FILES, ...files });
  const workspace = new Workspace();
  await loadWorkspace(workspace, root);
  return { root, workspace };
}

function statusIn({ lookup }: Workspace): string | undefined {
  const entry = lookup.file('registry/registry.yaml')?.facts.find(isArtifact);
  return entry && loadingOf(entry, lookup).status;
}

/** The answers are those of the real loader for the same folders. */
describe('what lies in the folder of a version on disk', () => {
  const MARKERS: readonly (readonly [string, Content, string])[] = [
    ['a file', '', 'wip'],
    ['an empty folder', { folder: true }, 'wip'],
    ['a link to a file', { link: 'node.onex.yaml' }, 'wip'],
    ['a link to a folder', { link: '..' }, 'wip'],
    ['a link that leads nowhere', { link: 'nowhere' }, 'valid'],
    ['a link to itself', { link: '.wip' }, 'valid'],
  ];
  for (const [what, content, status] of MARKERS)
    it(`is ${status} where .wip is ${what}`, async () => {
      const { workspace } = await loaded({ [`${HOME}/.wip`]: content });
      assert.equal(statusIn(workspace), status);
    });

  for (const link of ['nowhere.yaml', '.'])
    it(`is invalid where the metadata is a link to '${link}'`, async () => {
      const at = `${HOME}/other.yaml`;
      const { workspace } = await loaded({
        'registry/registry.yaml': FILES['registry/registry.yaml'].replace('node.onex.yaml', 'other.yaml'),
        [at]: { link },
      });
      assert.equal(statusIn(workspace), 'invalid');
    });

  it('follows an empty folder .wip that comes and goes', async () => {
    const { root, workspace } = await loaded({});
    addTo(root, { [`${HOME}/.wip`]: { folder: true } });
    await refresh(workspace, root, [`${HOME}/.wip`]);
    assert.equal(statusIn(workspace), 'wip');
    fs.rmdirSync(path.join(root, HOME, '.wip'));
    await refresh(workspace, root, [`${HOME}/.wip`]);
    assert.equal(statusIn(workspace), 'valid');
  });

  it('calls nothing lost that no registry lists', async () => {
    const at = 'nodes/logger_node/v1_0_0/node.onex.yaml';
    const { workspace } = await loaded({ [at]: 'name: [\n' });
    workspace.check();
    const said = workspace.findings(at).filter(({ code }) => code === 'artifact/invalid-metadata');
    assert.deepEqual([...new Set(said.map(({ severity }) => severity))], ['warning']);
    for (const { message } of said) assert.match(message, /would not load if a registry listed it/);
  });
});

describe('a path that a repository cannot have', () => {
  for (const start of ['~', '$ROOT', 'file:', 'x'.repeat(300)])
    it(`leads nowhere: ${start.slice(0, 10)}/…`, async () => {
      const { workspace } = await loaded({
        'registry/registry.yaml': FILES['registry/registry.yaml'].replace(HOME, `'${start}/${HOME}'`),
      });
      assert.equal(statusIn(workspace), 'invalid');
    });
});
