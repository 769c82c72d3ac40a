import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completion } from '../../server/src/features/at-cursor/completion';
import { definition } from '../../server/src/features/at-cursor/definition';
import { documentLinks } from '../../server/src/features/at-cursor/document-links';
import { hover } from '../../server/src/features/at-cursor/hover';
import { checkFindings, checkInvariants, workspaceOfFiles } from '../support/fixture';
import { isLong, tries } from '../support/seed';

const CLASS =
  'class B:\n    input_schema = A\n    output_schema = A\n    description = "d"\n    def execute(self):\n        pass\n';
const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';

const EVIL = [
  '../../../etc/passwd',
  '..',
  './../x/../../y',
  '/etc/passwd',
  '//host/share/x.py',
  '\\\\\\\\host\\\\share\\\\x.py',
  'C:/Windows/x.py',
  'C:\\\\x.py',
  'file://host/etc/passwd',
  'file:///etc/passwd',
  'a\\0b.py',
  'a/%2e%2e/%2e%2e/x.py',
  '~/x.py',
  `${'../'.repeat(200)}etc/passwd`,
];

/** Every field of every system that holds a path or leads to one, with a repository around it. */
const FIELDS: Readonly<Record<string, (evil: string) => Readonly<Record<string, string>>>> = {
  'core of the project file': evil => ({ 'registry-intelligence.yaml': `core: "${evil}"\n` }),
  'workspaces of the project file': evil => ({
    'registry-intelligence.yaml': `workspaces: "${evil}"\n`,
    [ALICE]: 'LOCAL_STEPS = {"X": {}}\n',
  }),
  'id_map of the project file': evil => ({ 'registry-intelligence.yaml': `id_map: "${evil}"\n` }),
  'extensions of the project file': evil => ({
    'registry-intelligence.yaml': `extensions: ["${evil}", {root: "${evil}", namespace: n}]\n`,
    'extensions/b.py': CLASS,
  }),
  'artifact registries of the project file': evil => ({
    'registry-intelligence.yaml': `artifacts: {registries: [{path: "${evil}"}]}\n`,
  }),
  'paths of rule settings': evil => ({
    'registry-intelligence.yaml': `rules: [{code: step/conflict, severity: 'off', paths: ["${evil}"]}]\n`,
  }),
  'path of an artifact': evil => ({
    'src/onex/registry/registry.yaml': `nodes: [{name: a, versions: [{version: "1.0.0", path: "${evil}", metadata_file: node.onex.yaml, status: active}]}]\n`,
  }),
  'metadata_file of an artifact': evil => ({
    'src/onex/registry/registry.yaml': `nodes: [{name: a, versions: [{version: "1.0.0", path: src/onex/nodes/a/v1_0_0, metadata_file: "${evil}", status: active}]}]\n`,
    'src/onex/nodes/a/v1_0_0/node.py': '',
  }),
  'targets of metadata': evil => ({
    'src/onex/nodes/a/v1_0_0/node.onex.yaml': `name: a\nversion: 1.0.0\nschema_version: 0.1.0\nentrypoint: {type: python, target: "${evil}"}\nstate_contract: "state_contract://${evil}"\ncomponents: [{path: "${evil}"}]\ncli_adapter: {module: "${evil}", class: X}\n`,
  }),
  'a plugin': evil => ({ 'p/pyproject.toml': `[project.entry-points.node_registry]\na = "${evil}"\n` }),
  'a tree': evil => ({
    '.onextree': `name: "${evil}"\ntype: directory\nchildren:\n- name: "${evil}"\n  type: directory\n  children:\n  - name: "${evil}"\n    type: file\n`,
  }),
  'what a tree leaves out': evil => ({
    '.onexignore': `all: {patterns: ["${evil}"]}\n`,
    '.onextree': 'name: x\ntype: directory\nchildren: []\n',
  }),
  'entry_point of a companion': evil => ({
    'extensions/b.py': CLASS,
    'extensions/b_meta.yaml': `entry_point: "${evil}:B"\n`,
  }),
  'dependencies of a companion': evil => ({
    'extensions/b.py': CLASS,
    'extensions/b_meta.yaml': `dependencies: [{module_id: "${evil}"}]\n`,
  }),
  'root and id map of apcore.yaml': evil => ({
    'apcore.yaml': `extensions: {root: "${evil}"}\nid_map: "${evil}"\n`,
    'extensions/b.py': CLASS,
  }),
  'files of an id map': evil => ({
    'apcore.yaml': 'extensions: {root: ./extensions}\nid_map: ./id_map.yaml\n',
    'id_map.yaml': `mappings: [{file: "${evil}", id: x.y}]\n`,
    'extensions/b.py': CLASS,
  }),
  'exports of TypeScript': evil => ({
    'extensions/b.ts': `export { default } from "${evil}";\nexport * from "${evil}";\n`,
  }),
  'entry_point of a contract': evil => ({
    'src/cursus/registry/step_names.py': 'STEP_NAMES = {"X": {}}\n',
    'src/cursus/steps/contracts/x_contract.py': `C = ScriptContract(entry_point="${evil}")\n`,
  }),
  'contract of an interface': evil => ({
    'src/cursus/steps/interfaces/x.step.yaml': `step_type: X\nregistry: {sagemaker_step_type: Training}\ncontract: {entry_point: "${evil}"}\n`,
  }),
  'module_path of hyperparameters': evil => ({
    'src/cursus/registry/hyperparameter_registry.py': `HYPERPARAMETER_REGISTRY = {"X": {"class_name": "X", "module_path": "${evil}"}}\n`,
  }),
  'name of a step': evil => ({
    [ALICE]: `LOCAL_STEPS = {"${evil}": {"builder_step_name": "${evil}", "config_class": "${evil}"}}\nWORKSPACE_METADATA = {"developer_id": "${evil}"}\n`,
  }),
};

