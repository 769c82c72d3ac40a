import type { LinkResolver } from '../../features/at-cursor/hover';
import { EXPLAIN_COMMAND, type ExplainParams } from '../../protocol';
import type { Client } from '../session/client-capabilities';
import type { Root } from '../session/root';

/**
 * Addresses in Markdown. The only command that is ever linked to is Explain Resolution, and only for the client that has
 * it; that client trusts no other.
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
    ...(client.options.explainCommand === true
      ? {
          linkToExplain(name, { workspace, profile }) {
            const asked: ExplainParams = {
              uri: root.uri,
              name,
              profile,
              ...(workspace === undefined ? {} : { workspace }),
            };
            return `command:${EXPLAIN_COMMAND}?${escaped(JSON.stringify([asked]))}`;
          },
        }
      : {}),
  };
}

/** Brackets would end the link. */
function escaped(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replace(/[()']/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
}
