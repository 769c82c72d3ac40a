import type { CancellationToken } from 'vscode-languageserver';
import { compareStrings, groupBy } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import { pluralize } from '../../base/terminal-columns';
import { rename } from '../../features/edit/rename';
import { explain } from '../../features/explain/explain';
import { meant } from '../../features/explain/meant';
import { explainText } from '../../features/explain/text';
import { contextOf } from '../../features/context';
import { blindSpotInWords, blindSpots } from '../../features/overviews/blind-spots';
import type { Definition } from '../../features/overviews/conflicts';
import { consequences, findingsOf, type WorkspaceState } from '../../features/states/consequences';
import { diffText } from '../../features/states/diff-report';
import { findingsSection } from '../../features/states/merge-report';
import { registryState } from '../../features/states/registry-state';
import { locate, rangeOf } from '../../features/text/locations';
import { reportText } from '../../features/text/report-section';
import { PLAIN_TEXT } from '../../features/text/text-rows';
import { SEVERITIES, type PlacedFinding } from '../../model/finding';
import type { Checkpoint } from '../../base/cancellation';
import type { ToolAnswer, ToolParams } from '../../protocol';
import type { Workspace } from '../../workspace';
import type { Root } from '../session/root';
import type { Session } from '../session/session';

/** What agents in an editor ask: each answer is a short text, in which texts of the repository are data. */

type Input = Readonly<Record<string, unknown>>;
type Tool = (input: Input, session: Session, token: CancellationToken) => Promise<string> | string;

/** By their names in the manifest of the extension, where their schemas are. */
const TOOLS: Readonly<Record<string, Tool>> = {
  registry_explain: explainName,
  registry_list: listDefinitions,
  registry_findings: listFindings,
  registry_impact: impactOfText,
  registry_rename_preview: previewRename,
};

/** In UTF-16 units; whoever reads more has forgotten why it asked. */
const MOST_TEXT = 12_000;
const MOST_LINES = 100;