describe('paths that lead out of the repository', () => {
  // `npm test` asks a third of the paths in each field: each path in a third of the fields.
  for (const [i, [field, make]] of Object.entries(FIELDS).entries())
    it(`are never followed, shown as links, or written to: ${field}`, () => {
      for (const evil of EVIL.filter((_, j) => isLong || (i + j) % 3 === 0))
        checkStaysInside(new Map(Object.entries(make(evil))));
    });
});

/** Asks everything everywhere; whatever is read, linked to or written must be a path of the repository. */
function checkStaysInside(files: ReadonlyMap<string, string>): void {
  const isOwn = (path: string): boolean =>
    path !== '' &&
    !/^[/~]|\\|\0|^[a-z]:|:\/\//i.test(path) &&
    !path.split('/').some(step => step === '..' || step === '');
  const workspace = workspaceOfFiles(files, {
    readText(path) {
      assert.ok(isOwn(path), `read ${path}`);
      return files.get(path);
    },
  });
  const linking = { linkTo: (path: string) => (assert.ok(files.has(path), `linked ${path}`), `file:///${path}`) };
  for (const [path, text] of files) {
    const findings = workspace.findings(path);
    checkInvariants(findings, files);
    for (const { fixes } of findings)
      for (const edit of fixes.flatMap(({ edits }) => edits))
        for (const key of ['path', 'to'] as const) {
          const to = (edit as unknown as Record<string, unknown>)[key];
          if (typeof to === 'string' && (edit.do === 'create-file' || edit.do === 'rename-file'))
            assert.ok(isOwn(to), `${edit.do} ${to}`);
        }
    for (const link of documentLinks(workspace, path) ?? [])
      if ('path' in link) assert.ok(files.has(link.path), `link to ${link.path}`);
    for (let offset = 0; offset <= text.length && offset < 1500; offset += 7) {
      hover(workspace, path, offset, {}, linking);
      completion(workspace, path, offset, {});
      for (const found of definition(workspace, path, offset, {})?.targets ?? [])
        assert.ok(files.has(found.path), `definition at ${found.path}`);
    }
  }
}

describe('names made to deceive', () => {
  const hidden = [
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u202e',
    '\u2066',
    '\u061c',
    '\u00ad',
    '\u115f',
    '\u{e0041}',
  ];

  it('are reported wherever they stand', () => {
    for (const each of hidden) {
      const name = `mail.au${each}th`;
      checkFindings(
        `#- extensions/a_meta.yaml\ndependencies:\n  - module_id: ${name}\n#              ${'^'.repeat(name.length)} registry/hidden-characters\n    optional: true\n#- src/onex/registry/registry.yaml\nnodes:\n  - name: ${name}\n#         ${'^'.repeat(name.length)} registry/hidden-characters\n    versions: []\n`,
      );
      // The run time takes a filler for a letter.
      const code = each === '\u115f' ? 'registry/hidden-characters' : 'step/invalid-name';
      checkFindings(
        `STEP_OVERRIDES = {"Tr${each}ain": {}}\n#                 ${'^'.repeat(7 + each.length)} ${code}\n`,
        ['step/invalid-name', 'registry/hidden-characters'],
      );
    }
  });

  it('are spelled out in every message', () => {
    for (const each of hidden) {
      const workspace = workspaceOfFiles(new Map([[ALICE, `LOCAL_STEPS = {"Tr${each}ain": {"b${each}": 1}}\n`]]));
      for (const { message } of workspace.findings(ALICE)) assert.ok(!message.includes(each), message);
    }
  });
});

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

