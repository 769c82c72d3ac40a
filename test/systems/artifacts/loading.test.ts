import assert from 'node:assert/strict';
import { workspaceOfFiles } from '../../support/fixture';
import { loadingOf } from '../../../server/src/systems/artifacts/define/loading';
import { isArtifact } from '../../../server/src/systems/artifacts/facts';

const METADATA = 'schema_version: "1"\nname: stamper_node\nversion: "1.0.0"\n';
const HOME = 'nodes/stamper_node/v1_0_0';

/** An item of a list, with one version. */
function item(name: string, fields: { version?: string; path?: string; metadata_file?: string } = {}): string {
  const { version = 'v1_0_0', path = HOME, metadata_file = 'node.onex.yaml' } = fields;
  const said = `version: ${version}\n        path: ${path}\n        metadata_file: ${metadata_file}\n        status: active\n`;
  return `  - name: ${name}\n    versions:\n      - ${said}`;
}

interface Repository {
  readonly registry?: string;
  readonly metadata?: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** The verdicts on all entries, and the findings of errors and warnings, as codes. */
function load({ registry = `nodes:\n${item('stamper_node')}`, metadata = METADATA, others = {} }: Repository) {
  const files = new Map([
    ['registry/registry.yaml', `registry_schema_version: "1"\n${registry}`],
    [`${HOME}/node.onex.yaml`, metadata],
    ...Object.entries(others),
  ]);
  const workspace = workspaceOfFiles(files);
  const { lookup } = workspace;
  const entries = lookup.file('registry/registry.yaml')?.facts.filter(isArtifact) ?? [];
  const findings = [...files.keys()].flatMap(path => workspace.findings(path));
  return {
    status: entries.map(entry => loadingOf(entry, lookup).status),
    said: new Set(findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(f => f.code)),
  };
}

function checkAllLost(registry: string): void {
  const { status, said } = load({ registry: `nodes:\n${item('stamper_node')}${registry}` });
  assert.ok(
    status.every(each => each === 'invalid'),
    registry,
  );
  assert.ok(said.size > 0, registry);
}

describe('a registry of which the loader loads nothing', () => {
  it('has a list that is nothing, or that Python cannot go through', () => {
    for (const value of ['', 'null', '5', 'true', 'text', '{a: 1}', '!!set {a}', '!!omap [a: 1]', '2024-01-01'])
      checkAllLost(`adapters: ${value}\n`);
  });

  it('is loaded where there is nothing to go through', () => {
    for (const value of ['[]', '{}', '""', '!!set {}', '!!omap []']) {
      const { status, said } = load({ registry: `nodes:\n${item('stamper_node')}adapters: ${value}\n` });
      assert.deepEqual([status, [...said]], [['valid'], []], value);
    }
  });

  it('has an item, or versions, that are no such thing', () => {
    for (const list of ['[a]', '[null]', '[[]]']) checkAllLost(`adapters: ${list}\n`);
    for (const versions of ['', 'v1', '5', '[v1]', '[null]', '{v1: {path: p}}'])
      checkAllLost(`  - name: other_node\n    versions: ${versions}\n`);
  });

  it('is loaded if only what has no name has such versions', () => {
    const { status } = load({ registry: `nodes:\n${item('stamper_node')}  - name: ""\n    versions: 5\n` });
    assert.deepEqual(status, ['valid']);
  });

  it('is one that PyYAML refuses', () => {
    for (const line of ['x:\ty\n', 'x: !foo y\n', 'x: 2024-02-30\n', '---\na: 1\n', 'x: "\u0007"\n', '? [a]\n: b\n'])
      checkAllLost(line);
  });

  it('keeps the last of two lists of one name', () => {
    const twice = load({ registry: `nodes:\n${item('lost_node')}nodes:\n${item('stamper_node')}` });
    assert.deepEqual([twice.status, [...twice.said]], [['valid'], ['registry/duplicate-key']]);
    checkAllLost('nodes:\n');
  });
});

describe('a version', () => {
  it('needs three fields that are texts; a date is none', () => {
    for (const [field, value] of [
      ['version', '2024-01-01'],
      ['version', '1.0'],
      ['path', '[a]'],
      ['metadata_file', '""'],
      ['version', '0'],
      ['version', '!!binary aGk='],
    ] as const) {
      const { status, said } = load({ registry: `nodes:\n${item('stamper_node', { [field]: value })}` });
      assert.deepEqual([status, said.has('artifact/entry-invalid')], [['invalid'], true], `${field}: ${value}`);
    }
  });

  it('is looked for as the operating system walks paths', () => {
    const at = (path: string) => load({ registry: `nodes:\n${item('stamper_node', { path })}` }).status[0];
    assert.equal(at(`./nodes//stamper_node/./v1_0_0/`), 'valid');
    assert.equal(at(`nodes/../${HOME}`), 'valid');
    assert.equal(at(`gone/../${HOME}`), 'invalid');
    assert.equal(at(`'nodes\\stamper_node\\v1_0_0'`), 'invalid');
    assert.equal(at(`" ${HOME}"`), 'invalid');
  });

  it('cannot be told where its path leads out of the repository, or its metadata is no file that is read', () => {
    for (const fields of [{ path: `/${HOME}` }, { path: `../${HOME}` }, { metadata_file: '/etc/node.yaml' }]) {
      const { status, said } = load({ registry: `nodes:\n${item('stamper_node', fields)}` });
      assert.deepEqual([status, said.size > 0], [['cannot tell'], true], JSON.stringify(fields));
    }
    const others = { [`${HOME}/node.py`]: 'x = 1\n' };
    const { status } = load({ registry: `nodes:\n${item('stamper_node', { metadata_file: 'node.py' })}`, others });
    assert.deepEqual(status, ['cannot tell']);
  });

  it('may have metadata of any name below the folder of its type', () => {
    const path = 'adapters/cli/latest';
    const registry = `adapters:\n${item('cli', { path, metadata_file: 'adapter.yaml' })}`;
    assert.deepEqual(load({ registry, others: { [`${path}/adapter.yaml`]: METADATA } }).status, ['valid']);
    assert.deepEqual(load({ registry, others: { [`${path}/adapter.yaml`]: 'name: cli\n' } }).status, ['invalid']);
  });

  it('is lost by metadata that PyYAML refuses, and by keys that are no texts', () => {
    for (const line of ['x:\ty\n', 'x: !foo y\n', 'x: =\n', '1: x\n', 'on: x\n', '2024-01-01: x\n']) {
      const { status, said } = load({ metadata: METADATA + line });
      assert.deepEqual([status, [...said]], [['invalid'], ['artifact/invalid-metadata']], line);
    }
    assert.deepEqual(load({ metadata: `${METADATA}x: &a [*a]\n` }).status, ['valid']);
  });

  it('with the marker .wip may have metadata that is wrong, but no keys that are no texts', () => {
    const others = { [`${HOME}/.wip`]: '' };
    assert.deepEqual(load({ metadata: 'a: [\n', others }).status, ['wip']);
    assert.deepEqual(load({ metadata: '1: x\n', others }).status, ['invalid']);
  });

  it('is work in progress where the marker .wip is a folder, and no error calls it lost', () => {
    const { status, said } = load({ metadata: 'a: [\n', others: { [`${HOME}/.wip/notes`]: '' } });
    assert.deepEqual([status, [...said]], [['wip'], []]);
  });
});

describe('a scaffold', () => {
  it('is no version that a registry forgot, and no metadata that breaks the published schema', () => {
    const said = (name: string) => {
      const files = {
        'registry/registry.yaml': 'registry_schema_version: "1"\nnodes: []\n',
        [`${HOME}/node.onex.yaml`]: METADATA.replace('stamper_node', name),
      };
      const workspace = workspaceOfFiles(new Map(Object.entries(files)));
      return workspace.findings(`${HOME}/node.onex.yaml`).map(({ code }) => code);
    };
    assert.ok(said('stamper_node').includes('artifact/unlisted-version'));
    for (const name of ['{NODE_NAME}', '"{NODE_NAME}"', "'{{ node_name }}'"])
      assert.deepEqual(
        said(name).filter(code => /unlisted|invalid/.test(code)),
        [],
        name,
      );
  });
});
