import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const METER = path.join(import.meta.dirname, 'processor-time.cjs');
/** The best of so many starts counts: other work on the machine only ever makes one slower. As soon as it is good enough, that is told. */
const [FEWEST_ATTEMPTS, MOST_ATTEMPTS] = [3, 9];

const NODE = ['-e', 'process.stdout.write("started")'];
const INITIALIZE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});

/** What is started most often loads the least: processor time as a ratio to that of Node alone, measured in turn. */
describe('a start', function () {
  this.timeout(600_000);

  for (const option of ['--version', '--help'])
    it(`with ${option} takes at most 1.5 times as long as Node alone`, async () => {
      await checkRatioToNode(1.5, [path.join(DIST, 'cli.js'), option]);
    });

  it('of the server takes at most 2.5 times as long as Node alone, up to the reply to initialize', async () => {
    const input = `Content-Length: ${INITIALIZE.length}\r\n\r\n${INITIALIZE}`;
    await checkRatioToNode(2.5, [path.join(DIST, 'server.js'), '--stdio'], input);
  });
});

async function checkRatioToNode(most: number, line: readonly string[], input?: string): Promise<void> {
  const [times, floors]: [number[], number[]] = [[], []];
  const ratio = () => Math.min(...times) / Math.min(...floors);
  while (times.length < FEWEST_ATTEMPTS || (ratio() > most && times.length < MOST_ATTEMPTS)) {
    floors.push(await timeToOutput(NODE));
    times.push(await timeToOutput(line, input));
  }
  assert.ok(ratio() <= most, `${ratio()}`);
}

/** The processor time that Node took up to the first output of a program, in microseconds. The program is ended then. */
async function timeToOutput(line: readonly string[], input?: string): Promise<number> {
  const program = spawn(process.execPath, ['--require', METER, ...line], { stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise(resolve => program.once('exit', resolve));
  if (input !== undefined) program.stdin.write(input);
  let said = '';
  for await (const chunk of program.stderr.setEncoding('utf8')) {
    said += String(chunk);
    if (said.includes('\n')) break;
  }
  program.kill();
  await ended;
  const time = /^took (\d+)$/m.exec(said)?.[1];
  assert.ok(time !== undefined, said);
  return Number(time);
}