describe('names that mean something to JavaScript', () => {
  it('are names like any other in every reader', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    for (const key of KEYS) {
      const files = new Map([
        [
          ALICE,
          `LOCAL_STEPS = {"${key}": {"${key}": {"${key}": 1}, "config_class": "${key}"}}\nWORKSPACE_METADATA = {"developer_id": "${key}", "${key}": {}}\nLOCAL_STEPS["${key}"] = {}\n`,
        ],
        [
          'src/cursus/registry/step_names.yaml',
          `step_names:\n  ${key}: {${key}: {polluted: true}}\n${key}: {polluted: true}\n`,
        ],
        [
          'src/cursus/steps/interfaces/x.step.yaml',
          `step_type: ${key}\n${key}: {polluted: true}\ncontract: {${key}: {}}\nregistry: {${key}: 1}\n`,
        ],
        [
          'registry-intelligence.yaml',
          `${key}: {polluted: true}\nartifacts: {pins: {${key}: "1"}, aliases: {${key}: x}, ${key}: 1}\nresolution: {${key}: {polluted: true}}\n`,
        ],
        [
          'src/onex/registry/registry.yaml',
          `${key}: []\nnodes: [{name: ${key}, ${key}: {polluted: true}, versions: [{version: "1.0.0", path: ${key}, metadata_file: ${key}, ${key}: 1}]}]\n`,
        ],
        [
          'src/onex/nodes/a/v1_0_0/node.onex.yaml',
          `name: ${key}\nversion: 1.0.0\n${key}: {polluted: true}\nentrypoint: {${key}: 1}\n`,
        ],
        [
          '.onextree',
          `name: ${key}\ntype: directory\n${key}: {polluted: true}\nchildren:\n- {name: ${key}, type: ${key}, ${key}: 1}\n`,
        ],
        ['.onexignore', `${key}: {patterns: [${key}]}\n`],
        ['p/pyproject.toml', `[project.entry-points.node_registry]\n${key} = "${key}"\n[${key}]\npolluted = true\n`],
        ['p/setup.cfg', `[options.entry_points]\nnode_registry =\n    ${key} = ${key}\n[${key}]\npolluted = true\n`],
        ['extensions/b.py', `class ${key}:\n    ${key} = 1\n${CLASS.replace('B', key)}`],
        [
          'extensions/b_meta.yaml',
          `${key}: {polluted: true}\nannotations: {${key}: {polluted: true}}\ndependencies: [{module_id: ${key}, ${key}: 1}]\n`,
        ],
        ['extensions/c.ts', `export const ${key} = { inputSchema: {}, outputSchema: {}, ${key}: {}, execute() {} };\n`],
        ['apcore.yaml', `${key}: {polluted: true}\nextensions: {root: ./extensions, ${key}: 1}\nid_map: id_map.yaml\n`],
        ['id_map.yaml', `${key}: []\nmappings: [{file: ${key}.py, id: ${key}, ${key}: 1}]\n`],
      ]);
      checkStaysInside(files);
    }
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

describe('texts without measure', () => {
  it('are read as one line of a million columns', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `"S${i}": {"config_class": "C${i}"}`).join(', ');
    const text = `LOCAL_STEPS = {${rows}, "Bad Name": {}}${' '.repeat(300_000)}\n`;
    const workspace = checkFindings(`#- ${ALICE}\n${text}`, ['toy/none']);
    const said = workspace.findings(ALICE).filter(({ code }) => code === 'step/invalid-name');
    assert.equal(said.length, 1);
    assert.ok(workspace.findings(ALICE).every(({ message }) => message.length < 1000));
  });
});

/** Names that would be markup, links, commands or terminal codes if anything believed them. */
const MARKUP = [
  '[x](command:workbench.action.terminal.new)',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '![x](http://evil/x.png)',
  '$(alert) **b** `c` <b>',
  '\x1b]8;;http://evil\x07x\x1b[2J',
  '::error file=x::y',
  'https://evil.example/x',
  '&#106;avascript:alert(1)',
];

describe('markup in names and descriptions', () => {
  it('never becomes a link, a tag or an image of a hover', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MARKUP), fc.constantFrom(...MARKUP), (name, description) => {
        const quoted = (text: string) => JSON.stringify(text);
        const text = `LOCAL_STEPS = {${quoted(name)}: {"description": ${quoted(description)}, "config_class": ${quoted(description)}, "builder_step_name": ${quoted(name)}}}\n`;
        const files = new Map([
          [ALICE, text],
          [
            'src/onex/registry/registry.yaml',
            `nodes: [{name: ${quoted(name)}, description: ${quoted(description)}, versions: [{version: ${quoted(description)}, path: a, metadata_file: b}]}]\n`,
          ],
          ['extensions/b.py', CLASS],
          [
            'extensions/b_meta.yaml',
            `description: ${quoted(description)}\ntags: [${quoted(name)}]\ndependencies: [{module_id: ${quoted(name)}}]\n`,
          ],
        ]);
        const workspace = workspaceOfFiles(files);
        for (const [path, text] of files)
          for (let offset = 0; offset < text.length; offset += 5) {
            const said = hover(workspace, path, offset, {}, { linkTo: () => undefined });
            if (said === undefined) continue;
            assert.ok(!/(?<!\\)<[a-z!/]|(?<!\\)\]\(|\x1b|\x07/i.test(said.markdown), said.markdown);
            assert.ok(!/(?:^|[^\\])https?:/.test(said.markdown), said.markdown);
          }
      }),
      { numRuns: tries(60) },
    );
  });
});
