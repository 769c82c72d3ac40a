/** Every file with tests, and which runner has it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(import.meta.dirname, '..');
const TEST = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** The folders of the runners other than Mocha in Node; `index.ts` or `run.mjs` there start what lies beside them. */
const IN_VSCODE = 'test/vscode/suite';
const IN_BROWSER = 'test/vscode/web';
/** What a change of nearly anything may break, and is quick. */
const EACH_TIME = ['test/rules', 'test/features', 'test/corpus.test.ts'];

/**
 * Assigns every test file of the repository, whether git knows it yet or not, to one runner.
 * @returns {{ node: string[], vscode: string[], browser: string[], none: string[] }} paths relative to the repository;
 *   `none` are those that nobody would run
 */
export function testFiles() {
  const files = { node: [], vscode: [], browser: [], none: [] };
  for (const file of filesOfRepository().filter(file => TEST.test(file))) files[runnerOf(file)].push(file);
  return files;
}

/** Those of Mocha in Node that `npm test` leaves to `npm run test:long`: what takes long by itself. */
const isLong = file => file.endsWith('.long.test.ts');

/** Those of Mocha in Node that `npm test` runs. */
export function shortFiles() {
  return testFiles().node.filter(file => !isLong(file));
}

/** Those of Mocha in Node that `npm run test:long` and a soak run: what they alone have, and what does more there. */
export function longFiles() {
  const says = file => fs.readFileSync(path.join(repository, file), 'utf8');
  return testFiles().node.filter(file => isLong(file) || /from '[./]+\/support\/seed'/.test(says(file)));
}

/**
 * Those of Mocha in Node that concern what differs from the main branch: what has changed itself and, but for what takes long, what is tested in the
 * folder of `test` that mirrors the one of a changed file, and what holds every rule and feature to its examples.
 */
export function concerned() {
  const { node } = testFiles();
  const changed = changedFiles();
  const wanted = [...EACH_TIME, ...new Set(changed.flatMap(file => mirrored(file, node)))];
  return node.filter(
    file =>
      changed.includes(file) || (!isLong(file) && wanted.some(each => file === each || file.startsWith(`${each}/`))),
  );
}

/** The folder of `test` for a file of the sources, or the next one around it that has tests. */
function mirrored(file, tests) {
  const inTest = file.replace(/^server\/src\//, 'test/').replace(/^client\//, 'test/client/');
  let folder = path.posix.dirname(inTest);
  while (folder.startsWith('test/') && !tests.some(test => test.startsWith(`${folder}/`)))
    folder = path.posix.dirname(folder);
  return folder.startsWith('test/') ? [folder] : [];
}

/** Against where this branch has left the main one; on the main branch, against the last commit. */
function changedFiles() {
  const { stdout } = spawnSync('git', ['merge-base', 'HEAD', 'main'], { cwd: repository, encoding: 'utf8' });
  const lines = [
    ['diff', '-z', '--name-only', '--diff-filter=d', stdout.trim() || 'HEAD'],
    ['ls-files', '-z', '--others', '--exclude-standard'],
  ];
  return lines.flatMap(line => pathsOf(line));
}

function runnerOf(file) {
  if (!file.endsWith('.test.ts')) return 'none';
  const folder = path.posix.dirname(file);
  if (folder === IN_VSCODE) return 'vscode';
  if (folder === IN_BROWSER) return 'browser';
  const isOfNode = file.startsWith('test/') && !/^test\/(?:vscode|corpus)\//.test(file);
  return isOfNode ? 'node' : 'none';
}

function filesOfRepository() {
  return pathsOf(['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
}

/** What git lists. A file that is deleted stays listed until that is committed. */
function pathsOf(line) {
  const { status, stdout, stderr } = spawnSync('git', line, { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`git cannot list files: ${stderr}`);
  return stdout.split('\0').filter(file => file !== '' && fs.existsSync(path.join(repository, file)));
}

/** The names of the suites in a folder of VS Code's tests: those of the files, without `.test.ts`. */
export function suitesIn(folder) {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => name.slice(0, -'.test.ts'.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { none } = testFiles();
  for (const file of none) console.error(`No runner has ${file}.`);
  process.exitCode = none.length === 0 ? 0 : 1;
}
