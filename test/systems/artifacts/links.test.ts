import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { documentLinks } from '../../../server/src/features/at-cursor/document-links';
import { graph } from '../../../server/src/features/overviews/graph';
import { hierarchyAt, hierarchyCalls } from '../../../server/src/features/at-cursor/hierarchy';
import { hover } from '../../../server/src/features/at-cursor/hover';
import { lenses, lensText } from '../../../server/src/features/at-cursor/lenses';
import { references } from '../../../server/src/features/at-cursor/references';
import { moveEdits, rename, renameTarget, type RenameEdits } from '../../../server/src/features/edit/rename';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import { treeNodes } from '../../../server/src/features/overviews/tree';
import { workspaceSymbols } from '../../../server/src/features/at-cursor/workspace-symbols';
import { workspaceOfFiles } from '../../support/fixture';
import { metadataText, REGISTRY, registryText, type Version } from './repository';

const NODES = 'src/onex/nodes';
const STAMPER: Version = { version: '1.0.0' };
const LOGGER: Version = {
  version: '2.0.0',
  name: 'logger_node',
  metadata:
    'state_contract: state_contract://contract.yaml\ndependencies:\n  - name: stamper_node\n    version: ">=1.0.0"\n',
};
const FILES: Readonly<Record<string, string>> = {
  [REGISTRY]: registryText([STAMPER, LOGGER]),
  [`${NODES}/stamper_node/v1_0_0/node.onex.yaml`]: metadataText(STAMPER),
  [`${NODES}/logger_node/v2_0_0/node.onex.yaml`]: metadataText(LOGGER),
  [`${NODES}/logger_node/v2_0_0/contract.yaml`]: 'a: 1\n',
  'src/onex/.onextree': `name: onex
type: directory
children:
  - name: nodes
    type: directory
    children:
      - name: stamper_node
        type: directory
        children:
          - name: v1_0_0
            type: directory
            children: [{name: node.onex.yaml, type: file}]
`,
};
/** Folders that say nothing of names and versions. */
const FLAT: Version = { version: '1.0.0', path: 'src/onex/one' };
const FLAT_FILES: Readonly<Record<string, string>> = {
  [REGISTRY]: registryText([FLAT, LOGGER]),
  'src/onex/one/node.onex.yaml': metadataText(FLAT),
};

interface At {
  readonly files: ReadonlyMap<string, string>;
  readonly workspace: ReturnType<typeof workspaceOfFiles>;
  readonly path: string;
  readonly offset: number;
}

/** The cursor stands one character into the first `word` of a file. */
function at(path: string, word: string, more: Readonly<Record<string, string>> = {}): At {
  const files = new Map(Object.entries({ ...FILES, ...more }));
  const offset = files.get(path)!.indexOf(word) + 1;
  assert.ok(offset > 0, word);
  return { files, workspace: workspaceOfFiles(files), path, offset };
}

async function referencesAt({ files, workspace, path, offset }: At): Promise<string[] | undefined> {
  const found = await references(workspace, path, offset, {}, soleCheckpoint());
  return found?.map(each => {
    const text = files.get(each.path)!.slice(each.span.start, each.span.end);
    return `${each.path.replace('src/onex/', '')} ${text}${each.isDefinition ? ' *' : ''}`;
  });
}

async function renamed({ files, workspace, path, offset }: At, to: string): Promise<unknown> {
  const options = { across: false, isReadOnly: () => false };
  const found = await rename(workspace, path, offset, to, {}, options, soleCheckpoint());
  return found === undefined || 'refused' in found ? found?.refused : changes(found, files);
}

function changes({ files, moves }: RenameEdits, texts: ReadonlyMap<string, string>): string[] {
  const lines = [...files].flatMap(([path, edits]) => {
    const before = texts.get(path)!.split('\n');
    const after = applyEdits(texts.get(path)!, edits).split('\n');
    return after.flatMap((line, i) => (line === before[i] ? [] : [`${path.replace('src/onex/', '')}: ${line.trim()}`]));
  });
  return [...lines, ...moves.map(({ path, to }) => `${path} -> ${to}`)].sort();
}

function moved(moves: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): string[] {
  const files = new Map(Object.entries({ ...FILES, ...more }));
  const list = Object.entries(moves).map(([path, to]) => ({ path, to }));
  return changes(moveEdits(workspaceOfFiles(files), list), files);
}

