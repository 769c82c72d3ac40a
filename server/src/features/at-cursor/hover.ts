import type { Span } from '../../base/text';
import type { Context } from '../../model/explanation';
import type { RuleDoc } from '../../rules/rule';
import type { Description, KeyDescription, Link } from '../../systems/system';
import type { Workspace } from '../../workspace';
import type { Preferences } from '../context';
import { escapeMarkdown, escapeParagraphs } from '../text/escape-markdown';
import { ruleAt } from './rule-at';
import { nameOrMentionAt, type NameAtOffset } from './name-at';

/** What users wrote is escaped in `markdown`, so it holds no markup of theirs. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** How a front end addresses places. A place without an address is shown as text without a link. */
export interface LinkResolver {
  /** The address of a span of the file at `path`; of the beginning of the file if `span` is absent. */
  linkTo(path: string, span: Span | undefined): string | undefined;
  /** The address of the page of a rule. */
  linkToRule?(code: string): string | undefined;
  /** The address that runs Explain Resolution for a name, in the context of the hover. */
  linkToExplain?(name: string, context: Context): string | undefined;
}

/** What is known about the name at `offset`. Returns undefined if no system knows the text there. */
export function hover(
  workspace: Workspace,
  path: string,
  offset: number,
  preferences: Preferences,
  linking: LinkResolver,
): Hover | undefined {
  const rule = ruleAt(workspace, path, offset);
  if (rule !== undefined) return { span: rule.span, markdown: describeRule(rule.rule, linking) };
  const key = keyAt(workspace, path, offset);
  if (key !== undefined) {
    const markdown = render(key.description, to => renderLink(to, workspace, linking), undefined);
    return { span: key.span, markdown };
  }
  const found = nameOrMentionAt(workspace, path, offset, preferences);
  const markdown = found && describe(workspace, found, linking);
  return found === undefined || markdown === undefined ? undefined : { span: found.span, markdown };
}

/** The Markdown of a hover about a name. */
export function describe(
  workspace: Workspace,
  { answers, named, context }: Pick<NameAtOffset, 'answers' | 'named' | 'context'>,
  linking: LinkResolver,
): string | undefined {
  const description = answers.describe(named, context, workspace.lookup);
  if (description === undefined) return undefined;
  const link = (to: Link) => renderLink(to, workspace, linking);
  const explain = description.explain && linking.linkToExplain?.(description.explain, context);
  return render(description, link, explain);
}

function describeRule({ code, severity, summary, why, remedy }: RuleDoc, linking: LinkResolver): string {
  const address = linking.linkToRule?.(code);
  const description = { title: code, lead: severity, facts: [], text: `${summary}\n\n${why}\n\n${remedy}`, rows: [] };
  const shown = render({ ...description, notes: [] }, ({ text }) => escapeMarkdown(text), undefined);
  return address === undefined ? shown : `${shown}\n\n[Open the page of this rule](${address})`;
}

/** What a key of the project file, or of another file that sets a system, means. */
function keyAt(workspace: Workspace, path: string, offset: number): KeyDescription | undefined {
  const documents = workspace.documents(path);
  const source = documents && workspace.source(path);
  return source && documents.describe(source, offset);
}

function render(description: Description, link: (to: Link) => string, explain: string | undefined): string {
  const { title, lead, facts, text, rows } = description;
  const head = `**${escapeMarkdown(title)}**${lead === '' ? '' : ` — ${escapeMarkdown(lead)}`}`;
  const parts = [
    facts.length === 0 ? head : `${head}  \n${facts.map(fact => escapeMarkdown(fact)).join(' · ')}`,
    text === undefined ? '' : escapeParagraphs(text),
    table(rows, link),
    notes(description, link, explain),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

function table(rows: Description['rows'], link: (to: Link) => string): string {
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({ label, links, note }) =>
      `| ${escapeMarkdown(label)} | ${links.map(to => link(to)).join(', ')} | ${escapeMarkdown(note)} |`,
  );
  return ['| | | |', '|---|---|---|', ...lines].join('\n');
}

function notes({ notes }: Description, link: (to: Link) => string, explain: string | undefined): string {
  const lines = notes.map(({ text, links }) => {
    const line = [escapeMarkdown(text), links.map(to => link(to)).join(', ')].join(' ').trim();
    return /[.!?:]$/.test(line) ? line : `${line}.`;
  });
  const offer = explain === undefined ? [] : [`[Explain resolution](${explain})`];
  return [...lines.slice(0, -1), [...lines.slice(-1), ...offer].join(' ')].filter(line => line !== '').join('  \n');
}

function renderLink({ text, at, path }: Link, workspace: Workspace, linking: LinkResolver): string {
  const target = at?.fact.file.path ?? path;
  const address = target === undefined ? undefined : linking.linkTo(target, at && workspace.span(at));
  return address === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${address})`;
}
