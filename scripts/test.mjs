/**
 * Everything that a machine can tell about this repository. Static checks come first, two at a time, and count as one test each. The end
 * says once more what failed, for whoever sees only that, and the last line is the total of all runners: `N passed, N failed`.
 *
 *   node scripts/test.mjs [--fast]     without the tests in a real VS Code
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const repository = path.resolve(import.meta.dirname, '..');
const bin = name => path.join(repository, 'node_modules', '.bin', name);
const fast = process.argv.includes('--fast');

const CHECKS = [
  { name: 'types', command: [bin('tsc'), '-p', '.'] },
  { name: 'types of pages', command: [bin('tsc'), '-p', 'client/webview'] },
  { name: 'lint', command: [bin('eslint'), '.'], remedy: 'npx eslint --fix .' },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'], remedy: 'npm run format' },
  {
    name: 'boundaries',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', 'server/src', 'client'],
  },
  { name: 'dead code', command: [bin('knip')] },
  { name: 'generated files', command: [bin('tsx'), 'scripts/gen.ts', '--check'], remedy: 'npm run gen' },
];
/** What the runners start; alone, since it empties the folder that it fills. */
const BUILD = { name: 'build', command: [process.execPath, 'scripts/build.mjs'] };

const RUNNERS = [
  {
    name: 'tests',
    command: [bin('mocha'), '--no-color', 'test/{,!(vscode|corpus|bench|support)/**/}*.test.ts'],
    counts: mochaCounts,
  },
  ...(fast
    ? []
    : [
        { name: 'tests in VS Code', command: [process.execPath, 'test/vscode/run.mjs'], counts: totalLine },
        {
          name: 'tests through the window',
          command: [process.execPath, 'test/vscode/ui.mjs', 'examples', path.join('.cache', 'pictures')],
          counts: totalLine,
        },
        { name: 'tests in a browser', command: [process.execPath, 'test/vscode/web.mjs'], counts: totalLine },
      ]),
];

let passed = 0;
let failed = 0;
/** What failed, as each runner says it. */
const failures = [];
const waiting = [...CHECKS];
await Promise.all([checkAll(), checkAll()]);
await check(BUILD);
for (const { name, command, counts } of RUNNERS) {
  console.log(`\n${name}`);
  const { code, output, seconds } = await run(command, { quiet: false });
  const found = counts(output);
  // A runner that fails without saying how many tests did is one failure.
  if (code !== 0 && found.failed === 0) found.failed = 1;
  if (found.failed > 0)
    failures.push(`${name}\n${whatFailed(output) || output.trimEnd().split('\n').slice(-20).join('\n')}`);
  passed += found.passed;
  failed += found.failed;
  console.log(`${name}: ${found.passed} passed, ${found.failed} failed (${seconds} s)`);
}
process.exitCode = failed === 0 ? 0 : 1;
if (failed > 0) console.log(`\nFailed:\n\n${failures.join('\n\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);

/** Checks what waits, one after the other; called twice, two at a time. */
async function checkAll() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await check(next);
}

async function check({ name, command, remedy }) {
  const { code, output, seconds } = await run(command, { quiet: true });
  if (code === 0) passed++;
  else {
    failed++;
    failures.push(name);
  }
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(`${output}\n${remedy === undefined ? '' : `To repair it: ${remedy}\n`}`);
}

/** Runs a command in the repository; its output is collected, and shown as it comes unless `quiet`. */
function run([command, ...args], { quiet }) {
  const start = Date.now();
  return new Promise(resolve => {
    const chunks = [];
    const child = spawn(command, args, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of ['stdout', 'stderr'])
      child[stream].on('data', chunk => {
        chunks.push(chunk);
        if (!quiet) process[stream].write(chunk);
      });
    child.on('error', error => chunks.push(Buffer.from(String(error))));
    child.on('close', code => {
      const output = Buffer.concat(chunks).toString();
      resolve({ code: code ?? 1, output, seconds: ((Date.now() - start) / 1000).toFixed(1) });
    });
  });
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
