/**
 * Tests the packed extension in a real VS Code: packs it, installs it into an empty profile, opens a folder, and runs
 * the suites beside this file inside the extension host.
 *
 *   node test/vscode/run.mjs [folder] [--only=suite] [--windows=first|other]
 *
 * The folder is copied before it is opened; without one it is the examples repository. VSCODE_EXECUTABLE names the
 * VS Code to use. Without it, a desktop VS Code is downloaded where there is a screen, and the server build of
 * `setup.mjs` with a headless window stands in where there is none.
 */
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packed } from '../../scripts/package.mjs';
import { suitesIn } from '../../scripts/test-files.mjs';
import { packMemoryExtension } from './memory.mjs';

const here = import.meta.dirname;
const repository = path.resolve(here, '../..');
const compiled = path.join(repository, '.cache', 'vscode-suite');
const shim = path.join(here, 'code-shim.mjs');

/** Windows that are open at a time: each mostly waits. */
const AT_A_TIME = 2;

const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/**
 * Each opens one window: what is in it (a folder on disk or the URI of another), which suites run there, with which
 * settings, and beside which other extension.
 */
const WINDOWS = [
  { suites: ['extension', 'language', 'features', 'files', 'explain', 'grammar'], folder: copyOfExamples },
  { suites: ['commands'], folder: examplesWithHistory },
  { suites: ['rivals'], folder: copyOfExamples },
  { suites: ['inside'], folder: oneDeveloperOfExamples },
  { suites: ['restricted'], folder: copyOfExamples, settings: RESTRICTED },
  { suites: ['several'], folder: severalFolders },
  { suites: ['elsewhere'], folder: folderWithoutRegistries },
  { suites: ['memory'], folder: () => 'memfs:/project', also: work => memoryExtension(work, 'examples', '/project') },
  { suites: ['memory'], folder: () => 'memfs:/', also: work => memoryExtension(work, 'examples', '') },
  {
    suites: ['memory-modules'],
    folder: () => 'memfs:/project',
    also: work => memoryExtension(work, 'examples/extensions', '/project/plugins/extensions'),
  },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, windows: { type: 'string' } },
});

process.exitCode = await main();

async function main() {
  const executable = await findExecutable();
  const installed = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-extensions-'));
  try {
    install(executable, await packed(), profileIn(installed));
    await compileSuites();
    const totals = { passed: 0, failed: 0 };
    const waiting = WINDOWS.filter(isWanted);
    const runWaiting = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { passed, failed, text } = await runWindow(executable, installed, next);
        console.log(text);
        totals.passed += passed;
        totals.failed += failed;
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, runWaiting));
    console.log(`${totals.passed} passed, ${totals.failed} failed`);
    return totals.failed === 0 ? 0 : 1;
  } finally {
    fs.rmSync(installed, { recursive: true, force: true });
  }
}

function isWanted(window, i) {
  if (values.windows !== undefined && (values.windows === 'first') !== (i === 0)) return false;
  return values.only === undefined || window.suites.includes(values.only);
}

async function findExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const hasScreen =
    process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (!hasScreen) return shim;
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: path.join(repository, '.cache', 'vscode-desktop'),
    });
  } catch (error) {
    console.error(`VS Code cannot be downloaded (${error.message}): its server build takes its place.`);
    return shim;
  }
}

