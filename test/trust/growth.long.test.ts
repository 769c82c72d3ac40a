import assert from 'node:assert/strict';
import { Workspace } from '../../server/src/workspace';
import { isLong, isSoak } from '../support/seed';

const WORKSPACE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';
const CORE = 'src/cursus/registry/step_names.py';
const REGISTRY = 'src/onex/registry/registry.yaml';
const NODE = 'src/onex/nodes/stamper/v1_0_0/node.onex.yaml';
const COMPANION = 'extensions/a/b_meta.yaml';
const CLASS =
  'class B:\n    input_schema = A\n    output_schema = A\n    description = "d"\n    def execute(self):\n        pass\n';

const list = (size: number, item: (i: number) => string): string =>
  Array.from({ length: size }, (_, i) => item(i)).join('');

function modules(size: number, companion: (i: number) => string): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < size; i++) {
    files[`extensions/m${i}.py`] = CLASS;
    files[`extensions/m${i}_meta.yaml`] = companion(i);
  }
  return files;
}

/** Repositories of about `size` parts, made so that a rule or reader may look at each part for each other part. */
const HOSTILE: Readonly<Record<string, (size: number) => Readonly<Record<string, string>>>> = {
  'one step over and over': n => ({ [WORKSPACE]: `LOCAL_STEPS = {\n${list(n, () => '    "X": {},\n')}}\n` }),
  'a step with one field over and over': n => ({
    [WORKSPACE]: `LOCAL_STEPS = {"X": {${list(n, () => '"config_class": "C", ')}}}\n`,
  }),
  'changes over and over': n => ({
    [CORE]: `STEP_NAMES = {}\n${list(n, i => `STEP_NAMES["X${i % 7}"] = {}\nSTEP_NAMES.update({"Y": {}})\ndel STEP_NAMES["X1"]\n`)}`,
  }),
  'names that the run time refuses': n => ({
    [WORKSPACE]: `LOCAL_STEPS = {\n${list(n, i => `    "bad name ${i}": {"builder_step_name": "B"},\n`)}}\nSTEP_OVERRIDES = {\n${list(n, i => `    "!${i}": {},\n`)}}\n`,
  }),
  'steps of one builder, config and type': n => ({
    [CORE]: `STEP_NAMES = {\n${list(n, i => `    "S${i}": {"builder_step_name": "B", "config_class": "C", "spec_type": "T", "sagemaker_step_type": "Training"},\n`)}}\n`,
  }),
  'one class over and over': n => ({
    'src/cursus/steps/builders/b.py': list(n, () => 'class XStepBuilder(XStepBuilder):\n    pass\n'),
  }),
  'one name in locals and overrides over and over': n => ({
    [CORE]: 'STEP_NAMES = {"X": {}}\n',
    [WORKSPACE]: `LOCAL_STEPS = {\n${list(n, () => '    "X": {"config_class": "C"},\n')}}\nSTEP_OVERRIDES = {\n${list(n, () => '    "X": {"config_class": "C"},\n')}}\n`,
  }),
  'one name over and over in a table': n => ({
    'src/cursus/registry/step_names.yaml': `step_names:\n${list(n, () => '  X: {config_class: C, builder_step_name: B}\n')}`,
  }),
  'workspaces of one id': n =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        WORKSPACE.replace('alice', `w${i}`),
        'LOCAL_STEPS = {"X": {}}\nWORKSPACE_METADATA = {"developer_id": "same"}\n',
      ]),
    ),
  'interfaces of one type': n =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `src/cursus/steps/interfaces/s${i}.step.yaml`,
        'step_type: X\nregistry: {sagemaker_step_type: Training}\ncontract: {entry_point: a.py}\n',
      ]),
    ),
  'interfaces of many types': n =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `src/cursus/steps/interfaces/s${i}.step.yaml`,
        `step_type: X${i}\nregistry: {sagemaker_step_type: Training}\ncontract: {entry_point: a${i}.py}\n`,
      ]),
    ),
  'classes based on each other': n => ({
    'src/cursus/steps/builders/b.py': list(n, i => `class X${i}StepBuilder(X${i + 1}StepBuilder):\n    pass\n`),
  }),
  'uses over and over': n => ({
    [CORE]: 'STEP_NAMES = {"X": {}}\n',
    'p.py': list(n, () => 'get_step_definition("Y")\nSTEP_NAMES["X"]\n'),
  }),
  'nodes and edges of a pipeline': n => ({
    [CORE]: 'STEP_NAMES = {"X": {}}\n',
    'pipelines/dag.py': `from cursus.api.dag.base_dag import PipelineDAG\ndag = PipelineDAG()\n${list(n, i => `dag.add_node("X_${i}")\ndag.add_edge("X_${i}", "X_${(i + 1) % n}")\n`)}`,
  }),
  'suppressions over and over': n => ({
    [WORKSPACE]: `LOCAL_STEPS = {\n${list(n, () => '    "X Y": {},  # registry: ignore[step/invalid-name]\n')}}\n`,
  }),
  'a suppression of many codes': n => ({
    [WORKSPACE]: `LOCAL_STEPS = {"X Y": {}}  # registry: ignore[${list(n, i => `a/b${i}, `)}]\n`,
  }),
  'whole-file suppressions': n => ({
    [WORKSPACE]: `${list(n, () => '# registry: ignore-file[step/unknown-field]\n')}LOCAL_STEPS = {"X": {}}\n`,
  }),
  'an alias over and over': n => ({
    'src/cursus/registry/step_names.yaml': `a: &a {config_class: C}\nstep_names:\n${list(n, i => `  S${i}: *a\n`)}`,
  }),
  'merge keys': n => ({
    'src/cursus/registry/step_names.yaml': `a: &a {config_class: C}\nstep_names:\n  X: {<<: [${list(n, () => '*a, ')}]}\n`,
  }),
  'one key over and over': n => ({
    'src/cursus/registry/step_names.yaml': `step_names:\n${list(n, () => '  X: {}\n')}`,
  }),
  'many inputs of an interface': n => ({
    'src/cursus/steps/interfaces/i.step.yaml': `step_type: X\nregistry: {sagemaker_step_type: Training}\ncontract:\n  inputs:\n${list(n, i => `    a${i}: {path: /opt/ml/x}\n`)}spec:\n  dependencies:\n${list(n, i => `    b${i}: {compatible_sources: [${'Y'.repeat(i % 5)}]}\n`)}`,
  }),
  'rule settings': n => ({
    'registry-intelligence.yaml': `rules:\n${list(n, i => `  - {code: step/unknown-field, severity: 'off', paths: ['**/a${i}*/**']}\n`)}`,
    [WORKSPACE]: 'LOCAL_STEPS = {"X": {}}\n',
  }),
  'rule settings that are wrong': n => ({
    'registry-intelligence.yaml': `rules:\n${list(n, i => `  - {code: no/such${i}, severity: loud}\n`)}`,
  }),
  'pins and aliases': n => ({
    'registry-intelligence.yaml': `artifacts:\n  pins: {${list(n, i => `a${i}: 1.0.0, `)}}\n  aliases: {${list(n, i => `b${i}: "b${i + 1}", `)}}\n`,
  }),
  'extension roots': n => ({
    'registry-intelligence.yaml': `extensions:\n${list(n, i => `  - {root: r${i}, namespace: same}\n`)}`,
  }),
  'one artifact over and over': n => ({
    [REGISTRY]: `nodes:\n${list(n, () => '  - {name: a, versions: [{version: "1.0.0", path: src/x, metadata_file: node.onex.yaml, status: active}]}\n')}`,
  }),
  'versions of one artifact': n => ({
    [REGISTRY]: `nodes:\n  - name: a\n    versions:\n${list(n, i => `      - {version: "1.0.${i}", path: src/onex/nodes/a/v1_0_${i}, metadata_file: node.onex.yaml, status: active}\n`)}`,
  }),
  'paths that lead out': n => ({
    [REGISTRY]: `nodes:\n${list(n, () => `  - {name: a, versions: [{version: "1.0.0", path: ../x, metadata_file: ../../y, status: active}]}\n`)}`,
  }),
  'one long path': n => ({
    [REGISTRY]: `nodes:\n  - {name: a, versions: [{version: "1.0.0", path: ${'a/../'.repeat(n)}b, metadata_file: ${'./'.repeat(n)}y, status: active}]}\n`,
  }),
  'one uuid over and over': n =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `src/onex/nodes/n${i}/v1_0_0/node.onex.yaml`,
        `name: n${i}\nversion: 1.0.0\nuuid: u\nschema_version: 0.1.0\n`,
      ]),
    ),
  'dependencies of metadata': n => ({
    [NODE]: `name: stamper\nversion: 1.0.0\ndependencies:\n${list(n, () => '  - {name: stamper, version: ">=1.0.0"}\n')}`,
  }),
  'entry points of a plugin': n => ({
    'p/pyproject.toml': `[project.entry-points.node_registry]\n${list(n, i => `a${i} = "p.q${i}"\n`)}`,
  }),
  'entry points of a plugin, old': n => ({
    'p/setup.cfg': `[options.entry_points]\nnode_registry =\n${list(n, i => `    a${i} = p.q${i}\n`)}`,
    'q/entry_points.txt': `[node_registry]\n${list(n, () => `a = p.q\n`)}`,
  }),
  'a tree of one name': n => ({
    '.onextree': `name: x\ntype: directory\nchildren:\n${list(n, () => '- name: a\n  type: file\n')}`,
  }),
  'a tree of folders': n => ({
    '.onextree': `name: x\ntype: directory\nchildren:\n${list(n, i => `- name: a${i % 3}\n  type: directory\n  children:\n  - name: b\n    type: file\n`)}`,
  }),
  'trees of one text': n =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `t${i}/.onextree`,
        `name: t${i}\ntype: directory\nchildren:\n- name: a\n  type: file\n`,
      ]),
    ),
  'patterns of what a tree leaves out': n => ({
    '.onexignore': `all:\n  patterns:\n${list(n, i => `    - "**/a${i}/**"\n`)}`,
    '.onextree': `name: x\ntype: directory\nchildren: []\n`,
    'a/b.py': '',
  }),
  'one dependency over and over': n => ({
    'extensions/a/b.py': CLASS,
    [COMPANION]: `dependencies:\n${list(n, () => '  - {module_id: x.y, version: ">=1.0.0"}\n')}`,
  }),
  'tags and annotations': n => ({
    'extensions/a/b.py': CLASS,
    [COMPANION]: `tags: [${list(n, () => 'a, ')}]\nannotations: {${list(n, i => `k${i}: true, `)}}\n`,
  }),
  'modules in a circle': n => modules(n, i => `dependencies: [{module_id: m${(i + 1) % n}}]\n`),
  'modules in circles, all with all': n => {
    const m = Math.ceil(Math.sqrt(n));
    return modules(m, () => `dependencies:\n${list(m, j => `  - module_id: m${j}\n`)}`);
  },
  'an id map of one id': n => ({
    'apcore.yaml': 'extensions: {root: ./extensions}\nid_map: ./id_map.yaml\n',
    'id_map.yaml': `mappings:\n${list(n, i => `  - {file: a/b${i % 2}.py, id: x.y}\n`)}`,
    'extensions/a/b0.py': CLASS,
  }),
  'classes of one module': n => ({ 'extensions/a/b.py': list(n, i => CLASS.replace('B', `B${i}`)) }),
  'fields of a schema': n => ({
    'extensions/a/b.py': `class A(BaseModel):\n${list(n, i => `    f${i}: int = 0\n`)}${CLASS}`,
  }),
  'schemas based on each other': n => ({
    'extensions/a/b.py': `${list(n, i => `class A${i}(A${i + 1}):\n    x: A${i}\n`)}${CLASS.replace('= A', '= A0')}`,
  }),
  'exports of TypeScript': n => ({
    'extensions/a/b.ts': list(
      n,
      i => `export const a${i} = { inputSchema, outputSchema: a${i + 1}, description: '', execute() {} };\n`,
    ),
  }),
  'exports that lead to exports': n =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `extensions/f${i}.ts`,
        `export * from './f${i + 1}';\nexport { default } from './f${(i + 1) % n}';\n`,
      ]),
    ),
  'brackets of TypeScript': n => ({ 'extensions/a/b.ts': `export const inputSchema = ${'['.repeat(n)}` }),
  'schemas of TypeScript': n => ({
    'extensions/a/b.ts': `export const x = { inputSchema: ${'Type.Array('.repeat(n)}0${')'.repeat(n)}, outputSchema: Type.Object({}), description: '', execute() {} };\n`,
  }),
  'merge markers': n => ({
    [CORE]: list(n, () => '<<<<<<< a\nSTEP_NAMES = {"X": {}}\n=======\nSTEP_NAMES = {"Y": {}}\n>>>>>>> b\n'),
    [REGISTRY]: list(n, () => '<<<<<<< a\nnodes: []\n=======\nnodes: []\n>>>>>>> b\n'),
  }),
  'files in one deep folder': n =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`${'d/'.repeat(90)}f${i}.txt`, ''])),
};

