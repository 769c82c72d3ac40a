import type { LinkResolver } from '../../features/at-cursor/hover';
import { rulePage, rulePageText } from '../../features/text/rule-page';
import { EXPLAIN_COMMAND, SHOW_RULE_COMMAND, type ExplainParams } from '../../protocol';
import { RULES } from '../../rules';
import type { Client } from '../session/client-capabilities';
import type { Root } from '../session/root';

/**
 * Addresses in Markdown. The only commands that are ever linked to are Explain Resolution and the page of a rule, and only
 * for the client that has them; that client trusts no others.
 */
export function linkingOf(root: Root, client: Client): LinkResolver {
  return {
    linkTo(path, span) {
      if (!root.workspace.lookup.hasFile(path)) return undefined;
      const uri = root.positions.uriOf(path);
      if (span === undefined) return uri;
      const { start } = root.positions.rangeIn(path, span);
      return `${uri}#L${start.line + 1},${start.character + 1}`;
    },
    linkToRule: code => addressOfRule(code, client),
    ...(client.options.explainCommand === true
      ? {
          linkToExplain(name, { workspace, profile }) {
            const asked: ExplainParams = {
              uri: root.uri,
              name,
              profile,
              ...(workspace === undefined ? {} : { workspace }),
            };
            return commandAddress(EXPLAIN_COMMAND, asked);
          },
        }
      : {}),
  };
}

/** Where the page of a rule is: in the client if it can show it, else on the web. */
export function addressOfRule(code: string, { options }: Client): string {
  return options.showRuleCommand === true ? commandAddress(SHOW_RULE_COMMAND, code) : rulePage(code);
}

/** The page of a rule, which ends with its address on the web; nothing for a code that no rule has. */
export function rulePageOf(params: unknown): { readonly markdown: string } | undefined {
  const code = typeof params === 'object' && params !== null && 'code' in params ? params.code : undefined;
  const rule = RULES.find(each => each.code === code);
  return rule && { markdown: `${rulePageText(rule)}\n[This page on the web](${rulePage(rule.code)})\n` };
}

/** The address in Markdown that runs a command of the client. */
export function commandAddress(command: string, argument: unknown): string {
  return `command:${command}?${escaped(JSON.stringify([argument]))}`;
}

/** Brackets would end the link. */
function escaped(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replace(/[()']/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
}