async function compileSuites() {
  const suites = suitesIn(path.join(here, 'suite'));
  const forgotten = suites.filter(suite => !WINDOWS.some(window => window.suites.includes(suite)));
  if (forgotten.length > 0) throw new Error(`These suites are in no window: ${forgotten.join(', ')}`);
  fs.rmSync(compiled, { recursive: true, force: true });
  await build({
    absWorkingDir: here,
    entryPoints: ['suite/index.ts', ...suites.map(suite => `suite/${suite}.test.ts`)],
    outdir: compiled,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // Mocha finds its own files by where it lies.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/**
 * A window that ends without a result counts as one failure. Everything it wrote is kept unless all tests passed.
 * `installed` is a profile that the package is installed in; the window has one of its own, with a copy of that.
 */
async function runWindow(executable, installed, { suites, folder, settings = {}, also }) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-window-'));
  const profile = profileIn(work);
  const resultFile = path.join(work, 'result.json');
  fs.mkdirSync(path.join(work, 'user', 'User'), { recursive: true });
  fs.writeFileSync(path.join(work, 'user', 'User', 'settings.json'), JSON.stringify(settings));
  fs.cpSync(path.join(installed, 'extensions'), path.join(work, 'extensions'), { recursive: true });
  if (also) install(executable, await also(work), profile);
  const opened = folder(work);
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: path.join(here, 'tests-extension'),
    extensionTestsPath: path.join(compiled, 'index.js'),
    extensionTestsEnv: {
      REGISTRY_TEST_SUITES: suites.join(','),
      REGISTRY_TEST_RESULT: resultFile,
      VSCODE_TEST_LOGS: path.join(work, 'logs'),
    },
    launchArgs: [path.isAbsolute(opened) ? opened : `--folder-uri=${opened}`, '--disable-workspace-trust', ...profile],
  }).catch(error => console.error(error.message));
  const missing = { passed: 0, failed: 1, text: `${suites.join(', ')}: no result` };
  const result = fs.existsSync(resultFile) ? JSON.parse(fs.readFileSync(resultFile, 'utf8')) : missing;
  if (result.failed === 0) fs.rmSync(work, { recursive: true, force: true });
  else console.error(`Logs, profile and folder of this window: ${work}`);
  return result;
}

function profileIn(folder) {
  return [`--extensions-dir=${path.join(folder, 'extensions')}`, `--user-data-dir=${path.join(folder, 'user')}`];
}

function install(executable, vsix, profile) {
  const [command, ...own] =
    executable === shim ? [shim] : resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const done = spawnSync(command, [...own, ...profile, '--install-extension', vsix], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error(`The package could not be installed:\n${done.stdout}${done.stderr}`);
}

function memoryExtension(work, from, below) {
  const folder = path.join(repository, from);
  return packMemoryExtension({ to: path.join(work, 'memory'), folder, below, isReadonly: false });
}

function copyOfExamples(work) {
  const to = path.join(work, 'folder');
  fs.cpSync(path.resolve(positionals[0] ?? path.join(repository, 'examples')), to, { recursive: true });
  return to;
}

/** With one commit. */
function examplesWithHistory(work) {
  const folder = copyOfExamples(work);
  const person = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.org', '-c', 'commit.gpgsign=false'];
  for (const line of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '-m', 'All'],
  ])
    execFileSync('git', [...person, ...line], { cwd: folder });
  return folder;
}

/** The copy's project file makes the whole of it one repository. */
function oneDeveloperOfExamples(work) {
  return path.join(copyOfExamples(work), 'developer_workspaces', 'developers', 'alice');
}

/** The examples; and another repository, with a third inside. */
function severalFolders(work) {
  copyOfExamples(work);
  const other = path.join(work, 'other');
  repositoryOf(other, 'carol', 'Carols');
  repositoryOf(path.join(other, 'vendored'), 'dan', 'Dans');
  write(
    path.join(other, 'pipelines', 'run.py'),
    'from cursus.registry import get_step_definition\n\nget_step_definition("XGBoostTraining")\n',
  );
  const file = path.join(work, 'several.code-workspace');
  write(file, JSON.stringify({ folders: [{ path: 'folder' }, { path: 'other' }] }));
  return file;
}

function repositoryOf(root, developer, prefix) {
  write(path.join(root, 'registry-intelligence.yaml'), '');
  const row = type => `    "XGBoostTraining": {"sagemaker_step_type": "${type}", "spec_type": "XGBoostTraining"},\n`;
  write(
    path.join(root, 'src', 'cursus', 'registry', 'step_names_original.py'),
    `STEP_NAMES = {\n${row('Training')}}\n`,
  );
  write(
    path.join(root, 'developer_workspaces', 'developers', developer, 'src/cursus_dev/registry/workspace_registry.py'),
    `STEP_OVERRIDES = {\n${row(`${prefix}Type`)}}\nWORKSPACE_METADATA = {"developer_id": "${developer}"}\n`,
  );
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function folderWithoutRegistries(work) {
  const to = path.join(work, 'folder');
  fs.mkdirSync(to);
  fs.writeFileSync(path.join(to, 'hello.py'), 'STEPS = {"a": 1}\n');
  return to;
}
