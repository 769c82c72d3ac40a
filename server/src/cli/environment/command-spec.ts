import { defined } from '../../base/defined';
import type { Terminal } from './terminal';

/** A command as `--help` shows it and as it is run. Its code is loaded when it is run. */
export interface CommandSpec {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Command lines without the name of the program, each with a description. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** `values` are the arguments in order; a last one that repeats is a list. Gives the exit code. */
  run(values: readonly unknown[], options: never, terminal: Terminal): Promise<number>;
}

/** An argument of a command. */
export interface ArgumentSpec {
  /** `<name>` must be given, `[name]` may be, `[name...]` repeats. */
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** An option of a command. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly initial?: string;
  /** A whole number from 0, a comma-separated list, or a value that may be given several times. */
  readonly takes?: 'number' | 'list' | 'many';
}

/** The long name of an option with its two dashes; every option has one. */
export function longFlag({ flags }: Pick<OptionSpec, 'flags'>): string {
  return defined(/--[\w-]+/.exec(flags), 'the long name of an option')[0];
}
