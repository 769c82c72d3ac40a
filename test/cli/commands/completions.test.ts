import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { COMMANDS } from '../../../server/src/cli/commands';
import { bundleProgram, run } from '../run';

before(bundleProgram);

/** What bash offers for the last word of each command line. */
function offered(script: string, lines: readonly (readonly string[])[]): string[][] {
  const asked = lines.map(
    words =>
      `COMP_WORDS=(registry-intel ${words.join(' ')}); COMP_CWORD=${words.length}; _registry_intel; printf '%s ' "\${COMPREPLY[@]}"; echo`,
  );
  const { status, stdout, stderr } = spawnSync('bash', ['-c', [script, ...asked].join('\n')], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => line.trim().split(' '));
}

describe('completions', () => {
  it('offer commands, options and words to bash', function () {
    if (spawnSync('bash', ['--version']).status !== 0) this.skip();
    const script = run('.', ['completions', 'bash']).out;
    const names = COMMANDS.map(({ name }) => name);
    offered(
      script,
      names.map(name => [name]),
    ).forEach((words, i) => assert.ok(words.includes(names[i] ?? ''), names[i]));
    const [formats, fixes, tables, options] = offered(script, [
      ['lint', '--format', 's'],
      ['lint', '--fi'],
      ['export', 'spec'],
      ['dry-run', '--f'],
    ]);
    assert.deepEqual(formats, ['sarif']);
    assert.ok(fixes?.includes('--fix-dry-run'));
    assert.deepEqual(tables, ['spec-types']);
    assert.deepEqual(options, ['--format', '--fail-on']);
  });

  it('are there for other shells', () => {
    assert.match(run('.', ['completions', 'zsh']).out, /^#compdef registry-intel\n/);
    assert.match(run('.', ['completions', 'fish']).out, /-l format -xa 'text json sarif github junit' -d /);
    assert.equal(run('.', ['completions', 'cmd']).code, 2);
  });
});
