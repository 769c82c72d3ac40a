import { pluralize } from '../../base/terminal-columns';
import { row, alignedRows } from '../../features/text/text-rows';
import { health } from '../../features/overviews/health';
import { statistics, type KindStatistics } from '../../features/overviews/statistics';
import { SEVERITIES } from '../../model/finding';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import { openRepository, pluralOf, type RepositoryOptions } from '../environment/repository';
import { openMetrics } from '../output/open-metrics';
import type { Terminal } from '../environment/terminal';

/** The options of `stats`. */
export interface StatsOptions extends RepositoryOptions {
  readonly format: 'text' | 'json' | 'openmetrics';
}

/** Figures of a repository. Always exit code 0. */
export async function stats(options: StatsOptions, terminal: Terminal): Promise<number> {
  const { workspace } = await openRepository([], options, terminal, { check: true });
  const found = statistics(workspace);
  if (options.format === 'json') {
    terminal.write(jsonText({ version: JSON_VERSION, ...found }));
    return 0;
  }
  if (options.format === 'openmetrics') {
    terminal.write(openMetrics(found, health(workspace)));
    return 0;
  }
  const { files, findings, conflicts, kinds } = found;
  const shown = kinds.filter(({ definitions, undecided }) => definitions + undecided > 0);
  const parts = shown.map(
    each =>
      `${terminal.paint.bold(pluralOf(workspace, each.kind))}\n${alignedRows(rowsOf(each), terminal).join('\n')}\n`,
  );
  const rate = `${Math.round(conflicts.rate * 100)} %`;
  const all = alignedRows(
    [
      row('·', ['conflicts', String(conflicts.total)], `${conflicts.resolved} resolved without a person (${rate})`),
      row('·', ['findings'], SEVERITIES.map(each => `${findings[each]} ${each}`).join(', ')),
      row('·', ['files', String(files.read)], `of ${files.known} hold or may hold something of ours`),
    ],
    terminal,
  );
  terminal.write([...parts, `${all.join('\n')}\n`].join('\n'));
  return 0;
}

function rowsOf({
  definitions,
  loaded,
  undecided,
  names,
  core,
  workspaces,
  types,
}: KindStatistics): ReturnType<typeof row>[] {
  const locals = workspaces.reduce((sum, each) => sum + each.locals, 0);
  const overrides = workspaces.reduce((sum, each) => sum + each.overrides, 0);
  return [
    row(
      '·',
      ['definitions', String(definitions)],
      [
        `${loaded} loaded`,
        ...(undecided === 0 ? [] : [`${undecided} cannot be told`]),
        pluralize(names, 'name', 'names'),
      ].join(', '),
    ),
    row('·', ['core', String(core)], ''),
    ...(workspaces.length === 0
      ? []
      : [row('·', ['workspaces', String(workspaces.length)], `${locals} locals, ${overrides} overrides`)]),
    ...types.map(({ type, count }) => row(' ', [type, String(count)], '')),
  ];
}
