import { compareStrings, groupBy } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import { placeOfBlindSpot } from '../../features/overviews/blind-spots';
import { rangeOf } from '../../features/text/locations';
import { SEVERITIES, type PlacedFinding } from '../../model/finding';
import type { Repository } from '../environment/repository';
import type { LintResult } from './lint-result';

/** An agent that reads more than this forgets why it asked: what is most severe is listed, and the rest counted. */
const MOST_FINDINGS = 50;
const MOST_BLIND_SPOTS = 5;

/**
 * Findings for an agent, who pays for each word: a path once for all that is found in its file, a line for each finding, nothing for the
 * eye, and counts of what is left out. The same for the same files.
 */
export function agentText(repository: Repository, { findings, counts, files, blindSpots }: LintResult): string {
  const ranked = [...findings].sort((a, b) => rank(a) - rank(b));
  const listed = new Set(ranked.slice(0, MOST_FINDINGS));
  const shown = findings.filter(each => listed.has(each));
  const totals = SEVERITIES.flatMap(each => (counts[each] === 0 ? [] : [`${each} ${counts[each]}`]));
  const found = totals.length === 0 ? 'nothing found' : totals.join(', ');
  const lines = [...groupBy(shown, ({ path }) => path)]
    .sort(([a], [b]) => compareStrings(a, b))
    .flatMap(([path, group]) => [
      escapeInvisible(repository.pathOf(path)),
      ...group.map(each => findingLine(repository, each)),
    ]);
  const left = findings.length - shown.length;
  return [
    `${found}; files ${files.length}`,
    ...lines,
    ...(left === 0
      ? []
      : [`${left} more, none more severe: --rule, --only-changed or paths narrow it, --format json has all`]),
    ...blindSpots.slice(0, MOST_BLIND_SPOTS).map(each => {
      const place = placeOfBlindSpot(repository.workspace, each);
      const at =
        place === undefined ? '' : ` ${escapeInvisible(repository.pathOf(place.path))}:${place.range.start.line}`;
      return `unchecked ${each.rules.join(' ')}: ${escapeInvisible(each.reason)}${at}`;
    }),
    ...(blindSpots.length > MOST_BLIND_SPOTS
      ? [`unchecked: ${blindSpots.length - MOST_BLIND_SPOTS} more reasons`]
      : []),
    '',
  ].join('\n');
}

function rank({ severity }: PlacedFinding): number {
  return SEVERITIES.indexOf(severity);
}

function findingLine({ workspace, pathOf }: Repository, finding: PlacedFinding): string {
  const { code, severity, path, span, message, related, fixes } = finding;
  const { line, column } = rangeOf(workspace, path, span).start;
  const see = related.slice(0, 2).map(each => {
    const at = rangeOf(workspace, each.path, each.span).start.line;
    return `${each.path === path ? '' : escapeInvisible(pathOf(each.path))}:${at}`;
  });
  const also = see.length === 0 ? '' : ` (see ${see.join(', ')})`;
  return `${line}:${column} ${severity} ${code} ${escapeInvisible(message)}${also}${fixes.some(({ safe }) => safe) ? ' [--fix]' : ''}`;
}
