import { pluralize } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { undecidedInWords } from '../../features/overviews/conflicts';
import { health as healthOf, type Health, type RegistryHealth } from '../../features/overviews/health';
import { rangeOf } from '../../features/text/locations';
import { row, alignedRows } from '../../features/text/text-rows';
import type { PlacedFinding } from '../../model/finding';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import { blindSpotsText } from '../output/blind-spots-text';
import { blindSpotJson, conflictJson, openPartJson } from '../output/lint-json';
import { openRepository, pluralOf, type Repository, type RepositoryOptions } from '../environment/repository';
import type { Workspace } from '../../workspace';
import type { Terminal } from '../environment/terminal';

/** The options of `health`. */
export interface HealthOptions extends RepositoryOptions {
  readonly format: 'text' | 'json';
}

/** Says how each registry does. Exit code 1 when one is not healthy. */
export async function health(options: HealthOptions, terminal: Terminal): Promise<number> {
  const repository = await openRepository([], options, terminal, { check: true });
  const found = healthOf(repository.workspace);
  if (options.format === 'json') terminal.write(jsonText(healthJson(repository, found)));
  else terminal.write(healthText(repository, found, terminal));
  return found.status === 'ERROR' || found.status === 'UNHEALTHY' ? 1 : 0;
}

function healthJson(
  { workspace }: Repository,
  { status, registries, conflicts, blindSpots, recommendations }: Health,
): object {
  return {
    version: JSON_VERSION,
    status,
    registries: registries.map(each => ({
      ...each,
      workspace: each.workspace ?? null,
      open: each.open.length === 0 ? undefined : each.open.map(part => openPartJson(workspace, part)),
      issues: each.issues.map(({ code, severity, path, span, message }) => {
        const { line, column } = rangeOf(workspace, path, span).start;
        return { code, severity, path, line, column, message };
      }),
    })),
    conflicts: conflicts.map(each => conflictJson(workspace, each)),
    blindSpots: blindSpots.map(each => blindSpotJson(workspace, each)),
    recommendations,
  };
}

function healthText(
  repository: Repository,
  { status, registries, blindSpots, recommendations }: Health,
  terminal: Terminal,
): string {
  const rows = registries.map(each => {
    const mark = each.status === 'HEALTHY' ? '✔' : each.status === 'UNKNOWN' ? '?' : '✘';
    const cells = [
      nameOf(each, repository.workspace),
      each.status,
      `${pluralize(each.definitions, 'definition', 'definitions')}${undecidedInWords(each.undecided, each.open.length)}`,
    ];
    return row(mark, cells, noteOf(each));
  });
  const first = registries
    .flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'))
    .slice(0, MAX_ISSUES);
  const parts = [
    `${terminal.paint.bold(status)}\n${alignedRows(rows, terminal).join('\n')}\n`,
    first.length === 0
      ? ''
      : `${terminal.paint.bold('Issues')}\n${first.map(each => issueLine(repository, each)).join('')}`,
    blindSpotsText(repository, blindSpots, terminal),
    recommendations.length === 0
      ? ''
      : `${terminal.paint.bold('Recommendations')}\n${recommendations.map(each => `  ${escapeInvisible(each)}\n`).join('')}`,
  ];
  return parts.filter(part => part !== '').join('\n');
}

/** `lint` shows all of them. */
const MAX_ISSUES = 10;

function nameOf({ kind, owner }: RegistryHealth, workspace: Workspace): string {
  const plural = pluralOf(workspace, kind);
  return owner === '' ? `core ${plural}` : `${plural} of ${owner}`;
}

function noteOf({ issues, contested }: RegistryHealth): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  const parts = [
    ...(errors > 0 ? [pluralize(errors, 'error', 'errors')] : []),
    ...(warnings > 0 ? [pluralize(warnings, 'warning', 'warnings')] : []),
    ...(contested.length > 0
      ? [`contested: ${contested.slice(0, 3).join(', ')}${contested.length > 3 ? ', …' : ''}`]
      : []),
  ];
  return parts.join('; ');
}

function issueLine({ workspace, pathOf }: Repository, { path, span, message, code }: PlacedFinding): string {
  const { line } = rangeOf(workspace, path, span).start;
  return `  ${escapeInvisible(pathOf(path))}:${line} ${escapeInvisible(message)} (${code})\n`;
}
