import type { CancellationToken } from 'vscode-languageserver';
import { escapeMarkdown, markdownLink } from '../../features/text/escape-markdown';
import { explainableAround } from '../../features/explain/explainable';
import { blindSpotInWords, blindSpots } from '../../features/overviews/blind-spots';
import { diagnostics } from '../../features/overviews/summed-up';
import { compareStrings } from '../../base/collections';
import { fileName } from '../../base/paths';
import type { Span } from '../../base/text';
import type { PlacedFinding } from '../../model/finding';
import { APPLY_FIX_COMMAND, REVIEW_COMMAND, type Location, type Review, type ReviewParams } from '../../protocol';
import { RULES } from '../../rules';
import type { Root } from '../session/root';
import type { Session } from '../session/session';
import { fixesOfFinding } from './actions';
import { commandAddress, linkingOf } from './markdown-links';
import { locationOf } from './overview';
import { placeOf } from './places';

/** A page for each finding, from which a person goes on to its fix, its explanation and the next one. */

/** The page of the finding that is asked for; nothing where no folder is open or, if the next one is asked for, nothing is found. */
export async function reviewOf(
  params: ReviewParams,
  session: Session,
  token: CancellationToken,
): Promise<Review | undefined> {
  const { uri, position, step } = params;
  const root = session.rootFor(uri);
  if (root === undefined) return undefined;
  const checkpoint = root.checkpoint(token);
  const all: PlacedFinding[] = [];
  for (const path of [...root.workspace.paths()].sort(compareStrings)) {
    await checkpoint.pass();
    all.push(...diagnostics(root.workspace.findings(path), root.documents.has(path)));
  }
  const place = uri !== undefined && position ? placeOf({ textDocument: { uri }, position }, session) : undefined;
  const from = place && { path: place.path, offset: place.offset };
  if (step === undefined) {
    const touched = all.filter(({ path, span }) => path === from?.path && isIn(from.offset, span));
    // Of several, the narrowest is the one that the caret is put on.
    const [found] = touched.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
    return found === undefined ? nothingFound(root, params) : pageOf(found, all, root, session);
  }
  const found = from === undefined ? all[0] : neighbour(all, from, step);
  return found && pageOf(found, all, root, session);
}

interface Offset {
  readonly path: string;
  readonly offset: number;
}

function isIn(offset: number, { start, end }: Span): boolean {
  return start <= offset && offset <= end;
}

/** The next finding in the order of paths and positions, or the one before; behind the last one the first. */
function neighbour(all: readonly PlacedFinding[], from: Offset, step: 1 | -1): PlacedFinding | undefined {
  const compared = ({ path, span }: PlacedFinding): number =>
    compareStrings(path, from.path) || span.start - from.offset;
  return step === 1
    ? (all.find(each => compared(each) > 0) ?? all[0])
    : (all.findLast(each => compared(each) < 0) ?? all.at(-1));
}

function pageOf(finding: PlacedFinding, all: readonly PlacedFinding[], root: Root, session: Session): Review {
  const { path, span, severity, code, message, related } = finding;
  const linking = linkingOf(root, session.client);
  const location = locationAt(root, path, span);
  const from: ReviewParams = { uri: location.uri, position: location.range.start };
  const rule = RULES.find(each => each.code === code);
  const named = explainableAround(root.workspace, path, span.start, root.preferences);
  const explain = named && linking.linkToExplain?.(named.name, named.context);
  const count = all.indexOf(finding) + 1;
  const links = [
    ...stepsFrom(from),
    ...(named === undefined || explain === undefined
      ? []
      : [markdownLink(`Explain ${escapeMarkdown(named.name)}`, explain)]),
  ];
  const fixes = fixesOfFinding({ root, path }, finding);
  const sections = [
    `# ${escapeMarkdown(message)}`,
    `${severity} · ${placeLink(root, session, path, span)} · ${markdownLink(code, linking.linkToRule?.(code) ?? '')} · ${count} of ${all.length}`,
    links.join(' · '),
    list(
      'Repair',
      fixes.map(({ title, data }) => markdownLink(escapeMarkdown(title), commandAddress(APPLY_FIX_COMMAND, data))),
    ),
    list(
      'Beside it',
      related.map(each => `${placeLink(root, session, each.path, each.span)} · ${escapeMarkdown(each.message)}`),
    ),
    ...(rule === undefined ? [] : [`## Why it matters\n\n${rule.why}`, `## What to do\n\n${rule.remedy}`]),
  ];
  return { title: code, markdown: joined(sections), location };
}

/** What a person needs who expects a finding where none is: which checks are off, and why. */
function nothingFound(root: Root, from: ReviewParams): Review {
  const spots = blindSpots(root.workspace).map(spot => {
    const at = spot.at && locationOf(spot.at, root);
    const text = escapeMarkdown(blindSpotInWords(spot));
    return at === undefined ? text : `${text} · ${markdownLink('show', addressOf(at))}`;
  });
  const sections = [
    '# Nothing is found here',
    stepsFrom(from).join(' · '),
    list('Why is this not an error?', spots),
    spots.length === 0
      ? 'Nothing keeps a check from being made in this repository.'
      : 'What only running code decides is never called missing: these checks are off, and say nothing where they may have something to say.',
  ];
  return { title: 'Findings', markdown: joined(sections) };
}

function stepsFrom(from: ReviewParams): string[] {
  const link = (text: string, step: 1 | -1): string =>
    markdownLink(text, commandAddress(REVIEW_COMMAND, { ...from, step } satisfies ReviewParams));
  return [link('← Previous', -1), link('Next →', 1)];
}

function placeLink(root: Root, session: Session, path: string, span: Span): string {
  const { line } = root.positions.rangeIn(path, span).start;
  const text = `${escapeMarkdown(fileName(path))}:${line + 1}`;
  const address = linkingOf(root, session.client).linkTo(path, span);
  return address === undefined ? text : markdownLink(text, address);
}

function locationAt(root: Root, path: string, span: Span): Location {
  return { uri: root.positions.uriOf(path), range: root.positions.rangeIn(path, span) };
}

function addressOf({ uri, range: { start } }: Location): string {
  return `${uri}#L${start.line + 1},${start.character + 1}`;
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map(item => `- ${item}`).join('\n')}`;
}

function joined(sections: readonly string[]): string {
  return `${sections.filter(text => text !== '').join('\n\n')}\n`;
}
