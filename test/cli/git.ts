import { execFileSync } from 'node:child_process';

/** Runs Git as a person would, to make a history for a test; the product itself never does. */
export function git(folder: string, ...line: string[]): string {
  const person = { NAME: 'Dana', EMAIL: 'dana@example.org', DATE: '2025-01-02T03:04:05Z' };
  const identity = Object.entries(person).flatMap(([name, value]) => [
    [`GIT_AUTHOR_${name}`, value] as const,
    [`GIT_COMMITTER_${name}`, value] as const,
  ]);
  return execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false', ...line], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...Object.fromEntries<string>(identity) },
  }).trim();
}

/** Commits everything in a folder; makes the repository when there is none. */
export function commitAll(folder: string, title: string): string {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', title);
  return git(folder, 'rev-parse', 'HEAD');
}
