import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { COMMANDS } from '../../../server/src/cli/commands';
import { runInProcess } from '../in-process';

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
  it('offer commands, options and words to bash', async function () {
    if (spawnSync('bash', ['--version']).status !== 0) this.skip();
    const script = (await runInProcess('.', ['completions', 'bash'])).out;
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

  it('are there for other shells', async () => {
    assert.match((await runInProcess('.', ['completions', 'zsh'])).out, /^#compdef registry-intel\n/);
    assert.match(
      (await runInProcess('.', ['completions', 'fish'])).out,
      /-l format -xa 'text json sarif github junit gitlab rdjson agent' -d /,
    );
    assert.equal((await runInProcess('.', ['completions', 'cmd'])).code, 2);
  });
});