/** The time of the processor, in milliseconds: what else the machine does must not count. */
function cost(files: Readonly<Record<string, string>>): number {
  const began = process.cpuUsage();
  const workspace = new Workspace({ readText: path => files[path] });
  const entries = Object.entries(files);
  for (const [path, text] of entries)
    if (workspace.claims(path)) workspace.takeChanges(new Map([[path, { text, open: false }]]));
    else workspace.addPath(path);
  workspace.complete();
  workspace.check();
  for (const [path] of entries) workspace.findings(path);
  // An edit at the beginning moves everything, and changes nothing.
  const [path, text] = entries[0]!;
  if (workspace.claims(path)) workspace.apply(new Map([[path, { text: `#\n${text}`, open: true }]]));
  workspace.findings(path);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** `npm run test:long` tries larger ones, a soak larger ones still. */
const SIZE = isSoak ? 1000 : isLong ? 250 : 100;
/** In milliseconds. Very short times say nothing, so this is added. */
const FLOOR = 10;
/** Four times the size is sixteen times the time were it quadratic. */
const MOST = 9;
/** What else the machine does only ever makes it slower, so the least of several times counts; one is enough where that is little. */
const ATTEMPTS = 6;

describe('repositories made to be slow', () => {
  for (const [what, make] of Object.entries(HOSTILE))
    it(`cost in proportion to their size: ${what}`, () => {
      cost(make(100));
      const [small, large] = [make(SIZE), make(4 * SIZE)];
      const least = Math.min(cost(small), cost(small), cost(small));
      let ratio = Infinity;
      for (let attempt = 0; attempt < ATTEMPTS && ratio >= MOST; attempt++)
        ratio = Math.min(ratio, (cost(large) + FLOOR) / (least + FLOOR));
      assert.ok(ratio < MOST, `4 times the size took ${ratio.toFixed(1)} times as long`);
    });
});
