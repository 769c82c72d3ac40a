import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { makeTree } from '../support/disk';
import { REPOSITORY } from './repository';
import { runInProcess } from './in-process';
import { bundleProgram, programPath } from './run';

before(bundleProgram);

/** The flag of Node's permission model lost its prefix in version 23.5. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

describe('without any capability but to read', () => {
  const root = makeTree(REPOSITORY);
  const guarded = (line: readonly string[]): { code: number | null; out: string } => {
    const allowed = [path.dirname(programPath()), root].map(folder => `--allow-fs-read=${folder}/*`);
    const { status, stdout } = spawnSync(process.execPath, [PERMISSION, ...allowed, programPath(), ...line], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { code: status, out: stdout };
  };

  for (const line of [
    ['lint', '--format', 'json'],
    ['list', 'steps'],
    ['list', 'conflicts'],
    ['show', 'Package'],
    ['explain', 'XGBoostTraining', '--workspace', 'alice'],
    ['rules'],
  ])
    it(`${line.slice(0, 2).join(' ')} says the same`, async () => {
      const { code, out } = await runInProcess(root, line);
      assert.deepEqual(guarded(line), { code, out });
    });
});

describe('lsp --stdio', () => {
  it('serves the Language Server Protocol', async () => {
    const server = spawn(process.execPath, [programPath(), 'lsp', '--stdio']);
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    try {
      send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      const reply = await new Promise<string>(resolve => {
        let said = '';
        server.stdout.on('data', data => {
          said += String(data);
          if (said.includes('"capabilities"')) resolve(said);
        });
      });
      assert.match(reply, /"id":1,"result":\{/);
      send({ id: 2, method: 'shutdown' });
      send({ method: 'exit' });
      assert.equal(await new Promise(resolve => server.on('exit', resolve)), 0);
    } finally {
      server.kill();
    }
  });
});