describe('references to an artifact', () => {
  it('are the registry, metadata, what needs it, and trees, wherever one asks', async () => {
    const all = [
      '.onextree stamper_node',
      '.onextree v1_0_0',
      'nodes/logger_node/v2_0_0/node.onex.yaml stamper_node',
      'nodes/stamper_node/v1_0_0/node.onex.yaml stamper_node',
      'nodes/stamper_node/v1_0_0/node.onex.yaml 1.0.0',
      'registry/registry.yaml stamper_node *',
      'registry/registry.yaml "1.0.0" *',
      'registry/registry.yaml src/onex/nodes/stamper_node/v1_0_0',
      'registry/registry.yaml node.onex.yaml',
    ];
    assert.deepEqual(await referencesAt(at(REGISTRY, 'stamper_node')), all);
    assert.deepEqual(await referencesAt(at('src/onex/.onextree', 'stamper_node')), all);
    assert.deepEqual(await referencesAt(at(`${NODES}/logger_node/v2_0_0/node.onex.yaml`, 'stamper_node')), all);
  });

  it('are shown by a hover on a tree, too', () => {
    const { workspace, path, offset } = at('src/onex/.onextree', 'v1_0_0');
    assert.match(hover(workspace, path, offset, {}, { linkTo: () => undefined })!.markdown, /stamper\\_node/);
  });
});

describe('rename of an artifact', () => {
  it('is for the explorer where a folder says it, and says so', async () => {
    assert.equal(
      await renamed(at(REGISTRY, 'stamper_node'), 'other'),
      `The artifact is called after its folder; rename '${NODES}/stamper_node', and its name goes with it`,
    );
    assert.equal(
      await renamed(at(REGISTRY, '1.0.0'), '1.1.0'),
      `The version is called after its folder; rename '${NODES}/stamper_node/v1_0_0', and its number goes with it`,
    );
  });

  it('changes registry, metadata and what needs it', async () => {
    const name = at(REGISTRY, 'stamper_node', FLAT_FILES);
    assert.equal((renameTarget(name.workspace, name.path, name.offset, {}) as { name: string }).name, 'stamper_node');
    const expected = [
      'nodes/logger_node/v2_0_0/node.onex.yaml: - name: stamp',
      'one/node.onex.yaml: name: stamp',
      'registry/registry.yaml: - name: stamp',
    ];
    assert.deepEqual(await renamed(name, 'stamp'), expected);
    const needed = at(`${NODES}/logger_node/v2_0_0/node.onex.yaml`, 'stamper_node', FLAT_FILES);
    assert.deepEqual(await renamed(needed, 'stamp'), expected);
    const metadata = at('src/onex/one/node.onex.yaml', 'stamper_node', FLAT_FILES);
    assert.deepEqual(await renamed(metadata, 'stamp'), expected);
    const version = at(REGISTRY, '1.0.0', FLAT_FILES);
    assert.equal((renameTarget(version.workspace, version.path, version.offset, {}) as { name: string }).name, '1.0.0');
    assert.deepEqual(await renamed(version, '1.2.0'), [
      'one/node.onex.yaml: version: "1.2.0"',
      'registry/registry.yaml: - version: "1.2.0"',
    ]);
  });

  it('is refused with the reason', async () => {
    assert.match(String(await renamed(at(REGISTRY, 'stamper_node', FLAT_FILES), 'a b')), /may hold only/);
    assert.match(String(await renamed(at(REGISTRY, 'stamper_node', FLAT_FILES), 'logger_node')), /already/);
    assert.match(String(await renamed(at(REGISTRY, '1.0.0', FLAT_FILES), 'soon')), /no version/);
    const pinned = { ...FLAT_FILES, 'registry-intelligence.yaml': 'artifacts:\n  pins:\n    stamper_node: 1.0.0\n' };
    assert.match(String(await renamed(at(REGISTRY, 'stamper_node', pinned), 'stamp')), /pins 'stamper_node'/);
    assert.match(String(await renamed(at(REGISTRY, '1.0.0', pinned), '1.1.0')), /pins 'stamper_node'/);
    const alias = {
      ...FLAT_FILES,
      'registry-intelligence.yaml': 'artifacts:\n  aliases:\n    s: nodes/stamper_node\n',
    };
    assert.match(String(await renamed(at(REGISTRY, 'stamper_node', alias), 'stamp')), /alias 's'/);
  });
});

