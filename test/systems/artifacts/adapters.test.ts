import assert from 'node:assert/strict';
import { artifacts } from '../../../server/src/systems/artifacts/index';
import type { Workspace } from '../../../server/src/workspace';
import { folderOf, repository, type Version } from './repository';

const OWNER: Version = { version: '1.0.0', name: 'stamper_node' };
const ADAPTER = `${folderOf(OWNER)}/adapters/cli.py`;

function borrower(name: string): Version {
  const module = ADAPTER.slice('src/'.length, -'.py'.length).replaceAll('/', '.');
  return { version: '1.0.0', name, metadata: `cli_adapter:\n  module: ${module}\n  class: StamperAdapter\n` };
}

function graphOf(workspace: Workspace): Record<string, readonly string[][]> {
  const { answers } = artifacts;
  const ends = (name: string): string[][] =>
    [answers?.dependencies?.(name, workspace.lookup), answers?.dependants?.(name, workspace.lookup)].map(each =>
      (each ?? []).map(end => end.name),
    );
  return Object.fromEntries(['stamper_node', 'tree_node', 'other_node'].map(name => [name, ends(name)]));
}

describe('an adapter in the folder of another artifact', () => {
  const versions = [{ ...OWNER, metadata: borrower('').metadata! }, borrower('tree_node'), borrower('other_node')];

  it('makes all that name it depend on that artifact, which does not depend on itself', () => {
    const workspace = repository(versions, { [ADAPTER]: 'class StamperAdapter:\n    pass\n' });
    assert.deepEqual(graphOf(workspace), {
      stamper_node: [[], ['other_node', 'tree_node']],
      tree_node: [['stamper_node'], []],
      other_node: [['stamper_node'], []],
    });
  });

  it('is no edge where only the name of the class is the same', () => {
    const elsewhere = `${folderOf(OWNER)}/adapters/other.py`;
    const workspace = repository(versions, { [elsewhere]: 'class StamperAdapter:\n    pass\n' });
    assert.deepEqual(graphOf(workspace)['tree_node'], [[], []]);
    assert.deepEqual(graphOf(workspace)['stamper_node'], [[], []]);
  });

  it('is no edge while the class is not there, and one as soon as it is', () => {
    const workspace = repository(versions);
    assert.deepEqual(graphOf(workspace)['tree_node'], [[], []]);
    workspace.apply(new Map([[ADAPTER, { text: 'class StamperAdapter:\n    pass\n', open: false }]]));
    assert.deepEqual(graphOf(workspace)['tree_node'], [['stamper_node'], []]);
    assert.deepEqual(graphOf(workspace)['stamper_node'], [[], ['other_node', 'tree_node']]);
    workspace.apply(new Map([[ADAPTER, { text: 'class Other:\n    pass\n', open: false }]]));
    assert.deepEqual(graphOf(workspace)['stamper_node'], [[], []]);
  });
});
