import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundleProgram, programPath, run } from '../cli/run';
import { bundled } from '../lsp/bundle';
import { TestClient } from '../lsp/client';
import { makeTree } from '../support/disk';
import { someOf } from '../support/seed';

const CORPUS = path.join(import.meta.dirname, '..', 'corpus');
const GUARD = path.join(import.meta.dirname, 'guard.cjs');
const NAMES = someOf(
  fs.readdirSync(CORPUS, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : [])),
  8,
);
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

before(bundleProgram);

/** The sample repositories, each a root of its own. */
function corpus(): { readonly root: string; readonly folders: readonly string[] } {
  const root = makeTree({});
  for (const name of NAMES) {
    fs.cpSync(path.join(CORPUS, name), path.join(root, name), { recursive: true });
    fs.mkdirSync(path.join(root, name, '.git'));
  }
  return { root, folders: NAMES.map(name => path.join(root, name)) };
}

/** Node's own model, which knows no network, and a guard that does. */
function guardedBy(...readable: readonly string[]): string[] {
  const allowed = [path.dirname(GUARD), ...readable].map(folder => `--allow-fs-read=${folder}/*`);
  return ['--no-warnings', PERMISSION, ...allowed, '--require', GUARD];
}

describe('with nothing allowed but to read', function () {
  this.timeout(600_000);

  it('the guard ends whoever reaches for more', () => {
    for (const code of [
      'require("fs").writeFileSync("/tmp/x", "")',
      'require("child_process").spawn("ls")',
      'new (require("net").Server)().listen(0)',
      'require("http").get("http://localhost")',
      'fetch("http://localhost")',
      'import("node:fs/promises").then(fs => fs.writeFile("/tmp/x", ""))',
    ])
      assert.equal(spawnSync(process.execPath, ['--require', GUARD, '-e', code]).status, 97, code);
  });

  it('the command line says the same of the sample repositories', () => {
    const { root, folders } = corpus();
    // Every run starts a process; a handful will do, and the server has them all.
    for (const folder of folders.filter((_, i) => i % 4 === 0)) {
      const line = ['lint', '--format', 'json'];
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [...guardedBy(path.dirname(programPath()), root), programPath(), ...line],
        { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
      );
      assert.deepEqual({ code: status, out: withoutTimes(stdout), err: stderr }, sayOf(folder, line), folder);
    }
  });

  it('the server says the same of them, and listens to nobody', async () => {
    const { root, folders } = corpus();
    const server = await bundled('server/src/lsp/main.ts');
    const said = [];
    for (const node of [[], guardedBy(path.dirname(server), root)]) {
      const client = await TestClient.start({ server, folders, node });
      await client.request('registry/names', undefined);
      // Everything is read by then; what was found is sent in slices, and merge previews when nothing has happened for a while.
      for (let before = -1; before < client.published.length;) {
        before = client.published.length;
        await new Promise(resolve => setTimeout(resolve, 3000));
      }
      if (process.platform === 'linux') assert.deepEqual(listenersOf(client.pid), []);
      const last = new Map(client.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
      said.push([...last].filter(([, diagnostics]) => diagnostics.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
      await client.stop();
    }
    assert.ok(said[0]!.length > 10);
    assert.deepEqual(said[1], said[0]);
  });
});

function sayOf(folder: string, line: readonly string[]) {
  const { code, out, err } = run(folder, line);
  return { code, out: withoutTimes(out), err };
}

function withoutTimes(out: string): string {
  return out.replace(/"(?:milliseconds|duration)": *[\d.]+/g, '');
}

/** The sockets of a process that accept connections, whatever their kind. */
function listenersOf(pid: number): string[] {
  const inodes = fs.readdirSync(`/proc/${pid}/fd`).flatMap(fd => {
    try {
      return /socket:\[(\d+)\]/.exec(fs.readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
  const own = new Set(inodes);
  const rows = ['tcp', 'tcp6', 'udp', 'udp6', 'unix'].flatMap(kind => {
    const file = `/proc/${pid}/net/${kind}`;
    const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(1) : [];
    return lines.map(line => ({ kind, columns: line.trim().split(/\s+/) }));
  });
  return rows
    .filter(({ kind, columns }) =>
      kind === 'unix' ? own.has(columns[6] ?? '') && columns[3] === '00010000' : own.has(columns[9] ?? ''),
    )
    .map(({ kind, columns }) => `${kind} ${columns.join(' ')}`);
}

/** Files that leave a mark when anything imports, runs or evaluates them. */
function tripwires(mark: string): Record<string, string> {
  const python = `import os\nopen(${JSON.stringify(mark)}, "a").write(__file__)\n`;
  const script = `require('fs').appendFileSync(${JSON.stringify(mark)}, __filename);\n`;
  const shell = `#!/bin/sh\necho "$0" >> '${mark}'\n`;
  const config = `touch '${mark}'`;
  return {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/config': `[core]\n\tfsmonitor = ${config}\n\tsshCommand = ${config}\n\tpager = ${config}\n[filter "x"]\n\tclean = ${config}\n\tsmudge = ${config}\n[diff "x"]\n\ttextconv = ${config}\n`,
    '.git/hooks/post-checkout': shell,
    '.git/hooks/pre-commit': shell,
    '.gitattributes': '* filter=x diff=x\n',
    'src/cursus/__init__.py': python,
    'src/cursus/registry/__init__.py': python,
    'src/cursus/registry/step_names.py': `${python}STEP_NAMES = {"X": {"config_class": __import__("os").system(${JSON.stringify(config)})}}\n`,
    'src/cursus/steps/builders/builder_x_step.py': `${python}class XStepBuilder(StepBuilderBase): pass\n`,
    'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py': `${python}LOCAL_STEPS = {"Y": {}}\nSTEP_OVERRIDES = eval("{}")\n`,
    'src/cursus/steps/interfaces/x.step.yaml': `step_type: !!python/object/apply:os.system ["${config}"]\n`,
    'extensions/a/b.py': `${python}class B:\n    input_schema = A\n    output_schema = A\n    description = "d"\n    def execute(self): pass\n`,
    'extensions/a/b_meta.yaml': `entry_point: "b:B"\ndescription: !!js/function "function () { ${script.trim()} }"\n`,
    'extensions/c.js': `${script}module.exports = { inputSchema: {}, outputSchema: {}, execute() {} };\n`,
    'extensions/d.ts': `${script}export default { inputSchema: {}, outputSchema: {}, execute() {} };\n`,
    'src/onex/registry/registry.yaml':
      'nodes: [{name: a, versions: [{version: "1.0.0", path: src/onex/nodes/a/v1_0_0, metadata_file: node.onex.yaml}]}]\n',
    'src/onex/nodes/a/v1_0_0/node.onex.yaml': `name: a\nversion: 1.0.0\nentrypoint: {type: python, target: node.py}\n`,
    'src/onex/nodes/a/v1_0_0/node.py': python,
    'conftest.py': python,
    'setup.py': python,
    'sitecustomize.py': python,
    'usercustomize.py': python,
    'package.json': `{"scripts": {"preinstall": "${config}", "postinstall": "${config}"}, "main": "index.js"}`,
    'index.js': script,
    '.eslintrc.js': script,
    'registry-intelligence.js': script,
    'registry-intelligence.yaml': 'core: src/cursus/registry/step_names.py\n',
    '.vscode/settings.json': `{"python.defaultInterpreterPath": "./python", "registryIntelligence.server": "./python"}`,
    python: shell,
    'node_modules/yaml/index.js': script,
    'node_modules/commander/index.js': script,
    '.npmrc': `script-shell=./python\n`,
    '.env': `NODE_OPTIONS=--require ./index.js\n`,
  };
}

describe('a repository full of tripwires', function () {
  this.timeout(600_000);

  let mark: string;
  let root: string;
  // Not before the tests of other files have run: what they leave behind, they remove together with all trees there are.
  before(() => {
    mark = path.join(makeTree({ 'x.txt': '' }), 'mark');
    root = makeTree(tripwires(mark));
  });

  it('is read by the command line without touching one', () => {
    for (const file of ['python', '.git/hooks/post-checkout', '.git/hooks/pre-commit'])
      fs.chmodSync(path.join(root, file), 0o755);
    for (const line of [
      ['lint'],
      ['list', 'steps'],
      ['list', 'modules'],
      ['list', 'artifacts'],
      ['explain', 'X'],
      ['show', 'X'],
      ['export', 'schemas'],
    ])
      run(root, line);
    assert.ok(!fs.existsSync(mark), fs.existsSync(mark) ? fs.readFileSync(mark, 'utf8') : '');
  });

  it('is served without touching one', async () => {
    const client = await TestClient.start({ server: await bundled('server/src/lsp/main.ts'), folders: [root] });
    for (const file of ['extensions/a/b.py', 'extensions/c.js', 'src/cursus/registry/step_names.py']) {
      const at = path.join(root, file);
      await client.open(at, fs.readFileSync(at, 'utf8'));
      const textDocument = { uri: `file://${at}` };
      for (let line = 0; line < 5; line++)
        for (const method of ['hover', 'completion', 'definition', 'references'])
          await client.request(`textDocument/${method}`, {
            textDocument,
            position: { line, character: 12 },
            context: { includeDeclaration: true },
          });
    }
    await client.request('registry/names', undefined);
    await client.stop();
    assert.ok(!fs.existsSync(mark));
  });
});
