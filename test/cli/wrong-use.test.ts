import assert from 'node:assert/strict';
import fs from 'node:fs';
import { COMMANDS } from '../../server/src/cli/commands';
import { failure, runProgram } from '../../server/src/cli/program';
import { capturingTerminal, usesColour } from '../../server/src/cli/environment/terminal';
import { makeTree } from '../support/disk';
import { runInProcess } from './in-process';
import { REPOSITORY } from './repository';
import { bundleProgram, run } from './run';

before(bundleProgram);

const root = makeTree(REPOSITORY);

async function checkRefused(line: readonly string[], message: RegExp): Promise<void> {
  const { code, out, err } = await runInProcess(root, line);
  assert.deepEqual([code, out], [2, ''], err);
  assert.match(err, message);
  assert.doesNotMatch(err, /\n\s+at /, 'a stack is shown');
}

describe('wrong use', () => {
  it('is refused with what was meant', async () => {
    await checkRefused(['lnit'], /unknown command 'lnit'\n\(Did you mean lint\?\)/);
    await checkRefused(['lint', '--fromat', 'json'], /unknown option '--fromat'\n\(Did you mean --format\?\)/);
    await checkRefused(['lint', '--format', 'xml'], /'xml' is invalid. Allowed choices are text, json/);
    await checkRefused(['lint', '--fail-on', 'fatal'], /Allowed choices are error, warning, info, hint, never/);
    await checkRefused(['lint', '--max-warnings', 'many'], /It takes a whole number/);
    await checkRefused(['lint', '--rule', 'step/conflct'], /no rule 'step\/conflct'. Did you mean 'step\/conflict'\?/);
    await checkRefused(['lint', '--workspace', 'alise'], /no workspace 'alise'. Did you mean 'alice'\?/);
    await checkRefused(['lint', '--workspace', 'zzz'], /no workspace 'zzz'. There is: alice, bob\./);
    await checkRefused(['explain', 'X', '--workspace', 'alise'], /Did you mean 'alice'/);
    await checkRefused(['explain', 'X', '--profile', 'best'], /Allowed choices are isolated, hybrid, intelligent/);
    await checkRefused(['explain'], /missing required argument 'name'/);
    await checkRefused(
      ['list', 'stepz'],
      /Allowed choices are steps, modules, artifacts, workspaces, conflicts, rules/,
    );
    await checkRefused(['rules', 'a', 'b'], /too many arguments/);
    await checkRefused(['lsp'], /registry-intel lsp --stdio/);
    for (const name of ['', 'a b', '../x', 'x\n'])
      await checkRefused(['add-step', name, '--workspace', 'alice'], /may hold only letters, digits/);
    await checkRefused([], /Usage: registry-intel/);
  });

  it('is refused for places that are not there', async () => {
    await checkRefused(['lint', 'nowhere'], /^There is no file or folder 'nowhere'\.\n$/);
    await checkRefused(['lint', 'src', 'no\u001bwhere'], /^There is no file or folder 'no\\u001bwhere'\.\n$/);
    await checkRefused(['lint', '--root', 'nowhere'], /no file or folder 'nowhere'/);
    await checkRefused(['lint', '--root', '.git/HEAD'], /'.git\/HEAD' is not a folder/);
    await checkRefused(['lint', '--core', 'nowhere'], /no file or folder 'nowhere' \(--core\)/);
    await checkRefused(['lint', '--core', '/'], /is not below/);
    await checkRefused(['lint', '.', '/'], /'\/' is not below .*: ask about one root at a time/);
  });
});

/** Examples that wait for input, or need a history or a file that this repository lacks. */
const NEEDS_MORE =
  /^(lsp|diff|impact|add-step|promote-step|move-step|rename-step|restore|mcp|watch)\b|^snapshot v|--only-changed|--baseline/;

describe('help', () => {
  it('is there for every command, with examples that are accepted', async () => {
    for (const { name, examples } of COMMANDS) {
      const { code, out, err } = await runInProcess(root, [name, '--help']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, new RegExp(`^Usage: registry-intel ${name}`));
      for (const [line] of examples) {
        assert.ok(out.includes(`registry-intel ${line}\n`), line);
        if (!NEEDS_MORE.test(line)) assert.notEqual((await runInProcess(root, wordsOf(line))).code, 2, line);
      }
    }
  });

  it('lists every command', async () => {
    const { code, out } = await runInProcess(root, ['--help']);
    assert.equal(code, 0);
    for (const { name } of COMMANDS) assert.match(out, new RegExp(`\\n  ${name}[ |]`));
    assert.match(run(root, ['--version']).out, /^\d+\.\d+\.\d+\n$/);
    assert.deepEqual(await runInProcess(root, ['help', 'lint']), await runInProcess(root, ['lint', '--help']));
  });
});

describe('a mistake of our own', () => {
  it('gives exit code 3 and a stack to report', async () => {
    const said = { out: '', err: '' };
    const write = (): never => {
      throw new TypeError('broken on purpose');
    };
    const broken = { ...capturingTerminal(said), write };
    assert.equal(await runProgram(['rules'], broken, '0.0.0'), 3);
    assert.match(said.err, /Please report it[^]*TypeError: broken on purpose\n +at /);
  });
});

describe('colour', () => {
  it('is for terminals that can, unless the environment says otherwise', () => {
    assert.equal(usesColour(true, {}), true);
    assert.equal(usesColour(false, {}), false);
    assert.equal(usesColour(true, { TERM: 'dumb' }), false);
    assert.equal(usesColour(true, { NO_COLOR: '1' }), false);
    assert.equal(usesColour(true, { NO_COLOR: '' }), true);
    assert.equal(usesColour(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
    assert.equal(usesColour(true, { FORCE_COLOR: '0' }), false);
    assert.equal(usesColour(false, { CI: 'true' }), false);
  });

  it('is in the output when forced, and then only there', async () => {
    const plain = (await runInProcess(root, ['lint'])).out.replace(/\d+\.\d\d s/, '');
    const { out } = run(root, ['lint'], { FORCE_COLOR: '1' });
    assert.match(out, /\u001b\[33m/);
    assert.equal(out.replace(/\u001b\[\d+m/g, '').replace(/\d+\.\d\d s/, ''), plain);
  });
});

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

describe('trouble around a command', () => {
  it('is no mistake of the program: a current folder that is gone', async () => {
    const gone = makeTree({});
    const before = process.cwd();
    process.chdir(gone);
    fs.rmdirSync(gone);
    try {
      const said = { out: '', err: '' };
      assert.equal(await runProgram(['lint'], capturingTerminal(said), '0'), 2);
      assert.equal(said.err, 'The current folder is gone: go to one that is there.\n');
    } finally {
      process.chdir(before);
    }
  });

  it('is no mistake of the program: an output that takes no more', () => {
    const said = { out: '', err: '' };
    const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { syscall: 'write' });
    assert.equal(failure(error, capturingTerminal(said)), 2);
    assert.equal(said.err, 'The output cannot be written: ENOSPC: no space left on device, write\n');
  });
});
