import { rulePage, rulePageText } from '../../features/text/rule-page';
import { RULES } from '../../rules';

/** The page of a rule, which ends with its address on the web; nothing for a code that no rule has. */
export function rulePageOf(params: unknown): { readonly markdown: string } | undefined {
  const code = typeof params === 'object' && params !== null && 'code' in params ? params.code : undefined;
  const rule = RULES.find(each => each.code === code);
  return rule && { markdown: `${rulePageText(rule)}\n[This page on the web](${rulePage(rule.code)})\n` };
}
