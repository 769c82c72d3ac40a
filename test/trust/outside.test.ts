import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadWorkspace } from '../../server/src/host/disk-files';
import { refresh } from '../../server/src/host/refresh';
import { Workspace } from '../../server/src/workspace';
import { CORE, REPOSITORY } from '../cli/repository';
import { runInProcess } from '../cli/in-process';
import { bundled } from '../lsp/bundle';
import { TestClient } from '../lsp/client';
import { makeTree, type Content } from '../support/disk';
import { plainFindings } from '../support/fresh';
import { metadataText, REGISTRY, registryText } from '../systems/artifacts/repository';
import { moduleText, needs } from '../systems/modules/module-text';

const MORE = 'src/cursus/steps/builders/more';
const NOTE = `Cannot list ${MORE}: it is a link out of the repository. What is in it is unknown, so what might be there is not called missing.`;

/** Something of each system lies below `more`, `nodes` or `plugins`; those folders are missing. */
const FILES: Readonly<Record<string, Content>> = {
  ...REPOSITORY,
  'src/cursus/steps/builders/builder_xgboost_training_step.py':
    'class XGBoostTrainingStepBuilder(StepBuilderBase):\n    pass\n',
  [REGISTRY]: registryText([{ version: '1.0.0', path: 'nodes/stamper_node/v1_0_0' }, { version: '2.0.0' }]),
  'src/onex/nodes/stamper_node/v2_0_0/node.onex.yaml': metadataText({ version: '2.0.0' }),
  'apcore.yaml': 'extensions:\n  root: ./ext\nid_map:\n  overrides: ./ids.yaml\n',
  'ids.yaml': 'mappings:\n  - {file: plugins/z.py, id: z}\n',
  'ext/a.py': moduleText(),
  'ext/a_meta.yaml': needs('plugins.b'),
};
const BUILDER_MISSING = `${CORE} step/missing-builder`;
const PATH_MISSING = `${REGISTRY} artifact/missing-path`;
/** The scan refuses folders out of the root (formats 2.2), so what would be in them is missing. */
const MODULES = ['ext/a_meta.yaml module/missing-dependency', 'ids.yaml module/id-map'];

async function load(root: string): Promise<Workspace> {
  const workspace = new Workspace({ readText: at => fs.readFileSync(path.join(root, at), 'utf8') });
  await loadWorkspace(workspace, root);
  return workspace;
}

/** Those that call something absent. */
function findingsOf(workspace: Workspace): string[] {
  const all = [...workspace.paths()].flatMap(at => workspace.findings(at).map(({ code }) => `${at} ${code}`));
  return all.filter(each => / (step\/missing-|artifact\/missing-|module\/(missing-|id-map))/.test(each)).sort();
}

describe('a folder that is a link out of the repository', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('may hold anything, as long as it is one; but modules are not looked for in it', async () => {
    const outside = makeTree({});
    const root = makeTree(FILES);
    const workspace = await load(root);
    const check = async (at: string, expected: readonly string[]): Promise<void> => {
      await refresh(workspace, root, [at]);
      workspace.check();
      assert.deepEqual(findingsOf(workspace), [...expected].sort());
      const fresh = await load(root);
      for (const each of fresh.paths())
        assert.deepEqual(plainFindings(workspace, each), plainFindings(fresh, each), each);
    };
    const link = (at: string): void => fs.symlinkSync(outside, path.join(root, at));
    const remove = (at: string): void => fs.rmSync(path.join(root, at));
    await check('ext', [BUILDER_MISSING, PATH_MISSING, ...MODULES]);
    // What lies around the code holds no builder.
    link('data');
    await check('data', [BUILDER_MISSING, PATH_MISSING, ...MODULES]);
    link(MORE);
    await check(MORE, [PATH_MISSING, ...MODULES]);
    link('nodes');
    await check('nodes', MODULES);
    remove('nodes');
    await check('nodes', [PATH_MISSING, ...MODULES]);
    remove(MORE);
    await check(MORE, [BUILDER_MISSING, PATH_MISSING, ...MODULES]);
    link('ext/plugins');
    await check('ext/plugins', [PATH_MISSING, ...MODULES]);
  });

  it('is named by the command line and the server', async () => {
    const root = makeTree({
      ...REPOSITORY,
      'src/cursus/steps/configs/config_all.py': '',
      [MORE]: { link: makeTree({}) },
    });
    assert.deepEqual(await runInProcess(root, ['lint', '--rule', 'step/missing-builder', '--format', 'github']), {
      code: 0,
      out: '',
      err: `${NOTE}\n`,
    });
    assert.deepEqual(await runInProcess(root, ['snapshot']), {
      ...(await runInProcess(makeTree(REPOSITORY), ['snapshot'])),
      err: `${NOTE}\nLeft out, since they are links out of the repository, which are not followed: ${MORE}\n`,
    });
    const explained = (await runInProcess(root, ['explain', 'Package'])).out;
    assert.match(explained, /\? config .* the link 'src\/cursus\/steps\/builders\/more' leads out of the repository/);
    const client = await TestClient.start({ server: await bundled('server/src/lsp/main.ts'), folders: [root] });
    await client.request('registry/names', undefined);
    assert.deepEqual(client.warnings, [NOTE]);
    await client.stop();
  });
});
