import assert from 'node:assert/strict';
import { completion } from '../../../server/src/features/at-cursor/completion';
import { definition } from '../../../server/src/features/at-cursor/definition';
import { fileEditsOf } from '../../../server/src/features/edit/fixes';
import { hover } from '../../../server/src/features/at-cursor/hover';
import { documentSymbols } from '../../../server/src/features/at-cursor/symbols';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import type { Workspace } from '../../../server/src/workspace';
import { parseFixture, workspaceOf } from '../../support/fixture';

const METADATA = `#- src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml
schema_version: 0.1.0
name: stamper_node
version: 1.0.0
description: Stamps | files
`;

const registry = (version: string) => `#- src/onex/registry/registry.yaml
nodes:
  - name: stamper_node
    versions:
      - ${version}
`;

const VERSION = `version: 1.0.0
        path: src/onex/nodes/stamper_node/v1_0_0
        metadata_file: node.onex.yaml
        status: active`;

function labels(text: string): string[] | undefined {
  const fixture = parseFixture(text);
  const { path, offset } = fixture.cursor!;
  return completion(workspaceOf(fixture), path, offset, {})?.items.map(({ label }) => label);
}

function hoverAt(text: string): string | undefined {
  const fixture = parseFixture(text);
  const { path, offset } = fixture.cursor!;
  return hover(workspaceOf(fixture), path, offset, {}, { linkTo: () => undefined })?.markdown;
}

function targets(text: string): string[] | undefined {
  const fixture = parseFixture(text);
  const { path, offset } = fixture.cursor!;
  return definition(workspaceOf(fixture), path, offset, {})?.targets.map(target => target.path);
}

/** Makes the first fix of the only finding of a code; gives the texts that it changes or creates. */
function fixed(text: string, code: string, title?: RegExp): Record<string, string> {
  const workspace: Workspace = workspaceOf(text);
  const findings = [...workspace.paths()].flatMap(path => workspace.findings(path)).filter(each => each.code === code);
  assert.equal(findings.length, 1, `one finding of ${code}`);
  const fix = findings[0]!.fixes.find(each => title === undefined || title.test(each.title));
  assert.ok(fix, 'there is such a fix');
  const made = fileEditsOf(workspace, fix);
  assert.ok(made, 'the fix can be made');
  return Object.fromEntries(
    made.map(file => {
      assert.ok(!('rename' in file));
      return [file.path, 'create' in file ? file.create : applyEdits(workspace.text(file.path)!, file.edits)];
    }),
  );
}

describe('artifacts in the editor', () => {
  it('offer keys, words, and what is on disk', () => {
    assert.deepEqual(labels(`${METADATA}${registry('version: 1.0.0\n        s$0: active')}`), ['status']);
    assert.deepEqual(labels(`${METADATA}${registry(VERSION.replace('active', '$0'))}`), [
      'active',
      'draft',
      'deprecated',
      'archived',
    ]);
    assert.deepEqual(labels(`${METADATA}${registry(VERSION.replace('src/onex/nodes/stamper_node/v1_0_0', '$0'))}`), [
      'src/onex/nodes/stamper_node/v1_0_0',
    ]);
    assert.deepEqual(labels(`${METADATA}${registry(VERSION.replace('node.onex.yaml', '$0'))}`), ['node.onex.yaml']);
    assert.deepEqual(labels(`${METADATA}lifecycle: $0\n`), ['active', 'archived', 'deprecated', 'draft'].sort(byRank));
    assert.ok(labels(`${METADATA}$0`)?.includes('uuid'));
    assert.deepEqual(labels('#- .onextree\nname: onex\ntype: $0\nchildren: []\n'), ['file', 'directory']);
  });

  it('offer nothing in files of others', () => {
    assert.equal(labels('#- deploy/registry.yaml\nversion: $0\nstorage: {}\n'), undefined);
    assert.equal(labels('#- app/v1_0_0/settings.yaml\nname: $0\n'), undefined);
  });

  it('say in a hover what a name means, with the text of users escaped', () => {
    const text = hoverAt(`${METADATA}${registry(VERSION).replace('name: stamper', 'name: st$0amper')}`)!;
    assert.match(text, /\*\*stamper\\?_node\*\*/);
    assert.match(text, /node 1\\\.0\\\.0/);
    assert.match(text, /Stamps \\\| files/);
    assert.match(
      hoverAt(`${METADATA}${registry(VERSION.replace('metadata_file', 'metadata$0_file'))}`)!,
      /metadata file/,
    );
    assert.equal(hoverAt('#- app/v1_0_0/settings.yaml\nname: a$0\n'), undefined);
  });

  it('lead from the registry to the metadata, and back', () => {
    const home = 'src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml';
    for (const part of ['1.0.0', 'src/onex', 'node.onex.yaml'])
      assert.equal(targets(`${METADATA}${registry(VERSION.replace(part, `$0${part}`))}`)?.[0], home);
    assert.deepEqual(targets(`${METADATA.replace('name: ', 'name: $0')}${registry(VERSION)}`), [
      'src/onex/registry/registry.yaml',
    ]);
  });

  it('have an outline of registries', () => {
    const workspace = workspaceOf(`${METADATA}${registry(VERSION)}`);
    const [nodes] = documentSymbols(workspace, 'src/onex/registry/registry.yaml')!;
    assert.deepEqual(
      [nodes!.name, nodes!.children[0]!.name, nodes!.children[0]!.children[0]!.name],
      ['nodes', 'stamper_node', '1.0.0'],
    );
  });
});

