import assert from 'node:assert/strict';
import { makeTree } from '../../support/disk';
import { runInProcess as run, type Run } from '../in-process';

const entry = (version: string): string => `      - version: "${version}"
        path: onex/nodes/stamper_node/v${version.replaceAll('.', '_')}
        metadata_file: node.onex.yaml
        status: active
`;
const metadata = (version: string): string => `schema_version: 0.1.0\nname: stamper_node\nversion: ${version}\n`;
const root = makeTree({
  'registry-intelligence.yaml': 'artifacts: {aliases: {stamp: stamper_node@1.0.0}}\n',
  'onex/registry/registry.yaml': `nodes:
  - name: stamper_node
    versions:
${entry('1.0.0')}${entry('1.1.0')}${entry('2.0.0')}`,
  'onex/nodes/stamper_node/v1_0_0/node.onex.yaml': metadata('1.0.0'),
  'onex/nodes/stamper_node/v1_1_0/node.onex.yaml': 'name: stamper_node\nversion: 1.1.0\n',
  'onex/nodes/stamper_node/v2_0_0/.wip': '',
  'other/registry.yaml': 'nodes: [{name: logger_node, versions: [{version: 1.0.0, path: x, metadata_file: y}]}]\n',
});
const ask = (...line: string[]): Promise<Run> => run(root, line);

describe('artifacts on the command line', () => {
  it('are listed with what becomes of them', async () => {
    const { code, out } = await ask('list', 'artifacts');
    assert.equal(code, 0);
    assert.equal(
      out,
      `  ✘ logger_node    1.0.0   nodes   local   invalid   Missing metadata file: y
  · stamper_node   1.0.0   nodes   core    valid
  ✘ stamper_node   1.1.0   nodes   core    invalid   Missing required metadata fields: ['schema_version']
  – stamper_node   2.0.0   nodes   core    wip       Marked by a .wip file

4 versions: 1 valid, 2 invalid, 1 wip
`,
    );
  });

  it('are listed as JSON of the documented shape', async () => {
    const { out } = await ask('list', 'artifacts', '--format', 'json', '--type', 'nodes', 'onex');
    const { version, artifacts } = JSON.parse(out) as { version: number; artifacts: Record<string, unknown>[] };
    assert.equal(version, 1);
    assert.deepEqual(
      artifacts.map(({ name, type, version, status }) => [name, type, version, status]),
      [
        ['stamper_node', 'nodes', '1.0.0', 'valid'],
        ['stamper_node', 'nodes', '1.1.0', 'invalid'],
        ['stamper_node', 'nodes', '2.0.0', 'wip'],
      ],
    );
    const { path, metadata: file, source, scope, line, column } = artifacts[0]!;
    assert.deepEqual(
      [path, file, source, scope, line, column],
      [
        'onex/nodes/stamper_node/v1_0_0',
        'onex/nodes/stamper_node/v1_0_0/node.onex.yaml',
        'onex/registry/registry.yaml',
        'core',
        4,
        18,
      ],
    );
  });

  it('are shown and explained by name, version and alias', async () => {
    assert.match(
      (await ask('explain', 'stamper_node')).out,
      /^stamper_node {2}→ {2}stamper_node@1\.0\.0\n[^]*\(policy latest\)/,
    );
    for (const name of ['stamper_node@1.0.0', 'stamp', 'nodes/stamper_node@v1_0_0']) {
      const { code, out, err } = await ask('show', name);
      assert.deepEqual([code, err], [0, ''], name);
      assert.equal(out.match(/^ {4}version /gm)?.length, 1, name);
    }
    assert.match((await ask('show', 'stamper_node@1.1.0')).out, /not loaded: Missing required metadata fields/);
    assert.match((await ask('explain', 'stamper_node@3.0.0')).out, /not resolved\n {2}There is no version 3\.0\.0\n/);
    assert.equal((await ask('explain', 'stamper_node@1.1.0')).code, 1);
  });

  it('come from another core registry for one run', async () => {
    const { out } = await ask('list', 'artifacts', '--artifacts', 'other/registry.yaml');
    assert.match(out, /logger_node +1\.0\.0 +nodes +core/);
    assert.match(out, /stamper_node +1\.0\.0 +nodes +local/);
  });

  it('that a registry asked earlier hides are among the conflicts, and fail no run', async () => {
    const version = (at: string, number: string): string =>
      `nodes: [{name: n, versions: [{version: ${number}, path: ${at}, metadata_file: node.onex.yaml, status: active}]}]\n`;
    const here = makeTree({
      'registry/registry.yaml': version('nodes/n/v1_0_0', '1.0.0'),
      'team/registry.yaml': version('nodes/n/v2_0_0', '2.0.0'),
      'nodes/n/v1_0_0/node.onex.yaml': 'schema_version: 0.1.0\nname: n\nversion: 1.0.0\n',
      'nodes/n/v2_0_0/node.onex.yaml': 'schema_version: 0.1.0\nname: n\nversion: 2.0.0\n',
    });
    const { out } = await run(here, ['list', 'conflicts']);
    assert.match(out, /○ n@2\.0\.0 {3}team\/registry\.yaml:1 {3}hidden by n@1\.0\.0 of registry\/registry\.yaml/);
    const { hidden } = JSON.parse((await run(here, ['list', 'conflicts', '--format', 'json'])).out) as {
      hidden: { name: string; by: { winner: string } }[];
    };
    assert.deepEqual(
      hidden.map(({ name, by }) => [name, by.winner]),
      [['n@2.0.0', 'n@1.0.0']],
    );
    assert.equal((await run(here, ['lint', '--check-conflicts'])).code, 0);
  });
});
