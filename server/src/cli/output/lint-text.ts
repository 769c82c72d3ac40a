import { groupBy } from '../../base/collections';
import { pluralize, padToWidth, widthOf, wrapToWidth } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { rangeOf } from '../../features/text/locations';
import { SEVERITIES, type PlacedFinding, type Severity } from '../../model/finding';
import { blindSpotsText } from './blind-spots-text';
import type { LintResult } from './lint-result';
import type { Repository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';

/** The text of `lint` (examples.md): findings under their files, `also`, which checks are off, and a line that sums up. */
export function lintText(repository: Repository, result: LintResult, terminal: Terminal, also: string): string {
  const lines = result.findings.map(finding => lineOf(repository, finding));
  const layout = layoutOf(lines, terminal.width);
  const files = [...groupBy(lines, line => line.path)].map(([path, group]) =>
    [
      terminal.paint.bold(escapeInvisible(repository.pathOf(path))),
      ...group.map(line => findingLines(line, layout, terminal)),
      '',
    ].join('\n'),
  );
  const besides = [also, blindSpotsText(repository, result.blindSpots, terminal)].filter(text => text !== '');
  return `${[...files, ...besides, summary(repository, result, terminal)].join('\n')}\n`;
}

interface Line {
  readonly path: string;
  readonly point: string;
  readonly severity: Severity;
  readonly message: string;
  readonly code: string;
  readonly related: readonly string[];
}

function lineOf(
  { workspace, pathOf }: Repository,
  { path, span, severity, message, code, related }: PlacedFinding,
): Line {
  const { start } = rangeOf(workspace, path, span);
  return {
    path,
    point: `${start.line}:${start.column}`,
    severity,
    message: escapeInvisible(message),
    code,
    related: related.map(each => {
      const { line } = rangeOf(workspace, each.path, each.span).start;
      return `${escapeInvisible(pathOf(each.path))}:${line} ${escapeInvisible(each.message)}`;
    }),
  };
}

interface Layout {
  readonly point: number;
  /** Columns before the message. */
  readonly before: number;
  /** Columns of the message; longer ones are broken into lines. */
  readonly message: number;
  readonly breaks: boolean;
}

/** Unless a terminal limits the width, each finding stays on one line, so that lines can be searched. */
function layoutOf(lines: readonly Line[], width: number): Layout {
  const longest = (of: (line: Line) => number): number => lines.reduce((most, line) => Math.max(most, of(line)), 0);
  const point = longest(line => line.point.length);
  const before = 2 + point + 2 + 'warning'.length + 2;
  const wanted = longest(line => widthOf(line.message));
  const breaks = width !== Infinity;
  const room = breaks ? Math.max(30, width - before - 2 - longest(line => line.code.length)) : MAX_CODE_COLUMN;
  return { point, before, message: Math.min(wanted, room), breaks };
}

/** Where messages are not broken, codes stand below each other up to this column of the message. */
const MAX_CODE_COLUMN = 100;

function findingLines({ point, severity, message, code, related }: Line, layout: Layout, { paint }: Terminal): string {
  const colour = severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim;
  const start = `  ${padToWidth(point, layout.point)}  ${colour(padToWidth(severity, 'warning'.length))}  `;
  const indent = ' '.repeat(layout.before);
  const [first = '', ...rest] = layout.breaks ? wrapToWidth(message, layout.message) : [message];
  const head = `${start}${padToWidth(first, layout.message)}  ${paint.dim(code)}`;
  return [head, ...rest.map(each => indent + each), ...related.map(each => indent + paint.dim(each))].join('\n');
}

function summary(
  repository: Repository,
  { counts, files, milliseconds, baseline }: LintResult,
  { paint }: Terminal,
): string {
  const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(severity => {
    const text = pluralize(counts[severity], severity, PLURALS[severity]);
    return severity === 'error' ? paint.red(text) : severity === 'warning' ? paint.yellow(text) : text;
  });
  const found = parts.length === 0 ? paint.green('Nothing found') : parts.join(', ');
  const seconds = (milliseconds / 1000).toFixed(2);
  const where = `${found} in ${pluralize(files.length, 'file', 'files')} (${contentSummary(repository)}) · ${seconds} s`;
  if (baseline === undefined) return where;
  return `${where}\n${baseline.known.length} more known to the baseline, ${baseline.absent.length} of the baseline gone`;
}

const PLURALS: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  info: 'infos',
  hint: 'hints',
};

/** How many registries and workspaces there are, so that the caller notices a wrong folder. */
function contentSummary({ workspace }: Repository): string {
  const items = workspace.answers.flatMap(answers => answers.list(undefined, workspace.lookup));
  const registries = new Set(items.map(({ place }) => place.fact.file)).size;
  if (registries === 0) return 'no registry in sight';
  const workspaces = workspace.workspaceIds.length;
  return `${pluralize(registries, 'registry', 'registries')}, ${pluralize(workspaces, 'workspace', 'workspaces')}`;
}
