import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { terminalOf } from '../../server/src/cli/environment/terminal';
import { runProgram } from '../../server/src/cli/program';
import { makeRepository } from './repository';

/** What `explain --mode interactive` writes for a person who answers so, at a terminal or not. */
async function explained(answer: string, isTTY: boolean): Promise<string> {
  const written: string[] = [];
  const stream = (): PassThrough & { isTTY: boolean; columns: number } =>
    Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const [stdin, stdout, stderr] = [stream(), stream(), stream()];
  stdout.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  stderr.resume();
  stdin.write(answer);
  const line = ['explain', 'XGBoostTraining', '--profile', 'intelligent', '--mode', 'interactive'];
  await runProgram([...line, makeRepository()], terminalOf({ stdin, stdout, stderr, env: { NO_COLOR: '1' } }), '0.0.0');
  return written.join('');
}

describe('mode interactive on the command line', () => {
  it('asks at a terminal, and nowhere else', async () => {
    assert.match(await explained('2\n', true), /^XGBoostTraining {2}→ {2}override of alice\n {2}you have chosen it/);
    assert.match(await explained('\n', true), /^XGBoostTraining {2}→ {2}not resolved/);
    assert.match(await explained('2\n', false), /^XGBoostTraining {2}→ {2}not resolved/);
  });
});