describe('moves of artifacts in the explorer', () => {
  it('change paths and trees, and versions and names that folders say', () => {
    assert.deepEqual(moved({ [`${NODES}/stamper_node/v1_0_0`]: `${NODES}/stamper_node/v1_1_0` }), [
      '.onextree: - name: v1_1_0',
      'nodes/stamper_node/v1_0_0/node.onex.yaml: version: "1.1.0"',
      'registry/registry.yaml: - version: "1.1.0"',
      'registry/registry.yaml: path: src/onex/nodes/stamper_node/v1_1_0',
    ]);
    assert.deepEqual(moved({ [`${NODES}/stamper_node`]: `${NODES}/stamp` }), [
      '.onextree: - name: stamp',
      'nodes/logger_node/v2_0_0/node.onex.yaml: - name: stamp',
      'nodes/stamper_node/v1_0_0/node.onex.yaml: name: stamp',
      'registry/registry.yaml: - name: stamp',
      'registry/registry.yaml: path: src/onex/nodes/stamp/v1_0_0',
    ]);
    assert.deepEqual(moved({ 'src/onex': 'lib/onex' }), [
      'registry/registry.yaml: path: lib/onex/nodes/logger_node/v2_0_0',
      'registry/registry.yaml: path: lib/onex/nodes/stamper_node/v1_0_0',
    ]);
  });

  it('follow files that metadata and registries name', () => {
    const folder = `${NODES}/logger_node/v2_0_0`;
    assert.deepEqual(moved({ [`${folder}/contract.yaml`]: `${folder}/state.yaml` }), [
      'nodes/logger_node/v2_0_0/node.onex.yaml: state_contract: "state_contract://state.yaml"',
    ]);
    assert.deepEqual(moved({ [`${folder}/node.onex.yaml`]: `${folder}/meta.onex.yaml` }), [
      'registry/registry.yaml: metadata_file: meta.onex.yaml',
    ]);
  });

  it('keep counting from where a path counted from', () => {
    const inner = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`pkg/${path}`, text]));
    const files = new Map(Object.entries(inner));
    const workspace = workspaceOfFiles(files);
    const move = { path: `pkg/${NODES}/stamper_node/v1_0_0`, to: `pkg/${NODES}/stamper_node/v3_0_0` };
    const found = changes(moveEdits(workspace, [move]), files);
    assert.ok(found.includes('pkg/registry/registry.yaml: path: src/onex/nodes/stamper_node/v3_0_0'), found.join('\n'));
  });
});

describe('artifacts in the editor', () => {
  it('have lenses, links, a call hierarchy, symbols and nodes', async () => {
    const { workspace, path, offset } = at(REGISTRY, 'stamper_node');
    const titles = lenses(workspace, path)?.flatMap(
      ({ text, id }) => (text ?? lensText(workspace, path, id))?.title ?? [],
    );
    assert.deepEqual(titles, ['latest: 1.0.0', 'needed by 1', '7 references', 'latest: 2.0.0', '4 references']);
    const links = (file: string) =>
      documentLinks(workspace, file)?.map(each => ('path' in each ? each.path.replace(`${NODES}/`, '') : each.rule));
    const [stamper, logger] = ['stamper_node/v1_0_0/node.onex.yaml', 'logger_node/v2_0_0/node.onex.yaml'];
    assert.deepEqual(links(REGISTRY), [stamper, stamper, logger, logger]);
    assert.deepEqual(links(`${NODES}/${logger}`), ['logger_node/v2_0_0/contract.yaml']);
    const item = hierarchyAt(workspace, path, offset)!;
    const calls = (direction: 'dependencies' | 'dependants') =>
      hierarchyCalls(workspace, item, direction).map(call => `${call.item.name} ${call.spans.length}`);
    assert.deepEqual([calls('dependencies'), calls('dependants')], [[], ['logger_node 1']]);
    const logged = hierarchyAt(workspace, REGISTRY, FILES[REGISTRY]!.indexOf('logger_node') + 1)!;
    assert.equal(logged.path, `${NODES}/${logger}`);
    assert.deepEqual(
      hierarchyCalls(workspace, logged, 'dependencies').map(call => `${call.item.name} ${call.spans.length}`),
      ['stamper_node 1'],
    );
    assert.deepEqual(
      workspaceSymbols(workspace, 'node@').map(({ name, container }) => `${container} ${name}`),
      ['nodes logger_node@2.0.0', 'nodes stamper_node@1.0.0'],
    );
    const nodes = treeNodes(workspace, 'registries').map(each => `${each.label} ${each.description}`);
    assert.deepEqual(nodes, [`${REGISTRY} 2 artifacts`]);
    const picture = await graph(workspace, soleCheckpoint());
    assert.deepEqual(
      picture.nodes.map(({ name }) => name),
      ['logger_node', 'stamper_node'],
    );
    assert.equal(picture.edges.length, 1);
  });
});
