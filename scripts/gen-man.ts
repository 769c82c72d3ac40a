import { COMMANDS } from '../server/src/cli/commands';
import type { ArgumentSpec, CommandSpec, OptionSpec } from '../server/src/cli/environment/command-spec';

/** A manual page of each command in `docs/man/`, made of what `--help` shows, and one that lists them. */
export function manualPages(): [string, string][] {
  const pages = COMMANDS.map(spec => [`docs/man/registry-intel-${spec.name}.1`, page(spec)] as [string, string]);
  return [['docs/man/registry-intel.1', overview()], ...pages];
}

function page(spec: CommandSpec): string {
  const { name, aliases = [], summary, options, examples } = spec;
  const command = `registry-intel ${name}`;
  const words = [...spec.arguments.map(each => italic(each.name)), ...(options.length > 0 ? ['[options]'] : [])];
  return [
    head(`registry-intel-${name}`),
    '.SH NAME',
    `${escaped(`registry-intel-${name}`)} \\- ${escaped(summary)}`,
    '.SH SYNOPSIS',
    `.B ${escaped(command)}`,
    words.join(' '),
    ...(aliases.length === 0 ? [] : ['.SH ALIASES', escaped(aliases.join(', '))]),
    ...section('ARGUMENTS', spec.arguments.map(argument)),
    ...section('OPTIONS', options.map(option)),
    ...section(
      'EXAMPLES',
      examples.map(([line, does]) => `.TP\n.B ${escaped(`registry-intel ${line}`)}\n${escaped(does)}`),
    ),
    '.SH EXIT STATUS',
    '0 clean, 1 something found or not resolved, 2 wrong use, 3 internal error.',
    '',
  ].join('\n');
}

function overview(): string {
  return [
    head('registry-intel'),
    '.SH NAME',
    'registry\\-intel \\- understands registries: what is wrong in them, what they hold, and which definition wins',
    '.SH SYNOPSIS',
    '.B registry\\-intel',
    '\\fIcommand\\fR [options]',
    ...section(
      'COMMANDS',
      COMMANDS.map(({ name, summary }) => `.TP\n.BR ${escaped(`registry-intel-${name}`)} (1)\n${escaped(summary)}`),
    ),
    '',
  ].join('\n');
}

function head(title: string): string {
  return `.\\" Generated from the command table by npm run gen.\n.TH ${escaped(title.toUpperCase())} 1`;
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`.SH ${title}`, ...items];
}

function argument({ name, description, choices }: ArgumentSpec): string {
  return `.TP\n${italic(name)}\n${escaped(description)}${words(choices)}`;
}

function option({ flags, description, choices, initial }: OptionSpec): string {
  const usual = initial === undefined ? '' : `; by default ${escaped(initial)}`;
  return `.TP\n.B ${escaped(flags)}\n${escaped(description)}${words(choices)}${usual}`;
}

function words(choices: readonly string[] | undefined): string {
  return choices === undefined ? '' : `: ${escaped(choices.join(', '))}`;
}

function italic(name: string): string {
  return `\\fI${escaped(name)}\\fR`;
}

/** A line that begins with a dot or an apostrophe would be a request; a hyphen would be typeset as a dash. */
function escaped(text: string): string {
  return text.replace(/\\/g, '\\e').replace(/-/g, '\\-').replace(/^[.']/gm, '\\&$&');
}
