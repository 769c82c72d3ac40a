/**
 * Everything that a machine can tell about this repository. A static check counts as one test. The end says once more what
 * failed, for whoever sees only that, and the last line is the total of all runners: `N passed, N failed`.
 *
 *   node scripts/test.mjs            everything but what takes long
 *   node scripts/test.mjs --quick    types, generated files, and the tests that concern what differs from the main branch
 *   node scripts/test.mjs --long     what takes long, and ten times as many random cases in the tests that try some
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { concerned, longFiles, shortFiles } from './test-files.mjs';

const repository = path.resolve(import.meta.dirname, '..');
const bin = name => path.join(repository, 'node_modules', '.bin', name);
const GENERATED = {
  name: 'generated files',
  command: [bin('tsx'), 'scripts/gen.ts', '--check'],
  remedy: 'npm run gen',
};
const TYPES = { name: 'types and lint', command: [bin('oxlint')], remedy: 'npx oxlint --fix' };
const CHECKS = [
  { name: 'every test file has a runner', command: [process.execPath, 'scripts/test-files.mjs'] },
  TYPES,
  { name: 'house rules', command: [bin('tsx'), 'scripts/house-rules.ts'] },
  { name: 'format', command: [bin('oxfmt'), '--check'], remedy: 'npm run format' },
  { name: 'boundaries', command: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', 'server/src', 'client'] },
  { name: 'dead code', command: [bin('knip')] },
  GENERATED,
];

/** A run that takes longer than this many minutes hangs: it is ended and says which tests were under way. */
const LONGEST = 32;

/** Builds and packs for all runners, once. */
const PACKAGE = { name: 'package', command: [process.execPath, 'scripts/package.mjs'] };
const BUILT = { REGISTRY_DIST: path.join(repository, 'dist') };
const PACKED = { REGISTRY_VSIX: path.join(repository, 'registry-intelligence.vsix') };

/** Compares times with those of Node alone. */
const STARTS = 'test/performance/start.test.ts';

const inEditor = (name, ...command) => ({
  name,
  command: [process.execPath, ...command],
  counts: totalLine,
  env: PACKED,
});
/** One window with all that the extension is for. */
const FIRST_WINDOW = inEditor('tests in VS Code', 'test/vscode/run.mjs', '--windows=first');
const OTHER_WINDOWS = [
  inEditor('tests in other windows of VS Code', 'test/vscode/run.mjs', '--windows=other'),
  inEditor('tests through the window', 'test/vscode/ui.mjs', 'examples', path.join('.cache', 'pictures')),
  inEditor('tests in a browser', 'test/vscode/web.mjs'),
];

let passed = 0;
let failed = 0;
/** What failed, as each runner says it. */
const failures = [];

if (process.argv.includes('--quick')) await runQuick();
else if (process.argv.includes('--long')) await runLong();
else await runAll();
process.exitCode = failed === 0 ? 0 : 1;
if (failed > 0) console.log(`\nFailed:\n\n${failures.join('\n\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);

/** What is mostly waiting (a window of VS Code) goes on beside what is not; the starts run alone. */
async function runAll() {
  await check(PACKAGE);
  await runTests({ ...mochaOf('starts', [STARTS]), env: BUILT });
  const others = shortFiles().filter(file => file !== STARTS);
  const inNode = { ...mochaOf('tests', others), env: BUILT };
  const statically = inTurn(check, CHECKS);
  await Promise.all([statically.then(() => runTests(inNode)), runTests(FIRST_WINDOW)]);
}

async function runQuick() {
  const files = concerned();
  console.log(`${files.length} files of tests concern what has changed.`);
  await Promise.all([inTurn(check, [TYPES, GENERATED]), runTests(mochaOf('tests', files))]);
}

async function runLong() {
  await check(PACKAGE);
  const long = mochaOf('tests of many cases', longFiles(), ['--timeout', '1800000']);
  await Promise.all([runTests({ ...long, env: { ...BUILT, TEST_EFFORT: '1' } }), inTurn(runTests, OTHER_WINDOWS)]);
}

/** Files side by side, each alone in its process while it runs; the last ones are begun first, since they take longest. */
function mochaOf(name, files, options = []) {
  const jobs = String(Math.max(os.availableParallelism(), 2));
  const line = [bin('mocha'), '--no-color', '--parallel', '--jobs', jobs, ...options, ...files.toReversed()];
  return { name, command: line, counts: mochaCounts };
}

async function inTurn(run, jobs) {
  for (const job of jobs) await run(job);
}

async function check({ name, command, remedy }) {
  const { code, output, seconds } = await run(command);
  if (code === 0) passed++;
  else {
    failed++;
    failures.push(name);
  }
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(`${output}\n${remedy === undefined ? '' : `To repair it: ${remedy}\n`}`);
}

async function runTests({ name, command, counts, env }) {
  const { code, output, seconds } = await run(command, env);
  const found = counts(output);
  // A runner that fails without saying how many tests did is one failure.
  if (code !== 0 && found.failed === 0) found.failed = 1;
  if (found.failed > 0)
    failures.push(`${name}\n${whatFailed(output) || output.trimEnd().split('\n').slice(-20).join('\n')}`);
  passed += found.passed;
  failed += found.failed;
  console.log(`\n${name}\n${output}\n${name}: ${found.passed} passed, ${found.failed} failed (${seconds} s)`);
}

/** Runs a command in the repository. Its output is collected, since several run at a time. */
function run([command, ...args], env = {}) {
  const start = Date.now();
  const underWay = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-tests-'));
  return new Promise(resolve => {
    const chunks = [];
    const options = {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, TESTS_UNDER_WAY: underWay },
    };
    const child = spawn(command, args, options);
    for (const stream of ['stdout', 'stderr']) child[stream].on('data', chunk => chunks.push(chunk));
    child.on('error', error => chunks.push(Buffer.from(String(error))));
    const timer = setTimeout(() => {
      const workers = fs.readdirSync(underWay);
      const tests = workers.map(id => `  ${fs.readFileSync(path.join(underWay, id), 'utf8')}\n`);
      chunks.push(Buffer.from(`\nNot done after ${LONGEST} minutes. Under way:\n${tests.join('')}`));
      for (const id of [child.pid, ...workers.map(Number)]) end(id);
    }, LONGEST * 60_000);
    child.on('close', code => {
      clearTimeout(timer);
      fs.rmSync(underWay, { recursive: true });
      const output = Buffer.concat(chunks).toString();
      resolve({ code: code ?? 1, output, seconds: ((Date.now() - start) / 1000).toFixed(1) });
    });
  });
}

function end(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Mocha lists them behind its counts, once for each window; the other runners mark each with a cross, followed by why. */
function whatFailed(output) {
  const found = stripVTControlCharacters(output).matchAll(
    /^ *\d+ failing$[^]*?(?=^Exit code|(?![^]))|^✘.*(?:\n(?![✔✘]|\d+ passed).+){0,20}/gm,
  );
  return Array.from(found, ([text]) => text.trim()).join('\n\n');
}

function mochaCounts(output) {
  const count = word => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  return { passed: count('passing'), failed: count('failing') };
}

function totalLine(output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  return { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0) };
}
