import type { Problem } from '../../model/fact';
import type { Fix } from '../../model/fix';
import { loadFailureInWords } from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const syntaxError: FileRule = {
  code: 'registry/syntax-error',
  severity: 'error',
  registryIs: 'unreadable',
  summary: 'A registry file does not parse.',
  why:
    'At run time nothing of the file is loaded, not only what stands after the error, and the registry manager says so at ' +
    'debug level only. Here, what can still be read is used, and nothing is called missing because of the error.',
  remedy: 'Repair the place; the first error of a file is shown, since those after it often come from it.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder},
#                                     ^^^^^^^^^^^^^^^^^^^^ registry/syntax-error
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  over: 'file',
  *check(file, lookup) {
    // An unfinished merge is the reason for any other error.
    if (file.problems.some(({ code }) => code === 'registry/merge-markers')) return;
    const [first] = file.problems
      .filter(({ code }) => code === syntaxError.code)
      .sort((a, b) => a.span.start - b.span.start);
    if (first !== undefined)
      yield {
        at: { file, span: first.span },
        message: `${first.message.replace(/\.$/, '')}: ${loadFailureInWords(file, lookup)}`,
        fixes: repairs(file.path, first),
      };
  },
};

/** Not safe: once the file parses, its rows are loaded, and may win. */
function repairs(path: string, { missing }: Problem): Fix[] {
  if (missing === undefined) return [];
  const { at, text } = missing;
  const edit = { do: 'replace-span', path, span: { start: at, end: at }, text } as const;
  return [{ title: `Insert '${text}'`, safe: false, edits: [edit] }];
}
