import { once } from 'node:events';
import { createColors } from 'picocolors';
import type { Paint } from '../../features/text/text-rows';

/** Where a command writes to, and what that can show. */
export interface Terminal {
  /** Columns to lay out for; `Infinity` where the output goes to a file or a program. */
  readonly width: number;
  readonly paint: Paint;
  /** The result. What the log of a workflow would obey is spelled out. */
  write(text: string): void;
  /** The result in a format that only programs read; resolves when more can be taken. */
  bytes(data: Uint8Array): Promise<void>;
  /** Commands to the workflow that runs us: every text in them is escaped already. */
  command(text: string): void;
  /** A remark beside the result, on standard error; ends with a line end. */
  note(text: string): void;
  /** How far long work is, on a line that is written over; nothing unless a person watches. */
  progress(text: string): void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The terminal that a process writes to. */
export function terminalOf({ stdout, stderr, env }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Terminal {
  let next = performance.now() + PATIENCE;
  let shown = false;
  const erase = (): void => {
    if (shown) stderr.write('\r\x1b[K');
    shown = false;
  };
  return {
    width: stdout.isTTY ? Math.max(60, stdout.columns) : Infinity,
    paint: createColors(usesColour(stdout.isTTY, env)),
    write(text) {
      erase();
      stdout.write(inert(text));
    },
    async bytes(data) {
      erase();
      if (!stdout.write(data)) await once(stdout, 'drain');
    },
    command(text) {
      erase();
      stdout.write(text);
    },
    note(text) {
      erase();
      stderr.write(inert(text));
    },
    progress(text) {
      if (!stderr.isTTY || performance.now() < next) return;
      next = performance.now() + PACE;
      erase();
      stderr.write(text);
      shown = true;
    },
  };
}

/**
 * The log of a GitHub workflow obeys lines that begin with `::`, and `##[` anywhere. Their first characters are written
 * as escapes, in the way of JSON, in which only the second can occur.
 */
export function inert(text: string): string {
  return text.replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1\\u003a').replace(/#(?=#\[)/g, '\\u0023');
}

/** Shorter work shows no progress, and progress is shown no more often; in milliseconds. */
const PATIENCE = 500;
const PACE = 100;

/** `FORCE_COLOR` wins over `NO_COLOR`; without either, only a terminal that can has colours. */
export function usesColour(isTerminal: boolean, environment: Environment): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: kind } = environment;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && isTerminal && kind !== 'dumb';
}
