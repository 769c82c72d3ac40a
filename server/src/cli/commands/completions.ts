import { longFlag, type CommandSpec, type OptionSpec } from '../environment/command-spec';
import type { Terminal } from '../environment/terminal';

/** The shells that completions are written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Writes a script that teaches a shell the commands, their options and the words that they take. */
export function completions(
  shell: (typeof SHELLS)[number],
  commands: readonly CommandSpec[],
  terminal: Terminal,
): Promise<number> {
  terminal.write(SCRIPTS[shell](commands));
  return Promise.resolve(0);
}

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (commands: readonly CommandSpec[]) => string>> = {
  bash,
  zsh: commands => `#compdef registry-intel\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`,
  fish,
};

/** Names and aliases, each with its command. */
function commandsByName(commands: readonly CommandSpec[]): [string, CommandSpec][] {
  return commands.flatMap(spec =>
    [spec.name, ...(spec.aliases ?? [])].map((name): [string, CommandSpec] => [name, spec]),
  );
}

function bash(commands: readonly CommandSpec[]): string {
  const names = commandsByName(commands);
  const words = names.map(([name, spec]) => {
    const first = spec.arguments[0]?.choices ?? [];
    return `    ${name}) words="${[...spec.options.flatMap(flagsOf), '--help', ...first].join(' ')}" ;;\n`;
  });
  const values = names.flatMap(([name, { options }]) =>
    options.flatMap(option =>
      option.choices === undefined ? [] : [`    ${name}:${longFlag(option)}) words="${option.choices.join(' ')}" ;;\n`],
    ),
  );
  return `_registry_intel() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names.map(([name]) => name).join(' ')} help --help --version" -- "$current"))
    return
  fi
  case "$command:$previous" in
${values.join('')}  esac
  [ -n "$words" ] || case "$command" in
${words.join('')}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _registry_intel registry-intel
`;
}

function fish(commands: readonly CommandSpec[]): string {
  const lines = commandsByName(commands).flatMap(([name, spec]) => [
    `complete -c registry-intel -n __fish_use_subcommand -a ${name} -d ${quoted(spec.summary)}`,
    ...(spec.arguments[0]?.choices ?? []).map(
      word => `complete -c registry-intel -n '__fish_seen_subcommand_from ${name}' -a ${word}`,
    ),
    ...spec.options.map(option => {
      const words = option.choices === undefined ? '' : ` -xa ${quoted(option.choices.join(' '))}`;
      const takes = option.flags.includes('<') && option.choices === undefined ? ' -r' : '';
      const flag = `-l ${longFlag(option).slice(2)}${takes}${words}`;
      return `complete -c registry-intel -n '__fish_seen_subcommand_from ${name}' ${flag} -d ${quoted(option.description)}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function flagsOf({ flags }: OptionSpec): string[] {
  return [...flags.matchAll(/--?[\w-]+/g)].map(([flag]) => flag);
}
