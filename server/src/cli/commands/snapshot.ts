import path from 'node:path';
import { exists } from '../../host/roots';
import { writeAll } from '../../host/write';
import { escapeInvisible } from '../../base/message-text';
import { pluralize } from '../../base/terminal-columns';
import { snapshotText } from '../../features/states/snapshot';
import { noteInterrupted, type RepositoryOptions } from '../environment/repository';
import { openState } from '../environment/states';
import type { Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** The options of `snapshot`. */
export interface SnapshotOptions extends RepositoryOptions {
  readonly output?: string;
  readonly withFiles?: boolean;
}

/** Writes the state of a folder or commit as JSON, to a new file or as the result. */
export async function snapshot(of: string | undefined, options: SnapshotOptions, terminal: Terminal): Promise<number> {
  const { output } = options;
  if (output !== undefined) noteInterrupted(path.dirname(path.resolve(output)), true, terminal);
  if (output !== undefined && exists(output))
    throw new WrongUse(`'${escapeInvisible(output)}' exists; nothing is ever overwritten.`);
  const { state, files } = await openState(of ?? options.root ?? '.', options, terminal);
  const text = snapshotText(state, options.withFiles === true ? await files() : undefined);
  if (output === undefined) terminal.write(text);
  else {
    const full = path.resolve(output);
    writeAll(path.dirname(full), [{ path: path.basename(full), text }]);
    terminal.note(`${pluralize(state.entries.length, 'definition', 'definitions')} in ${escapeInvisible(output)}\n`);
  }
  return 0;
}
