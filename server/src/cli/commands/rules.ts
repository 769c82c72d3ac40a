import { compareStrings } from '../../base/collections';
import { wrapToWidth } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { RULES } from '../../rules';
import type { Rule } from '../../rules/rule';
import { list } from './list';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import type { Terminal } from '../environment/terminal';
import { unknownName } from '../environment/wrong-use';

/** Shows a rule's page, or the list of all rules. Exit code 1 for a code that is none. */
export async function rules(
  code: string | undefined,
  { format }: { readonly format: 'text' | 'json' },
  terminal: Terminal,
): Promise<number> {
  if (code === undefined) return list('rules', [], { format }, terminal);
  const rule = RULES.find(each => each.code === code);
  if (rule === undefined) {
    terminal.note(`${unknownName('rule', code, RULES.map(each => each.code).sort(compareStrings))}\n`);
    return 1;
  }
  const { severity, summary, why, remedy, bad, good } = rule;
  if (format === 'json')
    terminal.write(jsonText({ version: JSON_VERSION, code, severity, summary, why, remedy, bad, good }));
  else terminal.write(page(rule, terminal));
  return 0;
}

function page({ code, severity, summary, why, remedy, bad, good }: Rule, { paint, width }: Terminal): string {
  const prose = (text: string): string => wrapToWidth(text, Math.min(100, width)).join('\n');
  const example = (text: string): string =>
    text
      .trim()
      .split('\n')
      .map(line => `    ${escapeInvisible(line)}`.trimEnd())
      .join('\n');
  const sections = [
    `${paint.bold(code)}  ${severity}`,
    prose(summary),
    `${paint.bold('Why')}\n${prose(why)}`,
    `${paint.bold('What to do')}\n${prose(remedy)}`,
    `${paint.bold('Found here')}\n${example(bad)}`,
    `${paint.bold('Repaired')}\n${example(good)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}
