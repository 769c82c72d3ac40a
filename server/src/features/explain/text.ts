import { groupBy } from '../../base/collections';
import { inWords } from '../../base/in-words';
import { escapeInvisible } from '../../base/message-text';
import type { Explanation, Outcome, TraceItem } from '../../model/explanation';
import type { Place } from '../../model/fact';
import type { Workspace } from '../../workspace';
import { alignmentRows } from './alignment';
import { locate } from '../text/locations';
import { indented, PLAIN_TEXT, row, alignedRows, type Row, type TextStyle } from '../text/text-rows';

/** An explanation as text (examples.md). Ends with a line end. */
export function explainText(workspace: Workspace, explanation: Explanation, style: TextStyle = PLAIN_TEXT): string {
  const where = placeText(workspace, style);
  const sections = [
    heading(explanation, style),
    section(
      explanation.traceTitle ?? `asked in this order (${circumstances(explanation)})`,
      traceRows(explanation, where),
      style,
    ),
    section('runs with', componentRows(explanation, where, style), style),
    section(
      'alignment',
      explanation.alignment === undefined ? [] : alignmentRows(workspace, explanation.alignment),
      style,
    ),
    section(
      'loading',
      explanation.pipeline.map(({ stage, outcome, why }) => row('·', [stage, outcome], why)),
      style,
    ),
    section('elsewhere the answer differs', explanation.divergence.map(divergenceRow), style),
    section(
      'conflicts',
      explanation.conflicts.map(({ message, at }) => row('!', [where(at)], message)),
      style,
    ),
    section(
      'policies',
      (explanation.policies ?? []).map(({ policy, pack, at, verdict, why }) =>
        row(POLICY_MARKS[verdict], [`${policy} of ${pack}`, where(at)], why),
      ),
      style,
    ),
    section(
      'what would change it',
      explanation.counterfactuals.map(({ edit, effect, at }) =>
        row('·', [edit + lineNote(workspace, at, explanation.outcome.at)], `→ ${effect}`),
      ),
      style,
    ),
    section(
      'what to do',
      explanation.recommendations.map(text => row('·', [], text)),
      style,
    ),
  ];
  return `${sections.filter(text => text !== '').join('\n\n')}\n`;
}

/** The section of the components that the winner runs with; empty if it runs with none. */
export function componentsText(workspace: Workspace, explanation: Explanation, style: TextStyle): string {
  const { winner } = explanation.outcome;
  return section(
    `${escapeInvisible(winner ?? '')} runs with`,
    componentRows(explanation, placeText(workspace, style), style),
    style,
  );
}

function placeText(workspace: Workspace, style: TextStyle): (at: Place | undefined) => string {
  return at => {
    const found = at && locate(workspace, at);
    return found === undefined ? '' : `${style.pathOf(found.path)}:${found.range.start.line}`;
  };
}

function heading(explanation: Explanation, { paint, width }: TextStyle): string {
  const { subject, context, outcome } = explanation;
  const { workspace } = context;
  const place = workspace === undefined ? '' : ` in workspace ${escapeInvisible(workspace)}`;
  const winner =
    outcome.resolved === true
      ? paint.green(escapeInvisible(outcome.winner ?? ''))
      : paint.red(unresolvedInWords(outcome));
  const said = [escapeInvisible(outcome.reason), ...whereNothingIsSet(explanation)];
  const reason = said.map(text => indented(text, '  ', width)).join('\n');
  return `${paint.bold(escapeInvisible(subject))}${place}  →  ${winner}\n${reason}`;
}

/**
 * What happens where nobody sets the environment variables that the answer takes for granted, which surprises most: `by default (X
 * unset) core wins`. One sentence for each other winner.
 */
export function whereNothingIsSet({ divergence }: Explanation): string[] {
  const found = divergence.flatMap(({ winner, unlessSet }) => (unlessSet === undefined ? [] : { winner, unlessSet }));
  return [...groupBy(found, ({ winner }) => winner)].map(([winner, all]) => {
    const variables = inWords(
      all.map(({ unlessSet }) => unlessSet),
      'or',
    );
    const outcome = winner === 'cannot tell' ? 'nobody can tell who wins' : `${winner} wins`;
    return escapeInvisible(`by default (${variables} unset) ${outcome}`);
  });
}

/** The circumstances that an answer holds under: `profile isolated, framework xgboost`. */
export function circumstances({ under, context }: Explanation): string {
  if (under !== undefined) return under;
  const { profile, mode, framework, environment } = context;
  const parts = [`profile ${profile}`];
  if (mode !== 'automatic') parts.push(`mode ${mode}`);
  if (framework !== undefined) parts.push(`framework ${escapeInvisible(framework)}`);
  if (environment !== undefined && environment.length > 0)
    parts.push(`environment ${escapeInvisible(environment.join(', '))}`);
  return parts.join(', ');
}

/** The sign of each verdict in front of a row of the trace. */
export const VERDICT_MARKS: Readonly<Record<TraceItem['verdict'], string>> = {
  selected: '✔',
  shadowed: '○',
  excluded: '–',
  dropped: '✘',
  'not loaded': '✘',
  'cannot tell': '?',
  absent: '·',
};

/** The outcome of a name that nobody can be said to win, in two words. */
export function unresolvedInWords({ resolved }: Outcome): string {
  return resolved === null ? 'cannot tell' : 'not resolved';
}

function traceRows({ trace }: Explanation, where: (at: Place | undefined) => string): Row[] {
  return trace.map(({ source, at, verdict, why }) =>
    row(VERDICT_MARKS[verdict], [source, where(at)], verdict === 'selected' ? '' : why),
  );
}

/** The sign of each verdict about a policy. */
export const POLICY_MARKS = { kept: '✔', broken: '✘', decides: '→', overruled: '·' } as const;

/** The sign of each status of a component. */
export const STATUS_MARKS = { found: '✔', missing: '✘', 'cannot tell': '?' } as const;

function componentRows({ components }: Explanation, where: (at: Place | undefined) => string, style: TextStyle): Row[] {
  return components.map(({ kind, name, at, path, scope, status, tried }) => {
    const place = where(at) || (path === undefined ? '' : style.pathOf(path));
    const note = status === 'found' ? (scope ?? '') : tried.join('; ') || (status === 'missing' ? 'nowhere' : status);
    return row(STATUS_MARKS[status], [kind, name, place], note);
  });
}

function divergenceRow({ when, winner, why }: Explanation['divergence'][number]): Row {
  return row('·', [when], `→ ${winner} (${why})`);
}

/**
 * The line of an edit, if it is in the file of the winner: the reader would take a line without a file for one of that
 * file.
 */
function lineNote(workspace: Workspace, at: Place | undefined, winner: Place | undefined): string {
  const found = at && at.fact.file === winner?.fact.file ? locate(workspace, at) : undefined;
  return found === undefined ? '' : ` (line ${found.range.start.line})`;
}

/** At most this many rows of a section are shown; a step of a thousand workspaces has more. */
const MAX_ROWS = 40;

function section(title: string, rows: readonly Row[], style: TextStyle): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, MAX_ROWS);
  const rest = rows.length - shown.length;
  const more = rest > 0 ? [style.paint.dim(`  … and ${rest} more; --format json has them all`)] : [];
  return [`  ${style.paint.dim(title)}`, ...alignedRows(shown, style), ...more].join('\n');
}
