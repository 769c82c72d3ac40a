import { escapeInvisible } from '../../base/message-text';
import { fileName } from '../../base/paths';
import type { Explanation } from '../../model/explanation';
import type { Place } from '../../model/fact';
import type { Workspace } from '../../workspace';
import { escapeMarkdown, markdownLink } from '../text/escape-markdown';
import { alignmentMarkdown } from './alignment';
import { circumstances, POLICY_MARKS, STATUS_MARKS, unresolvedInWords, VERDICT_MARKS, whereNothingIsSet } from './text';
import { locate } from '../text/locations';

/** The address of a line of a file of the root, or undefined if it cannot be opened. `line` counts from 1. */
export type LinkTo = (path: string, line: number) => string | undefined;

/** An explanation as Markdown, with a link for every claim that has a place. Ends with a line end. */
export function explainMarkdown(workspace: Workspace, explanation: Explanation, linkTo: LinkTo): string {
  const link = (at: Place | undefined, isFileKnown = false): string => {
    const found = at && locate(workspace, at);
    if (found === undefined) return '';
    const { path, range } = found;
    const { line } = range.start;
    return linked(isFileKnown ? `line ${line}` : code(`${fileName(path)}:${line}`), path, line, linkTo);
  };
  const { traceTitle, trace, components, pipeline, divergence, conflicts, counterfactuals, recommendations } =
    explanation;
  const sections = [
    heading(explanation, link),
    list(
      traceTitle === undefined ? 'Asked in this order' : sentenceCase(traceTitle),
      trace.map(({ source, at, verdict, why }) => [
        `${VERDICT_MARKS[verdict]} ${bold(source)}`,
        link(at),
        escapeMarkdown(why),
      ]),
    ),
    list(
      'Runs with',
      components.map(({ kind, name, at, path, scope, status, tried }) => [
        `${STATUS_MARKS[status]} ${escapeMarkdown(kind)}`,
        code(name),
        link(at) || (path === undefined ? '' : linked(code(fileName(path)), path, 1, linkTo)),
        escapeMarkdown(status === 'found' ? (scope ?? '') : tried.join('; ') || status),
      ]),
    ),
    explanation.alignment === undefined ? '' : alignmentMarkdown(explanation.alignment, link),
    list(
      'Loading',
      pipeline.map(({ stage, outcome, why }) => [bold(stage), escapeMarkdown(outcome), escapeMarkdown(why)]),
    ),
    list(
      'Elsewhere the answer differs',
      divergence.map(({ when, winner, why }) => [escapeMarkdown(when), `→ ${bold(winner)}`, escapeMarkdown(why)]),
    ),
    list(
      'Conflicts',
      conflicts.map(({ message, at }) => [link(at), escapeMarkdown(message)]),
    ),
    list(
      'Policies',
      (explanation.policies ?? []).map(({ policy, pack, at, verdict, why }) => [
        `${POLICY_MARKS[verdict]} ${bold(policy)} of ${escapeMarkdown(pack)}`,
        link(at),
        escapeMarkdown(why),
      ]),
    ),
    list(
      'What would change it',
      counterfactuals.map(({ edit, effect, at }) => [escapeMarkdown(edit), link(at), `→ ${escapeMarkdown(effect)}`]),
    ),
    list(
      'What to do',
      recommendations.map(text => [escapeMarkdown(text)]),
    ),
  ];
  return `${sections.filter(text => text !== '').join('\n\n')}\n`;
}

function heading(explanation: Explanation, link: (at: Place | undefined) => string): string {
  const { subject, context, outcome, traceTitle } = explanation;
  const place = context.workspace === undefined ? '' : ` in workspace ${code(context.workspace)}`;
  const winner = outcome.resolved === true ? bold(outcome.winner ?? '') : `**${unresolvedInWords(outcome)}**`;
  const at = link(outcome.at);
  const how = traceTitle === undefined ? [escapeMarkdown(circumstances(explanation))] : [];
  const answer = [`${winner}${place}`, ...(at === '' ? [] : [at]), ...how].join(' · ');
  const surprises = whereNothingIsSet(explanation).map(text => `\n\n⚠ **${escapeMarkdown(sentenceCase(text))}**`);
  return `# ${code(subject)}\n\n${answer}${surprises.join('')}\n\n${escapeMarkdown(sentenceCase(outcome.reason))}`;
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function list(title: string, items: readonly (readonly string[])[]): string {
  if (items.length === 0) return '';
  const lines = items.slice(0, MAX_ITEMS).map(parts => `- ${parts.filter(part => part !== '').join(' · ')}`);
  const rest = items.length - lines.length;
  return [`## ${title}`, '', ...lines, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n');
}

/** At most this many items of a section are shown; a step of a thousand workspaces has more. */
const MAX_ITEMS = 40;

/** A link to a line of a file; `text` is Markdown. */
function linked(text: string, path: string, line: number, linkTo: LinkTo): string {
  const address = linkTo(path, line);
  return address === undefined ? text : markdownLink(text, address);
}

function bold(text: string): string {
  return text === '' ? '' : `**${escapeMarkdown(text)}**`;
}

/** A code span; its fence is longer than any run of backticks within. */
function code(text: string): string {
  const plain = escapeInvisible(text);
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${plain}${fence}` : `${fence} ${plain} ${fence}`;
}
