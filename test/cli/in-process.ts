import { runProgram } from '../../server/src/cli/program';
import { capturingTerminal } from '../../server/src/cli/environment/terminal';
import type { Run } from './run';

export type { Run } from './run';

/**
 * Runs a command line in `folder` without a process of its own, which takes a twentieth of the time. What a process
 * decides (exit by signals, pipes, terminals, the environment) is not tested so: `run.ts` has that.
 */
export async function runInProcess(folder: string, line: readonly string[]): Promise<Run> {
  const before = process.cwd();
  const said = { out: '', err: '' };
  process.chdir(folder);
  try {
    return { code: await runProgram(line, capturingTerminal(said), '0.0.0'), ...said };
  } finally {
    process.chdir(before);
  }
}
