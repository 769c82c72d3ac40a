import { runProgram } from '../../server/src/cli/program';
import type { Terminal } from '../../server/src/cli/environment/terminal';
import { PLAIN_TEXT } from '../../server/src/features/text/text-rows';
import type { Run } from './run';

export type { Run } from './run';

/**
 * Runs a command line in `folder` without a process of its own, which takes a twentieth of the time. What a process
 * decides (exit by signals, pipes, terminals, the environment) is not tested so: `run.ts` has that.
 */
export async function runInProcess(folder: string, line: readonly string[]): Promise<Run> {
  const before = process.cwd();
  let [out, err] = ['', ''];
  const write = (text: string): void => void (out += text);
  const terminal: Terminal = {
    ...PLAIN_TEXT,
    write,
    bytes: () => Promise.resolve(),
    command: write,
    note: text => void (err += text),
    progress: () => undefined,
  };
  process.chdir(folder);
  try {
    return { code: await runProgram(line, terminal, '0.0.0'), out, err };
  } finally {
    process.chdir(before);
  }
}
