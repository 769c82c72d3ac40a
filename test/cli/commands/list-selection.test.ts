import assert from 'node:assert/strict';
import { makeTree } from '../../support/disk';
import { moduleText } from '../../systems/modules/module-text';
import { runInProcess } from '../in-process';
import { REPOSITORY } from '../repository';

const modules = {
  '.git/HEAD': '',
  'extensions/shop/orders.py': moduleText(),
  'extensions/shop/orders_meta.yaml': 'tags: [money, slow]\n',
  'extensions/shop/bills.py': moduleText(),
  'extensions/shop/bills_meta.yaml': 'tags: [money]\n',
  'extensions/send.py': moduleText(),
};

/** The names that are listed, with the workspaces they are of. */
async function listed(files: Parameters<typeof makeTree>[0], ...line: string[]): Promise<string[]> {
  const { out } = await runInProcess(makeTree(files), ['list', ...line, '--format', 'json']);
  const found = JSON.parse(out) as Record<string, { id?: string; name?: string; workspace?: string | null }[]>;
  return found[line[0]!]!.map(({ id, name, workspace }) =>
    [id ?? name, ...(workspace ? [workspace] : [])].join(' of '),
  );
}

describe('list', () => {
  it('selects modules by tags, all of which they must have, and by what their ids begin with', async () => {
    assert.deepEqual(await listed(modules, 'modules', '--tag', 'money'), ['shop.bills', 'shop.orders']);
    assert.deepEqual(await listed(modules, 'modules', '--tag', 'money,slow'), ['shop.orders']);
    assert.deepEqual(await listed(modules, 'modules', '--prefix', 'shop.b'), ['shop.bills']);
    assert.deepEqual(await listed(modules, 'modules', '--tag', 'money', '--prefix', 'se'), []);
  });

  it('lists apart the workspaces that the run time does not know', async () => {
    const at = (id: string): string =>
      `developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py`;
    const files = {
      '.git/HEAD': '',
      [at('alice')]: 'LOCAL_STEPS = {}\n',
      [at('bob')]: 'LOCAL_STEPS = {\n',
      [at('carol')]: 'WORKSPACE_METADATA = {"developer_id": None}\n',
    };
    const { out } = await runInProcess(makeTree(files), ['list', 'workspaces', '--format', 'json']);
    const { workspaces, not_loaded: lost } = JSON.parse(out) as Record<string, { id: string; path: string }[]>;
    assert.deepEqual(
      workspaces?.map(({ id }) => id),
      ['alice'],
    );
    assert.deepEqual(
      lost?.map(({ path }) => path.split('/').at(-1)),
      ['bob', 'carol'],
    );
  });

  it('selects what a workspace itself defines', async () => {
    const own = ['steps', '--workspace', 'alice', '--own'];
    assert.deepEqual(await listed(REPOSITORY, ...own), ['XGBoostTraining of alice']);
  });
});