describe('artifacts, fixed', () => {
  const PATH = 'src/onex/registry/registry.yaml';

  it('gain an entry: beside other versions, in a list, in an empty list, in none', () => {
    const entry = (version: string, folder: string) =>
      `      - version: ${version}\n        path: src/onex/nodes/stamper_node/${folder}\n        metadata_file: node.onex.yaml\n        status: active\n`;
    const second = METADATA.replaceAll('1_0_0', '2_0_0').replace('1.0.0', '2.0.0');
    const whole = registry(VERSION);
    assert.equal(
      fixed(METADATA + second + whole, 'artifact/unlisted-version')[PATH],
      whole.slice(whole.indexOf('\n') + 1) + entry('"2.0.0"', 'v2_0_0').replace('"2.0.0"', '"2.0.0"'),
    );
    const item = `  - name: stamper_node\n    versions:\n${entry('"1.0.0"', 'v1_0_0')}`;
    assert.equal(
      fixed(`${METADATA}#- ${PATH}\nartifact_summary: {}\nnodes: []\n`, 'artifact/unlisted-version')[PATH],
      `artifact_summary: {}\nnodes:\n${item}`,
    );
    const none = fixed(`${METADATA}#- ${PATH}\nartifact_summary: {}\ntools: 1\n`, 'artifact/unlisted-version')[PATH]!;
    assert.match(none, /\nnodes: \[\{name: stamper_node, versions: \[\{version: "1\.0\.0", .*\}\]\}\]\n/);
    assert.deepEqual(workspaceOf(`${METADATA}#- ${PATH}\n${none}`).findings(PATH), []);
  });

  it('lose a stale entry, the whole artifact with its last version', () => {
    const [one, two] = [VERSION.replaceAll('1_0_0', '9_0_0').replace('1.0.0', '9.0.0'), VERSION];
    const both = `${METADATA}${registry(`${one}\n      - ${two}`)}`;
    assert.equal(fixed(both, 'artifact/missing-path', /^Remove/)[PATH], registry(VERSION).replace(/^#.*\n/, ''));
    assert.equal(
      fixed(`${METADATA}${registry(one)}`.replace(METADATA, ''), 'artifact/missing-path', /^Remove/)[PATH],
      'nodes: []\n',
    );
  });

  it('get metadata to start from, or a marker', () => {
    const text = `${registry(VERSION)}#- src/onex/nodes/stamper_node/v1_0_0/node.py\n`;
    const stub = fixed(text, 'artifact/missing-metadata', /^Create/);
    const [[path, created]] = Object.entries(stub) as [[string, string]];
    const after = workspaceOf(`${text}#- ${path}\n${created}`);
    assert.deepEqual(after.findings(PATH), []);
    assert.deepEqual(
      after.findings(path).filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.deepEqual(Object.keys(fixed(text, 'artifact/missing-metadata', /wip/)), [
      'src/onex/nodes/stamper_node/v1_0_0/.wip',
    ]);
  });

  it('get a field that loaders ask for, at the end of the file', () => {
    const home = 'src/onex/nodes/stamper_node/v1_0_0/node.onex.yaml';
    const text = `#- ${home}\nname: stamper_node\nentrypoint:\n  type: python\n${registry(VERSION)}`;
    const workspace = workspaceOf(text);
    const finding = workspace.findings(home).find(({ severity }) => severity === 'error')!;
    const [file] = fileEditsOf(workspace, finding.fixes[0]!)!;
    assert.ok(file !== undefined && 'edits' in file);
    assert.equal(
      applyEdits(workspace.text(home)!, file.edits),
      'name: stamper_node\nentrypoint:\n  type: python\nversion: "1.0.0"\n',
    );
  });

  it('count right', () => {
    const text = `${METADATA}${registry(VERSION)}artifact_summary:\n  nodes: 7  # all\n`;
    assert.match(fixed(text, 'artifact/summary-mismatch')[PATH]!, /\n {2}nodes: 1 {2}# all\n/);
  });

  it('are added to the tree with the folders above, and stale ones removed', () => {
    const tree =
      '#- .onextree\nname: onex\ntype: directory\nchildren:\n- name: registry\n  type: directory\n  children:\n  - name: registry.yaml\n    type: file\n';
    const added = fixed(METADATA + registry(VERSION) + tree, 'tree/missing-artifact')['.onextree']!;
    assert.ok(
      added.endsWith(`- name: nodes
  type: directory
  children:
  - name: stamper_node
    type: directory
    children:
    - name: v1_0_0
      type: directory
      children:
      - name: node.onex.yaml
        type: file
`),
      added,
    );
    assert.deepEqual(workspaceOf(`${METADATA}${registry(VERSION)}#- .onextree\n${added}`).findings('.onextree'), []);
    const stale = `${registry('{}')}${tree}  - name: gone.py\n    type: file\n`;
    assert.equal(fixed(stale, 'tree/stale-entry')['.onextree'], tree.replace(/^#.*\n/, ''));
  });
});

function byRank(a: string, b: string): number {
  const order = ['draft', 'active', 'deprecated', 'archived'];
  return order.indexOf(a) - order.indexOf(b);
}
