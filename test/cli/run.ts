import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundled } from '../lsp/bundle';

/** What a run of the program left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let program: string | undefined;

/** Bundles the program as it is shipped, once for all test files; to be called in a `before` hook. */
export async function bundleProgram(): Promise<void> {
  program ??= await bundled('server/src/cli/main.ts');
}

/** Runs the program in `folder`. The environment has nothing of ours but `env`. */
export function run(folder: string, line: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  return runProgramAt(program!, folder, line, env);
}

/** Runs another build of the program. */
export function runProgramAt(
  at: string,
  folder: string,
  line: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Run {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [at, ...line], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
    maxBuffer: 1 << 28,
    timeout: 240_000,
  });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** Runs the program with a reader that closes the pipe at once. */
export function runIntoClosedPipe(folder: string, line: readonly string[]): Promise<Run> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program!, ...line], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('close', code => resolve({ code, out: '', err }));
  });
}

export function programPath(): string {
  return path.resolve(program!);
}
