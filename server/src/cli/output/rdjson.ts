import { defined } from '../../base/defined';
import type { Span } from '../../base/text';
import { escapeInvisible } from '../../base/message-text';
import { fileEditsOf } from '../../features/edit/fixes';
import { rangeOf } from '../../features/text/locations';
import { rulePage } from '../../features/text/rule-page';
import type { PlacedFinding, Severity } from '../../model/finding';
import type { Repository } from '../environment/repository';
import type { LintResult } from './lint-result';

/**
 * The Reviewdog Diagnostic Format, whose lines count from 1 and whose columns count bytes of UTF-8 from 1. Hints are information. A fix is
 * suggested where it edits the file of its finding and nothing else.
 */
export function rdjson(repository: Repository, { findings }: LintResult): object {
  const columns = byteColumns(repository);
  return {
    source: { name: 'registry-intel', url: 'https://github.com/registry-intelligence/registry-intelligence' },
    diagnostics: findings.map(finding => {
      const { code, severity, path, span, message } = finding;
      const suggestions = suggestionsOf(repository, finding).map(({ span: at, text }) => ({
        range: columns(path, at),
        text,
      }));
      return {
        message: escapeInvisible(message),
        location: { path: repository.pathOf(path), range: columns(path, span) },
        severity: SEVERITIES[severity],
        code: { value: code, url: rulePage(code) },
        ...(suggestions.length === 0 ? {} : { suggestions }),
      };
    }),
  };
}

const SEVERITIES: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

/** The edits of the first safe fix, if that is all it does. */
function suggestionsOf({ workspace }: Repository, { path, fixes }: PlacedFinding): { span: Span; text: string }[] {
  const fix = fixes.find(({ safe }) => safe);
  const changes = fix && fileEditsOf(workspace, fix);
  const [only, ...others] = changes ?? [];
  const isHere = only !== undefined && 'edits' in only && only.path === path && others.length === 0;
  return isHere ? [...only.edits] : [];
}

type Range = ReturnType<typeof rangeOf>;

/** Ranges whose columns count bytes. The text of a file is read once for the findings that follow each other in it. */
function byteColumns({ workspace }: Repository): (path: string, span: Span) => Range {
  let read: { path: string; text: string | undefined } | undefined;
  return (path, span) => {
    const range = rangeOf(workspace, path, span);
    if (read?.path !== path) read = { path, text: workspace.text(path) };
    const { text } = read;
    const starts = workspace.lineStarts(path);
    if (text === undefined || starts === undefined) return range;
    const inBytes = ({ line, column }: Range['start']): Range['start'] => {
      const start = defined(starts[line - 1], 'the start of a line');
      return { line, column: Buffer.byteLength(text.slice(start, start + column - 1)) + 1 };
    };
    return { start: inBytes(range.start), end: inBytes(range.end) };
  };
}
