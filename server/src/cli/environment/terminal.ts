import { once } from 'node:events';
import { createColors } from 'picocolors';
import { escapeInvisible } from '../../base/message-text';
import { PLAIN_TEXT, type Paint } from '../../features/text/text-rows';

/** The output of a command, and what it can display. */
export interface Terminal {
  /** Columns to lay out for; `Infinity` where the output goes to a file or a program. */
  readonly width: number;
  readonly paint: Paint;
  /** Whether an agent is likely to read the output. */
  readonly isForAgent: boolean;
  /** Writes the result. Text that the log of a workflow would take for a command is escaped. */
  write(text: string): void;
  /** Writes the result in a binary format; resolves when more can be written. */
  bytes(data: Uint8Array): Promise<void>;
  /** Writes commands for the workflow that runs the program. Texts in them are escaped already. */
  command(text: string): void;
  /** Writes a remark to standard error; `text` ends with a line end. */
  note(text: string): void;
  /**
   * Asks the person at the terminal to choose, and gives the place of the answer among the choices, or undefined for none. Absent where
   * the output is no terminal: nobody is there to answer.
   */
  readonly ask?: (question: string, choices: readonly string[]) => Promise<number | undefined>;
  /** Shows the progress of long work on a line that is overwritten, if standard error is a terminal. */
  progress(text: string): void;
}

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a process writes to; `columns` is there for a terminal only. */
type Output = NodeJS.WritableStream & { readonly isTTY: boolean; readonly columns: number };

/** Where a process reads answers from. */
type Input = NodeJS.ReadableStream & { readonly isTTY: boolean };

/** The streams of a process that can be written to, and its environment, which says how. */
interface Outputs {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin?: Input;
  readonly env: Environment;
}

/** The terminal that a process writes to. */
export function terminalOf(outputs: Outputs): Terminal {
  const { stdout, stderr, env } = outputs;
  let next = performance.now() + PROGRESS_DELAY;
  let shown = false;
  const erase = (): void => {
    if (shown) stderr.write('\r\x1b[K');
    shown = false;
  };
  return {
    width: stdout.isTTY ? Math.max(60, stdout.columns) : Infinity,
    paint: createColors(usesColour(stdout.isTTY, env)),
    isForAgent: isForAgent(stdout.isTTY, env),
    write(text) {
      erase();
      stdout.write(escapeWorkflowCommands(text));
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
      stderr.write(escapeWorkflowCommands(text));
    },
    ...(stdout.isTTY ? { ask: (question, choices) => askPerson(outputs, question, choices) } : {}),
    progress(text) {
      if (!stderr.isTTY || performance.now() < next) return;
      next = performance.now() + PROGRESS_INTERVAL;
      erase();
      stderr.write(text);
      shown = true;
    },
  };
}

/** Asks below a numbered list; undefined where standard input is no terminal, and for any answer that is no number of the list. */
async function askPerson(outputs: Outputs, question: string, choices: readonly string[]): Promise<number | undefined> {
  // Standard input is only touched here: opening it costs every other command its time.
  const { stdin, stderr } = outputs;
  if (stdin?.isTTY !== true) return undefined;
  const { createInterface } = await import('node:readline/promises');
  const list = choices.map((choice, i) => `  ${i + 1}  ${escapeInvisible(choice)}\n`).join('');
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    const answer = await lines.question(`${escapeInvisible(question)}\n${list}number, or nothing: `);
    const index = Number(answer.trim() || Number.NaN) - 1;
    return choices[index] === undefined ? undefined : index;
  } finally {
    lines.close();
  }
}

/** A terminal that only notes what it is told; binary formats are dropped. */
export function capturingTerminal(said: { out: string; err: string }): Terminal {
  const write = (text: string): void => void (said.out += text);
  return {
    ...PLAIN_TEXT,
    isForAgent: false,
    write,
    bytes: () => Promise.resolve(),
    command: write,
    note: text => void (said.err += text),
    progress: () => undefined,
  };
}

/**
 * The log of a GitHub workflow obeys lines that begin with `::`, and `##[` anywhere. Their first characters are written
 * as escapes, in the way of JSON, in which only the second can occur.
 */
export function escapeWorkflowCommands(text: string): string {
  return text.replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1\\u003a').replace(/#(?=#\[)/g, '\\u0023');
}

/** Whether an agent has started the program, by the variables that agents set for what they start. A terminal has a person before it. */
export function isForAgent(isTerminal: boolean, environment: Environment): boolean {
  return !isTerminal && AGENT_VARIABLES.some(name => (environment[name] ?? '') !== '');
}

/** `AI_AGENT` is for every agent that has no variable of its own. */
const AGENT_VARIABLES = [
  'AI_AGENT',
  'CLAUDECODE',
  'CODEX_SANDBOX',
  'CODEX_THREAD_ID',
  'COPILOT_CLI',
  'CURSOR_AGENT',
  'GEMINI_CLI',
  'JUNIE_DATA',
  'OPENCODE',
];

/** In milliseconds: how long work takes before its progress is shown, and how often it is shown. */
const PROGRESS_DELAY = 500;
const PROGRESS_INTERVAL = 100;

/** `FORCE_COLOR` wins over `NO_COLOR`; without either, only a terminal that can has colours. */
export function usesColour(isTerminal: boolean, environment: Environment): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: kind } = environment;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && isTerminal && kind !== 'dumb';
}
