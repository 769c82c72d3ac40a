import type { FileRule } from '../rule';

export const unreadable: FileRule = {
  code: 'registry/unreadable',
  severity: 'error',
  registryIs: 'unreadable',
  summary: 'A registry file cannot be read.',
  why:
    'What the file registers is unknown, so everything said about its steps is silent. Where the text is not UTF-8, ' +
    'Python and the YAML loaders refuse it as well, and nothing in it is loaded.',
  remedy: 'Make it an ordinary, readable file, saved as UTF-8 and of a reasonable size.',
  bad: '#- src/cursus/registry/step_names.py (saved as UTF-16)\nSTEP_NAMES = {}\n',
  good: '#- src/cursus/registry/step_names.py\nSTEP_NAMES = {}\n',
  examplesRun: false,
  over: 'file',
  *check(file) {
    for (const { code, span, message } of file.problems)
      if (code === 'registry/unreadable') yield { at: { file, span }, message };
  },
};
