import { pathToFileURL } from 'node:url';
import { version } from '../../../../package.json';
import { pluralize } from '../../base/terminal-columns';
import { escapeInvisible } from '../../base/message-text';
import { codeIndex, type CodeIndex } from '../../features/export/code-index';
import { writePieces } from '../../host/write';
import { isLsif, lsif } from '../output/lsif';
import { isScip, scip } from '../output/scip';
import { openRepository, type RepositoryOptions } from '../environment/repository';
import { escapeWorkflowCommands, type Terminal } from '../environment/terminal';
import { WrongUse } from '../environment/wrong-use';

/** The options of `index`. */
export interface IndexOptions extends RepositoryOptions {
  readonly format: keyof typeof FORMATS;
  readonly output?: string;
}

const FORMATS = {
  scip: { pieces: scip, file: 'index.scip' },
  lsif: { pieces: lsif, file: 'dump.lsif' },
} as const;

/**
 * Writes every definition and mention of what registries hold, for code search engines. A file that is no index of ours
 * is never replaced. Always exit code 0.
 */
export async function index(options: IndexOptions, terminal: Terminal): Promise<number> {
  const { format, output = FORMATS[format].file } = options;
  const { root, workspace } = await openRepository([], options, terminal, { check: false, whole: true });
  const count = { documents: 0, mentions: 0 };
  const all = counting(codeIndex(workspace), count);
  const pieces = FORMATS[format].pieces(all, pathToFileURL(root).href.replace(/\/$/, ''), version);
  if (output === '-') {
    if (format === 'scip' && terminal.width !== Infinity)
      throw new WrongUse('SCIP is no text: pipe it, or name a file.');
    for (const piece of pieces)
      await terminal.bytes(typeof piece === 'string' ? Buffer.from(escapeWorkflowCommands(piece)) : piece);
  } else {
    writePieces(output, pieces, head => isScip(head) || isLsif(head));
    const { documents, mentions } = count;
    const found = `${pluralize(mentions, 'mention', 'mentions')} in ${pluralize(documents, 'file', 'files')}`;
    terminal.note(`${found}: ${escapeInvisible(output)}\n`);
  }
  return 0;
}

function counting(index: CodeIndex, count: { documents: number; mentions: number }): CodeIndex {
  return {
    ...index,
    *documents() {
      for (const document of index.documents()) {
        count.documents++;
        count.mentions += document.occurrences.length;
        yield document;
      }
    },
  };
}
