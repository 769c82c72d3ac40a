import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { escapeInvisible } from '../base/message-text';
import { NotWritten } from '../host/not-written';
import { UnreadableHistory } from '../host/unreadable-history';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './environment/command-spec';
import { COMMANDS } from './commands';
import type { Terminal } from './environment/terminal';
import { WrongUse } from './environment/wrong-use';

/** Exit codes (cli.md). Commands give 0 and 1 themselves. */
const EXIT_WRONG_USE = 2;
const EXIT_INTERNAL_ERROR = 3;

/** Runs a command line (without the program's name) and gives its exit code. Never throws. */
export async function runProgram(line: readonly string[], terminal: Terminal, version: string): Promise<number> {
  let code = 0;
  const program = programOf(terminal, version, done => (code = done));
  try {
    await program.parseAsync([...line], { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, terminal);
  }
}

/** Says why a command has failed, and gives the exit code for that. */
export function failure(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_USE;
  if (error instanceof NotWritten) {
    terminal.note(`Nothing was written: ${escapeInvisible(error.message)}\n`);
    return EXIT_WRONG_USE;
  }
  if (error instanceof UnreadableHistory) {
    terminal.note(`The history of the repository is not read: ${escapeInvisible(error.message)}\n`);
    return EXIT_WRONG_USE;
  }
  if (error instanceof WrongUse) {
    terminal.note(`${error.message}\n`);
    return EXIT_WRONG_USE;
  }
  const trouble = troubleAround(error);
  if (trouble !== undefined) {
    terminal.note(`${trouble}\n`);
    return EXIT_WRONG_USE;
  }
  return internalError(error, terminal);
}

/** What is wrong around the program, if that is why it has failed. */
function troubleAround(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error)) return undefined;
  if (error.syscall === 'uv_cwd') return 'The current folder is gone: go to one that is there.';
  return error.syscall === 'write' ? `The output cannot be written: ${escapeInvisible(error.message)}` : undefined;
}

/** Says that the program itself is wrong, and gives the exit code for that. */
function internalError(error: unknown, terminal: Terminal): number {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.note(`This is a mistake in registry-intel itself. Please report it, with these lines:\n\n${stack}\n`);
  return EXIT_INTERNAL_ERROR;
}

function programOf(terminal: Terminal, version: string, done: (code: number) => void): Command {
  const program = new Command('registry-intel')
    .description('Understands step registries: what is wrong in them, what they hold, and which definition wins.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', '\nExit codes: 0 clean, 1 something found or not resolved, 2 wrong use, 3 internal error.')
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.write(text),
      writeErr: text => terminal.note(text),
      outputError: (text, write) => write(text.split('\n').map(escapeInvisible).join('\n')),
      getOutHelpWidth: () => Math.min(100, terminal.width),
      getErrHelpWidth: () => Math.min(100, terminal.width),
    });
  for (const spec of COMMANDS) program.addCommand(commandOf(spec, program, terminal, done));
  return program;
}

function commandOf(spec: CommandSpec, program: Command, terminal: Terminal, done: (code: number) => void): Command {
  const command = new Command(spec.name)
    .copyInheritedSettings(program)
    .description(spec.summary)
    .aliases([...(spec.aliases ?? [])])
    .allowExcessArguments(false)
    .showHelpAfterError(`(registry-intel ${spec.name} --help says more)`);
  for (const each of spec.arguments) command.addArgument(argumentOf(each));
  for (const each of spec.options) command.addOption(optionOf(each));
  const examples = spec.examples.map(([line, does]) => `  registry-intel ${line}\n      ${does}`);
  return command.addHelpText('after', `\nExamples:\n${examples.join('\n')}`).action(async (...given: unknown[]) => {
    const values: unknown[] = given.slice(0, spec.arguments.length);
    done(await spec.run(values, command.opts<never>(), terminal));
  });
}

function argumentOf({ name, description, choices }: ArgumentSpec): Argument {
  const argument = new Argument(name, description);
  return choices === undefined ? argument : argument.choices([...choices]);
}

function optionOf({ flags, description, choices, initial, takes }: OptionSpec): Option {
  const option = new Option(flags, description);
  if (choices !== undefined) option.choices([...choices]);
  if (initial !== undefined) option.default(initial);
  if (takes !== undefined) option.argParser(PARSERS[takes]);
  return option;
}

const PARSERS: Readonly<Record<NonNullable<OptionSpec['takes']>, (value: string, before: unknown) => unknown>> = {
  number(value) {
    if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
    return Number(value);
  },
  list: value =>
    value
      .split(',')
      .map(each => each.trim())
      .filter(each => each !== ''),
  many: (value, before) => [...((before as string[] | undefined) ?? []), value],
};
