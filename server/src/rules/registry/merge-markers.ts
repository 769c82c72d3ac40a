import { loadFailureInWords } from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const mergeMarkers: FileRule = {
  code: 'registry/merge-markers',
  severity: 'error',
  registryIs: 'unreadable',
  summary: 'A registry file holds the markers of an unfinished merge.',
  why:
    'Neither Python nor a YAML loader can read the lines that git leaves in a conflict, so nothing of the file is loaded. ' +
    'Here, both sides are read, so that no step is called missing meanwhile.',
  remedy: 'Choose one side or put the two together, and delete the marker lines.',
  bad: `
#- src/cursus/registry/step_names.yaml
step_names:
<<<<<<< HEAD
#^^^^^^^^^^^ registry/merge-markers
  DataPrep: {config_class: DataPrepConfig}
=======
  DataPrep: {config_class: PrepConfig}
>>>>>>> theirs
`,
  good: `
#- src/cursus/registry/step_names.yaml
step_names:
  DataPrep: {config_class: DataPrepConfig}
`,
  over: 'file',
  *check(file, lookup) {
    const [first] = file.problems
      .filter(({ code }) => code === mergeMarkers.code)
      .sort((a, b) => a.span.start - b.span.start);
    if (first === undefined) return;
    yield {
      at: { file, span: first.span },
      message: `A merge is not finished here: ${loadFailureInWords(file, lookup)}`,
    };
  },
};
