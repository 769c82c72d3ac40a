import { version } from '../../../package.json';
import { failure, runProgram } from './program';
import { terminalOf } from './environment/terminal';

let finished: number | undefined;

/** A reader that has seen enough closes the pipe: then there is nothing left to do, and nothing to complain of. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(finished ?? 0);
  });

const terminal = terminalOf(process);
process.on('uncaughtException', error => {
  process.exit(failure(error, terminal));
});
void runProgram(process.argv.slice(2), terminal, version).then(code => {
  finished = process.exitCode = code;
});
