import { pluralize } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { checkWorkspace, openRepository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { WRITERS } from '../../features/export/literal-writers';
import { unknownName, WrongUse } from '../environment/wrong-use';

/** The options of the exports that write one table. */
export interface ExportTableOptions extends RepositoryOptions {
  readonly format: keyof typeof WRITERS;
  readonly workspace?: string;
}

/** Writes a dictionary that the run time derives. What is not in it is said on standard error. Exit code 0. */
export async function exportTable(
  what: string,
  paths: readonly string[],
  options: ExportTableOptions,
  terminal: Terminal,
): Promise<number> {
  const { workspace } = await openRepository(paths, options, terminal, { check: false });
  checkWorkspace(workspace, options.workspace);
  const tables = workspace.answers.flatMap(({ exportedTables = {} }) => Object.entries(exportedTables));
  const make = tables.find(([name]) => name === what)?.[1];
  if (make === undefined)
    throw new WrongUse(
      unknownName(
        'export',
        what,
        tables.map(([name]) => name),
      ),
    );
  const { name, value, omissions } = make(options.workspace, workspace.lookup);
  terminal.write(WRITERS[options.format](name, value));
  if (omissions.length > 0) terminal.note(`${pluralize(omissions.length, 'thing is', 'things are')} not in it:\n`);
  for (const each of omissions) terminal.note(`  ${escapeInvisible(each)}\n`);
  return 0;
}
