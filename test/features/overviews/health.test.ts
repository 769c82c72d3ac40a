import assert from 'node:assert/strict';
import { health } from '../../../server/src/features/overviews/health';
import { repository } from '../../systems/artifacts/repository';

describe('the health of an artifact registry', () => {
  const versions = [{ version: '1.0.0' }, { version: '1.0.0', name: 'tree_node' }];
  const METADATA = 'src/onex/nodes/tree_node/v1_0_0/node.onex.yaml';

  it('counts what is wrong in the metadata of its versions', () => {
    const statuses = (text: string): object[] =>
      health(repository(versions, { [METADATA]: text })).registries.map(({ status, issues }) => ({
        status,
        paths: issues.map(({ path }) => path),
      }));
    assert.deepEqual(statuses('schema_version: 0.1.0\nname: tree_node\nversion: 1.0.0\n'), [
      { status: 'HEALTHY', paths: [] },
    ]);
    assert.deepEqual(statuses('name: tree_node\nversion: 1.0.0\n'), [{ status: 'UNHEALTHY', paths: [METADATA] }]);
    assert.deepEqual(statuses('name: [\n'), [{ status: 'UNHEALTHY', paths: [METADATA] }]);
  });

  it('leaves out what belongs to no version', () => {
    const { registries } = health(repository(versions, { 'src/onex/nodes/other/v1_0_0/node.onex.yaml': 'name: [\n' }));
    assert.deepEqual(
      registries.flatMap(({ issues }) => issues.map(({ path }) => path)),
      [],
    );
  });
});
