import { truncateName } from '../../base/message-text';
import type { Span } from '../../base/text';
import type { Fix } from '../../model/fix';
import type { SuppressionRule } from '../rule';

export const unused: SuppressionRule = {
  code: 'suppression/unused',
  severity: 'hint',
  summary: 'A comment silences a rule that finds nothing there.',
  why:
    'What it silenced has been repaired, or the rule is misspelt, or it stands on another line. It would hide the next ' +
    'finding of that rule without anybody having looked at it.',
  remedy: 'Remove the rule from the comment, or the whole comment.',
  bad: `
LOCAL_STEPS = {}  # registry: ignore[registry/duplicate-key]
#                                    ^^^^^^^^^^^^^^^^^^^^^^ suppression/unused
`,
  good: `
LOCAL_STEPS = {}
`,
  over: 'suppression',
  *check(idle, file) {
    const { path } = file;
    if (idle.codes.length === 0)
      yield {
        at: { file, span: idle.span },
        message: 'This comment names no rule, so it silences nothing',
        fixes: [removal('Remove the comment', path, idle.span)],
      };
    for (const { code, span, removal: cut } of idle.codes)
      yield {
        at: { file, span },
        message: `There is no finding of '${truncateName(code)}' ${idle.wholeFile ? 'in this file' : 'on this line'}`,
        fixes: [removal(`Remove '${truncateName(code)}'`, path, cut)],
      };
  },
};

function removal(title: string, path: string, span: Span): Fix {
  return { title, safe: true, edits: [{ do: 'replace-span', path, span, text: '' }] };
}
