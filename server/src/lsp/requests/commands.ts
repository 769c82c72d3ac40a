import type {
  CancellationToken,
  ExecuteCommandParams,
  Location,
  TextDocumentContentResult,
} from 'vscode-languageserver';
import { rulePage } from '../../features/text/rule-page';
import {
  CONTENT_SCHEMES,
  EXPLAIN_COMMAND,
  SERVER_COMMANDS,
  SHOW_PLACES_COMMAND,
  SHOW_RULE_COMMAND,
  type ExplainParams,
  type Explanation,
} from '../../protocol';
import type { Client } from '../session/client-capabilities';
import { refuse } from '../session/errors';
import type { Session } from '../session/session';
import { explanationOf } from './explain';
import { rulePageOf } from './markdown-links';

/**
 * What lenses and actions run. Our own client has commands for it; for others the server runs its own and has the client show
 * the outcome, with nothing but the protocol.
 */

/** The commands to be called by a client; undefined where it could show nothing. */
export function commandsFor({ options, showsDocuments }: Client): {
  readonly explain: string;
  readonly showPlaces: string | undefined;
  readonly showRule: string | undefined;
} {
  const { explain, showPlaces, showRule } = SERVER_COMMANDS;
  return {
    explain: options.explainCommand === true ? EXPLAIN_COMMAND : explain,
    showPlaces: options.showPlacesCommand === true ? SHOW_PLACES_COMMAND : showsDocuments ? showPlaces : undefined,
    showRule: options.showRuleCommand === true ? SHOW_RULE_COMMAND : showsDocuments ? showRule : undefined,
  };
}

/** Runs a command of `SERVER_COMMANDS`. Arguments come from a client, and may be anything. */
export async function execute(
  { command, arguments: given = [] }: ExecuteCommandParams,
  session: Session,
  token: CancellationToken,
): Promise<Explanation | undefined> {
  const [first, , third] = given as unknown[];
  switch (command) {
    case SERVER_COMMANDS.explain: {
      const params = (typeof first === 'object' && first !== null ? first : {}) as ExplainParams;
      const found = (await explanationOf(params, session, token)) ?? refuse('Nothing of ours stands there.');
      showExplanation(params, found, session);
      return found;
    }
    case SERVER_COMMANDS.showPlaces:
      showPlaces(third, session);
      return undefined;
    case SERVER_COMMANDS.showRule:
      showRule(String(first), session);
      return undefined;
    default:
      return refuse('There is no such command.');
  }
}

/** The text of a document of ours; nothing where its address means nothing. */
export async function contentOf(
  { uri }: { readonly uri: string },
  session: Session,
  token: CancellationToken,
): Promise<TextDocumentContentResult | undefined> {
  const [, scheme, path = '', query = ''] = /^([\w-]+):\/?([^?]*)(?:\?(.*))?$/.exec(uri) ?? [];
  if (scheme === CONTENT_SCHEMES.rule) {
    const page = rulePageOf({ code: decodeURIComponent(path).replace(/\.md$/, '') });
    return page && { text: page.markdown };
  }
  if (scheme !== CONTENT_SCHEMES.explain) return undefined;
  const found = await explanationOf(JSON.parse(decodeURIComponent(query)) as ExplainParams, session, token);
  return found && { text: found.markdown };
}

/** As a document where the client can ask for its text, else as a message. */
function showExplanation(
  asked: ExplainParams,
  { name, kind, workspace, text }: Explanation,
  { client, channel }: Session,
): void {
  if (!client.showsDocuments || !client.asksForTexts) {
    channel.showMessage(text);
    return;
  }
  const { uri, profile } = asked;
  const question: ExplainParams = {
    name,
    kind,
    ...(uri === undefined ? {} : { uri }),
    ...(workspace === undefined ? {} : { workspace }),
    ...(profile === undefined ? {} : { profile }),
  };
  const query = encodeURIComponent(JSON.stringify(question));
  channel.showDocument({ uri: `${CONTENT_SCHEMES.explain}:/${encodeURIComponent(name)}.md?${query}`, takeFocus: true });
}

/** The first place; of the others a message says where they are, since the protocol has no list to show. */
function showPlaces(places: unknown, { channel }: Session): void {
  const [first, ...others] = Array.isArray(places) ? (places as Location[]) : [];
  if (first === undefined) return;
  channel.showDocument({ uri: first.uri, selection: first.range, takeFocus: true });
  const lines = others.map(
    ({ uri, range }) => `${decodeURIComponent(uri.split('/').at(-1) ?? '')}:${range.start.line + 1}`,
  );
  if (lines.length > 0) channel.showMessage(`Also at ${lines.join(', ')}`);
}

function showRule(code: string, { client, channel }: Session): void {
  if (rulePageOf({ code }) === undefined) return;
  if (client.asksForTexts) channel.showDocument({ uri: `${CONTENT_SCHEMES.rule}:/${code}.md`, takeFocus: true });
  else channel.showDocument({ uri: rulePage(code), external: true });
}
