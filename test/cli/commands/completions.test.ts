import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { COMMANDS } from '../../../server/src/cli/commands';
import { bundleProgram, run } from '../run';

before(bundleProgram);

/** What bash offers for the last word of a command line. */
function offered(script: string, words: readonly string[]): string[] {
  const line = `${script}\nCOMP_WORDS=(registry-intel "$@"); COMP_CWORD=$#; _registry_intel; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line, 'bash', ...words], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim().split('\n');
}

describe('completions', () => {
  it('offer commands, options and words to bash', function () {
    if (spawnSync('bash', ['--version']).status !== 0) this.skip();
    const script = run('.', ['completions', 'bash']).out;
    for (const { name } of COMMANDS) assert.ok(offered(script, [name]).includes(name), name);
    assert.deepEqual(offered(script, ['lint', '--format', 's']), ['sarif']);
    assert.ok(offered(script, ['lint', '--fi']).includes('--fix-dry-run'));
    assert.deepEqual(offered(script, ['export', 'spec']), ['spec-types']);
    assert.deepEqual(offered(script, ['dry-run', '--f']), ['--format', '--fail-on']);
  });

  it('are there for other shells', () => {
    assert.match(run('.', ['completions', 'zsh']).out, /^#compdef registry-intel\n/);
    assert.match(run('.', ['completions', 'fish']).out, /-l format -xa 'text json sarif github junit' -d /);
    assert.equal(run('.', ['completions', 'cmd']).code, 2);
  });
});