/** Answers a tool. */
export async function toolAnswerOf(
  { tool, input }: ToolParams,
  session: Session,
  token: CancellationToken,
): Promise<ToolAnswer> {
  const answer = Object.hasOwn(TOOLS, tool) ? TOOLS[tool] : undefined;
  if (answer === undefined) return { text: `There is no tool '${escapeInvisible(tool)}'.` };
  if (session.allRoots().length === 0) return { text: 'No registry was found in the folders that are open.' };
  const given = typeof input === 'object' && input !== null ? (input as Input) : {};
  const text = await answer(given, session, token);
  return { text: text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT)}\n… cut: ask for less` };
}

function explainName(input: Input, session: Session): string {
  const name = textIn(input, 'name');
  if (name === undefined) return missing('name');
  const answers = session.allRoots().flatMap(root => {
    const { workspace } = root;
    const workspaceId = textIn(input, 'workspace');
    const preferences = { ...root.preferences, requested: workspaceId === undefined ? {} : { workspace: workspaceId } };
    const context = contextOf(workspace, undefined, preferences);
    return meant(workspace, name, context, workspace.answers).flatMap(({ answers: { kind }, name: found }) =>
      found === undefined ? [] : explain(workspace, found, context, kind).map(each => explainText(workspace, each)),
    );
  });
  return answers.length === 0 ? `Nothing is called '${escapeInvisible(name)}' here.` : answers.join('\n');
}

function listDefinitions(input: Input, session: Session): string {
  const [prefix, id, kind] = ['prefix', 'workspace', 'kind'].map(each => textIn(input, each));
  const lines = session.allRoots().flatMap(({ workspace }) =>
    definitionsIn(workspace)
      .filter(
        item =>
          (prefix === undefined || item.name.startsWith(prefix)) &&
          (id === undefined || (item.workspace ?? 'core') === id) &&
          (kind === undefined || item.kind === kind),
      )
      .map(item => {
        const at = locate(workspace, item.place);
        const where = at === undefined ? item.place.fact.file.path : `${at.path}:${at.range.start.line}`;
        const owner = item.workspace ?? item.container;
        const whose = owner === undefined ? item.scope : `${item.scope} of ${owner}`;
        const note = item.loaded === true ? '' : `, ${item.reason ?? 'not loaded'}`;
        return escapeInvisible(`${item.kind} ${item.name} (${whose}) ${where}${note}`);
      }),
  );
  return bounded(lines, 'Nothing is defined.', 'prefix, workspace or kind');
}

function definitionsIn({ answers, lookup }: Workspace): Definition[] {
  return answers.flatMap(each => each.list(undefined, lookup));
}

function listFindings(input: Input, session: Session): string {
  const [path, rule, least = 'info'] = ['path', 'rule', 'severity'].map(each => textIn(input, each));
  const rank = ({ severity }: PlacedFinding): number => SEVERITIES.indexOf(severity);
  const most = SEVERITIES.findIndex(each => each === least);
  const isAsked = (at: string): boolean => path === undefined || at === path || at.startsWith(`${path}/`);
  const lines = session.allRoots().flatMap(({ workspace }) =>
    [...workspace.paths()]
      .filter(isAsked)
      .sort(compareStrings)
      .flatMap(at => workspace.findings(at))
      .filter(finding => rank(finding) <= most && (rule === undefined || finding.code === rule))
      .sort((a, b) => rank(a) - rank(b))
      .map(({ severity, path: at, span, message, code, fixes }) => {
        const { line, column } = rangeOf(workspace, at, span).start;
        const fix = fixes[0] === undefined ? '' : ` [fix: ${fixes[0].title}]`;
        return escapeInvisible(`${severity} ${at}:${line}:${column} ${message} (${code})${fix}`);
      }),
  );
  const unchecked = session
    .allRoots()
    .flatMap(({ workspace }) => blindSpots(workspace).slice(0, 5).map(blindSpotInWords))
    .map(escapeInvisible);
  return [bounded(lines, 'Nothing is found.', 'path, rule or severity'), ...unchecked].join('\n');
}

async function impactOfText(input: Input, session: Session, token: CancellationToken): Promise<string> {
  const [path, text] = [textIn(input, 'path'), textIn(input, 'text')];
  if (path === undefined) return missing('path');
  const root = session.allRoots().find(({ workspace }) => workspace.lookup.hasFile(path)) ?? session.allRoots()[0];
  if (root === undefined) return 'No folder is open.';
  if (!root.workspace.claims(path)) return `Nothing here depends on '${escapeInvisible(path)}'.`;
  const checkpoint = root.checkpoint(token);
  const imagined = await root.files.copy(root.documents, checkpoint);
  const before = await stateOf(imagined, checkpoint);
  imagined.takeChanges(new Map([[path, text === undefined ? undefined : { text, open: true }]]));
  await checkpoint.untilDone(mayGoOn => imagined.check(mayGoOn));
  const { diff, newFindings, goneFindings } = consequences(before, await stateOf(imagined, checkpoint));
  return reportText(
    [
      diffText(diff, { a: 'now', b: 'then' }, undefined, PLAIN_TEXT),
      findingsSection('New findings', newFindings),
      findingsSection('Findings gone', goneFindings),
      `${pluralize(newFindings.length, 'new finding', 'new findings')}, ${goneFindings.length} gone\n`,
    ],
    PLAIN_TEXT,
  );
}

async function stateOf(workspace: Workspace, checkpoint: Checkpoint): Promise<WorkspaceState> {
  return { state: registryState(workspace), findings: await findingsOf(workspace, checkpoint) };
}

async function previewRename(input: Input, session: Session, token: CancellationToken): Promise<string> {
  const [name, newName, id] = ['name', 'newName', 'workspace'].map(each => textIn(input, each));
  if (name === undefined) return missing('name');
  if (newName === undefined) return missing('newName');
  for (const root of session.allRoots()) {
    const found = definitionsIn(root.workspace).find(
      item => item.name === name && (id === undefined || (item.workspace ?? 'core') === id),
    );
    if (found !== undefined) return renameText(root, found, newName, token);
  }
  return `Nothing is called '${escapeInvisible(name)}' here.`;
}

async function renameText(root: Root, { place }: Definition, to: string, token: CancellationToken): Promise<string> {
  const { workspace, preferences, files } = root;
  const span = workspace.span(place);
  const { path } = place.fact.file;
  const options = { across: false, isReadOnly: (at: string): boolean => files.isReadOnly(at) };
  const done =
    span && (await rename(workspace, path, span.start + 1, to, preferences, options, root.checkpoint(token)));
  if (done === undefined) return 'It cannot be renamed.';
  if ('refused' in done) return `Refused: ${escapeInvisible(done.refused)}`;
  const edits = [...done.files].flatMap(([at, all]) =>
    [...groupBy(all, edit => rangeOf(workspace, at, edit.span).start.line)].map(([line]) => `${at}:${line}`),
  );
  const moves = done.moves.map(move => `${move.path} moves to ${move.to}`);
  return bounded([...edits, ...moves].map(escapeInvisible), 'Nothing changes.', 'workspace');
}

function bounded(lines: readonly string[], nothing: string, narrowing: string): string {
  if (lines.length === 0) return nothing;
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`${more} more: narrow it by ${narrowing}`] : [])].join('\n');
}

function textIn(input: Input, field: string): string | undefined {
  const value = Object.hasOwn(input, field) ? input[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function missing(field: string): string {
  return `Say '${field}'.`;
}
